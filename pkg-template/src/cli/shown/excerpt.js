/** The piece of a file that an issue is about, with carets under it. */
// @ts-check

import { cells } from './visible.js'

/** @typedef {import('../types.d.ts').Excerpt} Excerpt */
/** @typedef {import('./visible.js').Cell} Cell */

/** How much of a very long line is kept on each side of where the place begins: more than any terminal shows. */
const KEPT = 400

/**
 * @param {import('../../text/lines.js').TextLines} lines
 * @param {import('../../../index.d.ts').Range} range of the whole text
 * @returns {Excerpt}
 */
export function excerptOf(lines, range) {
  const line = lines.lineAt(range.start)
  const [lineStart, lineEnd] = [lines.start(line), lines.end(line)]
  const from = Math.max(lineStart, range.start - KEPT)
  const to = Math.min(lineEnd, range.start + KEPT)
  const text = lines.text.slice(from, to).replace(/\r$/, '')
  // A place that goes over several lines is marked to the end of its first one.
  const end = Math.min(Math.max(range.end, range.start), from + text.length)
  return {
    line: line + 1,
    text,
    range: { start: range.start - from, end: Math.max(end, range.start) - from },
    isCutBefore: from > lineStart,
    isCutBehind: to < lineEnd,
  }
}

/**
 * @param {Excerpt} excerpt
 * @param {number} width how many columns there are
 * @returns {{ line: string, carets: string, indent: string }} what to write under each other
 */
export function draw(excerpt, width) {
  const { text, range } = excerpt
  const all = cells(text)
  // The cells that hold the place; behind the end of a line there is none, and one caret all the same.
  const first = range.start < text.length ? all.findLastIndex(({ at }) => at <= range.start) : all.length
  const next = all.findIndex(({ at }) => at >= range.end)
  const last = Math.max(first + 1, next < 0 ? all.length : next)
  const { from, to } = window(all, first, last, width - 2)
  const before = from > 0 || excerpt.isCutBefore ? '…' : ''
  const behind = to < all.length || excerpt.isCutBehind ? '…' : ''
  const line = before + all.slice(from, to).map(({ shown }) => shown).join('') + behind
  const marked = Math.max(1, widthOf(all, first, Math.min(last, to)))
  return { line, indent: ' '.repeat(before.length + widthOf(all, from, first)), carets: '^'.repeat(marked) }
}

/**
 * @param {Cell[]} all
 * @param {number} from
 * @param {number} to
 */
function widthOf(all, from, to) {
  let width = 0
  for (let at = from; at < to; at++) width += all[at]?.width ?? 0
  return width
}

/**
 * As many cells around the place as there is room for, the place first.
 *
 * @param {Cell[]} all
 * @param {number} first
 * @param {number} last
 * @param {number} width
 */
function window(all, first, last, width) {
  let [from, to, room] = [first, first, width]
  const fits = (/** @type {number} */ at) => at >= 0 && at < all.length && widthOf(all, at, at + 1) <= room
  const take = (/** @type {number} */ at) => (room -= widthOf(all, at, at + 1))
  while (to < last && fits(to)) take(to++)
  // A third of what is left behind the place; the rest of it before the place, where the key is.
  const kept = Math.floor(room / 3)
  while (fits(from - 1) && room - widthOf(all, from - 1, from) >= kept) take(--from)
  while (fits(to)) take(to++)
  while (fits(from - 1)) take(--from)
  return { from, to }
}
