/** Places in the text of the datamart, and the text of a new one. */
// @ts-check

import { format, memberIndex, nodeAt, readTree } from '../../text/json-text.js'

/** @typedef {readonly (string | number)[]} Path */

/** The text of a new document. @param {unknown} value */
export function writtenAnew(value) {
  return format(JSON.stringify(value))
}

/**
 * The place of a path in a text: of a field, of the beginning of an object or a list, or of the
 * nearest of these that exists.
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
    if (!node.members && !node.items) return { start: node.start, end: node.end }
    const owner = nodeAt(root, path.slice(0, length - 1))
    const key = path[length - 1]
    const member = typeof key === 'string' && owner?.members ? owner.members[memberIndex(owner, key)] : undefined
    return member ? { start: member.keyToken.start, end: member.keyToken.end } : { start: node.start, end: node.start + 1 }
  }
  return undefined
}

/**
 * The path of the innermost value around an offset.
 *
 * @param {string} text
 * @param {number} offset
 * @returns {(string | number)[]}
 */
export function pathAt(text, offset) {
  /** @type {(string | number)[]} */
  const path = []
  for (let node = readTree(text); node; ) {
    const { items, members } = node
    const index = (items ?? members ?? []).findIndex((part) => ('value' in part ? part.keyToken.start <= offset && offset <= part.value.end : part.start <= offset && offset <= part.end))
    const member = members?.[index]
    if (index >= 0) path.push(member ? member.key : index)
    node = member ? member.value : items?.[index]
  }
  return path
}
