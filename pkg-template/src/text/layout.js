/** The changes of a draft as changes of its text. */
// @ts-check

import { difference } from './difference.js'
import { readGap } from './gaps.js'
import { readString } from './json-text.js'
import { gapsOf, Reshaping, stayingParts } from './reshaping.js'
import { offsetIn } from './string-offsets.js'
import { Style } from './style.js'

/** @typedef {import('./json-text.js').JsonNode} JsonNode */
/** @typedef {import('./draft.js').Draft} Draft */
/** @typedef {import('./draft.js').Part} Part */
/** @typedef {import('./draft.js').TextEdit} TextEdit */
/** @typedef {import('./draft.js').Value} Value */
/** @typedef {import('./gaps.js').Gap} Gap */

/**
 * @param {Draft} draft
 * @returns {TextEdit[]} in text order
 */
export function layOut(draft) {
  const layout = new Layout(draft)
  return layout.edits()
}

export class Layout {
  /** @param {Draft} draft */
  constructor(draft) {
    this.draft = draft
    this.text = draft.text
    /** @type {TextEdit[]} */
    this.list = []
    /** The same in text order. @type {TextEdit[] | undefined} */
    this.ordered = undefined
    /** @type {Style | undefined} */
    this.known = undefined
    /** @type {(node: JsonNode) => string} */
    this.source = ({ start, end }) => this.edited(start, end)
  }

  get style() {
    return (this.known ??= new Style(this.text, /** @type {JsonNode} */ (this.draft.root.origin)))
  }

  edits() {
    const { pieced, reshaped, changed } = this.draft
    for (const { pieces = [] } of pieced) for (const piece of pieces) this.list.push(piece)
    const parts = [...changed].filter(({ isGone }) => !isGone)
    // From the inside out: what moves takes its changes along.
    const steps = [
      ...[...reshaped].map((value) => ({ start: value.origin?.start ?? 0, run: () => this.reshape(value) })),
      ...parts.map((part) => ({ start: part.origin?.start ?? 0, run: () => this.change(part) })),
    ]
    steps.sort((one, other) => other.start - one.start)
    for (const { run } of steps) {
      this.ordered = undefined
      run()
    }
    return tidy(this.text, this.list)
  }

  /** @param {number} start @param {number} end @param {string} text */
  replace(start, end, text) {
    if (start < end || text !== '') this.list.push({ start, end, text })
  }

  /** A part with another key or value. @param {Part} part */
  change({ key, keyToken, isRenamed, origin: node, value }) {
    if (isRenamed && keyToken) this.replace(keyToken.start, keyToken.end, JSON.stringify(key))
    if (!node || value.origin === node) return
    if (node.kind === 'string' && value.kind === 'string') {
      // Only what differs: the rest may contain escapes.
      const [before, after] = [readString(this.text, node), JSON.parse(value.literal ?? '""')]
      const { head, tail } = difference(before, after)
      const [start, end] = [offsetIn(this.text, node, head), offsetIn(this.text, node, before.length - tail)]
      this.replace(start, end, escaped(after.slice(head, after.length - tail)))
      return
    }
    const onOneLine = this.isInLine(value) ? 'compact' : (this.style.like(node) ?? this.style.onOneLine)
    this.replace(node.start, node.end, this.style.write(value, this.style.indentation(node.start), onOneLine, this.source))
  }

  /** An object or list whose parts have come, gone or moved. @param {Value} value */
  reshape(value) {
    const { origin: node, before = [] } = value
    if (!node) return
    const parts = this.draft.parts(value)
    if (before.length === 0) this.fill(value, node)
    else if (parts.length === 0) this.empty(node, before)
    else for (const edit of new Reshaping(this, node, before, parts).edits(stayingParts(parts))) this.list.push(edit)
  }

  /** Something that was empty. @param {Value} value @param {JsonNode} node */
  fill(value, node) {
    const { style, text } = this
    const gap = readGap(text, node.start + 1, node.end - 1, true)
    const from = gap.comments.at(-1)?.end ?? gap.from
    const indent = style.indentation(node.start)
    const written = style.write({ ...value, origin: undefined }, indent, this.isInLine(value) ? 'compact' : style.onOneLine, this.source)
    if (from === node.start + 1) return this.replace(node.start, node.end, written)
    const deeper = `${style.newline}${indent}${style.unit}`
    const inner = style.write({ ...value, origin: undefined }, indent, 'none', this.source).trim().slice(1, -1).trim()
    this.replace(from, node.end - 1, `${deeper}${inner}${style.newline}${indent}`)
  }

  /** Whether what a value is in is on one line. @param {Value} value */
  isInLine({ owner }) {
    return owner?.origin !== undefined && this.style.isInline(owner.origin)
  }

  /** @param {JsonNode} node @param {readonly Part[]} before */
  empty(node, before) {
    const gaps = gapsOf(this.text, node, before)
    const first = /** @type {Gap} */ (gaps[0])
    if (first.from === node.start + 1 && gaps.every(({ comments }) => comments.length === 0)) return this.replace(node.start + 1, node.end - 1, '')
    // Comments that belong to none of the parts stay.
    for (const [at, gap] of gaps.slice(0, -1).entries()) {
      const next = /** @type {Gap} */ (gaps[at + 1])
      this.replace(gap.to, next.from, '')
    }
  }

  /** What a range of the text has become. @param {number} start @param {number} end */
  edited(start, end) {
    const ordered = (this.ordered ??= [...this.list].sort((one, other) => one.start - other.start))
    let low = 0
    let high = ordered.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (/** @type {TextEdit} */ (ordered[middle]).start < start) low = middle + 1
      else high = middle
    }
    let stop = low
    while (stop < ordered.length && /** @type {TextEdit} */ (ordered[stop]).start < end) stop++
    const inside = tidy(this.text, ordered.slice(low, stop))
    let edited = ''
    let seen = start
    for (const edit of inside) {
      edited += this.text.slice(seen, edit.start) + edit.text
      seen = edit.end
    }
    return edited + this.text.slice(seen, end)
  }
}

/** A text as part of a JSON string. @param {string} text */
export function escaped(text) {
  return JSON.stringify(text).slice(1, -1)
}

/**
 * Edits in text order, without those inside of others, adjacent ones as one, and each as small as possible.
 *
 * @param {string} text
 * @param {readonly TextEdit[]} edits
 * @returns {TextEdit[]}
 */
function tidy(text, edits) {
  /** @type {TextEdit[]} */
  const joined = []
  const ordered = edits.map((edit, at) => ({ edit, at })).sort(inOrder)
  for (const { edit } of ordered) {
    const last = joined.at(-1)
    if (last && last.start < last.end && edit.start < last.end) continue
    if (last?.end === edit.start) joined.splice(-1, 1, { start: last.start, end: edit.end, text: last.text + edit.text })
    else joined.push(edit)
  }
  return joined.flatMap(({ start, end, text: inserted }) => {
    const { head, tail } = difference(text.slice(start, end), inserted)
    const edit = { start: start + head, end: end - tail, text: inserted.slice(head, inserted.length - tail) }
    return edit.start < edit.end || edit.text !== '' ? [edit] : []
  })
}

/** @typedef {{ edit: TextEdit, at: number }} Numbered */

/**
 * Insertions first, then the longest and latest: the others are inside of it.
 *
 * @param {Numbered} one
 * @param {Numbered} other
 */
function inOrder({ edit: one, at }, { edit: other, at: otherAt }) {
  if (one.start !== other.start) return one.start - other.start
  const [length, otherLength] = [one.end - one.start, other.end - other.start]
  if (length === 0 || otherLength === 0) return length - otherLength || at - otherAt
  return otherLength - length || otherAt - at
}
