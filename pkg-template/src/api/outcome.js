/** The input and output of all calls. */
// @ts-check

import { DEFAULT, present } from './presentation.js'
import { DatamartInvalidError } from '../boundary/errors.js'

/** Only for the package's tests: an option with this key causes a trap. */
export const CRASH = Symbol.for('datamart-validator.crash')

export const NO_WORDS = new Uint32Array(0)
export const NO_BYTES = new Uint8Array(0)

/** @param {unknown} sql */
export function assertSql(sql) {
  if (typeof sql !== 'string') throw new TypeError('datamart-validator: the SQL expression must be a string')
}

/**
 * Reads what a call returned: JSON text. A request is two texts, because its body is JSON already.
 *
 * @param {import('../boundary/generated.d.ts').Outcome} outcome
 * @returns {any}
 */
export function read(outcome) {
  if (typeof outcome === 'string') return JSON.parse(outcome)
  if (outcome instanceof TypeError) throw outcome
  return { ...JSON.parse(outcome[0]), body: outcome[1] }
}

/**
 * @param {import('../boundary/generated.d.ts').Outcome} outcome of a call
 * @param {import('./presentation.js').Presentation} [presentation] from the options
 * @returns {object}
 */
export function resultOf(outcome, presentation = DEFAULT) {
  const result = read(outcome)
  if (hasIssues(result)) present(result.issues, presentation)
  return result
}

/**
 * @param {import('../boundary/generated.d.ts').Outcome} outcome of a call that builds a request
 * @param {import('./presentation.js').Presentation} [presentation] from the options
 * @returns {any} a DatamartRequest or a DatamartUpdateRequest, as the overloads say
 */
export function requestOf(outcome, presentation) {
  const result = resultOf(outcome, presentation)
  if (hasIssues(result)) throw new DatamartInvalidError(result.issues)
  return result
}

/**
 * Checks own members only: Object.prototype may have `issues`.
 *
 * @template {object} Outcome
 * @param {Outcome} outcome
 * @returns {outcome is Outcome & { issues: import('../../index.d.ts').Issue[] }}
 */
function hasIssues(outcome) {
  return Object.hasOwn(outcome, 'issues')
}
