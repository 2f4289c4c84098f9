/** The errors that the package throws, beside `TypeError` for a wrong option. */
// @ts-check

import { formatPath } from '../text/path.js'
import { visible } from '../text/visible.js'

/** @typedef {import('../../index.d.ts').Issue} Issue */

/** How many issues the message of a {@link DatamartInvalidError} tells; all of them are in `issues`. */
const TOLD = 3

// Fields, not assignments, and descriptors without a prototype: neither may depend on what a program has done to Error.prototype or Object.prototype.

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
      super('datamart-validator: the WebAssembly module has crashed; this is a bug in the package. The next call starts it anew')
      this.cause = cause
    }
  },
)

/**
 * Names a class, whatever a minifier has called it, and marks its errors with a symbol that is the same in every realm: by it `instanceof`
 * knows errors of another copy of the package, such as one that was required, the slim entry's or a frame's.
 *
 * @template {new (...args: never[]) => Error} ErrorClass
 * @param {string} name
 * @param {ErrorClass} errorClass
 * @returns {ErrorClass}
 */
function branded(name, errorClass) {
  const brand = Symbol.for(`datamart-validator.${name}`)
  define(errorClass, 'name', name)
  // On the prototype, before anything is constructed: the stack begins with it.
  define(errorClass.prototype, 'name', name)
  define(errorClass.prototype, brand, true)
  /** @this {unknown} @param {unknown} value */
  function hasInstance(value) {
    // A class that extends this one has errors of its own.
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
  const lines = errors.slice(0, TOLD).map(({ path, message }) => `\n  ${visible(formatPath(path))}: ${visible(message)}`)
  const more = errors.length > TOLD ? `\n  and ${errors.length - TOLD} more` : ''
  return `the datamart has ${errors.length} error${errors.length === 1 ? '' : 's'}${lines.join('')}${more}`
}
