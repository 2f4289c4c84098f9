/**
 * The stand-in behaves like the API, as far as that is known: the tests of the client and the
 * gateway depend on it.
 */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FAILURES, startStandIn } from '../support/stand-in-api/index.mjs'

const DATAMARTS = '/api/v2/data-app/datamarts'
const datamart = (name = 'sales') => ({
  name,
  datasourceName: 'warehouse',
  tableList: [{ name: 'orders', schemaName: 'public', columns: [{ name: 'id' }, { name: 'gross', isCustomColumn: true, sql: 'total * 1.19' }] }],
})

/** @param {import('node:test').TestContext} t @param {Parameters<typeof startStandIn>[0]} [options] */
async function started(t, options) {
  const api = await startStandIn(options)
  t.after(() => api.close())
  /** @param {string} method @param {string} path @param {unknown} [body] */
  const ask = async (method, path, body, token = api.token) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const response = await fetch(api.url + path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }), redirect: 'manual' })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  /** @param {Parameters<typeof ask>} asked */
  const json = async (...asked) => JSON.parse((await ask(...asked)).text)
  return { api, ask, json }
}

test('a datamart is created, listed, updated and deleted', async (t) => {
  const { api, json } = await started(t)
  assert.deepEqual(await json('POST', DATAMARTS, datamart()), { id: 'sales', error: null })
  assert.match((await json('POST', DATAMARTS, datamart())).error.message, /already exists/)
  const { data } = await json('GET', DATAMARTS)
  assert.equal(data.length, 1)
  assert.deepEqual(
    data[0].datamartTables[0].datamartTableColumns.map(({ columnName, datatype, sql }) => [columnName, datatype, sql]),
    [['id', 'integer', ''], ['gross', null, 'total * 1.19']],
  )
  assert.deepEqual(await json('PUT', DATAMARTS, { datamartName: 'sales', relationships: [] }), { id: 'sales' })
  assert.match((await json('PUT', DATAMARTS, datamart())).error.message, /required/)
  assert.deepEqual(await json('DELETE', '/api/v2/data-app/datamart?datamartName=sales'), { id: 'sales' })
  assert.match((await json('DELETE', '/api/v2/data-app/datamart?datamartName=sales')).error.message, /not found/)
  assert.deepEqual(api.store.writes.map(({ operation }) => operation), ['create', 'update', 'delete'])
})

test('lists have pages of ten, but only on request', async (t) => {
  const { api, json } = await started(t)
  for (let at = 0; at < 12; at++) api.store.create(datamart(`sales-${at}`))
  const names = async (query) => (await json('GET', `${DATAMARTS}?${query}`)).data.map(({ name }) => name)
  assert.equal((await names('')).length, 12)
  assert.equal((await names('isPagination=1')).length, 12)
  assert.equal((await names('isPagination=true')).length, 10)
  assert.deepEqual(await names('isPagination=true&pageNumber=2'), ['sales-10', 'sales-11'])
  assert.deepEqual(await names('isPagination=true&pageNumber=3'), [])
  const { data } = await json('GET', `${DATAMARTS}?expandDetails=false`)
  assert.equal(data[0].datamartTables, undefined)
})

test('paths are exact, and the token is checked', async (t) => {
  const { ask, json } = await started(t)
  assert.equal((await ask('GET', '/api/v2/datasource')).status, 404)
  assert.deepEqual((await json('GET', '/api/v2/datasource/')).data.map(({ name }) => name), ['warehouse', 'archive'])
  assert.equal((await json('GET', '/api/v2/datasource/schema?datasourceName=warehouse')).tableCount, 3)
  assert.equal((await json('GET', '/api/v2/datasource/schema?datasourceName=none')).error.code, 'DATASOURCE_NAME_ERROR')
  assert.equal((await json('GET', DATAMARTS, undefined, 'another')).error.code, 'AUTH_ERROR')
})

test('each failure happens as often as it is planned, before or after the operation', async (t) => {
  const { api, ask } = await started(t)
  for (const name of Object.keys(FAILURES).filter((name) => !['drop', 'drop-body', 'slow-body', 'silence'].includes(name))) {
    api.fail(name, { operation: 'create' })
    const { status, text } = await ask('POST', DATAMARTS, datamart())
    assert.ok(status !== 200 || !text.includes('"sales"'), `${name}: ${status} ${text}`)
  }
  assert.equal(api.store.datamarts.size, 0)
  for (const name of ['drop', 'drop-body']) {
    api.fail(name, { operation: 'create', after: true })
    await assert.rejects(ask('POST', DATAMARTS, datamart(name)))
    assert.ok(api.store.datamarts.has(name))
  }
  api.fail('rate-limit', { every: 3, retryAfter: '7' })
  const replies = []
  for (let at = 0; at < 6; at++) replies.push(await ask('GET', DATAMARTS))
  assert.deepEqual(replies.map(({ status }) => status), [200, 200, 429, 200, 200, 429])
  assert.equal(replies[2].headers.get('retry-after'), '7')
  api.recover()
  assert.equal((await ask('GET', DATAMARTS)).status, 200)
})
