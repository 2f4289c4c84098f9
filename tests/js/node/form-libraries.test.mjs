/**
 * datamartSchema in form libraries that accept a Standard Schema, on a form with nested lists,
 * without configuration.
 */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatIssues } from '@conform-to/dom/future'
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { FieldApi, FormApi } from '@tanstack/form-core'
import { createFormControl } from 'react-hook-form'
import { datamartSchema } from 'datamart-validator'

const schema = datamartSchema({ datasourceType: 'postgres' })

/** A half-completed form, with a warning that is not a failure: `lable`. */
const halfway = () => ({
  name: '',
  datasourceName: 'warehouse',
  tableList: [
    { name: 'orders', schemaName: 'shop', columns: [{ name: 'id' }, { name: '', isHide: 'true' }, { name: 'sum', isCustomColumn: true, sql: 'SUM(id', isAggregate: true }] },
    { name: 'customers', schemaName: 'shop', lable: 'Customers', columns: [] },
  ],
  tenancySettings: { tenancyLevel: 'Database' },
  relationships: [{ parentTableName: 'orders', parentColumnName: 'id', childTableName: 'custmers', childColumnName: 'id', relationshipName: 'a' }],
})

/** The message shown at each field. */
const SHOWN = {
  name: '`name` is blank, but required',
  'tableList[0].columns[1].name': '`name` is blank, but required',
  'tableList[0].columns[1].isHide': '`isHide` is `"true"`, expected `true` or `false`',
  'tableList[0].columns[2].sql': '`(` is never closed',
  'tableList[1].columns': '`columns` is empty, expected at least one item',
  'tenancySettings.tenancyLevel': '`tenancyLevel` is `Database`, expected one of TABLE, DATABASE, MULTI_DATABASE',
  'relationships[0].childTableName': 'the table `custmers` is not in `tableList`',
}

/** The fixes, field by field. */
const FIXED = {
  name: 'sales',
  'tableList[0].columns[1].name': 'total',
  'tableList[0].columns[1].isHide': true,
  'tableList[0].columns[2].sql': 'SUM(id)',
  'tableList[1].columns': [{ name: 'id' }],
  'tenancySettings.tenancyLevel': 'DATABASE',
  'relationships[0].childTableName': 'customers',
}

function fixed() {
  const value = halfway()
  for (const [key, now] of Object.entries(FIXED)) {
    const path = key.split(/[.[\]]+/).filter(Boolean)
    path.slice(0, -1).reduce((inner, step) => inner[step], value)[path.at(-1)] = now
  }
  return value
}

test('validate returns no promise', () => {
  assert.ok(!(schema['~standard'].validate(halfway()) instanceof Promise))
  assert.deepEqual(schema['~standard'].validate(fixed()), { value: fixed() })
})

test('React Hook Form: an error at each field, and a submission once they are fixed', async () => {
  const form = createFormControl({ defaultValues: halfway(), resolver: standardSchemaResolver(schema) })
  const submit = async () => {
    const outcome = {}
    await form.handleSubmit((values) => void (outcome.values = values), (errors) => void (outcome.errors = errors))()
    return outcome
  }
  /** The errors are in a tree with the form's shape. */
  const shown = (errors, prefix = '') =>
    typeof errors?.message === 'string'
      ? [[prefix, errors.message]]
      : Object.entries(errors ?? {}).flatMap(([step, inner]) => shown(inner, Array.isArray(errors) ? `${prefix}[${step}]` : prefix ? `${prefix}.${step}` : step))

  assert.deepEqual(Object.fromEntries(shown((await submit()).errors)), SHOWN)
  assert.equal(form.getFieldState('tableList.0.columns.1.name').error.message, SHOWN['tableList[0].columns[1].name'])

  for (const [key, now] of Object.entries(FIXED)) form.setValue(key.replaceAll('[', '.').replaceAll(']', ''), now)
  assert.deepEqual(await submit(), { values: fixed() })
})

test('TanStack Form: an error at each field, whole issues, and a submission once they are fixed', async () => {
  const submitted = []
  const form = new FormApi({ defaultValues: halfway(), validators: { onChange: schema }, onSubmit: ({ value }) => void submitted.push(value) })
  form.mount()
  const fields = new Map(Object.keys(SHOWN).map((name) => [name, new FieldApi({ form, name })]))
  for (const field of fields.values()) field.mount()
  await form.handleSubmit()
  assert.equal(form.state.canSubmit, false)
  assert.deepEqual(Object.keys(form.state.errorMap.onChange), Object.keys(SHOWN))
  for (const [name, message] of Object.entries(SHOWN)) {
    assert.deepEqual(fields.get(name).state.meta.errors.map((issue) => issue.message), [message])
  }
  const [issue] = fields.get('tableList[0].columns[2].sql').state.meta.errors
  assert.deepEqual([issue.code, issue.severity, issue.range], ['sql-syntax', 'error', { start: 3, end: 4 }])

  for (const [name, now] of Object.entries(FIXED)) fields.get(name).handleChange(now)
  await form.handleSubmit()
  assert.deepEqual(submitted, [fixed()])
  for (const field of fields.values()) assert.deepEqual(field.state.meta.errors, [])
})

test('Conform: an error at each field, none once they are fixed', () => {
  const { issues } = schema['~standard'].validate(halfway())
  assert.deepEqual(formatIssues(issues), {
    formErrors: null,
    fieldErrors: Object.fromEntries(Object.entries(SHOWN).map(([name, message]) => [name, [message]])),
  })
  assert.equal(schema['~standard'].validate(fixed()).issues, undefined)
})

test('an issue about the whole datamart belongs to no field', async () => {
  const { issues } = schema['~standard'].validate(null)
  assert.deepEqual(formatIssues(issues), { formErrors: [issues[0].message], fieldErrors: {} })
  const { errors } = await standardSchemaResolver(schema)(null, undefined, { fields: {}, shouldUseNativeValidation: false })
  assert.equal(errors.root.message, issues[0].message)
})
