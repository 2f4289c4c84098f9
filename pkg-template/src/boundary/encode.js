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
import { PIECE, TextWriter, TooLarge, encodeText } from './text-writer.js'

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
    encoder.value(written(value, ''), encoder.top)
    encoder.flush()
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
  return use({ tape: Uint32Array.of(TEXT | (value.length << 4)), ...encodeText(value) })
}

/** Replaces the whole input: judging a part of it would give wrong results. */
function tooLarge() {
  return { tape: Uint32Array.of(UNUSABLE | (TOO_LARGE << 4), 0), ...encodeText('') }
}

/**
 * The objects with the same number of containers around them. The keys of the last one, with their
 * numbers, are compared first: its neighbours usually have the same keys.
 *
 * @typedef {{ depth: number, keys: string[], numbers: number[], below: Level | undefined }} Level
 */

/**
 * @param {number} depth
 * @returns {Level}
 */
const newLevel = (depth) => ({ depth, keys: [], numbers: [], below: undefined })

class Encoder {
  tape = spareTape ?? new Uint32Array(1024)
  length = 0
  text = new TextWriter(MAX_TEXT)
  /** Strings that are not written yet. */
  pending = ''
  values = 0
  /** The number of each key.
   * @type {Map<string, number>} */
  keys = new Map()
  /** @type {Level} */
  top = newLevel(0)
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

  flush() {
    const { pending } = this
    this.pending = ''
    if (pending !== '') this.text.write(pending)
  }

  /**
   * @param {string} text
   * @returns {number} its length
   */
  append(text) {
    // Long ones are written at once: an engine refuses to join strings beyond some length.
    if (text.length + this.pending.length > PIECE) this.flush()
    if (text.length > PIECE) this.text.write(text)
    else this.pending += text
    return text.length
  }

  grow() {
    const grown = new Uint32Array(this.tape.length * 2)
    grown.set(this.tape)
    this.tape = grown
  }

  /** @param {number} word */
  push(word) {
    if (this.length === this.tape.length) this.grow()
    this.tape[this.length++] = word
  }

  /**
   * @param {number} reason
   * @param {string} [name]
   */
  unusable(reason, name = '') {
    this.push(UNUSABLE | (reason << 4))
    this.push(this.append(name))
  }

  /**
   * @param {unknown} value as returned by {@link written}
   * @param {Level} level
   * @returns {void}
   */
  value(value, level) {
    if (++this.values > MAX_VALUES) throw new TooLarge()
    switch (typeof value) {
      case 'string':
        return this.push(TEXT | (this.append(value) << 4))
      case 'boolean':
        return this.push(value ? TRUE : FALSE)
      case 'number':
        return this.number(value)
      case 'object':
        return value === null ? this.push(NULL) : this.object(value, level)
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
    this.push(NUMBER | (this.append(text) << 4))
  }

  /**
   * @param {object} value
   * @param {Level} level
   */
  object(value, level) {
    const plain = isPlain(value)
    const name = plain ? undefined : builtInName(value)
    if (name === undefined) this.container(value, plain, level)
    else this.unusable(INSTANCE, name)
  }

  /**
   * @param {object} value
   * @param {boolean} isPlain
   * @param {Level} level
   */
  container(value, isPlain, level) {
    const { open } = this
    const { depth } = level
    for (let i = 0; i < depth; i++) if (open[i] === value) return this.unusable(CYCLE)
    if (depth === MAX_DEPTH) return this.unusable(TOO_DEEP)
    setOwn(open, depth, value)
    level.below ??= newLevel(depth + 1)
    if (Array.isArray(value)) this.items(value, level.below)
    else this.members(/** @type {Record<string, unknown>} */ (value), isPlain, level, level.below)
  }

  /**
   * @param {readonly unknown[]} list
   * @param {Level} below
   */
  items(list, below) {
    // A proxy may return anything; JSON.stringify treats it like this.
    const count = Math.max(0, Math.trunc(Number(list.length)) || 0)
    if (count > MAX_VALUES) throw new TooLarge()
    this.push(ARRAY | (count << 4))
    for (let i = 0; i < count; i++) this.value(written(list[i], i), below)
  }

  /**
   * @param {Record<string, unknown>} object
   * @param {boolean} isPlain
   * @param {Level} level
   * @param {Level} below
   */
  members(object, isPlain, { keys, numbers }, below) {
    const start = this.length
    this.push(OBJECT)
    // Almost everything is a short text or a flag under a known key. These are written here, with
    // the encoder's state in variables; `this` has it again whenever something else is called.
    let { tape, length, values } = this
    let text = ''
    let count = 0
    // `for … in` is twice as fast as Object.keys, but includes inherited keys.
    const hasOnlyOwnKeys = isPlain && !this.isPolluted
    for (const key in object) {
      if (!hasOnlyOwnKeys && !Object.prototype.hasOwnProperty.call(object, key)) continue
      let value = object[key]
      if (typeof value === 'object') value = written(value, key)
      // Like JSON.stringify: an undefined member is omitted.
      if (value === undefined) continue
      // Beyond its end, a list would have what a script has put on Object.prototype under that number.
      const number = count < keys.length && keys[count] === key ? /** @type {number} */ (numbers[count]) : NO_NUMBER
      if (number !== NO_NUMBER && length + 2 <= tape.length && values < MAX_VALUES) {
        if (typeof value === 'string') {
          const units = value.length
          if (text.length + units <= PIECE) {
            text += value
            tape[length] = number << 1
            tape[length + 1] = TEXT | (units << 4)
            length += 2
            values++
            count++
            continue
          }
        } else if (typeof value === 'boolean') {
          tape[length] = number << 1
          tape[length + 1] = value ? TRUE : FALSE
          length += 2
          values++
          count++
          continue
        }
      }
      this.length = length
      this.values = values
      this.append(text)
      text = ''
      if (number !== NO_NUMBER) {
        this.push(number << 1)
      } else {
        setOwn(keys, count, key)
        setOwn(numbers, count, this.key(key))
      }
      count++
      this.value(value, below)
      ;({ tape, length, values } = this)
    }
    this.length = length
    this.values = values
    this.append(text)
    tape[start] = OBJECT | (count << 4)
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
    this.push(this.append(key))
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
