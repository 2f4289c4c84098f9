/** A request as a command for a POSIX shell. */
// @ts-check

import { visible } from './visible.js'

/**
 * In JSON an escape means the same as the character, so the body is harmless on the terminal where
 * the command is printed.
 *
 * The body goes to standard input: Linux limits one argument of a command to 128 KiB, which does
 * not apply to the shell's own `printf`.
 *
 * The token goes to another file descriptor, because every user of the machine can read the
 * arguments of a running command. A here-document works in every shell, whatever its built-in
 * commands, and `--header @file` needs no quoting, whatever the token contains.
 *
 * @param {import('../../index.d.ts').DatamartRequest} request without a token
 * @param {string | undefined} tokenName the variable with the token when the command runs
 */
export function curl({ url, method, headers, body }, tokenName) {
  const given = Object.entries(headers).map(([name, value]) => `--header ${quoted(`${name}: ${value}`)}`)
  const token = tokenName === undefined ? undefined : secretHeader(tokenName)
  const words = [`curl --fail-with-body --request ${method} ${quoted(url)}`, ...given, ...(token ? ['--header @/dev/fd/3'] : []), '--data-binary @-']
  return `${token?.check ?? ''}printf %s ${quoted(visible(body))} |\n${words.join(' \\\n  ')}${token?.document ?? ''}\n`
}

/** @param {string} tokenName */
function secretHeader(tokenName) {
  return {
    // Without a token the shell reports it, and nothing is sent, even if the command was pasted
    // into an interactive shell.
    check: `: "\${${tokenName}:?is not set}" &&\n`,
    document: ` 3<<END\nAuthorization: Bearer \${${tokenName}}\nEND`,
  }
}

/**
 * Inside single quotes, a POSIX shell takes everything literally except the quote.
 *
 * @param {string} text
 */
function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`
}
