/**
 * Applies a fix to JSON text, and preserves whatever it does not change: whitespace, the order of
 * keys, the notation of numbers and strings.
 */
// @ts-check

import { applyFix } from '../api/fix.js'
import { format, memberIndex, nodeAt, readString, readTree } from './json-text.js'
import { difference } from './difference.js'
import { offsetIn } from './string-offsets.js'

/** @typedef {import('./json-text.js').JsonNode} JsonNode */
/** @typedef {import('../../index.d.ts').Edit} Edit */
/** @typedef {import('../../index.d.ts').Fix} Fix */
/** @typedef {import('../../index.d.ts').StringEdit} StringEdit */
/** @typedef {import('../../index.d.ts').ValueEdit} ValueEdit */
/**
 * A range of a text and its replacement.
 *
 * @typedef {{ start: number, end: number, text: string }} TextEdit
 */
/** @typedef {{ start: number, end: number }} Place */

/** Codes of texts that cannot be parsed, so that only repairs of the text can be applied. */
const UNREADABLE = new Set(['syntax', 'too-deep', 'too-large'])

/** Whether a text with these issues can be parsed. @param {readonly { code: string }[]} issues */
export function isReadable(issues) {
  return !issues.some(({ code }) => UNREADABLE.has(code))
}

/** Whether a fix repairs JSON text. @param {Fix | undefined} fix */
export function isRepair(fix) {
  return fix !== undefined && 'textRange' in fix.edits[0]
}

/**
 * The issues whose fixes can be applied to the text that has them. @param {readonly
 * import('../../index.d.ts').Issue[]} issues
 */
export function fixableIssues(issues) {
  const canEdit = isReadable(issues)
  return issues.filter(({ fix }) => fix && (canEdit || isRepair(fix)))
}

/**
 * The changes of a fix to a text: ranges that do not overlap, in text order.
 *
 * @param {string} text JSON without a syntax error, unless the fix repairs it
 * @param {Fix} fix of an issue of exactly this text
 * @returns {TextEdit[]}
 * @throws if the text is not JSON, or the fix belongs to another text
 */
export function textEdits(text, fix) {
  if (isRepair(fix)) return repairsOf(fix.edits)
  const fixed = applyFix(JSON.parse(text), fix)
  for (const edits of attempts(text, fix.edits)) {
    if (edits && isSame(parsed(applyTextEdits(text, edits)), fixed)) return edits
  }
  // A repeated key, for example: the text contains more than the value.
  const anew = `${JSON.stringify(fixed, null, 2)}\n`
  const { head, tail } = difference(text, anew)
  return [{ start: head, end: text.length - tail, text: anew.slice(head, anew.length - tail) }]
}

/** @param {readonly Edit[]} edits @returns {TextEdit[]} */
export function repairsOf(edits) {
  return inOrder(edits.flatMap((edit) => ('textRange' in edit ? { ...edit.textRange, text: edit.text } : [])))
}

/**
 * @param {string} text
 * @param {readonly TextEdit[]} edits in text order
 */
export function applyTextEdits(text, edits) {
  let edited = ''
  let seen = 0
  for (const { start, end, text: inserted } of edits) {
    edited += text.slice(seen, start) + inserted
    seen = end
  }
  return edited + text.slice(seen)
}

/** @param {TextEdit[]} edits */
export function inOrder(edits) {
  return edits.sort((one, other) => one.start - other.start || one.end - other.end)
}

/**
 * The text is read again after each edit that depends on the one before. This limits the characters
 * read in total.
 */
const MAX_READ = 32 * 1024 * 1024

/**
 * The edits of a text, first as if none of them depended on another.
 *
 * @param {string} text
 * @param {readonly Edit[]} edits
 * @returns {Generator<TextEdit[] | undefined, void, void>} undefined where a path leads nowhere
 */
function* attempts(text, edits) {
  const root = readTree(text)
  yield withoutOverlap(independentEdits(text, root, edits))
  if (text.length * edits.length <= MAX_READ) yield oneByOne(text, root, edits)
}

/**
 * What edits change of a text that have nothing to do with each other.
 *
 * @param {string} text
 * @param {JsonNode | undefined} root its tree
 * @param {readonly Edit[]} edits
 * @returns {TextEdit[] | undefined} undefined where a path leads nowhere
 */
export function independentEdits(text, root, edits) {
  const changes = stringEdits(text, root, edits)
  const values = edits.filter(isValueEdit)
  for (let at = 0; at < values.length; ) {
    const next = nextTextEdit(text, root, values, at)
    if (!next || !changes) return undefined
    changes.push(next.change)
    at += next.count
  }
  return changes
}

/** @param {TextEdit[] | undefined} edits @returns {TextEdit[] | undefined} by place, unless two of them overlap */
function withoutOverlap(edits) {
  const ordered = edits && inOrder(edits)
  return ordered?.every(({ start }, index) => index === 0 || start >= /** @type {TextEdit} */ (ordered[index - 1]).end) ? ordered : undefined
}

/**
 * @param {string} text
 * @param {JsonNode | undefined} root its tree
 * @param {readonly Edit[]} edits
 * @returns {TextEdit[] | undefined} undefined where a path leads nowhere
 */
function oneByOne(text, root, edits) {
  const pieces = stringEdits(text, root, edits)
  if (!pieces) return undefined
  const splices = new Splices(text)
  // From the last one, so that the positions of the others stay valid.
  for (const piece of pieces.reverse()) splices.replace(piece)
  const changes = edits.filter(isValueEdit)
  for (let at = 0; at < changes.length; ) {
    const edited = splices.text
    const next = nextTextEdit(edited, readTree(edited), changes, at)
    if (!next) return undefined
    splices.replace(next.change)
    at += next.count
  }
  return splices.edits()
}

/** @param {Edit} edit @returns {edit is ValueEdit} */
function isValueEdit(edit) {
  return 'op' in edit
}

/**
 * The changes of string edits to a text, in text order.
 *
 * @param {string} text
 * @param {JsonNode | undefined} root its tree
 * @param {readonly Edit[]} edits
 * @returns {TextEdit[] | undefined} undefined if a path does not exist
 */
function stringEdits(text, root, edits) {
  const changes = []
  for (const edit of edits) {
    if (!('range' in edit)) continue
    const node = nodeAt(root, edit.path)
    if (node?.kind !== 'string') return undefined
    changes.push(replaced(pieceOf(text, node, edit.range), escaped(edit.text)))
  }
  return inOrder(changes)
}

/**
 * The change of one value edit to a text, or of two edits that are one change.
 *
 * @param {string} text
 * @param {JsonNode | undefined} root its tree
 * @param {readonly ValueEdit[]} edits
 * @param {number} at the index of the edit
 * @returns {{ change: TextEdit, count: number } | undefined} undefined if its path does not exist
 */
function nextTextEdit(text, root, edits, at) {
  const edit = /** @type {ValueEdit} */ (edits[at])
  const renamed = rename(text, root, edit, edits[at + 1])
  if (renamed) return { change: renamed, count: 2 }
  const change = edit.op === 'remove' ? remove(root, edit.path) : set(text, root, edit)
  return change && { change, count: 1 }
}

/**
 * A member that is removed and immediately added under another key keeps its position.
 *
 * @param {string} text
 * @param {JsonNode | undefined} root
 * @param {ValueEdit} edit
 * @param {ValueEdit | undefined} next
 */
function rename(text, root, edit, next) {
  const key = edit.path.at(-1)
  const to = next?.path.at(-1)
  const inside = edit.path.slice(0, -1)
  if (edit.op !== 'remove' || next?.op !== 'set' || typeof key !== 'string' || typeof to !== 'string') return undefined
  if (!isSame(inside, next.path.slice(0, -1))) return undefined
  const owner = nodeAt(root, inside)
  const member = owner?.members?.[memberIndex(owner, key)]
  if (!member || memberIndex(owner, to) >= 0) return undefined
  if (!isSame(parsed(text.slice(member.value.start, member.value.end)), next.value)) return undefined
  return replaced(member.keyToken, JSON.stringify(to))
}

/**
 * @param {string} text
 * @param {JsonNode | undefined} root
 * @param {import('../../index.d.ts').SetEdit} edit
 */
function set(text, root, { path, value }) {
  const node = nodeAt(root, path)
  if (node) return replace(text, node, value)
  const key = path.at(-1)
  const owner = nodeAt(root, path.slice(0, -1))
  if (!owner?.members || typeof key !== 'string') return undefined
  const last = owner.members.at(-1)
  if (!last) return replaced(owner, `{ ${JSON.stringify(key)}: ${JSON.stringify(value)} }`)
  // On a line of its own where the last member is on one.
  const indent = /\n[ \t]*$/.exec(lineBefore(text, last.keyToken.start))?.[0] ?? ' '
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
  // A value that is wrapped in a list keeps its notation.
  if (Array.isArray(value) && value.length === 1 && isSame(parsed(source), value[0])) return replaced(node, `[${source}]`)
  const indent = /^\n[ \t]*/.exec(lineBefore(text, node.start))?.[0] ?? '\n'
  return replaced(node, written(value, indent))
}

/**
 * Replaces only the part of a string that differs: the rest may contain escapes.
 *
 * @param {string} text
 * @param {JsonNode} node
 * @param {string} value
 */
function replaceInString(text, node, value) {
  const was = readString(text, node)
  const { head, tail } = difference(was, value)
  const place = pieceOf(text, node, { start: head, end: was.length - tail })
  return replaced(place, escaped(value.slice(head, value.length - tail)))
}

/**
 * The range of a part of a string in the text.
 *
 * @param {string} text
 * @param {JsonNode} node
 * @param {Place} piece in units of the string
 */
function pieceOf(text, node, piece) {
  return { start: offsetIn(text, node, piece.start), end: offsetIn(text, node, piece.end) }
}

/** A text as part of a JSON string. @param {string} text */
function escaped(text) {
  return JSON.stringify(text).slice(1, -1)
}

/**
 * Text indented further than this is not written by hand, and searching for the beginning of its
 * line would be slow.
 */
const LONGEST_LINE = 4096

/**
 * The line before a position, with the line feed that begins it; only a part of a very long line.
 *
 * @param {string} text
 * @param {number} at
 */
function lineBefore(text, at) {
  const near = text.slice(Math.max(0, at - LONGEST_LINE), at)
  return near.slice(Math.max(0, near.lastIndexOf('\n')))
}

/**
 * @param {JsonNode | undefined} root
 * @param {ValueEdit['path']} path
 */
function remove(root, path) {
  const owner = nodeAt(root, path.slice(0, -1))
  const key = path.at(-1)
  if (!owner || key === undefined) return undefined
  const index = typeof key === 'number' ? key : memberIndex(owner, key)
  const [previous, part, next] = [-1, 0, 1].map((step) => partOf(owner, index + step))
  if (!part) return undefined
  if (next) return replaced({ start: part.start, end: next.start }, '')
  if (previous) return replaced({ start: previous.end, end: part.end }, '')
  return replaced({ start: owner.start + 1, end: owner.end - 1 }, '')
}

/**
 * A member of an object or an item of a list.
 *
 * @param {JsonNode} owner
 * @param {number} index
 * @returns {Place | undefined}
 */
function partOf(owner, index) {
  const member = owner.members?.[index]
  return member ? { start: member.keyToken.start, end: member.value.end } : owner.items?.[index]
}

/**
 * A value as text, small ones on one line.
 *
 * @param {unknown} value
 * @param {string} lineBreak including the indentation of its first line
 */
function written(value, lineBreak) {
  const source = format(JSON.stringify(value)).trimEnd()
  return lineBreak.startsWith('\n') ? source.replaceAll('\n', lineBreak) : source
}

/** @param {Place} place @param {string} text @returns {TextEdit} */
function replaced({ start, end }, text) {
  return { start, end, text }
}

/** A text that is edited step by step, stored as unchanged and new pieces. */
class Splices {
  /** @typedef {{ text: string, start?: number }} Piece a new piece has no `start` */

  #before

  /** @type {Piece[]} */
  #pieces

  /** @param {string} text */
  constructor(text) {
    this.#before = text
    this.#pieces = [{ text, start: 0 }]
  }

  get text() {
    return this.#pieces.map(({ text }) => text).join('')
  }

  /** @param {TextEdit} edit of the current text */
  replace({ start, end, text }) {
    const left = this.#pieces.slice(0, this.#cut(start))
    this.#pieces = [...left, { text }, ...this.#pieces.slice(this.#cut(end))]
  }

  /**
   * Splits a piece at an offset, and returns the index of the second part. @param {number} offset
   */
  #cut(offset) {
    let index = 0
    for (; offset > 0; index++) {
      const { text, start } = /** @type {Piece} */ (this.#pieces[index])
      if (offset < text.length) {
        const rest = start === undefined ? {} : { start: start + offset }
        this.#pieces.splice(index, 1, { ...this.#pieces[index], text: text.slice(0, offset) }, { text: text.slice(offset), ...rest })
        offset = text.length
      }
      offset -= text.length
    }
    return index
  }

  /** The changes to the original text, in text order. @returns {TextEdit[]} */
  edits() {
    const edits = []
    let seen = 0
    let inserted = ''
    for (const { text, start } of [...this.#pieces, { text: '', start: this.#before.length }]) {
      if (start === undefined) inserted += text
      else {
        if (inserted !== '' || start > seen) edits.push({ start: seen, end: start, text: inserted })
        inserted = ''
        seen = start + text.length
      }
    }
    return edits
  }
}

/** @param {string} text @returns {unknown} undefined if it is not JSON */
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
  const [left, right] = [Object.entries(one), /** @type {Record<string, unknown>} */ (other)]
  return left.length === Object.keys(right).length && left.every(([key, value]) => Object.hasOwn(right, key) && isSame(value, right[key]))
}
