/** An ES module as users write it. */

import { validateDatamart, type ValidationResult } from 'datamart-validator'
import * as everything from 'datamart-validator'

export const result: ValidationResult = validateDatamart('{}')
export const names: (keyof typeof everything)[] = ['validateDatamart', 'buildRequest', 'analyzeSql', 'createValidator', 'applyFix', 'describeJoins', 'init', 'rules', 'DatamartInvalidError', 'WasmTrapError']
export const lazily: Promise<ValidationResult> = import('datamart-validator').then((it) => it.validateDatamart({}))
// @ts-expect-error there is no default export
import nothing from 'datamart-validator'
// @ts-expect-error files that are not exported cannot be imported
import 'datamart-validator/dist/index.js'
export { nothing }


import { init, initSync, validateDatamart as slimly, type Issue, type ModuleSource } from 'datamart-validator/slim'
import wasm from 'datamart-validator/module.wasm'

export const slim: ValidationResult = slimly('{}')
export const issue: Issue | undefined = slim.issues[0]
export const sources: ModuleSource[] = [wasm, new Uint8Array(), new ArrayBuffer(0), new Response(), new URL('https://example.com'), '/module.wasm']
export const started: Promise<void>[] = [init(wasm), init(fetch('/module.wasm')), init(new URL('https://example.com')), everything.init()]
initSync(wasm)
// @ts-expect-error init needs a source
init()
