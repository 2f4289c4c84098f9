// What assemble.mjs generates under the name #wasm-inline.

/** The module's bytes. */
export declare const WASM_BASE64: string
