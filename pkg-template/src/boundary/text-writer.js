/** Writes many strings into one run of UTF-8 bytes. */
// @ts-check

import { setOwn } from './own-member.js'
import { encoderClass } from './text-codec.js'

/**
 * Strings are collected up to about this many UTF-16 units and encoded together: calling TextEncoder
 * for each of thousands of short texts takes longer than encoding them.
 */
export const PIECE = 8192

/** Buffers up to this many bytes are kept for the next call. */
const KEPT_BYTES = 1024 * 1024

const SURROGATE = /[\ud800-\udfff]/
const LONE_SURROGATE = /\p{Surrogate}/gu

/** @type {Uint8Array | undefined} */
let spareBytes

/** Thrown if the text would exceed the writer's limit. */
export class TooLarge {}

export class TextWriter {
  bytes = spareBytes ?? new Uint8Array(4096)
  length = 0
  /**
   * Where a replacement character stands in for half of a surrogate pair: positions in `bytes`,
   * ascending. Halves in adjacent strings are written as a pair; the reader, which knows the lengths
   * of the strings, takes it apart.
   *
   * @type {number[]}
   */
  loneSurrogates = []

  encoder = new (encoderClass())()

  /** @param {number} limit in bytes; checked only when the buffer grows */
  constructor(limit) {
    this.limit = limit
    spareBytes = undefined
  }

  recycle() {
    if (this.bytes.length <= KEPT_BYTES) spareBytes = this.bytes
  }

  /** @param {string} text any number of strings */
  write(text) {
    // UTF-8 takes at most three bytes per UTF-16 unit.
    if (this.length + text.length * 3 > this.bytes.length) this.grow(text.length * 3)
    const { written } = this.encoder.encodeInto(text, this.bytes.subarray(this.length))
    // Only a text beyond ASCII takes more bytes than units.
    if (written > text.length && SURROGATE.test(text)) findLoneSurrogates(text, this.length, this.loneSurrogates)
    this.length += written
  }

  /** @param {number} need */
  grow(need) {
    if (this.length + need > this.limit * 3) throw new TooLarge()
    let size = this.bytes.length * 2
    while (size < this.length + need) size *= 2
    const grown = new Uint8Array(size)
    grown.set(this.bytes.subarray(0, this.length))
    this.bytes = grown
  }
}

/**
 * Encodes a single string.
 *
 * @param {string} text
 */
export function encodeText(text) {
  const bytes = new (encoderClass())().encode(text)
  /** @type {number[]} */
  const places = []
  if (bytes.length > text.length) findLoneSurrogates(text, 0, places)
  return { text: bytes, loneSurrogates: Uint32Array.from(places) }
}

/**
 * @param {string} text
 * @param {number} offset where its bytes begin
 * @param {number[]} places receives the positions of the replacement characters
 */
function findLoneSurrogates(text, offset, places) {
  let seen = 0
  for (const { index } of text.matchAll(LONE_SURROGATE)) {
    offset += utf8Length(text.slice(seen, index))
    seen = index
    setOwn(places, places.length, offset)
  }
}

/** @param {string} text */
function utf8Length(text) {
  return new (encoderClass())().encode(text).length
}
