/** What stands between the parts of an object or a list: commas, whitespace, comments. */
// @ts-check

import { endOfComment } from './json-text.js'

/** @typedef {{ start: number, end: number }} Place */
/**
 * A comment belongs to the part on whose line it stands, or else to the part on the line below.
 *
 * @typedef {object} Gap
 * @property {number} comma its offset, -1 if there is none
 * @property {number} from where what belongs to the part before ends, its comma included
 * @property {number} to where what belongs to the next part begins
 * @property {Place[]} comments between the two: they belong to none
 * @property {boolean} endsInLine whether what belongs to the part before ends in a comment that ends with its line
 */

/**
 * @param {string} text
 * @param {number} start the end of a part, or behind the opening bracket
 * @param {number} end the start of the next part, or the closing bracket
 * @param {boolean} isLast whether the closing bracket follows
 * @returns {Gap}
 */
export function readGap(text, start, end, isLast) {
  let comma = -1
  /** @type {Place[]} */
  const comments = []
  let from = start
  let endsInLine = false
  let isOwn = true
  for (let at = start; at < end; ) {
    const sign = text[at]
    if (sign === ',') {
      comma = at++
      from = at
      endsInLine = false
      // Those in front of the comma.
      comments.length = 0
      isOwn = true
    } else if (sign === '/') {
      const stop = Math.min(endOfComment(text, at), end)
      const isLine = text[at + 1] === '/'
      comments.push({ start: at, end: stop })
      if (isOwn && (isLine || isLast || /^[ \t]*(?:,|\r?\n)/.test(text.slice(stop, stop + 200)))) {
        from = stop
        endsInLine = isLine
        comments.length = 0
      }
      at = stop
    } else {
      // What is behind a line break is not on the line of the part.
      if (sign === '\n' || sign === '\r') isOwn = false
      at++
    }
  }
  let to = end
  if (!isLast) {
    for (let comment = comments.at(-1); comment && !/\n\s*\n/.test(text.slice(comment.end, to)); comment = comments.at(-1)) {
      to = comment.start
      comments.pop()
    }
  }
  return { comma, from, to, comments, endsInLine }
}

/** Whether a text that follows ends the line at once. @param {string} text @param {number} at */
export function endsLine(text, at) {
  while (text[at] === ' ' || text[at] === '\t') at++
  return text[at] === '\n' || text[at] === '\r'
}
