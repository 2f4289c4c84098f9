/**
 * The tokens of JSON text that somebody is typing: strings that never end, missing commas, comments.
 *
 * Unlike the reader in `text/json-text.js` it makes no tree and no objects, so it can read half a
 * megabyte on every key.
 */
// @ts-check

/** @typedef {{ start: number, end: number }} Span */

const LINE_FEED = 10
const BACKSLASH = 92
const SLASH = 47
const STAR = 42
const SINGLE_QUOTE = 39

export const OPEN_OBJECT = 123
export const CLOSE_OBJECT = 125
export const OPEN_ARRAY = 91
export const CLOSE_ARRAY = 93
export const COLON = 58
export const COMMA = 44
export const STRING = 34
export const WORD = 97

export class Scanner {
  /**
   * @param {string} text
   * @param {number} at where to begin
   * @param {Span} [unfinished] a string that is being typed: what it would swallow is read as usual
   */
  constructor(text, at, unfinished) {
    this.text = text
    this.unfinished = unfinished
    /** The kind of the token: a punctuation character, `STRING` or `WORD`. */
    this.kind = 0
    this.start = at
    this.end = at
    /** Whether the token is a string with its closing quote. */
    this.isClosed = false
  }

  /** Reads the next token, skipping comments. Returns whether there is one. */
  next() {
    const { text } = this
    for (let at = this.end; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code <= 32) continue
      if (code === SLASH) {
        at = endOfComment(text, at) - 1
        continue
      }
      this.start = at
      if (isPunctuation(code)) {
        this.kind = code
        this.end = at + 1
      } else if (code === STRING || code === SINGLE_QUOTE) {
        this.kind = STRING
        const end = this.stringEnd(at)
        this.isClosed = end > 0
        this.end = Math.abs(end)
      } else {
        this.kind = WORD
        this.end = at + 1
        while (this.end < text.length && isWordUnit(text.charCodeAt(this.end))) this.end++
      }
      return true
    }
    this.start = this.end = text.length
    return false
  }

  /** After an opening bracket: skips everything up to its closing one. Returns the end. */
  skip() {
    const { text } = this
    let at = this.end
    for (let depth = 1; depth > 0 && at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === OPEN_OBJECT || code === OPEN_ARRAY) depth++
      else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) depth--
      else if (code === STRING || code === SINGLE_QUOTE) at = Math.abs(this.stringEnd(at)) - 1
      else if (code === SLASH) at = endOfComment(text, at) - 1
    }
    return (this.end = at)
  }

  /** @param {number} start */
  stringEnd(start) {
    return this.unfinished?.start === start ? this.unfinished.end : endOfString(this.text, start)
  }
}

/**
 * A string ends at the end of its line at the latest.
 *
 * @param {string} text
 * @param {number} start of its quote
 * @returns {number} negative if there is no closing quote
 */
function endOfString(text, start) {
  const quote = text.charCodeAt(start)
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) return at + 1
    if (code === LINE_FEED) return -at
    if (code === BACKSLASH && text.charCodeAt(at + 1) !== LINE_FEED) at++
  }
  return -text.length
}

/** @param {string} text @param {number} at of the slash */
function endOfComment(text, at) {
  const code = text.charCodeAt(at + 1)
  const end = code === SLASH ? text.indexOf('\n', at) : code === STAR ? text.indexOf('*/', at + 2) + 2 : at + 1
  return end > at ? end : text.length
}

/** Anything that a word, a number or a mistyped name has. @param {number} code */
function isWordUnit(code) {
  return code > 32 && code !== STRING && code !== SLASH && !isPunctuation(code)
}

/** @param {number} code */
function isPunctuation(code) {
  return code === COMMA || code === COLON || code === OPEN_OBJECT || code === CLOSE_OBJECT || code === OPEN_ARRAY || code === CLOSE_ARRAY
}

/**
 * What a string token says.
 *
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
export function stringAt(text, start, end) {
  const quote = text.charAt(start)
  const isQuoted = quote === '"' || quote === "'"
  const isClosed = isQuoted && end > start + 1 && text.charAt(end - 1) === quote
  const raw = text.slice(start + (isQuoted ? 1 : 0), isClosed ? end - 1 : end)
  return raw.includes('\\') ? decoded(raw) ?? raw : raw
}

/** What the inside of a JSON string says; undefined where an escape is incomplete. @param {string} raw */
export function decoded(raw) {
  try {
    return String(JSON.parse(`"${raw}"`))
  } catch {
    return undefined
  }
}
