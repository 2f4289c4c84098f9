/** Where a new key belongs: objects of the same kind show an order. */
// @ts-check

/** @typedef {import('./draft.js').Draft} Draft */
/** @typedef {import('./draft.js').Part} Part */
/** @typedef {import('./draft.js').Value} Value */

/** So many values are looked at, and so many keys of each. */
const ENOUGH = 200

/**
 * The index among the members of an object at which a key belongs: as in another object that the
 * same path leads to with other indexes, or else in the order of the alphabet if the text has that.
 *
 * @param {Draft} draft
 * @param {Value} object
 * @param {string} key
 * @param {readonly (string | number)[]} path that leads to the key
 */
export function keyPlace(draft, object, key, path) {
  const parts = draft.parts(object)
  for (const other of alike(draft, path)) {
    const there = other === object ? undefined : draft.member(other, key)
    if (!there) continue
    const order = other.before ?? draft.parts(other)
    const at = there.index >= 0 ? there.index : order.indexOf(there)
    const before = known(draft, object, order.slice(Math.max(0, at - ENOUGH), Math.max(0, at)).reverse())
    if (before) return parts.indexOf(before) + 1
    const after = known(draft, object, order.slice(at + 1, at + 1 + ENOUGH))
    if (after) return parts.indexOf(after)
  }
  return isSorted(draft, draft.root.value) && isSorted(draft, object) ? placeByName(parts, key) : parts.length
}

/**
 * The first of an object's members that another one has too.
 *
 * @param {Draft} draft
 * @param {Value} object
 * @param {readonly Part[]} others
 */
function known(draft, object, others) {
  for (const { key = '' } of others) {
    const part = draft.member(object, key)
    if (part) return part
  }
  return undefined
}

/**
 * The first of the objects that the same path leads to with any indexes.
 *
 * @param {Draft} draft
 * @param {readonly (string | number)[]} path
 * @returns {Generator<Value, void, void>}
 */
function* alike(draft, path) {
  const left = [{ value: draft.root.value, depth: 0 }]
  let budget = ENOUGH
  for (let next = left.pop(); next && budget > 0; next = left.pop(), budget--) {
    const { value, depth } = next
    const step = path[depth]
    if (depth === path.length - 1) {
      if (value.kind === 'object') yield value
    } else if (value.kind === 'array' && typeof step === 'number') {
      for (const item of draft.parts(value).slice(0, budget).reverse()) left.push({ value: item.value, depth: depth + 1 })
    } else if (value.kind === 'object' && step !== undefined) {
      const member = draft.member(value, String(step))
      if (member) left.push({ value: member.value, depth: depth + 1 })
    }
  }
}

/**
 * Whether the keys of an object are in the order of the alphabet, and enough of them to tell.
 *
 * @param {Draft} draft
 * @param {Value} object
 */
function isSorted(draft, object) {
  if (object.isSorted === undefined) {
    const parts = object.kind === 'object' ? draft.parts(object) : []
    object.isSorted = parts.length > 2 && parts.every(({ key = '' }, at) => at === 0 || (parts[at - 1]?.key ?? '') < key)
  }
  return object.isSorted
}

/** @param {readonly Part[]} parts in the order of the alphabet @param {string} name */
function placeByName(parts, name) {
  let low = 0
  let high = parts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((parts[middle]?.key ?? '') < name) low = middle + 1
    else high = middle
  }
  return low
}
