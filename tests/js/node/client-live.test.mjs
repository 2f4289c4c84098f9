/**
 * `validate: 'live'`: what the API itself knows, asked for as seldom as possible, and never out of
 * date when something is refused.
 */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createClient } from 'datamart-validator/client'
import { createGateway } from 'datamart-validator/gateway'
import { clientOf, failureOf, standIn, stored } from './support/api.mjs'

const LIVE = /** @type {const} */ ({ validate: 'live' })
const MINUTE = 60_000

const codes = ({ issues }) => issues.map(({ code }) => code)
const withTable = (name, table) => stored({ name, tableList: [{ name: table, schemaName: 'public', columns: [{ name: 'id' }] }] })

/** Lets time pass for `Date.now()` alone. @param {import('node:test').TestContext} t */
function clock(t) {
  const { now } = Date
  let passed = 0
  t.mock.method(Date, 'now', () => now() + passed)
  return { pass: (milliseconds) => void (passed += milliseconds) }
}

test('unknown tables, datasources and names are found before anything is sent', async (t) => {
  const { api, client } = await clientOf(t, LIVE)
  assert.deepEqual(codes(await failureOf(client.createDatamart(withTable('sales', 'order')))), ['unknown-table'])
  assert.deepEqual(codes(await failureOf(client.createDatamart(stored({ datasourceName: 'Warehouse' })))), ['unknown-datasource'])
  assert.deepEqual(codes(await failureOf(client.updateDatamart(stored()))), ['unknown-datamart'])
  await client.createDatamart(stored())
  assert.deepEqual(codes(await failureOf(client.createDatamart(stored()))), ['datamart-name-taken'])
  assert.equal(api.count('create'), 1)
})

test('schemas and names are requested once, and again after minutes', async (t) => {
  const { pass } = clock(t)
  const { api, client } = await clientOf(t, LIVE)
  const asked = () => ['datasources', 'schema'].map((operation) => api.count(operation))
  await Promise.all(['a', 'b', 'c'].map((name) => client.createDatamart(stored({ name }))))
  assert.deepEqual(asked(), [1, 1])
  assert.equal(api.count('list'), 1)
  pass(4 * MINUTE)
  await client.createDatamart(stored({ name: 'd' }))
  assert.deepEqual(asked(), [1, 1])
  pass(2 * MINUTE)
  await client.createDatamart(stored({ name: 'e' }))
  assert.deepEqual(asked(), [2, 2])
})

test('a datamart that is invalid by itself causes no request', async (t) => {
  const { api, client } = await clientOf(t, LIVE)
  assert.deepEqual(codes(await failureOf(client.createDatamart(stored({ name: ' ' })))), ['required'])
  await failureOf(client.createDatamart('{'))
  assert.deepEqual(api.calls, [])
})

test('outdated replies are no reason to refuse a datamart', async (t) => {
  const { pass } = clock(t)
  const tables = [{ name: 'orders', schema: 'public', columns: [{ name: 'id', dataType: 'integer' }] }]
  const { api, client } = await clientOf(t, LIVE, { datasources: { warehouse: { tables } } })
  await client.createDatamart(withTable('a', 'orders'))
  // Another program changes the database, and the organisation.
  tables.push({ name: 'invoices', schema: 'public', columns: [{ name: 'id', dataType: 'integer' }] })
  api.store.create(withTable('b', 'orders'))
  api.store.remove('a')
  pass(MINUTE)
  await client.createDatamart(withTable('c', 'invoices'))
  await client.createDatamart(withTable('a', 'orders'))
  await client.updateDatamart(withTable('b', 'orders'))
  const before = api.calls.length
  assert.deepEqual(codes(await failureOf(client.createDatamart(withTable('d', 'nothing')))), ['unknown-table'])
  pass(MINUTE)
  assert.deepEqual(codes(await failureOf(client.createDatamart(withTable('d', 'nothing')))), ['unknown-table'])
  assert.ok(api.calls.length > before)
})

test('given options take precedence over the API', async (t) => {
  const catalog = { tables: [{ name: 'orders', schema: 'public', columns: [{ name: 'id', dataType: 'integer' }] }] }
  const { api, client } = await clientOf(t, { ...LIVE, catalog, rules: { 'unknown-column': 'off' }, datasources: null })
  assert.deepEqual(codes(await failureOf(client.createDatamart(withTable('a', 'customers')))), ['unknown-table'])
  assert.deepEqual(api.calls, [])
  await client.createDatamart(withTable('a', 'orders'))
  assert.deepEqual(['schema', 'datasources', 'list'].map((operation) => api.count(operation)), [0, 1, 1])
})

test('a failed request for the schema or the names is the error', async (t) => {
  const { api, client } = await clientOf(t, { ...LIVE, retries: 0 })
  api.fail('server-error', { operation: 'schema' })
  const { status, outcome } = await failureOf(client.createDatamart(stored()))
  assert.deepEqual({ status, outcome }, { status: 500, outcome: 'not-done' })
  assert.equal(api.count('create'), 0)
  await client.createDatamart(stored())
})

test('an abort ends the wait of one caller only', async (t) => {
  const { api, client } = await clientOf(t, LIVE)
  api.fail('rate-limit', { operation: 'datasources', retryAfter: '0' })
  const controller = new AbortController()
  const reason = new Error('enough')
  const [given, other] = [client.createDatamart(stored({ name: 'a' }), { signal: controller.signal }), client.createDatamart(stored({ name: 'b' }))]
  const failing = failureOf(given)
  while (api.count('datasources') === 0) await new Promise((resolve) => setImmediate(resolve))
  controller.abort(reason)
  assert.equal(await failing, reason)
  assert.deepEqual(await other, { id: 'b' })
})

test('organisations are kept apart by their tokens', async (t) => {
  const [one, two] = [await standIn(t, { token: 'dbn_token_of_one' }), await standIn(t, { token: 'dbn_token_of_two', datasources: { other: { tables: [] } } })]
  const gateway = createGateway({
    serviceToken: (token) => token,
    authorize: () => true,
    validate: 'live',
    baseUrl: one.url,
    // Each token has an API of its own.
    fetch: (url, init) => fetch(init.headers.Authorization.endsWith('two') ? url.replace(one.url, two.url) : url, init),
  })
  const post = (token) =>
    gateway(
      new Request('https://app.example/api/databrain/api/v2/data-app/datamarts', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(stored()) }),
      token,
    )
  assert.equal((await post(one.token)).status, 200)
  const other = await post(two.token)
  assert.equal(other.status, 422)
  assert.deepEqual(codes(await other.json()), ['unknown-datasource'])
})

test('a client that uses a gateway validates with what the gateway serves', async (t) => {
  const api = await standIn(t)
  const gateway = createGateway({ serviceToken: api.token, authorize: () => true, baseUrl: api.url, operations: ['create', 'list', 'datasources', 'schema'] })
  const client = createClient({ ...LIVE, baseUrl: 'https://app.example/api/databrain', fetch: (url, init) => gateway(new Request(url, init)) })
  assert.deepEqual(codes(await failureOf(client.createDatamart(withTable('a', 'order')))), ['unknown-table'])
  assert.deepEqual(await client.createDatamart(stored()), { id: 'sales' })
})
