/**
 * Hands a JavaScript value to Rust: one array of words and one text, which is ten times faster than reading the value
 * property by property from there. `src/document/tape.rs` describes the format and reads it.
 *
 * It takes any value. What JSON cannot hold is marked and not dropped; a getter that throws throws through, and nothing is
 * kept between two calls that this could spoil.
 */
// @ts-check

/** The same bounds as in `src/document/mod.rs`. */
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

/** Classes that JSON.stringify empties or turns into something else, as Object.prototype.toString calls them. */
const BUILT_IN =
  /Array$|Buffer$|^(BigInt|Boolean|DataView|Date|Error|Map|Number|Promise|RegExp|Set|String|Symbol|WeakMap|WeakRef|WeakSet)$/

const LONE_SURROGATE = /\p{Surrogate}/gu
const NOTHING = new Uint32Array(0)

/** @typedef {{ tape: Uint32Array, text: Uint8Array, loneSurrogates: Uint32Array }} Encoded */

/** Thrown and caught in here only. */
class TooLarge {}

/**
 * @param {unknown} value a datamart, or a string with JSON text, which Rust reads itself: the tape is empty then
 * @returns {Encoded}
 */
export function encode(value) {
  if (typeof value === 'string') {
    return value.length > MAX_TEXT ? tooLarge() : { tape: NOTHING, ...encodeText(value) }
  }
  const encoder = new Encoder()
  try {
    encoder.value(value, '', 0)
  } catch (error) {
    if (error instanceof TooLarge) return tooLarge()
    throw error
  }
  return { tape: encoder.tape.subarray(0, encoder.length), ...encodeText(encoder.text) }
}

/** Stands for the whole input: a part of it would be judged wrongly. */
function tooLarge() {
  return { tape: Uint32Array.of(UNUSABLE | (TOO_LARGE << 4), 0), ...encodeText('\n') }
}

class Encoder {
  tape = new Uint32Array(1024)
  length = 0
  /** Every text, each with a line feed behind it. */
  text = ''
  values = 0
  /** The number of each key.
   * @type {Map<string, number>} */
  keys = new Map()
  /** The containers around the present value.
   * @type {object[]} */
  open = []

  /** @param {number} word */
  push(word) {
    if (this.length === this.tape.length) {
      const grown = new Uint32Array(this.length * 2)
      grown.set(this.tape)
      this.tape = grown
    }
    this.tape[this.length++] = word
  }

  /** @param {string} text */
  append(text) {
    this.text += text + '\n'
    if (this.text.length > MAX_TEXT) throw new TooLarge()
  }

  /**
   * @param {number} reason
   * @param {string} [name]
   */
  unusable(reason, name = '') {
    this.push(UNUSABLE | (reason << 4))
    this.push(name.length)
    this.append(name)
  }

  /**
   * @param {unknown} value
   * @param {string | number} key what leads to it
   * @param {number} depth how many containers are around it
   */
  value(value, key, depth) {
    if (++this.values > MAX_VALUES) throw new TooLarge()
    switch (typeof value) {
      case 'string':
        this.push(TEXT | (value.length << 4))
        return this.append(value)
      case 'boolean':
        return this.push(value ? TRUE : FALSE)
      case 'number':
        return this.number(value)
      case 'object':
        return value === null ? this.push(NULL) : this.object(value, key, depth)
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
    this.push(NUMBER | (text.length << 4))
    this.append(text)
  }

  /**
   * @param {object} value
   * @param {string | number} key
   * @param {number} depth
   */
  object(value, key, depth) {
    if (!Array.isArray(value)) {
      const prototype = Object.getPrototypeOf(value)
      if (prototype !== Object.prototype && prototype !== null) {
        const name = Object.prototype.toString.call(value).slice(8, -1)
        if (BUILT_IN.test(name)) return this.unusable(INSTANCE, name)
      }
    }
    const { toJSON } = /** @type {{ toJSON?: unknown }} */ (value)
    if (typeof toJSON === 'function') {
      const written = toJSON.call(value, String(key))
      return this.isContainer(written) ? this.container(written, depth) : this.value(written, key, depth)
    }
    this.container(value, depth)
  }

  /**
   * @param {unknown} value
   * @returns {value is object}
   */
  isContainer(value) {
    return typeof value === 'object' && value !== null
  }

  /**
   * @param {object} value
   * @param {number} depth
   */
  container(value, depth) {
    if (this.open.includes(value)) return this.unusable(CYCLE)
    if (depth === MAX_DEPTH) return this.unusable(TOO_DEEP)
    this.open.push(value)
    if (Array.isArray(value)) this.items(value, depth + 1)
    else this.members(/** @type {Record<string, unknown>} */ (value), depth + 1)
    this.open.pop()
  }

  /**
   * @param {readonly unknown[]} list
   * @param {number} depth
   */
  items(list, depth) {
    const count = list.length
    if (count > MAX_VALUES) throw new TooLarge()
    this.push(ARRAY | (count << 4))
    for (let i = 0; i < count; i++) this.value(list[i], i, depth)
  }

  /**
   * @param {Record<string, unknown>} object
   * @param {number} depth
   */
  members(object, depth) {
    const start = this.length
    this.push(OBJECT)
    let count = 0
    for (const key of Object.keys(object)) {
      const value = object[key]
      // As JSON.stringify does: a member that is undefined is not there.
      if (value === undefined) continue
      this.key(key)
      this.value(value, key, depth)
      count++
    }
    this.tape[start] = OBJECT | (count << 4)
  }

  /** @param {string} key */
  key(key) {
    const known = this.keys.get(key)
    if (known !== undefined) return this.push(known << 1)
    const number = this.keys.size
    this.keys.set(key, number)
    this.push((number << 1) | 1)
    this.push(key.length)
    this.append(key)
  }
}

/**
 * UTF-8, with replacement characters for halves of surrogate pairs, and the places of those.
 *
 * @param {string} string
 */
function encodeText(string) {
  const text = new TextEncoder().encode(string)
  /** @type {number[]} */
  const places = []
  // Only a text beyond ASCII takes more bytes than units, and only such a text can have surrogates.
  if (text.length !== string.length) {
    for (const { index } of string.matchAll(LONE_SURROGATE)) places.push(index)
  }
  return { text, loneSurrogates: places.length > 0 ? Uint32Array.from(places) : NOTHING }
}
