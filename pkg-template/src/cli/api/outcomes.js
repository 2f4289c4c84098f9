/** Reports what a command that talks to the API did to each datamart, for people or as JSON. */
// @ts-check

import { Option } from 'commander'
import { VERSION } from '#version'
import { visible } from '../../text/visible.js'
import { fileText, jsonText } from '../shown/words.js'
import { colorsFor, write } from '../terminal.js'

/** Increased when a field is removed or changes its meaning. */
const FORMAT_VERSION = 1

/**
 * @typedef {object} Outcome
 * @property {string} outcome such as `created` or `failed`
 * @property {string} [file]
 * @property {string} [name] of the datamart
 * @property {string} [message] why it failed
 * @property {readonly string[]} [unseen] fields that the API does not show, and that a new file
 * therefore lacks
 */

/** @typedef {{ format: 'pretty' | 'json', color?: boolean }} OutputFlags */

/** The flag that every command for the API has. */
export function formatOption() {
  return new Option('-f, --format <format>', 'how to print the results').choices(['pretty', 'json']).default('pretty')
}

/** Outcomes that make the command fail. */
const FAILED = new Set(['failed', 'invalid', 'refused', 'unknown', 'not sent'])

/** @param {Outcome} outcome */
export function isFailure({ outcome }) {
  return FAILED.has(outcome)
}

/** @param {Outcome} outcome @param {OutputFlags} flags */
export function outcomeLine({ outcome, file, name, message }, { color }) {
  const { bold, red, green, dim } = colorsFor(process.stdout, color)
  const paint = FAILED.has(outcome) ? red : outcome === 'unchanged' ? dim : green
  const subject = file === undefined ? visible(name ?? '') : fileText(file)
  const label = file === undefined || name === undefined ? '' : dim(` (${visible(name)})`)
  return `${bold(subject)}${label}: ${paint(outcome)}${message === undefined ? '' : `: ${visible(message)}`}\n`
}

/**
 * @param {object} result
 * @param {OutputFlags} flags
 */
export function writeJson(result, { format }) {
  if (format === 'json') write(`${jsonText({ version: FORMAT_VERSION, validator: VERSION, ...result })}\n`)
}
