/** A line of a file on a terminal, with the width of each character. */
// @ts-check

import { eastAsianWidth } from 'get-east-asian-width'
import { COMMAND, visible } from '../../text/visible.js'

/** Without two `#` in a row. */
const PLAIN = /^(?!.*##)[\u0020-\u007e]*$/

const FLAG = /^\p{Regional_Indicator}{2}/u

const TAB_STOP = 4

/**
 * @typedef {{ at: number, shown: string, width: number }} Cell how the characters at an offset are
 * shown
 */

/** @type {Intl.Segmenter | undefined} */
let segmenter

/**
 * The user-perceived characters, each with its width in columns.
 *
 * @param {string} text one line
 * @returns {Cell[]}
 */
export function cells(text) {
  if (PLAIN.test(text)) return Array.from(text, (shown, at) => ({ at, shown, width: 1 }))
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  // The second sign of each command, as `visible` shows it: a cell has only one sign.
  const commands = new Set(Array.from(text.matchAll(COMMAND), ({ index }) => index + 1))
  let column = 0
  return Array.from(segmenter.segment(text), ({ segment, index }) => {
    const shown = segment === '\t' ? ' '.repeat(TAB_STOP - (column % TAB_STOP)) : commands.has(index) ? '\\u0023' : visible(segment)
    const width = shown === segment ? widthOf(segment) : shown.length
    column += width
    return { at: index, shown, width }
  })
}

/**
 * The number of columns a terminal uses for one user-perceived character. Code points joined to the
 * first one take none.
 *
 * @param {string} segment
 */
function widthOf(segment) {
  // A character shown as an emoji, or a flag.
  if (segment.includes('\ufe0f') || FLAG.test(segment)) return 2
  return eastAsianWidth(segment.codePointAt(0) ?? 0)
}
