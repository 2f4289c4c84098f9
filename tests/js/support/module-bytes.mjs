/** The module's bytes inside a script: as text, on a line of their own. */

import assert from 'node:assert/strict'

/** As `pkg-template/src/boundary/module/printable.js` has them. */
const ALPHABET = String.fromCharCode(...Array(127).keys()).replace(/[^!-~]|["'`\\$<]/g, '')
const SINGLES = ALPHABET.length - 2

/** A piece of it: code has a space, a quote or a line break long before that. */
const PIECE = /[^"'`\\$<\s\x7f-\uffff]{20000}/

/**
 * The lines of a script that have the module's text, each of which has to have nothing else on it, and nothing but white space close to it.
 *
 * @param {string} code
 */
export function moduleTexts(code) {
  const lines = code.split('\n')
  return lines.flatMap((line, index) => {
    if (!PIECE.test(line)) return []
    const stray = [...line].findIndex((character) => !ALPHABET.includes(character))
    assert.equal(stray, -1, `code shares a line with the module's bytes: ${line.slice(Math.max(0, stray - 100), stray + 100)}`)
    // Test runners show three lines around the one of an error.
    for (const near of [...lines.slice(index - 3, index), ...lines.slice(index + 1, index + 4)]) assert.equal(near.trim(), '')
    return [line]
  })
}

/**
 * The bytes that a script holds as text.
 *
 * @param {string} code
 */
export function moduleBytes(code) {
  const [text, ...others] = moduleTexts(code)
  assert.ok(text)
  assert.equal(others.length, 0, 'the module is there more than once')
  // esbuild breaks a long string in a file of the package, by a backslash at the end of the line.
  const [widths] = /[12]{256}/.exec(code.replaceAll('\\\n', '')) ?? assert.fail('the widths are not there')
  const bytes = [...Array(256).keys()]
  const order = [...bytes.filter((byte) => widths[byte] === '1'), ...bytes.filter((byte) => widths[byte] === '2')]
  const decoded = []
  for (let at = 0; at < text.length; ) {
    const place = ALPHABET.indexOf(text[at++])
    decoded.push(order[place < SINGLES ? place : SINGLES + (place - SINGLES) * ALPHABET.length + ALPHABET.indexOf(text[at++])])
  }
  return Buffer.from(decoded)
}
