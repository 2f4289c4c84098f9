/** What the API answers, read. */
// @ts-check

import { withEncoded } from '../boundary/encode.js'
import { shared } from '../boundary/instance.js'

/** @type {typeof import('../../index.d.ts').importDatamarts} */
export function importDatamarts(listReply) {
  return parsed(withEncoded(listReply, ({ tape, text, loneSurrogates }) => shared.run(({ glue }) => glue.importDatamarts(tape, text, loneSurrogates))))
}

/** @type {typeof import('../../index.d.ts').mergeUnseen} */
export function mergeUnseen(imported, datamart) {
  return parsed(
    withEncoded(imported, ({ tape, text, loneSurrogates }) =>
      withEncoded(datamart, (source) => shared.run(({ glue }) => glue.mergeUnseen(tape, text, loneSurrogates, source.tape, source.text))),
    ),
  )
}

/**
 * A reply holds any values, so they come as JSON.
 *
 * @param {string | TypeError} outcome
 */
function parsed(outcome) {
  if (typeof outcome !== 'string') throw outcome
  return JSON.parse(outcome)
}
