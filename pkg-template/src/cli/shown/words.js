/** Numbers with their nouns, names of places. */
// @ts-check

/** @typedef {import('../types.d.ts').Position} Position */

/**
 * @param {number} number
 * @param {string} noun
 */
export function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/**
 * What terminals and editors make a link of.
 *
 * @param {string} file
 * @param {Position} [position]
 */
export function placeText(file, position) {
  return position ? `${file}:${position.line}:${position.column}` : file
}
