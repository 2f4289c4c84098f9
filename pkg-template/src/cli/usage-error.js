/** Exit codes, and the error for wrong usage. */
// @ts-check

/** No datamart has an error. */
export const RIGHT = 0
/** A datamart has an error, or there are more warnings than allowed. */
export const WRONG = 1
/** The command was used incorrectly, or something could not be read. */
export const UNUSABLE = 2

/** Printed without a stack: it is not a bug. */
export class UsageError extends Error {
  name = 'UsageError'

  /**
   * @param {string} message one line
   * @param {string} [hint] a second line, without user input
   */
  constructor(message, hint) {
    super(message)
    this.hint = hint
  }
}

/**
 * A command-line word, shortened so that an error may quote it even if it is neither an option nor
 * a file. Text after `=` may be a secret, and so may text after the letter of an unknown option:
 * `--token=SECRET`, `token=SECRET`, `-pSECRET`.
 *
 * @param {string} word
 */
export function withoutValue(word) {
  if (/^-[^-=]/.test(word) && !word.endsWith('.json')) return word.slice(0, 2)
  const [name = word] = /^[^=/\\]+(?==)/.exec(word) ?? []
  return name === word || word.startsWith('-') ? name : `${name}=…`
}

/**
 * Whether access was refused not by the file but by the runtime: Node.js with `--permission`, or
 * Deno. Their messages name the missing flag.
 *
 * @param {unknown} error
 * @returns {error is Error}
 */
export function isForbidden(error) {
  return error instanceof Error && (error.name === 'NotCapable' || /** @type {NodeJS.ErrnoException} */ (error).code === 'ERR_ACCESS_DENIED')
}
