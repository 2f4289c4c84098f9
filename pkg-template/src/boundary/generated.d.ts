/**
 * The part of wasm-bindgen's glue that the package uses. `xtask/js/types` has the types of the `#…`
 * imports.
 */

/** The functions that wasm-bindgen generates for a module, one set per instance. */
export interface Glue {
  /** The imports of an instance. */
  imports(): WebAssembly.Imports
  /** Makes the functions call this instance. Returns its exports. */
  finish(instance: WebAssembly.Instance, module: WebAssembly.Module): WebAssembly.Exports & { readonly memory: WebAssembly.Memory }
  /** Calls a function by its number, with values that may be empty. */
  call(
    number: number,
    tape: Uint32Array,
    text: Uint8Array,
    loneSurrogates: Uint32Array,
    secondTape: Uint32Array,
    secondText: Uint8Array,
    thirdTape: Uint32Array,
    thirdText: Uint8Array,
    optionsTape: Uint32Array,
    optionsText: Uint8Array,
  ): Outcome
  crash(): void
}

/**
 * JSON text; or `r` with a request, whose body follows after a line break; or `e` with the message
 * of a `TypeError`.
 */
export type Outcome = string
