/** Applies the fixes of a datamart's issues to its text, until nothing is left that can be mended. */
// @ts-check

import { applyTextEdits, fixableIssues, textEdits } from '../../text-edits.js'
import { applyTogether } from './together.js'

/** @typedef {import('../../../index.d.ts').ValidationResult} ValidationResult */

/** Fixes may show mistakes that have fixes, and these in turn; two that undo each other have to end all the same. */
const MAX_ROUNDS = 25

/**
 * @param {string} text
 * @param {(text: string) => ValidationResult} validate
 * @returns {{ text: string, result: ValidationResult, fixed: number }} with the verdict on what has come out
 */
export function mend(text, validate) {
  let result = validate(text)
  let fixed = 0
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const fixes = mendableIssues(result).flatMap(({ fix }) => fix ?? [])
    const [first] = fixes
    if (!first) break
    const together = applyTogether(text, fixes)
    text = together.count > 0 ? together.text : applyTextEdits(text, textEdits(text, first))
    fixed += Math.max(together.count, 1)
    result = validate(text)
  }
  return { text, result, fixed }
}

/** The issues that can be fixed: of a text with a key twice none, because it says more than the value made of it. @param {ValidationResult} result */
export function mendableIssues({ issues }) {
  return issues.some(({ code }) => code === 'duplicate-key') ? [] : fixableIssues(issues)
}
