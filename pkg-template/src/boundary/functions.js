/** Calls of the module. */
// @ts-check

/** The functions of the module by their numbers, as in `src/wasm/`. */
export const VALIDATE = 0
export const BUILD_REQUEST = 1
export const ANALYZE_SQL = 2
/** The instance keeps the options; with later calls, only those of a request are passed. */
export const KEEP_OPTIONS = 3
export const READ_REPLY = 4
export const DIFF_DATAMARTS = 5
export const IMPORT_DATAMARTS = 6
export const MERGE_UNSEEN = 7
export const DESCRIBE_JOINS = 8
export const PROPOSE_RELATIONSHIPS = 9
export const PROPOSE_TENANCY = 10
export const DRAFT_DATAMART = 11

/** @typedef {import('./generated.d.ts').Outcome} Outcome */
/** @typedef {{ tape: Uint32Array, text: Uint8Array }} Encoded */
/** @typedef {Encoded & { loneSurrogates: Uint32Array }} EncodedValue */

const NO_WORDS = new Uint32Array(0)

/** No value. */
export const NOTHING = { tape: NO_WORDS, text: new Uint8Array(0), loneSurrogates: NO_WORDS }

/**
 * Calls a function with an instance of the module that contains it.
 *
 * @param {{ run<Result>(use: (instance: import('./instance.js').Instance) => Result): Result }} module or one of its slots
 * @param {number} number
 * @param {EncodedValue} value
 * @param {Encoded} [options]
 * @param {Encoded} [second]
 * @param {Encoded} [third]
 * @returns {Outcome}
 */
export function call(module, number, value, options = NOTHING, second = NOTHING, third = NOTHING) {
  return module.run(({ glue }) =>
    glue.call(number, value.tape, value.text, value.loneSurrogates, second.tape, second.text, third.tape, third.text, options.tape, options.text),
  )
}
