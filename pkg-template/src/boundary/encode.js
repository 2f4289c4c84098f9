/**
 * Passes a JavaScript value to Rust as one array of words and one run of UTF-8 bytes, which is ten
 * times faster than reading the value property by property from Rust. `src/document/tape.rs`
 * describes the format and reads it.
 *
 * Any value is accepted. What JSON cannot represent is marked, not dropped; exceptions of getters
 * are passed on.
 */
// @ts-check

import { lookAtPrototype, setOwn } from './own-member.js'
import { PIECE, TooLarge, encodeText, newTextWriter, recycleText, asWords, writeText } from './text-writer.js'
import { builtInName, isPlain, isPolluted, written } from './classes.js'

/** The same limits as in `src/document/mod.rs`. */
const MAX_DEPTH = 128
const MAX_VALUES = 4_000_000
const MAX_TEXT = 32 * 1024 * 1024

const NULL = 0
const FALSE = 1
const TRUE = 2
const NUMBER = 3
const TEXT = 4
const ARRAY = 5
const OBJECT = 6
const UNUSABLE = 7

/** Added to the tag of a value whose word has the number of its key, below its length. */
const KEYED = 8
/** Instead of a tag: the value's own word follows. */
const FOLLOWS = 15
/** The bits below the length. */
const KEYED_BITS = 11

const FUNCTION = 0
const SYMBOL = 1
const BIGINT = 2
const NOT_FINITE = 3
const UNDEFINED = 4
const CYCLE = 5
const INSTANCE = 6
const TOO_DEEP = 7
const TOO_LARGE = 8

/**
 * The number of keys that are looked up; the API has fewer. Further keys are sent as text, and Rust
 * looks them up without hashes: whoever knows how an engine hashes strings can make a Map slow with
 * thousands of keys.
 */
const KEPT_KEYS = 128

/** Instead of the number of a key that has none, and of the word with it. */
const NO_NUMBER = -1

/** @typedef {{ tape: Uint32Array, text: Uint8Array, loneSurrogates: Uint32Array }} Encoded */

/**
 * A tape of the usual size, kept because fresh memory costs more than writing it. An encoder takes
 * it and puts it back, so that a getter which validates something else finds none.
 *
 * @type {Uint32Array | undefined}
 */
let spareTape

const KEPT_WORDS = 256 * 1024

/**
 * Encodes a value and passes it to `use`; the arrays are valid only until `use` returns.
 *
 * @template Result
 * @param {unknown} value a datamart, or a string with JSON text, which Rust parses itself: the tape
 * is then empty
 * @param {(encoded: Encoded) => Result} use
 * @returns {Result}
 */
export function withEncoded(value, use) {
  lookAtPrototype()
  if (typeof value === 'string') {
    return use(value.length > MAX_TEXT ? tooLarge() : { tape: new Uint32Array(0), ...encodeText(value) })
  }
  const encoder = newEncoder()
  try {
    writeValue(encoder, written(value, ''), newLevel(0))
    flush(encoder)
    if (encoder.text.length > MAX_TEXT) return use(tooLarge())
  } catch (error) {
    if (error instanceof TooLarge) return use(tooLarge())
    throw error
  }
  const result = use(encoded(encoder))
  recycle(encoder)
  return result
}

/**
 * Encodes a string that is plain text, not JSON text.
 *
 * @template Result
 * @param {string} value
 * @param {(encoded: Encoded) => Result} use
 * @returns {Result}
 */
export function withEncodedText(value, use) {
  lookAtPrototype()
  if (value.length > MAX_TEXT) return use(tooLarge())
  return use({ tape: Uint32Array.of(TEXT | (value.length << 4)), ...encodeText(value) })
}

/** Replaces the whole input: judging a part of it would give wrong results. */
function tooLarge() {
  return { tape: Uint32Array.of(UNUSABLE | (TOO_LARGE << 4), 0), ...encodeText('') }
}

/**
 * The objects with the same number of containers around them. The keys of the last one, with their
 * numbers as part of a word, are compared first: its neighbours usually have the same keys.
 *
 * @typedef {{ depth: number, keys: string[], numbers: number[], below: Level | undefined }} Level
 */

/**
 * @param {number} depth
 * @returns {Level}
 */
const newLevel = (depth) => ({ depth, keys: [], numbers: [], below: undefined })

/**
 * @typedef {object} Encoder
 * @property {Uint32Array} tape
 * @property {number} length how many of its words are written
 * @property {import('./text-writer.js').TextWriter} text
 * @property {string} pending strings that are not written yet
 * @property {number} values how many there are so far, without those of containers that are open
 * @property {Map<string, number>} keys the number of each key
 * @property {object[]} open the containers around the current value
 * @property {boolean} isPolluted
 */

/** @returns {Encoder} an object literal, for the same reason as a {@link newTextWriter} */
function newEncoder() {
  const tape = spareTape ?? new Uint32Array(1024)
  spareTape = undefined
  return { tape, length: 0, text: newTextWriter(MAX_TEXT), pending: '', values: 1, keys: new Map(), open: [], isPolluted: isPolluted() }
}

/** @param {Encoder} e @returns {Encoded} */
function encoded({ tape, length, text }) {
  return {
    tape: tape.subarray(0, length),
    text: text.bytes.subarray(0, text.length),
    loneSurrogates: asWords(text.loneSurrogates),
  }
}

/** @param {Encoder} e not used any more */
function recycle({ tape, text }) {
  if (tape.length <= KEPT_WORDS) spareTape = tape
  recycleText(text)
}

/** @param {Encoder} e */
function flush(e) {
  const { pending } = e
  e.pending = ''
  if (pending !== '') writeText(e.text, pending)
}

/**
 * @param {Encoder} e
 * @param {string} text
 * @returns {number} its length
 */
function append(e, text) {
  // Long ones are written at once: an engine refuses to join strings beyond some length.
  if (text.length + e.pending.length > PIECE) flush(e)
  if (text.length > PIECE) writeText(e.text, text)
  else e.pending += text
  return text.length
}

/** @param {Encoder} e */
function growTape(e) {
  // No value takes more words than this.
  if (e.tape.length > MAX_VALUES * 4) throw new TooLarge()
  const grown = new Uint32Array(e.tape.length * 2)
  grown.set(e.tape)
  e.tape = grown
}

/**
 * @param {Encoder} e
 * @param {number} word
 */
function push(e, word) {
  if (e.length === e.tape.length) growTape(e)
  e.tape[e.length++] = word
}

/**
 * @param {Encoder} e
 * @param {number} reason
 * @param {string} [name]
 */
function unusable(e, reason, name = '') {
  push(e, UNUSABLE | (reason << 4))
  push(e, append(e, name))
}

/**
 * @param {Encoder} e
 * @param {unknown} value as returned by {@link written}
 * @param {Level} level
 * @returns {void}
 */
function writeValue(e, value, level) {
  switch (typeof value) {
    case 'string':
      return push(e, TEXT | (append(e, value) << 4))
    case 'boolean':
      return push(e, value ? TRUE : FALSE)
    case 'number':
      return writeNumber(e, value)
    case 'object':
      return value === null ? push(e, NULL) : writeObject(e, value, level)
    case 'undefined':
      return unusable(e, UNDEFINED)
    case 'function':
      return unusable(e, FUNCTION)
    case 'symbol':
      return unusable(e, SYMBOL)
    default:
      return unusable(e, BIGINT)
  }
}

/**
 * @param {Encoder} e
 * @param {number} value
 */
function writeNumber(e, value) {
  const text = String(value)
  if (!Number.isFinite(value)) return unusable(e, NOT_FINITE, text)
  push(e, NUMBER | (append(e, text) << 4))
}

/**
 * @param {Encoder} e
 * @param {object} value
 * @param {Level} level
 */
function writeObject(e, value, level) {
  const plain = isPlain(value)
  const name = plain ? undefined : builtInName(value)
  if (name !== undefined) return unusable(e, INSTANCE, name)
  const { open } = e
  const { depth } = level
  for (let i = 0; i < depth; i++) if (open[i] === value) return unusable(e, CYCLE)
  if (depth === MAX_DEPTH) return unusable(e, TOO_DEEP)
  setOwn(open, depth, value)
  level.below ??= newLevel(depth + 1)
  if (Array.isArray(value)) writeItems(e, value, level.below)
  else writeMembers(e, /** @type {Record<string, unknown>} */ (value), plain, level, level.below)
}

/**
 * @param {Encoder} e
 * @param {number} count how many values a container has
 */
function addValues(e, count) {
  e.values += count
  if (e.values > MAX_VALUES) throw new TooLarge()
}

/**
 * @param {Encoder} e
 * @param {readonly unknown[]} list
 * @param {Level} below
 */
function writeItems(e, list, below) {
  // A proxy may return anything; JSON.stringify treats it like this.
  const count = Math.max(0, Math.trunc(Number(list.length)) || 0)
  addValues(e, count)
  push(e, ARRAY | (count << 4))
  for (let i = 0; i < count; i++) {
    const item = written(list[i], i)
    if (typeof item === 'object' && item !== null) writeObject(e, item, below)
    else writeValue(e, item, below)
  }
}

/**
 * @param {Encoder} e
 * @param {Record<string, unknown>} object
 * @param {boolean} isPlain
 * @param {Level} level
 * @param {Level} below
 */
function writeMembers(e, object, isPlain, { keys, numbers }, below) {
  const start = e.length
  push(e, OBJECT)
  // Almost everything is a short text or a flag under a known key. These are written here, with
  // the encoder's state in variables; the encoder has it again whenever something else is called.
  let { tape, length, pending } = e
  let count = 0
  // `for … in` is twice as fast as Object.keys, but includes inherited keys.
  const hasOnlyOwnKeys = isPlain && !e.isPolluted
  for (const key in object) {
    if (!hasOnlyOwnKeys && !Object.prototype.hasOwnProperty.call(object, key)) continue
    const given = object[key]
    // Beyond its end, a list would have what a script has put on Object.prototype under that number.
    const word = count < keys.length && keys[count] === key ? /** @type {number} */ (numbers[count]) : wordOf(e, key, count, keys, numbers)
    if (word !== NO_NUMBER && length < tape.length) {
      if (typeof given === 'string') {
        if (pending.length + given.length <= PIECE) {
          tape[length++] = word | TEXT | (given.length << KEYED_BITS)
          pending += given
          count++
          continue
        }
      } else if (typeof given === 'boolean') {
        tape[length++] = word | (given ? TRUE : FALSE)
        count++
        continue
      }
    }
    const value = written(given, key)
    // Like JSON.stringify: an undefined member is omitted.
    if (value === undefined) continue
    e.length = length
    e.pending = pending
    if (word === NO_NUMBER) setOwn(numbers, count, writeNewKey(e, key))
    else push(e, word | FOLLOWS)
    count++
    writeValue(e, value, below)
    ;({ tape, length, pending } = e)
  }
  e.length = length
  e.pending = pending
  tape[start] = OBJECT | (count << 4)
  addValues(e, count)
}

/**
 * Looks up a key and remembers it for the next object.
 *
 * @param {Encoder} e
 * @param {string} key
 * @param {number} place of the key in its object
 * @param {string[]} keys
 * @param {number[]} numbers
 */
function wordOf(e, key, place, keys, numbers) {
  const word = e.keys.get(key) ?? NO_NUMBER
  setOwn(keys, place, key)
  setOwn(numbers, place, word)
  return word
}

/**
 * @param {Encoder} e
 * @param {string} key one without a number
 * @returns {number} its number as part of a word, if there is one for it
 */
function writeNewKey(e, key) {
  const number = e.keys.size < KEPT_KEYS ? e.keys.size : NO_NUMBER
  push(e, number << 4)
  push(e, append(e, key))
  if (number === NO_NUMBER) return NO_NUMBER
  const word = (number << 4) | KEYED
  e.keys.set(key, word)
  return word
}
