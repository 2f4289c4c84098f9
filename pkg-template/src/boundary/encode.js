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
import { TextWriter, TooLarge, encodeText } from './text-writer.js'

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

const FUNCTION = 0
const SYMBOL = 1
const BIGINT = 2
const NOT_FINITE = 3
const UNDEFINED = 4
const CYCLE = 5
const INSTANCE = 6
const TOO_DEEP = 7
const TOO_LARGE = 8

/** Classes that JSON.stringify empties or converts, by their names in Object.prototype.toString. */
const BUILT_IN =
  /^(((Big)?(Ui|I)nt|Float)\d+(Clamped)?Array|(Shared)?ArrayBuffer|(Async)?Generator|BigInt|Blob|Boolean|DataView|Date|Error|File|FormData|Headers|Map|Number|Promise|RegExp|Set|String|Symbol|URLSearchParams|Weak(Map|Ref|Set))$/

/**
 * The number of keys that are looked up; the API has fewer. Further keys are sent as text, and Rust
 * looks them up without hashes: whoever knows how an engine hashes strings can make a Map slow with
 * thousands of keys.
 */
const KEPT_KEYS = 128

/** Instead of the number of a key that has none. */
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
  const encoder = new Encoder()
  try {
    encoder.value(written(value, ''), 0)
    if (encoder.text.length > MAX_TEXT) return use(tooLarge())
  } catch (error) {
    if (error instanceof TooLarge) return use(tooLarge())
    throw error
  }
  // A getter may have changed it meanwhile.
  lookAtPrototype()
  const result = use(encoder.encoded())
  encoder.recycle()
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
  const encoded = encodeText(value)
  return use({ tape: Uint32Array.of(TEXT | (encoded.text.length << 4)), ...encoded })
}

/** Replaces the whole input: judging a part of it would give wrong results. */
function tooLarge() {
  return { tape: Uint32Array.of(UNUSABLE | (TOO_LARGE << 4), 0), ...encodeText('') }
}

class Encoder {
  tape = spareTape ?? new Uint32Array(1024)
  length = 0
  text = new TextWriter(MAX_TEXT)
  values = 0
  /** The number of each key.
   * @type {Map<string, number>} */
  keys = new Map()
  /**
   * The keys of the last object at each depth, with their numbers: its neighbours usually have the
   * same keys.
   *
   * @type {Map<number, { keys: string[], numbers: number[] }>}
   */
  siblings = new Map()
  /**
   * The containers around the current value.
   *
   * @type {object[]}
   */
  open = []

  isPolluted = isPolluted()

  constructor() {
    spareTape = undefined
  }

  encoded() {
    return {
      tape: this.tape.subarray(0, this.length),
      text: this.text.bytes.subarray(0, this.text.length),
      loneSurrogates: Uint32Array.from(this.text.loneSurrogates),
    }
  }

  recycle() {
    if (this.tape.length <= KEPT_WORDS) spareTape = this.tape
    this.text.recycle()
  }

  /** @param {number} word */
  push(word) {
    if (this.length === this.tape.length) {
      const grown = new Uint32Array(this.length * 2)
      grown.set(this.tape)
      this.tape = grown
    }
    this.tape[this.length++] = word
  }

  /**
   * @param {number} reason
   * @param {string} [name]
   */
  unusable(reason, name = '') {
    this.push(UNUSABLE | (reason << 4))
    this.push(this.text.append(name))
  }

  /**
   * @param {unknown} value as returned by {@link written}
   * @param {number} depth the number of containers around it
   * @returns {void}
   */
  value(value, depth) {
    if (++this.values > MAX_VALUES) throw new TooLarge()
    switch (typeof value) {
      case 'string':
        return this.push(TEXT | (this.text.append(value) << 4))
      case 'boolean':
        return this.push(value ? TRUE : FALSE)
      case 'number':
        return this.number(value)
      case 'object':
        return value === null ? this.push(NULL) : this.object(value, depth)
      case 'undefined':
        return this.unusable(UNDEFINED)
      case 'function':
        return this.unusable(FUNCTION)
      case 'symbol':
        return this.unusable(SYMBOL)
      default:
        return this.unusable(BIGINT)
    }
  }

  /** @param {number} value */
  number(value) {
    const text = String(value)
    if (!Number.isFinite(value)) return this.unusable(NOT_FINITE, text)
    this.push(NUMBER | (this.text.append(text) << 4))
  }

  /**
   * @param {object} value
   * @param {number} depth
   */
  object(value, depth) {
    const plain = isPlain(value)
    const name = plain ? undefined : builtInName(value)
    if (name === undefined) this.container(value, plain, depth)
    else this.unusable(INSTANCE, name)
  }

  /**
   * @param {object} value
   * @param {boolean} isPlain
   * @param {number} depth
   */
  container(value, isPlain, depth) {
    if (this.open.includes(value)) return this.unusable(CYCLE)
    if (depth === MAX_DEPTH) return this.unusable(TOO_DEEP)
    setOwn(this.open, this.open.length, value)
    if (Array.isArray(value)) this.items(value, depth + 1)
    else this.members(/** @type {Record<string, unknown>} */ (value), isPlain, depth + 1)
    this.open.pop()
  }

  /**
   * @param {readonly unknown[]} list
   * @param {number} depth
   */
  items(list, depth) {
    // A proxy may return anything; JSON.stringify treats it like this.
    const count = Math.max(0, Math.trunc(Number(list.length)) || 0)
    if (count > MAX_VALUES) throw new TooLarge()
    this.push(ARRAY | (count << 4))
    for (let i = 0; i < count; i++) this.value(written(list[i], i), depth)
  }

  /**
   * @param {Record<string, unknown>} object
   * @param {boolean} isPlain
   * @param {number} depth
   */
  members(object, isPlain, depth) {
    const start = this.length
    this.push(OBJECT)
    let sibling = this.siblings.get(depth)
    if (!sibling) this.siblings.set(depth, (sibling = { keys: [], numbers: [] }))
    const { keys, numbers } = sibling
    let count = 0
    // `for … in` is twice as fast as Object.keys, but includes inherited keys.
    const hasOnlyOwnKeys = isPlain && !this.isPolluted
    for (const key in object) {
      if (!hasOnlyOwnKeys && !Object.prototype.hasOwnProperty.call(object, key)) continue
      const value = written(object[key], key)
      // Like JSON.stringify: an undefined member is omitted.
      if (value === undefined) continue
      // Beyond its end, a list would have what a script has put on Object.prototype under that number.
      const number = count < keys.length && keys[count] === key ? /** @type {number} */ (numbers[count]) : NO_NUMBER
      if (number !== NO_NUMBER) {
        this.push(number << 1)
      } else {
        setOwn(keys, count, key)
        setOwn(numbers, count, this.key(key))
      }
      count++
      this.value(value, depth)
    }
    this.tape[start] = OBJECT | (count << 4)
  }

  /**
   * @param {string} key
   * @returns {number} its number, if it has one
   */
  key(key) {
    const known = this.keys.get(key)
    if (known !== undefined) {
      this.push(known << 1)
      return known
    }
    const number = this.keys.size < KEPT_KEYS ? this.keys.size : NO_NUMBER
    if (number !== NO_NUMBER) this.keys.set(key, number)
    this.push((number << 1) | 1)
    this.push(this.text.append(key))
    return number
  }
}

/**
 * The value that JSON.stringify writes: the result of `toJSON` if there is one. The `toJSON` of
 * that result is not called.
 *
 * @param {unknown} value
 * @param {string | number} key the key of the value
 * @returns {unknown}
 */
export function written(value, key) {
  if (typeof value !== 'object' || value === null) return value
  const { toJSON } = /** @type {{ toJSON?: unknown }} */ (value)
  if (typeof toJSON !== 'function' || builtInName(value) !== undefined) return value
  return toJSON.call(value, String(key))
}

/**
 * Whether it is an object without a class.
 *
 * @param {object} value
 */
function isPlain(value) {
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/**
 * @param {object} value
 * @returns {string | undefined} the name of its class, if JSON cannot represent it
 */
function builtInName(value) {
  if (Array.isArray(value) || isPlain(value)) return undefined
  const name = Object.prototype.toString.call(value).slice(8, -1)
  return BUILT_IN.test(name) ? name : undefined
}

/** Whether a library has added an enumerable key to all objects. */
function isPolluted() {
  for (const _ in Object.prototype) return true
  return false
}
