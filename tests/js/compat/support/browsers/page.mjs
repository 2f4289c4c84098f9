/** What runs in the pages of every browser, and how long it may take. */

/** The same limit as for commands: a page on a busy machine may take long, but not for ever. */
export const PAGE_LIMIT = 4 * 60_000

export function isFilled() {
  const outputs = [...document.querySelectorAll('output')]
  return outputs.length > 0 && outputs.every(({ textContent }) => textContent)
}

export function readResults() {
  return Object.fromEntries([...document.querySelectorAll('output')].map(({ id, textContent }) => [id, textContent]))
}
