/** What JSON makes of objects that have a class. */
// @ts-check

/** Classes that JSON.stringify empties or converts, by their names in Object.prototype.toString. */
const BUILT_IN =
  /^(((Big)?(Ui|I)nt|Float)\d+(Clamped)?Array|(Shared)?ArrayBuffer|(Async)?Generator|BigInt|Blob|Boolean|DataView|Date|Error|File|FormData|Headers|Map|Number|Promise|RegExp|Set|String|Symbol|URLSearchParams|Weak(Map|Ref|Set))$/

/**
 * The value that JSON.stringify writes: the result of `toJSON` if there is one. The `toJSON` of
 * that result is not called.
 *
 * @param {unknown} value
 * @param {string | number} key the key of the value
 * @returns {unknown}
 */
export function written(value, key) {
  if (typeof value !== 'object' || value === null) return value
  const { toJSON } = /** @type {{ toJSON?: unknown }} */ (value)
  if (typeof toJSON !== 'function' || builtInName(value) !== undefined) return value
  return toJSON.call(value, String(key))
}

/**
 * Whether it is an object without a class.
 *
 * @param {object} value
 */
export function isPlain(value) {
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/**
 * @param {object} value
 * @returns {string | undefined} the name of its class, if JSON cannot represent it
 */
export function builtInName(value) {
  if (Array.isArray(value) || isPlain(value)) return undefined
  const name = Object.prototype.toString.call(value).slice(8, -1)
  return BUILT_IN.test(name) ? name : undefined
}

/** Whether a library has added an enumerable key to all objects. */
export function isPolluted() {
  for (const _ in Object.prototype) return true
  return false
}
