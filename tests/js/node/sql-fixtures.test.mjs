/**
 * The fixtures and samples of the SQL parser, shared with the Rust tests, through the optimised
 * module.
 */

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { analyzeSql } from 'datamart-validator'

const DATA = fileURLToPath(new URL('../../data/sql', import.meta.url))

const files = readdirSync(DATA, { recursive: true })
  .map((file) => String(file).replaceAll(path.sep, '/'))
  .filter((file) => /^[^/]+\/(ok|err)\/[^/]+\.sql$/.test(file))
  .sort()

const pair = ({ start, end }) => [start, end]

/** What the fixtures of valid expressions contain; JavaScript does not receive the rest. */
const references = ({ columns, functions, isAggregate, hasWindow }) => ({
  columns: columns.map(({ name, range, table, inSubquery }) => ({
    name,
    range: pair(range),
    ...(table !== undefined && { qualifier: table }),
    ...(inSubquery && { inSubquery }),
  })),
  functions: functions.map(({ name, kind }) => `${name} ${kind[0].toUpperCase()}${kind.slice(1)}`),
  isAggregate,
  hasWindow,
})

/** What the fixtures of invalid ones contain. */
const problem = ({ message, help, suggestion, range, related }) => ({
  message,
  range: pair(range),
  ...(help !== undefined && { help }),
  ...(suggestion !== undefined && { suggestion }),
  ...(related && { related: { message: related[0].message, range: pair(related[0].range) } }),
})

test('there are fixtures with every result', () => {
  for (const verdict of ['/ok/', '/err/']) assert.ok(files.some((file) => file.includes(verdict)))
})

for (const file of files) {
  const dialect = file.split('/')[0]
  const options = dialect === 'generic' ? undefined : { datasourceType: dialect }
  const expected = JSON.parse(readFileSync(path.join(DATA, file.replace(/\.sql$/, '.expected.json')), 'utf8'))
  const expressions = readFileSync(path.join(DATA, file), 'utf8').split('\n\n').map((sql) => sql.trim()).filter(Boolean)

  test(`sql/${file}`, () => {
    assert.equal(expressions.length, expected.length)
    for (const [number, sql] of expressions.entries()) {
      const found = analyzeSql(sql, options)
      if (file.includes('/ok/')) {
        const { bareColumnsBesideAggregate, subqueries, ...told } = expected[number]
        assert.deepEqual(references(found), told, sql)
      } else {
        const told = expected[number].map(({ kind, severity, text, ...told }) => told)
        assert.deepEqual(found.issues.filter(({ code }) => code !== 'sql-subquery').map(problem), told, sql)
      }
    }
  })
}

/** The API's names for the samples' dialects, if they differ. */
const TYPES = { sqlserver: 'mssql', duckdb: 'csv', sqlite: undefined }

test('no expression that an engine accepts is refused', () => {
  const samples = readdirSync(path.join(DATA, 'samples')).flatMap((file) =>
    readFileSync(path.join(DATA, 'samples', file), 'utf8').trim().split('\n').map((line) => JSON.parse(line)),
  )
  const valid = samples.filter(({ verdict }) => verdict === 'valid')
  assert.ok(valid.length > 1000)
  const rules = { 'sql-nested-aggregate': 'off' }
  const refused = valid.filter(({ sql, dialect }) => !analyzeSql(sql, { datasourceType: dialect in TYPES ? TYPES[dialect] : dialect, rules }).valid)
  // The labels come from engines and parsers, some of which are wrong.
  assert.ok(refused.length <= valid.length * 0.002, JSON.stringify(refused.slice(0, 5), null, 1))
})
