/**
 * Inputs larger than anything typed by hand: each gets a result. `hostile-growth` tests how the
 * work grows with the size.
 */

import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { validateDatamart } from 'datamart-validator'
import { assertWorks, codes, datamart } from './support/helpers.mjs'

afterEach(assertWorks)

const MEGABYTE = 1024 * 1024
const list = (length, item) => Array.from({ length }, (_, number) => item(number))

const TOO_LARGE = {
  'a JSON text of 50 MB': () => `{"name":"${'x'.repeat(50 * MEGABYTE)}"}`,
  'a JSON text of 50 MB in many values': () => `[${'"value", '.repeat(5.5 * MEGABYTE)}1]`,
  'a JSON text that takes more than 32 MB as UTF-8 only': () => `{"name":"${'é'.repeat(20 * MEGABYTE)}"}`,
  '50 MB of whitespace': () => ' '.repeat(50 * MEGABYTE),
  'a field of 50 MB': () => datamart({ name: 'x'.repeat(50 * MEGABYTE) }),
  'a text as long as the engine allows, next to others': () => datamart({ name: 'x'.repeat(2 ** 29 - 24), datasourceName: 'x'.repeat(1000) }),
  'a key of 50 MB': () => datamart({ ['x'.repeat(50 * MEGABYTE)]: 1 }),
  'the same 1 MB fifty times': () => datamart({ tableList: list(50, () => ({ name: 'x'.repeat(MEGABYTE), columns: [] })) }),
  'five million values': () => datamart({ tableList: Array(5_000_000).fill(null) }),
  'five million values in text': () => `[${'1,'.repeat(5_000_000)}1]`,
  'five million empty objects': () => datamart({ tableList: Array(5_000_000).fill({}) }),
  'an array of the greatest length': () => datamart({ tableList: new Array(4294967295) }),
  'an array of the greatest length as the datamart': () => new Array(4294967295),
}

for (const [name, make] of Object.entries(TOO_LARGE)) {
  test(`${name} is too large, which is one issue`, () => {
    const { valid, issues } = validateDatamart(make())
    assert.equal(valid, false)
    assert.deepEqual(issues.map(({ code, path }) => [code, path]), [['too-large', []]])
  })
}

test('just inside the limits, everything is read', () => {
  const long = 'x'.repeat(30 * MEGABYTE)
  assert.deepEqual(codes(validateDatamart(datamart({ name: long }))), [])
  assert.deepEqual(codes(validateDatamart(JSON.stringify(datamart({ name: long })))), [])
  const many = datamart({ extra: Array(3_999_000).fill(true) })
  assert.deepEqual(codes(validateDatamart(many)), ['unknown-field'])
  assert.deepEqual(codes(validateDatamart(JSON.stringify(many))), ['unknown-field'])
  const sparse = validateDatamart(datamart({ tableList: new Array(1_000_000) }))
  assert.deepEqual([...new Set(codes(sparse))], ['too-many-issues', 'not-json'])
})

test('of 200,000 wrong items ten thousand are listed, and the rest is counted', () => {
  for (const input of [datamart({ tableList: Array(200_000).fill(5) }), JSON.stringify(datamart({ tableList: Array(200_000).fill(5) }))]) {
    const { valid, issues } = validateDatamart(input)
    assert.equal(valid, false)
    assert.equal(issues.length, 10_001)
    const rest = issues.filter(({ code }) => code === 'too-many-issues')
    assert.equal(rest.length, 1)
    assert.match(rest[0].message, /190000|190,000/)
  }
})

test('errors that are not listed count', () => {
  const tableList = [...list(20_000, (number) => ({ name: `t${number}`, extra: 1, columns: [{ name: 'id' }] })), 5]
  const result = validateDatamart(datamart({ tableList }))
  assert.equal(result.valid, false)
  assert.equal(result.issues.length, 10_001)
})
