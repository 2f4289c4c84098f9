/** `datamart-validator/forms`: issues by field, values of HTML forms, and the resolver. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createFormControl } from 'react-hook-form'
import * as main from 'datamart-validator'
import { applyFix, buildRequest, createValidator, formatPath, validateDatamart } from 'datamart-validator'
import { datamartResolver, fromFormData, groupByField, issuesAt } from 'datamart-validator/forms'
import { datamart } from './support/helpers.mjs'

const SCHEMA = main.datamartSchema()['~standard'].jsonSchema.input({ target: 'draft-07' })

/** Errors, a warning at a field of its own, and one beside an error. */
const wrong = () => ({
  name: 'sales',
  datasourceName: 'warehouse',
  tableList: [
    { name: 'orders ', columns: [{ name: 'id' }, { name: '', isHide: 'true' }] },
    { name: 'customers', lable: 'Customers', columns: [] },
  ],
})
const { issues } = validateDatamart(wrong())
const codes = (found) => found.map(({ code }) => code)

test('issuesAt finds a field by every way to write its name', () => {
  for (const name of ['tableList.0.columns.1.isHide', 'tableList[0].columns[1].isHide', 'tableList.0.columns[1].isHide', ['tableList', 0, 'columns', 1, 'isHide'], ['tableList', '0', 'columns', '1', 'isHide']]) {
    assert.deepEqual(codes(issuesAt(issues, name)), ['type'], String(name))
  }
  assert.deepEqual(codes(issuesAt(issues, 'tableList.1.columns')), ['empty'])
  assert.deepEqual(issuesAt(issues, 'tableList.1.lable').map(({ severity, code }) => [severity, code]), [['warning', 'unknown-field']])
  for (const name of ['tableList', 'tableList.1', 'tableList.10.name', 'tableList.1.columns.0', '', []]) assert.deepEqual(issuesAt(issues, name), [], String(name))
  assert.deepEqual(main.issuesAt(issues, 'tableList.1.columns'), issuesAt(issues, 'tableList.1.columns'))
})

test('issuesAt finds whole datamarts, odd keys, and every issue by its formatted path', () => {
  for (const name of ['', []]) assert.deepEqual(codes(issuesAt(validateDatamart(null).issues, name)), ['type'])
  const odd = validateDatamart(datamart({ 'client id': 1, 'a.b': 1, 'say "hi"': 1, '[0]': 1, __proto__: 1, ['__proto__']: 1 })).issues
  assert.equal(odd.length, 5)
  for (const issue of [...odd, ...issues]) {
    assert.deepEqual(issuesAt([...odd, ...issues], formatPath(issue.path)), [issue])
    assert.deepEqual(issuesAt([...odd, ...issues], issue.path), [issue])
  }
  assert.deepEqual(issuesAt(odd, '["broken'), [])
})

test('groupByField has each issue at the name of its field, in both styles', () => {
  const dots = groupByField(issues)
  assert.deepEqual(Object.keys(dots), ['tableList.0.name', 'tableList.0.columns.1.name', 'tableList.0.columns.1.isHide', 'tableList.1.lable', 'tableList.1.columns'])
  assert.deepEqual(Object.keys(groupByField(issues, { style: 'brackets' })), ['tableList[0].name', 'tableList[0].columns[1].name', 'tableList[0].columns[1].isHide', 'tableList[1].lable', 'tableList[1].columns'])
  assert.deepEqual(Object.values(dots).flat(), issues)
  const [{ severity, fix }] = dots['tableList.0.name']
  assert.equal(severity, 'warning')
  assert.equal(applyFix(wrong(), fix).tableList[0].name, 'orders')
  assert.deepEqual(groupByField(validateDatamart(null).issues)[''].length, 1)
  for (const none of [undefined, null, {}, { style: null }]) assert.deepEqual(groupByField(issues, none), dots)
  for (const style of ['dot', '', 1]) assert.throws(() => groupByField(issues, { style }), { name: 'TypeError', message: /`style`: expected `dots` or `brackets`/ })
  assert.deepEqual(main.groupByField(issues), dots)
})

test('groupByField returns plain objects whose members are its own, whatever the keys', () => {
  const found = [{ path: ['__proto__'] }, { path: ['constructor'] }, { path: ['__proto__', 'x'] }]
  const groups = groupByField(found)
  assert.equal(Object.getPrototypeOf(groups), Object.prototype)
  assert.deepEqual(Object.keys(groups), ['__proto__', 'constructor', '__proto__.x'])
  assert.deepEqual(structuredClone(groupByField(issues)), groupByField(issues))
})

/** @param {[string, unknown][]} entries */
const form = (...entries) => {
  const data = new FormData()
  for (const [name, value] of entries) data.append(name, value)
  return data
}

test('fromFormData reads names in both styles, checkboxes, and lists in the order of their indexes', () => {
  const expected = {
    name: 'sales',
    datasourceName: 'warehouse',
    tableList: [{ name: 'orders', isHide: true, columns: [{ name: 'id', isAggregate: false }, { name: 'on', isCustomColumn: true, sql: 'true' }] }],
    tenancySettings: { tenancyLevel: 'DATABASE', primaryDatabase: '' },
  }
  const dots = [
    ['tableList.0.columns.1.name', 'on'],
    ['name', 'sales'],
    ['datasourceName', 'warehouse'],
    ['tableList.0.name', 'orders'],
    ['tableList.0.isHide', 'false'],
    ['tableList.0.isHide', 'on'],
    ['tableList.0.columns.0.name', 'id'],
    ['tableList.0.columns.0.isAggregate', 'false'],
    ['tableList.0.columns.1.isCustomColumn', 'true'],
    ['tableList.0.columns.1.sql', 'true'],
    ['tenancySettings.tenancyLevel', 'DATABASE'],
    ['tenancySettings.primaryDatabase', ''],
  ]
  const brackets = dots.map(([name, value]) => [name.replace(/\.(\d+)/g, '[$1]'), value])
  assert.deepEqual(fromFormData(form(...dots)), expected)
  assert.deepEqual(fromFormData(form(...brackets)), expected)
  assert.deepEqual(fromFormData(new URLSearchParams(brackets)), expected)
  assert.equal(validateDatamart(fromFormData(form(...dots))).valid, true)
})

test('the flags are those of the contract', () => {
  const flags = new Set()
  const visit = (schema) => {
    const inner = schema.anyOf?.[0] ?? schema
    for (const [name, field] of Object.entries((inner.items ?? inner).properties ?? {})) {
      if ([(field.anyOf?.[0] ?? field).type].flat().includes('boolean')) flags.add(name)
      visit(field)
    }
  }
  visit(SCHEMA)
  assert.deepEqual([...flags].sort(), ['isAggregate', 'isApplyTimezone', 'isCustomColumn', 'isHide'])
  for (const flag of flags) assert.deepEqual(fromFormData([[`tableList.0.${flag}`, 'on']]), { tableList: [{ [flag]: true }] })
  const top = Object.keys(SCHEMA.properties).filter((name) => name !== '$schema')
  for (const name of top) assert.deepEqual(fromFormData([[name, 'x']]), { [name]: 'x' })
})

test('fromFormData drops groups in which nothing is filled in, but no item of a list', () => {
  const untouched = ['tenancyLevel', 'schemaName', 'tableName'].map((name) => [`tenancySettings.${name}`, ' '])
  assert.deepEqual(fromFormData(form(['name', ''], ...untouched)), { name: '' })
  const items = [['relationships.0.relationshipName', ''], ['relationships.1.relationshipName', 'a']]
  assert.deepEqual(fromFormData(form(...items)), { relationships: [{ relationshipName: '' }, { relationshipName: 'a' }] })
})

test('fields of the form that are not of a datamart are ignored; unknown ones inside it are kept', () => {
  assert.deepEqual(fromFormData(form(['csrf', 'SECRET'], ['$ACTION_ID_1', ''], ['intent', 'create'], ['', 'x'], ['[]', 'x'], ['tableList.0.lable', 'x'], ['other.field', 'x'])), {
    tableList: [{ lable: 'x' }],
    other: { field: 'x' },
  })
})

test('hostile names have no effect beyond their own value', () => {
  const names = ['__proto__.polluted', 'constructor.prototype.polluted', 'tableList.0.__proto__.polluted', 'tableList[0][__proto__]', 'tableList.__proto__.0', 'tenancySettings.["__proto__"]']
  const value = fromFormData(names.map((name) => [name, 'yes']))
  assert.equal({}.polluted, undefined)
  assert.equal([].polluted, undefined)
  assert.equal(Object.getPrototypeOf(value), Object.prototype)
  assert.ok(Object.hasOwn(value, '__proto__') && Object.hasOwn(value.tenancySettings, '__proto__'))
  assert.equal(validateDatamart(value).valid, false)
  // An index is a position among others, not a length.
  const sparse = fromFormData([['tableList.4294967294.name', 'b'], ['tableList.7.name', 'a'], ['tableList.999999999999999.name', 'c']])
  assert.deepEqual(sparse, { tableList: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] })
  for (const odd of ['-1', '1e3', '01', '9'.repeat(400), 'Infinity', ' 1']) assert.equal(Array.isArray(fromFormData([[`tableList.${odd}.name`, 'a'], ['tableList.0.name', 'b']]).tableList), false, odd)
  const deep = fromFormData([['tableList' + '.a'.repeat(1_000_000), 'x']])
  assert.ok(codes(validateDatamart(deep).issues).includes('too-deep'))
  for (const name of ['['.repeat(100_000), '["'.repeat(100_000), '["\\'.repeat(100_000), '.'.repeat(100_000)]) fromFormData([[`tableList.${name}`, 'x']])
  // A value and a group of the same name: the later one counts.
  assert.deepEqual(fromFormData([['tableList', 'x'], ['tableList.0.name', 'a']]), { tableList: [{ name: 'a' }] })
  assert.deepEqual(fromFormData([['tableList.0.name', 'a'], ['tableList', 'x']]), { tableList: 'x' })
})

test('an untouched group counts as absent, and an empty one does not', () => {
  const untouched = { tenancyLevel: '', clientColumnType: null, primaryDatabase: null, schemaName: ' ' }
  const given = datamart({ tenancySettings: untouched })
  assert.deepEqual(validateDatamart(given), { valid: true, issues: [] })
  assert.deepEqual(JSON.parse(buildRequest(given).body), JSON.parse(buildRequest(datamart()).body))
  assert.deepEqual(main.diffDatamarts(given, datamart()).changes, [])
  assert.deepEqual(codes(validateDatamart(datamart({ tenancySettings: {} })).issues), ['required'])
  for (const touched of [{ schemaName: 'shop' }, { schemaName: 5 }, { other: {} }, { other: false }]) {
    assert.ok(codes(validateDatamart(datamart({ tenancySettings: { ...untouched, ...touched } })).issues).includes('required'), JSON.stringify(touched))
  }
  // Where no group belongs, an object stays an object.
  for (const field of ['tableList', 'relationships']) assert.deepEqual(codes(validateDatamart(datamart({ [field]: untouched })).issues), ['type'])
})

test('React Hook Form: an error has all issues at its field, with severities and fixes', async () => {
  const results = []
  const validator = createValidator({ datasourceType: 'postgres' })
  const control = createFormControl({ defaultValues: { ...wrong(), lable: 'x' }, resolver: datamartResolver(validator, { onResult: (result) => results.push(result) }) })
  let errors
  await control.handleSubmit(() => assert.fail(), (found) => void (errors = found))()
  assert.deepEqual(results[0], validator.validate({ ...wrong(), lable: 'x' }))
  const { type, message, issues } = errors.tableList[0].columns[1].isHide
  assert.deepEqual([type, message, codes(issues)], ['type', '`isHide` is `"true"`, expected `true` or `false`', ['type']])
  assert.equal(issues[0].fix.certainty, 'certain')
  assert.equal(errors.tableList[1].columns.type, 'empty')
  assert.equal(errors.lable, undefined, 'a warning is not an error')
  assert.equal(errors.tableList[0].name, undefined, 'a warning is not an error')
  assert.equal(control.getFieldState('tableList.0.columns.1.name').error.type, 'required')

  control.reset(applyFix(applyFix(control.getValues(), issues[0].fix), issuesAt(results[0].issues, 'tableList.0.name')[0].fix))
  for (const [name, value] of Object.entries({ 'tableList.0.columns.1.name': 'total', 'tableList.0.schemaName': 'shop', 'tableList.1.schemaName': 'shop', 'tableList.1.columns': [{ name: 'id' }] })) control.setValue(name, value)
  let submitted
  await control.handleSubmit((values) => void (submitted = values), (found) => assert.fail(JSON.stringify(found)))()
  assert.deepEqual(submitted.tableList[0], { name: 'orders', schemaName: 'shop', columns: [{ name: 'id' }, { name: 'total', isHide: true }] })
  assert.deepEqual(codes(results.at(-1).issues), ['unknown-field', 'unknown-field'])
})

test('the resolver: warnings beside an error, errors of lists and of the whole form, all criteria, refs', () => {
  const resolve = datamartResolver((values) => validateDatamart(values, { rules: { 'datamart-name-characters': 'warning' } }))
  const ref = { focus() {} }
  const { errors } = resolve(datamart({ name: 'ä\ud800' }), undefined, { names: ['name'], fields: { name: { ref } }, criteriaMode: 'all' })
  assert.equal(errors.name.ref, ref)
  assert.deepEqual(Object.keys(errors.name.types), codes(errors.name.issues))

  const nested = datamart({ tableList: [] })
  assert.equal(resolve(nested, undefined, { names: ['name'] }).errors.tableList.type, 'empty')
  assert.equal(resolve(nested, undefined, { names: ['tableList.0.name'] }).errors.tableList.root.type, 'empty')
  assert.equal(resolve(null, undefined, {}).errors.root.type, 'type')
  assert.deepEqual(resolve(datamart()), { values: datamart(), errors: {} })

  const strict = datamartResolver(createValidator({ strict: true }))
  const polluting = strict(JSON.parse('{"name":"a","datasourceName":"b","tableList":[{"name":"c","columns":[{"name":"d"}],"__proto__":{"e":1}}]}'), undefined, {})
  assert.equal({}.type, undefined)
  assert.equal(Object.getOwnPropertyDescriptor(polluting.errors.tableList[0], '__proto__').value.type, 'unknown-field')
})
