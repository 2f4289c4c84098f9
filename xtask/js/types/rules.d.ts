// What assemble.mjs generates under the name #rules.
import type { Rule } from '../../../pkg-template/index.d.ts'

/** The documentation of every rule, as the crate's registry has it. */
declare const rules: readonly Omit<Rule, 'docsUrl'>[]
export default rules
