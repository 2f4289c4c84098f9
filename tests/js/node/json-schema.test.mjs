/**
 * The JSON Schema, as a file and from datamartSchema: it accepts the same shapes as the validator.
 */

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv'
import Ajv2020 from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { datamartSchema, validateDatamart } from 'datamart-validator'
import { datamarts, shapely } from './support/arbitraries.mjs'
import { PACKAGE, TYPES, datamart } from './support/helpers.mjs'
import { check } from './support/property.mjs'

const DATA = fileURLToPath(new URL('../../data', import.meta.url))
const FILE = JSON.parse(readFileSync(path.join(PACKAGE, 'dist/schema.json'), 'utf8'))
const { input, output } = datamartSchema()['~standard'].jsonSchema

/** The codes that a schema can express. Those of JSON itself are about values that are not JSON. */
const SHAPE = ['wrong-document', 'required', 'type', 'empty', 'not-allowed-value']

/** Fixtures with a different result, and why. */
const EXCEPTIONS = {}

/**
 * A silent validator with its default strictness: it refuses unknown keywords and warns about
 * unclear ones.
 */
function compiled(Reader, schema, options = {}) {
  const said = []
  const logger = { log: (text) => said.push(text), warn: (text) => said.push(text), error: (text) => said.push(text) }
  const judge = new Reader({ logger, ...options }).compile(schema)
  assert.deepEqual(said, [])
  return judge
}

const JUDGES = {
  'schema.json': compiled(Ajv2020, FILE, { strict: false }),
  'draft-2020-12': compiled(Ajv2020, input({ target: 'draft-2020-12' })),
  'draft-07': compiled(Ajv, output({ target: 'draft-07' })),
}

/** Whether the validator accepts the shape. */
const isShapely = (value) => !validateDatamart(value).issues.some(({ code }) => SHAPE.includes(code))

/** Whether nothing in a group is filled in, which belongs to a form: the file for editors refuses it. */
function isUntouched({ tenancySettings: group } = {}) {
  const blank = /^\p{White_Space}*$/u
  const members = typeof group === 'object' && !Array.isArray(group) ? Object.values(group ?? {}) : []
  return members.length > 0 && members.every((member) => member === null || (typeof member === 'string' && blank.test(member)))
}

function assertAgrees(value, judged = value) {
  for (const [name, judge] of Object.entries(JUDGES)) {
    const expected = isShapely(judged) && !(name === 'schema.json' && isUntouched(value ?? {}))
    if (judge(value) !== expected) {
      const { issues } = validateDatamart(judged)
      assert.fail(`${name} and the validator differ on ${JSON.stringify(value)}: ${JSON.stringify(judge.errors)} against ${JSON.stringify(issues)}`)
    }
  }
}

test('the two targets are the same schema except for their name; each caller gets a copy', () => {
  const { $schema, ...modern } = input({ target: 'draft-2020-12' })
  const { $schema: $older, ...older } = output({ target: 'draft-07' })
  assert.equal($schema, 'https://json-schema.org/draft/2020-12/schema')
  assert.equal($older, 'http://json-schema.org/draft-07/schema#')
  assert.deepEqual(modern, older)
  modern.properties.name.type = 'number'
  assert.equal(input({ target: 'draft-07' }).properties.name.type, 'string')
})

test('another target is refused, with the supported ones', () => {
  for (const target of ['openapi-3.0', 'draft-04', '', undefined]) {
    assert.throws(() => input({ target }), { message: `datamart-validator: found the JSON Schema target \`${target}\`, expected \`draft-2020-12\` or \`draft-07\`` })
  }
})

test('the file can be imported by name, and contains its published URL', () => {
  const { version } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8'))
  assert.equal(createRequire(import.meta.url).resolve('datamart-validator/schema.json'), path.join(PACKAGE, 'dist/schema.json'))
  assert.equal(FILE.$id, `https://unpkg.com/datamart-validator@${version}/dist/schema.json`)
})

test('the file is the same schema, with more for editors', () => {
  const FOR_EDITORS = ['$id', 'markdownDescription', 'errorMessage', 'patternErrorMessage', 'deprecationMessage', 'defaultSnippets']
  const isForEditors = (key, value) => FOR_EDITORS.includes(key) || (key === 'additionalProperties' && Object.keys(value).length === 0)
  const plain = JSON.parse(JSON.stringify(FILE), (key, value) => (isForEditors(key, value) ? undefined : value))
  const programs = input({ target: 'draft-2020-12' })
  // A group in which nothing is filled in belongs to a form, not to a file.
  const [untouched] = programs.properties.tenancySettings.anyOf.splice(2)
  assert.deepEqual([untouched.minProperties, untouched.additionalProperties.type], [1, ['string', 'null']])
  assert.deepEqual(plain, programs)
})

test('every field is described, with the texts of the type declarations', () => {
  let fields = 0
  const visit = (schema) => {
    const inner = schema.anyOf?.[0] ?? schema
    const { title, properties } = inner.items ?? inner
    for (const [name, field] of Object.entries(properties ?? {})) {
      fields++
      const [, body] = new RegExp(`export type ${title} = {\n([^}]*)}`).exec(TYPES)
      assert.ok(body.includes(`  /** ${field.description} */\n  ${name}`), `${title}.${name}: ${field.description}`)
      visit(field)
    }
  }
  visit(FILE)
  assert.equal(fields, 35)
})

const isJson = (file) => /^(?!(sql|catalogs)\/)[^/]+\/(ok|err)\/[^/]+\.(json|txt)$/.test(file) && !/\.(options|expected)\.json$/.test(file)
const fixtures = readdirSync(DATA, { recursive: true }).map((file) => String(file).replaceAll(path.sep, '/')).filter(isJson)

test('the same result for every fixture that is JSON', () => {
  let count = 0
  for (const file of fixtures) {
    const text = readFileSync(path.join(DATA, file), 'utf8').replace(/^\ufeff/, '')
    let value
    try {
      value = JSON.parse(text)
    } catch {
      continue
    }
    count++
    if (file in EXCEPTIONS) assert.throws(() => assertAgrees(value, text), EXCEPTIONS[file])
    else assertAgrees(value, text)
  }
  assert.ok(count > 200, `${count} fixtures`)
  for (const file of Object.keys(EXCEPTIONS)) assert.ok(fixtures.includes(file), file)
  for (const blank of ['', ' ', null]) assertAgrees(datamart({ tenancySettings: { tenancyLevel: blank, schemaName: '' } }))
  for (const touched of [{}, { tenancyLevel: '', schemaName: 'a' }, { tenancyLevel: '', other: 1 }]) assertAgrees(datamart({ tenancySettings: touched }))
})

test('and for an update', () => {
  const schema = datamartSchema({ operation: 'update' })['~standard'].jsonSchema.input({ target: 'draft-2020-12' })
  const judge = compiled(Ajv2020, schema)
  const { required, properties, ...same } = schema
  const created = input({ target: 'draft-2020-12' })
  assert.deepEqual({ ...same, required: created.required, properties: { ...properties, datasourceName: created.properties.datasourceName } }, created)
  for (const datasourceName of [undefined, null, '', ' ', 'warehouse', 5, {}]) {
    const value = JSON.parse(JSON.stringify(datamart({ datasourceName })))
    const { issues } = validateDatamart(value, { operation: 'update' })
    assert.equal(judge(value), !issues.some(({ code }) => SHAPE.includes(code)), String(datasourceName))
  }
})

test('the same result for random datamarts, valid and invalid', () => {
  const verdicts = { true: 0, false: 0 }
  const property = fc.property(fc.oneof(datamarts, shapely), (value) => {
    verdicts[isShapely(value)]++
    assertAgrees(value)
  })
  check(property, 1000)
  assert.ok(verdicts.true > 200 && verdicts.false > 200, JSON.stringify(verdicts))
})

/** Every field of the contract, by its path in a datamart that has all of them. */
const FULL = {
  $schema: 'schema.json',
  name: 'sales',
  datasourceName: 'warehouse',
  tableList: [
    {
      name: 'orders', schemaName: 'shop', clientColumn: 'tenant', isHide: false, label: 'Orders', indexPattern: 'orders-*',
      columns: [{ name: 'total', alias: 'sum', label: 'Total', isHide: false, isCustomColumn: true, sql: 'a + b', isAggregate: false, isApplyTimezone: false }],
    },
  ],
  tenancySettings: { tenancyLevel: 'TABLE', clientColumnType: 'NUMBER', primaryDatabase: 'main', schemaName: 'shop', tableName: 'tenants', tableClientNameColumn: 'name', tablePrimaryKeyColumn: 'id' },
  relationships: [{ parentTableName: 'a', parentColumnName: 'b', childTableName: 'c', childColumnName: 'd', relationshipName: 'e', cardinality: 'OneToMany', join: 'LEFT JOIN' }],
}

/** Every path into a value, including the empty one. */
const paths = (value, prefix = []) => [prefix, ...(typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, member]) => paths(member, [...prefix, key])) : [])]

function changed(value, [key, ...rest], change) {
  if (key === undefined) return change(value)
  const copy = Array.isArray(value) ? [...value] : { ...value }
  copy[key] = changed(copy[key], rest, change)
  return copy
}

test('the same result for every field with every kind of value', () => {
  const WHITE_SPACE = [...'\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2005\u200a\u2028\u2029\u202f\u205f\u3000']
  const NEARLY = [...'\u0000\u0008\u000e\u001c\u001f\u0084\u0086\u180e\u200b\u200e\u2060\ufeff']
  const values = [undefined, null, true, false, 0, 1.5, 'x', 'true', 'NUMBER', 'TABLE', 'DATABASE', 'table', ' TABLE', '', ' \n\t ', ' x ', [], [null], [[]], [{}], {}, { name: 'x' }, ...WHITE_SPACE, ...NEARLY]
  for (const base of [FULL, JSON.parse(JSON.stringify(FULL).replace('"TABLE"', '"DATABASE"').replace('"isCustomColumn":true', '"isCustomColumn":false'))]) {
    assertAgrees(base)
    for (const path of paths(base)) for (const value of values) if (path.length > 0 || (value !== undefined && typeof value !== 'string')) assertAgrees(JSON.parse(JSON.stringify(changed(base, path, () => value))))
  }
  for (const space of WHITE_SPACE) assert.equal(JUDGES['draft-07'](datamart({ name: space })), false, JSON.stringify(space))
  for (const other of NEARLY) assert.equal(JUDGES['draft-07'](datamart({ name: other })), true, JSON.stringify(other))
})

test('whitespace is exactly that of Unicode, as in Rust', () => {
  const notBlank = new RegExp(FILE.properties.name.pattern, 'u')
  for (let code = 0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code)
    if (notBlank.test(character) === /\p{White_Space}/u.test(character)) assert.fail(`U+${code.toString(16)}`)
  }
})

test('the same result for every two fields that are not filled in', () => {
  const all = paths(FULL).filter((path) => path.length > 0)
  const isThere = (value, path) => path.slice(0, -1).every((key) => (value = value[key]) != null)
  for (const one of all) {
    const first = JSON.parse(JSON.stringify(changed(FULL, one, () => undefined)))
    for (const other of all) if (isThere(first, other)) assertAgrees(JSON.parse(JSON.stringify(changed(first, other, () => null))))
  }
})
