/** What the options have to be before they are read. */
// @ts-check

/**
 * @param {unknown} options
 * @returns {asserts options is object | null | undefined}
 */
export function assertOptions(options) {
  if (options == null) return
  if (typeof options !== 'object' || Array.isArray(options)) throw new TypeError('datamart-validator: the options have to be an object')
  refuseInherited(options, '')
  // Not asked of a getter: each option is read once.
  const rules = Object.getOwnPropertyDescriptor(options, 'rules')?.value
  if (typeof rules === 'object' && rules) refuseInherited(rules, 'rules.')
}

/**
 * Only an object's own members are read, so what it inherits would be ignored: the fields of a class, or of an object that others are
 * made from.
 *
 * @param {object} object
 * @param {string} before
 */
function refuseInherited(object, before) {
  // A Map, for one, is refused for what it is.
  if (Object.prototype.toString.call(object) !== '[object Object]') return
  for (let prototype = Object.getPrototypeOf(object); prototype && !isRoot(prototype); prototype = Object.getPrototypeOf(prototype)) {
    for (const key of Object.getOwnPropertyNames(prototype)) {
      // What it does is no option.
      if (typeof Object.getOwnPropertyDescriptor(prototype, key)?.value === 'function' || Object.hasOwn(object, key)) continue
      throw new TypeError(`datamart-validator: option \`${before}${key}\` is inherited; only an object's own members are read`)
    }
  }
}

/** Whether it is Object.prototype, of whichever realm. @param {object} prototype */
function isRoot(prototype) {
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'isPrototypeOf')
}
