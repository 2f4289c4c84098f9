/** How a path of keys and indexes is written. */
// @ts-check

/** Longer keys are shortened, in characters. No field of a datamart has a longer one. */
const MAX_KEY = 40

/** A key that needs no quotes. */
const NAME = /^[\p{Alphabetic}_$][\p{Alphabetic}\p{N}_$-]{0,39}$/u

/**
 * The same as `Display` of a path in the Rust crate; `tests/data/paths.json` compares both.
 *
 * @type {typeof import('../../index.d.ts').formatPath}
 */
export function formatPath(path) {
  let text = ''
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`
    else if (NAME.test(step)) text += text ? `.${step}` : step
    else text += `[${JSON.stringify(shortened(step))}]`
  }
  return text || 'datamart'
}

/** @param {string} key */
function shortened(key) {
  if (key.length <= MAX_KEY) return key
  // A character takes one or two of a string's units.
  const characters = [...key.slice(0, 2 * MAX_KEY + 2)]
  return characters.length > MAX_KEY ? `${characters.slice(0, MAX_KEY).join('')}…` : key
}
