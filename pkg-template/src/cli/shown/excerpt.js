/** The part of a file that an issue is about, underlined with carets. */
// @ts-check

import { cells } from './visible.js'

/** @typedef {import('../types.d.ts').Excerpt} Excerpt */
/** @typedef {import('./visible.js').Cell} Cell */

/** How much of a very long line is kept on each side of the range: more than any terminal shows. */
const KEPT = 400

/**
 * @param {import('../../text/lines.js').TextLines} lines
 * @param {import('../../../index.d.ts').Range} range in the whole text
 * @returns {Excerpt}
 */
export function excerptOf(lines, range) {
  const line = lines.lineAt(range.start)
  const [lineStart, lineEnd] = [lines.start(line), lines.end(line)]
  const from = Math.max(lineStart, range.start - KEPT)
  const to = Math.min(lineEnd, range.start + KEPT)
  const text = lines.text.slice(from, to).replace(/\r$/, '')
  // A range over several lines is marked to the end of its first line.
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
 * @param {number} width the number of columns
 * @returns {{ line: string, carets: string, indent: string }} the lines to print below each other
 */
export function draw(excerpt, width) {
  const { text, range } = excerpt
  const all = cells(text)
  // The cells of the range. At the end of a line there is none, but one caret is still drawn.
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
 * As many cells around the range as there is room for, giving priority to the range.
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
  // A third of the remaining room comes after the range; the rest before it, where the key is.
  const kept = Math.floor(room / 3)
  while (fits(from - 1) && room - widthOf(all, from - 1, from) >= kept) take(--from)
  while (fits(to)) take(to++)
  while (fits(from - 1)) take(--from)
  return { from, to }
}
