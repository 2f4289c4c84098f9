/** What the tests of the client and the gateway have in common. */

import { createClient } from 'datamart-validator/client'
import { startStandIn } from '../../support/stand-in-api/index.mjs'

/** A datamart that the stand-in accepts, made anew, with some fields changed. */
export const stored = (changes = {}) => ({
  name: 'sales',
  datasourceName: 'warehouse',
  tableList: [{ name: 'orders', schemaName: 'public', columns: [{ name: 'id' }, { name: 'total', label: 'Total' }] }],
  ...changes,
})

export const TENANCY = { tenancyLevel: 'DATABASE' }

/** @param {import('node:test').TestContext} t @param {Parameters<typeof startStandIn>[0]} [options] */
export async function standIn(t, options) {
  const api = await startStandIn(options)
  t.after(() => api.close())
  return api
}

/**
 * A stand-in and a client of it.
 *
 * @param {import('node:test').TestContext} t
 * @param {import('datamart-validator/client').ClientOptions} [options]
 * @param {Parameters<typeof startStandIn>[0]} [ofApi]
 */
export async function clientOf(t, options, ofApi) {
  const api = await standIn(t, ofApi)
  return { api, client: createClient({ serviceToken: api.token, baseUrl: api.url, ...options }) }
}

/** What a promise is rejected with. @param {Promise<unknown>} promise @returns {Promise<any>} */
export async function failureOf(promise) {
  const settled = await promise.then(
    (value) => ({ value }),
    (error) => ({ error }),
  )
  if (!('error' in settled)) throw new Error(`resolved with ${JSON.stringify(settled.value)}`)
  return settled.error
}
