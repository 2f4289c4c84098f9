// What assemble.mjs generates under the name #glue.
import type * as glue from '../../../target/wasm/glue.js'

/** wasm-bindgen's glue with variables of its own: nothing is shared between two calls, and nothing has started yet. */
export declare function createGlue(
  decoder?: typeof globalThis.TextDecoder,
  encoder?: typeof globalThis.TextEncoder,
): Omit<typeof glue, 'default'>
