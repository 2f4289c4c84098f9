/** The positions in JSON text of the units of a string. */
// @ts-check

/** @typedef {import('./json-text.js').JsonNode} JsonNode */

/** The distance of cached offsets, in units: one string may have thousands of mistakes. */
const STEP = 256

/**
 * `plain`: the string has no escapes, so each of its units is one unit of the text.
 *
 * @type {WeakMap<JsonNode, number[] | 'plain'>}
 */
const OFFSETS = new WeakMap()

/**
 * @param {string} text
 * @param {JsonNode} node a string in it
 * @param {number} unit of the string's value
 */
export function offsetIn(text, node, unit) {
  const first = node.start + 1
  let known = OFFSETS.get(node)
  if (!known) {
    known = text.slice(first, node.end).includes('\\') ? offsetsOf(text, node) : 'plain'
    OFFSETS.set(node, known)
  }
  if (known === 'plain') return first + unit
  const step = Math.min(Math.floor(unit / STEP), known.length - 1)
  let at = known[step] ?? first
  for (let left = unit - step * STEP; left > 0; left--) at += lengthAt(text, at)
  return at
}

/** @param {string} text @param {JsonNode} node */
function offsetsOf(text, node) {
  const offsets = []
  for (let at = node.start + 1, unit = 0; at < node.end; unit++) {
    if (unit % STEP === 0) offsets.push(at)
    at += lengthAt(text, at)
  }
  return offsets
}

/** How long a unit is as it is written. @param {string} text @param {number} at */
function lengthAt(text, at) {
  if (text[at] !== '\\') return 1
  return text[at + 1] === 'u' ? 6 : 2
}
