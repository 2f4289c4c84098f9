/** A request as a command for a POSIX shell. */
// @ts-check

/**
 * The body goes in by standard input: one argument of a command may have 128 KiB on Linux. `printf` belongs to the shell and has no such bound.
 *
 * @param {import('../../../index.d.ts').DatamartRequest} request without a token
 * @param {string | undefined} tokenName the variable that holds the token when the command runs
 */
export function curl({ url, method, headers, body }, tokenName) {
  const given = Object.entries(headers).map(([name, value]) => `--header ${quoted(`${name}: ${value}`)}`)
  // With no token the shell says so, and nothing is sent.
  if (tokenName !== undefined) given.push(`--header "Authorization: Bearer \${${tokenName}:?is not set}"`)
  const lines = [`printf %s ${quoted(body)} |`, `curl --fail-with-body --request ${method} ${quoted(url)}`, ...given, '--data-binary @-']
  return `${lines[0]}\n${lines.slice(1).join(' \\\n  ')}\n`
}

/**
 * Inside single quotes a POSIX shell takes everything as it stands, but the quote.
 *
 * @param {string} text
 */
function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`
}
