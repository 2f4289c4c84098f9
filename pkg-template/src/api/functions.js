/** The public functions. `index.d.ts` has their types and documentation. */
// @ts-check

import RULES from '#rules'
import { DOCS_BASE, withPresentation } from './presentation.js'
import { withEncoded, withEncodedText } from '../boundary/encode.js'
import { shared } from '../boundary/instance.js'
import { assertSql, CRASH, NO_BYTES, NO_WORDS, requestOf, resultOf } from './outcome.js'

export { DatamartInvalidError, WasmTrapError } from '../boundary/errors.js'
export { applyFix } from './fix.js'
export { draftDatamart, proposeRelationships, proposeTenancy } from './propose.js'
export { diffDatamarts, importDatamarts, mergeUnseen, readReply } from './round-trip.js'
export { createValidator } from './validator.js'
export { applyTextEdits, textEdits } from '../text/edits.js'
export { formatPath } from '../text/path.js'

/** @typedef {import('../boundary/encode.js').Encoded} Encoded */
/** @typedef {import('../boundary/generated.d.ts').Outcome} Outcome */

/** @type {typeof import('../../index.d.ts').validateDatamart} */
export function validateDatamart(datamart, options) {
  const { given, presentation } = withPresentation(options)
  return /** @type {import('../../index.d.ts').ValidationResult} */ (
    resultOf(run('validate', given, (use) => withEncoded(datamart, use)), presentation)
  )
}

/**
 * @param {unknown} datamart
 * @param {import('../../index.d.ts').RequestOptions | null} [options]
 * @returns {any} as the overloads say
 */
export function buildRequest(datamart, options) {
  const { given, presentation } = withPresentation(options)
  return requestOf(run('buildRequest', given, (use) => withEncoded(datamart, use)), presentation)
}

/** @type {typeof import('../../index.d.ts').analyzeSql} */
export function analyzeSql(sql, options) {
  assertSql(sql)
  const { given, presentation } = withPresentation(options)
  return /** @type {import('../../index.d.ts').SqlAnalysis} */ (
    resultOf(run('analyzeSql', given, (use) => withEncodedText(sql, use)), presentation)
  )
}

/** @type {typeof import('../../index.d.ts').describeJoins} */
export function describeJoins(datamart) {
  return /** @type {import('../../index.d.ts').Joins} */ (
    resultOf(withEncoded(datamart, ({ tape, text, loneSurrogates }) => shared.run(({ glue }) => glue.describeJoins(tape, text, loneSurrogates))))
  )
}

/** @type {typeof import('../../index.d.ts').rules} */
export function rules() {
  // Copies, so that callers cannot change each other's results.
  return RULES.map(({ wrong, right, ...rule }) => ({
    ...rule,
    docsUrl: `${DOCS_BASE}#${rule.code}`,
    wrong: { ...wrong },
    right: { ...right },
  }))
}

/**
 * @param {'validate' | 'buildRequest' | 'analyzeSql'} name
 * @param {object | null | undefined} options
 * @param {(use: (encoded: Encoded) => Outcome) => Outcome} encode passes on what is validated
 * @returns {Outcome}
 */
function run(name, options, encode) {
  if (options != null && CRASH in options) shared.run(({ glue }) => glue.crash())
  return encode(({ tape, text, loneSurrogates }) => {
    /** @param {{ tape: Uint32Array, text: Uint8Array }} given */
    const judge = (given) => shared.run(({ glue }) => glue[name](tape, text, loneSurrogates, given.tape, given.text))
    return options == null ? judge({ tape: NO_WORDS, text: NO_BYTES }) : withEncoded(options, judge)
  })
}
