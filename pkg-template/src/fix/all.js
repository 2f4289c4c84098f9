/** Applies the fixes of many issues to JSON text as one change. */
// @ts-check

import { replacement } from '../text/difference.js'
import { fixableIssues } from '../text/readable.js'
import { applyTogether } from './together.js'

/** @typedef {import('../../index.d.ts').Issue} Issue */
/** @typedef {import('../../index.d.ts').TextEdit} TextEdit */

/** Fixes that overlap are applied one round after the other. */
const MOST_ROUNDS = 20

/**
 * Applies the fixes of the wanted issues, until none is left that makes progress.
 *
 * @param {string} text
 * @param {Pick<import('../../index.d.ts').Validator, 'validate'>} validator
 * @param {(issue: Issue) => boolean} isWanted
 * @returns {{ count: number, edits: readonly TextEdit[] }} the number of fixes, and the changes of
 * the text
 */
export function fixAll(text, validator, isWanted) {
  let fixed = text
  let count = 0
  /** @type {readonly TextEdit[]} */
  let edits = []
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixes = fixableIssues(validator.validate(fixed).issues).flatMap((issue) => (issue.fix && isWanted(issue) ? [issue.fix] : []))
    if (fixes.length === 0) break
    const next = applyTogether(fixed, fixes)
    if (next.chosen.size === 0 || next.text === fixed) break
    // Changes of a later round are in terms of a text in between, which exists only here.
    edits = round === 0 ? next.edits : [replacement(text, next.text)]
    fixed = next.text
    count += next.chosen.size
  }
  return { count, edits }
}
