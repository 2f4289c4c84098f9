/** What the API answers, read and compared; the details are tested in Rust. */

import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { buildRequest, importDatamarts, mergeUnseen, validateDatamart } from 'datamart-validator'
import { assertWorks, deepFreeze } from './support/helpers.mjs'

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

test('what the reply does not show is merged from a datamart that has it', () => {
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

test('keys that JavaScript knows otherwise, and odd values, come through', () => {
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
