/**
 * Changes of a datamart as changes of its JSON text, which preserve whatever they do not concern:
 * whitespace, comments, the order of keys, the notation of numbers and strings.
 */
// @ts-check

import { Draft, unfit } from './draft.js'
import { readString } from './json-text.js'
import { escaped, layOut } from './layout.js'
import { offsetIn } from './string-offsets.js'

/** @typedef {import('../../index.d.ts').Edit} Edit */
/** @typedef {import('../../index.d.ts').Fix} Fix */
/** @typedef {import('../../index.d.ts').StringEdit} StringEdit */
/** @typedef {import('../../index.d.ts').TextChange} TextChange */
/** @typedef {import('../../index.d.ts').TextEdit} TextEdit */

const OPS = ['set', 'remove', 'insert', 'move']

/** @type {typeof import('../../index.d.ts').textEdits} */
export const textEdits = (text, given) => editsOf(text, given)

/**
 * The same for a caller that may have read the text already.
 *
 * @param {string} text
 * @param {Parameters<typeof textEdits>[1]} given
 * @param {ReturnType<typeof import('./json-text.js').readJson>} [read]
 * @returns {TextEdit[]}
 */
export function editsOf(text, given, read) {
  if (typeof text !== 'string') throw new TypeError('datamart-validator: textEdits expects JSON text')
  const changes = /** @type {readonly (Edit | TextChange)[]} */ (Array.isArray(given) ? given : /** @type {Fix | undefined} */ (given)?.edits)
  if (!Array.isArray(changes)) throw new TypeError('datamart-validator: textEdits expects a fix or a list of changes')
  if (changes.length === 0) return []
  const [pieces, values, repairs] = sorted(changes)
  if (repairs.length > 0) {
    if (repairs.length < changes.length) throw new TypeError('datamart-validator: repairs of the text and changes of values cannot be applied together')
    return inTextOrder(repairs.map(({ textRange, text: inserted }) => ({ start: textRange.start, end: textRange.end, text: inserted })), text.length)
  }
  const draft = new Draft(text, read)
  for (const piece of pieces) replacePiece(draft, piece)
  for (let at = 0; at < values.length; at++) {
    const change = /** @type {TextChange} */ (values[at])
    if (draft.rename(change, values[at + 1])) at++
    else draft.apply(change)
  }
  return layOut(draft)
}

/** @type {typeof import('../../index.d.ts').applyTextEdits} */
export function applyTextEdits(text, edits) {
  let edited = ''
  let seen = 0
  for (const { start, end, text: inserted } of inTextOrder(edits, text.length)) {
    edited += text.slice(seen, start) + inserted
    seen = end
  }
  return edited + text.slice(seen)
}

/** @param {readonly (Edit | TextChange)[]} changes */
function sorted(changes) {
  /** @type {[StringEdit[], TextChange[], import('../../index.d.ts').JsonTextEdit[]]} */
  const kinds = [[], [], []]
  for (const change of changes) {
    if (typeof change !== 'object' || change === null) throw new TypeError('datamart-validator: a change is not an object')
    if (Object.hasOwn(change, 'textRange')) kinds[2].push(/** @type {import('../../index.d.ts').JsonTextEdit} */ (change))
    else if (!Array.isArray(/** @type {TextChange} */ (change).path)) throw new TypeError('datamart-validator: a change has no `path`')
    else if (Object.hasOwn(change, 'range')) kinds[0].push(/** @type {StringEdit} */ (change))
    else if (OPS.includes(/** @type {TextChange} */ (change).op)) kinds[1].push(/** @type {TextChange} */ (change))
    else throw new TypeError(`datamart-validator: the \`op\` of a change is none of ${OPS.join(', ')}`)
  }
  return kinds
}

/** @param {Draft} draft @param {StringEdit} edit */
function replacePiece(draft, { path, range, text }) {
  const value = draft.stringAt(path)
  const node = value?.origin
  if (!value || !node) throw unfit(path)
  const { length } = readString(draft.text, node)
  if (!(range.start >= 0 && range.start <= range.end && range.end <= length)) throw unfit(path)
  value.pieces ??= []
  value.pieces.push({ start: offsetIn(draft.text, node, range.start), end: offsetIn(draft.text, node, range.end), text: escaped(text) })
  draft.pieced.add(value)
}

/** @param {readonly TextEdit[]} edits @param {number} length of the text */
function inTextOrder(edits, length) {
  const ordered = [...edits].sort((one, other) => one.start - other.start || one.end - other.end)
  let seen = 0
  for (const { start, end } of ordered) {
    if (!(start >= seen && end >= start && end <= length)) throw new TypeError('datamart-validator: the edits overlap, or belong to another text')
    seen = end
  }
  return ordered
}
