/**
 * The part of wasm-bindgen's glue that the package uses. `xtask/js/types` has the types of the `#…`
 * imports.
 */

/** The functions that wasm-bindgen generates for the module, one set per instance. */
export interface Glue {
  /** The imports of an instance. */
  imports(): WebAssembly.Imports
  /** Makes the functions call this instance. Returns its exports. */
  finish(instance: WebAssembly.Instance, module: WebAssembly.Module): { readonly memory: WebAssembly.Memory }
  validate(...encoded: [...Encoded, ...EncodedOptions]): object
  buildRequest(...encoded: [...Encoded, ...EncodedOptions]): object
  analyzeSql(...encoded: [...Encoded, ...EncodedOptions]): object
  describeJoins(...encoded: Encoded): object
  diffDatamarts(...encoded: [...Encoded, ...EncodedOptions, ...EncodedOptions]): string | TypeError
  readReply(...encoded: [...Encoded, ...EncodedOptions, ...EncodedOptions, ...EncodedOptions]): string | TypeError
  importDatamarts(...encoded: Encoded): string | TypeError
  mergeUnseen(...encoded: [...Encoded, ...EncodedOptions]): string | TypeError
  createValidator(...encoded: EncodedOptions): NativeValidator | TypeError
  crash(): void
}

/** Options held by Rust. */
export interface NativeValidator {
  validate(...encoded: Encoded): object
  buildRequest(...encoded: [...Encoded, ...EncodedOptions]): object
  analyzeSql(...encoded: Encoded): object
}

/** An encoded datamart or expression. */
type Encoded = [tape: Uint32Array, text: Uint8Array, loneSurrogates: Uint32Array]

type EncodedOptions = [tape: Uint32Array, text: Uint8Array]
