/**
 * The module of the entries for workerd and Vercel's edge runtime, which do not compile bytes at
 * run time but import compiled modules.
 */
// @ts-check

import module from '#module.wasm'

/**
 * Such a runtime can always start an instance synchronously, and may drop work that a request
 * leaves unfinished.
 */
export const SPARES = 0

export function compiledModule() {
  return module
}

/** Nothing is left to compile. */
export async function prepare() {}
