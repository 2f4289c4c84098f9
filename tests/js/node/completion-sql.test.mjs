/** What an editor offers and shows in an SQL expression: columns, functions with signatures, words. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

import { analyzeSql, createValidator } from 'datamart-validator'
import { completeSql, describeSql } from 'datamart-validator/completion'

const TYPES = [
  'athena',
  'awss3',
  'bigquery',
  'clickhouse',
  'cockroachdb',
  'csv',
  'databricks',
  'elasticsearch',
  'firebolt',
  'mssql',
  'mysql',
  'opensearch',
  'postgres',
  'redshift',
  'singlestore',
  'snowflake',
  'trino',
]
const TABLE = { name: 'public.orders', columns: ['id', { name: 'Total', dataType: 'numeric', label: 'All of it' }, { name: 'net', isCustomColumn: true, sql: 'id * 2' }] }

/** @param {string} marked @param {import('datamart-validator/completion').SqlContext} [context] */
function offered(marked, context = { datasourceType: 'postgres', table: TABLE }) {
  const offset = marked.indexOf('¦')
  const sql = marked.replace('¦', '')
  const result = completeSql(sql, offset, context)
  const options = [...(result?.options ?? [])].sort((one, other) => (other.boost ?? 0) - (one.boost ?? 0))
  const taken = (label) => {
    const { insert, caret = insert.length } = options.find((one) => one.label === label)
    return sql.slice(0, result.from) + insert.slice(0, caret) + '¦' + insert.slice(caret) + sql.slice(result.to)
  }
  return { result, options, labels: options.map(({ label }) => label), taken }
}

test('columns come first where a value is expected, and operators after a value', () => {
  for (const before of ['¦', 'id + ¦', 'id AND ¦', 'COALESCE(id, ¦', 'CASE WHEN ¦', '/* x */ ¦', "'x' || ¦"]) assert.deepEqual(offered(before).labels.slice(0, 3), ['id', '"Total"', 'net'], before)
  for (const before of ['id ¦', "'x' ¦", '1 ¦', '(id) ¦', '"Total" ¦', 'id -- x\n¦']) assert.deepEqual(offered(before).labels.slice(0, 3), ['AND', 'OR', 'IN'], before)
  const { options } = offered('¦')
  assert.deepEqual(options[1], { label: '"Total"', kind: 'column', detail: 'numeric', info: 'All of it', insert: '"Total"' })
  assert.equal(options[2].kind, 'customColumn')
})

test('after a table, and after an open quote, there are only columns', () => {
  assert.deepEqual(offered('orders.¦').labels, ['id', '"Total"', 'net'])
  assert.deepEqual(offered('"¦').labels, ['"id"', '"Total"', '"net"'])
  assert.equal(offered('customers.¦').result, undefined)
  assert.equal(offered('"¦', { datasourceType: 'postgres' }).result, undefined)
  assert.equal(offered("'¦").result, undefined)
  assert.equal(offered('-- ¦').result, undefined)
})

test('a function is inserted with the caret at its first argument, in the case that was begun', () => {
  for (const [before, label, after] of [
    ['COAL¦', 'COALESCE', 'COALESCE(¦)'],
    ['coal¦', 'coalesce', 'coalesce(¦)'],
    ['coal¦(id)', 'coalesce', 'coalesce¦(id)'],
    ['¦', 'CURRENT_DATE', 'CURRENT_DATE¦'],
    ['¦', 'NOW', 'NOW()¦'],
    ['¦', 'CAST', 'CAST(¦ AS )'],
    ['¦', 'EXTRACT', 'EXTRACT(¦ FROM )'],
    ['¦', 'DATE_TRUNC', "DATE_TRUNC('month', ¦)"],
    ['¦', 'ROW_NUMBER', 'ROW_NUMBER() OVER ()¦'],
    ['¦', 'PERCENTILE_CONT', 'PERCENTILE_CONT(¦) WITHIN GROUP (ORDER BY )'],
    ['id ¦', 'BETWEEN', 'id BETWEEN ¦ AND'],
    ['id i¦', 'in', 'id in (¦)'],
    ['¦', 'CASE WHEN', 'CASE WHEN ¦ THEN  END'],
    ['id ¦', 'IS NOT NULL', 'id IS NOT NULL¦'],
  ]) {
    assert.equal(offered(before).taken(label), after, before)
  }
  // Names with a case of their own keep it.
  assert.equal(offered('tostart¦', { datasourceType: 'clickhouse' }).taken('toStartOfMonth'), 'toStartOfMonth(¦)')
  assert.deepEqual(offered('¦').options.find(({ label }) => label === 'SPLIT_PART'), {
    label: 'SPLIT_PART',
    kind: 'function',
    detail: '(text, separator, part)',
    insert: 'SPLIT_PART()',
    caret: 11,
    boost: -10,
  })
})

test('each dialect has its own functions and words', () => {
  const has = (datasourceType, label) => offered('¦', { datasourceType }).labels.includes(label)
  for (const [label, those, others] of [
    ['IFF', ['snowflake'], ['postgres', 'mssql']],
    ['IIF', ['mssql'], ['postgres', 'mysql']],
    ['DATE_TRUNC', ['postgres', 'trino', 'athena', 'csv', 'awss3'], ['mysql', 'mssql']],
    ['DATEADD', ['mssql', 'redshift', 'snowflake'], ['postgres', 'bigquery']],
    ['SAFE_DIVIDE', ['bigquery'], ['databricks']],
    ['ILIKE', ['postgres', 'snowflake'], ['mysql', 'mssql', 'bigquery', 'trino']],
    ['FILTER', ['postgres'], ['mysql']],
    ['TRUE', ['postgres'], ['mssql']],
    ['LEN', ['mssql'], ['postgres']],
    ['GROUP_CONCAT', ['mysql', 'singlestore'], ['postgres']],
  ]) {
    for (const type of those) assert.ok(has(type, label), `${type}: ${label}`)
    for (const type of others) assert.ok(!has(type, label), `${type}: ${label}`)
  }
  // Of an unknown dialect, what nearly all have.
  const unknown = offered('¦', { table: TABLE }).labels
  for (const label of ['COALESCE', 'SUM', 'CASE WHEN', 'ROW_NUMBER']) assert.ok(unknown.includes(label), label)
  for (const label of ['IFF', 'DATEADD', 'ILIKE']) assert.ok(!unknown.includes(label), label)
  assert.equal(completeSql('', 0, { datasourceType: 'mongodb', table: TABLE }), undefined)
  for (const datasourceType of ['constructor', '__proto__']) assert.ok(completeSql('', 0, { datasourceType }).options.length > 0)
})

/** A call as the signature describes it. @param {string} label @param {string} signature */
function call(label, signature) {
  const words = { type: 'INTEGER', unit: 'MONTH', value: 'id', condition: 'id > 1', count: '2', fraction: '0.5', interval: "INTERVAL '1' DAY", number: '1' }
  return label + signature.replace(/'[^']*'|, …|[a-z_]+/g, (word) => (word.startsWith("'") ? word : word === ', …' ? '' : (words[word] ?? 'id')))
}

test('each function can be called as its signature says, and aggregates are those of the engines', () => {
  let calls = 0
  for (const datasourceType of TYPES) {
    const file = datasourceType === 'athena' ? 'trino' : datasourceType === 'awss3' ? 'csv' : datasourceType
    const list = new URL(`../../data/sql/aggregates/${file}.txt`, import.meta.url)
    const aggregates = new Set(readFileSync(list, 'utf8').split('\n'))
    for (const { label, kind, detail } of offered('¦', { datasourceType }).options) {
      if (!['function', 'aggregate', 'window'].includes(kind)) continue
      const sql = call(label, detail) + (kind === 'window' ? ' OVER (ORDER BY id)' : '')
      const { valid, functions } = analyzeSql(sql, { datasourceType })
      assert.ok(valid, `${datasourceType}: ${sql}`)
      if (detail !== '') assert.equal(functions[0]?.kind ?? 'scalar', kind === 'function' ? 'scalar' : kind, `${datasourceType}: ${sql}`)
      // ClickHouse's combinators are not in its list.
      const name = datasourceType === 'clickhouse' ? label.replace(/(?<=count|sum|avg)If$/, '') : label
      // With OVER, some engines count window functions as aggregates.
      if (kind !== 'window') assert.equal(aggregates.has(name.toLowerCase()), kind === 'aggregate', `${datasourceType}: ${label}`)
      calls++
    }
  }
  assert.ok(calls > 1_400, String(calls))
})

test('no function and no word is listed twice', () => {
  for (const datasourceType of [undefined, ...TYPES]) {
    const labels = offered('¦', { datasourceType }).options.map(({ label, detail = '' }) => label + detail)
    assert.deepEqual(labels.filter((label, index) => labels.indexOf(label) !== index), [], datasourceType)
  }
})

test('names are quoted as the package reads them in each dialect', () => {
  const names = ['total', 'Total', 'select', 'a b', '1st', 'ä', 'x"y', 'x`y', 'a.b', "it's"]
  for (const datasourceType of [undefined, ...TYPES]) {
    const context = { datasourceType, table: { columns: names } }
    for (const validator of [undefined, createValidator({ datasourceType })]) {
      for (const sql of ['¦', 'x + ¦']) {
        const columns = completeSql(sql.replace('¦', ''), sql.indexOf('¦'), { ...context, validator }).options.filter(({ kind }) => kind === 'column')
        assert.equal(columns.length, names.length)
        for (const [index, { insert }] of columns.entries()) {
          const { valid, columns: read } = analyzeSql(insert, { datasourceType })
          assert.deepEqual([valid, read.map(({ name }) => name)], [true, [names[index]]], `${datasourceType}: ${insert}`)
        }
      }
    }
    // In a string, where only the dialect decides whether a backslash ends it.
    const isEscape = analyzeSql(String.raw`'\''`, { datasourceType }).valid
    assert.equal(completeSql(String.raw`'\' + `, 6, context) === undefined, isEscape, datasourceType)
  }
})

test('hovering shows signatures and types', () => {
  const context = { datasourceType: 'postgres', table: TABLE }
  const at = (marked, given = context) => describeSql(marked.replace('¦', ''), marked.indexOf('¦'), given)
  assert.deepEqual(at('1 + co¦alesce(id)'), { from: 4, to: 12, title: 'COALESCE(value, …)' })
  assert.deepEqual(at('¦SUM(id)'), { from: 0, to: 3, title: 'SUM(number)', detail: 'aggregate function' })
  assert.deepEqual(at('"T¦otal"'), { from: 0, to: 7, title: 'Total', detail: 'numeric', info: 'All of it' })
  assert.deepEqual(at('orders.n¦et'), { from: 7, to: 10, title: 'net', detail: 'custom column', info: 'id * 2' })
  assert.equal(at('I¦D').title, 'id')
  for (const nothing of ['other¦ ', 'customers.i¦d', "'i¦d'", '-- i¦d', '1 ¦+ 1', 'unknown¦(id)', '¦', 'id¦']) assert.equal(at(nothing), undefined, nothing)
  assert.equal(at('i¦d', { datasourceType: 'mongodb', table: TABLE }), undefined)
})
