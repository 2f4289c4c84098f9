/** Applies several independent fixes to JSON text at once. */
// @ts-check

import { applyFix } from '#package'
import { nodeAt, readTree } from '../../text/json-text.js'
import { applyTextEdits, independentEdits, inOrder, isRepair, isSame, repairsOf } from '../../text/edits.js'

/** @typedef {import('../../../index.d.ts').Fix} Fix */
/** @typedef {import('../../../index.d.ts').Edit} Edit */
/** @typedef {import('../../text/edits.js').TextEdit} TextEdit */
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
  const chosen = new Set(fixes.filter(({ edits }) => ranges.take(repairsOf(edits))))
  return { text: applyTextEdits(text, inOrder([...chosen].flatMap(({ edits }) => repairsOf(edits)))), chosen }
}

/**
 * @param {string} text JSON without a syntax error
 * @param {readonly Fix[]} fixes
 */
function editTogether(text, fixes) {
  const root = readTree(text)
  const places = new Places()
  const ranges = new Ranges()
  const changes = []
  /** @type {Set<Fix>} */
  const chosen = new Set()
  for (const fix of fixes) {
    const { edits } = fix
    if (!places.isFree(root, edits)) continue
    const own = independentEdits(text, root, edits)
    if (!own || !ranges.take(own)) continue
    places.take(root, edits)
    changes.push(...own)
    chosen.add(fix)
  }
  const [first, ...others] = [...[...chosen].filter((fix) => !isRemoval(fix.edits)).flatMap(({ edits }) => edits), ...removals(chosen)]
  const none = { text, chosen: new Set() }
  if (!first) return none
  const edited = applyTextEdits(text, inOrder(changes))
  const fixed = applyFix(JSON.parse(text), { title: '', certainty: 'probable', edits: [first, ...others] })
  return isSame(JSON.parse(edited), fixed) ? { text: edited, chosen } : none
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
  #root = newStep()

  /**
   * Whether none of the edits is inside, or around, an affected part. Ranges of one string may
   * belong to several fixes.
   *
   * @param {ReturnType<typeof readTree>} root
   * @param {readonly Edit[]} edits
   */
  isFree(root, edits) {
    const isItem = isRemoval(edits)
    return edits.every((edit) => this.#isFree(placeOf(root, edit, isItem), 'range' in edit))
  }

  /**
   * @param {ReturnType<typeof readTree>} root
   * @param {readonly Edit[]} edits
   */
  take(root, edits) {
    const isItem = isRemoval(edits)
    for (const edit of edits) {
      let step = this.#root
      for (const key of placeOf(root, edit, isItem)) {
        step = step.steps[key] ??= newStep()
      }
      step.taken = 'range' in edit ? 'pieces' : 'value'
    }
  }

  /**
   * @param {Path} path
   * @param {boolean} isPiece
   */
  #isFree(path, isPiece) {
    /** @type {Step | undefined} */
    let step = this.#root
    for (const key of path) {
      if (step.taken === 'value') return false
      step = step.steps[key]
      if (!step) return true
    }
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
