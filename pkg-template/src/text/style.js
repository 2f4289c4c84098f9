/** How a JSON text is written, and new values in the same way. */
// @ts-check

/** @typedef {import('./json-text.js').JsonNode} JsonNode */
/** @typedef {import('./draft.js').Value} Value */
/**
 * `compact`: everything on one line; `short`: objects and lists without others in them, if they
 * fit; `none`: nothing.
 *
 * @typedef {'compact' | 'short' | 'none'} OnOneLine
 */

/** Objects and lists beyond this width are broken into several lines. */
const WIDTH = 96

/**
 * Text indented further than this is not written by hand, and searching for the beginning of its
 * line would be slow.
 */
const LONGEST_LINE = 4096

/** Small lists and objects say enough: looking at more of them would take long. */
const ENOUGH = 1000

export class Style {
  /** @param {string} text @param {JsonNode} root its tree */
  constructor(text, root) {
    this.text = text
    /** @type {OnOneLine | undefined} */
    this.known = undefined
    this.root = root
    const lineFeed = text.indexOf('\n')
    this.newline = lineFeed > 0 && text[lineFeed - 1] === '\r' ? '\r\n' : '\n'
    const first = childrenOf(root)[0]
    this.isOneLine = first !== undefined && this.isInline(root)
    const [member] = root.members ?? firstObject(root)?.members ?? []
    /** From a key to its value. */
    this.colon = (member && this.ifSpace(text.slice(member.keyToken.end, member.value.start), /^[ \t]*:[ \t]*$/)) ?? ': '
    /** Between two items of one line. */
    this.comma = this.colon === ':' ? ',' : ', '
    const inline = this.firstInline('object')
    /** Inside the braces of one line. */
    this.padding = inline ? this.paddingOf(inline) : this.isOneLine || this.colon === ':' ? '' : ' '
    const unit = first && this.lineStart(root.members?.[0]?.keyToken.start ?? first.start)
    const base = this.lineStart(root.start) ?? ''
    /** Of one more level. */
    this.unit = unit !== undefined && unit.length > base.length && unit.startsWith(base) ? unit.slice(base.length) : '  '
  }

  /** Whether something is on one line. @param {{ start: number, end: number }} place */
  isInline({ start, end }) {
    return !this.text.slice(start, end).includes('\n')
  }

  /**
   * The spaces at the beginning of a line, if there is nothing else in front of a place.
   *
   * @param {number} at
   */
  lineStart(at) {
    const line = this.lineBefore(at)
    return /^[ \t]*$/.test(line) ? line : undefined
  }

  /** How the line of a place is indented. @param {number} at */
  indentation(at) {
    return /^[ \t]*/.exec(this.lineBefore(at))?.[0] ?? ''
  }

  /**
   * What objects and lists like this one, and those in it, are like; undefined if it does not say.
   *
   * @param {JsonNode | undefined} node
   * @returns {OnOneLine | undefined}
   */
  like(node) {
    if (!node || childrenOf(node).length === 0) return undefined
    if (this.isInline(node)) return isShort(node) ? 'short' : 'compact'
    const left = [node]
    for (let next = left.pop(), seen = 0; next && seen < ENOUGH; next = left.pop(), seen++) {
      const children = childrenOf(next).filter((child) => childrenOf(child).length > 0)
      if (children.length > 0) left.push(...children.slice(0, ENOUGH).reverse())
      else if (this.isInline(next)) return 'short'
      else if (next.end - next.start <= WIDTH) return 'none'
    }
    return undefined
  }

  get onOneLine() {
    return (this.known ??= this.isOneLine && !isShort(this.root) ? 'compact' : (this.like(this.root) ?? 'short'))
  }

  /**
   * A new value.
   *
   * @param {Value} value
   * @param {string} indent of the line it begins on
   * @param {OnOneLine} onOneLine
   * @param {(node: JsonNode) => string} source of a value of the text
   * @returns {string}
   */
  write(value, indent, onOneLine, source) {
    if (value.origin) return source(value.origin)
    if (value.literal !== undefined) return value.literal
    const parts = presentParts(value)
    const [open, close] = value.kind === 'object' ? '{}' : '[]'
    if (parts.length === 0) return `${open}${close}`
    // A value that is wrapped in a list.
    if (parts.length === 1 && parts[0]?.value.origin) return `${open}${source(parts[0].value.origin)}${close}`
    const isShort = parts.every(({ value }) => value.literal !== undefined || (!value.origin && presentParts(value).length === 0))
    const all = (/** @type {string} */ indent, /** @type {OnOneLine} */ nested) =>
      parts.map(({ key, value }) => (key === undefined ? '' : this.key(key)) + this.write(value, indent, nested, source))
    if (onOneLine === 'compact' || (onOneLine === 'short' && isShort)) {
      const padding = value.kind === 'object' ? this.padding : ''
      const line = `${open}${padding}${all(indent, 'compact').join(this.comma)}${padding}${close}`
      if (onOneLine === 'compact' || indent.length + line.length <= WIDTH) return line
    }
    const deeper = indent + this.unit
    return `${open}${this.newline}${deeper}${all(deeper, onOneLine).join(`,${this.newline}${deeper}`)}${this.newline}${indent}${close}`
  }

  /** @param {string} key */
  key(key) {
    return JSON.stringify(key) + this.colon
  }

  /** The line in front of a place; a piece of it where it is very long. @param {number} at */
  lineBefore(at) {
    const near = this.text.slice(Math.max(0, at - LONGEST_LINE), at)
    return near.slice(near.lastIndexOf('\n') + 1).replace(/^\ufeff/, '')
  }

  /** @param {string} text @param {RegExp} pattern */
  ifSpace(text, pattern) {
    return pattern.test(text) ? text : undefined
  }

  /** @param {JsonNode} node */
  paddingOf(node) {
    const [member] = node.members ?? []
    return (member && this.ifSpace(this.text.slice(node.start + 1, member.keyToken.start), /^[ \t]*$/)) ?? ' '
  }

  /**
   * The first object or list on one line that has something in it.
   *
   * @param {JsonNode['kind']} kind
   */
  firstInline(kind) {
    const left = [this.root]
    for (let next = left.pop(), seen = 0; next && seen < ENOUGH; next = left.pop(), seen++) {
      const children = childrenOf(next)
      if (next.kind === kind && children.length > 0 && this.isInline(next)) return next
      left.push(...children.filter((child) => child.members || child.items).slice(0, ENOUGH).reverse())
    }
    return undefined
  }
}

/** @param {Value} value a new one */
function presentParts({ parts = [] }) {
  return parts.filter(({ isGone }) => !isGone)
}

/** @param {JsonNode} node @returns {readonly JsonNode[]} */
function childrenOf(node) {
  return node.items ?? node.members?.map(({ value }) => value) ?? []
}

/** Whether there is no other object or list in it, except empty ones. @param {JsonNode} node */
function isShort(node) {
  return childrenOf(node).every((child) => childrenOf(child).length === 0)
}

/** @param {JsonNode} list */
function firstObject(list) {
  return list.items?.find(({ kind }) => kind === 'object')
}
