/** What a catalog suggests. */
// @ts-check

import { presentReasons, withPresentation } from './presentation.js'
import { withEncoded } from '../boundary/encode.js'
import { assertOptions } from '../boundary/options.js'
import { shared } from '../boundary/instance.js'
import { read } from './outcome.js'

/** What the module is asked for. */
const RELATIONSHIPS = 0
const TENANCY = 1
const DRAFT = 2

/** @type {typeof import('../../index.d.ts').draftDatamart} */
export function draftDatamart(catalog, options) {
  assertOptions(options)
  const { name, datasourceName, tables, ...others } = options ?? {}
  return propose({ name: name ?? null, datasourceName: datasourceName ?? null, tables: tables ?? null }, { ...others, catalog: catalog ?? null }, DRAFT)
}

/** @type {typeof import('../../index.d.ts').proposeRelationships} */
export function proposeRelationships(datamart, options) {
  const { given, presentation } = withPresentation(options)
  const proposals = propose(datamart, given, RELATIONSHIPS)
  presentReasons(proposals, presentation)
  return proposals
}

/** @type {typeof import('../../index.d.ts').proposeTenancy} */
export function proposeTenancy(datamart, options) {
  const { given, presentation } = withPresentation(options)
  const proposal = propose(datamart, given, TENANCY)
  if (!proposal) return undefined
  presentReasons([proposal], presentation)
  return proposal
}

/**
 * @param {unknown} datamart
 * @param {object | null | undefined} options
 * @param {number} wanted
 */
function propose(datamart, options, wanted) {
  return read(
    withEncoded(datamart, ({ tape, text, loneSurrogates }) =>
      withEncoded(options ?? {}, (given) => shared.run(({ glue }) => glue.propose(tape, text, loneSurrogates, given.tape, given.text, wanted))),
    ),
  )
}
