/** Carries out an authorized request. */
// @ts-check

import { create, remove, update } from '../remote/writes.js'
import { textOf } from './request.js'

/** @typedef {import('../remote/operations.js').OperationName} OperationName */

/** The caller decides whether to wait and try again. */
const ONCE = { retries: 0 }

/**
 * @param {import('./options.js').Settings} settings
 * @param {import('./index.js').Context} context
 * @param {{ operation: OperationName, parameters: Record<string, string>, bytes: ArrayBuffer }} asked
 * @returns {Promise<unknown>} the body of the reply
 */
export async function carryOut(settings, context, { operation, parameters, bytes }) {
  const isWrite = operation === 'create' || operation === 'update'
  const text = isWrite ? textOf(context.request, bytes) : ''
  const session = await settings.open(...context.platform)
  context.redact = session.redact
  if (operation === 'delete') {
    settings.live?.forgetNames(session)
    return remove(session, parameters.datamartName, ONCE)
  }
  if (!isWrite) return session.run(operation, { parameters, ...ONCE })
  const datamart = operation === 'update' ? datamartOf(text) : text
  const run = operation === 'create' ? create : update
  const send = (/** @type {import('../remote/writes.js').How['options']} */ options) => run(session, datamart, { options, ...ONCE })
  const { live, validate } = settings
  if (live) return live.write(session, datamart, operation, {}, undefined, send)
  return send((typeof validate === 'function' ? await validate(context.request, ...context.platform) : validate) ?? {})
}

/**
 * The body of an update as the datamart that it describes. Anything else is validated as it is.
 *
 * @param {string} text
 */
function datamartOf(text) {
  try {
    const body = JSON.parse(text)
    if (typeof body !== 'object' || Array.isArray(body)) return text
    const { datamartName, ...changes } = body
    return { ...changes, name: datamartName }
  } catch {
    return text
  }
}
