/** What the build puts in the place of the `#…` imports. */

/** The functions that wasm-bindgen wraps around the module, one set for each instance. */
export interface Glue {
  initSync(options: { module: WebAssembly.Module }): { readonly memory: WebAssembly.Memory }
  validate: Judge
  buildRequest: Judge
  crash(): void
}

/** Takes an encoded datamart and encoded options. */
type Judge = (
  tape: Uint32Array,
  text: Uint8Array,
  loneSurrogates: Uint32Array,
  optionsTape: Uint32Array,
  optionsText: Uint8Array,
) => object

declare module '#glue' {
  /** A fresh set of functions with an instance of its own; nothing runs before it is called. */
  export function createGlue(): Glue
}

declare module '#wasm-inline' {
  /** The bytes of the module. */
  export const WASM_BASE64: string
}

declare module '#rules' {
  const rules: readonly import('../index.d.ts').Rule[]
  export default rules
}
