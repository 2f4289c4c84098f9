/** What a catalog suggests, through the package; the details are tested in Rust. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { afterEach, test } from 'node:test'
import fc from 'fast-check'
import { applyFix, buildRequest, draftDatamart, proposeRelationships, proposeTenancy, validateDatamart } from 'datamart-validator'
import { assertWorks, deepFreeze } from './support/helpers.mjs'
import { check } from './support/property.mjs'

afterEach(assertWorks)

const column = (name, dataType = 'integer') => ({ name, dataType })
const CATALOG = deepFreeze({
  datasourceName: 'warehouse',
  tables: [
    { name: 'orders', schema: 'app', columns: [column('id'), column('tenant_id'), column('customer_id')] },
    { name: 'customers', schema: 'app', columns: [column('id'), column('tenant_id'), column('name', 'text')] },
    { name: 'countries', schema: 'app', columns: [column('code', 'char(2)')] },
    { name: 'tenants', schema: 'app', columns: [column('id'), column('name', 'text')] },
    { name: 'empty', schema: 'app', columns: [] },
  ],
})
const TENANCY = {
  tenancyLevel: 'TABLE',
  clientColumnType: 'NUMBER',
  schemaName: 'app',
  tableName: 'tenants',
  tableClientNameColumn: 'name',
  tablePrimaryKeyColumn: 'id',
}

test('a draft has what a catalog suggests, and is valid', () => {
  for (const catalog of [CATALOG, { data: CATALOG }]) {
    const options = { catalog, datasourceType: 'postgres' }
    const draft = draftDatamart(catalog, { name: 'sales', datasourceType: 'postgres', tables: ['orders', { name: 'customers', schema: 'app' }, catalog.tables?.[3] ?? 'app.tenants'] })
    assert.deepEqual(draft, {
      name: 'sales',
      datasourceName: 'warehouse',
      tableList: [
        { name: 'orders', schemaName: 'app', clientColumn: 'tenant_id', columns: [{ name: 'id' }, { name: 'tenant_id' }, { name: 'customer_id' }] },
        { name: 'customers', schemaName: 'app', clientColumn: 'tenant_id', columns: [{ name: 'id' }, { name: 'tenant_id' }, { name: 'name' }] },
        { name: 'tenants', schemaName: 'app', clientColumn: 'id', columns: [{ name: 'id' }, { name: 'name' }] },
      ],
      tenancySettings: TENANCY,
      relationships: [
        { parentTableName: 'tenants', parentColumnName: 'id', childTableName: 'orders', childColumnName: 'tenant_id', relationshipName: 'orders_to_tenants' },
        { parentTableName: 'customers', parentColumnName: 'id', childTableName: 'orders', childColumnName: 'customer_id', relationshipName: 'orders_to_customers' },
        { parentTableName: 'tenants', parentColumnName: 'id', childTableName: 'customers', childColumnName: 'tenant_id', relationshipName: 'customers_to_tenants' },
      ],
    })
    assert.deepEqual(validateDatamart(draft, options), { valid: true, issues: [] })
    assert.equal(buildRequest(draft, { ...options, serviceToken: 't' }).method, 'POST')
    draft.tableList.pop()
  }
  const all = draftDatamart(CATALOG)
  assert.deepEqual([all.name, all.tableList.map(({ name }) => name)], ['warehouse', ['orders', 'customers', 'countries', 'tenants']])
  const { valid, issues } = validateDatamart(all, { catalog: CATALOG })
  assert.deepEqual([valid, issues.map(({ code, path }) => [code, path])], [true, [['table-not-isolated', ['tableList', 2, 'clientColumn']]]])
  assert.deepEqual(draftDatamart(CATALOG, { name: null, tables: null, datasourceName: undefined, datasourceType: null }), all)
  assert.equal(draftDatamart(CATALOG, { datasourceName: 'other' }).datasourceName, 'other')
})

const isTypeError = (message) => ({ name: 'TypeError', message })

test('what cannot be drafted is a TypeError that says why', () => {
  for (const [catalog, options, message] of [
    [undefined, {}, /a draft needs a catalog/],
    [null, null, /a draft needs a catalog/],
    [{}, {}, /option `catalog`: `tables`: expected a list/],
    ['{"tables":[]}', {}, /option `catalog`/],
    [{ tables: [] }, {}, /the catalog has no table with a column/],
    [CATALOG, { tables: [] }, /the catalog has no table with a column/],
    [CATALOG, { tables: ['ordrs'] }, /option `tables`: .*`ordrs`.*`orders`/],
    [CATALOG, { tables: ['empty'] }, /option `tables`: `empty` has no columns/],
    [CATALOG, { tables: 'orders' }, /option `tables`: expected a list/],
    [CATALOG, { tables: [5] }, /option `tables`: expected names/],
    [CATALOG, { tables: [{ schema: 'app' }] }, /option `tables`: expected names/],
    [CATALOG, { name: 5 }, /option `name`: expected a text/],
    [CATALOG, { datasourceName: {} }, /option `datasourceName`: expected a text/],
    [CATALOG, { datasourceType: 'postgress' }, /did you mean `postgres`/],
    [CATALOG, { table: ['orders'] }, /unknown option `table`/],
    [CATALOG, 'orders', /options must be an object/],
  ]) {
    assert.throws(() => draftDatamart(catalog, options), isTypeError(message), String(message))
  }
  for (const propose of [proposeRelationships, proposeTenancy]) {
    assert.throws(() => propose({}, { catalogue: CATALOG }), isTypeError(/unknown option `catalogue`/))
    assert.throws(() => propose({}, { catalog: { tables: 5 } }), isTypeError(/option `catalog`/))
    for (const datamart of [undefined, null, 5, '', '[', [], {}, { tableList: 5 }, () => 1]) {
      assert.deepEqual(propose(datamart), propose === proposeTenancy ? undefined : [])
      assert.deepEqual(propose(datamart, null), propose === proposeTenancy ? undefined : [])
    }
  }
})

const DATAMART = deepFreeze({ tableList: ['orders', 'customers', 'countries'].map((name) => ({ name, schemaName: 'app', columns: [{ name: 'id' }] })) })

test('relationships are proposed with a reason', () => {
  for (const datamart of [DATAMART, JSON.stringify(DATAMART)]) {
    assert.deepEqual(proposeRelationships(datamart, { catalog: CATALOG }), [
      {
        relationship: { parentTableName: 'customers', parentColumnName: 'id', childTableName: 'orders', childColumnName: 'customer_id', relationshipName: 'orders_to_customers' },
        confidence: 'confident',
        reason: '`customer_id` is named after the table `customers` and its key `id`',
        params: { column: 'customer_id', table: 'customers', key: 'id' },
      },
    ])
  }
  const texts = { 'proposal.named': '{column} → {table}.{key}' }
  assert.equal(proposeRelationships(DATAMART, { catalog: CATALOG, messages: texts })[0].reason, 'customer_id → customers.id')
  const functions = { 'proposal.named': ({ column, table }) => `${column} von ${table}`, 'proposal.tenancy': ({ count, total }) => `${count}/${total}` }
  assert.equal(proposeRelationships(DATAMART, { catalog: CATALOG, messages: functions })[0].reason, 'customer_id von customers')
  assert.equal(proposeTenancy(DATAMART, { catalog: CATALOG, messages: functions }).reason, '2/3')
})

test('tenancy is proposed as edits', () => {
  const proposal = proposeTenancy(DATAMART, { catalog: CATALOG })
  assert.deepEqual(proposal, {
    tenancySettings: TENANCY,
    edits: [
      { path: ['tenancySettings'], op: 'set', value: TENANCY },
      { path: ['tableList', 0, 'clientColumn'], op: 'set', value: 'tenant_id' },
      { path: ['tableList', 1, 'clientColumn'], op: 'set', value: 'tenant_id' },
    ],
    leftOut: [['tableList', 2]],
    confidence: 'confident',
    reason: '`tenant_id` is in 2 of 3 tables, and its values come from the table `tenants`',
    params: { column: 'tenant_id', count: '2', total: '3', table: 'tenants' },
  })
  const edited = applyFix(DATAMART, proposal)
  assert.deepEqual([edited.tenancySettings, edited.tableList.map(({ clientColumn }) => clientColumn)], [TENANCY, ['tenant_id', 'tenant_id', undefined]])
  assert.equal(proposeTenancy({ tableList: [{ name: 'countries', columns: [] }] }, { catalog: CATALOG }), undefined)
})

test('any catalog gives a valid draft', () => {
  const name = fc.oneof(fc.constantFrom('id', 'ID', ' id', 'customer_id', 'customers', 'Customers', 'tenant_id', 'tenants', '__proto__', '', ' ', '*', '\ud800', 'größe'), fc.string({ unit: 'binary', maxLength: 5 }))
  const type = fc.constantFrom(undefined, null, '', 'integer', 'text', 'uuid', 'timestamp', 'strange')
  const table = fc.record({ name, schema: fc.constantFrom(undefined, null, '', 'public', 'Public', ' '), columns: fc.array(fc.record({ name, dataType: type }), { maxLength: 5 }) })
  const datasourceType = fc.constantFrom(undefined, 'postgres', 'mssql', 'mysql', 'mongodb', 'snowflake', 'clickhouse')
  const property = fc.property(fc.array(table, { maxLength: 6 }), datasourceType, fc.boolean(), (tables, datasourceType, isWrapped) => {
    const catalog = isWrapped ? { data: { tables } } : { tables }
    let draft
    try {
      draft = draftDatamart(catalog, { datasourceType })
    } catch (error) {
      assert.match(error.message, /the catalog has no table with a column/)
      return
    }
    const { valid, issues } = validateDatamart(draft, { catalog, datasourceType })
    assert.deepEqual([valid, issues.filter(({ code }) => code !== 'table-not-isolated')], [true, []])
  })
  check(property, 200)
})

test('the sample catalogs', () => {
  for (const file of ['app', 'shop', 'warehouse']) {
    const catalog = JSON.parse(readFileSync(new URL(`../../data/catalogs/${file}.json`, import.meta.url), 'utf8'))
    const { valid, issues } = validateDatamart(draftDatamart(catalog), { catalog })
    assert.deepEqual([valid, issues.filter(({ code }) => code !== 'table-not-isolated')], [true, []], file)
  }
})
