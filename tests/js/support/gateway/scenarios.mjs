/** What a gateway does, whichever runtime it is in: each scenario is a test. */

import assert from 'node:assert/strict'
import { FAILURES } from '../stand-in-api/index.mjs'
import { ask } from './ask.mjs'

const DATAMARTS = '/api/v2/data-app/datamarts'
const JSON_TYPE = { 'content-type': 'application/json' }

/** @param {object} [changes] */
const datamart = (changes) => ({
  name: 'sales',
  datasourceName: 'warehouse',
  tableList: [{ name: 'orders', schemaName: 'public', columns: [{ name: 'id' }, { name: 'total' }] }],
  ...changes,
})

/** @param {object} [changes] */
const updateBody = (changes) => ({ datamartName: 'sales', tableList: [{ name: 'customers', schemaName: 'public', columns: [{ name: 'id' }] }], relationships: [], ...changes })

/**
 * @typedef {object} Given
 * @property {Awaited<ReturnType<typeof import('../stand-in-api/index.mjs').startStandIn>>} api
 * @property {string} address of the gateway
 * @property {(pattern: RegExp) => Promise<string>} logged waits until the gateway has logged
 * something, and returns all that it has logged
 */

/** @param {Given} given @param {string} base */
function caller({ address }, base = '/api/databrain') {
  /** @param {string} method @param {string} path @param {unknown} [body] @param {Record<string, string>} [headers] */
  return (method, path, body, headers) =>
    ask(address, method, base + path, { ...(body !== undefined && JSON_TYPE), ...headers }, body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body))
}

/** The gateway that soon stops waiting, for failures that nothing else ends. @param {string} failure */
const baseFor = (failure) => (['silence', 'slow-body'].includes(failure) ? '/quick' : '/api/databrain')

/** @type {Record<string, (given: Given) => Promise<void>>} */
export const SCENARIOS = {
  async 'serves every operation, with and without a slash'(given) {
    const { api } = given
    const call = caller(given)
    assert.deepEqual((await call('POST', DATAMARTS, datamart())).json(), { id: 'sales' })
    assert.deepEqual((await call('PUT', `${DATAMARTS}/`, updateBody())).json(), { id: 'sales' })
    assert.equal((await call('GET', `${DATAMARTS}?isPagination=true&pageNumber=1`)).json().data[0].name, 'sales')
    for (const path of ['/api/v2/datasource', '/api/v2/datasource/']) assert.equal((await call('GET', path)).json().data[0].name, 'warehouse')
    assert.equal((await call('GET', '/api/v2/datasource/schema?datasourceName=warehouse')).json().tableCount, 3)
    assert.equal((await call('DELETE', '/api/v2/data-app/datamart?datamartName=sales')).status, 200)
    assert.deepEqual(api.store.writes.map(({ operation }) => operation), ['create', 'update', 'delete'])
    assert.ok(api.calls.every(({ headers }) => headers.authorization === `Bearer ${api.token}`))
    assert.ok(api.calls.some(({ url }) => url === '/api/v2/datasource/'), 'towards the API with a slash')
    assert.deepEqual((await caller(given, '')('GET', DATAMARTS)).json(), { data: [] })
  },

  async 'serves nothing but the operations that are listed'(given) {
    const call = caller(given, '/least')
    assert.equal((await call('POST', DATAMARTS, datamart())).status, 200)
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']) {
      const { status, headers } = await call(method, DATAMARTS, method === 'PUT' ? updateBody() : undefined)
      assert.deepEqual([status, headers.allow], [405, 'POST'], method)
    }
    for (const path of ['/api/v2/datasource', '/api/v2/datasource/schema?datasourceName=warehouse', '/api/v2/data-app/datamart?datamartName=sales', '/', '']) {
      for (const method of ['GET', 'DELETE']) assert.equal((await call(method, path)).status, 404, path)
    }
    assert.equal(given.api.calls.length, 1)
  },

  async 'paths cannot be smuggled'(given) {
    const call = caller(given)
    for (const path of [
      '/api/v2/data-app/datamarts/semantic-layer',
      '/api/v2/data-app/../guest-token/create',
      '/api/v2/data-app%2fdatamarts',
      '/api/v2/data-app/datamarts%3Fx',
      '/api/v2/DATA-APP/datamarts',
      '/api/v2/dataApp/datamarts',
      '/api/v2/datasource/sync',
      '/api/v2/data-app/datamarts/http://127.0.0.1:9/',
      '@127.0.0.1:9/',
    ]) {
      for (const method of ['GET', 'POST']) assert.equal((await call(method, path, method === 'POST' ? datamart() : undefined)).status, 404, path)
    }
    assert.deepEqual(given.api.calls, [])
    // Equivalent spellings of a path are the same path.
    assert.equal((await call('GET', '/api/v2/x/../data-app/datamarts')).status, 200)
    assert.equal(given.api.calls[0].url, DATAMARTS)
  },

  async 'the query is rebuilt from the operation\'s own parameters'(given) {
    const { api } = given
    const call = caller(given)
    await call('GET', `${DATAMARTS}?isPagination=true&pageNumber=2&expandDetails=false&token=x&datamartName=sales#x`)
    await call('GET', '/api/v2/datasource/schema?x=1&datasourceName=a%26b%3Dc+d%2f..%2f')
    await call('DELETE', '/api/v2/data-app/datamart?datamartName=a%20b&force=true')
    await call('POST', `${DATAMARTS}?isPagination=true`, datamart())
    assert.deepEqual(
      api.calls.map(({ url }) => url),
      [
        `${DATAMARTS}?isPagination=true&pageNumber=2&expandDetails=false`,
        '/api/v2/datasource/schema?datasourceName=a%26b%3Dc%20d%2F..%2F',
        '/api/v2/data-app/datamart?datamartName=a%20b',
        DATAMARTS,
      ],
    )
    for (const query of ['', '?datamartName=', '?datamartName=a&datamartName=b', '?datamartname=a']) {
      assert.equal((await call('DELETE', `/api/v2/data-app/datamart${query}`)).status, 400, query)
    }
    assert.equal(api.calls.length, 4)
  },

  async 'no header of the browser reaches the API'(given) {
    const headers = {
      authorization: 'Bearer of-the-user',
      cookie: 'session=1',
      host: 'evil.example',
      forwarded: 'for=10.0.0.1',
      'x-forwarded-for': '10.0.0.1',
      'x-forwarded-host': 'evil.example',
      'x-http-method-override': 'DELETE',
      'x-user': 'anybody',
    }
    await caller(given)('POST', DATAMARTS, datamart(), headers)
    await caller(given)('GET', DATAMARTS, undefined, headers)
    const [{ headers: sent }] = given.api.calls
    assert.equal(sent.authorization, `Bearer ${given.api.token}`)
    assert.equal(sent.host, new URL(given.api.url).host)
    for (const call of given.api.calls) {
      for (const name of Object.keys(headers).filter((name) => !['authorization', 'host'].includes(name))) assert.equal(call.headers[name], undefined, name)
      assert.ok(!JSON.stringify(call.headers).includes('of-the-user'))
    }
  },

  async 'what is sent is what was validated, in the API\'s order'(given) {
    await caller(given)('POST', DATAMARTS, '{ "tableList": [{ "columns": [{ "name": "id" }], "schemaName": "public", "name": "orders" }],\n "$schema": "x", "datasourceName": "warehouse", "name": "sales", "relationships": null }')
    assert.equal(given.api.calls[0].body, '{"name":"sales","datasourceName":"warehouse","tableList":[{"name":"orders","schemaName":"public","columns":[{"name":"id"}]}]}')
  },

  async 'a datamart with errors is 422 with its issues'(given) {
    const call = caller(given)
    for (const [body, code] of [
      [datamart({ name: ' ' }), 'required'],
      ['{ "name": ', 'syntax'],
      ['', 'syntax'],
      ['{"name":"a","name":"b","datasourceName":"warehouse","tableList":[]}', 'duplicate-key'],
      ['[]', 'type'],
      ['null', 'type'],
      [updateBody(), 'wrong-document'],
    ]) {
      const { status, json } = await call('POST', DATAMARTS, body)
      assert.equal(status, 422)
      const codes = json().issues.map((issue) => issue.code)
      assert.ok(codes.includes(code), `${JSON.stringify(body)}: ${codes}`)
    }
    for (const body of [updateBody({ datamartName: undefined }), updateBody({ tableList: [] }), datamart(), '[]', 'null', '5', '"x"', '{']) {
      const { status, json } = await call('PUT', DATAMARTS, body)
      assert.equal(status, 422, JSON.stringify(body))
      assert.ok(json().issues.length > 0)
    }
    assert.deepEqual(given.api.calls, [])
  },

  async 'validation options may come from the request'(given) {
    const odd = datamart({ name: 'all sales' })
    const call = caller(given, '/strict')
    assert.equal((await call('POST', DATAMARTS, odd, { 'x-strict': 'yes' })).status, 422)
    assert.equal((await call('POST', DATAMARTS, odd)).status, 200)
  },

  async 'live validation requests the schema and the names once'(given) {
    const { api } = given
    const call = caller(given, '/live')
    for (const [changes, code] of [
      [{ datasourceName: 'nowhere' }, 'unknown-datasource'],
      [{ datasourceName: 'archive' }, 'unusable-datasource'],
      [{ tableList: [{ name: 'order', schemaName: 'public', columns: [{ name: 'id' }] }] }, 'unknown-table'],
    ]) {
      const { status, json } = await call('POST', DATAMARTS, datamart(changes))
      assert.deepEqual([status, json().issues[0].code], [422, code])
    }
    const asked = api.calls.length
    assert.deepEqual([api.count('datasources'), api.count('schema') <= 2], [1, true])
    assert.equal((await call('POST', DATAMARTS, datamart())).status, 200)
    assert.equal(api.calls.length, asked + 1)
    assert.equal((await call('POST', DATAMARTS, datamart())).json().issues[0].code, 'datamart-name-taken')
    assert.equal((await call('PUT', DATAMARTS, updateBody())).status, 200)
    assert.equal((await call('PUT', DATAMARTS, updateBody({ datamartName: 'sale' }))).json().issues[0].code, 'unknown-datamart')
    assert.equal((await call('PUT', DATAMARTS, updateBody({ tableList: datamart().tableList.concat({ name: 'none', schemaName: 'public', columns: [{ name: 'id' }] }) }))).status, 422)
    assert.deepEqual(api.store.writes.map(({ operation }) => operation), ['create', 'update'])
  },

  async 'only `true` lets a request through'(given) {
    const call = caller(given)
    for (const user of ['denied', 'truthy']) {
      const { status, json } = await call('POST', DATAMARTS, datamart(), { 'x-user': user })
      assert.deepEqual([status, json().error.code], [403, 'FORBIDDEN'])
    }
    assert.equal((await call('GET', DATAMARTS, undefined, { 'x-user': 'denied' })).status, 403)
    assert.equal((await call('POST', DATAMARTS, '{', { 'x-user': 'denied' })).status, 403, 'before anything is validated')
    assert.equal((await call('POST', DATAMARTS, datamart(), { 'x-user': 'only-list' })).status, 403)
    assert.deepEqual(given.api.calls, [])
    assert.equal((await call('GET', DATAMARTS, undefined, { 'x-user': 'only-list' })).status, 200)
  },

  async '`authorize` may read the body'(given) {
    const call = caller(given)
    assert.equal((await call('POST', DATAMARTS, datamart(), { 'x-user': 'reader' })).status, 200)
    assert.equal((await call('POST', DATAMARTS, datamart({ name: 'others' }), { 'x-user': 'reader' })).status, 403)
    assert.deepEqual([...given.api.store.datamarts.keys()], ['sales'])
  },

  async '`authorize` that throws, or takes too long, is 500 without details'(given) {
    for (const [base, user] of [['/api/databrain', 'failing'], ['/quick', 'slow']]) {
      const { status, text } = await caller(given, base)('POST', DATAMARTS, datamart(), { 'x-user': user })
      assert.equal(status, 500)
      assert.doesNotMatch(text, /session|authorize/)
    }
    assert.deepEqual(given.api.calls, [])
    await given.logged(/no session with/)
  },

  async 'a missing token is 500, and a line in the log'(given) {
    const { status, json } = await caller(given, '/without-token')('POST', DATAMARTS, datamart())
    assert.deepEqual([status, json().error.code], [500, 'INTERNAL_SERVER_ERROR'])
    await given.logged(/serviceToken/)
    assert.deepEqual(given.api.calls, [])
  },

  async 'pages of other sites are refused'(given) {
    const call = caller(given)
    const own = new URL(given.address).origin
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site', origin: own },
      { 'sec-fetch-site': 'something-new' },
      { origin: 'https://evil.example' },
      { origin: 'https://app.example.evil.example' },
      { origin: 'http://app.example' },
      { origin: 'null' },
      { origin: own.replace('http:', 'https:') },
    ]) {
      for (const method of ['POST', 'GET', 'OPTIONS']) {
        const { status, headers: replied } = await call(method, DATAMARTS, method === 'POST' ? datamart() : undefined, headers)
        assert.equal(status, 403, JSON.stringify(headers))
        assert.equal(replied['access-control-allow-origin'], undefined)
      }
    }
    assert.deepEqual(given.api.calls, [])
    for (const headers of [{}, { 'sec-fetch-site': 'same-origin' }, { 'sec-fetch-site': 'none' }, { origin: own }, { 'sec-fetch-site': 'same-origin', origin: 'https://front.example' }]) {
      const { status } = await call('GET', DATAMARTS, undefined, headers)
      assert.equal(status, 200, JSON.stringify(headers))
    }
  },

  async 'allowed origins get CORS headers, with every reply'(given) {
    const call = caller(given)
    const browser = { 'sec-fetch-site': 'cross-site', origin: 'https://app.example' }
    const preflight = await call('OPTIONS', DATAMARTS, undefined, { ...browser, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type,x-csrf' })
    assert.equal(preflight.status, 204)
    assert.equal(preflight.headers['access-control-allow-origin'], 'https://app.example')
    assert.equal(preflight.headers['access-control-allow-headers'], 'content-type,x-csrf')
    assert.deepEqual(preflight.headers['access-control-allow-methods'].split(', ').sort(), ['GET', 'POST', 'PUT'])
    given.api.fail('rate-limit', { operation: 'list', retryAfter: '7' })
    const replies = [
      await call('POST', DATAMARTS, datamart(), browser),
      await call('POST', DATAMARTS, '{', browser),
      await call('GET', DATAMARTS, undefined, browser),
      await call('PATCH', DATAMARTS, undefined, browser),
      await call('GET', '/nowhere', undefined, browser),
      await call('GET', DATAMARTS, undefined, { ...browser, 'x-user': 'denied' }),
    ]
    assert.deepEqual(replies.map(({ status }) => status), [200, 422, 429, 405, 404, 403])
    for (const { headers } of replies) {
      assert.equal(headers['access-control-allow-origin'], 'https://app.example')
      assert.equal(headers['access-control-expose-headers'], 'Retry-After')
      assert.match(headers.vary ?? '', /Origin/)
      assert.equal(headers['cache-control'], 'no-store')
    }
    assert.match((await call('GET', DATAMARTS)).headers.vary ?? '', /Origin/)
  },

  async 'bodies are counted while they arrive'(given) {
    const { address, api } = given
    const path = `/api/databrain${DATAMARTS}`
    const large = JSON.stringify(datamart({ name: 'x'.repeat(5000) }))
    const refused = [
      await ask(address, 'POST', path, { ...JSON_TYPE, 'content-length': String(large.length) }, large),
      await ask(address, 'POST', path, JSON_TYPE, large.match(/.{1,1000}/g) ?? []),
      await ask(address, 'POST', path, { ...JSON_TYPE, 'x-user': 'reader' }, large.match(/.{1,1000}/g) ?? []),
    ]
    for (const { status, json } of refused) assert.deepEqual([status, json().error.code], [413, 'PAYLOAD_TOO_LARGE'])
    assert.deepEqual(api.calls, [])
    const exact = JSON.stringify(datamart())
    assert.equal((await ask(address, 'POST', path, JSON_TYPE, `${exact}${' '.repeat(4096 - exact.length)}`)).status, 200)
    assert.equal((await ask(address, 'POST', path, JSON_TYPE, `${exact}${' '.repeat(4097 - exact.length)}`)).status, 413)
  },

  async 'only JSON in UTF-8 is accepted'(given) {
    const { address, api } = given
    const path = `/api/databrain${DATAMARTS}`
    const body = JSON.stringify(datamart({ name: 'söles' }))
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/json; charset=latin1', 'application/jsonp', '']) {
      const { status } = await ask(address, 'POST', path, type === '' ? {} : { 'content-type': type }, body)
      assert.equal(status, 415, type)
    }
    assert.equal((await ask(address, 'POST', path, JSON_TYPE, Buffer.from(body, 'latin1'))).status, 415)
    assert.deepEqual(api.calls, [])
    assert.equal((await ask(address, 'POST', path, { 'content-type': 'Application/JSON; Charset="UTF-8"' }, body)).status, 200)
  },

  async 'an API error about a datamart arrives with its status and with issues'(given) {
    const call = caller(given)
    await call('POST', DATAMARTS, datamart())
    const { status, json, headers } = await call('POST', DATAMARTS, datamart())
    assert.equal(status, 400)
    assert.equal(headers['content-type'], 'application/json')
    const { error, issues } = json()
    assert.deepEqual([error.code, error.outcome], ['INVALID_REQUEST_BODY', 'not-done'])
    assert.deepEqual(issues.map(({ path }) => path), [['name']])
    given.api.fail('ok-with-error', { operation: 'create' })
    assert.equal((await call('POST', DATAMARTS, datamart({ name: 'other' }))).status, 400)
  },

  async '429 arrives with `Retry-After`, and is not retried'(given) {
    given.api.fail('rate-limit', { retryAfter: '7' })
    const { status, headers, json } = await caller(given)('POST', DATAMARTS, datamart())
    assert.deepEqual([status, headers['retry-after'], json().error.code, json().error.isRetryable], [429, '7', 'RATE_LIMIT', true])
    assert.equal(given.api.calls.length, 1)
    assert.equal((await caller(given)('POST', DATAMARTS, datamart())).status, 200)
  },

  async 'if the API rejects the gateway\'s token, the user does not seem to be logged out'(given) {
    for (const [status, code] of [[401, 'AUTHENTICATION_ERROR'], [403, 'X'], [400, 'AUTH_ERROR'], [400, 'INVALID_SERVICE_TOKEN']]) {
      given.api.fail('reply', { operation: 'list', status, body: { error: { code, message: 'no' } } })
      const reply = await caller(given)('GET', DATAMARTS)
      assert.equal(reply.status, 502)
      assert.doesNotMatch(reply.text, /AUTH/)
    }
    await given.logged(/rejects the service token/)
  },

  async 'an API that cannot be reached is 502'(given) {
    assert.equal((await caller(given, '/unreachable')('POST', DATAMARTS, datamart())).status, 502)
  },

  ...Object.fromEntries(
    Object.entries({ drop: 502, 'drop-body': 502, html: 502, truncated: 502, 'no-id': 502, 'server-error': 500, 'slow-body': 504, silence: 504 }).map(([failure, expected]) => [
      `a lost write is looked up: ${failure}`,
      /** @param {Given} given */
      async (given) => {
        const { api } = given
        const call = caller(given, baseFor(failure))
        const name = /** @type {keyof typeof FAILURES} */ (failure)
        api.fail(name, { operation: 'create' })
        const lost = await call('POST', DATAMARTS, datamart())
        assert.deepEqual([lost.status, lost.json().error.outcome], [expected, 'not-done'])
        api.fail(name, { operation: 'create', after: true })
        const done = await call('POST', DATAMARTS, datamart())
        assert.deepEqual([done.status, done.json()], [200, { id: 'sales' }])
        assert.equal(api.count('create'), 2)

        api.fail(name, { operation: 'update', after: true })
        if (failure !== 'no-id') {
          const updated = await call('PUT', DATAMARTS, updateBody())
          assert.deepEqual([updated.status, updated.json()], [200, { id: 'sales' }])
        }
        api.recover()
        if (['no-id', 'truncated'].includes(failure)) return
        api.fail(name, { operation: 'delete', after: true })
        assert.equal((await call('DELETE', '/api/v2/data-app/datamart?datamartName=sales')).status, 200)
        api.fail(name, { operation: 'delete' })
        assert.deepEqual(api.store.writes.map(({ operation }) => operation), ['create', 'update', 'delete'])
      },
    ]),
  ),

  async 'a failed read is not retried'(given) {
    for (const [failure, expected] of Object.entries({ drop: 502, html: 502, truncated: 502, redirect: 502, 'server-error': 500, 'ok-with-error': 400, silence: 504 })) {
      given.api.fail(/** @type {keyof typeof FAILURES} */ (failure), { operation: 'list' })
      assert.equal((await caller(given, baseFor(failure))('GET', DATAMARTS)).status, expected, failure)
    }
    assert.equal(given.api.calls.length, 7)
  },

  async 'redirects are not followed'(given) {
    given.api.fail('redirect', { body: `${given.api.url}${DATAMARTS}` })
    const { status, headers } = await caller(given)('POST', DATAMARTS, datamart())
    assert.deepEqual([status, headers.location], [502, undefined])
    assert.equal(given.api.calls.length, 1)
  },

  async 'the token is in no reply and in no log'(given) {
    const { api } = given
    for (const base of ['/api/databrain', '/least']) {
      for (const status of [200, 400, 401, 429, 500]) {
        for (const operation of ['create', 'list']) {
          api.fail('echo', { operation, status })
          const { text, headers } = await caller(given, base)(operation === 'create' ? 'POST' : 'GET', DATAMARTS, operation === 'create' ? datamart() : undefined)
          assert.ok(!text.includes(api.token), text)
          assert.ok(!JSON.stringify(headers).includes(api.token))
        }
      }
    }
    api.recover()
    api.fail('reply', { operation: 'list', status: 200, body: { data: [{ name: 'sales', note: `Bearer ${api.token}` }] } })
    assert.match((await caller(given)('GET', DATAMARTS)).text, /Bearer \[redacted\]/)
    await caller(given, '/least')('POST', DATAMARTS, datamart(), { 'x-user': 'failing' })
    assert.ok(!(await given.logged(/no session with/)).includes(api.token))
  },
}
