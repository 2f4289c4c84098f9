/** datamartSchema: results through the Standard Schema interface. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { afterEach, test } from 'node:test'
import { build } from 'esbuild'
import fc from 'fast-check'
import { WasmTrapError, datamartSchema, validateDatamart } from 'datamart-validator'
import * as slim from 'datamart-validator/slim'
import { datamarts, options } from './support/arbitraries.mjs'
import { CONSUMER, assertWorks, codes, datamart, deepFreeze, runModule } from './support/helpers.mjs'
import { check } from './support/property.mjs'

afterEach(assertWorks)

const shop = JSON.parse(readFileSync(new URL('../../data/catalogs/shop.json', import.meta.url), 'utf8'))
const orders = (columns) => datamart({ tableList: [{ name: 'orders', schemaName: 'shop', columns }] })
const validate = (value, options) => datamartSchema(options)['~standard'].validate(value)

/** A warning, for a field that the API does not document. */
const WITH_WARNING = datamart({ lable: 'Sales' })

test('the properties of the interface', () => {
  const { '~standard': standard, ...rest } = datamartSchema()
  assert.deepEqual(rest, {})
  assert.deepEqual(Object.keys(standard).sort(), ['jsonSchema', 'validate', 'vendor', 'version'])
  assert.equal(standard.version, 1)
  assert.equal(standard.vendor, 'datamart-validator')
})

test('a datamart without errors is returned unchanged', () => {
  const given = deepFreeze(datamart({ tenancySettings: null, lable: 'Sales' }))
  const result = validate(given)
  assert.deepEqual(Object.keys(result), ['value'])
  assert.equal(result.value, given)
})

test('JSON text results in its parsed value', () => {
  const text = JSON.stringify(datamart(), null, 2)
  assert.deepEqual(validate(text), { value: datamart() })
  assert.deepEqual(validate(`\ufeff${text}`), { value: datamart() })
  assert.deepEqual(codes(validate('{"name": "sales"')), ['syntax'])
})

test('the failures are the complete errors in order; warnings only if strict', () => {
  const wrong = { ...WITH_WARNING, name: ' ', tableList: [{ name: 'orders', isHide: 'true', columns: [{}] }] }
  const { issues } = validateDatamart(wrong)
  const { issues: failures } = validate(wrong)
  assert.deepEqual(failures, issues.filter(({ severity }) => severity === 'error'))
  assert.deepEqual(codes({ issues: failures }), ['required', 'type', 'required'])
  assert.deepEqual(failures.map(({ path }) => path), [['name'], ['tableList', 0, 'isHide'], ['tableList', 0, 'columns', 0, 'name']])
  assert.deepEqual(validate(WITH_WARNING), { value: WITH_WARNING })
  assert.deepEqual(validate(WITH_WARNING, { strict: true }), { issues: validateDatamart(WITH_WARNING, { strict: true }).issues })
})

test('it agrees with validateDatamart on every datamart, with every option', () => {
  const property = fc.property(datamarts, options, (value, options) => {
    const { valid, issues } = validateDatamart(value, options)
    const result = validate(value, options)
    assert.ok(!(result instanceof Promise))
    assert.deepEqual(result, valid ? { value } : { issues: issues.filter(({ severity }) => severity === 'error') })
  })
  check(property, 300)
})

test('a catalog is read once, at the first call', () => {
  let reads = 0
  const options = { datasourceType: 'postgres', get catalog() { return new Proxy(shop, { ownKeys: (target) => (reads++, Reflect.ownKeys(target)) }) } }
  const { validate } = datamartSchema(options)['~standard']
  assert.equal(reads, 0)
  assert.deepEqual(codes(validate(orders([{ name: 'totl' }]))), ['unknown-column'])
  assert.equal(reads, 1)
  for (let times = 0; times < 5; times++) validate(orders([{ name: 'id' }]))
  assert.equal(reads, 1)
})

test('a wrong option is a TypeError of each validate; options that are not an object are one immediately', () => {
  for (const wrong of ['strict', 5, []]) assert.throws(() => datamartSchema(wrong), { name: 'TypeError', message: /must be an object/ })
  for (const wrong of [{ strct: true }, { catalog: 5 }, { baseUrl: '/' }]) {
    const { validate } = datamartSchema(wrong)['~standard']
    for (let times = 0; times < 2; times++) assert.throws(() => validate(datamart()), { name: 'TypeError', message: /option/ })
  }
  for (const none of [undefined, null, {}]) assert.deepEqual(validate(datamart(), none), { value: datamart() })
})

test('it survives a crash elsewhere', () => {
  const plain = datamartSchema()['~standard']
  const own = datamartSchema({ catalog: shop })['~standard']
  for (let times = 0; times < 2; times++) {
    assert.ok(own.validate(orders([{ name: 'totl' }])).issues)
    assert.ok(plain.validate({}).issues)
    assert.throws(() => validateDatamart({}, { [Symbol.for('datamart-validator.crash')]: true }), WasmTrapError)
  }
})

test('the slim entry has it too', () => {
  slim.initSync(readFileSync(new URL(import.meta.resolve('datamart-validator/module.wasm'))))
  assert.deepEqual(slim.datamartSchema()['~standard'].validate({}), validate({}))
})

test('importing and creating one starts nothing; the first validate starts it synchronously', async () => {
  const report = await runModule(`
    const started = []
    const { Instance } = WebAssembly
    WebAssembly.Instance = class extends Instance { constructor(...args) { super(...args); if (!this.exports.decode) started.push(stage) } }
    let stage = 'import'
    const { datamartSchema } = await import('datamart-validator')
    stage = 'make'
    const schemas = [datamartSchema(), datamartSchema({ catalog: { tables: [] } })]
    schemas[0]['~standard'].jsonSchema.output({ target: 'draft-2020-12' })
    stage = 'first'
    for (const schema of schemas) schema['~standard'].validate({})
    stage = 'second'
    for (const schema of schemas) schema['~standard'].validate({})
    console.log(JSON.stringify(started))`)
  assert.deepEqual(report, ['first', 'first'])
})

test('a program that does not use it does not contain the JSON Schema', async () => {
  const bundled = async (contents) => {
    const { outputFiles } = await build({ stdin: { contents, resolveDir: CONSUMER }, bundle: true, minify: true, format: 'esm', write: false })
    return outputFiles[0].text
  }
  // Part of a field's description, which appears nowhere else.
  const text = 'Joins still reach it'
  const used = await bundled(`import { datamartSchema } from 'datamart-validator'; console.log(datamartSchema({}))`)
  assert.ok(used.includes(text))
  for (const functions of ['validateDatamart', 'createValidator, buildRequest, analyzeSql, rules']) {
    for (const entry of ['datamart-validator', 'datamart-validator/slim']) {
      const unused = await bundled(`import { ${functions} } from '${entry}'; console.log(${functions})`)
      assert.ok(!unused.includes(text) && !unused.includes('draft-07'), `${functions} of ${entry}`)
    }
  }
})
