/** Members that are an object's own, whatever somebody has put on `Object.prototype`. */
// @ts-check

/** What the language has there. */
const STANDARD = /^(constructor|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|toLocaleString|toString|valueOf|__(proto|(define|lookup)[GS]etter)__)$/

let isExtended = true

/** To be called before members are set: asking for each member takes a quarter longer where there are thousands of issues. */
export function lookAtPrototype() {
  isExtended = Object.getOwnPropertyNames(Object.prototype).some((name) => !STANDARD.test(name))
}

/**
 * Assigning would call a setter of the prototype, or fail because its member is read-only.
 *
 * @param {object} object
 * @param {string | number} key
 * @param {unknown} value
 */
export function setOwn(object, key, value) {
  if ((isExtended || key === '__proto__') && key in object) {
    // The descriptor has no prototype: a `get` there would be taken for one of its own.
    const descriptor = { __proto__: null, value, enumerable: true, writable: true, configurable: true }
    Object.defineProperty(object, key, /** @type {PropertyDescriptor} */ (descriptor))
  } else {
    /** @type {Record<string | number, unknown>} */ (object)[key] = value
  }
}
