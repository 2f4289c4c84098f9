/** Creates, updates and deletes. The outcome of a write without a clear reply is looked up. */
// @ts-check

import { buildRequest, diffDatamarts, mergeUnseen } from '#package'
import { DatamartApiError } from './errors.js'

/** @typedef {import('../../client.d.ts').Outcome} Outcome */
/** @typedef {import('../../index.d.ts').Datamart} Datamart */
/** @typedef {import('../../index.d.ts').ImportedDatamart} ImportedDatamart */
/** @typedef {import('./session.js').Session} Session */
/** @typedef {AbortSignal | null | undefined} Signal */

/**
 * @typedef {object} How
 * @property {import('../../index.d.ts').ValidateOptions} options
 * @property {Signal} [signal]
 * @property {number} [retries] of the write itself
 */

/**
 * @param {Session} session
 * @param {unknown} datamart
 * @param {How} how
 * @returns {Promise<{ id: string }>}
 */
export async function create(session, datamart, { options, signal, retries }) {
  const { body } = buildRequest(datamart, { ...options, operation: 'create' })
  /** @type {Datamart} */
  const sent = JSON.parse(body)
  return settled(session.run('create', { body, datamart: sent, options, signal, retries }), sent.name, async () => {
    const found = await find(session, sent.name, signal)
    // If it differs, it existed before.
    return found && isSame(found, sent) ? 'done' : 'not-done'
  })
}

/**
 * @param {Session} session
 * @param {unknown} datamart
 * @param {How} how
 * @param {(name: string, changes: Partial<Datamart>) => Promise<ImportedDatamart | undefined>} [examine] checks the
 * existing datamart; may throw
 * @returns {Promise<{ id: string }>}
 */
export async function update(session, datamart, { options, signal, retries }, examine) {
  const { body } = buildRequest(datamart, { ...options, operation: 'update' })
  const { datamartName: name, ...changes } = JSON.parse(body)
  const before = await examine?.(name, changes)
  return settled(session.run('update', { body, datamart: { ...changes, name }, options, signal, retries }), name, async () => {
    const found = await find(session, name, signal)
    if (!found) return 'not-done'
    // The API keeps omitted fields.
    const sent = { ...(before ?? found).datamart, ...changes, name }
    const isChange = before && !isSame(before, sent)
    // The list does not show all fields, so the others may have changed or not.
    if (isSame(found, sent)) return isChange || !hasUnseen(found, sent) ? 'done' : 'unknown'
    return isChange && isSame(found, before.datamart) ? 'not-done' : 'unknown'
  })
}

/**
 * @param {Session} session
 * @param {string} name
 * @param {Omit<How, 'options'>} how
 * @returns {Promise<{ id: string }>}
 */
export async function remove(session, name, { signal, retries }) {
  const removed = session.run('delete', { parameters: { datamartName: name }, signal, retries }).then(() => ({ id: name }))
  return settled(removed, name, async () => ((await find(session, name, signal)) ? 'not-done' : 'done'))
}

/**
 * @param {Promise<{ id: string }>} writing
 * @param {string} id
 * @param {() => Promise<Outcome>} lookUp
 */
async function settled(writing, id, lookUp) {
  try {
    return await writing
  } catch (error) {
    if (!(error instanceof DatamartApiError) || error.outcome !== 'unknown') throw error
    const outcome = await lookUp().catch((failure) => {
      // An abort ends the look-up, too.
      if (!(failure instanceof DatamartApiError)) throw failure
      return /** @type {const} */ ('unknown')
    })
    if (outcome === 'done') return { id }
    throw new DatamartApiError(error.message, { ...error, outcome })
  }
}

/** @param {Session} session @param {string} name @param {Signal} [signal] */
export async function find(session, name, signal) {
  return (await session.list(signal)).find(({ datamart }) => datamart.name === name)
}

/** Whether the list shows what was sent. @param {ImportedDatamart} found @param {Datamart} sent */
function isSame(found, sent) {
  return !differ(mergeUnseen(found, sent), sent)
}

/** Whether fields were sent that the list does not show. @param {ImportedDatamart} found @param {Datamart} sent */
function hasUnseen(found, sent) {
  return differ(found.datamart, mergeUnseen(found, sent))
}

/** The order does not matter. @param {Datamart} before @param {Datamart} after */
function differ(before, after) {
  return diffDatamarts(before, after).changes.some(({ kind }) => kind !== 'moved')
}
