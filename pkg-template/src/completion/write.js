/** Writes what is inserted in the style of the text around it. */
// @ts-check

/**
 * The caret in what is to be inserted. JSON has no such character, and neither line feeds nor tabs,
 * which mark where a line may be broken and how deep the next one is.
 */
export const CARET = '\u0001'

/** @typedef {{ line: string, unit: string | undefined }} Indentation of the line, and of one level; undefined if the text is one line */

/** @param {string} text @param {number} at @returns {Indentation} */
export function indentationAt(text, at) {
  const begin = text.lastIndexOf('\n', at - 1) + 1
  const line = /^[^\S\n]*/.exec(text.slice(begin, at))?.[0] ?? ''
  const unit = /\n([^\S\n]+)\S/.exec(text)?.[1]
  return { line, unit: unit ?? (text.trim() === '' || text.includes('\n') ? '  ' : undefined) }
}

/**
 * @param {string} json with the caret, and with line feeds where a text of several lines is broken
 * @param {string} comma after it
 * @param {Indentation} indentation
 */
export function written(json, comma, { line, unit }) {
  const isBroken = unit !== undefined && json.includes('\n')
  const text = isBroken ? json.replace(/\n(\t*)/g, (_, levels) => `\n${line}${unit.repeat(levels.length)}`) : json.replace(/\n\t*/g, ' ')
  const caret = text.indexOf(CARET)
  const insert = text.replace(CARET, '') + comma
  return caret < 0 ? { insert } : { insert, caret }
}
