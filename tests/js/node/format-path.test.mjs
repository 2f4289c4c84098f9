/** How paths are written: the same cases as in tests/rust/native.rs. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { DatamartInvalidError, buildRequest, formatPath, validateDatamart } from 'datamart-validator'

const cases = JSON.parse(readFileSync(new URL('../../data/paths.json', import.meta.url), 'utf8'))

test('a path is written as in the Rust crate', () => {
  assert.ok(cases.length > 10)
  for (const [steps, expected] of cases) assert.equal(formatPath(steps), expected)
})

test('half of a surrogate pair in a key is escaped, not lost', () => {
  assert.equal(formatPath(['\ud800']), '["\\ud800"]')
  assert.equal(formatPath([`${'a'.repeat(39)}😀b`]), `["${'a'.repeat(39)}😀…"]`)
})

test('the path of an issue, and of an error', () => {
  const datamart = { name: 'sales', datasourceName: 'warehouse', tableList: [{ name: 'orders', columns: [{ name: 5 }] }] }
  assert.equal(formatPath(validateDatamart(datamart).issues[0].path), 'tableList[0].columns[0].name')
  assert.throws(
    () => buildRequest(datamart),
    (error) => error instanceof DatamartInvalidError && error.message.includes('\n  tableList[0].columns[0].name: '),
  )
})
