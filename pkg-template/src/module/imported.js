/** The module of the entry for workerd, which compiles no bytes at run time but imports modules compiled. */
// @ts-check

import module from '#module.wasm'

export function compiledModule() {
  return module
}

/** There is nothing left to compile. */
export async function prepare() {}
