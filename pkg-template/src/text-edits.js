/**
 * Applies a fix to JSON text, and leaves alone what it does not change: white space, the order of keys, how numbers and
 * strings are written.
 */
// @ts-check

import { applyFix } from './fix.js'
import { format, nodeAt, readString, readTree } from './json-text.js'
import { difference } from './text-difference.js'

/** @typedef {import('./json-text.js').JsonNode} JsonNode */
/** @typedef {import('../index.d.ts').Edit} Edit */
/** @typedef {import('../index.d.ts').Fix} Fix */
/**
 * A piece of a text, and what comes in its place.
 *
 * @typedef {{ start: number, end: number, insert: string }} TextEdit
 */
/** @typedef {{ start: number, end: number }} Place */

/** What keeps a text from being parsed, so that no fix can be applied. */
const UNREADABLE = new Set(['syntax', 'too-deep', 'too-large'])

/** Whether a text with these issues can be parsed. @param {readonly { code: string }[]} issues */
export function isReadable(issues) {
  return !issues.some(({ code }) => UNREADABLE.has(code))
}

/**
 * What a fix changes of a text: edits to be done one after the other, each with the places of the text that the one before it has left.
 *
 * @param {string} text JSON without a syntax error
 * @param {Fix} fix of the issues of this very text
 * @returns {TextEdit[]}
 * @throws when the text is no JSON, or the fix is for another one
 */
export function textEdits(text, fix) {
  const mended = applyFix(JSON.parse(text), fix)
  const edits = editsOf(text, fix.edits)
  if (edits && isSame(parsed(applyTextEdits(text, edits)), mended)) return edits
  // A repeated key, for one: the text says more than the value does.
  const anew = `${JSON.stringify(mended, null, 2)}\n`
  const { head, tail } = difference(text, anew)
  return [{ start: head, end: text.length - tail, insert: anew.slice(head, anew.length - tail) }]
}

/**
 * @param {string} text
 * @param {readonly TextEdit[]} edits
 */
export function applyTextEdits(text, edits) {
  return edits.reduce((edited, { start, end, insert }) => edited.slice(0, start) + insert + edited.slice(end), text)
}

/**
 * @param {string} text
 * @param {readonly Edit[]} edits
 * @returns {TextEdit[] | undefined} undefined where a path leads nowhere
 */
function editsOf(text, edits) {
  const done = []
  let edited = text
  for (let at = 0; at < edits.length; ) {
    const next = nextTextEdit(edited, readTree(edited), edits, at)
    if (!next) return undefined
    edited = applyTextEdits(edited, [next.change])
    done.push(next.change)
    at += next.count
  }
  return done
}

/**
 * What one edit changes of a text, or two that are one change.
 *
 * @param {string} text
 * @param {JsonNode | undefined} root its tree
 * @param {readonly Edit[]} edits
 * @param {number} at which edit
 * @returns {{ change: TextEdit, count: number } | undefined} undefined where its path leads nowhere
 */
export function nextTextEdit(text, root, edits, at) {
  const edit = /** @type {Edit} */ (edits[at])
  const renamed = rename(text, root, edit, edits[at + 1])
  if (renamed) return { change: renamed, count: 2 }
  const change = edit.op === 'remove' ? remove(root, edit.path) : set(text, root, edit)
  return change && { change, count: 1 }
}

/**
 * A member that is taken away and put back at once under another key keeps its place.
 *
 * @param {string} text
 * @param {JsonNode | undefined} root
 * @param {Edit} edit
 * @param {Edit | undefined} next
 */
function rename(text, root, edit, next) {
  const key = edit.path.at(-1)
  const to = next?.path.at(-1)
  const inside = edit.path.slice(0, -1)
  if (edit.op !== 'remove' || next?.op !== 'set' || typeof key !== 'string' || typeof to !== 'string') return undefined
  if (!isSame(inside, next.path.slice(0, -1))) return undefined
  const members = nodeAt(root, inside)?.members
  const member = members?.findLast((member) => member.key === key)
  if (!member || members?.some((other) => other.key === to)) return undefined
  if (!isSame(parsed(text.slice(member.value.start, member.value.end)), next.value)) return undefined
  return replaced(member.keyToken, JSON.stringify(to))
}

/**
 * @param {string} text
 * @param {JsonNode | undefined} root
 * @param {Edit} edit
 */
function set(text, root, { path, value }) {
  const node = nodeAt(root, path)
  if (node) return replace(text, node, value)
  const key = path.at(-1)
  const owner = nodeAt(root, path.slice(0, -1))
  if (!owner?.members || typeof key !== 'string') return undefined
  const last = owner.members.at(-1)
  if (!last) return replaced(owner, `{ ${JSON.stringify(key)}: ${JSON.stringify(value)} }`)
  const before = text.slice(0, last.keyToken.start)
  // On a line of its own where the last member is on one.
  const indent = /\n[ \t]*$/.exec(before)?.[0] ?? ' '
  const end = { start: last.value.end, end: last.value.end }
  return replaced(end, `,${indent}${JSON.stringify(key)}: ${written(value, indent)}`)
}

/**
 * @param {string} text
 * @param {JsonNode} node
 * @param {unknown} value
 */
function replace(text, node, value) {
  const source = text.slice(node.start, node.end)
  if (node.kind === 'string' && typeof value === 'string') return replaceInString(text, node, value)
  // A value that is put into a list stays as it is written.
  if (Array.isArray(value) && value.length === 1 && isSame(parsed(source), value[0])) return replaced(node, `[${source}]`)
  const line = text.slice(text.lastIndexOf('\n', node.start - 1) + 1, node.start)
  return replaced(node, written(value, `\n${/^[ \t]*/.exec(line)?.[0]}`))
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
  const { head, tail } = difference(was, value)
  const start = offsetIn(text, node.start + 1, head)
  const place = { start, end: offsetIn(text, start, was.length - tail - head) }
  return replaced(place, JSON.stringify(value.slice(head, value.length - tail)).slice(1, -1))
}

/** Where the text stands some units of a string further. @param {string} text @param {number} at @param {number} units */
function offsetIn(text, at, units) {
  for (; units > 0; units--) at += text[at] !== '\\' ? 1 : text[at + 1] === 'u' ? 6 : 2
  return at
}

/**
 * @param {JsonNode | undefined} root
 * @param {Edit['path']} path
 */
function remove(root, path) {
  const owner = nodeAt(root, path.slice(0, -1))
  const key = path.at(-1)
  /** @type {Place[] | undefined} */
  const parts =
    owner?.members?.map(({ keyToken, value }) => ({ start: keyToken.start, end: value.end })) ?? owner?.items
  const index = typeof key === 'number' ? key : (owner?.members?.findLastIndex((member) => member.key === key) ?? -1)
  const part = parts?.[index]
  if (!owner || !parts || !part) return undefined
  const [previous, next] = [parts[index - 1], parts[index + 1]]
  if (next) return replaced({ start: part.start, end: next.start }, '')
  if (previous) return replaced({ start: previous.end, end: part.end }, '')
  return replaced({ start: owner.start + 1, end: owner.end - 1 }, '')
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

/** @param {Place} place @param {string} insert @returns {TextEdit} */
function replaced({ start, end }, insert) {
  return { start, end, insert }
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
export function isSame(one, other) {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [left, right] = [Object.entries(one), new Map(Object.entries(other))]
  return left.length === right.size && left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)))
}
