/**
 * createValidator: options that are read once, with a catalog of any size, and that survive a
 * crash.
 */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { afterEach, test } from 'node:test'
import { WasmTrapError, analyzeSql, buildRequest, createValidator, validateDatamart } from 'datamart-validator'
import { assertWorks, codes, datamart, deepFreeze, runModule } from './support/helpers.mjs'

afterEach(assertWorks)

const shop = JSON.parse(readFileSync(new URL('../../data/catalogs/shop.json', import.meta.url), 'utf8'))
const orders = (columns, changes) => datamart({ tableList: [{ name: 'orders', schemaName: 'shop', columns, ...changes }] })
const CRASH = { [Symbol.for('datamart-validator.crash')]: true }

test('returns the same as the functions that read the options each time', () => {
  const options = deepFreeze({ datasourceType: 'postgres', catalog: shop, rules: { 'name-case': 'error' } })
  const validator = createValidator(options)
  for (const value of [orders([{ name: 'id' }]), orders([{ name: 'ID' }, { name: 'totl' }]), '{', null, datamart({ name: 5 })]) {
    assert.deepEqual(validator.validate(value), validateDatamart(value, options))
    assert.deepEqual(validator.validate(value), validateDatamart(value, options), 'and again')
  }
  for (const sql of ['total +', 'SUM(total)']) assert.deepEqual(validator.analyzeSql(sql), analyzeSql(sql, options))
  const right = orders([{ name: 'id' }])
  assert.deepEqual(validator.buildRequest(right, { baseUrl: '/api' }), buildRequest(right, { ...options, baseUrl: '/api' }))
  assert.throws(() => validator.buildRequest(orders([{ name: 'totl' }])), { name: 'DatamartInvalidError' })
})

test('a catalog is accepted with or without `data`, and later changes by the caller have no effect', () => {
  const catalog = structuredClone(shop.data)
  const validator = createValidator({ datasourceType: 'postgres', catalog })
  catalog.tables.length = 0
  for (const given of [validator, createValidator({ datasourceType: 'postgres', catalog: shop })]) {
    assert.deepEqual(codes(given.validate(orders([{ name: 'id' }, { name: 'nothing' }]))), ['unknown-column'])
  }
})

test('no options at all', () => {
  for (const options of [undefined, null, {}]) assert.deepEqual(createValidator(options).validate(datamart()), { valid: true, issues: [] })
})

test('the service token of one request is not in the next one', () => {
  const validator = createValidator()
  assert.equal(validator.buildRequest(datamart(), { serviceToken: 'secret' }).headers.Authorization, 'Bearer secret')
  assert.deepEqual(validator.buildRequest(datamart()).headers, { 'Content-Type': 'application/json' })
})

test('a wrong option is a TypeError immediately, and so is an option in the wrong place', () => {
  assert.throws(() => createValidator({ strct: true }), { name: 'TypeError', message: /did you mean `strict`/ })
  assert.throws(() => createValidator({ baseUrl: '/' }), { name: 'TypeError', message: /`baseUrl` is an option of requests/ })
  assert.throws(() => createValidator('strict'), { name: 'TypeError', message: /must be an object/ })
  const validator = createValidator()
  assert.throws(() => validator.buildRequest(datamart(), { strict: true }), { name: 'TypeError', message: /`strict` is an option of validation/ })
  assert.throws(() => validator.analyzeSql(5), { name: 'TypeError', message: /must be a string/ })
})

test('a malformed catalog is a TypeError that names the position', () => {
  const table = { name: 'orders', columns: [{ name: 'id' }] }
  for (const [catalog, place] of [
    [[], /`tables`|an object with a list/],
    [5, /an object with a list `tables`/],
    ['{"tables": []}', /an object with a list `tables`/],
    [{}, /`tables`: expected a list/],
    [{ data: { tables: {} } }, /`data\.tables`: expected a list/],
    [{ tables: [table, null] }, /`tables\[1\]`: expected an object/],
    [{ tables: [{ ...table, name: 5 }] }, /`tables\[0\]\.name`: expected a text/],
    [{ tables: [{ name: 'orders' }] }, /`tables\[0\]\.columns`: expected a list/],
    [{ tables: [{ name: 'orders', columns: ['id'] }] }, /`tables\[0\]\.columns\[0\]`: expected an object/],
    [{ tables: [{ name: 'orders', columns: [{}] }] }, /`tables\[0\]\.columns\[0\]\.name`: expected a name/],
    [{ tables: [{ name: 'orders', columns: [{ name: 'id', dataType: 5 }] }] }, /`tables\[0\]\.columns\[0\]\.dataType`: expected a text/],
  ]) {
    for (const call of [() => createValidator({ catalog }), () => validateDatamart({}, { catalog })]) {
      assert.throws(call, (error) => {
        assert.equal(error.constructor, TypeError)
        assert.match(error.message, /^datamart-validator: option `catalog`: /)
        assert.match(error.message, place)
        return true
      })
    }
  }
})

test('it survives a crash, and one elsewhere', () => {
  const validator = createValidator({ datasourceType: 'postgres', catalog: shop })
  const wrong = orders([{ name: 'totl' }])
  for (let times = 0; times < 3; times++) {
    assert.throws(() => validator.buildRequest(wrong, CRASH), WasmTrapError)
    assert.deepEqual(codes(validator.validate(wrong)), ['unknown-column'])
    assert.throws(() => validateDatamart({}, CRASH), WasmTrapError)
    assert.deepEqual(codes(validator.validate(wrong)), ['unknown-column'])
  }
})

test('a getter that uses another validator, or the same one', () => {
  const validator = createValidator({ strict: true })
  const inner = []
  const value = { ...datamart(), get label() { inner.push(validator.validate(datamart()).valid, createValidator().validate(datamart()).valid) } }
  assert.equal(validator.validate(value).valid, true)
  assert.deepEqual(inner, [true, true])
})

test('dispose releases the memory, and calls are a TypeError afterwards', () => {
  const validator = createValidator()
  validator.dispose()
  validator.dispose()
  for (const call of [() => validator.validate({}), () => validator.buildRequest({}), () => validator.analyzeSql('a')]) {
    assert.throws(call, { name: 'TypeError', message: /has been disposed/ })
  }
  const other = createValidator()
  other[Symbol.dispose]()
  assert.throws(() => other.validate({}), { name: 'TypeError', message: /has been disposed/ })
})

test('a catalog of 2,000 tables × 100 columns: its memory is released', async () => {
  const report = await runModule(
    `
    import { createValidator } from 'datamart-validator'
    const catalog = { tables: Array.from({ length: 2000 }, (_, t) => ({ name: 'table_' + t, schema: 's' + t % 7,
      columns: Array.from({ length: 100 }, (_, c) => ({ name: 'column_' + c, dataType: ['integer', 'varchar(' + c + ')', 'timestamp'][c % 3] })) })) }
    const wrong = { name: 'sales', datasourceName: 'w', tableList: [{ name: 'table_1999', schemaName: 's4', columns: [{ name: 'column_99' }, { name: 'column_100' }] }] }
    const found = []
    for (let i = 0; i < 12; i++) {
      const validator = createValidator({ catalog })
      const { issues } = validator.validate(wrong)
      found.push(issues.map(({ code, path }) => code + ' ' + path.join('.')).join())
      if (i % 2) validator.dispose()
      await new Promise((done) => setTimeout(done, 20))
      globalThis.gc()
    }
    // Background threads release memory with a delay on a busy machine.
    let megabytes
    for (let round = 0; round < 300 && !(megabytes < 300); round++) {
      await new Promise((done) => setTimeout(done, 20))
      globalThis.gc()
      const { external, arrayBuffers } = process.memoryUsage()
      megabytes = Math.round((external + arrayBuffers) / 1048576)
    }
    console.log(JSON.stringify({ found: [...new Set(found)], megabytes }))`,
    { nodeOptions: ['--expose-gc'] },
  )
  assert.deepEqual(report.found, ['unknown-column tableList.0.columns.1.name'])
  // One of them takes about 60 MB while it reads.
  assert.ok(report.megabytes < 300, `${report.megabytes} MB are still held`)
})
