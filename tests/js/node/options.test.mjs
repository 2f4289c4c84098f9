/** Options: the fixtures cover what each one does; this file covers wrong ones. */

import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { buildRequest, rules, validateDatamart } from 'datamart-validator'
import { assertWorks, codes, datamart, deepFreeze, TYPES } from './support/helpers.mjs'

afterEach(assertWorks)

/** The option that must be named, and values that it does not accept. */
const WRONG = {
  operation: ['', 'Update', 'delete', 5, true, {}, ['update'], new String('update')],
  rules: ['off', '', 5, true, [], [['empty', 'off']], () => 1, new Map([['empty', 'off']]), { empty: 'warn' }, { empty: 1 }, { empty: true }, { empty: ['off'] }, { requird: 'off' }, { '': 'off' }, { constructor: 'off' }, { empty: NaN }],
  strict: ['yes', 'true', 1, 0, [], {}, 1n, new Boolean(true), Symbol('x'), () => true],
  datasourceType: ['postgress', 'Postgres', '', 5, ['csv'], {}, new String('csv'), true],
  existingDatamarts: ['sales', '', 5, true, {}, { data: 'sales' }, { data: { name: 'sales' } }, [5], [null], [{}], [{ name: 5 }], [['sales']], new Set(['sales']), [undefined], { names: ['sales'] }],
  datasources: ['warehouse', 5, {}, { data: 5 }, [5], [{}], [{ Name: 'warehouse' }], [undefined]],
  guestTokenTimezone: ['UTC', 0, 1, {}, []],
  maxIssues: [0, -1, 1.5, NaN, Infinity, 1e21, '5', 5n, true, [], {}, new Number(5)],
  maxOutputBytes: [0, -1, 0.1, NaN, Infinity, '1000', 1000n, false, [1000], {}],
  messages: ['x', 5, true, [], [['empty', 'x']], () => 'x', new Map([['empty', 'x']]), { empty: 5 }, { empty: ['x'] }, { empty: '{x}' }, { empty: '{' }, { empty: '}' }, { requird: 'x' }, { '': 'x' }, { constructor: 'x' }, { constructor: () => 'x' }],
  docsBase: [5, true, {}, [], ['rules/'], new String('rules/'), Symbol('x')],
}

const WRONG_FOR_REQUESTS = {
  baseUrl: [5, true, {}, [], '', 'example.com'],
  serviceToken: [5, true, {}, [], ''],
  endpoint: ['old', '', 'Legacy', 5, true, []],
}

function assertRefused(call, option, value) {
  assert.throws(
    () => call(datamart(), { [option]: value }),
    (error) => {
      assert.ok(error instanceof TypeError, `${error}`)
      assert.equal(error.constructor, TypeError)
      assert.match(error.message, /^datamart-validator: /)
      // A message is one line.
      assert.ok(error.message.includes(`\`${option.replaceAll('\n', '\\n')}\``), error.message)
      // Implementation terms mean nothing to the caller.
      assert.doesNotMatch(error.message, /JsValue|floating point|Reflect|Error:|wasm|undefined/)
      return true
    },
    `${option}: ${typeof value === 'symbol' ? 'symbol' : String(Object.prototype.toString.call(value))}`,
  )
}

for (const [option, values] of Object.entries(WRONG)) {
  test(`a wrong ${option} is a TypeError that names it`, () => {
    for (const value of values) for (const call of [validateDatamart, buildRequest]) assertRefused(call, option, value)
  })
}

for (const [option, values] of Object.entries(WRONG_FOR_REQUESTS)) {
  test(`a wrong ${option} is a TypeError that names it`, () => {
    for (const value of values) assertRefused(buildRequest, option, value)
  })

  test(`validateDatamart refuses the request option ${option}`, () => {
    assertRefused(validateDatamart, option, option === 'endpoint' ? 'current' : 'x')
  })
}

test('the rules that the types do not allow to turn off are those that are refused', () => {
  const [, union] = /export type UnreadableCode = (.+)/.exec(TYPES)
  const refused = rules().filter(({ code }) => {
    try {
      validateDatamart(datamart(), { rules: { [code]: 'off' } })
    } catch (error) {
      assert.match(error.message, /is always an error/)
      validateDatamart(datamart(), { rules: { [code]: 'error' } })
      return true
    }
  })
  assert.deepEqual(union.split(' | '), refused.map(({ code }) => `'${code}'`))
})

test('an unknown option is a TypeError that names it and the nearest one', () => {
  for (const option of ['datasourcType', 'Strict', 'rule', 'foo', '', 'constructor', 'toString', 'catalogue', 'é😀', 'a\nb']) {
    assertRefused(validateDatamart, option, true)
    assertRefused(buildRequest, option, true)
  }
  assert.throws(() => validateDatamart(datamart(), { datasourcType: 'csv' }), /did you mean `datasourceType`/)
  assert.throws(() => validateDatamart(datamart(), JSON.parse('{"__proto__": 1}')), /`__proto__`/)
})

test('options that are not an object are a TypeError', () => {
  for (const options of ['strict', 5, true, false, 0, '', 1n, Symbol('x'), () => 1, [], [['strict', true]], new Map([['strict', true]]), new Date(0)]) {
    for (const call of [validateDatamart, buildRequest]) {
      assert.throws(() => call(datamart(), options), { constructor: TypeError, message: /options/ })
    }
  }
})

test('undefined and null count as absent, for each option and for all of them', () => {
  const names = [...Object.keys(WRONG), ...Object.keys(WRONG_FOR_REQUESTS)]
  const expected = buildRequest(datamart())
  for (const nothing of [undefined, null]) {
    assert.deepEqual(validateDatamart(datamart(), nothing), { valid: true, issues: [] })
    assert.deepEqual(buildRequest(datamart(), nothing), expected)
    assert.deepEqual(buildRequest(datamart(), Object.fromEntries(names.map((name) => [name, nothing]))), expected)
  }
  assert.deepEqual(validateDatamart(datamart(), {}), { valid: true, issues: [] })
  assert.deepEqual(validateDatamart(datamart(), Object.create(null)), { valid: true, issues: [] })
  assert.deepEqual(validateDatamart(datamart({ tableList: [] }), { rules: { empty: undefined, type: null } }).valid, false)
})

test('wrong options are reported before anything else, also for an invalid datamart', () => {
  for (const input of [{}, '{', null]) {
    assert.throws(() => validateDatamart(input, { foo: 1 }), TypeError)
    assert.throws(() => buildRequest(input, { serviceToken: ' ' }), TypeError)
  }
})

test('the rules that guard the input as JSON cannot be changed, the others can', () => {
  const fixed = ['syntax', 'duplicate-key', 'not-json', 'too-deep', 'too-large']
  for (const { code } of rules()) {
    for (const setting of ['off', 'warning', 'error']) {
      const call = () => validateDatamart(datamart(), { rules: { [code]: setting } })
      if (fixed.includes(code) && setting !== 'error') assert.throws(call, { constructor: TypeError, message: new RegExp(code) })
      else assert.deepEqual(call(), { valid: true, issues: [] })
    }
  }
})

test('rules and strict decide the severity and the result', () => {
  const warned = datamart({ extra: 1 })
  const table = [
    [undefined, true, ['warning']],
    [{ strict: true }, false, ['error']],
    [{ strict: false }, true, ['warning']],
    [{ rules: { 'unknown-field': 'error' } }, false, ['error']],
    [{ rules: { 'unknown-field': 'off' } }, true, []],
    [{ rules: { 'unknown-field': 'off' }, strict: true }, true, []],
    [{ rules: { 'unknown-field': 'warning' }, strict: true }, false, ['error']],
  ]
  for (const [options, valid, severities] of table) {
    const result = validateDatamart(warned, options)
    assert.equal(result.valid, valid)
    assert.deepEqual(result.issues.map(({ severity }) => severity), severities)
  }
  assert.equal(validateDatamart({}, { rules: { required: 'warning' } }).valid, true)
  assert.deepEqual(codes(validateDatamart({}, { rules: { required: 'off' } })), [])
})

const BOOM = new Error('boom')
const throwing = (key, target = {}) => Object.defineProperty(target, key, { enumerable: true, get() { throw BOOM } })
const trap = (name, target = {}) => new Proxy(target, { [name]() { throw BOOM } })

test('exceptions of the options are passed on unchanged', () => {
  const thrower = [
    throwing('strict'),
    throwing('foo'),
    throwing('docsBase'),
    throwing('serviceToken'),
    { rules: throwing('empty') },
    { messages: throwing('empty') },
    { existingDatamarts: throwing('data') },
    { existingDatamarts: [throwing('name')] },
    { datasources: { data: [throwing('isDisabled', { name: 'warehouse' })] } },
    { existingDatamarts: throwing('0', []) },
    trap('get', { strict: true }),
    trap('ownKeys'),
    trap('has'),
    { rules: trap('ownKeys') },
    { existingDatamarts: trap('get', ['sales']) },
  ]
  for (const options of thrower) {
    for (const call of [validateDatamart, buildRequest]) {
      assert.throws(() => call(datamart(), options), (error) => error === BOOM)
      assertWorks()
    }
  }
})

test('options are read once, may call the validator, and are not changed', () => {
  const reads = []
  const options = {
    get docsBase() { reads.push('docsBase'); return 'rules/' },
    get strict() { reads.push('strict'); return validateDatamart(datamart()).valid },
    get messages() { reads.push('messages'); return { get empty() { reads.push('text'); return 'leer' } } },
    get rules() { reads.push('rules'); return { get empty() { reads.push('empty'); return 'off' } } },
    get existingDatamarts() { reads.push('existing'); return { get data() { reads.push('data'); return ['x'] } } },
  }
  assert.deepEqual(validateDatamart(datamart(), options), { valid: true, issues: [] })
  assert.deepEqual(reads.sort(), ['data', 'docsBase', 'empty', 'existing', 'messages', 'rules', 'strict', 'text'])
  const frozen = deepFreeze({ strict: true, rules: { empty: 'off' }, messages: { empty: () => 'leer' }, existingDatamarts: ['a'], datasources: [{ name: 'warehouse', isDisabled: null }] })
  assert.deepEqual(validateDatamart(datamart(), frozen), { valid: true, issues: [] })
})

test('unmodified replies of the API are accepted', () => {
  const datamarts = [{ name: 'sales', datamartTables: [{ name: 'x' }], companyIntegration: { name: 'y' }, datamartRelationships: null }]
  for (const existingDatamarts of [['sales'], datamarts, { data: datamarts }, { data: datamarts, error: null, total: 1 }, ['other', ...datamarts]]) {
    assert.deepEqual(codes(validateDatamart(datamart(), { existingDatamarts })), ['datamart-name-taken'])
  }
  for (const existingDatamarts of [['sales'], { data: datamarts }]) {
    assert.deepEqual(codes(validateDatamart(datamart(), { operation: 'update', existingDatamarts })), [])
  }
  for (const existingDatamarts of [[], { data: [] }, ['other']]) {
    assert.deepEqual(codes(validateDatamart(datamart(), { operation: 'update', existingDatamarts })), ['unknown-datamart'])

    assert.deepEqual(codes(validateDatamart(datamart(), { existingDatamarts })), [])
  }
  const usable = (changes) => [{ name: 'warehouse', isAuthenticated: true, isDisabled: false, id: 7, ...changes }]
  const table = [
    [usable(), []],
    [{ data: usable() }, []],
    [usable({ isAuthenticated: null, isDisabled: undefined }), []],
    [usable({ isDisabled: true }), ['unusable-datasource']],
    [usable({ isAuthenticated: false }), ['unusable-datasource']],
    [['other'], ['unknown-datasource']],
    [[], ['unknown-datasource']],
  ]
  for (const [datasources, expected] of table) assert.deepEqual(codes(validateDatamart(datamart(), { datasources })), expected)
})

test('a hundred thousand existing names work', () => {
  const names = Array.from({ length: 100_000 }, (_, number) => `datamart-${number}`)
  assert.deepEqual(codes(validateDatamart(datamart({ name: 'datamart-99999' }), { existingDatamarts: names })), ['datamart-name-taken'])
})
