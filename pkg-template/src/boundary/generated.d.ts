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
  validate(...encoded: [...Encoded, ...EncodedOptions]): Outcome
  buildRequest(...encoded: [...Encoded, ...EncodedOptions]): Outcome
  analyzeSql(...encoded: [...Encoded, ...EncodedOptions]): Outcome
  describeJoins(...encoded: Encoded): Outcome
  diffDatamarts(...encoded: [...Encoded, ...EncodedOptions, ...EncodedOptions]): Outcome
  readReply(...encoded: [...Encoded, ...EncodedOptions, ...EncodedOptions, ...EncodedOptions]): Outcome
  importDatamarts(...encoded: Encoded): Outcome
  mergeUnseen(...encoded: [...Encoded, ...EncodedOptions]): Outcome
  propose(...encoded: [...Encoded, ...EncodedOptions, wanted: number]): Outcome
  createValidator(...encoded: EncodedOptions): NativeValidator | TypeError
  crash(): void
}

/** Options held by Rust. */
export interface NativeValidator {
  validate(...encoded: Encoded): Outcome
  buildRequest(...encoded: [...Encoded, ...EncodedOptions]): Outcome
  analyzeSql(...encoded: Encoded): Outcome
}

/** JSON text; the parts of a request, the last of which is its body; or what is wrong with the options. */
export type Outcome = string | [head: string, body: string] | TypeError

/** An encoded datamart or expression. */
type Encoded = [tape: Uint32Array, text: Uint8Array, loneSurrogates: Uint32Array]

type EncodedOptions = [tape: Uint32Array, text: Uint8Array]
