/** What goes into the calls and comes out of them, the same for all. */
// @ts-check

import { addDocsUrls, DOCS_BASE } from './docs.js'
import { DatamartInvalidError } from '../boundary/errors.js'

/** Only for tests of the package: an option with this key causes a trap. */
export const CRASH = Symbol.for('datamart-validator.crash')

export const NO_WORDS = new Uint32Array(0)
export const NO_BYTES = new Uint8Array(0)

/** @param {unknown} sql */
export function assertSql(sql) {
  if (typeof sql !== 'string') throw new TypeError('datamart-validator: the SQL expression has to be a string')
}

/**
 * @param {object} outcome what a call gives back
 * @param {unknown} [docsBase] of the options
 * @returns {object}
 */
export function resultOf(outcome, docsBase = DOCS_BASE) {
  if (outcome instanceof TypeError) throw outcome
  if (hasIssues(outcome)) addDocsUrls(outcome.issues, docsBase)
  return outcome
}

/**
 * @param {object} outcome what a call that builds a request gives back
 * @param {unknown} [docsBase] of the options
 * @returns {any} a DatamartRequest or a DatamartUpdateRequest, as the overloads say
 */
export function requestOf(outcome, docsBase) {
  const result = resultOf(outcome, docsBase)
  if (hasIssues(result)) throw new DatamartInvalidError(result.issues)
  return result
}

/**
 * Only its own: there may be an `issues` on Object.prototype.
 *
 * @template {object} Outcome
 * @param {Outcome} outcome
 * @returns {outcome is Outcome & { issues: import('../../index.d.ts').Issue[] }}
 */
function hasIssues(outcome) {
  return Object.hasOwn(outcome, 'issues')
}
