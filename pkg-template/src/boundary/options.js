/** Checks options before they are read. */
// @ts-check

/**
 * @param {unknown} options
 * @returns {asserts options is object | null | undefined}
 */
export function assertOptions(options) {
  if (options == null) return
  if (typeof options !== 'object' || Array.isArray(options)) throw new TypeError('datamart-validator: options must be an object')
  refuseInherited(options, '')
  for (const name of ['rules', 'messages']) {
    // Getters are not called: each option is read once.
    const members = Object.getOwnPropertyDescriptor(options, name)?.value
    if (typeof members === 'object' && members) refuseInherited(members, `${name}.`)
  }
}

/**
 * Only own members are read, so inherited ones would be silently ignored: the fields of a class, or
 * of a prototype object.
 *
 * @param {object} object
 * @param {string} before
 */
function refuseInherited(object, before) {
  // A Map, for example, is refused as what it is.
  if (Object.prototype.toString.call(object) !== '[object Object]') return
  for (let prototype = Object.getPrototypeOf(object); prototype && !isRoot(prototype); prototype = Object.getPrototypeOf(prototype)) {
    for (const key of Object.getOwnPropertyNames(prototype)) {
      // Methods are not options.
      if (typeof Object.getOwnPropertyDescriptor(prototype, key)?.value === 'function' || Object.hasOwn(object, key)) continue
      throw new TypeError(`datamart-validator: option \`${before}${key}\` is inherited; only an object's own members are read`)
    }
  }
}

/** Whether it is the Object.prototype of any realm. @param {object} prototype */
function isRoot(prototype) {
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'isPrototypeOf')
}
