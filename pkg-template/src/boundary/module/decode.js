/**
 * The module's bytes as printable ASCII: frequent bytes take one character, the others two. Unlike
 * base64, whose characters straddle bytes, this stays compressible. Before that, the module's code is
 * taken apart: all instructions, then all operands of each kind, which compress better than both mixed.
 * Together, the smallest bundle is some 40 KB (brotli) smaller than with base64.
 *
 * `xtask/js/streams.mjs` encodes it. What decodes it is a WebAssembly module of one kilobyte
 * (`xtask/js/streams.wat`): on its first run it is several times faster than a script.
 */
// @ts-check

import DECODER from '#decoder'
import { ALPHABET } from './alphabet.js'
import { compileNow, explained } from './compile.js'
import { encoderClass } from '../text-codec.js'

/** Where the decoder expects the bytes of single characters, those of pairs, and the text. */
const SINGLE_BYTES = 0
const PAIR_BYTES = 128
const TEXT = 1024

const PAGE = 65_536

/**
 * @param {string} text line breaks before and after it are ignored
 * @param {string} widths for each byte, the number of characters it takes
 * @param {number} length the number of bytes
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function decoded(text, widths, length) {
  const characters = text.trim()
  const end = TEXT + characters.length
  // While the length of a function is unknown, there is room for the longest number.
  const { memory, decode } = startDecoder(Math.ceil((end + length + 8) / PAGE))
  const bytes = new Uint8Array(memory.buffer)
  let single = 0
  let pair = 0
  for (let byte = 0; byte < widths.length; byte++) {
    if (widths[byte] === '1') bytes[SINGLE_BYTES + codeAt(single++)] = byte
    else bytes[PAIR_BYTES + 128 * Math.floor(pair / ALPHABET.length) + codeAt(pair++ % ALPHABET.length)] = byte
  }
  new (encoderClass())().encodeInto(characters, bytes.subarray(TEXT))
  return bytes.slice(end, decode(end))
}

/** @param {number} place of a character in the alphabet */
function codeAt(place) {
  return ALPHABET.charCodeAt(place)
}

/** @param {number} pages of memory */
function startDecoder(pages) {
  const module = compileNow(new Uint8Array(DECODER), true)
  try {
    const { exports } = new WebAssembly.Instance(module)
    const decoder = /** @type {{ memory: WebAssembly.Memory, decode: (end: number) => number }} */ (/** @type {unknown} */ (exports))
    // It has one.
    decoder.memory.grow(pages - 1)
    return decoder
  } catch (cause) {
    throw explained(cause)
  }
}
