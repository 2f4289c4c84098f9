/** The gateway on Node.js: the scenarios of every runtime, and its options. */

import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createGateway } from 'datamart-validator/gateway'
import { gatewayFor } from '../support/gateway/program.mjs'
import { serve } from '../support/gateway/node-server.mjs'
import { SCENARIOS } from '../support/gateway/scenarios.mjs'
import { startStandIn } from '../support/stand-in-api/index.mjs'

const api = await startStandIn()
const server = await serve(gatewayFor({ API_URL: api.url, TOKEN: api.token }))
after(async () => {
  await server.close()
  await api.close()
})

for (const [name, run] of Object.entries(SCENARIOS)) {
  test(name, async (t) => {
    api.reset()
    const log = t.mock.method(console, 'error', () => {})
    const logged = async (pattern) => {
      const text = log.mock.calls.map(({ arguments: [line] }) => line).join('\n')
      assert.match(text, pattern)
      return text
    }
    await run({ api, address: server.address, logged })
  })
}

const ALLOWED = { serviceToken: 'dbn_test_token', authorize: () => true }

test('wrong options are a TypeError at once', () => {
  for (const options of [
    undefined,
    {},
    { serviceToken: 'x' },
    { ...ALLOWED, authorize: true },
    { ...ALLOWED, operations: ['read'] },
    { ...ALLOWED, operations: 'create' },
    { ...ALLOWED, operations: ['constructor'] },
    { ...ALLOWED, basePath: 'api' },
    { ...ALLOWED, basePath: '/api?x' },
    { ...ALLOWED, basePath: '/a/../b' },
    { ...ALLOWED, basePath: '//host' },
    { ...ALLOWED, allowedOrigins: ['*'] },
    { ...ALLOWED, allowedOrigins: ['https://app.example/'] },
    { ...ALLOWED, allowedOrigins: ['null'] },
    { ...ALLOWED, allowedOrigins: 'https://app.example' },
    { ...ALLOWED, baseUrl: 'http://example.com' },
    { ...ALLOWED, baseUrl: 'https://example.com/api/v2' },
    { ...ALLOWED, maxBytes: 0 },
    { ...ALLOWED, timeout: -1 },
    { ...ALLOWED, validate: 'lively' },
    { ...ALLOWED, validate: { datasourceType: 'none' } },
    { ...ALLOWED, retries: 1 },
  ]) {
    assert.throws(() => createGateway(/** @type {any} */ (options)), TypeError, JSON.stringify(options))
  }
  createGateway({ ...ALLOWED, serviceToken: undefined })
  createGateway({ ...ALLOWED, basePath: '/api/', allowedOrigins: [], operations: [] })
})

test('a route of Next.js has each method', () => {
  const gateway = createGateway(ALLOWED)
  assert.deepEqual(Object.keys(gateway.handlers).sort(), ['DELETE', 'GET', 'OPTIONS', 'POST', 'PUT'])
  assert.ok(Object.values(gateway.handlers).every((handler) => handler === gateway))
})

test('what the platform passes reaches every function', async () => {
  const seen = []
  const gateway = createGateway({
    serviceToken: (...platform) => (seen.push(['serviceToken', ...platform]), 'dbn_test_token'),
    authorize: (request, operation, ...platform) => (seen.push([operation, ...platform]), true),
    validate: (request, ...platform) => (seen.push(['validate', ...platform]), {}),
    fetch: async () => Response.json({ id: 'sales' }),
  })
  const request = new Request('https://app.example/api/databrain/api/v2/data-app/datamarts', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"name":"sales","datasourceName":"w","tableList":[{"name":"o","columns":[{"name":"id"}]}]}',
  })
  assert.equal((await gateway(request, 'env', 'context')).status, 200)
  assert.deepEqual(seen, [['create', 'env', 'context'], ['serviceToken', 'env', 'context'], ['validate', 'env', 'context']])
  assert.equal(request.bodyUsed, false)
})
