/** The difference between two texts. */
// @ts-check

/**
 * The lengths of the common prefix and suffix of two texts in UTF-16 units. Half of a surrogate
 * pair does not count, so that the difference is a valid text.
 *
 * @param {string} before
 * @param {string} after
 */
export function difference(before, after) {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++
  if (head > 0 && isHighSurrogate(before.charCodeAt(head - 1))) head--
  let tail = 0
  while (tail < shorter - head && before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)) tail++
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail--
  return { head, tail }
}

/**
 * The change that turns one text into another.
 *
 * @param {string} before
 * @param {string} after
 * @returns {import('../../index.d.ts').TextEdit}
 */
export function replacement(before, after) {
  const { head, tail } = difference(before, after)
  return { start: head, end: before.length - tail, text: after.slice(head, after.length - tail) }
}

/** @param {number} unit */
function isHighSurrogate(unit) {
  return unit >= 0xd800 && unit < 0xdc00
}

/** @param {number} unit */
function isLowSurrogate(unit) {
  return unit >= 0xdc00 && unit < 0xe000
}
