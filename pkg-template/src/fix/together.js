/** Applies several independent fixes to JSON text at once. */
// @ts-check

import { applyTextEdits, textEdits } from '#package'
import { isRepair } from '../text/readable.js'

/** @typedef {import('../../index.d.ts').Fix} Fix */
/** @typedef {import('../../index.d.ts').Edit} Edit */
/** @typedef {import('../../index.d.ts').TextEdit} TextEdit */
/** @typedef {readonly (string | number)[]} Path */
/** @typedef {{ taken?: 'value' | 'pieces', steps: Record<string | number, Step> }} Step */

/** @typedef {{ edits: readonly TextEdit[], text: string, chosen: ReadonlySet<Fix> }} Together */

/**
 * The text is read once, not once per fix: a generated file may contain the same mistake thousands
 * of times.
 *
 * @param {string} text
 * @param {readonly Fix[]} fixes of issues of exactly this text
 * @returns {Together} the changes, the text after them, and the fixes that they apply; the others
 * are left for the next round
 */
export function applyTogether(text, fixes) {
  return fixes.some(isRepair) ? repairTogether(text, fixes.filter(isRepair)) : editTogether(text, fixes)
}

/**
 * @param {string} text
 * @param {readonly Fix[]} fixes
 */
function repairTogether(text, fixes) {
  const take = disjointRanges()
  const chosen = new Set(fixes.filter((fix) => take(textEdits(text, fix))))
  return together(text, chosen, [...chosen].flatMap(({ edits }) => edits))
}

/**
 * @param {string} text JSON without a syntax error
 * @param {readonly Fix[]} fixes
 */
function editTogether(text, fixes) {
  const take = disjointPlaces(JSON.parse(text.replace(/^\ufeff/, '')))
  const chosen = new Set(fixes.filter(({ edits }) => take(edits)))
  const others = [...chosen].filter((fix) => !isRemoval(fix.edits)).flatMap(({ edits }) => edits)
  return together(text, chosen, [...others, ...removals(chosen)])
}

/** @param {string} text @param {ReadonlySet<Fix>} chosen @param {readonly Edit[]} changes @returns {Together} */
function together(text, chosen, changes) {
  const edits = textEdits(text, changes)
  return { edits, text: applyTextEdits(text, edits), chosen }
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

/** Chooses edits whose ranges do not overlap those of edits chosen before. */
function disjointRanges() {
  /**
   * The ranges of edits, by their starts; consecutive fixes are nearly sorted. @type {TextEdit[]}
   */
  const taken = []
  /** The index for an edit; undefined if it overlaps another one. @param {TextEdit} edit */
  const placeFor = (edit) => {
    let low = 0
    let high = taken.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (/** @type {TextEdit} */ (taken[middle]).start < edit.start) low = middle + 1
      else high = middle
    }
    const [before, after] = [taken[low - 1], taken[low]]
    return (before && before.end > edit.start) || (after && (after.start < edit.end || after.start === edit.start)) ? undefined : low
  }
  return (/** @type {readonly TextEdit[]} */ edits) => {
    if (edits.map(placeFor).includes(undefined)) return false
    for (const edit of edits) taken.splice(Number(placeFor(edit)), 0, edit)
    return true
  }
}

/** @returns {Step} `JSON.parse` looks up the same keys, so this cannot be attacked more easily. */
const newStep = () => ({ steps: Object.create(null) })

/**
 * Chooses edits none of which is inside, or around, a part that edits chosen before affect. Ranges of
 * one string may belong to several fixes.
 *
 * @param {unknown} root the datamart
 */
function disjointPlaces(root) {
  const tree = newStep()
  /** @param {Path} path @param {boolean} isPiece */
  const isFree = (path, isPiece) => {
    /** @type {Step | undefined} */
    let step = tree
    for (const key of path) {
      if (step.taken === 'value') return false
      step = step.steps[key]
      if (!step) return true
    }
    // Nothing has been taken yet.
    if (step === tree && !step.taken) return Object.keys(step.steps).length === 0
    return isPiece && step.taken === 'pieces'
  }
  return (/** @type {readonly Edit[]} */ edits) => {
    const isItem = isRemoval(edits)
    const places = edits.map((edit) => ({ path: placeOf(root, edit, isItem), isPiece: 'range' in edit }))
    if (!places.every(({ path, isPiece }) => isFree(path, isPiece))) return false
    for (const { path, isPiece } of places) {
      let step = tree
      for (const key of path) step = step.steps[key] = step.steps[key] || newStep()
      step.taken = isPiece ? 'pieces' : 'value'
    }
    return true
  }
}

/**
 * The part that an edit affects: more than its own value if members or items are added or removed,
 * because commas and indexes change.
 *
 * @param {unknown} root
 * @param {Edit} edit
 * @param {boolean} isItem whether it removes an item and does nothing else: such removals are done last
 * @returns {Path}
 */
function placeOf(root, edit, isItem) {
  if ('textRange' in edit) return []
  if (isItem) return edit.path
  const isInPlace = 'range' in edit || (edit.op === 'set' && hasValue(root, edit.path))
  return isInPlace ? edit.path : edit.path.slice(0, -1)
}

/** Whether there is a value at a path. @param {any} value @param {Path} path */
function hasValue(value, path) {
  return path.every((step) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false
    value = value[step]
    return true
  })
}
