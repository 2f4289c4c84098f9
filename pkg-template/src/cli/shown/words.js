/** Numbers with nouns, and names of locations. */
// @ts-check

import path from 'node:path'
import { visible } from '../../text/visible.js'

/** @typedef {import('../types.d.ts').Position} Position */

/**
 * @param {number} number
 * @param {string} noun
 */
export function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/**
 * A file name at the beginning of a line, where a log of GitHub Actions would take
 * `::error::x.json` as a command.
 *
 * @param {string} file
 */
export function fileText(file) {
  const text = visible(file)
  return /^\s*::/.test(text) ? `./${text}` : text
}

/**
 * The path from a folder to a file below it.
 *
 * @param {string} folder
 * @param {string} file
 * @returns {string | undefined} undefined if the file is elsewhere
 */
export function pathBelow(folder, file) {
  const relative = path.relative(folder, path.resolve(file))
  // A name may begin with two dots, and Windows has other drives.
  return relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative) ? undefined : relative
}

/**
 * JSON for programs, harmless on a terminal and in a log, with the same meaning.
 *
 * @param {unknown} value
 */
export function jsonText(value) {
  return JSON.stringify(value, null, 2)
    .split('\n')
    .map((line) => visible(line))
    .join('\n')
}

/**
 * The format that terminals and editors turn into a link.
 *
 * @param {string} file
 * @param {Position} [position]
 */
export function placeText(file, position) {
  return position ? `${file}:${position.line}:${position.column}` : file
}
