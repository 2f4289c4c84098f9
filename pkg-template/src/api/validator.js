/** A validator whose options are read once. */
// @ts-check

import { core, request } from '#module'
import { withPresentation } from './presentation.js'
import { withEncoded, withEncodedText } from '../boundary/encode.js'
import { assertSql, CRASH, read, requestOf, resultOf } from './outcome.js'
import { assertOptions } from '../boundary/options.js'
import { ANALYZE_SQL, BUILD_REQUEST, call, KEEP_OPTIONS, NOTHING, VALIDATE } from '../boundary/functions.js'
import { instanceSlot } from '../boundary/instance.js'

/** @typedef {import('../../index.d.ts').Validator} Validator */

/** In engines without `using`, the method cannot be found. */
const DISPOSE = /** @type {typeof Symbol.dispose} */ (Symbol.dispose ?? Symbol('Symbol.dispose'))

/**
 * Has its own instance of the module: a catalog may take more memory than other calls should keep,
 * and a crash elsewhere does not lose it. The instance and its memory are released with the last
 * reference to the validator.
 *
 * @param {import('../../index.d.ts').ValidateOptions | null} [options]
 * @returns {any} as the overloads say
 */
export function createValidator(options) {
  const { given, presentation } = withPresentation(options)
  /** The encoded options, for restarting the instance. @type {import('../boundary/functions.js').Encoded | undefined} */
  let kept = given == null ? NOTHING : withEncoded(given, ({ tape, text }) => ({ tape: tape.slice(), text: text.slice() }))
  const own = instanceSlot(() => {
    if (!kept) throw new TypeError('datamart-validator: this validator has been disposed')
    const instance = core.start()
    read(call({ run: (use) => use(instance) }, KEEP_OPTIONS, NOTHING, kept))
    // The memory after reading the options is kept; more than that belongs to single calls.
    instance.most += instance.memory.buffer.byteLength
    return instance
  })
  own.get()
  const requests = request.within(own)

  const dispose = () => {
    kept = undefined
    own.release()
  }
  /** @type {Omit<Validator, typeof Symbol.dispose>} */
  const validator = {
    validate: (datamart) =>
      /** @type {import('../../index.d.ts').ValidationResult} */ (
        resultOf(withEncoded(datamart, (value) => call(own, VALIDATE, value)), presentation)
      ),
    buildRequest(datamart, options) {
      assertOptions(options)
      if (options != null && CRASH in options) own.run(({ glue }) => glue.crash())
      return requestOf(
        withEncoded(datamart, (value) => withEncoded(options ?? {}, (given) => call(requests, BUILD_REQUEST, value, given))),
        presentation,
      )
    },
    analyzeSql(sql) {
      assertSql(sql)
      return /** @type {import('../../index.d.ts').SqlAnalysis} */ (resultOf(withEncodedText(sql, (value) => call(own, ANALYZE_SQL, value)), presentation))
    },
    dispose,
    [DISPOSE]: dispose,
  }
  return validator
}
