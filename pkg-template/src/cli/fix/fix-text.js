/**
 * Applies the fixes of a datamart's issues to its text, and keeps only changes that do not make it
 * worse.
 */
// @ts-check

import { applyTogether, isRemoval } from '../../fix/together.js'
import { fixableIssues, isReadable, isRepair } from '../../text/readable.js'

/** @typedef {import('../types.d.ts').WhichFixes} WhichFixes */
/** @typedef {import('../types.d.ts').WhyNotFixed} WhyNotFixed */
/** @typedef {import('../../../index.d.ts').Fix} Fix */
/** @typedef {import('../../../index.d.ts').Issue} Issue */
/** @typedef {import('../../../index.d.ts').ValidationResult} ValidationResult */
/** @typedef {Issue & { fix: Fix }} Fixable */

/**
 * Ordinary texts stay far below these limits. Each round applies a fix, refuses one, or tries fewer
 * at once, and validates the whole text.
 */
const MAX_ROUNDS = 1000
const MAX_JUDGED = 64 * 1024 * 1024

/**
 * An issue with one of these codes keeps the contents of its value from being checked: its fix may
 * reveal mistakes there.
 */
const REVEALING = new Set([
  'required', 'type', 'unknown-field', 'not-allowed-value', 'unknown-table', 'unknown-mapping-table', 'unknown-relationship-table', 'index-pattern-unsupported',
  'schema-unsupported',
])

/**
 * @param {string} text
 * @param {(text: string) => ValidationResult} validate
 * @param {WhichFixes} which
 * @returns {{ text: string, result: ValidationResult, fixed: number, whyNot: (issue: Issue) =>
 * WhyNotFixed | undefined }} with the result for the new text, and the reason why an issue with a
 * fix remains
 */
export function fixText(text, validate, which) {
  /** @type {Map<string, WhyNotFixed>} */
  const refused = new Map()
  const seen = new Set([text])
  let result = validate(text)
  let fixed = 0
  let size = Infinity
  let isDone = false
  for (let round = 0, judged = 0; round < MAX_ROUNDS && (round < 4 || judged < MAX_JUDGED); round++, judged += text.length) {
    const wanted = applicable(result).filter((issue) => (which === 'all' || issue.fix.certainty === 'certain') && !refused.has(keyOf(issue)))
    isDone = wanted.length === 0
    if (isDone) break
    const tried = attempt(text, wanted.slice(0, size))
    const after = seen.has(tried.text) ? undefined : validate(tried.text)
    const reason = after ? whyWorse(result, after, tried.issues) : 'no effect'
    if (after && reason === undefined) {
      text = tried.text
      seen.add(text)
      result = after
      fixed += tried.issues.length
      size *= 2
    } else if (tried.issues.length > 1) {
      size = Math.ceil(tried.issues.length / 2)
    } else {
      for (const issue of tried.issues) refused.set(keyOf(issue), reason ?? 'no effect')
    }
  }
  const left = new Set(applicable(result).map(keyOf))
  const whyNot = (/** @type {Issue} */ issue) => {
    const key = keyOf(issue)
    if (!left.has(key)) return undefined
    return refused.get(key) ?? (which === 'certain' && issue.fix?.certainty === 'probable' ? 'probable' : isDone ? 'no effect' : 'not tried')
  }
  return { text, result, fixed, whyNot }
}

/**
 * The issues whose fixes can be applied. If a text repeats a key, only repairs can: it contains
 * more than its value.
 *
 * @param {ValidationResult} result
 */
export function applicable({ issues }) {
  const isRepeating = issues.some(({ code }) => code === 'duplicate-key')
  return /** @type {Fixable[]} */ (fixableIssues(issues).filter(({ fix }) => !isRepeating || isRepair(fix)))
}

/**
 * Applies as many independent fixes as possible: always the first one.
 *
 * @param {string} text
 * @param {readonly Fixable[]} issues
 * @returns {{ text: string, issues: readonly Fixable[] }}
 */
function attempt(text, issues) {
  const together = applyTogether(text, issues.map(({ fix }) => fix))
  return { text: together.text, issues: issues.filter(({ fix }) => together.chosen.has(fix)) }
}

/** Identifies an issue while the text changes. @param {Issue} issue */
function keyOf({ code, path, message, fix }) {
  return JSON.stringify([code, path, message, fix?.title])
}

/**
 * @param {ValidationResult} before
 * @param {ValidationResult} after
 * @param {readonly Fixable[]} tried
 * @returns {WhyNotFixed | undefined}
 */
function whyWorse(before, after, tried) {
  if (remains(before, after, tried)) return 'no effect'
  // Only the syntax of an unreadable text is known.
  if (!isReadable(before.issues)) return undefined
  if (!isReadable(after.issues)) return 'worse'
  const revealed = new Set(tried.filter(({ code }) => REVEALING.has(code)).flatMap(({ fix }) => fix.edits.flatMap((edit) => ('path' in edit ? [JSON.stringify(edit.path.slice(0, -1))] : []))))
  const isRevealed = (/** @type {Issue} */ { path }) => [...path.keys(), path.length].some((end) => revealed.has(JSON.stringify(path.slice(0, end))))
  const errors = errorsByCode(before.issues)
  const others = errorsByCode(after.issues.filter((issue) => revealed.size === 0 || !isRevealed(issue)))
  for (const [code, number] of others) if (number > (errors.get(code) ?? 0)) return 'worse'
  return undefined
}

/**
 * Whether an issue that was tried is still there.
 *
 * @param {ValidationResult} before
 * @param {ValidationResult} after
 * @param {readonly Fixable[]} tried
 */
function remains(before, after, tried) {
  const [known, left] = [before, after].map(({ issues }) => countBy(issues, kindOf))
  const kinds = new Set(tried.map(kindOf).filter((kind) => (left?.get(kind) ?? 0) >= (known?.get(kind) ?? 0)))
  if (kinds.size === 0 || !isCut(before)) return kinds.size > 0
  // Issues that were not listed before may be listed now. A removed item is gone, although the next
  // one has its path.
  const there = new Set(after.issues.map(placeOf))
  return tried.some((issue) => kinds.has(kindOf(issue)) && !isRemoval(issue.fix.edits) && there.has(placeOf(issue)))
}

/** Whether there are more issues than are listed. @param {ValidationResult} result */
function isCut({ issues }) {
  return issues.some(({ code }) => code === 'too-many-issues')
}

/** @param {Issue} issue */
function placeOf({ code, message, path }) {
  return JSON.stringify([code, message, path])
}

/** @param {Issue} issue */
function kindOf({ code, message }) {
  return `${code} ${message}`
}

/** @param {readonly Issue[]} issues */
function errorsByCode(issues) {
  return countBy(issues.filter(({ severity }) => severity === 'error'), ({ code }) => code)
}

/**
 * @param {readonly Issue[]} issues
 * @param {(issue: Issue) => string} keyOf
 */
function countBy(issues, keyOf) {
  /** @type {Map<string, number>} */
  const counts = new Map()
  for (const issue of issues) counts.set(keyOf(issue), (counts.get(keyOf(issue)) ?? 0) + 1)
  return counts
}
