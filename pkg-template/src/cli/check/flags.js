/** The meaning of the flags of `check`. */
// @ts-check

import { FORMATS } from '../formats/index.js'
import { colorsFor, widthOf } from '../terminal.js'

/** @typedef {import('../types.d.ts').Judging} Judging */
/** @typedef {import('../types.d.ts').Format} Format */
/**
 * @typedef {import('../options/validation.js').ValidationFlags & {
 *   format: string, quiet?: boolean, maxWarnings?: number, fix?: import('../types.d.ts').WhichFixes, watch?: boolean, ignore?: string[], threads?: number,
 *   stdinFilename?: string, color?: boolean }} Flags
 */

/**
 * @param {Judging['options']} options
 * @param {Flags} flags
 * @param {readonly string[]} roots
 * @returns {Judging}
 */
export function judgingOf(options, { quiet = false, fix, format }, roots) {
  return { options, isQuiet: quiet, fixes: fix, roots, needsExcerpts: format === 'pretty' }
}

/**
 * @param {Flags} flags
 * @returns {Format}
 */
export function formatOf({ format, color }) {
  const Chosen = /** @type {typeof FORMATS[string]} */ (FORMATS[format])
  return new Chosen({ colors: colorsFor(process.stdout, color), width: widthOf(process.stdout) })
}
