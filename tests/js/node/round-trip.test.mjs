/** What the API answers, read and compared; the details are tested in Rust. */

import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import fc from 'fast-check'
import { buildRequest, diffDatamarts, importDatamarts, mergeUnseen, readReply, validateDatamart } from 'datamart-validator'
import { assertWorks, deepFreeze } from './support/helpers.mjs'
import { check } from './support/property.mjs'

afterEach(assertWorks)

const REPLY = deepFreeze({
  data: [
    {
      name: 'sales',
      id: 7,
      companyIntegration: { name: 'warehouse' },
      datamartOrganization: null,
      datamartTables: [
        {
          tableName: 'orders',
          schemaName: 'public',
          label: null,
          datamartTableColumns: [{ columnName: 'id', datatype: 'integer', sql: '', isHide: false }, {}, { columnName: 'sum', isCustomColumn: true, sql: 'sum(id)' }],
        },
      ],
      datamartRelationships: [],
    },
  ],
  error: null,
})

const SALES = {
  name: 'sales',
  datasourceName: 'warehouse',
  tableList: [{ name: 'orders', schemaName: 'public', columns: [{ name: 'id', isHide: false }, { name: 'sum', isCustomColumn: true, sql: 'sum(id)' }] }],
}

test('a list reply becomes datamarts, whether it is a value or text', () => {
  for (const reply of [REPLY, JSON.stringify(REPLY), REPLY.data, { data: REPLY }]) {
    assert.deepEqual(importDatamarts(reply), [
      {
        datamart: SALES,
        unseen: ['isAggregate', 'indexPattern', 'primaryDatabase'],
        catalog: { isPartial: true, tables: [{ name: 'orders', schema: 'public', columns: [{ name: 'id', dataType: 'integer' }] }] },
      },
    ])
  }
  const [{ datamart, catalog }] = importDatamarts(REPLY)
  assert.deepEqual(validateDatamart(datamart, { catalog, rules: { 'sql-aggregate-not-marked': 'off' } }), { valid: true, issues: [] })
  // What is edited is the caller's own.
  datamart.tableList[0].columns.push({ name: 'new' })
  assert.deepEqual(importDatamarts(REPLY)[0].datamart, SALES)
})

test('fields that the reply omits are merged from a datamart that has them', () => {
  const [imported] = importDatamarts(REPLY)
  const source = structuredClone(SALES)
  source.tableList[0].columns[1].isAggregate = true
  source.tableList[0].label = 'Orders'
  for (const given of [source, JSON.stringify(source)]) {
    const merged = mergeUnseen(imported, given)
    const expected = structuredClone(SALES)
    expected.tableList[0].columns[1].isAggregate = true
    assert.deepEqual(merged, expected)
    assert.deepEqual(validateDatamart(merged), { valid: true, issues: [] })
    assert.equal(JSON.parse(buildRequest(merged, { operation: 'update' }).body).datamartName, 'sales')
  }
  assert.deepEqual(imported.datamart, SALES, 'the imported one stays')
  imported.datamart.tableList[0].columns[1].isAggregate = false
  assert.equal(mergeUnseen(imported, source).tableList[0].columns[1].isAggregate, false)
})

test('keys with a meaning in JavaScript, and odd values, are preserved', () => {
  const datamart = JSON.parse('{"name":"a","__proto__":{"x":1.50},"tableList":[],"constructor":[1e400,"\\u2028"]}')
  const merged = mergeUnseen({ datamart, unseen: [] }, {})
  assert.deepEqual(Object.keys(merged), ['name', 'tableList', '__proto__', 'constructor'])
  assert.equal(Object.getPrototypeOf(merged), Object.prototype)
})

test('anything else is a TypeError', () => {
  const isTypeError = { name: 'TypeError', message: /^datamart-validator: .*expected|^datamart-validator: .*unusable/ }
  for (const reply of [undefined, null, 5, '', 'x', '[', {}, [5], ['sales'], { data: null }, { error: 'no' }, SALES, [SALES], [{ name: 'w', isDisabled: false }], () => 1, new Map(), 1n]) {
    assert.throws(() => importDatamarts(reply), isTypeError, String(reply))
  }
  assert.deepEqual(importDatamarts([]), [])
  const [imported] = importDatamarts(REPLY)
  for (const given of [undefined, null, 5, '', [], 'x']) {
    assert.throws(() => mergeUnseen(imported, given), isTypeError, String(given))
    assert.throws(() => mergeUnseen(given, SALES), isTypeError, String(given))
  }
  assert.throws(() => mergeUnseen(SALES, SALES), isTypeError)
})

const rejection = (message, code = 'INVALID_REQUEST_BODY') => ({ error: { code, message } })
const placesOf = ({ issues }) => issues.map(({ code, path }) => [code, path])

test('a reply has an id, or the error at its field', () => {
  for (const body of [{ id: 'sales', error: null }, '{"id":"sales"}', { data: { id: 'sales' } }]) {
    assert.deepEqual(readReply({ status: 200, body }), { ok: true, id: 'sales' })
  }
  const body = rejection('"tableList[0].columns[3].sql" is required')
  for (const given of [body, JSON.stringify(body), { data: body }]) {
    const { ok, error, issues } = readReply({ status: 400, body: given, headers: {} })
    assert.equal(ok, false)
    assert.deepEqual(error, { status: 400, code: 'INVALID_REQUEST_BODY', message: '"tableList[0].columns[3].sql" is required', isRetryable: false })
    assert.deepEqual(issues, [
      {
        code: 'required',
        severity: 'error',
        message: 'the API says: "tableList[0].columns[3].sql" is required',
        path: ['tableList', 0, 'columns', 3, 'sql'],
        params: { answer: '"tableList[0].columns[3].sql" is required' },
        docsUrl: issues[0].docsUrl,
      },
    ])
    assert.match(issues[0].docsUrl, /#required$/)
  }
  assert.deepEqual(placesOf(readReply({ status: 400, body: rejection('Table orders not found') }, SALES)), [['rejected', ['tableList', 0, 'name']]])
  assert.deepEqual(placesOf(readReply({ status: 400, body: rejection('Table orders not found') }, JSON.stringify(SALES))), [['rejected', ['tableList', 0, 'name']]])
  assert.deepEqual(placesOf(readReply({ status: 400, body: rejection('Table orders not found') })), [['rejected', []]])
  assert.deepEqual(placesOf(readReply({ status: 400, body: rejection('Datamart name already exists') })), [['datamart-name-taken', ['name']]])
  assert.equal(readReply({ status: 500, body: 'x', headers: null }, null, { docsBase: '/rules/' }).issues[0].docsUrl, '/rules/#rejected')
  for (const body of [undefined, null, '', [], 5, true, () => 1, new Map(), Symbol('x'), 1n]) {
    for (const status of [200, 502, -1, 0, NaN, 1e9, 200.5]) {
      const result = readReply({ status, body })
      assert.equal(result.ok, false)
      assert.equal(result.error.status, status)
      assert.deepEqual(placesOf(result), [['rejected', []]])
    }
  }
})

test("a gateway's issues pass through as they are", () => {
  const { issues } = validateDatamart({ name: 'sales ', tableList: [{ name: 'a', columns: [{ name: 'b', isHide: 'true', sql: 'sum(' }] }] }, { datasources: ['x'] })
  assert.ok(issues.some(({ fix }) => fix) && issues.some(({ help }) => help))
  for (const body of [{ issues }, JSON.stringify({ issues })]) {
    assert.deepEqual(readReply({ status: 422, body }).issues, issues)
  }
  const evil = { ...issues[0], docsUrl: 'javascript:alert(1)', fix: { title: 'x', certainty: 'certain', edits: [{ path: 5 }] }, extra: 1 }
  const [{ docsUrl, fix, extra }] = readReply({ status: 422, body: { issues: [evil] } }).issues
  assert.deepEqual({ docsUrl, fix, extra }, { docsUrl: issues[0].docsUrl, fix: undefined, extra: undefined })
})

test('Retry-After in both forms, in any kind of headers', (t) => {
  const wait = (headers) => readReply({ status: 429, body: '', headers }).error.retryAfter
  for (const headers of [new Headers({ 'Retry-After': '7' }), { 'Retry-After': '7' }, { 'retry-after': 7 }, { 'RETRY-AFTER': ['7', '8'] }]) assert.equal(wait(headers), 7)
  t.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 0, 1) })
  assert.equal(wait({ 'Retry-After': 'Thu, 01 Jan 2026 00:00:30 GMT' }), 30)
  assert.equal(wait({ 'Retry-After': 'Sun, 06 Nov 1994 08:49:37 GMT', date: 'Sun, 06 Nov 1994 08:49:30 GMT' }), 7)
  for (const headers of [undefined, null, {}, { 'retry-after': '' }, { 'retry-after': 'soon' }, { 'retry-after': {} }]) assert.equal(wait(headers), undefined)
})

test('misuse is a TypeError', () => {
  for (const reply of [undefined, null, 5, 'x', {}, { status: '400' }, { body: '' }]) assert.throws(() => readReply(reply), { name: 'TypeError', message: /`status`/ })
  assert.throws(() => readReply({ status: 400 }, SALES, { operaton: 'x' }), TypeError)
})

test('no reply makes it throw, or repeat a token', () => {
  const token = fc.constantFrom('dbn_live_4f3c2b1a9d', '0b9f6c1e-6f0a-4a53-8b52-3d4a9f0d2c11', 'Bearer s3cretT0ken')
  const text = fc.oneof(fc.string(), token, token.map((it) => `Authorization: ${it} is invalid`), fc.constant('"name" is required'))
  const key = fc.constantFrom('error', 'data', 'id', 'code', 'message', 'detail', 'issues', 'status', 'path', 'severity', '__proto__', 'x')
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: 'small' }, text, fc.constant(null), fc.boolean(), fc.integer(), fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(key, tie('value'), { maxKeys: 5 })),
  }))
  const bytes = fc.uint8Array({ maxLength: 80 }).map((bytes) => new TextDecoder().decode(bytes))
  const body = fc.oneof(value, value.map((it) => JSON.stringify(it)), value.map((it) => JSON.stringify(it).slice(0, 30)), bytes)
  const headers = fc.dictionary(fc.constantFrom('Retry-After', 'retry-after', 'Date', 'x'), fc.string())
  const property = fc.property(fc.oneof(fc.constantFrom(200, 400, 429, 500), fc.integer()), body, headers, (status, body, headers) => {
    const result = readReply({ status, body, headers }, SALES)
    if (result.ok) return
    assert.ok(result.issues.length > 0)
    const { code, message } = result.error
    for (const said of [code, message, ...result.issues.map((issue) => JSON.stringify(issue))]) {
      assert.ok(!/4f3c2b1a9d|0b9f6c1e-6f0a|s3cretT0ken/.test(said), said)
    }
  })
  check(property, 1000)
})

test('a diff lists what changed, by meaning', () => {
  const after = structuredClone(SALES)
  after.tableList[0].columns.reverse()
  after.tableList[0].columns[1].label = 'Number'
  after.tableList[0].label = ''
  after.relationships = null
  const expected = [
    { kind: 'moved', subject: 'column', path: ['tableList', 0, 'columns', 0], from: 1, to: 0 },
    { kind: 'changed', subject: 'column', path: ['tableList', 0, 'columns', 1, 'label'], to: 'Number' },
  ]
  for (const [one, other] of [[SALES, after], [JSON.stringify(SALES), JSON.stringify(after)], [SALES, JSON.stringify(after)]]) {
    const { changes, isBreaking, ...rest } = diffDatamarts(one, other)
    assert.deepEqual(changes.map(({ message, params, ...change }) => change), expected)
    assert.equal(isBreaking, false)
    assert.deepEqual(rest, {})
    for (const { message, params } of changes) for (const value of Object.values(params)) assert.ok(message.includes(value))
  }
  const { changes, isBreaking } = diffDatamarts(SALES, { ...SALES, tableList: [] })
  assert.deepEqual(changes, [
    {
      kind: 'removed',
      subject: 'table',
      path: ['tableList', 0],
      from: SALES.tableList[0],
      message: 'the table `public.orders` is removed',
      params: { table: 'public.orders' },
      breaking: true,
    },
  ])
  assert.equal(isBreaking, true)
  const renamed = diffDatamarts(SALES, { ...SALES, name: 'Sales' }, { messages: { 'diff.case': '{from}/{to}' } })
  assert.equal(renamed.changes[0].message, 'sales/Sales')
})

test('a diff of anything else is a TypeError', () => {
  for (const given of [undefined, null, 5, '', 'x', '[]', '{', [], () => 1, new Map()]) {
    assert.throws(() => diffDatamarts(given, SALES), { name: 'TypeError', message: /`before`/ }, String(given))
    assert.throws(() => diffDatamarts(SALES, given), { name: 'TypeError', message: /`after`/ }, String(given))
  }
  assert.throws(() => diffDatamarts(SALES, SALES, { mesages: {} }), TypeError)
})

test('reordering is never breaking, and nothing differs from itself', () => {
  const shuffled = (list) => fc.shuffledSubarray(list, { minLength: list.length })
  const names = fc.uniqueArray(fc.string({ minLength: 1 }).filter((name) => name.trim() !== ''), { maxLength: 8, selector: (name) => name.trim().toLowerCase() })
  const pair = names.chain((names) => fc.tuple(fc.constant(names), shuffled(names)))
  const datamartOf = (names) => ({ name: 'a', tableList: names.map((name) => ({ name, columns: names.map((name) => ({ name })) })) })
  const property = fc.property(pair, ([before, after]) => {
    const { changes, isBreaking } = diffDatamarts(datamartOf(before), datamartOf(after))
    assert.equal(isBreaking, false)
    assert.ok(changes.every(({ kind }) => kind === 'moved'))
    assert.deepEqual(diffDatamarts(datamartOf(after), datamartOf(after)), { changes: [], isBreaking: false })
  })
  check(property, 300)
})
