/** The public functions. `index.d.ts` has their types and documentation. */
// @ts-check

import { core, proposals, request } from '#module'
import RULES from '#rules'
import { DOCS_BASE, withPresentation } from './presentation.js'
import { withEncoded, withEncodedText } from '../boundary/encode.js'
import { ANALYZE_SQL, BUILD_REQUEST, call, DESCRIBE_JOINS, VALIDATE } from '../boundary/functions.js'
import { assertSql, CRASH, requestOf, resultOf } from './outcome.js'

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
    resultOf(run(core, VALIDATE, given, (use) => withEncoded(datamart, use)), presentation)
  )
}

/**
 * @param {unknown} datamart
 * @param {import('../../index.d.ts').RequestOptions | null} [options]
 * @returns {any} as the overloads say
 */
export function buildRequest(datamart, options) {
  const { given, presentation } = withPresentation(options)
  return requestOf(run(request, BUILD_REQUEST, given, (use) => withEncoded(datamart, use)), presentation)
}

/** @type {typeof import('../../index.d.ts').analyzeSql} */
export function analyzeSql(sql, options) {
  assertSql(sql)
  const { given, presentation } = withPresentation(options)
  return /** @type {import('../../index.d.ts').SqlAnalysis} */ (
    resultOf(run(core, ANALYZE_SQL, given, (use) => withEncodedText(sql, use)), presentation)
  )
}

/** @type {typeof import('../../index.d.ts').describeJoins} */
export function describeJoins(datamart) {
  return /** @type {import('../../index.d.ts').Joins} */ (
    resultOf(withEncoded(datamart, (encoded) => call(proposals, DESCRIBE_JOINS, encoded)))
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
 * @param {Pick<import('../boundary/instance.js').Functions, 'run'>} of what has the function
 * @param {number} number its number
 * @param {object | null | undefined} options
 * @param {(use: (encoded: Encoded) => Outcome) => Outcome} encode passes on what is validated
 * @returns {Outcome}
 */
function run(of, number, options, encode) {
  if (options != null && CRASH in options) core.run(({ glue }) => glue.crash())
  return encode((value) => (options == null ? call(of, number, value) : withEncoded(options, (given) => call(of, number, value, given))))
}
