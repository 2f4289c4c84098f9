/** The public functions. Their types and their documentation are in `index.d.ts`. */
// @ts-check

import RULES from '#rules'
import { withEncoded, withEncodedText } from './encode.js'
import { DatamartInvalidError } from './errors.js'
import { call } from './instance.js'

export { DatamartInvalidError, WasmTrapError } from './errors.js'

/** @typedef {import('./encode.js').Encoded} Encoded */

/** Only for tests of the package: an option with this key causes a trap. */
const CRASH = Symbol.for('datamart-validator.crash')

const NO_WORDS = new Uint32Array(0)
const NO_BYTES = new Uint8Array(0)

/** @type {typeof import('../index.d.ts').validateDatamart} */
export function validateDatamart(datamart, options) {
  return /** @type {import('../index.d.ts').ValidationResult} */ (run('validate', options, (use) => withEncoded(datamart, use)))
}

/** @type {typeof import('../index.d.ts').buildRequest} */
export function buildRequest(datamart, options) {
  const outcome = /** @type {import('../index.d.ts').DatamartRequest | import('../index.d.ts').InvalidResult} */ (
    run('buildRequest', options, (use) => withEncoded(datamart, use))
  )
  if ('issues' in outcome) throw new DatamartInvalidError(outcome.issues)
  return outcome
}

/** @type {typeof import('../index.d.ts').analyzeSql} */
export function analyzeSql(sql, options) {
  if (typeof sql !== 'string') throw new TypeError('datamart-validator: the SQL expression has to be a string')
  return /** @type {import('../index.d.ts').SqlAnalysis} */ (run('analyzeSql', options, (use) => withEncodedText(sql, use)))
}

/** @type {typeof import('../index.d.ts').rules} */
export function rules() {
  // Copies, so that nobody changes what the next caller reads.
  return RULES.map(({ wrong, right, ...rule }) => ({ ...rule, wrong: { ...wrong }, right: { ...right } }))
}

/**
 * @param {'validate' | 'buildRequest' | 'analyzeSql'} name
 * @param {object | null | undefined} options
 * @param {(use: (encoded: Encoded) => object) => object} encode hands over what is to be judged
 * @returns {object}
 */
function run(name, options, encode) {
  if (options != null && (typeof options !== 'object' || Array.isArray(options))) {
    throw new TypeError('datamart-validator: the options have to be an object')
  }
  if (options != null && CRASH in options) call('crash')
  const outcome = encode(({ tape, text, loneSurrogates }) => {
    if (options == null) return call(name, tape, text, loneSurrogates, NO_WORDS, NO_BYTES)
    return withEncoded(options, (given) => call(name, tape, text, loneSurrogates, given.tape, given.text))
  })
  if (outcome instanceof TypeError) throw outcome
  return outcome
}
