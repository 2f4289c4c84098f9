// What assemble.mjs generates under the name #glue.
import type { Glue } from '../../../pkg-template/src/boundary/generated.d.ts'

/** wasm-bindgen's glue with variables of its own: nothing is shared between two calls, and nothing has started yet. */
export declare function createGlue(decoder?: typeof globalThis.TextDecoder, encoder?: typeof globalThis.TextEncoder): Glue
