/** The datamart as a value, read from text that may be anything. */
// @ts-check

/** @typedef {import('../../../index.d.ts').Datamart} Datamart */
/** @typedef {Record<string, unknown>} Fields any object of the document */

/** @param {unknown} value @returns {value is Fields} */
export function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** @param {string} text @returns {{ value: unknown } | undefined} undefined if it is not JSON */
export function parse(text) {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

/**
 * `after`, in which whatever equals its counterpart in `before` is that counterpart: views compare
 * by identity what they need not draw again.
 *
 * @template T
 * @param {unknown} before
 * @param {T} after
 * @returns {T}
 */
export function shared(before, after) {
  if (before === after || typeof before !== 'object' || typeof after !== 'object' || !before || !after) return after
  if (Array.isArray(before) !== Array.isArray(after)) return after
  const old = /** @type {Fields} */ (before)
  const now = /** @type {Fields} */ (/** @type {unknown} */ (after))
  const keys = Object.keys(now)
  let isSame = Object.keys(old).length === keys.length
  for (const key of keys) {
    const value = shared(old[key], now[key])
    now[key] = value
    isSame &&= Object.hasOwn(old, key) && old[key] === value
  }
  return isSame ? /** @type {T} */ (before) : after
}

/** @param {unknown} value @returns {string} a string, or nothing */
export function textOf(value) {
  return typeof value === 'string' ? value : ''
}

/**
 * The tables of a document, by their index in `tableList`; an item that is not an object has no
 * fields.
 *
 * @param {unknown} value
 * @returns {readonly Fields[]}
 */
export function tablesOf(value) {
  return isObject(value) ? itemsOf(value, 'tableList') : NOTHING
}

/** @param {Fields | undefined} table @returns {readonly Fields[]} */
export function columnsOf(table) {
  return table ? itemsOf(table, 'columns') : NOTHING
}

/** @type {readonly Fields[]} */
const NOTHING = []

/** Lists of which some items are not objects. @type {WeakMap<object, readonly Fields[]>} */
const cleaned = new WeakMap()

/** @param {Fields} owner @param {string} key @returns {readonly Fields[]} */
function itemsOf(owner, key) {
  const list = owner[key]
  if (!Array.isArray(list)) return NOTHING
  if (list.every(isObject)) return list
  let items = cleaned.get(list)
  if (!items) cleaned.set(list, (items = list.map((item) => (isObject(item) ? item : {}))))
  return items
}
