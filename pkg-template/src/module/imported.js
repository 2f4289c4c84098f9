/** The module of the entries for workerd and Vercel's edge runtime, which compile no bytes at run time but import modules compiled. */
// @ts-check

import module from '#module.wasm'

export function compiledModule() {
  return module
}

/** There is nothing left to compile. */
export async function prepare() {}
