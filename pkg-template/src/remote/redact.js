/** Replies may echo the token. It is removed before anything else reads them. */
// @ts-check

const REDACTED = '[redacted]'

/** Tokens are longer. A shorter text may be part of a name. */
const TOO_SHORT = 8

/**
 * @param {string | undefined} token
 * @param {boolean} isError an error need not be exact, so short tokens are removed too
 * @returns {<Value>(text: Value) => Value} returns anything but a string unchanged
 */
export function redactor(token, isError) {
  if (!token || (token.length < TOO_SHORT && !isError)) return (value) => value
  return (value) => /** @type {typeof value} */ (typeof value === 'string' ? value.split(token).join(REDACTED) : value)
}
