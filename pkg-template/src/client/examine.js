/** Checks the existing datamart before an update, which cannot express every change. */
// @ts-check

import { buildRequest, DatamartInvalidError, diffDatamarts } from '#package'
import { DOCS_BASE } from '../api/presentation.js'
import { DatamartApiError } from '../remote/errors.js'
import { valueOf } from '../remote/value.js'

/** @typedef {import('../../index.d.ts').Change} Change */
/** @typedef {import('../../index.d.ts').Datamart} Datamart */
/** @typedef {import('../../index.d.ts').Issue} Issue */
/** @typedef {import('../remote/session.js').Session} Session */
/** @typedef {import('../remote/writes.js').How} How */

/**
 * @param {Session} session
 * @param {unknown} datamart
 * @param {How} how
 * @param {string} name
 * @param {Partial<Datamart>} changes what the update sends
 */
export async function examine(session, datamart, { options, signal }, name, changes) {
  const existing = await listIfServed(session, signal)
  const before = existing?.find(({ datamart }) => datamart.name === name)
  if (before) {
    // An update need not name the datasource.
    const datasourceName = valueOf(datamart).datasourceName || before.datamart.datasourceName
    assertPossible(before.datamart, /** @type {Datamart} */ ({ ...changes, name, datasourceName }), options)
  } else if (existing) {
    // Throws, with a suggestion.
    const existingDatamarts = existing.map(({ datamart }) => datamart.name)
    buildRequest(datamart, { ...options, existingDatamarts, operation: 'update' })
  }
  return before
}

/**
 * A gateway may not serve the list.
 *
 * @param {Session} session
 * @param {AbortSignal | null | undefined} signal
 */
async function listIfServed(session, signal) {
  try {
    return await session.list(signal)
  } catch (error) {
    if (session.isTowardsGateway && error instanceof DatamartApiError && [403, 404, 405].includes(error.status ?? 0)) return undefined
    throw error
  }
}

/**
 * @param {Datamart} before
 * @param {Datamart} after
 * @param {How['options']} options
 */
function assertPossible(before, after, options) {
  const issues = diffDatamarts(before, after, options).changes.filter(isImpossible).map(toIssue)
  if (issues.length > 0) throw new DatamartInvalidError(issues)

  /** @param {Change} change @returns {Issue} */
  function toIssue({ message, params, path }) {
    const docsUrl = `${options.docsBase ?? DOCS_BASE}#rejected`
    return { code: 'rejected', severity: 'error', message, params, path, docsUrl }
  }
}

/** Whether an update cannot express a change. @param {Change} change */
export function isImpossible({ kind, subject, path }) {
  return path.length === 1 && (path[0] === 'datasourceName' || (kind === 'removed' && subject === 'tenancy'))
}
