/** What a catalog suggests. */
// @ts-check

import { proposals } from '#module'
import { presentReasons, withPresentation } from './presentation.js'
import { withEncoded } from '../boundary/encode.js'
import { assertOptions } from '../boundary/options.js'
import { call, DRAFT_DATAMART, PROPOSE_RELATIONSHIPS, PROPOSE_TENANCY } from '../boundary/functions.js'
import { read } from './outcome.js'

/** @type {typeof import('../../index.d.ts').draftDatamart} */
export function draftDatamart(catalog, options) {
  assertOptions(options)
  const { name, datasourceName, tables, ...others } = options ?? {}
  return propose({ name: name ?? null, datasourceName: datasourceName ?? null, tables: tables ?? null }, { ...others, catalog: catalog ?? null }, DRAFT_DATAMART)
}

/** @type {typeof import('../../index.d.ts').proposeRelationships} */
export function proposeRelationships(datamart, options) {
  const { given, presentation } = withPresentation(options)
  const proposed = propose(datamart, given, PROPOSE_RELATIONSHIPS)
  presentReasons(proposed, presentation)
  return proposed
}

/** @type {typeof import('../../index.d.ts').proposeTenancy} */
export function proposeTenancy(datamart, options) {
  const { given, presentation } = withPresentation(options)
  const proposal = propose(datamart, given, PROPOSE_TENANCY)
  if (!proposal) return undefined
  presentReasons([proposal], presentation)
  return proposal
}

/**
 * @param {unknown} datamart
 * @param {object | null | undefined} options
 * @param {number} number of the function
 */
function propose(datamart, options, number) {
  return read(withEncoded(datamart, (value) => withEncoded(options ?? {}, (given) => call(proposals, number, value, given))))
}
