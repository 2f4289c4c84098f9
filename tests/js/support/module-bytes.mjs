/** The modules' bytes inside a script: as texts, each on a line of its own. */

import assert from 'node:assert/strict'

/** The alphabet of `pkg-template/src/boundary/module/printable.js`. */
const ALPHABET = String.fromCharCode(...Array(127).keys()).replace(/[^!-~]|["'`\\$<]/g, '')
const SINGLES = ALPHABET.length - 2

/** A part of it: code has a space, a quote or a line break within far fewer characters. */
const PIECE = /[^"'`\\$<\s\x7f-\uffff]{20000}/

/**
 * The lines of a script with the module's text. Asserts that each has nothing else on it, and only
 * whitespace around it.
 *
 * @param {string} code
 */
export function moduleTexts(code) {
  const lines = code.split('\n')
  return lines.flatMap((line, index) => {
    if (!PIECE.test(line)) return []
    const stray = [...line].findIndex((character) => !ALPHABET.includes(character))
    assert.equal(stray, -1, `code shares a line with the module's bytes: ${line.slice(Math.max(0, stray - 100), stray + 100)}`)
    // Test runners show three lines around the line of an error.
    for (const near of [...lines.slice(index - 3, index), ...lines.slice(index + 1, index + 4)]) assert.equal(near.trim(), '')
    return [line]
  })
}

/**
 * The bytes that a script contains as texts.
 *
 * @param {string} code
 */
export function moduleBytes(code) {
  // esbuild breaks long strings in files of the package with a backslash at the end of the line.
  const widths = [...code.replaceAll('\\\n', '').matchAll(/(["'`])([12]{256})\1/g)].map(([, , each]) => each)
  const texts = moduleTexts(code)
  assert.equal(widths.length, texts.length)
  return texts.map((text, number) => decoded(text, widths[number]))
}

/** @param {string} text @param {string} widths */
function decoded(text, widths) {
  const bytes = [...Array(256).keys()]
  const order = [...bytes.filter((byte) => widths[byte] === '1'), ...bytes.filter((byte) => widths[byte] === '2')]
  const decoded = []
  for (let at = 0; at < text.length; ) {
    const place = ALPHABET.indexOf(text[at++])
    decoded.push(order[place < SINGLES ? place : SINGLES + (place - SINGLES) * ALPHABET.length + ALPHABET.indexOf(text[at++])])
  }
  return Buffer.from(decoded)
}
