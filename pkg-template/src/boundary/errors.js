/** The package's errors, in addition to `TypeError` for a wrong option. */
// @ts-check

import { formatPath } from '../text/path.js'
import { visible } from '../text/visible.js'

/** @typedef {import('../../index.d.ts').Issue} Issue */

/**
 * How many issues the message of a {@link DatamartInvalidError} includes; `issues` has all of them.
 */
const SHOWN_ISSUES = 3

// Fields instead of assignments, and descriptors without a prototype: neither may depend on changes
// to Error.prototype or Object.prototype.

export const DatamartInvalidError = /* @__PURE__ */ branded(
  'DatamartInvalidError',
  class extends Error {
    code = /** @type {const} */ ('DATAMART_INVALID')
    /** @type {readonly Issue[]} */
    issues

    /** @param {readonly Issue[]} issues */
    constructor(issues) {
      super(summary(issues.filter(({ severity }) => severity === 'error')))
      this.issues = issues
    }

    toJSON() {
      const { name, code, message, issues } = this
      return { name, code, message, issues }
    }
  },
)

export const WasmTrapError = /* @__PURE__ */ branded(
  'WasmTrapError',
  class extends Error {
    code = /** @type {const} */ ('WASM_TRAP')
    /** @type {unknown} */
    cause

    /** @param {unknown} cause */
    constructor(cause) {
      super('datamart-validator: the WebAssembly module has crashed; this is a bug in the package. The next call restarts it')
      this.cause = cause
    }
  },
)

/**
 * Sets the name of a class, whatever a minifier has called it, and marks its errors with a symbol
 * that is the same in every realm. With it, `instanceof` recognises errors of another copy of the
 * package, such as one that was required, the slim entry's or a frame's.
 *
 * @template {new (...args: never[]) => Error} ErrorClass
 * @param {string} name
 * @param {ErrorClass} errorClass
 * @returns {ErrorClass}
 */
export function branded(name, errorClass) {
  const brand = Symbol.for(`datamart-validator.${name}`)
  define(errorClass, 'name', name)
  // On the prototype, before anything is constructed, because the stack begins with it.
  define(errorClass.prototype, 'name', name)
  define(errorClass.prototype, brand, true)
  /** @this {unknown} @param {unknown} value */
  function hasInstance(value) {
    // A subclass has errors of its own.
    if (this !== errorClass) return Function.prototype[Symbol.hasInstance].call(/** @type {Function} */ (this), value)
    return typeof value === 'object' && value !== null && /** @type {Record<symbol, unknown>} */ (value)[brand] === true
  }
  define(errorClass, Symbol.hasInstance, hasInstance)
  return errorClass
}

/**
 * @param {object} object
 * @param {string | symbol} key
 * @param {unknown} value
 */
function define(object, key, value) {
  const descriptor = { __proto__: null, value, writable: true, configurable: true }
  Object.defineProperty(object, key, /** @type {PropertyDescriptor} */ (descriptor))
}

/** @param {readonly Issue[]} errors */
function summary(errors) {
  const lines = errors.slice(0, SHOWN_ISSUES).map(({ path, message }) => `\n  ${visible(formatPath(path))}: ${visible(message)}`)
  const more = errors.length > SHOWN_ISSUES ? `\n  and ${errors.length - SHOWN_ISSUES} more` : ''
  return `the datamart has ${errors.length} error${errors.length === 1 ? '' : 's'}${lines.join('')}${more}`
}
