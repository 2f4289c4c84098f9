/** Reads JSON files that options name: a catalog, a reply of the API, a configuration. */
// @ts-check

import { validateDatamart } from '#package'
import { TextLines } from '../../text-lines.js'
import { readSource } from '../input/read.js'
import { Misuse } from '../misuse.js'
import { placeText } from '../shown/words.js'

/**
 * @param {string} file
 * @param {string} flag the option that names it
 * @returns {unknown}
 */
export function readJson(file, flag) {
  const text = textOf(file, flag)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Misuse(`${flag}: ${whyNoJson(file, text) ?? `${file} is no JSON: ${/** @type {Error} */ (error).message}`}`)
  }
}

/**
 * @param {string} file
 * @param {string} flag
 */
function textOf(file, flag) {
  try {
    return readSource(file).text
  } catch (error) {
    throw error instanceof Misuse ? new Misuse(`${flag}: ${file} cannot be read: ${error.message}`) : error
  }
}

/**
 * The package's own reader says it better than JSON.parse, and with the place.
 *
 * @param {string} file
 * @param {string} text
 */
function whyNoJson(file, text) {
  const slip = validateDatamart(text).issues.find(({ code }) => code === 'syntax')
  if (!slip?.textRange) return undefined
  const position = new TextLines(text).position(slip.textRange.start)
  const message = text.trim() === '' ? 'the file is empty' : slip.message
  return `${placeText(file, position)} is no JSON: ${message}`
}
