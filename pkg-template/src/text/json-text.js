/**
 * Reads JSON text with positions: tokens, a tree, and a formatter based on it. The editor page uses
 * this file too.
 *
 * It does not validate, which is the module's task, and never fails: of a broken text it reads what
 * it can.
 */
// @ts-check

/** @typedef {'string' | 'number' | 'word' | 'punctuation' | 'other'} TokenKind */
/** @typedef {{ kind: TokenKind, start: number, end: number }} Token */
/**
 * @typedef {object} JsonNode
 * @property {'object' | 'array' | 'string' | 'number' | 'word'} kind
 * @property {number} start
 * @property {number} end exclusive
 * @property {JsonMember[]} [members] of an object
 * @property {JsonNode[]} [items] of an array
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
 * @returns {JsonNode | undefined}
 */
export function readTree(text) {
  /** @type {JsonNode | undefined} */
  let root
  /** @type {{ node: JsonNode, key?: Token, colon: boolean }[]} */
  const open = []
  /** How many of each kind are open, so that a search always finds one. */
  const count = { object: 0, array: 0 }

  /** @param {JsonNode} node */
  const add = (node) => {
    const parent = open.at(-1)
    if (!parent) {
      root ??= node
    } else if (parent.node.items) {
      parent.node.items.push(node)
    } else if (parent.key) {
      parent.node.members?.push({ key: readString(text, parent.key), keyToken: parent.key, value: node })
      parent.key = undefined
      parent.colon = false
    }
  }

  for (const token of tokens(text)) {
    const top = open.at(-1)
    const { start, end } = token
    const sign = token.kind === 'punctuation' ? text[start] : ''
    if (sign === '{' || sign === '[') {
      /** @type {JsonNode} */
      const node =
        sign === '{'
          ? { kind: 'object', start, end: text.length, members: [] }
          : { kind: 'array', start, end: text.length, items: [] }
      add(node)
      open.push({ node, colon: false })
      count[sign === '{' ? 'object' : 'array']++
    } else if (sign === '}' || sign === ']') {
      // Containers still open inside the one that closes here were left open by mistake, and end
      // here too.
      const kind = sign === '}' ? 'object' : 'array'
      if (count[kind] === 0) continue
      const last = open.findLastIndex(({ node }) => node.kind === kind)
      for (const { node } of open.splice(last)) {
        node.end = node.kind === kind ? end : start
        count[/** @type {keyof typeof count} */ (node.kind)]--
      }
    } else if (sign === ':') {
      if (top) top.colon = true
    } else if (sign === ',') {
      if (top) {
        top.key = undefined
        top.colon = false
      }
    } else if (token.kind !== 'other') {
      const isKey = token.kind === 'string' && top?.node.members && !(top.key && top.colon)
      if (isKey) top.key = token
      else add({ kind: /** @type {JsonNode['kind']} */ (token.kind), start, end })
    }
  }
  return root
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
