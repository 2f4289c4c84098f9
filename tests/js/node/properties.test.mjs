/** What holds for every datamart, tested with random ones. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { DatamartInvalidError, buildRequest, rules, validateDatamart } from 'datamart-validator'
import { randomFrom } from '../support/random.mjs'
import { datamarts, options, shapely, shuffled } from './support/arbitraries.mjs'
import { codes, datamart, deepFreeze, withoutTextRanges } from './support/helpers.mjs'
import { locate } from './support/locate.mjs'
import { check as checkProperty } from './support/property.mjs'

const check = (...args) => checkProperty(fc.property(...args), 400)

const byPlace = (issues) =>
  issues
    .map((issue) => ({ ...issue, related: issue.related?.map((it) => JSON.stringify(it)).sort() }))
    .sort((a, b) => (JSON.stringify([a.path, a.code, a.message]) < JSON.stringify([b.path, b.code, b.message]) ? -1 : 1))

/** The value at a path; `missing` if only its parent exists. */
function follow(value, path) {
  let current = value
  for (const [index, step] of path.entries()) {
    assert.equal(typeof current, 'object', `nothing at ${JSON.stringify(path)}`)
    assert.equal(typeof step, Array.isArray(current) ? 'number' : 'string', 'indexes are numbers, keys are strings')
    if (!Object.hasOwn(current, step)) {
      assert.equal(index, path.length - 1, `nothing at ${JSON.stringify(path.slice(0, index + 1))}`)
      return { missing: true }
    }
    current = current[step]
  }
  return { found: current }
}

test('a text and the object that it represents get the same result', () => {
  check(datamarts, options, fc.constantFrom(undefined, 1, '\t'), (value, options, space) => {
    const asText = validateDatamart(JSON.stringify(value, null, space), options)
    assert.deepEqual({ ...asText, issues: withoutTextRanges(asText.issues) }, validateDatamart(value, options))
  })
})

test('the order of keys does not matter', () => {
  check(datamarts, options, fc.integer(), (value, options, seed) => {
    const other = shuffled(value, randomFrom(seed))
    assert.deepEqual(byPlace(validateDatamart(other, options).issues), byPlace(validateDatamart(value, options).issues))
  })
})

test('the order of keys does not matter for guessing which key is misspelled', () => {
  // Both are one typing mistake away from `name`.
  const { name, ...rest } = datamart()
  const one = validateDatamart({ nam: name, nme: name, ...rest })
  const other = validateDatamart({ nme: name, nam: name, ...rest })
  assert.deepEqual(byPlace(one.issues), byPlace(other.issues))
})

test('the result follows from the issues, and a second call returns the same', () => {
  check(datamarts, options, (value, options) => {
    deepFreeze(value)
    const result = validateDatamart(value, options)
    assert.equal(result.valid, result.issues.every(({ severity }) => severity !== 'error'))
    assert.deepEqual(validateDatamart(value, options), result)
  })
})

test('a message is one line without a final period, whatever the user wrote', () => {
  const hostileKey = fc.constantFrom('a\nb', 'a\r\nb', '\u2028', '\u0000', 'x'.repeat(500))
  check(datamarts, options, hostileKey, (value, options, text) => {
    const [table] = Array.isArray(value.tableList) ? value.tableList : []
    const others = { name: text, [text]: 1, datasourceName: text, relationships: [{ parentTableName: text, cardinality: text }] }
    for (const input of [value, { ...value, ...others }, { ...value, tableList: [table, { isHide: text }, text] }]) {
      for (const { code, message, help = '', related = [] } of validateDatamart(input, options).issues) {
        for (const words of [message, ...related.map((it) => it.message)]) {
          assert.match(words, /^[^\r\n\u2028\u2029\0]+[^.\s]$/, code)
          assert.ok(words.length < 400, `${code}: ${words.length} characters`)
        }
        assert.doesNotMatch(help, /\n/)
      }
    }
  })
})

test('every path is in the datamart, or its object for a missing field', () => {
  check(datamarts, options, (value, options) => {
    for (const { code, path, related = [] } of validateDatamart(value, options).issues) {
      for (const place of [path, ...related.map(({ path }) => path)]) {
        const { missing } = follow(value, place)
        if (missing) assert.match(code, /required|recommended|isolated|type/, `${code} at ${JSON.stringify(place)}`)
      }
    }
  })
})

test('issues are ordered by location', () => {
  check(datamarts, options, (value, options) => {
    const text = JSON.stringify(value)
    const places = locate(text)
    const order = validateDatamart(text, options).issues.map(({ path }) => (places.get(JSON.stringify(path)) ?? places.get(JSON.stringify(path.slice(0, -1)))).value.start)
    assert.deepEqual(order, [...order].sort((a, b) => a - b))
  })
})

test('a range is inside the string at its path and splits no character', () => {
  check(datamarts, options, (value, options) => {
    for (const { path, range } of validateDatamart(value, options).issues) {
      if (range === undefined) continue
      const { found } = follow(value, path)
      assert.equal(typeof found, 'string')
      assert.ok(0 <= range.start && range.start < range.end && range.end <= found.length)
      assert.ok(found.slice(range.start, range.end).isWellFormed?.() ?? true)
    }
  })
})

test('a text range shows the value, its key, or the bracket where it begins', () => {
  check(datamarts, options, fc.constantFrom(undefined, 2, '\t'), (value, options, space) => {
    const text = JSON.stringify(value, null, space)
    const places = locate(text)
    for (const issue of validateDatamart(text, options).issues) {
      for (const { path, textRange } of [issue, ...(issue.related ?? [])]) {
        assert.ok(textRange, 'a text gives every place a range')
        const { start, end } = textRange
        assert.ok(0 <= start && start < end && end <= text.length)
        const place = places.get(JSON.stringify(path))
        const shown = text.slice(start, end)
        if (place === undefined) {
          const parent = places.get(JSON.stringify(path.slice(0, -1)))
          assert.deepEqual([start, shown], [parent.value.start, '{'], 'a missing field: the bracket of its object')
        } else if (issue.range && path === issue.path) {
          const string = JSON.parse(text.slice(place.value.start, place.value.end))
          assert.equal(JSON.parse(`"${shown}"`), string.slice(issue.range.start, issue.range.end))
          assert.ok(place.value.start < start && end < place.value.end)
        } else if (place.key?.start === start) {
          assert.equal(end, place.key.end)
        } else {
          assert.equal(start, place.value.start)
          const whole = text.slice(start, place.value.end)
          assert.equal(shown, whole.includes('\n') ? whole[0] : whole)
        }
      }
    }
  })
})

test('another valid, unrelated table changes nothing for the others', () => {
  check(datamarts, options, (value, options) => {
    fc.pre(Array.isArray(value.tableList) && value.tableList.length > 0)
    const index = value.tableList.length
    const { tenancyLevel } = value.tenancySettings ?? {}
    const isolated = tenancyLevel === 'TABLE' ? { clientColumn: 'zzzz_tenant' } : {}
    const schema = ['opensearch', 'csv'].includes(options.datasourceType) ? {} : { schemaName: 'zzzz_schema' }
    const table = { name: 'zzzz_unrelated', ...schema, ...isolated, columns: [{ name: 'zzzz_column' }] }
    // A visible table resolves "everything is hidden", so that issue is related after all.
    const rules = { ...options.rules, 'unreached-table': 'off' }
    const issues = (value) => validateDatamart(value, { ...options, rules }).issues.filter(({ code, path }) => !(code === 'everything-hidden' && path.length === 1))
    const after = issues({ ...value, tableList: [...value.tableList, table] })
    assert.deepEqual(after.filter(({ path }) => path[0] === 'tableList' && path[1] === index), [])
    assert.deepEqual(after, issues(value))
  })
})

test('turning a rule off removes only its issues; strict changes only severities', () => {
  const fixed = ['syntax', 'duplicate-key', 'not-json', 'too-deep', 'too-large']
  check(datamarts, options, (value, given) => {
    const { strict, ...options } = given
    const { issues } = validateDatamart(value, options)
    for (const code of new Set(codes({ issues }))) {
      assert.ok(!fixed.includes(code))
      assert.deepEqual(validateDatamart(value, { ...options, rules: { [code]: 'off' } }).issues, issues.filter((issue) => issue.code !== code))
    }
    assert.deepEqual(validateDatamart(value, { ...options, strict: true }).issues, issues.map((issue) => ({ ...issue, severity: 'error' })))
  })
})

test('severities are the documented ones', () => {
  const documented = new Map(rules().map(({ code, severity }) => [code, severity]))
  check(datamarts, (value) => {
    for (const { code, severity } of validateDatamart(value).issues) assert.equal(severity, documented.get(code))
  })
})

test('a request is built if and only if the datamart is valid, and its body is valid too', () => {
  check(fc.oneof(datamarts, shapely), options, (value, options) => {
    const { valid } = validateDatamart(value, options)
    let built
    try {
      built = buildRequest(value, options)
    } catch (error) {
      assert.ok(error instanceof DatamartInvalidError)
    }
    assert.equal(built !== undefined, valid)
    if (built === undefined) return
    const { body } = built
    // The update's other key for the name is all that distinguishes its body from a datamart.
    const { datamartName, ...rest } = JSON.parse(body)
    const sent = datamartName === undefined ? rest : { name: datamartName, ...rest }
    assert.deepEqual(validateDatamart(sent, options).valid, true)
    assert.equal(buildRequest(sent, options).body, body, 'nothing is left to be changed')
    assert.equal(buildRequest(JSON.stringify(value), options).body, body)
    const place = ({ code, path }) => [code, path]
    const isSent = ({ path }) => options?.operation !== 'update' || path[0] !== 'datasourceName'
    const fromValue = byPlace(validateDatamart(value, options).issues.filter(isSent)).map(place)
    assert.deepEqual(byPlace(validateDatamart(sent, options).issues).map(place), fromValue)
  })
})

/** Damage that a person causes while typing. */
const damage = fc.record({
  at: fc.nat(),
  length: fc.integer({ min: 0, max: 3 }),
  insert: fc.constantFrom('', '', '"', '{', '}', '[', ']', ',', ':', 'x', '\\', '\n', '1', '-', ' ', "'", '//', '/*', '\u0000', 'é', '😀', '\ufeff', '\ud83d', 'nul', 'true'),
})
const damagedText = fc.tuple(datamarts, fc.constantFrom(undefined, 2), fc.array(damage, { minLength: 1, maxLength: 3 }), fc.boolean()).map(([value, space, damages, cut]) => {
  let text = JSON.stringify(value, null, space)
  for (const { at, length, insert } of damages) {
    const start = at % (text.length + 1)
    text = text.slice(0, start) + insert + text.slice(start + length)
  }
  return cut ? text.slice(0, damages[0].at % (text.length + 1)) : text
})

function parses(text) {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test('a text has a syntax issue if and only if JSON.parse refuses it, and every range is inside the text', () => {
  check(damagedText, (text) => {
    const { valid, issues } = validateDatamart(text)
    // A byte order mark at the beginning is accepted; half of a surrogate pair outside a string has
    // its own code.
    const expected = !parses(text.replace(/^\ufeff/, ''))
    const found = codes({ issues }).includes('syntax')
    if (found !== expected) assert.fail(`${JSON.stringify(text)}: JSON.parse ${expected ? 'refuses' : 'takes'} it, issues: ${codes({ issues })}`)
    if (expected) assert.equal(valid, false)
    for (const { textRange, related = [] } of issues) {
      for (const range of [textRange, ...related.map((it) => it.textRange)]) {
        assert.ok(range && 0 <= range.start && range.start <= range.end && range.end <= text.length, JSON.stringify(text))
      }
    }
  })
})

test('any value at all gets a result', () => {
  const anything = fc.anything({
    maxDepth: 4,
    stringUnit: 'binary',
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
  })
  check(fc.oneof(anything, fc.record({ name: anything, tableList: fc.array(fc.record({ name: anything, columns: anything })), relationships: anything, tenancySettings: anything })), (value) => {
    const { valid, issues } = validateDatamart(value)
    assert.equal(valid, issues.every(({ severity }) => severity !== 'error'))
  })
})
