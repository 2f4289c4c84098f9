/** Reads the JSON files that options refer to: a catalog, a reply of the API, a configuration. */
// @ts-check

import { validateDatamart } from '#package'
import { TextLines } from '../../text/lines.js'
import { readSource } from '../input/read.js'
import { UsageError } from '../usage-error.js'
import { placeText } from '../shown/words.js'

/**
 * @param {string} file
 * @param {string} flag the option with the file name
 * @returns {unknown}
 */
export function readJson(file, flag) {
  const text = textOf(file, flag)
  let value
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new UsageError(`${flag}: ${mistakeIn(file, text, 'syntax') ?? `${file} is not JSON: ${/** @type {Error} */ (error).message}`}`)
  }
  const repeated = mistakeIn(file, text, 'duplicate-key')
  if (repeated !== undefined) throw new UsageError(`${flag}: ${repeated}`)
  return value
}

/**
 * @param {string} file
 * @param {string} flag
 */
function textOf(file, flag) {
  try {
    return readSource(file).text
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(`${flag}: ${file} could not be read: ${error.message}`) : error
  }
}

/**
 * The package's own reader reports the position, unlike JSON.parse, and detects repeated keys.
 *
 * @param {string} file
 * @param {string} text
 * @param {'syntax' | 'duplicate-key'} wanted
 */
function mistakeIn(file, text, wanted) {
  const issue = validateDatamart(text).issues.find(({ code }) => code === wanted)
  if (!issue?.textRange) return undefined
  const place = placeText(file, new TextLines(text).position(issue.textRange.start))
  if (wanted === 'duplicate-key') return `${place}: ${issue.message}`
  return `${place} is not JSON: ${text.trim() === '' ? 'the file is empty' : issue.message}`
}
