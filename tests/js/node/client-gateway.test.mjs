/**
 * The client and the gateway together, as in a page: without a token, and with what the gateway
 * tells.
 */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DatamartInvalidError } from 'datamart-validator'
import { createClient, DatamartApiError } from 'datamart-validator/client'
import { createGateway } from 'datamart-validator/gateway'
import { failureOf, standIn, stored, TENANCY } from './support/api.mjs'

/**
 * @param {import('node:test').TestContext} t
 * @param {Partial<import('datamart-validator/gateway').GatewayOptions>} [options]
 * @param {Partial<import('datamart-validator/client').ClientOptions>} [ofClient]
 */
async function pageOf(t, options, ofClient) {
  const api = await standIn(t)
  const gateway = createGateway({ serviceToken: api.token, authorize: () => true, baseUrl: api.url, ...options })
  /** @type {Request[]} */
  const requests = []
  const fetch = async (url, init) => {
    const request = new Request(url, init)
    requests.push(request)
    return gateway(request)
  }
  return { api, requests, client: createClient({ baseUrl: 'https://app.example/api/databrain', fetch, ...ofClient }) }
}

const ALL = /** @type {const} */ (['create', 'update', 'delete', 'list', 'datasources', 'schema'])

test('every operation works through a gateway, without a token', async (t) => {
  const { api, client, requests } = await pageOf(t, { operations: ALL })
  await client.createDatamart(stored())
  assert.deepEqual((await client.getDatamart('sales')).datamart, stored())
  await client.updateDatamart(stored({ tableList: [{ name: 'tenants', schemaName: 'public', columns: [{ name: 'id' }] }] }))
  assert.equal((await client.listDatasources()).length, 2)
  assert.equal((await client.getSchema('warehouse')).tables.length, 3)
  await client.deleteDatamart('sales')
  assert.deepEqual(api.store.writes.map(({ operation }) => operation), ['create', 'update', 'delete'])
  assert.ok(requests.every(({ headers, url }) => !headers.has('authorization') && !new URL(url).pathname.endsWith('/')))
})

test('what the gateway or the API finds wrong arrives as issues', async (t) => {
  const { client } = await pageOf(t, { validate: { datasourceType: 'postgres' } })
  const open = stored({ tableList: [{ name: 'orders', columns: [{ name: 'id' }] }] })
  const refused = await failureOf(client.createDatamart(open))
  assert.ok(refused instanceof DatamartApiError)
  assert.deepEqual([refused.status, refused.outcome, refused.issues[0].code, refused.issues[0].path], [422, 'not-done', 'schema-required', ['tableList', 0, 'schemaName']])
  await client.createDatamart(stored())
  const taken = await failureOf(client.createDatamart(stored()))
  assert.deepEqual([taken.status, taken.issues[0].path], [400, ['name']])
})

test('the gateway reports the outcome of a write, so the client does not need the list', async (t) => {
  const { api, client, requests } = await pageOf(t, {}, { retries: 0 })
  api.fail('drop', { operation: 'create' })
  const { status, outcome, isRetryable } = await failureOf(client.createDatamart(stored()))
  assert.deepEqual({ status, outcome, isRetryable }, { status: 502, outcome: 'not-done', isRetryable: true })
  api.fail('drop', { operation: 'create', after: true })
  assert.deepEqual(await client.createDatamart(stored()), { id: 'sales' })
  assert.ok(requests.every(({ method }) => method === 'POST'))
})

test('an update works through a gateway that does not serve the list', async (t) => {
  const { api, client } = await pageOf(t, { operations: ['update'] })
  api.store.create(stored({ tenancySettings: TENANCY }))
  assert.deepEqual(await client.updateDatamart(stored({ tenancySettings: TENANCY })), { id: 'sales' })
  const serving = await pageOf(t, { operations: ['update', 'list'] })
  serving.api.store.create(stored({ tenancySettings: TENANCY }))
  assert.ok((await failureOf(serving.client.updateDatamart(stored()))) instanceof DatamartInvalidError)
})

test('429 is waited for by the client, not by the gateway', async (t) => {
  const { api, client, requests } = await pageOf(t)
  api.fail('rate-limit', { operation: 'create', times: 2, retryAfter: '0' })
  assert.deepEqual(await client.createDatamart(stored()), { id: 'sales' })
  assert.equal(requests.length, 3)
})

test('a refused user gets a clear error', async (t) => {
  const { client } = await pageOf(t, { authorize: () => false })
  const { status, code, outcome } = await failureOf(client.createDatamart(stored()))
  assert.deepEqual({ status, code, outcome }, { status: 403, code: 'FORBIDDEN', outcome: 'not-done' })
  const { client: closed } = await pageOf(t)
  assert.equal((await failureOf(closed.deleteDatamart('sales'))).status, 404)
})
