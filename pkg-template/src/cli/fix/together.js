/** Applies many fixes to JSON text at once: those that have nothing to do with each other. */
// @ts-check

import { applyFix } from '#package'
import { nodeAt, readTree } from '../../json-text.js'
import { isSame, nextTextEdit } from '../../text-edits.js'

/** @typedef {import('../../../index.d.ts').Fix} Fix */
/** @typedef {import('../../../index.d.ts').Edit} Edit */
/** @typedef {import('../../text-edits.js').TextEdit} TextEdit */

/**
 * The text is read once, not once for each fix: a file that a script has written may have one mistake thousands of times.
 *
 * @param {string} text JSON without a syntax error
 * @param {readonly Fix[]} fixes of the issues of this very text
 * @returns {{ text: string, count: number }} with how many of the fixes; the others are for the next round
 */
export function applyTogether(text, fixes) {
  const root = readTree(text)
  const taken = new Places()
  /** @type {TextEdit[]} */
  const changes = []
  const chosen = []
  for (const fix of fixes) {
    const own = taken.take(fix.edits.map((edit) => placeOf(root, edit))) ? independent(text, root, fix.edits) : undefined
    if (!own) continue
    changes.push(...own)
    chosen.push(fix)
  }
  const edited = replaced(text, changes)
  if (edited === undefined || chosen.length === 0) return { text, count: 0 }
  const mended = chosen.reduce((value, fix) => applyFix(value, fix), JSON.parse(text))
  return isSame(JSON.parse(edited), mended) ? { text: edited, count: chosen.length } : { text, count: 0 }
}

/**
 * @param {string} text
 * @param {ReturnType<typeof readTree>} root
 * @param {readonly Edit[]} edits
 */
function independent(text, root, edits) {
  const changes = []
  for (let at = 0; at < edits.length; ) {
    const next = nextTextEdit(text, root, edits, at)
    if (!next) return undefined
    changes.push(next.change)
    at += next.count
  }
  return changes
}

/**
 * @param {string} text
 * @param {TextEdit[]} changes
 * @returns {string | undefined} undefined where two of them change the same place
 */
function replaced(text, changes) {
  let edited = ''
  let seen = 0
  for (const { start, end, insert } of changes.sort((one, other) => one.start - other.start || one.end - other.end)) {
    if (start < seen) return undefined
    edited += text.slice(seen, start) + insert
    seen = end
  }
  return edited + text.slice(seen)
}

/** The places of a value that edits have to do with. */
class Places {
  /** @typedef {{ isTaken: boolean, steps: Map<string | number, Step> }} Step */

  /** @type {Step} */
  #root = { isTaken: false, steps: new Map() }

  /**
   * Takes the places of a fix, if none of them is in, or around, one that is taken.
   *
   * @param {Edit['path'][]} paths
   */
  take(paths) {
    if (!paths.every((path) => this.#isFree(path))) return false
    for (const path of paths) {
      let step = this.#root
      for (const key of path) {
        const next = step.steps.get(key) ?? { isTaken: false, steps: new Map() }
        step.steps.set(key, next)
        step = next
      }
      step.isTaken = true
    }
    return true
  }

  /** @param {Edit['path']} path */
  #isFree(path) {
    /** @type {Step | undefined} */
    let step = this.#root
    for (const key of path) {
      if (step.isTaken) return false
      step = step.steps.get(key)
      if (!step) return true
    }
    return false
  }
}

/**
 * What an edit has to do with: more than its own value where members or items come or go, as commas and indexes do with them.
 *
 * @param {ReturnType<typeof readTree>} root
 * @param {Edit} edit
 */
function placeOf(root, { path, op }) {
  return op === 'remove' || !nodeAt(root, path) ? path.slice(0, -1) : path
}
