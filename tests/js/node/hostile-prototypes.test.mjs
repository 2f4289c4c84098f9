/** What other scripts have done to the language's prototypes does not change any result. */

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import * as esm from 'datamart-validator'
import { datamart } from './support/helpers.mjs'
import { folder, put } from './support/cli.mjs'

const require = createRequire(import.meta.url)
const cjs = require('datamart-validator')

/** Names that the package reads or writes, names in property descriptors, and list indexes. */
const NAMES = [
  'issues', 'valid', 'code', 'severity', 'message', 'path', 'range', 'textRange', 'start', 'end', 'help', 'suggestion', 'fix', 'edits', 'title', 'op', 'value', 'related', 'docsUrl', 'docsBase', 'params', 'messages', 'functions', 'templates',
  'url', 'method', 'headers', 'body', 'Authorization', 'name', 'tableList', 'columns', 'sql', 'rules', 'strict', 'catalog', 'serviceToken', 'options',
  'get', 'set', 'writable', 'enumerable', 'configurable', 'toJSON', '0', '1', '2', '3', '5', 'length', 'keys', 'numbers', 'tape', 'memory', 'module', 'exports', 'default', 'cause', 'stack', 'from', 'key', 'to',
]

const WRONG = {
  name: 'a b', datasourceName: 'w', lable: 1,
  tableList: [{ name: 'orders ', columns: [{ name: 'id' }, { name: 'id' }, { name: 'n', isCustomColumn: true, sql: 'idd + (1' }, { name: 'x', isHide: 'true' }] }, { name: 'items', columns: [] }],
  relationships: [{ parentTableName: 'ordes', parentColumnName: 'id', childTableName: 'items', childColumnName: 'id', relationshipName: 'r' }],
}
const OPTIONS = { messages: { empty: 'leer', 'duplicate-column': ({ column }) => `doppelt: ${column}` }, datasourceType: 'postgres', rules: { 'unknown-field': 'error' }, catalog: { tables: [{ name: 'orders', schema: 'public', columns: [{ name: 'id', dataType: 'int' }] }] } }

/** All results of the package as text, errors by their messages. */
function outcomes({ validateDatamart, buildRequest, createValidator, analyzeSql, applyFix, describeJoins, datamartSchema, rules, DatamartInvalidError }) {
  const caught = (action) => {
    try {
      return action()
    } catch (error) {
      return [error instanceof DatamartInvalidError, error instanceof TypeError, Object.getPrototypeOf(error).constructor.name, error.name, error.message, Object.hasOwn(error, 'issues') ? error.issues.length : 0]
    }
  }
  const validator = createValidator(OPTIONS)
  const { issues } = validateDatamart(WRONG, OPTIONS)
  const results = [
    validateDatamart(WRONG), validateDatamart(JSON.stringify(WRONG), OPTIONS), validateDatamart('{"a": [1, '), validateDatamart([[[{}]], { a: [] }]),
    issues, validator.validate(WRONG), caught(() => validator.buildRequest(WRONG)), caught(() => validator.buildRequest(datamart())),
    caught(() => buildRequest(WRONG, OPTIONS)), caught(() => buildRequest(datamart(), { serviceToken: 'abc' })), caught(() => buildRequest(datamart(), { baseUrl: 'x' })), caught(() => validateDatamart({}, { nonsense: 1 })),
    // A fix of JSON text is refused for a value.
    issues.filter((issue) => Object.hasOwn(issue, 'fix')).map(({ fix }) => caught(() => applyFix(WRONG, fix))),
    analyzeSql('sum(id) + idd', { datasourceType: 'postgres' }), describeJoins(WRONG),
    datamartSchema()['~standard'].validate(datamart()), datamartSchema()['~standard'].validate(WRONG), rules().length,
  ]
  return own(results)
}

/** A value's own members, without inherited ones. */
function own(value) {
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return `[${Array.prototype.map.call(value, own)}]`
  // An undefined member is the same as none.
  const keys = Object.keys(value).filter((key) => value[key] !== undefined)
  return `{${keys.map((key) => `${key}: ${own(value[key])}`)}}`
}

const VALUES = {
  'a number': { value: 5, enumerable: true, writable: true },
  'a text': { value: 'name', enumerable: true, writable: true },
  'a function': { value: () => 'x', enumerable: true, writable: true },
  'an object': { value: {}, enumerable: true, writable: true },
  'what cannot be written': { value: 7, enumerable: true, writable: false },
  'a getter': { get: () => 'got', enumerable: true },
  'a setter': { set() {}, enumerable: false },
}

function withPolluted(name, descriptor, action) {
  Object.defineProperty(Object.prototype, name, Object.assign(Object.create(null), descriptor, { configurable: true }))
  try {
    return action()
  } finally {
    delete Object.prototype[name]
  }
}

for (const [format, api] of Object.entries({ import: esm, 'require()': cjs })) {
  const expected = outcomes(api)
  for (const [kind, descriptor] of Object.entries(VALUES)) {
    test(`${format}: ${kind} on Object.prototype changes nothing`, () => {
      for (const name of NAMES) {
        // JSON.stringify calls a function there, too.
        if (name === 'toJSON' && kind === 'a function') continue
        let found
        let problem
        withPolluted(name, descriptor, () => {
          try {
            found = outcomes(api)
          } catch (error) {
            problem = error
          }
        })
        assert.equal(problem, undefined, `${name}: ${problem?.stack}`)
        assert.equal(found, expected, name)
      }
    })
  }
}

/** Runs a program; if it fails, it prints a stack. */
function runProgram(args, cwd) {
  return new Promise((resolve) => execFile(process.execPath, args, { cwd }, (_, stdout, stderr) => resolve({ stdout, stderr })))
}

test('the package loads and works in a program with such a prototype, or with frozen ones', async () => {
  const entry = { import: pathToFileURL(path.join(path.dirname(require.resolve('datamart-validator/package.json')), 'dist/index.js')).href, require: require.resolve('datamart-validator') }
  const FREEZE = `for (const name of Object.getOwnPropertyNames(globalThis)) {
    const value = globalThis[name]
    if (typeof value === 'function' && value.prototype && /^[A-Z]/.test(name)) { Object.freeze(value.prototype); Object.freeze(value) }
  }`
  const programs = { frozen: FREEZE }
  for (const name of ['issues', 'value', 'get', 'writable', 'name', '0', 'module', 'cause']) programs[`5 as ${name}`] = `Object.prototype[${JSON.stringify(name)}] = 5`
  // Not all names: Node's own loader assigns some of them.
  programs.setters = `for (const name of ['issues', 'valid', 'severity', 'docsUrl', 'help', 'range', 'headers', 'body']) Object.defineProperty(Object.prototype, name, { __proto__: null, set() {} })`
  const body = `
    const { validateDatamart, buildRequest, WasmTrapError, DatamartInvalidError } = api
    const { issues } = validateDatamart({ name: 'a' })
    const { url } = buildRequest(${JSON.stringify(datamart())})
    let names = ''
    try { buildRequest({}) } catch (error) { names += error.name + (error instanceof DatamartInvalidError) + error.issues.length }
    try { validateDatamart({}, { [Symbol.for('datamart-validator.crash')]: true }) } catch (error) { names += error.name + (error instanceof WasmTrapError) + (error.cause instanceof WebAssembly.RuntimeError) }
    require('node:fs').writeSync(1, issues.length + ' ' + url + ' ' + names)`
  const cwd = folder()
  for (const [name, program] of Object.entries(programs)) {
    put(cwd, 'main.cjs', `${program}\nconst api = require(${JSON.stringify(entry.require)})\n${body}`)
    put(cwd, 'main.mjs', `import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)\n${program}\nconst api = await import(${JSON.stringify(entry.import)})\n${body}`)
    for (const file of ['main.cjs', 'main.mjs']) {
      const { stdout, stderr } = await runProgram([file], cwd)
      assert.equal(stdout, '2 https://api.usedatabrain.com/api/v2/data-app/datamarts DatamartInvalidErrortrue3WasmTrapErrortruetrue', `${name}, ${file}: ${stderr.slice(-2000)}`)
    }
  }
})

test('inherited options are an error', () => {
  class Settings {
    get strict() {
      return true
    }
    describe() {}
  }
  const base = { datasourceType: 'postgres', serviceToken: 's3cr3t' }
  const { validateDatamart, buildRequest, createValidator, analyzeSql, datamartSchema } = esm
  for (const [options, name] of [
    [Object.create(base), 'datasourceType'],
    [Object.create(Object.create(base)), 'datasourceType'],
    [Object.create(Object.assign(Object.create(null), base)), 'datasourceType'],
    [new Settings(), 'strict'],
    [{ rules: Object.create({ 'unknown-field': 'off' }) }, 'rules.unknown-field'],
  ]) {
    for (const call of [() => validateDatamart(datamart(), options), () => buildRequest(datamart(), options), () => createValidator(options), () => analyzeSql('1', options), () => datamartSchema(options), () => createValidator().buildRequest(datamart(), options)]) {
      assert.throws(call, (error) => error instanceof TypeError && error.message === `datamart-validator: option \`${name}\` is inherited; only an object's own members are read`)
    }
  }
  // An object's own members hide inherited ones, and methods are not options.
  class Own {
    strict = true
    describe() {}
  }
  for (const options of [new Own(), Object.assign(Object.create({ strict: false }), { strict: true }), Object.assign(Object.create(null), { strict: true }), Object.freeze({ strict: true })]) {
    assert.deepEqual(validateDatamart(datamart({ lable: 1 }), options).valid, false)
  }
  const foreign = require('node:vm').runInNewContext('({ strict: true })')
  assert.equal(validateDatamart(datamart({ lable: 1 }), foreign).valid, false)
})
