/**
 * Keeps the text, the options and the catalog in this browser, for the next visit. Without storage the page works all the
 * same.
 */
// @ts-check

import { del, get, set } from 'idb-keyval'

const KEY = 'datamart-editor'
const CATALOG = `${KEY}-catalog`
const ORDER = `${KEY}-order`

/** @typedef {{ text: string, options: Partial<import('./options.js').FormState> }} Kept */
/** @typedef {import('./read-catalog.js').Catalog} Catalog */

/** @returns {Kept | undefined} */
export function restore() {
  const kept = read(KEY)
  return typeof kept?.text === 'string' && typeof kept.options === 'object' && kept.options ? kept : undefined
}

/** @param {Kept} kept */
export function keep(kept) {
  write(KEY, JSON.stringify(kept))
}

/** @returns {Pick<Catalog, 'name' | 'isSample'> & { id?: string, schema?: unknown } | undefined} */
export function restoreCatalog() {
  const kept = read(CATALOG)
  return typeof kept?.name === 'string' ? kept : undefined
}

/**
 * The tables of a catalog that was kept under a name. Older versions of the page kept small ones next to the name.
 *
 * @param {{ id?: string, schema?: unknown }} kept
 * @returns {Promise<unknown>} undefined when this browser does not have it: another tab has kept another one, or there was
 *   no room
 */
export async function restoreSchema({ id, schema }) {
  if (id === undefined) return schema
  try {
    const stored = await get(CATALOG)
    return stored?.id === id ? stored.schema : undefined
  } catch {
    return undefined
  }
}

/**
 * Keeps the name where it is read before anything is judged, and the tables in IndexedDB, because a catalog may be larger
 * than all that `localStorage` holds. So a catalog that was given is at least known to be missing.
 *
 * @param {Catalog} catalog
 * @returns {Promise<boolean>} false when it could not be kept
 */
export async function keepCatalog({ name, isSample, schema }) {
  // The sample is a file of the site.
  if (isSample) return write(CATALOG, JSON.stringify({ name, isSample }))
  const id = String(Math.random())
  const isNamed = write(CATALOG, JSON.stringify({ name, id }))
  try {
    await set(CATALOG, { id, schema })
    return isNamed
  } catch {
    return false
  }
}

export function forgetCatalog() {
  remove(CATALOG)
  // Without IndexedDB nothing was kept.
  del(CATALOG).catch(() => undefined)
}

/** How the issues are listed. @returns {'place' | 'table'} */
export function restoreOrder() {
  return read(ORDER) === 'table' ? 'table' : 'place'
}

/** @param {'place' | 'table'} order */
export function keepOrder(order) {
  write(ORDER, JSON.stringify(order))
}

export function forget() {
  for (const key of [KEY, ORDER]) remove(key)
  forgetCatalog()
}

/** @param {string} key @returns {any} */
function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return undefined
  }
}

/** @param {string} key @param {string} text */
function write(key, text) {
  try {
    localStorage.setItem(key, text)
    return true
  } catch {
    // Full, or not allowed: an older one would only surprise.
    remove(key)
    return false
  }
}

/** @param {string} key */
function remove(key) {
  try {
    localStorage.removeItem(key)
  } catch {
    // Not allowed: nothing was kept either.
  }
}
