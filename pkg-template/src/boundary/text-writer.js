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

const NO_WORDS = new Uint32Array(0)

/** @type {Uint8Array | undefined} */
let spareBytes

/** @type {TextEncoder | undefined} */
let encoder

/** Thrown if the text would exceed the writer's limit. */
export class TooLarge {}

/**
 * @typedef {object} TextWriter
 * @property {Uint8Array} bytes
 * @property {number} length how many of them are written
 * @property {number[]} loneSurrogates where a replacement character stands in for half of a surrogate
 * pair: positions in `bytes`, ascending. Halves in adjacent strings are written as a pair; the
 * reader, which knows the lengths of the strings, takes it apart.
 * @property {number} limit in bytes; checked only when the buffer grows
 * @property {Pick<TextEncoder, 'encodeInto'>} encoder
 */

/**
 * An object literal, because the fields of a class would be defined one by one for the engines that
 * the package supports, which takes longer than encoding a small datamart.
 *
 * @param {number} limit
 * @returns {TextWriter}
 */
export function newTextWriter(limit) {
  const bytes = spareBytes ?? new Uint8Array(4096)
  spareBytes = undefined
  return { bytes, length: 0, loneSurrogates: [], limit, encoder: textEncoder() }
}

/** The class is another one in another environment of a test runner. */
function textEncoder() {
  const Encoder = encoderClass()
  return encoder instanceof Encoder ? encoder : (encoder = new Encoder())
}

/** The places of lone surrogates for Rust. @param {number[]} places */
export const asWords = (places) => (places.length === 0 ? NO_WORDS : Uint32Array.from(places))

/** @param {TextWriter} writer not used any more */
export function recycleText({ bytes }) {
  if (bytes.length <= KEPT_BYTES) spareBytes = bytes
}

/**
 * @param {TextWriter} writer
 * @param {string} text any number of strings
 */
export function writeText(writer, text) {
  // UTF-8 takes at most three bytes per UTF-16 unit.
  if (writer.length + text.length * 3 > writer.bytes.length) growText(writer, text.length * 3)
  const { written } = writer.encoder.encodeInto(text, writer.bytes.subarray(writer.length))
  // Only a text beyond ASCII takes more bytes than units.
  if (written > text.length && SURROGATE.test(text)) findLoneSurrogates(text, writer.length, writer.loneSurrogates)
  writer.length += written
}

/**
 * @param {TextWriter} writer
 * @param {number} need
 */
function growText(writer, need) {
  if (writer.length + need > writer.limit * 3) throw new TooLarge()
  let size = writer.bytes.length * 2
  while (size < writer.length + need) size *= 2
  const grown = new Uint8Array(size)
  grown.set(writer.bytes.subarray(0, writer.length))
  writer.bytes = grown
}

/**
 * Encodes a single string.
 *
 * @param {string} text
 */
export function encodeText(text) {
  const bytes = textEncoder().encode(text)
  /** @type {number[]} */
  const places = []
  if (bytes.length > text.length) findLoneSurrogates(text, 0, places)
  return { text: bytes, loneSurrogates: asWords(places) }
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
  return textEncoder().encode(text).length
}
