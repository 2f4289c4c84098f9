/** Applies the fix of an issue to a datamart value. */
// @ts-check

import { written } from '../boundary/classes.js'
import { setOwn } from '../boundary/own-member.js'
import { formatPath } from '../text/path.js'

/** @typedef {import('../../index.d.ts').Edit} Edit */
/** @typedef {import('../../index.d.ts').StringEdit} StringEdit */
/** @typedef {StringEdit | import('../../index.d.ts').ValueEdit} PathEdit */

/** Returned by a change that removes the value. */
const REMOVED = Symbol()

/** @type {typeof import('../../index.d.ts').applyFix} */
export function applyFix(datamart, fix) {
  if (!fix) throw new TypeError('datamart-validator: the issue has no `fix`, so it cannot be fixed automatically')
  if (fix.edits.some(isTextEdit)) {
    throw new TypeError('datamart-validator: this fix repairs JSON text; replace the `textRange` of each of its edits, from the last to the first, and parse the result')
  }
  if (typeof datamart !== 'object' || datamart === null) {
    throw new TypeError('datamart-validator: applyFix expects a datamart as an object; parse JSON text first')
  }
  const copy = new Copy(datamart)
  for (const [edit, ...others] of piecesByString(fix.edits)) {
    copy.change(edit, (string) => withPieces(string, [edit, ...others]))
  }
  for (const edit of fix.edits) {
    if (has(edit, 'op')) copy.change(edit, () => (edit.op === 'remove' ? REMOVED : edit.value))
  }
  return /** @type {typeof datamart} */ (copy.value)
}

/** @param {Edit} edit */
function isTextEdit(edit) {
  return has(edit, 'textRange')
}

/**
 * Whether it has this member itself: Object.prototype may have one too.
 *
 * @template {string} Key
 * @param {Edit} edit
 * @param {Key} key
 * @returns {edit is Extract<Edit, Record<Key, unknown>>}
 */
function has(edit, key) {
  return Object.hasOwn(edit, key)
}

/**
 * The edits of strings, grouped by string, the last range first.
 *
 * @param {readonly Edit[]} edits
 * @returns {Iterable<[StringEdit, ...StringEdit[]]>}
 */
function piecesByString(edits) {
  /** @type {Map<string, [StringEdit, ...StringEdit[]]>} */
  const strings = new Map()
  for (const edit of edits) {
    if (!has(edit, 'range')) continue
    const key = JSON.stringify(edit.path)
    const pieces = strings.get(key)
    if (pieces) setOwn(pieces, pieces.length, edit)
    else strings.set(key, [edit])
  }
  // Two insertions at the same position keep their order: sorting is stable.
  for (const pieces of strings.values()) pieces.reverse().sort(({ range: one }, { range: other }) => other.start - one.start || other.end - one.end)
  return strings.values()
}

/**
 * @param {unknown} string
 * @param {readonly StringEdit[]} pieces last range first
 */
function withPieces(string, pieces) {
  const [edit] = /** @type {[StringEdit]} */ (pieces)
  if (typeof string !== 'string') throw unfit(edit)
  let end = string.length
  let after = ''
  for (const { range, text } of pieces) {
    if (range.start > range.end || range.end > end || range.start < 0) throw unfit(edit)
    after = text + string.slice(range.end, end) + after
    end = range.start
  }
  return string.slice(0, end) + after
}

/**
 * A changed copy of the validated form of a value. Objects and lists on the path to a change are
 * copied once, however many changes there are; everything else is shared.
 */
class Copy {
  /** @type {unknown} */
  value

  /** The objects and lists that are copies already. @type {WeakSet<object>} */
  own = new WeakSet()

  /** @param {unknown} value */
  constructor(value) {
    this.value = value
  }

  /**
   * @param {PathEdit} edit
   * @param {(value: unknown) => unknown} change
   */
  change(edit, change) {
    this.value = this.changed(this.value, '', edit, 0, change)
  }

  /**
   * @param {unknown} given
   * @param {string | number} step that leads to it
   * @param {PathEdit} edit
   * @param {number} depth how many steps of the path lead to the value
   * @param {(value: unknown) => unknown} change
   * @returns {unknown}
   */
  changed(given, step, edit, depth, change) {
    // Validation uses the result of toJSON, like JSON.stringify; the object itself may differ.
    const value = this.isOwn(given) ? given : written(given, step)
    if (depth === edit.path.length) return change(value)
    const key = /** @type {string | number} */ (edit.path[depth])
    if (Array.isArray(value)) {
      if (typeof key !== 'number' || key >= value.length) throw unfit(edit)
      const item = this.changed(value[key], key, edit, depth + 1, change)
      const copy = this.copied(value, () => [...value])
      if (item === REMOVED) copy.splice(key, 1)
      else setOwn(copy, key, item)
      return copy
    }
    if (typeof value !== 'object' || value === null) throw unfit(edit)
    const object = /** @type {Record<string, unknown>} */ (value)
    const isNew = !Object.hasOwn(object, key)
    if (isNew && depth + 1 < edit.path.length) throw unfit(edit)
    const member = this.changed(isNew ? undefined : object[key], key, edit, depth + 1, change)
    const copy = this.copied(object, () => ({ ...object }))
    // Not by assignment: a member called __proto__ must stay a member.
    if (member === REMOVED) delete copy[key]
    else setOwn(copy, key, member)
    return copy
  }

  /** @param {unknown} value */
  isOwn(value) {
    return typeof value === 'object' && value !== null && this.own.has(value)
  }

  /**
   * @template {object} Value
   * @param {Value} value
   * @param {() => Value} copy
   */
  copied(value, copy) {
    if (this.own.has(value)) return value
    const own = copy()
    this.own.add(own)
    return own
  }
}

/** @param {PathEdit} edit */
function unfit({ path }) {
  return new TypeError(`datamart-validator: the fix belongs to another datamart: this one has no ${formatPath(path)}`)
}
