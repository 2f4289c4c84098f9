/**
 * Applies a fix to JSON text, and leaves alone what it does not change: white space, the order of keys, how numbers and
 * strings are written.
 */
// @ts-check

import { format, nodeAt, readString, readTree } from './json-text.js'
import { difference } from './text-lines.js'

/** @typedef {import('./json-text.js').JsonNode} JsonNode */
/** @typedef {import('./package.js').Edit} Edit */
/** @typedef {import('./package.js').Fix} Fix */
/** @typedef {(datamart: object, fix: Fix) => object} ApplyFix */
/** @typedef {{ start: number, end: number }} Place */

/**
 * @param {string} text JSON without a syntax error
 * @param {Fix} fix
 * @param {ApplyFix} applyFix of the package, which says what has to come out
 * @returns {string}
 * @throws when the text is no JSON, or the fix is for another one
 */
export function mendText(text, fix, applyFix) {
  const mended = applyFix(JSON.parse(text), fix)
  const edited = editText(text, fix.edits)
  if (edited !== undefined && isSame(parsed(edited), mended)) return edited
  // A repeated key, for one: the text says more than the value does.
  return `${JSON.stringify(mended, null, 2)}\n`
}

/**
 * @param {string} text
 * @param {readonly Edit[]} edits
 * @returns {string | undefined} undefined where a path leads nowhere
 */
function editText(text, edits) {
  /** @type {string | undefined} */
  let edited = text
  for (let at = 0; at < edits.length && edited !== undefined; at++) {
    const edit = /** @type {Edit} */ (edits[at])
    const renamed = rename(edited, edit, edits[at + 1])
    if (renamed !== undefined) at++
    edited = renamed ?? (edit.op === 'remove' ? remove(edited, edit.path) : set(edited, edit))
  }
  return edited
}

/**
 * A member that is taken away and put back at once under another key keeps its place.
 *
 * @param {string} text
 * @param {Edit} edit
 * @param {Edit | undefined} next
 */
function rename(text, edit, next) {
  const key = edit.path.at(-1)
  const to = next?.path.at(-1)
  const inside = edit.path.slice(0, -1)
  if (edit.op !== 'remove' || next?.op !== 'set' || typeof key !== 'string' || typeof to !== 'string') return undefined
  if (!isSame(inside, next.path.slice(0, -1))) return undefined
  const members = nodeAt(readTree(text), inside)?.members
  const member = members?.findLast((member) => member.key === key)
  if (!member || members?.some((other) => other.key === to)) return undefined
  if (!isSame(parsed(text.slice(member.value.start, member.value.end)), next.value)) return undefined
  return splice(text, member.keyToken, JSON.stringify(to))
}

/**
 * @param {string} text
 * @param {Edit} edit
 */
function set(text, { path, value }) {
  const root = readTree(text)
  const node = nodeAt(root, path)
  if (node) return replace(text, node, value)
  const key = path.at(-1)
  const owner = nodeAt(root, path.slice(0, -1))
  if (!owner?.members || typeof key !== 'string') return undefined
  const last = owner.members.at(-1)
  if (!last) return splice(text, owner, `{ ${JSON.stringify(key)}: ${JSON.stringify(value)} }`)
  const before = text.slice(0, last.keyToken.start)
  // On a line of its own where the last member is on one.
  const indent = /\n[ \t]*$/.exec(before)?.[0] ?? ' '
  const end = { start: last.value.end, end: last.value.end }
  return splice(text, end, `,${indent}${JSON.stringify(key)}: ${written(value, indent)}`)
}

/**
 * @param {string} text
 * @param {JsonNode} node
 * @param {unknown} value
 */
function replace(text, node, value) {
  const source = text.slice(node.start, node.end)
  if (node.kind === 'string' && typeof value === 'string') return replaceInString(text, node, value)
  if (Array.isArray(value) && value.length === 1 && isSame(parsed(source), value[0])) return splice(text, node, `[${source}]`)
  const line = text.slice(text.lastIndexOf('\n', node.start - 1) + 1, node.start)
  return splice(text, node, written(value, `\n${/^[ \t]*/.exec(line)?.[0]}`))
}

/**
 * Replaces the piece of a string that is another one: the rest may be written with escapes.
 *
 * @param {string} text
 * @param {JsonNode} node
 * @param {string} value
 */
function replaceInString(text, node, value) {
  const was = readString(text, node)
  let { head, tail } = difference(was, value)
  // Half of a character is never written.
  if (head > 0 && isHighSurrogate(was.charCodeAt(head - 1))) head--
  if (tail > 0 && isHighSurrogate(was.charCodeAt(was.length - tail - 1))) tail--
  const place = { start: offsetIn(text, node.start, head), end: offsetIn(text, node.start, was.length - tail) }
  return splice(text, place, JSON.stringify(value.slice(head, value.length - tail)).slice(1, -1))
}

/** Where a unit of a string stands in the text. @param {string} text @param {number} quote @param {number} unit */
function offsetIn(text, quote, unit) {
  let at = quote + 1
  for (; unit > 0; unit--) at += text[at] !== '\\' ? 1 : text[at + 1] === 'u' ? 6 : 2
  return at
}

/**
 * @param {string} text
 * @param {Edit['path']} path
 */
function remove(text, path) {
  const owner = nodeAt(readTree(text), path.slice(0, -1))
  const key = path.at(-1)
  /** @type {Place[] | undefined} */
  const parts =
    owner?.members?.map(({ keyToken, value }) => ({ start: keyToken.start, end: value.end })) ?? owner?.items
  const index = typeof key === 'number' ? key : (owner?.members?.findLastIndex((member) => member.key === key) ?? -1)
  const part = parts?.[index]
  if (!owner || !parts || !part) return undefined
  const [previous, next] = [parts[index - 1], parts[index + 1]]
  if (next) return splice(text, { start: part.start, end: next.start }, '')
  if (previous) return splice(text, { start: previous.end, end: part.end }, '')
  return splice(text, { start: owner.start + 1, end: owner.end - 1 }, '')
}

/**
 * A value as text, small ones on one line.
 *
 * @param {unknown} value
 * @param {string} lineBreak with the indentation of the line on which it begins
 */
function written(value, lineBreak) {
  const source = format(JSON.stringify(value)).trimEnd()
  return lineBreak.startsWith('\n') ? source.replaceAll('\n', lineBreak) : source
}

/** @param {string} text @param {Place} place @param {string} piece */
function splice(text, { start, end }, piece) {
  return text.slice(0, start) + piece + text.slice(end)
}

/** @param {number} unit */
function isHighSurrogate(unit) {
  return unit >= 0xd800 && unit < 0xdc00
}

/** @param {string} text @returns {unknown} undefined when it is no JSON */
function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Whether two JSON values are the same, whatever the order of their keys.
 *
 * @param {unknown} one
 * @param {unknown} other
 * @returns {boolean}
 */
function isSame(one, other) {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [left, right] = [Object.entries(one), new Map(Object.entries(other))]
  return left.length === right.size && left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)))
}
