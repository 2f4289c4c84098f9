/**
 * A JSON text while changes are made to its value: a tree whose parts remember where they stand in
 * the text, and which of them are new.
 */
// @ts-check

import { formatPath } from './path.js'
import { readJson, readString } from './json-text.js'
import { keyPlace } from './key-order.js'
import { TextLines } from './lines.js'

/** @typedef {import('./json-text.js').JsonNode} JsonNode */
/** @typedef {import('../../index.d.ts').TextChange} TextChange */
/** @typedef {TextChange['path']} Path */
/** @typedef {{ start: number, end: number, text: string }} TextEdit */
/**
 * A value: of the text, or a new one.
 *
 * @typedef {object} Value
 * @property {JsonNode['kind']} kind
 * @property {JsonNode | undefined} origin where it stands in the text
 * @property {Value | undefined} owner the object or list of the text that it is in
 * @property {string | undefined} literal a new string, number or word
 * @property {Part[] | undefined} parts the members or items, once something has asked for them
 * @property {readonly Part[] | undefined} before its parts in the text, if others have come or gone
 * @property {boolean} isStale whether some of the parts are gone
 * @property {Map<string, Part> | undefined} keys
 * @property {boolean} isRepeating whether a key is repeated
 * @property {boolean | undefined} isSorted whether the keys are in the order of the alphabet
 * @property {TextEdit[] | undefined} pieces what changes of a string
 */
/**
 * A member or an item.
 *
 * @typedef {object} Part
 * @property {string | undefined} key
 * @property {{ start: number, end: number } | undefined} keyToken
 * @property {Value} value
 * @property {JsonNode | undefined} origin its value in the text
 * @property {number} index among the parts of the text, -1 if it is new
 * @property {boolean} isRenamed
 * @property {boolean} isGone
 */

// Private members and fields would keep bundlers from dropping the class where it is not used, because
// they are converted for old browsers. The same is true of the other classes for text edits.
export class Draft {
  /**
   * @param {string} text
   * @param {ReturnType<typeof readJson>} [read] what reading it gave, if it has been read already
   * @throws {TypeError} if it is not JSON
   */
  constructor(text, { root, flaw } = readJson(text)) {
    if (!root || flaw !== undefined) {
      const { line, column } = new TextLines(text).position(flaw ?? 0)
      throw new TypeError(`datamart-validator: the text is not JSON (line ${line}, column ${column}), so that only repairs of the text can be applied`)
    }
    this.text = text
    /** The values whose parts have come, gone or moved. @type {Set<Value>} */
    this.reshaped = new Set()
    /** The parts that have another value or key. @type {Set<Part>} */
    this.changed = new Set()
    /** The strings with changed pieces. @type {Set<Value>} */
    this.pieced = new Set()
    this.root = partOf(undefined, undefined, root, 0)
  }

  /** @param {TextChange} change */
  apply(change) {
    const { path } = change
    switch (change.op) {
      case 'set':
        return this.set(path, jsonOf(change))
      case 'remove':
        return this.remove(path)
      case 'insert':
        return this.insert(path, newValue(jsonOf(change)))
      default:
        return this.move(path, change.to)
    }
  }

  /**
   * A member that is removed and set under another key at once is renamed.
   *
   * @param {TextChange} removal
   * @param {TextChange | undefined} next
   * @returns {boolean} whether it is
   */
  rename(removal, next) {
    const [key, to] = [removal.path.at(-1), next?.path.at(-1)]
    if (removal.op !== 'remove' || next?.op !== 'set' || typeof key !== 'string' || typeof to !== 'string') return false
    const inside = removal.path.slice(0, -1)
    if (next.path.length !== removal.path.length || inside.some((step, at) => step !== next.path[at])) return false
    const owner = this.valueAt(inside)
    const part = owner?.kind === 'object' ? this.member(owner, key) : undefined
    if (!owner || !part || this.member(owner, to) || !this.says(part.value, jsonOf(next))) return false
    this.removeMember(owner, key, part)
    part.key = to
    part.isRenamed = true
    this.keys(owner).set(to, part)
    this.changed.add(part)
    return true
  }

  /** The string at a path, or none. @param {Path} path */
  stringAt(path) {
    const value = this.valueAt(path)
    return value?.kind === 'string' ? value : undefined
  }

  /** @param {Value} value @returns {Part[]} */
  parts(value) {
    if (value.isStale) value.parts = value.parts?.filter(({ isGone }) => !isGone)
    value.isStale = false
    value.parts ??= this.partsOf(value)
    return value.parts
  }

  /** @param {Value} owner of the text */
  partsOf(owner) {
    const { members, items = [] } = owner.origin ?? {}
    const parts = members ? members.map((member, index) => partOf(member.key, member.keyToken, member.value, index)) : items.map((item, index) => partOf(undefined, undefined, item, index))
    for (const { value } of parts) value.owner = owner
    return parts
  }

  /** If a key is repeated, the last one counts. @param {Value} object @param {string} key */
  member(object, key) {
    return this.keys(object).get(key)
  }

  /** @param {Value} object */
  keys(object) {
    if (object.keys) return object.keys
    object.keys = new Map()
    for (const part of this.parts(object)) object.keys.set(part.key ?? '', part)
    object.isRepeating = object.keys.size < this.parts(object).length
    return object.keys
  }

  /** @param {Path} path @param {unknown} value */
  set(path, value) {
    const part = this.partAt(path)
    if (part) return this.assign(part, value, path)
    const owner = this.valueAt(path.slice(0, -1))
    const key = path.at(-1)
    if (owner?.kind !== 'object' || key === undefined) throw unfit(path)
    this.add(owner, String(key), value, path)
  }

  /** @param {Value} owner @param {string} key @param {unknown} value @param {Path} path */
  add(owner, key, value, path) {
    const parts = this.reshape(owner)
    const part = { ...partOf(key, undefined, undefined, -1), value: newValue(value) }
    parts.splice(keyPlace(this, owner, key, path), 0, part)
    this.keys(owner).set(key, part)
  }

  /** @param {Path} path */
  remove(path) {
    const owner = this.valueAt(path.slice(0, -1))
    const part = path.length > 0 && owner ? this.partAt(path) : undefined
    // As in `applyFix`, a member that is not there is gone already.
    if (owner?.kind === 'object' && path.length > 0) return this.removeMember(owner, String(path.at(-1)))
    if (!owner || !part) throw unfit(path)
    part.isGone = true
    this.reshape(owner).splice(Number(path.at(-1)), 1)
  }

  /**
   * All members of a key, except one.
   *
   * @param {Value} owner
   * @param {string} key
   * @param {Part} [except]
   */
  removeMember(owner, key, except) {
    const last = this.member(owner, key)
    this.keys(owner).delete(key)
    const gone = owner.isRepeating ? this.parts(owner).filter((part) => part.key === key && part !== except) : last && last !== except ? [last] : []
    if (gone.length === 0) return
    this.keep(owner)
    for (const part of gone) part.isGone = true
    owner.isStale = true
  }

  /** @param {Path} path @param {Value} value */
  insert(path, value) {
    const { parts, index } = this.placeIn(path, 1)
    parts.splice(index, 0, { ...partOf(undefined, undefined, undefined, -1), value })
  }

  /** @param {Path} path @param {number} to */
  move(path, to) {
    const { parts, index } = this.placeIn(path, 0)
    if (!Number.isInteger(to) || to < 0 || to >= parts.length) throw unfit([...path.slice(0, -1), to])
    parts.splice(to, 0, ...parts.splice(index, 1))
  }

  /**
   * The items of the list that a path leads into.
   *
   * @param {Path} path
   * @param {0 | 1} beyond how far behind the last one the index may be
   */
  placeIn(path, beyond) {
    const owner = path.length > 0 ? this.valueAt(path.slice(0, -1)) : undefined
    const index = Number(path.at(-1))
    if (owner?.kind !== 'array' || typeof path.at(-1) !== 'number' || !Number.isInteger(index) || index < 0) throw unfit(path)
    if (index >= this.parts(owner).length + beyond) throw unfit(path)
    return { parts: this.reshape(owner), index }
  }

  /**
   * Changes as little as possible of a value to make it another one.
   *
   * @param {Part} part
   * @param {unknown} value
   * @param {Path} path
   */
  assign(part, value, path) {
    const old = part.value
    if (this.says(old, value)) return
    if (old.origin && old.kind === 'object' && isObject(value)) {
      for (const { key = '' } of [...this.parts(old)]) if (!Object.hasOwn(value, key)) this.removeMember(old, key)
      for (const [key, member] of Object.entries(value)) {
        const known = this.member(old, key)
        if (known) this.assign(known, member, [...path, key])
        else this.add(old, key, member, [...path, key])
      }
    } else if (old.origin && old.kind === 'array' && Array.isArray(value) && value.length > 0 && this.parts(old).length > 0) {
      this.assignItems(old, value, path)
    } else if (Array.isArray(value) && value.length === 1 && old.kind !== 'array' && this.says(old, value[0])) {
      // A value that is wrapped in a list keeps its notation.
      this.replace(part, { ...newValue([]), parts: [{ ...partOf(undefined, undefined, undefined, -1), value: old }] })
    } else {
      this.replace(part, newValue(value))
    }
  }

  /** @param {Value} list @param {readonly unknown[]} values @param {Path} path */
  assignItems(list, values, path) {
    const items = this.parts(list)
    const shorter = Math.min(items.length, values.length)
    const isEqual = (/** @type {number} */ at, /** @type {number} */ other) => this.says(/** @type {Part} */ (items[at]).value, values[other])
    let head = 0
    while (head < shorter && isEqual(head, head)) head++
    let tail = 0
    while (tail < shorter - head && isEqual(items.length - 1 - tail, values.length - 1 - tail)) tail++
    for (let at = head; at < shorter - tail; at++) this.assign(/** @type {Part} */ (items[at]), values[at], [...path, at])
    const from = shorter - tail
    if (items.length === values.length) return
    const added = values.slice(from, values.length - tail).map((value) => ({ ...partOf(undefined, undefined, undefined, -1), value: newValue(value) }))
    const gone = this.reshape(list).splice(from, items.length - tail - from, ...added)
    for (const part of gone) part.isGone = true
  }

  /** @param {Part} part @param {Value} value */
  replace(part, value) {
    this.pieced.delete(part.value)
    value.owner = part.value.owner
    part.value = value
    if (part.index >= 0) this.changed.add(part)
  }

  /** The parts of a value, to be changed. @param {Value} value */
  reshape(value) {
    this.keep(value)
    return this.parts(value)
  }

  /** Keeps the parts that a value of the text has. @param {Value} value */
  keep(value) {
    if (!value.origin || value.before) return
    value.before = [...this.parts(value)]
    this.reshaped.add(value)
  }

  /** @param {Path} path @returns {Value | undefined} */
  valueAt(path) {
    return this.partAt(path)?.value
  }

  /** @param {Path} path @returns {Part | undefined} */
  partAt(path) {
    /** @type {Part | undefined} */
    let part = this.root
    for (const step of path) {
      /** @type {Value} */
      const value = part.value
      part = value.kind === 'object' ? this.member(value, String(step)) : value.kind === 'array' && typeof step === 'number' ? this.parts(value)[step] : undefined
      if (!part) return undefined
    }
    return part
  }

  /**
   * Whether a value is the same as another one, whatever the order of keys.
   *
   * @param {Value} value
   * @param {unknown} other
   * @returns {boolean}
   */
  says(value, other) {
    const { kind, origin: node, pieces } = value
    if (pieces) return false
    if (kind === 'array') {
      const items = this.parts(value)
      return Array.isArray(other) && other.length === items.length && items.every((item, at) => this.says(item.value, other[at]))
    }
    if (kind === 'object') {
      if (!isObject(other)) return false
      const keys = Object.keys(other)
      return this.keys(value).size === keys.length && keys.every((key) => {
        const member = this.member(value, key)
        return member && this.says(member.value, other[key])
      })
    }
    if (kind === 'string') return typeof other === 'string' && (node ? readString(this.text, node) : JSON.parse(value.literal ?? '""')) === other
    return typeof other !== 'object' && typeof other !== 'string' && Object.is(JSON.parse(node ? this.text.slice(node.start, node.end) : value.literal ?? ''), other)
  }
}

/**
 * @param {string | undefined} key
 * @param {Part['keyToken']} keyToken
 * @param {JsonNode | undefined} node
 * @param {number} index
 * @returns {Part}
 */
function partOf(key, keyToken, node, index) {
  return { key, keyToken, value: valueOf(node?.kind ?? 'word', node), origin: node, index, isRenamed: false, isGone: false }
}

/** @param {JsonNode['kind']} kind @param {JsonNode} [node] @returns {Value} */
function valueOf(kind, node) {
  return { kind, origin: node, owner: undefined, literal: undefined, parts: undefined, before: undefined, isStale: false, keys: undefined, isRepeating: false, isSorted: undefined, pieces: undefined }
}

/** @param {unknown} json a value of JSON @returns {Value} */
function newValue(json) {
  if (Array.isArray(json)) {
    return { ...valueOf('array'), parts: json.map((item) => ({ ...partOf(undefined, undefined, undefined, -1), value: newValue(item) })) }
  }
  if (isObject(json)) {
    return { ...valueOf('object'), parts: Object.entries(json).map(([key, member]) => ({ ...partOf(key, undefined, undefined, -1), value: newValue(member) })) }
  }
  return { ...valueOf(typeof json === 'string' ? 'string' : typeof json === 'number' ? 'number' : 'word'), literal: JSON.stringify(json) }
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The value of a change as JSON has it.
 *
 * @param {{ path: Path, value?: unknown }} change
 * @returns {unknown}
 */
function jsonOf({ path, value }) {
  const text = JSON.stringify(value)
  if (text === undefined) throw new TypeError(`datamart-validator: the value for ${formatPath(path)} is not JSON`)
  return JSON.parse(text)
}

/** @param {Path} path */
export function unfit(path) {
  return new TypeError(`datamart-validator: the changes belong to another text: this one has no ${formatPath(path)}`)
}
