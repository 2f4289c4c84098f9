/** Replies may repeat what they were asked with: the token is taken out before anybody reads them. */
// @ts-check

const REDACTED = '[redacted]'

/** A shorter text than any token, which may be a part of some name. */
const TOO_SHORT = 8

/**
 * @param {string | undefined} token
 * @param {boolean} isError names may hold a text that is short, and errors need not be exact
 * @returns {<Value>(text: Value) => Value} leaves alone what is no string
 */
export function redactor(token, isError) {
  if (!token || (token.length < TOO_SHORT && !isError)) return (value) => value
  return (value) => /** @type {typeof value} */ (typeof value === 'string' ? value.split(token).join(REDACTED) : value)
}
