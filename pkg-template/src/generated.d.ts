/** The part of wasm-bindgen's glue that the package uses. What stands behind the `#…` imports is typed in `xtask/js/types`. */

/** The functions that wasm-bindgen wraps around the module, one set for each instance. */
export interface Glue {
  initSync(options: { module: WebAssembly.Module }): { readonly memory: WebAssembly.Memory }
  validate: Judge
  buildRequest: Judge
  analyzeSql: Judge
  crash(): void
}

/** Takes an encoded datamart, or an encoded expression, and encoded options. */
type Judge = (
  tape: Uint32Array,
  text: Uint8Array,
  loneSurrogates: Uint32Array,
  optionsTape: Uint32Array,
  optionsText: Uint8Array,
) => object
