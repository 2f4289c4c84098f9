/**
 * The API's operations, for servers, and through a gateway for pages. Types and documentation are
 * in `client.d.ts`.
 */
// @ts-check

import { assertOptions } from '../boundary/options.js'
import { DatamartUnseenError } from '../remote/errors.js'
import { createLive } from '../remote/live.js'
import { assertValidateOptions, expect } from '../remote/options.js'
import { connect, unwrapped } from '../remote/session.js'
import { create, find, remove, update } from '../remote/writes.js'
import { examine } from './examine.js'

export { DatamartApiError, DatamartUnseenError } from '../remote/errors.js'

/** @typedef {import('../../client.d.ts').CallOptions | null | undefined} CallOptions */
/** @typedef {import('../../client.d.ts').Client} Client */
/** @typedef {import('../remote/writes.js').How} How */
/** @typedef {import('../remote/session.js').Session} Session */

/** @type {typeof import('../../client.d.ts').createClient} */
export function createClient(given) {
  assertOptions(given)
  const { serviceToken, baseUrl, fetch, timeout, retries, validate, ...options } = given ?? {}
  expect(validate == null || validate === 'live', 'validate', '`live`')
  expect(!('operation' in options), 'operation', 'none, because each method has its own')
  const needsToken = typeof serviceToken === 'function' || baseUrl == null
  const open = connect({ serviceToken, baseUrl, fetch, timeout, retries, needsToken })
  assertValidateOptions(options)
  const live = validate === 'live' ? createLive() : undefined

  /** @param {CallOptions} call */
  async function begin(call) {
    call?.signal?.throwIfAborted()
    return { session: await open(), signal: call?.signal }
  }

  /**
   * @param {'create' | 'update'} operation
   * @param {unknown} datamart
   * @param {CallOptions} call
   */
  async function write(operation, datamart, call) {
    const { session, signal } = await begin(call)
    /** @param {How['options']} known */
    const send = (known) => {
      const how = { options: known, signal }
      return operation === 'create'
        ? create(session, datamart, how)
        : update(session, datamart, how, (name, changes) => examine(session, datamart, how, name, changes))
    }
    return live ? live.write(session, datamart, operation, options, signal, send) : send(options)
  }

  /** @type {Client} */
  const client = {
    async listDatamarts(call) {
      const { session, signal } = await begin(call)
      return session.list(signal)
    },
    async getDatamart(name, call) {
      assertName(name)
      const { session, signal } = await begin(call)
      return find(session, name, signal)
    },
    async createDatamart(datamart, call) {
      return write('create', datamart, call)
    },
    async updateDatamart(given, call) {
      const { datamart, unseen } = Object(given)
      if (!Array.isArray(unseen) || datamart === undefined) return write('update', given, call)
      if (unseen.length > 0 && !call?.ignoreUnseen) throw new DatamartUnseenError(unseen)
      return write('update', datamart, call)
    },
    async deleteDatamart(name, call) {
      assertName(name)
      const { session, signal } = await begin(call)
      await remove(session, name, { signal })
      live?.forgetNames(session)
    },
    async listDatasources(call) {
      const { session, signal } = await begin(call)
      return unwrapped(await session.run('datasources', { signal }))
    },
    async getSchema(datasourceName, call) {
      assertName(datasourceName)
      const { session, signal } = await begin(call)
      return unwrapped(await session.run('schema', { parameters: { datasourceName }, signal }))
    },
  }
  return Object.freeze(client)
}

/** @param {unknown} name */
function assertName(name) {
  if (typeof name !== 'string' || name.trim() === '') throw new TypeError('datamart-validator: the name must be a non-blank string')
}
