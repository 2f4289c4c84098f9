/** Where in the JSON text of a datamart a position is, however broken the text is. */
// @ts-check

import { CLOSE_ARRAY, CLOSE_OBJECT, COLON, COMMA, OPEN_ARRAY, OPEN_OBJECT, Scanner, STRING, stringAt, WORD } from './scanner.js'

/** @typedef {import('./scanner.js').Span} Span */
/**
 * An object or a list that is open at the position.
 *
 * @typedef {object} Container
 * @property {boolean} isList
 * @property {number} start of its bracket
 * @property {string | undefined} key under which an object has it
 */
/**
 * @typedef {object} Location
 * @property {Container[]} containers outermost first
 * @property {'key' | 'value' | undefined} role of what is or could be written here; undefined where
 * nothing can be
 * @property {string | undefined} key whose value is or could be here
 * @property {Span & { isString: boolean, isClosed: boolean } | undefined} token what is being
 * written
 * @property {number | undefined} missingComma where a comma is missing before the position
 */

/**
 * One pass over the text before the position.
 *
 * @param {string} text
 * @param {number} offset
 * @returns {Location}
 */
export function locate(text, offset) {
  /** @type {Container[]} */
  const containers = []
  /** Of the innermost container: the key that has been read. @type {Span | undefined} */
  let key
  let hasColon = false
  /** The end of the last value since the last comma. @type {number | undefined} */
  let valueEnd
  /** The last string, which a colon makes a key after all. @type {Span | undefined} */
  let last
  /** The end of the token before. */
  let before = 0
  const scanner = new Scanner(text, 0)
  const valueRead = (/** @type {number} */ end) => {
    key = undefined
    hasColon = false
    valueEnd = end
  }

  while (scanner.next()) {
    const { kind, start, end, isClosed } = scanner
    const isString = kind === STRING
    if (start >= offset) break
    const isText = isString || kind === WORD
    const isHere = isText && (end > offset || (end === offset && !(isString && isClosed)))
    const top = containers[containers.length - 1]
    if (isHere) {
      const token = { start, end: isString ? endOfTyped(text, offset, end, isClosed) : end, isString, isClosed: isString && isClosed }
      if (token.end <= offset) token.isClosed = false
      return at(token)
    }
    if (isText) {
      if (top && !top.isList && !hasColon) {
        key = { start, end }
      } else valueRead(end)
      last = isString ? { start, end } : undefined
    } else if (kind === OPEN_OBJECT || kind === OPEN_ARRAY) {
      containers.push({ isList: kind === OPEN_ARRAY, start, key: key && stringAt(text, key.start, key.end) })
      key = undefined
      hasColon = false
      valueEnd = undefined
    } else if (kind === CLOSE_OBJECT || kind === CLOSE_ARRAY) {
      // What was opened inside and is not closed ends here too.
      const opened = findLast(containers, kind === CLOSE_ARRAY)
      if (opened >= 0) containers.length = opened
      valueRead(end)
    } else if (kind === COLON) {
      // The value before is missing: `"label": "name": …`
      if (!key && top && !top.isList && last) key = last
      hasColon = key !== undefined
    } else if (kind === COMMA) {
      key = undefined
      hasColon = false
      valueEnd = undefined
    }
    if (!isText) last = undefined
    before = end
  }
  return at(undefined)

  /** @param {Location['token']} token */
  function at(token) {
    const top = containers[containers.length - 1]
    const inObject = top !== undefined && !top.isList
    /** @type {Location['role']} */
    let role = 'value'
    if (inObject && !hasColon) role = key && !token ? undefined : 'key'
    // Only one value has room at the top, and none in a comment.
    if ((!top && valueEnd !== undefined) || (!token && isInComment(text.slice(before, offset)))) role = undefined
    return {
      containers,
      role,
      key: inObject && hasColon && key ? stringAt(text, key.start, key.end) : undefined,
      token,
      missingComma: hasColon ? undefined : valueEnd,
    }
  }
}

/** Whether a comment is open at the end of a text between two tokens. @param {string} gap */
function isInComment(gap) {
  return gap.replace(/\/\/.*\n|\/\*[^]*?\*\//g, '').includes('/')
}

/** @param {Container[]} containers @param {boolean} isList */
function findLast(containers, isList) {
  for (let index = containers.length - 1; index >= 0; index--) {
    if (containers[index]?.isList === isList) return index
  }
  return -1
}

/**
 * Where a string that is being typed ends. Without its closing quote it would swallow the rest of
 * the line, or end at the opening quote of the next one.
 *
 * @param {string} text
 * @param {number} offset
 * @param {number} end
 * @param {boolean} isClosed
 */
function endOfTyped(text, offset, end, isClosed) {
  if (!isClosed) return offset
  const next = /^[^\S\n]*(.?)/.exec(text.slice(end, end + 100))?.[1] ?? ''
  return next === '' || ',:]}/'.includes(next) ? end : offset
}

/**
 * A member of an object or an item of a list.
 *
 * @typedef {object} Part
 * @property {string} key empty in a list
 * @property {number} keyStart where its key is written
 * @property {number} start of the value
 * @property {number} end of the value
 * @property {number} kind of its first token
 */

/**
 * The members of an object or the items of a list, in one pass over its text.
 *
 * @param {string} text
 * @param {number} start of its bracket
 * @param {Span} [unfinished]
 * @returns {Part[]}
 */
export function partsOf(text, start, unfinished) {
  const isList = text.charCodeAt(start) === OPEN_ARRAY
  /** @type {Part[]} */
  const parts = []
  const scanner = new Scanner(text, start + 1, unfinished)
  let key = ''
  let keyStart = -1
  let hasKey = isList
  while (scanner.next()) {
    const { kind, start, end } = scanner
    if (kind === CLOSE_OBJECT || kind === CLOSE_ARRAY) break
    if (kind === OPEN_OBJECT || kind === OPEN_ARRAY) {
      const closed = scanner.skip()
      if (hasKey) parts.push({ key, keyStart, start, end: closed, kind })
      hasKey = isList
    } else if (kind === COMMA) {
      hasKey = isList
    } else if (kind === COLON) {
      // The value before is missing.
      const before = parts[parts.length - 1]
      if (!hasKey && before?.kind === STRING) {
        parts.pop()
        key = stringAt(text, before.start, before.end)
        keyStart = before.start
        hasKey = true
      }
    } else if (hasKey && kind !== COLON) {
      parts.push({ key, keyStart, start, end, kind })
      hasKey = isList
    } else {
      key = stringAt(text, start, end)
      keyStart = start
      hasKey = true
    }
    if (isList) key = ''
  }
  return parts
}

/** What the last member of this name says, if it is a string. @param {string} text @param {readonly Part[]} parts @param {string} name */
export function textOf(text, parts, name) {
  const part = partNamed(parts, name)
  return part?.kind === STRING ? stringAt(text, part.start, part.end) : ''
}

/** The last member of this name. @param {readonly Part[]} parts @param {string} name */
export function partNamed(parts, name) {
  for (let index = parts.length - 1; index >= 0; index--) {
    if (parts[index]?.key === name) return parts[index]
  }
  return undefined
}
