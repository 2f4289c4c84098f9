/**
 * Changes of the datamart as changes of its text. Each changes only what it must, so that the order
 * of keys, the formatting and the notation of everything else survive.
 */
// @ts-check

import { format, memberIndex, nodeAt, readTree } from '../../text/json-text.js'
import { applyTextEdits, independentEdits, inOrder } from '../../text/edits.js'
import { difference } from '../../text/difference.js'
import { isObject } from './value.js'

/** @typedef {import('../../text/edits.js').TextEdit} TextEdit */
/** @typedef {readonly (string | number)[]} Path */
/**
 * `set` changes a value or adds a field; `insert` adds an item to a list, whose path ends with the
 * index it gets; `remove` removes a field or an item; `move` changes the index of an item.
 *
 * Changes are made one after the other, so a path refers to the document after those before it.
 *
 * @typedef {{ op: 'set', path: Path, value: unknown }
 *   | { op: 'insert', path: Path, value: unknown }
 *   | { op: 'remove', path: Path }
 *   | { op: 'move', path: Path, to: number }} Change
 */

/**
 * @param {string} text JSON without a syntax error
 * @param {readonly Change[]} changes
 * @returns {TextEdit[]} in text order
 */
export function textEditsOf(text, changes) {
  if (changes.length > 1 && changes.every(({ op }) => op === 'set')) {
    const edits = independentEdits(text, readTree(text), /** @type {any} */ (changes))
    const ordered = edits && inOrder(edits)
    if (ordered?.every(({ start }, index) => index === 0 || start >= /** @type {TextEdit} */ (ordered[index - 1]).end)) {
      // Two fields that are added to one object are inserted at the same place.
      const places = ordered.filter(({ start, end }) => start === end).map(({ start }) => start)
      if (new Set(places).size === places.length) return ordered
    }
  }
  let edited = text
  for (const change of changes) edited = applyTextEdits(edited, editsOfOne(edited, change))
  if (changes.length === 1) return editsOfOne(text, /** @type {Change} */ (changes[0]))
  const { head, tail } = difference(text, edited)
  return head === text.length && edited.length === text.length ? [] : [{ start: head, end: text.length - tail, text: edited.slice(head, edited.length - tail) }]
}

/** @param {string} text @param {Change} change @returns {TextEdit[]} */
function editsOfOne(text, change) {
  const root = readTree(text)
  if (change.op === 'insert') return insert(text, root, change.path, change.value)
  if (change.op === 'move') return move(text, root, change.path, change.to)
  return independentEdits(text, root, [/** @type {any} */ (change)]) ?? []
}

/** @typedef {import('../../text/json-text.js').JsonNode} JsonNode */

/** @param {string} text @param {JsonNode | undefined} root @param {Path} path @param {unknown} value @returns {TextEdit[]} */
function insert(text, root, path, value) {
  const index = Number(path.at(-1))
  const owner = nodeAt(root, path.slice(0, -1))
  if (!owner?.items) {
    // There is no list yet.
    const above = path.slice(0, -1)
    return editsOfOne(text, { op: 'set', path: above, value: [value] })
  }
  const { items } = owner
  const next = items[index]
  if (next) {
    const indent = breakBefore(text, next.start)
    return [{ start: next.start, end: next.start, text: `${written(value, indent)},${indent}` }]
  }
  const last = items.at(-1)
  if (last) {
    const indent = breakBefore(text, last.start)
    return [{ start: last.end, end: last.end, text: `,${indent}${written(value, indent)}` }]
  }
  const outer = /\n[ \t]*/.exec(breakBefore(text, lineStart(text, owner.start)))?.[0] ?? '\n'
  const inner = `${outer}  `
  return [{ start: owner.start, end: owner.end, text: `[${inner}${written(value, inner)}${outer}]` }]
}

/** @param {string} text @param {JsonNode | undefined} root @param {Path} path @param {number} to @returns {TextEdit[]} */
function move(text, root, path, to) {
  const from = Number(path.at(-1))
  const items = nodeAt(root, path.slice(0, -1))?.items
  const item = items?.[from]
  if (!items || !item || !items[to] || to === from) return []
  // The items between the two places change places with what is around them left where it is.
  const [first, last] = from < to ? [from, to] : [to, from]
  const order = items.slice(first, last + 1)
  const sources = order.map(({ start, end }) => text.slice(start, end))
  const moved = from < to ? [...sources.slice(1), sources[0]] : [sources.at(-1), ...sources.slice(0, -1)]
  return order.map(({ start, end }, index) => ({ start, end, text: /** @type {string} */ (moved[index]) }))
}

/** The first thing of the line that a place is on. @param {string} text @param {number} at */
function lineStart(text, at) {
  const start = text.lastIndexOf('\n', at - 1) + 1
  return start + (/^[ \t]*/.exec(text.slice(start, at))?.[0].length ?? 0)
}

/** What separates an item from the one before: a line break with its indentation, or a space. @param {string} text @param {number} at */
function breakBefore(text, at) {
  const near = text.slice(Math.max(0, at - 4096), at)
  return /\n[ \t]*$/.exec(near)?.[0] ?? ' '
}

/** @param {unknown} value @param {string} indent */
function written(value, indent) {
  const source = format(JSON.stringify(value)).trimEnd()
  return indent.startsWith('\n') ? source.replaceAll('\n', indent) : source
}

/** The text of a new document. @param {unknown} value */
export function writtenAnew(value) {
  return isObject(value) || Array.isArray(value) ? format(JSON.stringify(value)) : `${JSON.stringify(value, null, 2)}\n`
}

/**
 * The place of a path in a text; of its nearest part that exists if it does not.
 *
 * @param {string} text
 * @param {Path} path
 * @returns {{ start: number, end: number } | undefined}
 */
export function placeOf(text, path) {
  const root = readTree(text)
  for (let length = path.length; length >= 0; length--) {
    const node = nodeAt(root, path.slice(0, length))
    if (!node) continue
    const owner = nodeAt(root, path.slice(0, length - 1))
    const key = path[length - 1]
    const member = typeof key === 'string' && owner?.members?.[memberIndex(owner, key)]
    return node.members || node.items ? (member ? { start: member.keyToken.start, end: member.keyToken.end } : { start: node.start, end: node.start + 1 }) : node
  }
  return undefined
}

/**
 * The path of the innermost value that contains an offset.
 *
 * @param {string} text
 * @param {number} offset
 * @returns {(string | number)[]}
 */
export function pathAt(text, offset) {
  /** @type {(string | number)[]} */
  const path = []
  let node = readTree(text)
  while (node) {
    /** @type {JsonNode | undefined} */
    let inner
    if (node.items) {
      const index = node.items.findIndex(({ start, end }) => start <= offset && offset <= end)
      if (index >= 0) {
        inner = node.items[index]
        path.push(index)
      }
    } else {
      const member = node.members?.find(({ keyToken, value }) => keyToken.start <= offset && offset <= value.end)
      if (member) {
        inner = member.value
        path.push(member.key)
      }
    }
    node = inner
  }
  return path
}
