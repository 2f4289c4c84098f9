/** The part of wasm-bindgen's glue that the package uses. What stands behind the `#…` imports is typed in `xtask/js/types`. */

/** The functions that wasm-bindgen wraps around the module, one set for each instance. */
export interface Glue {
  /** What an instance of the module is given. */
  imports(): WebAssembly.Imports
  /** Makes the instance the one that the functions call. Returns its exports. */
  finish(instance: WebAssembly.Instance, module: WebAssembly.Module): { readonly memory: WebAssembly.Memory }
  validate(...encoded: [...Encoded, ...EncodedOptions]): object
  buildRequest(...encoded: [...Encoded, ...EncodedOptions]): object
  analyzeSql(...encoded: [...Encoded, ...EncodedOptions]): object
  describeJoins(...encoded: Encoded): object
  importDatamarts(...encoded: Encoded): string | TypeError
  mergeUnseen(...encoded: [...Encoded, ...EncodedOptions]): string | TypeError
  createValidator(...encoded: EncodedOptions): NativeValidator | TypeError
  crash(): void
}

/** Options that Rust holds. */
export interface NativeValidator {
  validate(...encoded: Encoded): object
  buildRequest(...encoded: [...Encoded, ...EncodedOptions]): object
  analyzeSql(...encoded: Encoded): object
}

/** An encoded datamart, or an encoded expression. */
type Encoded = [tape: Uint32Array, text: Uint8Array, loneSurrogates: Uint32Array]

type EncodedOptions = [tape: Uint32Array, text: Uint8Array]
