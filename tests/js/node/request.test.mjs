/** buildRequest: its result works with fetch, and what it refuses. */

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { DatamartInvalidError, buildRequest, createValidator, validateDatamart } from 'datamart-validator'
import { datamart, withColumn } from './support/helpers.mjs'

const body = (input, options) => buildRequest(input, options).body

test('its result works with fetch', async (context) => {
  const received = []
  // A connection that the server closes at the moment of the next request would fail it.
  const server = createServer({ keepAliveTimeout: 0 }, async (request, response) => {
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    const { method, url, headers } = request
    received.push({ method, url, headers, body: Buffer.concat(chunks).toString() })
    response.setHeader('Content-Type', 'application/json').end('{"id":"sales","error":null}')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  context.after(() => server.close())
  const origin = `http://127.0.0.1:${server.address().port}`

  const sent = datamart({ tableList: [{ name: 'Größe 😀', columns: [{ name: 'id' }] }] })
  const table = [
    [{ baseUrl: origin, serviceToken: 'abc-123_x.y~z+/=' }, '/api/v2/data-app/datamarts', 'Bearer abc-123_x.y~z+/='],
    [{ baseUrl: `${origin}/` }, '/api/v2/data-app/datamarts', undefined],
    [{ baseUrl: `${origin}/proxy/databrain/`, endpoint: 'legacy' }, '/proxy/databrain/api/v2/dataApp/datamarts', undefined],
  ]
  for (const [options, path, authorization] of table) {
    const { url, ...init } = buildRequest(sent, options)
    const response = await fetch(url, init)
    assert.deepEqual(await response.json(), { id: 'sales', error: null })
    const { method, url: receivedUrl, headers, body } = received.pop()
    assert.equal(method, 'POST')
    assert.equal(receivedUrl, path)
    assert.equal(headers['content-type'], 'application/json')
    assert.equal(headers.authorization, authorization)
    assert.deepEqual(JSON.parse(body), sent)
    // Request and Headers accept it unchanged, too.
    assert.equal(new Request(url, init).headers.get('authorization'), authorization ?? null)
  }
})

test('exactly the documented keys', () => {
  assert.deepEqual(buildRequest(datamart(), { serviceToken: 'abc' }), {
    url: 'https://api.usedatabrain.com/api/v2/data-app/datamarts',
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: 'Bearer abc' },
    body: JSON.stringify(datamart()),
  })
  assert.deepEqual(Object.keys(buildRequest(datamart()).headers), ['Content-Type'])
})

test('fields for editors are not sent', () => {
  for (const $schema of ['https://unpkg.com/datamart-validator/dist/schema.json', '', null]) {
    assert.deepEqual(validateDatamart({ $schema, ...datamart() }), { valid: true, issues: [] })
    assert.equal(body({ $schema, ...datamart() }), JSON.stringify(datamart()))
    assert.equal(body(JSON.stringify({ ...datamart(), $schema })), JSON.stringify(datamart()))
  }
  assert.throws(() => buildRequest({ ...datamart(), $schema: 5 }), /\$schema: `\$schema` is `5`, expected a string/)
  const table = { $schema: 'x', name: 'orders', columns: [{ name: 'id' }] }
  assert.deepEqual(JSON.parse(body(datamart({ tableList: [table] }))).tableList, [table], 'elsewhere it is a field like any other')
})

const URLS = {
  'https://databrain.example.com': 'https://databrain.example.com',
  'https://databrain.example.com/': 'https://databrain.example.com',
  'https://example.com:8443/self/hosted/': 'https://example.com:8443/self/hosted',
  'https://192.168.0.7': 'https://192.168.0.7',
  'https://[::1]:8443': 'https://[::1]:8443',
  'http://localhost': 'http://localhost',
  'http://localhost:3000/': 'http://localhost:3000',
  'http://127.0.0.1:3000': 'http://127.0.0.1:3000',
  'http://127.8.8.8': 'http://127.8.8.8',
  'http://[::1]:3000': 'http://[::1]:3000',
  'http://app.localhost:1': 'http://app.localhost:1',
  '/': '',
  '/api/databrain': '/api/databrain',
  '/api/databrain/': '/api/databrain',
}

test('accepted base URLs', () => {
  for (const [baseUrl, expected] of Object.entries(URLS)) {
    const { url } = buildRequest(datamart(), { baseUrl })
    assert.equal(url, `${expected}/api/v2/data-app/datamarts`)
    // It stays on its target, for the URL parser of browsers too.
    assert.equal(new URL(url, 'https://page.example').href, expected.startsWith('h') ? url : `https://page.example${url}`)
  }
})

const REFUSED_URLS = [
  'https://api.usedatabrain.com/api/v2/', 'https://a.com/API/v2', 'https://a.com/api/v2/dataApp/datamarts', '/proxy/api/v2/data-app/datamarts?x=1',
  '', ' ', 'example.com', 'api/databrain', './api', '../api', '?x', '#x', 'ftp://example.com', 'file:///etc/passwd', 'javascript:alert(1)', 'data:text/plain,x', 'blob:https://a/b', 'ws://localhost',
  'https:', 'https:/', 'https://', 'https:///path', 'https:example.com', 'https://:443', 'https://.', 'https://..', 'https://a..b', 'https://-a.com',
  'http://example.com', 'http://10.0.0.1', 'http://0.0.0.0', 'http://128.0.0.1', 'http://localhost.example.com', 'http://127.0.0.1.example.com', 'http://notlocalhost', 'http://[::2]', 'http://[::ffff:8.8.8.8]', 'http://2130706433.example.com', 'http://0177.0.0.1',
  'https://user@example.com', 'https://user:secret@example.com', 'http://localhost@example.com', 'http://localhost:80@example.com', 'https://@example.com', 'https://example.com:x', 'https://example.com:0', 'https://example.com:65536', 'https://example.com:',
  'https://example.com?x=1', 'https://example.com/?', 'https://example.com#x', '/api?x', '/api#x',
  '//example.com', '///example.com', '/\\example.com', '\\\\example.com', 'https:\\\\example.com', 'https://example.com\\@evil.com', '/\t/example.com', '/\n/example.com',
  'https://exam ple.com', ' https://example.com', 'https://example.com ', 'https://example.com\n', 'https://example.com\0', '\ufeffhttps://example.com',
  'https://example.com/../x', 'https://example.com/./x', 'https://example.com/%2e%2e/x', '/a/..', '/a//b', 'https://example.com//x', '/a"b', '/a<b>', '/ä', 'https://bücher.de', 'https://example。com', 'https://exa\u00admple.com', 'https://[::1', 'https://[x]', 'https://[::1]x',
]

test('refused base URLs', () => {
  for (const baseUrl of REFUSED_URLS) {
    assert.throws(
      () => buildRequest(datamart(), { baseUrl, serviceToken: 'abc' }),
      (error) => error instanceof TypeError && error.message.includes('`baseUrl`'),
      JSON.stringify(baseUrl),
    )
  }
  for (const baseUrl of ['https://user:hunter2@example.com', 'https://example.com?token=hunter2', 'https://example.com/api/v2?token=hunter2', 'hunter2', '/hunter2?']) {
    assert.throws(() => buildRequest(datamart(), { baseUrl }), (error) => !inspect(error).includes('hunter2'))
  }
})

const SECRET = 's3cr3t'
const REFUSED_TOKENS = [
  '', ' ', '\t\n', `${SECRET}\n`, `\n${SECRET}`, `${SECRET}\r\nX-Evil: 1`, `${SECRET} ${SECRET}`, ` ${SECRET}`, `${SECRET} `, `${SECRET}\0`, `${SECRET}\x7f`, `${SECRET}\u00e9`, `${SECRET}\u2028`, `${SECRET}\u200b`, `\ufeff${SECRET}`, `${SECRET}\ud83d`, `${SECRET}😀`,
  `Bearer ${SECRET}`, `bearer ${SECRET}`, `BEARER ${SECRET}`, `Bearer\t${SECRET}`, ` Bearer ${SECRET}`, 'Bearer ',
  `$${SECRET}`, `\${${SECRET}}`, `{{ ${SECRET} }}`, `<${SECRET}>`, `%${SECRET}%`, `"${SECRET}"`, `'${SECRET}'`, `${SECRET}...`, `${SECRET}***`, 'undefined', 'null', '[object Object]', 'YOUR_TOKEN',
]
const WRONG_TOKENS = [[SECRET], { token: SECRET }, { toString: () => SECRET }, Object(SECRET), Symbol(SECRET), () => SECRET, 53737]

test('impossible tokens are refused without showing them', () => {
  for (const serviceToken of [...REFUSED_TOKENS, ...WRONG_TOKENS]) {
    for (const input of [datamart(), {}]) {
      assert.throws(
        () => buildRequest(input, { serviceToken }),
        (error) => {
          assert.equal(error.constructor, TypeError)
          assert.ok(error.message.includes('`serviceToken`'))
          const shown = [error.message, error.stack, String(error), JSON.stringify(error), inspect(error, { depth: null, showHidden: true })].join()
          for (const piece of ['s3c', '3cr', 'cr3', 'r3t', '53737']) assert.ok(!shown.includes(piece), shown)
          return true
        },
        JSON.stringify(serviceToken),
      )
    }
  }
})

test('errors about other options or the datamart do not show the token', () => {
  const attempts = [
    () => buildRequest({}, { serviceToken: SECRET }),
    () => buildRequest(datamart(), { serviceToken: SECRET, baseUrl: 'x' }),
    () => buildRequest(datamart(), { serviceToken: SECRET, endpoint: 'x' }),
    () => buildRequest(datamart(), { serviceToken: SECRET, foo: 1 }),
    () => buildRequest(datamart(), { serviceToken: SECRET, [Symbol.for('datamart-validator.crash')]: true }),
    () => validateDatamart(datamart(), { serviceToken: SECRET }),
  ]
  for (const attempt of attempts) {
    assert.throws(attempt, (error) => ![error.stack, JSON.stringify(error), inspect(error, { depth: null, showHidden: true })].join().includes(SECRET))
  }
})

const EVERYTHING = {
  name: 'sales',
  datasourceName: 'warehouse',
  tableList: [
    {
      name: 'orders', schemaName: 'public', clientColumn: 'tenant', isHide: false, label: 'Orders', indexPattern: 'orders-*',
      columns: [
        { name: 'id', alias: 'order_id', label: 'Number', isHide: false, isCustomColumn: false, isAggregate: false, isApplyTimezone: false, future: 1 },
        { name: 'total', isCustomColumn: true, sql: 'sum(price)', isAggregate: true },
      ],
      future: { z: 1, a: [null, ''] },
    },
  ],
  tenancySettings: { tenancyLevel: 'TABLE', clientColumnType: 'NUMBER', primaryDatabase: null, schemaName: 'public', tableName: 'clients', tableClientNameColumn: 'name', tablePrimaryKeyColumn: 'id', future: true },
  relationships: [
    { parentTableName: 'orders', parentColumnName: 'id', childTableName: 'orders', childColumnName: 'total', relationshipName: 'self', cardinality: null, join: null, future: 'x' },
  ],
  future: { name: null, b: '', a: [] },
}

const reversed = (value) => {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).reverse().map(([key, member]) => [key, key === 'future' ? member : reversed(member)]))
}

test('fields are in the order of the API, followed by unknown ones as given', () => {
  const expected = JSON.stringify(EVERYTHING)
  for (const input of [EVERYTHING, reversed(EVERYTHING), expected, JSON.stringify(reversed(EVERYTHING), null, '\t')]) {
    assert.equal(body(input), expected)
  }
  assert.equal(body(datamart({ zebra: 1, apple: 2, mango: 3 })).match(/"zebra".*/)[0], '"zebra":1,"apple":2,"mango":3}')
})

test('optional fields that are not filled in are omitted, except null with a meaning', () => {
  const blanks = [null, '', ' ', '\t\n', '\u00a0']
  for (const blank of blanks) {
    const filled = datamart({
      tenancySettings: blank,
      relationships: blank,
      tableList: [{ name: 'orders', schemaName: blank, clientColumn: blank, isHide: blank, label: blank, indexPattern: blank, columns: [{ name: 'id', alias: blank, label: blank, isHide: blank, isCustomColumn: blank, sql: blank, isAggregate: blank, isApplyTimezone: blank }] }],
    })
    assert.equal(body(filled), JSON.stringify(datamart()), JSON.stringify(blank))
  }
  const tenancySettings = { tenancyLevel: 'DATABASE', primaryDatabase: null }
  const relationship = { parentTableName: 'orders', parentColumnName: 'id', childTableName: 'orders', childColumnName: 'x', relationshipName: 'r', cardinality: null, join: null }
  const withNulls = datamart({ tenancySettings, relationships: [relationship] })
  assert.equal(body(withNulls), JSON.stringify(withNulls))
  const withBlanks = datamart({ tenancySettings: { ...tenancySettings, primaryDatabase: '' }, relationships: [{ ...relationship, cardinality: '', join: ' ' }] })
  const { cardinality, join, ...filledIn } = relationship
  assert.deepEqual(JSON.parse(body(withBlanks)).relationships, [filledIn])
  assert.deepEqual(JSON.parse(body(withBlanks)).tenancySettings, { tenancyLevel: 'DATABASE' })
  assert.equal(body(datamart({ relationships: [] })), JSON.stringify(datamart({ relationships: [] })), 'an empty list says something')
})

test('values are sent as given', () => {
  const texts = ['"', '\\', '\b\f\n\r\t', '\u0000\u001f\u007f', '\u2028\u2029', 'é😀e\u0301', '</script>', '\ufeff']
  for (const text of texts) assert.equal(body(withColumn({ label: `x${text}` })), JSON.stringify(withColumn({ label: `x${text}` })))
  const numbers = ['1.0', '1.50', '1e400', '-0', '12345678901234567890.123456789', '1E+2', '0.1e-7']
  const text = JSON.stringify(datamart({ numbers: 'HERE' })).replace('"HERE"', `[${numbers}]`)
  assert.ok(body(text).endsWith(`"numbers":[${numbers}]}`), 'the digits of a text')
  const values = [0, 1.5, 1e21, 1e-7, 5e-324, Number.MAX_VALUE, Number.MAX_SAFE_INTEGER, true, false, null, '', [], {}]
  assert.equal(body(datamart({ values })), JSON.stringify(datamart({ values })))
})

test('JSON text and the object that it represents result in the same body', () => {
  for (const input of [datamart(), EVERYTHING, withColumn({ label: '\u2028😀"\\' })]) {
    assert.equal(body(JSON.stringify(input)), body(input))
    assert.equal(body(JSON.stringify(input, null, 2)), body(input))
    assert.equal(body(`\ufeff${JSON.stringify(input)}`), body(input))
  }
})

test('an invalid datamart is a DatamartInvalidError that says why', () => {
  const input = { name: '', datasourceName: 'warehouse', tableList: [{ name: 'orders', columns: [{ nmae: 'id' }], extra: 1 }, 5, 6, 7] }
  assert.throws(
    () => buildRequest(input),
    (error) => {
      assert.ok(error instanceof DatamartInvalidError && error instanceof Error)
      assert.equal(error.name, 'DatamartInvalidError')
      assert.deepEqual(error.issues, validateDatamart(input).issues)
      assert.ok(error.issues.some(({ severity }) => severity === 'warning'), 'warnings are in it')
      const [first, ...lines] = error.message.split('\n')
      assert.equal(first, 'the datamart has 5 errors')
      assert.equal(lines[0], '  name: `name` is blank, but required')
      assert.ok(lines.some((line) => line.startsWith('  tableList[0].columns[0].name: ')))
      assert.equal(lines.at(-1), '  and 2 more')
      assert.match(String(error), /^DatamartInvalidError: the datamart has 5 errors/)
      assert.match(error.stack, /request\.test\.mjs/)
      return true
    },
  )
  for (const nothing of [undefined, null, 5, '', '{', [], () => 1]) {
    assert.throws(() => buildRequest(nothing), (error) => error instanceof DatamartInvalidError && /^the datamart has 1 error\n {2}datamart: /.test(error.message), String(nothing))
  }
})

test('warnings do not prevent a request, unless strict or rules turn them into errors', () => {
  const warned = datamart({ name: 'sales 2026', extra: 1 })
  assert.equal(validateDatamart(warned).issues.length, 2)
  assert.equal(JSON.parse(body(warned)).extra, 1)
  assert.throws(() => buildRequest(warned, { strict: true }), (error) => error instanceof DatamartInvalidError && error.issues.length === 2)
  assert.throws(() => buildRequest(warned, { rules: { 'unknown-field': 'error' } }), DatamartInvalidError)
  assert.throws(() => buildRequest(datamart(), { existingDatamarts: ['sales'] }), DatamartInvalidError)
})

test('a value whose error was turned off is sent unchanged', () => {
  const input = datamart({ tableList: [{ name: 'orders', isHide: 'yes', columns: [] }, 5] })
  assert.equal(body(input, { rules: { type: 'off', empty: 'warning' } }), JSON.stringify(input))
})

test('an update replaces the datamart of the same name', () => {
  const tenancySettings = { tenancyLevel: 'DATABASE', primaryDatabase: null }
  const { name, datasourceName, tableList } = datamart()
  const relationships = [{ parentTableName: 'orders', parentColumnName: 'id', childTableName: 'orders', childColumnName: 'parent', relationshipName: 'tree' }]
  const table = [
    [datamart(), { datamartName: name, tableList, relationships: [] }],
    [{ name, tableList }, { datamartName: name, tableList, relationships: [] }],
    [datamart({ relationships: null, tenancySettings: null }), { datamartName: name, tableList, relationships: [] }],
    [{ extra: 1, relationships, tenancySettings, tableList, datasourceName, name }, { datamartName: name, tableList, tenancySettings, relationships, extra: 1 }],
  ]
  for (const [input, expected] of table) {
    const request = buildRequest(input, { operation: 'update', serviceToken: 'abc', rules: { 'unknown-relationship-column': 'off' } })
    assert.equal(request.body, JSON.stringify(expected))
    assert.equal(request.method, 'PUT')
    assert.equal(request.url, 'https://api.usedatabrain.com/api/v2/data-app/datamarts')
    assert.equal(request.headers.Authorization, 'Bearer abc')
  }
  using(createValidator({ operation: 'update', existingDatamarts: ['sales'] }), (validator) => {
    assert.equal(validator.buildRequest(datamart()).method, 'PUT')
    assert.throws(() => validator.buildRequest(datamart({ name: 'sale' })), (error) => error.issues[0].code === 'unknown-datamart')
    assert.throws(() => validator.buildRequest(datamart(), { operation: 'create' }), TypeError)
  })
})

test('its issues are those of the datamart, and the legacy endpoint has no update', () => {
  const update = { operation: 'update' }
  const paths = (input) => validateDatamart(input, update).issues.map(({ code, path }) => [code, ...path])
  assert.deepEqual(paths({}), [['required', 'name'], ['required', 'tableList']])
  assert.deepEqual(paths(datamart({ name: ' ' })), [['required', 'name']])
  assert.deepEqual(paths(datamart({ datasourceName: 5 })), [['type', 'datasourceName']])
  assert.deepEqual(paths({ datamartName: 'sales', tableList: [] }), [['wrong-document']])
  for (const input of [datamart(), {}]) {
    assert.throws(() => buildRequest(input, { ...update, endpoint: 'legacy' }), { name: 'TypeError', message: /`endpoint`/ })
  }
})

function using(validator, use) {
  try {
    use(validator)
  } finally {
    validator.dispose()
  }
}
