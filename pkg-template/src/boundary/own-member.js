/** Sets own members, whatever `Object.prototype` contains. */
// @ts-check

/** The language's own members. */
const STANDARD = /^(constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf|__(proto|(define|lookup)[GS]etter)__)$/

let isExtended = true

/** The names for which that was found out. @type {string[]} */
let seen = []

/**
 * To be called before members are set: checking for each member takes a quarter longer if there are
 * thousands of issues.
 */
export function lookAtPrototype() {
  const names = Object.getOwnPropertyNames(Object.prototype)
  let at = 0
  while (at < names.length && names[at] === seen[at]) at++
  if (at === seen.length && at === names.length) return
  seen = names
  isExtended = names.some((name) => !STANDARD.test(name))
}

/**
 * An assignment would call a setter of the prototype, or fail because of a read-only member.
 *
 * @param {object} object
 * @param {string | number} key
 * @param {unknown} value
 */
export function setOwn(object, key, value) {
  if ((isExtended || key === '__proto__') && key in object) {
    // The descriptor has no prototype: an inherited `get` would be taken as its own.
    const descriptor = { __proto__: null, value, enumerable: true, writable: true, configurable: true }
    Object.defineProperty(object, key, /** @type {PropertyDescriptor} */ (descriptor))
  } else {
    /** @type {Record<string | number, unknown>} */ (object)[key] = value
  }
}
