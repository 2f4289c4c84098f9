/** Checks of options that the client and the gateway share. */
// @ts-check

import { validateDatamart } from '#package'

/**
 * @param {unknown} isRight
 * @param {string} name
 * @param {string} expected
 * @returns {asserts isRight}
 */
export function expect(isRight, name, expected) {
  if (!isRight) throw new TypeError(`datamart-validator: option \`${name}\`: expected ${expected}`)
}

/** @param {object} options */
export function assertValidateOptions(options) {
  onlyTypeErrors(() => validateDatamart({}, options))
}

/**
 * Throws if an option is wrong. If WebAssembly is not ready yet, the first use throws instead.
 *
 * @param {() => unknown} check
 */
export function onlyTypeErrors(check) {
  try {
    check()
  } catch (error) {
    if (error instanceof TypeError) throw error
  }
}
