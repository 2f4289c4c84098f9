/** What a catalog suggests. */
// @ts-check

import { presentReasons, withPresentation } from './presentation.js'
import { withEncoded } from '../boundary/encode.js'
import { assertOptions } from '../boundary/options.js'
import { shared } from '../boundary/instance.js'
import { read } from './outcome.js'

/** @type {typeof import('../../index.d.ts').draftDatamart} */
export function draftDatamart(catalog, options) {
  assertOptions(options)
  const { name, datasourceName, tables, ...others } = options ?? {}
  return read(
    withEncoded({ name: name ?? null, datasourceName: datasourceName ?? null, tables: tables ?? null }, ({ tape, text, loneSurrogates }) =>
      withEncoded({ ...others, catalog: catalog ?? null }, (given) => shared.run(({ glue }) => glue.draftDatamart(tape, text, loneSurrogates, given.tape, given.text))),
    ),
  )
}

/** @type {typeof import('../../index.d.ts').proposeRelationships} */
export function proposeRelationships(datamart, options) {
  return propose(datamart, options, false)
}

/** @type {typeof import('../../index.d.ts').proposeTenancy} */
export function proposeTenancy(datamart, options) {
  return propose(datamart, options, true)
}

/**
 * @param {unknown} datamart
 * @param {import('../../index.d.ts').ProposeOptions | null | undefined} options
 * @param {boolean} isTenancy
 */
function propose(datamart, options, isTenancy) {
  const { given, presentation } = withPresentation(options)
  const proposals = read(
    withEncoded(datamart, ({ tape, text, loneSurrogates }) =>
      withEncoded(given ?? {}, (given) => shared.run(({ glue }) => glue.propose(tape, text, loneSurrogates, given.tape, given.text, isTenancy))),
    ),
  )
  if (proposals) presentReasons(isTenancy ? [proposals] : proposals, presentation)
  return proposals ?? undefined
}
