/** The module of the entries for workerd and Vercel's edge runtime, which compile no bytes at run time but import modules compiled. */
// @ts-check

import module from '#module.wasm'

/** Such a runtime starts an instance at once whenever one is wanted, and may drop what a request leaves unfinished. */
export const SPARES = 0

export function compiledModule() {
  return module
}

/** There is nothing left to compile. */
export async function prepare() {}
