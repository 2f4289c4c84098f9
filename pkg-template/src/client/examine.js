/** Checks the existing datamart before an update, which cannot express every change. */
// @ts-check

import { buildRequest, DatamartInvalidError } from '#package'
import { DOCS_BASE } from '../api/docs.js'
import { DatamartApiError } from '../remote/errors.js'
import { valueOf } from '../remote/value.js'

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
  if (before) assertPossible(before.datamart, changes, datamart, options.docsBase)
  else if (existing) {
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
 * @param {Partial<Datamart>} changes
 * @param {unknown} datamart
 * @param {string | null | undefined} docsBase
 */
function assertPossible(before, changes, datamart, docsBase) {
  /** @type {Issue[]} */
  const issues = []
  /** @param {keyof Datamart} field @param {string} message */
  const refuse = (field, message) =>
    issues.push({
      code: 'rejected',
      severity: 'error',
      message,
      path: [field],
      help: 'Keep it as it is, or delete the datamart and create it again.',
      docsUrl: `${docsBase ?? DOCS_BASE}#rejected`,
    })
  const { datasourceName } = valueOf(datamart)
  if (datasourceName && datasourceName !== before.datasourceName) {
    refuse('datasourceName', `\`datasourceName\` is \`${datasourceName}\`, but an update cannot change that of the existing datamart, \`${before.datasourceName}\``)
  }
  if (before.tenancySettings && !changes.tenancySettings) {
    refuse('tenancySettings', '`tenancySettings` is missing, but an update cannot remove that of the existing datamart')
  }
  if (issues.length > 0) throw new DatamartInvalidError(issues)
}
