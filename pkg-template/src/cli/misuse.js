/** Exit codes, and the error of whoever used the command wrongly. */
// @ts-check

/** No datamart has an error. */
export const RIGHT = 0
/** A datamart has an error, or there are more warnings than are let pass. */
export const WRONG = 1
/** The command was used wrongly, or something could not be read. */
export const UNUSABLE = 2

/** Something to be told without a stack: it is no bug. */
export class Misuse extends Error {
  name = 'Misuse'

  /**
   * @param {string} message one line
   * @param {string} [hint] a line more, in our own words
   */
  constructor(message, hint) {
    super(message)
    this.hint = hint
  }
}

/**
 * A word of the command line as an error may quote it if it is neither an option nor a file. What follows `=` may be a secret, and so may what
 * follows the letter of an unknown option: `--token=SECRET`, `token=SECRET`, `-pSECRET`.
 *
 * @param {string} word
 */
export function withoutValue(word) {
  if (/^-[^-=]/.test(word) && !word.endsWith('.json')) return word.slice(0, 2)
  const [name = word] = /^[^=/\\]+(?==)/.exec(word) ?? []
  return name === word || word.startsWith('-') ? name : `${name}=…`
}

/**
 * Whether it is not the file that refuses, but what runs the program: Node.js with `--permission`, or Deno. Their messages name the flag that
 * is missing.
 *
 * @param {unknown} error
 * @returns {error is Error}
 */
export function isForbidden(error) {
  return error instanceof Error && (error.name === 'NotCapable' || /** @type {NodeJS.ErrnoException} */ (error).code === 'ERR_ACCESS_DENIED')
}
