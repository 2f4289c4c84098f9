/**
 * Reads JSON text with positions: tokens, a tree, and a formatter based on it. The editor page uses
 * this file too.
 *
 * It does not validate, which is the module's task, and never fails: of a broken text it reads what
 * it can. Comments are skipped.
 */
// @ts-check

/** @typedef {'string' | 'number' | 'word' | 'punctuation' | 'other'} TokenKind */
/** @typedef {{ kind: TokenKind, start: number, end: number }} Token */
/**
 * @typedef {object} JsonNode
 * @property {'object' | 'array' | 'string' | 'number' | 'word'} kind
 * @property {number} start
 * @property {number} end exclusive
 * @property {JsonMember[] | undefined} members of an object
 * @property {JsonNode[] | undefined} items of an array
 */
/** @typedef {{ key: string, keyToken: Token, value: JsonNode }} JsonMember */

const QUOTE = 34
const BACKSLASH = 92
const LINE_FEED = 10

const INLINE_WIDTH = 96

/**
 * The tokens of a range of a text. A string ends at the end of its line at the latest, so every
 * line can be read separately.
 *
 * @param {string} text
 * @param {number} [from]
 * @param {number} [to]
 * @returns {Generator<Token, void, void>}
 */
export function* tokens(text, from = 0, to = text.length) {
  let at = from
  while (at < to) {
    const code = text.charCodeAt(at)
    const start = at++
    if (code <= 32) continue
    if (code === QUOTE) {
      at = endOfString(text, at, to)
      yield { kind: 'string', start, end: at }
    } else if ('{}[]:,'.includes(text[start] ?? '')) {
      yield { kind: 'punctuation', start, end: at }
    } else if (isWordUnit(code)) {
      while (at < to && isWordUnit(text.charCodeAt(at))) at++
      yield { kind: code === 45 || (code >= 48 && code <= 57) ? 'number' : 'word', start, end: at }
    } else {
      yield { kind: 'other', start, end: at }
    }
  }
}

/**
 * @param {string} text
 * @param {number} at after the opening quote
 * @param {number} to
 */
function endOfString(text, at, to) {
  while (at < to) {
    const code = text.charCodeAt(at)
    if (code === LINE_FEED) return at
    at++
    if (code === QUOTE) return at
    if (code === BACKSLASH && at < to && text.charCodeAt(at) !== LINE_FEED) at++
  }
  return at
}

const SPACE = /[ \t\r\n]*/y
const SPECIAL = /[\\\u0000-\u001f]/

/**
 * Where whitespace ends. Most of a text is whitespace and plain strings, and a large text is often
 * read only once: what the browser searches itself is fast at once.
 *
 * @param {string} text
 * @param {number} at
 */
function endOfSpace(text, at) {
  SPACE.lastIndex = at
  SPACE.test(text)
  return SPACE.lastIndex
}

/**
 * Where a string ends that has neither escapes nor control characters; undefined for any other.
 *
 * @param {string} text
 * @param {number} at after the opening quote
 */
function endOfPlainString(text, at) {
  const end = text.indexOf('"', at)
  return end < 0 || SPECIAL.test(text.slice(at, end)) ? undefined : end + 1
}

/** @param {number} code letters, digits, `_`, `+`, `-` and `.`: any number or word */
function isWordUnit(code) {
  return (
    (code >= 48 && code <= 57) ||
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    code === 95 ||
    code === 43 ||
    code === 45 ||
    code === 46
  )
}

/**
 * The tree of a text with positions; undefined if the text is empty.
 *
 * @param {string} text
 */
export function readTree(text) {
  return readJson(text).root
}

/**
 * @typedef {{ container: JsonNode, key: Token | undefined, colon: boolean, full: boolean }} Open
 * `full`: it has an item that no comma follows yet
 */

const COMMA = 44
const SLASH = 47
const ASTERISK = 42
const COLON = 58
const OPEN_LIST = 91
const CLOSE_LIST = 93
const OPEN_OBJECT = 123
const CLOSE_OBJECT = 125

const SCALAR = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/

/**
 * The same, with the place of the first character that JSON does not allow. Comments and a comma
 * before a closing bracket do not count.
 *
 * @param {string} text
 * @returns {{ root: JsonNode | undefined, flaw: number | undefined }}
 */
export function readJson(text) {
  /** @type {JsonNode | undefined} */
  let root
  /** @type {number | undefined} */
  let flaw
  /** @type {Open[]} */
  const open = []
  /** @type {Open | undefined} the last one */
  let top
  /** How many of each kind are open, so that a search always finds one. */
  const count = { object: 0, array: 0 }

  /** @param {JsonNode} node */
  const add = (node) => {
    if (!top) {
      if (root) flaw ??= node.start
      root ??= node
      return
    }
    const { key, container: parent } = top
    if (top.full || (parent.members && !(key && top.colon))) flaw ??= node.start
    top.full = true
    if (parent.items) parent.items.push(node)
    if (parent.members && key) {
      parent.members.push({ key: readString(text, key), keyToken: key, value: node })
      top.key = undefined
      top.colon = false
    }
  }

  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    const start = at++
    if (code <= 32) {
      if (code !== 32 && code !== LINE_FEED && code !== 13 && code !== 9) flaw ??= start
      else if (text.charCodeAt(at) <= 32) at = endOfSpace(text, at)
    } else if (code === QUOTE) {
      const end = endOfPlainString(text, at)
      at = end ?? endOfString(text, at, text.length)
      if (end === undefined && flaw === undefined && !isString(text, start, at)) flaw = start
      if (top?.container.members && !(top.key && top.colon)) {
        if (top.full || top.key) flaw ??= start
        top.key = { kind: 'string', start, end: at }
      } else {
        add({ kind: 'string', start, end: at, members: undefined, items: undefined })
      }
    } else if (code === COMMA) {
      if (!top?.full) flaw ??= start
      if (top) {
        top.key = undefined
        top.colon = false
        top.full = false
      }
    } else if (code === COLON) {
      if (!top?.key || top.colon) flaw ??= start
      if (top) top.colon = true
    } else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      const isObject = code === OPEN_OBJECT
      /** @type {JsonNode} */
      const node = { kind: isObject ? 'object' : 'array', start, end: text.length, members: isObject ? [] : undefined, items: isObject ? undefined : [] }
      add(node)
      top = { container: node, key: undefined, colon: false, full: false }
      open.push(top)
      count[isObject ? 'object' : 'array']++
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
      // Containers still open inside the one that closes here were left open by mistake, and end
      // here too.
      const kind = code === CLOSE_OBJECT ? 'object' : 'array'
      if (top?.container.kind !== kind || top.key) flaw ??= start
      for (let isOpen = count[kind] > 0; isOpen; ) {
        const node = /** @type {Open} */ (open.pop()).container
        isOpen = node.kind !== kind
        node.end = isOpen ? start : at
        count[/** @type {keyof typeof count} */ (node.kind)]--
      }
      top = open.at(-1)
    } else if (isWordUnit(code)) {
      while (at < text.length && isWordUnit(text.charCodeAt(at))) at++
      const kind = code === 45 || (code >= 48 && code <= 57) ? 'number' : 'word'
      if (flaw === undefined && !SCALAR.test(text.slice(start, at))) flaw = start
      add({ kind, start, end: at, members: undefined, items: undefined })
    } else if (code === SLASH && (text.charCodeAt(at) === SLASH || text.charCodeAt(at) === ASTERISK)) {
      at = endOfComment(text, start)
      if (at < 0) {
        flaw ??= start
        at = text.length
      }
    } else {
      flaw ??= start
    }
  }
  if (!root || top) flaw ??= text.length
  return { root, flaw }
}

/**
 * Whether a token is a string in JSON.
 *
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
function isString(text, start, end) {
  const last = end - 1
  if (last === start || text.charCodeAt(last) !== QUOTE) return false
  for (let at = start + 1; at < last; at++) {
    const code = text.charCodeAt(at)
    if (code < 32) return false
    if (code === BACKSLASH) {
      at++
      if (at === last || !isEscape(text, at)) return false
    }
  }
  return true
}

/** @param {string} text @param {number} at after the backslash */
function isEscape(text, at) {
  const kind = text.charAt(at)
  return kind === 'u' ? /^[\da-fA-F]{4}$/.test(text.slice(at + 1, at + 5)) : kind !== '' && '"\\/bfnrt'.includes(kind)
}

/**
 * Where a comment ends, without the end of its line; -1 if it does not.
 *
 * @param {string} text
 * @param {number} start
 */
export function endOfComment(text, start) {
  if (text.charCodeAt(start + 1) === ASTERISK) {
    const end = text.indexOf('*/', start + 2)
    return end < 0 ? -1 : end + 2
  }
  let at = start
  while (at < text.length && text.charCodeAt(at) !== LINE_FEED && text.charCodeAt(at) !== 13) at++
  return at
}

/**
 * The value of a string token.
 *
 * @param {string} text
 * @param {{ start: number, end: number }} token
 */
export function readString(text, token) {
  const raw = text.slice(token.start, token.end)
  if (!raw.includes('\\') && raw.length > 1 && raw.endsWith('"')) return raw.slice(1, -1)
  try {
    return String(JSON.parse(raw))
  } catch {
    return raw.replace(/^"|"$/g, '')
  }
}

/**
 * The node at a path. If a key is repeated, the last one counts.
 *
 * @param {JsonNode | undefined} node
 * @param {readonly (string | number)[]} path
 */
export function nodeAt(node, path) {
  for (const step of path) {
    node = typeof step === 'number' ? node?.items?.[step] : node?.members?.[memberIndex(node, step)]?.value
  }
  return node
}

/** More members than this are looked up, not searched: many fixes may be for one object. */
const FEW = 16

/** Where the keys of large objects are. @type {WeakMap<JsonNode, Record<string, number>>} */
const INDEXES = new WeakMap()

/**
 * The index of the member with a key: the last one if the key is repeated, -1 if there is none.
 *
 * @param {JsonNode} node
 * @param {string} key
 * @returns {number}
 */
export function memberIndex(node, key) {
  const members = node.members ?? []
  if (members.length <= FEW) return members.findLastIndex((member) => member.key === key)
  let index = INDEXES.get(node)
  if (!index) {
    // `JSON.parse` looks up the same keys in an object, so this cannot be attacked more easily.
    index = /** @type {Record<string, number>} */ (Object.create(null))
    for (const [number, member] of members.entries()) index[member.key] = number
    INDEXES.set(node, index)
  }
  return index[key] ?? -1
}

/**
 * The same JSON, indented; small objects and lists take one line. Numbers and strings keep their
 * notation.
 *
 * @param {string} text JSON without a syntax error
 * @param {number} [width] objects and lists beyond this line width are broken into several lines
 */
export function format(text, width = INLINE_WIDTH) {
  const root = readTree(text)
  return root ? `${formatNode(text, root, '', width)}\n` : ''
}

/**
 * @param {string} text
 * @param {JsonNode} node
 * @param {string} indent
 * @param {number} width
 * @returns {string}
 */
function formatNode(text, node, indent, width) {
  const parts = childrenOf(text, node)
  if (!parts) return text.slice(node.start, node.end)
  const [open, close] = node.members ? '{}' : '[]'
  if (parts.length === 0) return `${open}${close}`
  if (parts.every(({ child }) => !childrenOf(text, child)?.length)) {
    const inner = parts.map(({ key, child }) => key + formatNode(text, child, '', width)).join(', ')
    if (indent.length + inner.length + 4 <= width) {
      return node.members ? `{ ${inner} }` : `[${inner}]`
    }
  }
  const deeper = `${indent}  `
  const lines = parts.map(({ key, child }) => deeper + key + formatNode(text, child, deeper, width))
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`
}

/**
 * @param {string} text
 * @param {JsonNode} node
 */
function childrenOf(text, node) {
  if (node.items) return node.items.map((child) => ({ key: '', child }))
  return node.members?.map(({ keyToken, value }) => ({
    key: `${text.slice(keyToken.start, keyToken.end)}: `,
    child: value,
  }))
}
