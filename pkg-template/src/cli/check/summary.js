/** Counts the results, and derives the exit code. */
// @ts-check

import { RIGHT, UNUSABLE, WRONG } from '../usage-error.js'

/** @typedef {import('../types.d.ts').FileReport} FileReport */
/** @typedef {import('../types.d.ts').Summary} Summary */

/** @returns {Summary} */
export function emptySummary() {
  return { files: 0, wrong: 0, errors: 0, warnings: 0, fixable: 0, certain: 0, fixed: 0, failures: 0 }
}

/**
 * @param {Summary} summary
 * @param {FileReport} report
 */
export function addTo(summary, report) {
  if ('failure' in report) {
    summary.failures++
    return
  }
  summary.files++
  if (report.errors > 0) summary.wrong++
  for (const key of /** @type {const} */ (['errors', 'warnings', 'fixable', 'certain', 'fixed'])) summary[key] += report[key]
}

/**
 * @param {Summary} summary
 * @param {number | undefined} maxWarnings
 */
export function limitWarnings(summary, maxWarnings) {
  if (maxWarnings !== undefined && summary.warnings > maxWarnings) summary.exceeded = maxWarnings
}

/** @param {Summary} summary */
export function exitCodeOf({ failures, errors, exceeded }) {
  if (failures > 0) return UNUSABLE
  return errors > 0 || exceeded !== undefined ? WRONG : RIGHT
}
