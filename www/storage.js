/**
 * Keeps the text, the options and the catalog in this browser, for the next visit. Without storage the page works all the
 * same.
 */
// @ts-check

const KEY = 'datamart-editor'
const CATALOG = `${KEY}-catalog`
const ORDER = `${KEY}-order`

/** A catalog of more characters would leave too little room for what else the site keeps. */
const KEPT_CATALOG = 1_000_000

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

/** @returns {Pick<Catalog, 'name' | 'isSample' | 'schema'> | undefined} */
export function restoreCatalog() {
  const kept = read(CATALOG)
  return typeof kept?.name === 'string' ? kept : undefined
}

/**
 * @param {Catalog} catalog
 * @returns {boolean} false when it is too large
 */
export function keepCatalog({ name, isSample, schema }) {
  // The sample is a file of the site.
  const text = JSON.stringify(isSample ? { name, isSample } : { name, schema })
  if (text.length <= KEPT_CATALOG) return write(CATALOG, text)
  forgetCatalog()
  return false
}

export function forgetCatalog() {
  remove(CATALOG)
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
  for (const key of [KEY, CATALOG, ORDER]) remove(key)
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
