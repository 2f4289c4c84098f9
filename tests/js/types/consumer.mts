/** An ES module as a user writes one. */

import { validateDatamart, type ValidationResult } from 'datamart-validator'
import * as everything from 'datamart-validator'

export const result: ValidationResult = validateDatamart('{}')
export const names: (keyof typeof everything)[] = ['validateDatamart', 'buildRequest', 'analyzeSql', 'createValidator', 'applyFix', 'describeJoins', 'rules', 'DatamartInvalidError', 'WasmTrapError']
export const lazily: Promise<ValidationResult> = import('datamart-validator').then((it) => it.validateDatamart({}))
// @ts-expect-error there is no default export
import nothing from 'datamart-validator'
// @ts-expect-error nor files that are not exported
import 'datamart-validator/dist/index.js'
export { nothing }
