/** Applies several independent fixes to JSON text at once. */
// @ts-check

import { applyTextEdits, textEdits } from '#package'
import { nodeAt, readTree } from '../../text/json-text.js'
import { isRepair } from '../../text/readable.js'

/** @typedef {import('../../../index.d.ts').Fix} Fix */
/** @typedef {import('../../../index.d.ts').Edit} Edit */
/** @typedef {import('../../../index.d.ts').TextEdit} TextEdit */
/** @typedef {readonly (string | number)[]} Path */
/** @typedef {{ taken?: 'value' | 'pieces', steps: Record<string | number, Step> }} Step */

/**
 * The text is read once, not once per fix: a generated file may contain the same mistake thousands
 * of times.
 *
 * @param {string} text
 * @param {readonly Fix[]} fixes of issues of exactly this text
 * @returns {{ text: string, chosen: ReadonlySet<Fix> }} with the fixes that were applied; the
 * others are left for the next round
 */
export function applyTogether(text, fixes) {
  return fixes.some(isRepair) ? repairTogether(text, fixes.filter(isRepair)) : editTogether(text, fixes)
}

/**
 * @param {string} text
 * @param {readonly Fix[]} fixes
 */
function repairTogether(text, fixes) {
  const ranges = new Ranges()
  const chosen = new Set(fixes.filter((fix) => ranges.take(textEdits(text, fix))))
  return { text: applyTextEdits(text, textEdits(text, [...chosen].flatMap(({ edits }) => edits))), chosen }
}

/**
 * @param {string} text JSON without a syntax error
 * @param {readonly Fix[]} fixes
 */
function editTogether(text, fixes) {
  const places = new Places(readTree(text))
  const chosen = new Set(fixes.filter(({ edits }) => places.take(edits)))
  const others = [...chosen].filter((fix) => !isRemoval(fix.edits)).flatMap(({ edits }) => edits)
  return { text: applyTextEdits(text, textEdits(text, [...others, ...removals(chosen)])), chosen }
}

/**
 * Whether edits do nothing but remove one item of a list.
 *
 * @param {readonly Edit[]} edits
 */
export function isRemoval(edits) {
  const [edit] = edits
  return edits.length === 1 && edit !== undefined && 'op' in edit && edit.op === 'remove' && typeof edit.path.at(-1) === 'number'
}

/**
 * The removals of items, the last item of a list first, so that the others stay where they are.
 *
 * @param {Iterable<Fix>} fixes
 */
function removals(fixes) {
  const edits = [...fixes].filter((fix) => isRemoval(fix.edits)).flatMap(({ edits }) => edits)
  const indexOf = (/** @type {Edit} */ edit) => ('path' in edit ? Number(edit.path.at(-1)) : 0)
  const depthOf = (/** @type {Edit} */ edit) => ('path' in edit ? edit.path.length : 0)
  return edits.sort((one, other) => depthOf(other) - depthOf(one) || indexOf(other) - indexOf(one))
}

/** Ranges of a text that do not overlap. */
class Ranges {
  /**
   * The ends of the ranges by their starts; consecutive fixes are nearly sorted. @type {TextEdit[]}
   */
  #taken = []

  /**
   * Adds the ranges of edits, unless one of them overlaps an existing range. @param {readonly
   * TextEdit[]} edits
   */
  take(edits) {
    const at = edits.map((edit) => this.#place(edit))
    if (at.includes(undefined)) return false
    for (const edit of edits) this.#taken.splice(this.#place(edit) ?? 0, 0, edit)
    return true
  }

  /** The index for an edit; undefined if it overlaps another one. @param {TextEdit} edit */
  #place(edit) {
    let low = 0
    let high = this.#taken.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (/** @type {TextEdit} */ (this.#taken[middle]).start < edit.start) low = middle + 1
      else high = middle
    }
    const [before, after] = [this.#taken[low - 1], this.#taken[low]]
    return (before && before.end > edit.start) || (after && (after.start < edit.end || after.start === edit.start)) ? undefined : low
  }
}

/** @returns {Step} `JSON.parse` looks up the same keys, so this cannot be attacked more easily. */
const newStep = () => ({ steps: Object.create(null) })

/** The parts of a value that edits affect. */
class Places {
  #tree = newStep()

  #root

  /** @param {ReturnType<typeof readTree>} root */
  constructor(root) {
    this.#root = root
  }

  /**
   * Adds the places of edits, unless one of them is inside, or around, an affected part. Ranges of
   * one string may belong to several fixes.
   *
   * @param {readonly Edit[]} edits
   */
  take(edits) {
    const isItem = isRemoval(edits)
    const places = edits.map((edit) => ({ path: placeOf(this.#root, edit, isItem), isPiece: 'range' in edit }))
    if (!places.every(({ path, isPiece }) => this.#isFree(path, isPiece))) return false
    for (const { path, isPiece } of places) {
      let step = this.#tree
      for (const key of path) step = step.steps[key] ??= newStep()
      step.taken = isPiece ? 'pieces' : 'value'
    }
    return true
  }

  /**
   * @param {Path} path
   * @param {boolean} isPiece
   */
  #isFree(path, isPiece) {
    /** @type {Step | undefined} */
    let step = this.#tree
    for (const key of path) {
      if (step.taken === 'value') return false
      step = step.steps[key]
      if (!step) return true
    }
    // Nothing has been taken yet.
    if (step === this.#tree && !step.taken) return Object.keys(step.steps).length === 0
    return isPiece && step.taken === 'pieces'
  }
}

/**
 * The part that an edit affects: more than its own value if members or items are added or removed,
 * because commas and indexes change.
 *
 * @param {ReturnType<typeof readTree>} root
 * @param {Edit} edit
 * @param {boolean} isItem whether it removes an item and does nothing else: such removals are done last
 * @returns {Path}
 */
function placeOf(root, edit, isItem) {
  if ('textRange' in edit) return []
  if (isItem) return edit.path
  const isInPlace = 'range' in edit || (edit.op === 'set' && nodeAt(root, edit.path))
  return isInPlace ? edit.path : edit.path.slice(0, -1)
}
