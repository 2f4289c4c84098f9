/** A validator whose options are read once. */
// @ts-check

import { withPresentation } from './presentation.js'
import { withEncoded, withEncodedText } from '../boundary/encode.js'
import { assertSql, CRASH, NO_BYTES, NO_WORDS, requestOf, resultOf } from './outcome.js'
import { assertOptions } from '../boundary/options.js'
import { InstanceSlot, KEPT_MEMORY, start } from '../boundary/instance.js'

/** @typedef {import('../../index.d.ts').Validator} Validator */
/** @typedef {import('../boundary/generated.d.ts').NativeValidator} NativeValidator */
/** @typedef {import('../boundary/instance.js').Instance & { native: NativeValidator }} Own */

/** In engines without `using`, the method cannot be found. */
const DISPOSE = /** @type {typeof Symbol.dispose} */ (Symbol.dispose ?? Symbol('Symbol.dispose'))

/**
 * Has its own instance of the module: a catalog may take more memory than other calls should keep,
 * and a crash elsewhere does not lose it. The instance and its memory are released with the last
 * reference to the validator.
 */
class OwnValidator {
  /**
   * The encoded options, for restarting the instance.
   *
   * @type {{ tape: Uint32Array, text: Uint8Array } | undefined}
   */
  #options
  /** @type {InstanceSlot<Own>} */
  #own = new InstanceSlot(() => this.#start())
  #presentation

  /** @param {object | null | undefined} options */
  constructor(options) {
    const { given, presentation } = withPresentation(options)
    this.#presentation = presentation
    this.#options =
      given == null
        ? { tape: NO_WORDS, text: NO_BYTES }
        : withEncoded(given, ({ tape, text }) => ({ tape: tape.slice(), text: text.slice() }))
    this.#own.get()
  }

  /** @type {Validator['validate']} */
  validate(datamart) {
    return /** @type {import('../../index.d.ts').ValidationResult} */ (
      resultOf(withEncoded(datamart, ({ tape, text, loneSurrogates }) => this.#own.run(({ native }) => native.validate(tape, text, loneSurrogates))), this.#presentation)
    )
  }

  /** @type {Validator['buildRequest']} */
  buildRequest(datamart, options) {
    assertOptions(options)
    if (options != null && CRASH in options) this.#own.run(({ glue }) => glue.crash())
    return requestOf(
      withEncoded(datamart, ({ tape, text, loneSurrogates }) =>
        withEncoded(options ?? {}, (given) =>
          this.#own.run(({ native }) => native.buildRequest(tape, text, loneSurrogates, given.tape, given.text)),
        ),
      ),
      this.#presentation,
    )
  }

  /** @type {Validator['analyzeSql']} */
  analyzeSql(sql) {
    assertSql(sql)
    return /** @type {import('../../index.d.ts').SqlAnalysis} */ (
      resultOf(withEncodedText(sql, ({ tape, text, loneSurrogates }) => this.#own.run(({ native }) => native.analyzeSql(tape, text, loneSurrogates))), this.#presentation)
    )
  }

  dispose() {
    this.#options = undefined
    this.#own.release()
  }

  [DISPOSE]() {
    this.dispose()
  }

  /** @returns {Own} */
  #start() {
    if (!this.#options) throw new TypeError('datamart-validator: this validator has been disposed')
    const { glue, memory } = start()
    const native = glue.createValidator(this.#options.tape, this.#options.text)
    if (native instanceof TypeError) throw native
    // The memory after reading the options is kept; more than that belongs to single calls.
    return { native, glue, memory, most: memory.buffer.byteLength + KEPT_MEMORY }
  }
}

/**
 * @param {import('../../index.d.ts').ValidateOptions | null} [options]
 * @returns {any} as the overloads say
 */
export function createValidator(options) {
  return new OwnValidator(options)
}
