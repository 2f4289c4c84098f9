/** Draws text that is only read, with colours and with underlines over them: a line of JSON, or an expression. */
// @ts-check

import { h } from './dom.js'
import { tokens } from './json-text.js'

/**
 * A stretch of text to underline.
 *
 * @typedef {{ start: number, end: number, severity: import('./package.js').Severity, issue: number }} Mark
 */

/** Longer lines stay without colours: they would become too many elements. */
const COLOURED = 5_000

/**
 * A stretch of text in a colour.
 *
 * @typedef {{ start: number, end: number, class: string }} Stretch
 */

/**
 * @param {string} text
 * @param {number} start of the line
 * @param {number} end of the line
 */
export function drawLine(text, start, end) {
  const line = h('div', { class: 'line' })
  /** @type {Stretch[]} */
  const colours = []
  for (const token of end - start <= COLOURED ? tokens(text, start, end) : []) {
    if (token.kind === 'punctuation' || token.kind === 'other') continue
    colours.push({ start: token.start, end: token.end, class: `token-${kindShown(text, token)}` })
  }
  drawColoured(line, text, start, end, colours)
  return line
}

/**
 * Draws a piece of a text.
 *
 * @param {Element} into
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {readonly Mark[]} marks
 * @param {readonly Stretch[]} colours in the order of the text, none over another
 */
export function drawMarked(into, text, start, end, marks, colours) {
  let at = start
  for (const piece of disjoint(text, marks, start, end)) {
    drawColoured(into, text, at, piece.start, colours)
    const mark = h('span', { class: `mark mark-${piece.severity}`, 'data-issues': piece.issues.join(' ') })
    if (piece.start === piece.end) mark.classList.add('mark-nothing')
    drawColoured(mark, text, piece.start, piece.end, colours)
    into.append(mark)
    at = piece.end
  }
  drawColoured(into, text, at, end, colours)
}

/**
 * @param {Element} into
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {readonly Stretch[]} colours
 */
function drawColoured(into, text, from, to, colours) {
  let at = from
  for (const stretch of colours) {
    if (stretch.end <= at) continue
    if (stretch.start >= to) break
    const start = Math.max(stretch.start, at)
    const end = Math.min(stretch.end, to)
    if (start > at) into.append(text.slice(at, start))
    into.append(h('span', { class: stretch.class }, text.slice(start, end)))
    at = end
  }
  if (at < to) into.append(text.slice(at, to))
}

/**
 * @param {string} text
 * @param {import('./json-text.js').Token} token
 */
function kindShown(text, token) {
  if (token.kind !== 'string') return token.kind
  let at = token.end
  while (text.charCodeAt(at) === 32) at++
  return text[at] === ':' ? 'key' : 'string'
}

/**
 * Cuts marks that overlap into pieces that do not; a piece that belongs to an error looks like one.
 *
 * @param {string} text
 * @param {readonly Mark[]} marks
 * @param {number} from
 * @param {number} to
 */
function disjoint(text, marks, from, to) {
  const clipped = marks.map((mark) => ({
    ...mark,
    start: Math.min(Math.max(mark.start, from), to),
    end: Math.min(Math.max(mark.end, from), to),
  }))
  // A mark of no width is drawn under the character that it stands before.
  for (const mark of clipped) {
    if (mark.start === mark.end && mark.end < to) mark.end += (text.codePointAt(mark.end) ?? 0) > 0xffff ? 2 : 1
  }
  const cuts = [...new Set(clipped.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const pieces = []
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1] ?? start
    const within = clipped.filter((mark) =>
      mark.start === mark.end ? mark.start === start && end === start : mark.start <= start && mark.end >= end && end > start,
    )
    if (within.length === 0) continue
    const severity = within.some((mark) => mark.severity === 'error') ? 'error' : 'warning'
    pieces.push({ start, end, severity, issues: within.map(({ issue }) => issue) })
  }
  return pieces
}
