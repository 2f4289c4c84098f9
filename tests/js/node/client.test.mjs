/** The client's operations, against the stand-in. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DatamartInvalidError, mergeUnseen } from 'datamart-validator'
import { createClient, DatamartApiError, DatamartUnseenError } from 'datamart-validator/client'
import { clientOf, failureOf, standIn, stored, TENANCY } from './support/api.mjs'

test('a datamart is created, read, updated and deleted', async (t) => {
  const { api, client } = await clientOf(t)
  assert.deepEqual(await client.createDatamart(stored()), { id: 'sales' })
  assert.deepEqual(api.store.datamarts.get('sales'), stored())

  const found = await client.getDatamart('sales')
  assert.deepEqual(found?.datamart, stored())
  assert.equal(await client.getDatamart('none'), undefined)

  const changed = stored({ tableList: [{ name: 'customers', schemaName: 'public', columns: [{ name: 'id' }] }] })
  assert.deepEqual(await client.updateDatamart(changed), { id: 'sales' })
  assert.deepEqual(api.store.datamarts.get('sales'), { ...changed, relationships: [] })

  assert.equal(await client.deleteDatamart('sales'), undefined)
  assert.equal(api.store.datamarts.size, 0)
  assert.deepEqual(api.store.writes.map(({ operation }) => operation), ['create', 'update', 'delete'])
})

test('JSON text is accepted as well', async (t) => {
  const { api, client } = await clientOf(t)
  await client.createDatamart(`\ufeff${JSON.stringify(stored())}`)
  await client.updateDatamart(JSON.stringify(stored({ datasourceName: undefined })))
  assert.deepEqual(api.store.writes.map(({ operation }) => operation), ['create', 'update'])
})

test('requests are the vendor\'s to the letter', async (t) => {
  const { api, client } = await clientOf(t)
  const name = 'Umsätze & "mehr" +1/2'
  await client.listDatasources()
  await client.getSchema('warehouse')
  await client.listDatamarts()
  await failureOf(client.deleteDatamart(name))
  await client.createDatamart(stored())
  await client.updateDatamart(stored())
  assert.deepEqual(
    api.calls.map(({ method, url }) => `${method} ${url}`),
    [
      'GET /api/v2/datasource/',
      'GET /api/v2/datasource/schema?datasourceName=warehouse',
      'GET /api/v2/data-app/datamarts?isPagination=true&pageNumber=1',
      `DELETE /api/v2/data-app/datamart?datamartName=${encodeURIComponent(name)}`,
      'POST /api/v2/data-app/datamarts',
      'GET /api/v2/data-app/datamarts?isPagination=true&pageNumber=1',
      'PUT /api/v2/data-app/datamarts',
    ],
  )
  for (const { headers, body } of api.calls) {
    assert.equal(headers.authorization, `Bearer ${api.token}`)
    assert.equal(headers.accept, 'application/json')
    assert.equal(headers['content-type'], body === '' ? undefined : 'application/json')
  }
})

test('all pages are read, whichever their number', async (t) => {
  for (const count of [0, 1, 9, 10, 11, 20, 35]) {
    const { api, client } = await clientOf(t, {}, { untidy: count % 2 === 1, wrapped: count > 15 })
    for (let at = 0; at < count; at++) api.store.create(stored({ name: `sales-${at}` }))
    const found = await client.listDatamarts()
    assert.deepEqual(found.map(({ datamart }) => datamart.name), [...api.store.datamarts.keys()])
    assert.equal(api.count('list'), Math.floor(count / 10) + 1)
  }
})

test('the list ends even if the server ignores page numbers', async (t) => {
  const { api, client } = await clientOf(t)
  const data = Array.from({ length: 12 }, (_, at) => ({ name: `sales-${at}`, companyIntegration: { name: 'warehouse' }, datamartTables: [] }))
  api.fail('reply', { operation: 'list', times: 100, status: 200, body: { data } })
  assert.equal((await client.listDatamarts()).length, 12)
  assert.equal(api.count('list'), 2)
})

test('datasources and schemas are accepted as options', async (t) => {
  for (const wrapped of [false, true]) {
    const { client } = await clientOf(t, {}, { wrapped })
    const datasources = await client.listDatasources()
    assert.deepEqual(datasources[1], { name: 'archive', isAuthenticated: true, isDisabled: true })
    const catalog = await client.getSchema('warehouse')
    assert.equal(catalog.tables[0].columns[0].dataType, 'integer')
    const { client: strict } = await clientOf(t, { datasources, catalog })
    const error = await failureOf(strict.createDatamart(stored({ datasourceName: 'archive' })))
    assert.equal(error.issues[0].code, 'unusable-datasource')
  }
})

test('an invalid datamart is not sent', async (t) => {
  const { api, client } = await clientOf(t, { datasourceType: 'postgres' })
  for (const wrong of [{}, '{ "name": ', null, stored({ tableList: [{ name: 'orders', columns: [{ name: 'id' }] }] })]) {
    assert.ok((await failureOf(client.createDatamart(wrong))) instanceof DatamartInvalidError)
    assert.ok((await failureOf(client.updateDatamart(wrong))) instanceof DatamartInvalidError)
  }
  assert.deepEqual(api.calls, [])
})

test('a rejected datamart is an error with issues at the field', async (t) => {
  const { client } = await clientOf(t)
  await client.createDatamart(stored())
  const error = await failureOf(client.createDatamart(stored()))
  assert.ok(error instanceof DatamartApiError)
  assert.ok(error instanceof Error)
  const { status, code, outcome, isRetryable, issues } = error
  assert.deepEqual({ status, code, outcome, isRetryable }, { status: 400, code: 'INVALID_REQUEST_BODY', outcome: 'not-done', isRetryable: false })
  assert.deepEqual(issues.map(({ path }) => path), [['name']])
  assert.deepEqual(JSON.parse(JSON.stringify(error)), { name: 'DatamartApiError', message: error.message, status, code, outcome, isRetryable, issues: JSON.parse(JSON.stringify(issues)) })
})

test('a wrong token is an error of the API', async (t) => {
  const { client } = await clientOf(t, { serviceToken: 'another-token' })
  const { status, code, outcome } = await failureOf(client.listDatamarts())
  assert.deepEqual({ status, code, outcome }, { status: 400, code: 'AUTH_ERROR', outcome: 'not-done' })
})

test('an imported datamart is not sent before the unseen fields are merged, or ignored explicitly', async (t) => {
  const { api, client } = await clientOf(t)
  const full = stored({ tableList: [{ name: 'orders', schemaName: 'public', columns: [{ name: 'revenue', isCustomColumn: true, isAggregate: true, sql: 'SUM(total)' }] }] })
  await client.createDatamart(full)
  const imported = await client.getDatamart('sales')
  const error = await failureOf(client.updateDatamart(imported))
  assert.ok(error instanceof DatamartUnseenError)
  assert.equal(error.code, 'DATAMART_UNSEEN')
  assert.ok(error.unseen.includes('isAggregate'))
  assert.ok((await failureOf(client.updateDatamart({ ...imported, datamart: full }))) instanceof DatamartUnseenError)
  assert.equal(api.count('update'), 0)

  await client.updateDatamart(mergeUnseen(imported, full))
  assert.deepEqual(api.store.datamarts.get('sales').tableList, full.tableList)
  await client.updateDatamart(imported, { ignoreUnseen: true })
  assert.equal(api.store.datamarts.get('sales').tableList[0].columns[0].isAggregate, undefined)
  await client.updateDatamart(imported.datamart)
  assert.equal(api.count('update'), 3)
})

test('an update that the API cannot carry out is refused', async (t) => {
  const { api, client } = await clientOf(t)
  await client.createDatamart(stored({ tenancySettings: TENANCY }))
  const elsewhere = await failureOf(client.updateDatamart(stored({ datasourceName: 'archive', tenancySettings: TENANCY })))
  assert.ok(elsewhere instanceof DatamartInvalidError)
  assert.deepEqual(elsewhere.issues.map(({ path }) => path), [['datasourceName']])
  const open = await failureOf(client.updateDatamart(stored({ tenancySettings: null })))
  assert.deepEqual(open.issues.map(({ path }) => path), [['tenancySettings']])
  const missing = await failureOf(client.updateDatamart(stored({ name: 'sale' })))
  assert.ok(missing instanceof DatamartInvalidError)
  assert.deepEqual(missing.issues.map(({ code, suggestion }) => [code, suggestion]), [['unknown-datamart', 'sales']])
  assert.equal(api.count('update'), 0)
  await client.updateDatamart(stored({ datasourceName: undefined, tenancySettings: TENANCY }))
  assert.equal(api.count('update'), 1)
})

test('a token may come from a function, and is checked when it is needed', async (t) => {
  const api = await standIn(t)
  let asked = 0
  const client = createClient({ baseUrl: api.url, serviceToken: async () => (asked++, api.token) })
  assert.equal(asked, 0)
  await client.listDatamarts()
  await client.listDatasources()
  assert.equal(asked, 2)
  await createClient({ baseUrl: api.url, serviceToken: () => api.token }).listDatamarts()

  for (const serviceToken of [() => undefined, async () => null, () => '', () => '${DATABRAIN_SERVICE_TOKEN}', '$TOKEN', 'undefined', ' ', 'two words', 'line\nbreak']) {
    const error = await failureOf(createClient({ baseUrl: api.url, serviceToken }).listDatamarts())
    assert.ok(error instanceof TypeError, String(serviceToken))
  }
  assert.ok((await failureOf(createClient({ serviceToken: undefined }).listDatamarts())) instanceof TypeError)
  assert.ok((await failureOf(createClient().createDatamart(stored()))) instanceof TypeError)
  const own = new Error('no secrets today')
  assert.equal(await failureOf(createClient({ serviceToken: () => Promise.reject(own) }).listDatamarts()), own)
})

test('wrong options are a TypeError at once', () => {
  const wrong = [
    { baseUrl: 'https://api.usedatabrain.com/api/v2' },
    { baseUrl: 'http://example.com' },
    { timeout: 0 },
    { timeout: '30' },
    { timeout: NaN },
    { retries: -1 },
    { retries: 1.5 },
    { fetch: {} },
    { validate: true },
    { operation: 'update' },
    { datasourceType: 'postgresql' },
    { token: 'x' },
    [],
    'https://example.com',
    Object.create({ serviceToken: 'x' }),
  ]
  for (const options of wrong) assert.throws(() => createClient(/** @type {any} */ (options)), TypeError, JSON.stringify(options))
})

test('impossible names are a TypeError', async (t) => {
  const { api, client } = await clientOf(t)
  for (const name of [undefined, null, '', ' ', 5]) {
    for (const method of ['getDatamart', 'deleteDatamart', 'getSchema']) assert.ok((await failureOf(client[method](name))) instanceof TypeError)
  }
  assert.ok((await failureOf(client.deleteDatamart('\ud800'))) instanceof URIError)
  assert.deepEqual(api.calls, [])
})

test('without a token the final slash is omitted, and no `Authorization` is sent', async (t) => {
  const calls = []
  const fetch = async (url, { headers }) => {
    calls.push([url, headers.Authorization])
    return Response.json({ data: [] })
  }
  await createClient({ baseUrl: '/api/databrain', fetch }).listDatasources()
  assert.deepEqual(calls, [['/api/databrain/api/v2/datasource', undefined]])
  const error = await failureOf(createClient({ baseUrl: '/api/databrain' }).listDatasources())
  assert.ok(error instanceof TypeError)
  assert.match(error.message, /baseUrl/)
})
