/**
 * analyzeSql: a single expression, ranges in UTF-16 units, options, and inputs that are not
 * expressions.
 */

import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { analyzeSql, validateDatamart } from 'datamart-validator'
import { assertWorks, codes, withColumn } from './support/helpers.mjs'

afterEach(assertWorks)

const pieces = (sql, list) => list.map(({ range }) => sql.slice(range.start, range.end))

test('returns columns, functions, aggregates and windows, each with its range', () => {
  const sql = 'ROUND(SUM("o"."é😀" * orders.rate)) + RANK() OVER (ORDER BY 名)'
  const found = analyzeSql(sql, { datasourceType: 'postgres' })
  assert.deepEqual(found.issues, [])
  assert.equal(found.valid, true)
  assert.deepEqual(
    found.columns.map(({ range, ...column }) => column),
    [{ name: 'é😀', table: 'o' }, { name: 'rate', table: 'orders' }, { name: '名' }],
  )
  assert.deepEqual(pieces(sql, found.columns), ['"o"."é😀"', 'orders.rate', '名'])
  assert.deepEqual(
    found.functions.map(({ name, kind }) => [name, kind]),
    [['ROUND', 'scalar'], ['SUM', 'aggregate'], ['RANK', 'window']],
  )
  assert.deepEqual(pieces(sql, found.functions), ['ROUND', 'SUM', 'RANK'])
  assert.equal(found.isAggregate, true)
  assert.equal(found.hasWindow, true)
})

test('an issue has the range that a person would underline, and so do related locations', () => {
  const sql = "CONCAT('😀e\u0301', name"
  const { valid, issues } = analyzeSql(sql)
  assert.equal(valid, false)
  assert.deepEqual(codes({ issues }), ['sql-syntax'])
  assert.deepEqual(issues[0].range, { start: 6, end: 7 })
  for (const { path, related } of issues) {
    assert.deepEqual(path, [])
    assert.deepEqual(related[0].range, { start: sql.length, end: sql.length })
  }
})

test('returns the same for an expression as validateDatamart', () => {
  for (const sql of ['other +', 'SELECT other', 'other = NULL', 'SUM(SUM(other))', '(SELECT 1 FROM orders)', 'other AS o', "'text"]) {
    const { issues } = analyzeSql(sql, { datasourceType: 'mysql' })
    assert.equal(issues.length, 1, sql)
    const datamart = withColumn({ isCustomColumn: true, isAggregate: true, name: 'computed', sql })
    datamart.tableList[0].columns.push({ name: 'other' })
    const path = ['tableList', 0, 'columns', 1, 'sql']
    const related = (places) => places?.map((place) => ({ ...place, path }))
    const relocated = (fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, path })) })
    const inDatamart = issues.map((issue) => ({
      ...issue,
      path,
      ...(issue.related && { related: related(issue.related) }),
      ...(issue.fix && { fix: relocated(issue.fix) }),
    }))
    assert.deepEqual(validateDatamart(datamart, { datasourceType: 'mysql' }).issues, inDatamart)
  }
})

test('a column in a subquery is marked', () => {
  const { columns, issues } = analyzeSql('total / (SELECT MAX(price) FROM items)')
  assert.deepEqual(columns.map(({ name, inSubquery }) => [name, inSubquery]), [['total', undefined], ['price', true]])
  assert.deepEqual(codes({ issues }), ['sql-subquery'])
})

test('the datasource decides what a quote and an operator are', () => {
  const columns = (sql, datasourceType) => analyzeSql(sql, { datasourceType }).columns.map(({ name }) => name)
  assert.deepEqual(columns('status = "paid"', 'postgres'), ['status', 'paid'])
  assert.deepEqual(columns('status = "paid"', 'mysql'), ['status'])
  assert.deepEqual(columns('[Order Date]', 'mssql'), ['Order Date'])
  assert.equal(analyzeSql('a ? b : c', { datasourceType: 'clickhouse' }).valid, true)
  assert.equal(analyzeSql('a ? b : c', { datasourceType: 'mssql' }).valid, false)
  assert.equal(analyzeSql('a ? b : c').valid, true, 'no datasource is known, so any may be meant')
})

test('nothing is claimed for a datasource without SQL', () => {
  assert.deepEqual(analyzeSql('{ $sum: (', { datasourceType: 'mongodb' }), {
    valid: true,
    issues: [],
    columns: [],
    functions: [],
    isAggregate: false,
    hasWindow: false,
  })
})

test('the options rules and strict have an effect', () => {
  assert.deepEqual(analyzeSql('(SELECT total FROM orders)', { rules: { 'sql-subquery': 'off' } }).issues, [])
  assert.equal(analyzeSql('(SELECT total FROM orders)', { strict: true }).valid, false)
  assert.throws(() => analyzeSql('a', { datasourceType: 'postgress' }), { name: 'TypeError', message: /did you mean `postgres`/ })
})

test('SQL that is not a string is a TypeError', () => {
  for (const sql of [undefined, null, 5, {}, ['a'], new String('a'), Symbol('a')]) {
    assert.throws(() => analyzeSql(sql), { name: 'TypeError', message: /^datamart-validator: the SQL expression must be a string/ })
  }
})

test('an empty expression, a text that is JSON, half of a surrogate pair', () => {
  for (const sql of ['', '  ', '-- nothing']) assert.deepEqual(codes(analyzeSql(sql)), ['sql-not-an-expression'])
  assert.deepEqual(analyzeSql('"total"', { datasourceType: 'postgres' }).columns.map(({ name }) => name), ['total'])
  const { valid, issues } = analyzeSql("CONCAT('\ud83d', a)")
  assert.equal(valid, false)
  assert.deepEqual(issues.map(({ code, range }) => [code, range]), [['not-json', { start: 8, end: 9 }]])
})

test('a megabyte of anything ends with an ordinary issue', () => {
  const pieces = ['(', ')', '[', '{', 'CASE ', 'CASE WHEN a THEN ', 'a+', "'", '"', '`', '/*', '--', '$a$', 'NOT ', '- ', 'f(', 'a.', 'x -> ', 'a,', 'INTERVAL ', '😀', '\\']
  for (const piece of pieces) {
    for (const datasourceType of ['postgres', 'mysql', 'clickhouse', undefined]) {
      // Just below the limit, where all of it is read, and far beyond.
      for (const length of [250_000, 1_000_000]) {
        const { valid, issues } = analyzeSql(piece.repeat(length / piece.length), { datasourceType })
        assert.equal(typeof valid, 'boolean')
        assert.ok(length < 1_000_000 || codes({ issues }).includes('sql-syntax'))
      }
    }
  }
})
