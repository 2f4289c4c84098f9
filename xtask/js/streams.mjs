// Encodes a module for `pkg-template/src/boundary/module/decode.js`, and makes the decoder.

import { readFileSync } from 'node:fs'
import binaryen from 'binaryen'
import { ALPHABET, SINGLES } from '../../pkg-template/src/boundary/module/alphabet.js'
import { SECTION, sectionsOf } from './split/binary.mjs'
import { dataString } from './split/text.mjs'

/** The streams: all instructions, each call with its function, and the operands of the others. */
const STREAMS = { instructions: 0, variables: 1, offsets: 2, constants: 3, branches: 4, tables: 5, others: 6 }

// Kinds of instructions, besides the streams of those with one operand.
const WITHOUT_OPERAND = 7
/** Loads and stores with the usual alignment, which is added to it. */
const ACCESS = 8
const UNALIGNED_ACCESS = 12
const BLOCK = 13
const END = 14
const INDIRECT_CALL = 15
const BRANCH_TABLE = 16
const BULK = 17
const UNKNOWN = 255

/** The first instruction that loads or stores, and the usual alignments of all of them. */
const FIRST_ACCESS = 0x28
const ALIGNMENTS = [2, 3, 2, 3, 0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 2, 3, 2, 3, 0, 1, 0, 1, 2]

/** Added to a load or store with another alignment: no instruction begins with the sum. */
const UNALIGNED = 0xb0

/** The kind of each instruction. Floating-point numbers and references do not occur. */
const KINDS = new Uint8Array(256).fill(UNKNOWN)
for (const [first, last, kind] of [
  [0x00, 0x01, WITHOUT_OPERAND],
  [0x02, 0x04, BLOCK],
  [0x05, 0x05, WITHOUT_OPERAND],
  [0x0b, 0x0b, END],
  [0x0c, 0x0d, STREAMS.branches],
  [0x0e, 0x0e, BRANCH_TABLE],
  [0x0f, 0x0f, WITHOUT_OPERAND],
  [0x10, 0x10, STREAMS.instructions],
  [0x11, 0x11, INDIRECT_CALL],
  [0x1a, 0x1b, WITHOUT_OPERAND],
  [0x20, 0x22, STREAMS.variables],
  [0x23, 0x24, STREAMS.others],
  [0x3f, 0x40, STREAMS.others],
  [0x41, 0x41, STREAMS.constants],
  [0x42, 0x42, STREAMS.others],
  [0x45, 0xc4, WITHOUT_OPERAND],
  [0xfc, 0xfc, BULK],
]) {
  KINDS.fill(kind, first, last + 1)
}
ALIGNMENTS.forEach((alignment, index) => {
  KINDS[FIRST_ACCESS + index] = ACCESS + alignment
  KINDS[FIRST_ACCESS + index + UNALIGNED] = UNALIGNED_ACCESS
})

/** The decoder's bytes. */
export function decoder() {
  const text = readFileSync(new URL('streams.wat', import.meta.url), 'utf8')
  const module = binaryen.parseText(text.replace(/\)\s*$/, `(data (i32.const 512) ${dataString(KINDS)}))`))
  module.setFeatures(binaryen.Features.BulkMemory | binaryen.Features.BulkMemoryOpt)
  binaryen.setOptimizeLevel(2)
  binaryen.setShrinkLevel(2)
  module.optimize()
  if (!module.validate()) throw new Error('the decoder is not valid')
  const bytes = module.emitBinary()
  module.dispose()
  return bytes
}

/**
 * Takes the code of a module apart.
 *
 * @param {Uint8Array} bytes
 * @param {number} start where the module begins in them
 */
function takenApart(bytes, start) {
  const code = sectionsOf(bytes.subarray(start)).find(({ id }) => id === SECTION.code)
  const { reader } = code
  const end = code.whole.byteOffset + code.whole.length - bytes.byteOffset
  const functions = reader.number()
  const head = bytes.subarray(0, end - (reader.bytes.length - reader.at))
  /** @type {number[][]} */
  const streams = Object.keys(STREAMS).map(() => [])

  /** @param {number} stream */
  function copy(stream) {
    const begin = reader.at
    const value = reader.number()
    streams[stream].push(...reader.bytes.subarray(begin, reader.at))
    return value
  }
  /** @param {number} stream @param {number} count */
  function copyAll(stream, count) {
    for (let index = 0; index < count; index++) copy(stream)
  }

  for (let index = 0; index < functions; index++) {
    reader.number()
    copyAll(STREAMS.others, 2 * copy(STREAMS.others))
    for (let depth = 1; depth > 0; ) {
      const instruction = reader.byte()
      const kind = KINDS[instruction]
      if (kind === UNKNOWN || kind === UNALIGNED_ACCESS) throw new Error(`the instruction 0x${instruction.toString(16)} is unknown`)
      const isAccess = kind >= ACCESS && kind < UNALIGNED_ACCESS
      const isUnaligned = isAccess && reader.bytes[reader.at] !== kind - ACCESS
      streams[STREAMS.instructions].push(isUnaligned ? instruction + UNALIGNED : instruction)
      if (kind < WITHOUT_OPERAND) copy(kind)
      else if (isAccess) {
        if (isUnaligned) copy(STREAMS.others)
        else reader.at++
        copy(STREAMS.offsets)
      } else if (kind === BLOCK) {
        copy(STREAMS.others)
        depth++
      } else if (kind === END) depth--
      else if (kind === INDIRECT_CALL) copyAll(STREAMS.others, 2)
      else if (kind === BRANCH_TABLE) copyAll(STREAMS.tables, copy(STREAMS.tables) + 1)
      else if (kind === BULK) {
        const which = copy(STREAMS.others)
        if (which !== 10 && which !== 11) throw new Error(`the bulk instruction ${which} is unknown`)
        copyAll(STREAMS.others, 12 - which)
      }
    }
  }
  const numbers = Uint32Array.of(functions, head.length, ...streams.map(({ length }) => length))
  return Buffer.concat([Buffer.from(numbers.buffer), head, ...streams.map((stream) => Buffer.from(stream)), bytes.subarray(end)])
}

/**
 * @param {Uint8Array} bytes
 * @param {number} [start] where the module begins in them
 * @returns the text, and for each byte of the module taken apart the number of characters it takes
 */
export function encoded(bytes, start = 0) {
  const apart = takenApart(bytes, start)
  const counts = new Array(256).fill(0)
  for (const byte of apart) counts[byte]++
  const byFrequency = [...counts.keys()].sort((a, b) => counts[b] - counts[a] || a - b)
  // Sorted by value, not by frequency: similar bytes stay similar, which helps brotli.
  const singles = byFrequency.slice(0, SINGLES).sort((a, b) => a - b)
  const pairs = byFrequency.slice(SINGLES).sort((a, b) => a - b)
  const codes = []
  singles.forEach((byte, place) => (codes[byte] = ALPHABET[place]))
  pairs.forEach((byte, place) => {
    codes[byte] = ALPHABET[SINGLES + Math.floor(place / ALPHABET.length)] + ALPHABET[place % ALPHABET.length]
  })
  const text = Array.from(apart, (byte) => codes[byte]).join('')
  const widths = codes.map(({ length }) => length).join('')
  return { text, widths }
}
