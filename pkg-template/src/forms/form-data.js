/** The values of an HTML form as a datamart. */
// @ts-check

import { setOwn } from '../boundary/own-member.js'
import { keysOf } from './names.js'

/** The fields that checkboxes fill in. */
const FLAGS = ['isHide', 'isCustomColumn', 'isAggregate', 'isApplyTimezone']

/** The fields of a datamart that are not nested in another one. */
const TOP = ['name', 'datasourceName', 'tableList', 'tenancySettings', 'relationships']

const FLAG_VALUES = new Map(/** @type {[unknown, boolean][]} */ ([['on', true], ['true', true], ['false', false]]))

/** Deeper values are too deep for a validation in any case. */
const MOST_KEYS = 150

const INDEX = /^(0|[1-9]\d{0,14})$/

/** @typedef {Map<string, unknown>} Group of members or items, in the order of the form */

/** @type {typeof import('../../forms.d.ts').fromFormData} */
export function fromFormData(formData) {
  /** @type {Group} */
  const root = new Map()
  for (const [name, given] of formData) {
    const keys = keysOf(name)
    // A button, a token against forgery and the like belong to the form, not to the datamart.
    if (keys.length === 0 || (keys.length === 1 && !TOP.includes(keys[0]))) continue
    const last = keys.length > MOST_KEYS ? keys.splice(MOST_KEYS - 1).join('.') : /** @type {string} */ (keys.pop())
    /** @type {Group} */
    let group = root
    for (const key of keys) {
      const inner = group.get(key)
      const next = inner instanceof Map ? inner : new Map()
      if (next !== inner) group.set(key, next)
      group = next
    }
    // Of several values, the last one counts: a checkbox after a hidden field.
    group.set(last, valueOf(last, given))
  }
  return /** @type {any} */ (objectOf(root))
}

/** @param {string} key @param {unknown} given */
function valueOf(key, given) {
  return FLAGS.includes(key) && FLAG_VALUES.has(given) ? FLAG_VALUES.get(given) : given
}

/** @param {Group} group @returns {unknown} */
function contentOf(group) {
  const keys = [...group.keys()]
  if (!keys.every((key) => INDEX.test(key))) return objectOf(group)
  // Without gaps, whatever the indexes: rows may have been removed from the page.
  const indexes = keys.map(Number).sort((one, other) => one - other)
  return indexes.map((index) => plain(group.get(String(index))))
}

/** @param {Group} group */
function objectOf(group) {
  const object = {}
  for (const [key, value] of group) if (!(value instanceof Map && isBlank(value))) setOwn(object, key, plain(value))
  return object
}

/** @param {unknown} value */
function plain(value) {
  return value instanceof Map ? contentOf(value) : value
}

/**
 * Whether nothing in a group is filled in. An item of a list is never dropped for that, so that the
 * others keep their positions.
 *
 * @param {Group} group
 */
function isBlank(group) {
  for (const [key, value] of group) {
    if (INDEX.test(key) || typeof value !== 'string' || value.trim() !== '') return false
  }
  return true
}
