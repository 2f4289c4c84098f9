/** The modules' bytes inside a script: as texts, each on a line of its own. */

import assert from 'node:assert/strict'

/** The alphabet of `pkg-template/src/boundary/module/alphabet.js`. */
const ALPHABET = String.fromCharCode(...Array(127).keys()).replace(/[^!-~]|["'`\\$<]/g, '')
const SINGLES = ALPHABET.length - 2

/** A part of it: code has a space, a quote or a line break within far fewer characters. */
const PIECE = /[^"'`\\$<\s\x7f-\uffff]{10000}/

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

/**
 * Decodes a text, independently of the decoder of the package.
 *
 * @param {string} text
 * @param {string} widths
 */
function decoded(text, widths) {
  const bytes = [...Array(256).keys()]
  const order = [...bytes.filter((byte) => widths[byte] === '1'), ...bytes.filter((byte) => widths[byte] === '2')]
  const decoded = []
  for (let at = 0; at < text.length; ) {
    const place = ALPHABET.indexOf(text[at++])
    decoded.push(order[place < SINGLES ? place : SINGLES + (place - SINGLES) * ALPHABET.length + ALPHABET.indexOf(text[at++])])
  }
  return restored(Buffer.from(decoded))
}

/** Loads and stores, and the alignment of each that is left out if it is this one. */
const ALIGNMENTS = new Map([...'23230011001122232301012'].map((alignment, index) => [0x28 + index, Number(alignment)]))
const UNALIGNED = 0xb0

/**
 * Restores a module from its instructions and their operands, each kind of which has its own stream.
 *
 * @param {Buffer} packed
 */
function restored(packed) {
  const [functions, head, ...sizes] = Array.from({ length: 9 }, (_, index) => packed.readUInt32LE(4 * index))
  let from = 36 + head
  const parts = [packed.subarray(36, from)]
  const streams = sizes.map((size) => {
    from += size
    return [...packed.subarray(from - size, from)].values()
  })
  const [instructions, variables, offsets, constants, branches, tables, others] = streams

  for (let index = 0; index < functions; index++) {
    /** @type {number[]} */
    const body = []
    const next = (stream) => {
      const { value } = stream.next()
      body.push(value)
      return value
    }
    /** A number, of less than 2^28. */
    const copy = (stream) => {
      let value = 0
      for (let shift = 0, byte = 128; byte > 127; shift += 7) value |= ((byte = next(stream)) & 127) << shift
      return value
    }
    const copyAll = (stream, count) => {
      for (let copied = 0; copied < count; copied++) copy(stream)
    }
    copyAll(others, 2 * copy(others))
    for (let depth = 1; depth > 0; ) {
      const code = next(instructions)
      if (ALIGNMENTS.has(code)) {
        body.push(ALIGNMENTS.get(code))
        copy(offsets)
      } else if (ALIGNMENTS.has(code - UNALIGNED)) {
        body[body.length - 1] -= UNALIGNED
        copy(others)
        copy(offsets)
      } else if (code >= 0x02 && code <= 0x04) {
        copy(others)
        depth++
      } else if (code === 0x0b) depth--
      else if (code === 0x0c || code === 0x0d) copy(branches)
      else if (code === 0x0e) copyAll(tables, copy(tables) + 1)
      else if (code === 0x10) copy(instructions)
      else if (code === 0x11) copyAll(others, 2)
      else if (code >= 0x20 && code <= 0x22) copy(variables)
      else if (code === 0x41) copy(constants)
      else if ([0x23, 0x24, 0x3f, 0x40, 0x42].includes(code)) copy(others)
      else if (code === 0xfc) copyAll(others, copy(others) === 10 ? 2 : 1)
    }
    const length = []
    for (let rest = body.length; length.push(rest > 127 ? (rest & 127) | 128 : rest), rest > 127; rest >>= 7);
    parts.push(Buffer.from(length), Buffer.from(body))
  }
  return Buffer.concat([...parts, packed.subarray(from)])
}
