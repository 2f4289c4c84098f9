/** The input and output of all calls. */
// @ts-check

import { DEFAULT, present } from './presentation.js'
import { DatamartInvalidError } from '../boundary/errors.js'

/** Only for the package's tests: an option with this key causes a trap. */
export const CRASH = Symbol.for('datamart-validator.crash')

/** @param {unknown} sql */
export function assertSql(sql) {
  if (typeof sql !== 'string') throw new TypeError('datamart-validator: the SQL expression must be a string')
}

/**
 * Reads what a call returned: JSON text, unless it begins with a letter that JSON does not begin
 * with. The body of a request is JSON already, and follows its other members.
 *
 * @param {import('../boundary/generated.d.ts').Outcome} outcome
 * @returns {any}
 */
export function read(outcome) {
  if (outcome.startsWith('e')) throw new TypeError(`datamart-validator: ${outcome.slice(1)}`)
  if (!outcome.startsWith('r')) return JSON.parse(outcome)
  const end = outcome.indexOf('\n')
  return { ...JSON.parse(outcome.slice(1, end)), body: outcome.slice(end + 1) }
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
