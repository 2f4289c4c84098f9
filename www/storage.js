/** Keeps the text and the options in this browser, for the next visit. Without storage the page works all the same. */
// @ts-check

const KEY = 'datamart-editor'

/** @typedef {{ text: string, options: Partial<import('./options.js').FormState> }} Kept */

/** @returns {Kept | undefined} */
export function restore() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    return typeof kept?.text === 'string' && typeof kept.options === 'object' && kept.options ? kept : undefined
  } catch {
    return undefined
  }
}

/** @param {Kept} kept */
export function keep(kept) {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    // Full, or not allowed: an older text would only surprise.
    forget()
  }
}

export function forget() {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // Not allowed: nothing was kept either.
  }
}
