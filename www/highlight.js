/** Draws one line of JSON: colours of the tokens, and underlines over them. */
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
 * @param {string} text
 * @param {number} start of the line
 * @param {number} end of the line
 * @param {readonly Mark[]} marks those that touch the line
 */
export function drawLine(text, start, end, marks) {
  const line = h('div', { class: 'line' })
  const colours = end - start <= COLOURED ? [...tokens(text, start, end)] : []
  let at = start
  for (const piece of disjoint(text, marks, start, end)) {
    drawTokens(line, text, at, piece.start, colours)
    const mark = h('span', { class: `mark mark-${piece.severity}`, 'data-issues': piece.issues.join(' ') })
    if (piece.start === piece.end) mark.classList.add('mark-nothing')
    drawTokens(mark, text, piece.start, piece.end, colours)
    line.append(mark)
    at = piece.end
  }
  drawTokens(line, text, at, end, colours)
  return line
}

/**
 * @param {Element} into
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {readonly import('./json-text.js').Token[]} colours
 */
function drawTokens(into, text, from, to, colours) {
  let at = from
  for (const token of colours) {
    if (token.end <= at) continue
    if (token.start >= to) break
    if (token.kind === 'punctuation' || token.kind === 'other') continue
    const start = Math.max(token.start, at)
    const end = Math.min(token.end, to)
    if (start > at) into.append(text.slice(at, start))
    into.append(h('span', { class: `token-${kindShown(text, token)}` }, text.slice(start, end)))
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
