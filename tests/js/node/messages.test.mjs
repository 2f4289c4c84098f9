/**
 * The option `messages`: translations, templates and functions, and the package's files for
 * translators.
 */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { DatamartInvalidError, analyzeSql, buildRequest, createValidator, datamartSchema, diffDatamarts, proposeTenancy, readReply, validateDatamart } from 'datamart-validator'
import english from 'datamart-validator/messages.json' with { type: 'json' }
import german from 'datamart-validator/messages.de.json' with { type: 'json' }
import { PACKAGE, datamart, withColumn } from './support/helpers.mjs'

const first = (result) => result.issues[0]

/** What people read of an issue. */
const texts = ({ message, help, fix, related = [] }) => [message, help, fix?.title, ...related.map((place) => place.message)].filter((text) => text !== undefined)

/** Values that JSON cannot represent, and inputs too large for a file, each with its issue. */
const NOT_IN_FIXTURES = [
  [() => 1, 'not-json.function'],
  [Symbol('x'), 'not-json.symbol'],
  [1n, 'not-json.bigint'],
  [NaN, 'not-json.not-finite'],
  [[undefined], 'not-json.undefined'],
  [new Date(0), 'not-json.date'],
  [new Map(), 'not-json.instance'],
]

test('the list of messages has every template, and the German translation every one of them', () => {
  assert.ok(Object.keys(english).length > 300)
  assert.deepEqual(Object.keys(german).sort(), Object.keys(english).sort())
  assert.deepEqual(validateDatamart({}, { messages: english }), validateDatamart({}))
  assert.notDeepEqual(validateDatamart({}, { messages: german }), validateDatamart({}))
  const types = readFileSync(path.join(PACKAGE, 'dist/messages.d.ts'), 'utf8')
  for (const [key, template] of Object.entries(english)) {
    assert.ok(types.includes(`  readonly '${key}': {`), key)
    const names = new Set(template.match(/(?<!\{)\{\w+\}/g)?.map((name) => name.slice(1, -1)))
    const [, members] = new RegExp(`'${key.replaceAll('.', '\\.')}': \\{(.*)\\}`).exec(types)
    assert.deepEqual([...members.matchAll(/readonly (\w+): string/g)].map(([, name]) => name), [...names], key)
  }
})

test('every call obeys the option', () => {
  const messages = { empty: 'leer: {field}', 'sql-not-an-expression.statement': ({ found }) => `Anweisung ${found}` }
  const options = { messages }
  const wrong = datamart({ tableList: [] })
  const validator = createValidator(options)
  for (const judge of [(input) => validateDatamart(input, options), (input) => validator.validate(input)]) {
    assert.equal(first(judge(wrong)).message, 'leer: tableList')
    assert.equal(first(judge(JSON.stringify(wrong))).message, 'leer: tableList')
  }
  for (const build of [() => buildRequest(wrong, options), () => validator.buildRequest(wrong)]) {
    assert.throws(build, (error) => error instanceof DatamartInvalidError && first(error).message === 'leer: tableList')
  }
  for (const analyze of [() => analyzeSql('SELECT a FROM t', options), () => validator.analyzeSql('SELECT a FROM t')]) {
    assert.equal(first(analyze()).message, 'Anweisung SELECT')
  }
  assert.equal(first(datamartSchema(options)['~standard'].validate(wrong)).message, 'leer: tableList')
  // Nothing of it is left for the next call.
  assert.equal(first(validateDatamart(wrong)).message, '`tableList` is empty, expected at least one item')
})

test('functions make every kind of text, of the parameters that the issue has', () => {
  const seen = []
  const say = (key) => (params) => {
    seen.push([key, params])
    return `${key}!`
  }
  const keys = ['duplicate-column', 'duplicate-column.help', 'duplicate-column.related', 'duplicate-column.fix']
  const table = { name: 'orders', columns: [{ name: 'id' }, { name: 'id' }] }
  const issue = first(validateDatamart(datamart({ tableList: [table] }), { messages: Object.fromEntries(keys.map((key) => [key, say(key)])) }))
  assert.deepEqual(texts(issue), ['duplicate-column!', 'duplicate-column.help!', 'duplicate-column.fix!', 'duplicate-column.related!'])
  assert.deepEqual(issue.params, { column: 'id' })
  assert.deepEqual(seen.map(([key]) => key), ['duplicate-column', 'duplicate-column.help', 'duplicate-column.fix', 'duplicate-column.related'])
  for (const [key, params] of seen) assert.equal(params, key.endsWith('related') ? issue.related[0].params : issue.params)
})

test('plurals are for a function to decide', () => {
  const flag = { name: 'placed_at', isApplyTimezone: true }
  const of = (count) => datamart({ tableList: [{ name: 'orders', columns: Array.from({ length: count }, (_, n) => ({ ...flag, name: `c${n}` })) }] })
  const few = ({ count }) => (new Intl.PluralRules('ru').select(Number(count)) === 'few' ? `few ${count}` : `many ${count}`)
  const message = (count) => first(validateDatamart(of(count), { guestTokenTimezone: false, messages: { 'timezone-not-set.many': few } })).message
  assert.deepEqual([message(4), message(6)], ['few 3', 'many 5'])
  assert.match(message(1), /^`isApplyTimezone` is set, but/)
})

test('a function that throws or returns no text is the programmer\'s mistake', () => {
  const boom = new Error('boom')
  const calls = (messages) => [
    () => validateDatamart(datamart({ tableList: [] }), { messages }),
    () => createValidator({ messages }).validate(datamart({ tableList: [] })),
    () => buildRequest(datamart({ tableList: [] }), { messages }),
  ]
  for (const call of calls({ empty() { throw boom } })) assert.throws(call, (error) => error === boom)
  for (const value of [undefined, null, 5, {}, Promise.resolve('x')]) {
    for (const call of calls({ empty: () => value })) {
      assert.throws(call, (error) => error instanceof TypeError && error.message === 'datamart-validator: option `messages`: `empty`: the function must return a string')
    }
  }
  // It is not called for what is right.
  assert.equal(validateDatamart(datamart(), { messages: { empty() { throw boom } } }).valid, true)
})

test('literal texts: braces are doubled, other characters stay', () => {
  const message = (text, field = 'x{y}') => first(validateDatamart(datamart({ [field]: 1 }), { messages: { 'unknown-field': text } })).message
  assert.equal(message('{{{field}}}'), '{x{y}}')
  assert.equal(message(''), '')
  assert.equal(message('\0empty'), '\0empty')
  assert.equal(message('\u{1f600}\n{field}', 'é'), '\u{1f600}\né')
  assert.equal(message(({ field }) => `{${field}}`), '{x{y}}')
})

test('issues of values that no JSON text contains are translated too', () => {
  const marked = Object.fromEntries(Object.entries(english).map(([key, template]) => [key, `[${key}|${template}]`]))
  const seen = new Set()
  const see = ({ issues }) => {
    for (const issue of issues) {
      for (const text of texts(issue)) {
        assert.match(text, /^\[[^[|]*\|[^|]*\]$/)
        seen.add(text.slice(1, text.indexOf('|')))
      }
    }
  }
  for (const [value, key] of NOT_IN_FIXTURES) {
    see(validateDatamart(withColumn({ label: value }), { messages: marked }))
    assert.ok(seen.has(key) && seen.has(`${key}.help`), key)
  }
  const cycle = datamart()
  cycle.tableList.push(cycle)
  see(validateDatamart(cycle, { messages: marked }))
  see(validateDatamart('{"name": "\ud800', { messages: marked }))
  see(validateDatamart(5, { messages: marked }))
  see(validateDatamart({ name: 'x'.repeat(40_000_000) }, { messages: marked }))
  see(validateDatamart(datamart({ tableList: Array.from({ length: 10_001 }, () => 'x'.repeat(60)) }), { messages: marked }))
  see(analyzeSql(`1${' + 1'.repeat(100_000)}`, { messages: marked }))
  for (const key of ['not-json.cycle', 'not-json.cycle.help', 'type.datamart', 'too-large', 'too-large.help', 'too-many-issues', 'too-many-issues.help', 'sql-syntax.too-long']) {
    assert.ok(seen.has(key), key)
  }
})

test('every function takes all messages, those of other modules too, and refuses what no module has', () => {
  const RIGHT = { name: 'sales', datasourceName: 'warehouse', tableList: [{ name: 'orders', columns: [{ name: 'id' }] }] }
  const calls = [
    (messages) => validateDatamart({}, { messages }),
    (messages) => createValidator({ messages }),
    (messages) => diffDatamarts(RIGHT, { ...RIGHT, name: 'other' }, { messages }),
    (messages) => readReply({ status: 500, body: '' }, undefined, { messages }),
    (messages) => proposeTenancy(RIGHT, { messages }),
  ]
  for (const call of calls) {
    assert.doesNotThrow(() => call(german))
    for (const key of ['required', 'diff.changed', 'proposal.named', 'rejected']) assert.doesNotThrow(() => call({ [key]: '' }), key)
    for (const key of ['nonsense', 'dif.changed', 'differs', 'requiredly', 'required-', '']) assert.throws(() => call({ [key]: '' }), { name: 'TypeError', message: /`nonsense`|`dif\.changed`|`differs`|`requiredly`|`required-`|``/ }, key)
  }
  const [change] = diffDatamarts(RIGHT, { ...RIGHT, name: 'other' }, { messages: german }).changes
  assert.equal(change.message, german['diff.changed'].replace('{field}', 'name').replace('{from}', 'sales').replace('{to}', 'other'))
})
