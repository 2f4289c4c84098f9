/** Text of a file on a terminal: characters that would act on it, or could not be seen, are shown as escapes. */
// @ts-check

import { eastAsianWidth } from 'get-east-asian-width'

/** Controls, those of bidirectional text, separators of lines, what has no width, halves of surrogate pairs. */
const UNSHOWN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu

const PLAIN = /^[\u0020-\u007e]*$/

const FLAG = /^\p{Regional_Indicator}{2}/u

const TAB_STOP = 4

/** @typedef {{ at: number, shown: string, width: number }} Cell what is shown of the characters that begin at an offset */

/** @type {Intl.Segmenter | undefined} */
let segmenter

/** @param {string} text */
export function visible(text) {
  return text.replace(UNSHOWN, escape)
}

/** @param {string} character */
function escape(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/**
 * What a person takes for characters, each with the columns that it takes.
 *
 * @param {string} text one line
 * @returns {Cell[]}
 */
export function cells(text) {
  if (PLAIN.test(text)) return Array.from(text, (shown, at) => ({ at, shown, width: 1 }))
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  let column = 0
  return Array.from(segmenter.segment(text), ({ segment, index }) => {
    const shown = segment === '\t' ? ' '.repeat(TAB_STOP - (column % TAB_STOP)) : visible(segment)
    const width = shown === segment ? widthOf(segment) : shown.length
    column += width
    return { at: index, shown, width }
  })
}

/**
 * How many columns a terminal gives to what a person takes for one character. What is joined to the first code point takes none.
 *
 * @param {string} segment
 */
function widthOf(segment) {
  // A sign that is asked to be an emoji, or a flag.
  if (segment.includes('\ufe0f') || FLAG.test(segment)) return 2
  return eastAsianWidth(segment.codePointAt(0) ?? 0)
}
