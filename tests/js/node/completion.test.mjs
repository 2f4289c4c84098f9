/** What an editor offers and shows at a position of a datamart's JSON text. */

import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'

import { validateDatamart } from 'datamart-validator'
import * as entry from 'datamart-validator/completion'

import { stepsOfProgram } from '../../../xtask/bench/hostile/steps.mjs'
import { CONSUMER } from './support/helpers.mjs'

const { completeDatamart, describeAt } = entry

const column = (name, dataType) => ({ name, dataType })
const CATALOG = {
  datasourceName: 'warehouse',
  tables: [
    { name: 'orders', schema: 'public', columns: [column('id', 'integer'), column('total', 'numeric'), column('customer_id', 'integer')] },
    { name: 'customers', schema: 'public', columns: [column('id', 'integer'), column('name', 'text'), column('tenant', 'text')] },
    { name: 'orders', schema: 'archive', columns: [column('old_id', 'bigint')] },
  ],
}
const OPTIONS = { catalog: CATALOG, datasourceType: 'postgres' }

/** The text before and after the bar, and what is offered there. */
function offered(marked, options = OPTIONS) {
  const offset = marked.indexOf('¦')
  const text = marked.replace('¦', '')
  const result = completeDatamart(text, offset, options)
  const labels = result ? result.options.map(({ label }) => label) : []
  /** The text with a completion, and a bar at the caret. @param {string} label */
  const taken = (label) => {
    const option = result.options.find((one) => one.label === label)
    assert.ok(option, `${label} is not among ${labels}`)
    return apply(text, result, option, '¦')
  }
  return { result, labels, taken }
}

function apply(text, { from, to, also = [] }, { insert, caret = insert.length }, bar = '') {
  let applied = text.slice(0, from) + insert.slice(0, caret) + bar + insert.slice(caret) + text.slice(to)
  for (const { start, end, text } of also) applied = applied.slice(0, start) + text + applied.slice(end)
  return applied
}

/** Around an item of the list of tables. */
const inTable = (item) => `{"name":"a","tableList":[${item}]}`
const TWO = '"tableList":[{"name":"orders","schemaName":"public","columns":[{"name":"id"},{"name":"customer_id"},{"name":"net","isCustomColumn":true,"sql":"id"}]},{"name":"customers","columns":[{"name":"id"}]}]'
const inRelationship = (inside) => `{${TWO},"relationships":[{${inside}}]}`

test('both kinds of module have the same exports, and bring no module and no editor', () => {
  const required = createRequire(import.meta.url)('datamart-validator/completion')
  assert.deepEqual(Object.keys(required).sort(), Object.keys(entry).sort())
  assert.deepEqual(Object.keys(entry).sort(), ['completeDatamart', 'completeSql', 'describeAt', 'describeSql'])
  assert.equal(required.completeDatamart('{', 1).options[0].label, 'name')
})

test('an empty text becomes a datamart', () => {
  for (const text of ['¦', '  ¦', '¦\n']) assert.deepEqual(offered(text).labels, ['new datamart'], JSON.stringify(text))
  assert.equal(offered('¦').taken('new datamart'), '{\n  "name": "¦",\n  "datasourceName": "",\n  "tableList": []\n}')
  assert.deepEqual(offered('{} ¦').labels, [])
})

test('keys are those that the object does not have yet, with something to fill in', () => {
  assert.deepEqual(offered('{¦}').labels, ['name', 'datasourceName', 'tableList', 'tenancySettings', 'relationships', '$schema'])
  assert.deepEqual(offered('{"name": "x", ¦, "relationships": []}').labels, ['datasourceName', 'tableList', 'tenancySettings', '$schema'])
  assert.ok(!offered('{¦"name": "x"}').labels.includes('name'))
  assert.deepEqual(offered(inTable('{"label":"x",¦')).labels, ['name', 'schemaName', 'clientColumn', 'isHide', 'indexPattern', 'columns'])
  assert.deepEqual(offered(inTable('{"columns":[{"n¦"}]}')).labels.slice(0, 3), ['name', 'alias', 'label'])
  assert.deepEqual(offered('{"tenancySettings":{"t¦}}').labels[0], 'tenancyLevel')
  assert.deepEqual(offered('{"relationships":[{¦}]}').labels.at(-1), 'join')
  // A list of datamarts has datamarts.
  assert.equal(offered('[{¦}]').labels[0], 'name')
  const [{ detail, info, kind }] = offered('{¦}').result.options
  assert.deepEqual([detail, kind], ['text, required', 'key'])
  assert.match(info, /^Unique in the organisation/)
  const sql = offered(inTable('{"columns":[{¦}]}')).result.options.find(({ label }) => label === 'sql')
  assert.equal(sql.detail, 'text, required if isCustomColumn is true')

  assert.equal(offered('{¦}').taken('name'), '{"name": "¦"}')
  assert.equal(offered('{¦}').taken('tableList'), '{"tableList": [¦]}')
  assert.equal(offered('{¦}').taken('tenancySettings'), '{"tenancySettings": { "tenancyLevel": "¦" }}')
  assert.equal(offered(inTable('{¦}')).taken('isHide'), inTable('{"isHide": true¦}'))
})

test('what is typed is replaced, with its closing quote, and missing commas are added', () => {
  for (const [before, label, after] of [
    ['{ "na¦', 'name', '{ "name": "¦"'],
    ['{ "na¦ }', 'name', '{ "name": "¦" }'],
    ['{ "na¦" }', 'name', '{ "name": "¦" }'],
    ['{ na¦ }', 'name', '{ "name": "¦" }'],
    ["{ 'na¦' }", 'name', "{ 'name\": \"¦\" }"],
    ['{ "na¦me": 1 }', 'name', '{ "name"¦: 1 }'],
    ['{ na¦ : 1 }', 'name', '{ "name"¦ : 1 }'],
    ['{ ¦"name": "x" }', 'tableList', '{ "tableList": [¦],"name": "x" }'],
    ['{\n  "na¦\n  "tableList": [] }', 'name', '{\n  "name": "¦",\n  "tableList": [] }'],
    ['{ "name": "x" ¦ }', 'tableList', '{ "name": "x", "tableList": [¦] }'],
    ['{\n  "name": "x"\n  "ta¦\n}', 'tableList', '{\n  "name": "x",\n  "tableList": [¦]\n}'],
    ['{ "tableList": []\n  ta¦ }', 'tenancySettings', '{ "tableList": [],\n  "tenancySettings": { "tenancyLevel": "¦" } }'],
    ['{"tableList":[{"name":"or¦, "columns":[]}]}', 'orders', '{"tableList":[{"name":"orders"¦, "columns":[]}]}'],
    ['{"tableList":[{"name":"or¦ders", "columns":[]}]}', 'customers', '{"tableList":[{"name":"customers"¦, "columns":[]}]}'],
    ['{"tableList":[{"name": ¦\n"columns":[]}]}', 'orders', '{"tableList":[{"name": "orders",¦\n"columns":[]}]}'],
    ['{"tableList":[{"isHide": ¦false}]}', 'true', '{"tableList":[{"isHide": true¦}]}'],
    ['{"tableList":[{"isHide": f¦alse}]}', 'true', '{"tableList":[{"isHide": true¦}]}'],
    ['{"tableList":[{} ¦]}', 'new table', '{"tableList":[{}, { "name": "¦", "columns": [] }]}'],
    ['{"tableList":[¦{}]}', 'new table', '{"tableList":[{ "name": "¦", "columns": [] },{}]}'],
  ]) {
    assert.equal(offered(before).taken(label), after, before)
  }
  // Where an object is already, nothing takes its place.
  assert.deepEqual(offered('{"tenancySettings": ¦{}}').labels, [])
})

test('nothing is offered in comments, after complete keys, and where the contract has nothing', () => {
  for (const text of ['{ // ¦\n}', '{ /* ¦', '{ "name" ¦', '{"other": {¦}}', '{"other": [¦]}', '{"name": "¦"}', '{"name": "x¦"}', '{"name": {"¦"}}', '{"tableList": [{"label": "¦"}]}', '{"constructor": {¦}}', '{"__proto__": ¦}']) {
    assert.deepEqual(offered(text).labels, [], text)
  }
  assert.notDeepEqual(offered('{ // x\n¦}').labels, [])
  assert.notDeepEqual(offered('{ /* x */ ¦}').labels, [])
})

test('values are those that the contract allows', () => {
  assert.deepEqual(offered('{"tenancySettings":{"tenancyLevel":"¦"}}').labels, ['TABLE', 'DATABASE', 'MULTI_DATABASE'])
  assert.deepEqual(offered('{"tenancySettings":{"clientColumnType":¦}}').labels, ['NUMBER', 'STRING', 'null'])
  assert.deepEqual(offered('{"tenancySettings":{"clientColumnType":"¦"}}').labels, ['NUMBER', 'STRING'])
  assert.deepEqual(offered('{"relationships":[{"join": L¦}]}').labels, ['INNER JOIN', 'LEFT JOIN', 'RIGHT JOIN', 'FULL JOIN', 'null'])
  assert.deepEqual(offered(inTable('{"isHide": t¦}')).labels, ['true', 'false'])
  assert.deepEqual(offered('{"tenancySettings": ¦}').labels, ['new tenancy settings'])
  assert.deepEqual(offered('{"relationships": ¦}').labels, ['[ ]'])
  assert.match(offered('{"relationships":[\n  ¦\n]}').taken('new relationship'), /^\{"relationships":\[\n {2}\{\n {4}"parentTableName": "¦",\n {4}"parentColumnName": "",[^]*\n {2}\}\n\]\}$/)
})

test('tables and columns come from the catalog, with schemas and types', () => {
  const tables = offered('{"tableList":[{"name":"customers"}, ¦]}')
  assert.deepEqual(tables.labels, ['orders', 'orders', 'new table'])
  assert.deepEqual(tables.result.options.map(({ detail }) => detail), ['public · 3 columns', 'archive · 1 columns', undefined])
  assert.equal(tables.taken('orders'), '{"tableList":[{"name":"customers"}, { "name": "orders", "schemaName": "public", "columns": [¦] }]}')
  assert.deepEqual(offered(inTable('{"name":"¦"}')).labels, ['orders', 'customers', 'orders'])
  assert.deepEqual(offered(inTable('{"name":"orders","schemaName":"¦"}')).labels, ['public', 'archive'])

  // The table may be named after its columns, in another case, and with either schema.
  for (const [table, names] of [
    ['{"name":"orders","columns":[{"name":"id"},¦]}', ['total', 'customer_id']],
    ['{"columns":[¦],"name":"customers"}', ['id', 'name', 'tenant']],
    ['{"name":"ORDERS","schemaName":"ARCHIVE","columns":[¦]}', ['old_id']],
    ['{"name":"orders","schemaName":"other","columns":[¦]}', []],
    ['{"name":"","columns":[¦]}', []],
  ]) {
    const { result } = offered(inTable(table))
    assert.deepEqual(result.options.filter(({ kind }) => kind === 'column').map(({ label }) => label), names, table)
  }
  assert.deepEqual(offered(inTable('{"name":"orders","columns":[{"name":"id"},{"name":"¦"}]}')).result.options.map(({ label, detail }) => [label, detail]), [
    ['total', 'numeric'],
    ['customer_id', 'integer'],
  ])
  // The name that is being changed may stay.
  assert.deepEqual(offered(inTable('{"name":"customers","columns":[{"name":"id"},{"name":"na¦me"}]}')).labels, ['name', 'tenant'])
  assert.deepEqual(offered(inTable('{"name":"orders","clientColumn":"¦","columns":[{"name":"customer_id"}]}')).labels, ['customer_id', 'id', 'total'])
  assert.deepEqual(offered('{"datasourceName":"¦"}', { ...OPTIONS, datasources: { data: [{ name: 'lake' }, 'warehouse'] } }).labels, ['warehouse', 'lake'])
  assert.deepEqual(offered('{"name":"¦"}', { operation: 'update', existingDatamarts: ['sales'] }).labels, ['sales'])
  assert.deepEqual(offered('{"name":"¦"}', { existingDatamarts: ['sales'] }).labels, [])
})

test('all columns that are missing are one completion, each on its line', () => {
  const text = `{
    "tableList": [
        { "name": "orders", "schemaName": "public", "columns": [¦] }
    ]
}`
  const all = offered(text)
  assert.deepEqual(all.labels.slice(0, 2), ['all 3 columns', 'id'])
  const taken = all.taken('all 3 columns').replace('¦', '')
  assert.equal(taken, text.replace('¦', '\n            { "name": "id" },\n            { "name": "total" },\n            { "name": "customer_id" }\n        '))
  const alone = offered('{"tableList":[{"name":"orders","columns":[\n\t{"name":"id"},\n\t¦\n]}]}')
  assert.equal(alone.taken('the other 2 columns'), '{"tableList":[{"name":"orders","columns":[\n\t{"name":"id"},\n\t{ "name": "total" },\n\t{ "name": "customer_id" }¦\n]}]}')
  assert.match(offered(inTable('{"columns":[¦]}')).taken('new custom column'), /\[\{ "name": "¦", "isCustomColumn": true, "sql": "" \}\]/)
})

test('relationships join tables of the datamart by columns of the table that they name', () => {
  assert.deepEqual(offered(inRelationship('"parentTableName":"¦"')).labels, ['orders', 'customers'])
  assert.deepEqual(offered(inRelationship('"childTableName":cust¦')).labels, ['orders', 'customers'])
  const parent = offered(inRelationship('"parentColumnName":"¦","parentTableName":"orders"'))
  assert.deepEqual(parent.result.options.map(({ label, kind, detail }) => [label, kind, detail]), [
    ['id', 'column', 'integer'],
    ['customer_id', 'column', 'integer'],
    ['net', 'customColumn', 'custom column'],
    ['total', 'column', 'numeric'],
  ])
  assert.deepEqual(offered(inRelationship('"parentTableName":"orders","childColumnName":"¦"')).labels, [])
  // What has the type of the other end comes first.
  const child = offered(inRelationship('"parentTableName":"orders","parentColumnName":"customer_id","childTableName":"customers","childColumnName":"¦"'))
  const boosts = Object.fromEntries(child.result.options.map(({ label, boost }) => [label, boost]))
  assert.ok(boosts.id > boosts.name)
  assert.deepEqual(offered(inRelationship('"parentTableName":"orders","childTableName":"customers","relationshipName":"¦"')).labels, ['orders_to_customers', 'customers_to_orders'])
  // Without a catalog the datamart's own columns are known.
  assert.deepEqual(offered(inRelationship('"childTableName":"customers","childColumnName":"¦"'), undefined ?? {}).labels, ['id'])
})

test('the mapping table and its columns come from the catalog', () => {
  const inside = (members) => `{${TWO},"tenancySettings":{"tenancyLevel":"TABLE",${members}}}`
  assert.deepEqual(offered(inside('"tableName":"¦"')).labels, ['orders', 'customers', 'orders'])
  assert.deepEqual(offered(inside('"schemaName":"¦","tableName":"customers"')).labels, ['public', 'archive'])
  assert.deepEqual(offered(inside('"schemaName":"public","tableName":"customers","tableClientNameColumn":"¦"')).labels, ['id', 'name', 'tenant'])
  assert.deepEqual(offered(inside('"tablePrimaryKeyColumn":"¦","tableName":"orders","schemaName":"archive"')).labels, ['old_id'])
  assert.deepEqual(offered(inside('"tableName":"customers","tablePrimaryKeyColumn":"¦"'), {}).labels, ['id'])
})

test('SQL is completed inside its string, whatever is escaped', () => {
  const inside = (sql) => inTable(`{"name":"orders","columns":[{"name":"total"},{"name":"a \\"b\\""},{"name":"net","isCustomColumn":true,"sql":${sql}}]}`)
  const found = offered(inside('"tot¦"'))
  assert.deepEqual(found.result.options.filter(({ kind }) => kind === 'column').map(({ label, detail }) => [label, detail]), [
    ['total', 'numeric'],
    ['"a ""b"""', undefined],
  ])
  assert.equal(found.taken('total'), inside('"total¦"'))
  assert.equal(offered(inside('"\\u0031 + a¦ + 1"')).taken('"a ""b"""'), inside('"\\u0031 + \\"a \\"\\"b\\"\\"\\"¦ + 1"'))
  assert.equal(offered(inside('"\\"to¦\\" + \\ud83d"')).taken('total'), inside('"\\"total\\"¦ + \\ud83d"'))
  assert.equal(offered(inside('"DATE_T¦')).taken('DATE_TRUNC').includes(`"DATE_TRUNC('month', ¦)`), true)
  assert.deepEqual(offered(inside('"\'x¦"')).labels, [])
  assert.deepEqual(offered(inside('"\\u00¦"')).labels, [])
  assert.deepEqual(offered(inside('"t¦"'), { datasourceType: 'mongodb' }).labels, [])
})

test('hovering shows the documentation of the contract, and what the catalog has', () => {
  const text = `{${TWO},"tenancySettings":{"tenancyLevel":"TABLE","tableName":"customers","tableClientNameColumn":"tenant"},"relationships":[{"parentTableName":"orders","parentColumnName":"id","join":"LEFT JOIN"}]}`
  const at = (word, last = false) => {
    const offset = last ? text.lastIndexOf(word) : text.indexOf(word)
    const found = describeAt(text, offset, OPTIONS)
    return found && { shown: text.slice(found.from, found.to), title: found.title, detail: found.detail, info: found.info }
  }
  assert.deepEqual(at('"tableList"'), { shown: '"tableList"', title: 'tableList', detail: 'list of Table, required', info: 'At least one table.' })
  assert.equal(at('tenancyLevel').detail, 'TABLE | DATABASE | MULTI_DATABASE, required')
  assert.match(at('TABLE').info, /^By a column in each table/)
  assert.deepEqual(at('orders'), { shown: '"orders"', title: 'public.orders', detail: 'table, 3 columns', info: undefined })
  assert.deepEqual(at('"id"'), { shown: '"id"', title: 'public.orders.id', detail: 'integer', info: undefined })
  assert.deepEqual(at('"net"'), { shown: '"net"', title: 'orders.net', detail: 'custom column', info: 'id' })
  assert.deepEqual(at('id"}]', false), { shown: 'id', title: 'id', detail: 'integer', info: undefined })
  assert.equal(at('tenant"', true).title, 'public.customers.tenant')
  assert.equal(at('"orders"', true).title, 'public.orders')
  assert.equal(at('"id"', true).detail, 'integer')
  assert.match(at('LEFT').info, /kind of join/)
  assert.equal(at('true').title, 'isCustomColumn')
  for (const nothing of ['{', '[', ':', ',']) assert.equal(at(nothing), undefined)
  assert.equal(describeAt('{"other": 1, "name": "x"}', 3), undefined)
  assert.equal(describeAt('', 0), undefined)
})

test('a malformed catalog completes nothing, and never throws', () => {
  for (const catalog of [7, 'x', [], {}, { tables: 7 }, { tables: [null, 7, {}, { name: 7 }, { name: 'x' }, { name: 'y', columns: [null, {}, { name: 7 }] }] }, { data: null }, { data: 7 }]) {
    for (const text of ['{"tableList":[¦]}', '{"tableList":[{"name":"y","columns":[¦]}]}', '{"datasourceName":"¦"}']) {
      assert.ok(Array.isArray(offered(text, { catalog }).labels))
    }
  }
})

/** A datamart with everything in it. */
const WHOLE = JSON.stringify(
  {
    name: 'sales',
    datasourceName: 'warehouse',
    tableList: [
      { name: 'orders', schemaName: 'public', isHide: false, label: 'Größe "x"', columns: [{ name: 'id' }, { name: 'net', isCustomColumn: true, sql: 'SUM("id") / 2', isAggregate: true }] },
      { name: 'customers', schemaName: 'public', clientColumn: 'tenant', columns: [{ name: 'id', alias: null }] },
    ],
    tenancySettings: { tenancyLevel: 'TABLE', clientColumnType: 'STRING', schemaName: 'public', tableName: 'customers', tableClientNameColumn: 'name', tablePrimaryKeyColumn: 'id' },
    relationships: [{ parentTableName: 'orders', parentColumnName: 'id', childTableName: 'customers', childColumnName: 'id', relationshipName: 'x', join: 'LEFT JOIN', cardinality: null }],
  },
  null,
  2,
)

test('at every position, whatever is before and after it, the answer is inside the text', () => {
  const check = (text, offset) => {
    const result = completeDatamart(text, offset, OPTIONS)
    if (result) {
      const { from, to, also = [], options } = result
      assert.ok(0 <= from && from <= offset && offset <= to && to <= text.length, `${from} ${offset} ${to} in ${JSON.stringify(text)}`)
      for (const { start, end } of also) assert.ok(0 <= start && start <= end && end <= from)
      assert.notEqual(options.length, 0)
      for (const { insert, caret = 0, label } of options) assert.ok(label !== '' && caret >= 0 && caret <= insert.length)
    }
    const found = describeAt(text, offset, OPTIONS)
    if (found) assert.ok(found.from <= offset && offset < found.to && found.to <= text.length)
    return result
  }
  let answers = 0
  for (let offset = 0; offset <= WHOLE.length; offset++) {
    const [before, after] = [WHOLE.slice(0, offset), WHOLE.slice(offset)]
    if (check(WHOLE, offset)) answers++
    for (const typed of ['', '"', ',', '{', '[', 'a', '"a', "'", '\\', '//', '\n', ':', '}', ']', '\ud83d']) {
      check(before + typed, before.length + typed.length)
      check(before + typed + after, before.length + typed.length)
    }
  }
  assert.ok(answers > 300, String(answers))
})

test('a completion of a readable text leaves it readable', () => {
  const readable = (text) => validateDatamart(text).issues.every(({ code }) => code !== 'syntax')
  assert.ok(readable(WHOLE))
  let taken = 0
  for (let offset = 0; offset <= WHOLE.length; offset++) {
    const result = completeDatamart(WHOLE, offset, OPTIONS)
    for (const option of result?.options ?? []) {
      const applied = apply(WHOLE, result, option)
      assert.ok(readable(applied), `${option.label} at ${offset}: ${applied.slice(Math.max(0, offset - 40), offset + 80)}`)
      taken++
    }
  }
  assert.ok(taken > 3_000, String(taken))
})

test('the work grows with the text, and not faster', () => {
  const stepsFor = (tables) =>
    stepsOfProgram(
      `import { completeDatamart, describeAt } from 'datamart-validator/completion'
       const tableList = Array.from({ length: ${tables} }, (_, t) => ({ name: 't' + t, columns: Array.from({ length: 50 }, (_, c) => ({ name: 'c' + c, label: 'x' })) }))
       const text = JSON.stringify({ name: 'x', tableList, relationships: [{ parentTableName: 't1', parentColumnName: '' }] }, null, 2)
       const offset = text.lastIndexOf('""') + 1
       for (let times = 0; times < 5; times++) {
         if (completeDatamart(text, offset).options.length !== 50) throw new Error('not found')
         describeAt(text, offset)
       }`,
      CONSUMER,
    )
  const [quarter, whole] = [stepsFor(25), stepsFor(100)]
  assert.ok(whole <= 4.5 * quarter, `${quarter} steps for a quarter, ${whole} for the whole`)
  assert.ok(whole > 2 * quarter, `${quarter} steps for a quarter, ${whole} for the whole: is anything done?`)
})
