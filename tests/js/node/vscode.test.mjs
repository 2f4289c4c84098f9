/** The JSON Schema in Visual Studio Code's JSON service: a file that refers to it by `$schema`. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { getLanguageService } from 'vscode-json-languageservice'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { PACKAGE } from './support/helpers.mjs'

const SCHEMA = readFileSync(path.join(PACKAGE, 'dist/schema.json'), 'utf8')
const PUBLISHED = JSON.parse(SCHEMA).$id
const INSTALLED = 'file:///project/node_modules/datamart-validator/dist/schema.json'

const service = getLanguageService({
  schemaRequestService: async (uri) => {
    if (uri !== PUBLISHED && uri !== INSTALLED) throw new Error(`asked for ${uri}`)
    return SCHEMA
  },
  workspaceContext: { resolveRelativePath: (relative, file) => new URL(relative, file).href },
  clientCapabilities: { textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] }, completion: { completionItem: { documentationFormat: ['markdown', 'plaintext'] } } } },
})
service.configure({ validate: true })

/** The text with `$schema` added; a `|` in it marks the cursor. */
function opened(text, schema = PUBLISHED) {
  const whole = text.replace('{', `{ "$schema": ${JSON.stringify(schema)},`)
  const offset = whole.indexOf('|')
  const document = TextDocument.create('file:///project/datamarts/sales.json', 'json', 1, whole.replace('|', ''))
  return { document, json: service.parseJSONDocument(document), position: document.positionAt(offset) }
}

async function diagnostics(text, schema) {
  const { document, json } = opened(text, schema)
  const found = await service.doValidation(document, json)
  return found.map(({ message, range }) => [document.getText(range), message])
}

async function completions(text) {
  const { document, json, position } = opened(text)
  return (await service.doComplete(document, position, json)).items
}

async function hover(text) {
  const { document, json, position } = opened(text)
  const { contents } = await service.doHover(document, position, json)
  return [contents].flat().map((part) => part.value ?? part).join('\n')
}

const whole = (inner) => `{ "name": "sales", "datasourceName": "warehouse", "tableList": [{ "name": "orders", "columns": [{ "name": "id" }] }]${inner ? `, ${inner}` : ''} }`
const column = (inner) => `{ "name": "sales", "datasourceName": "warehouse", "tableList": [{ "name": "orders", "columns": [{ ${inner} }] }] }`

test('a valid file has no diagnostics, nor has one with fields that are not filled in', async () => {
  assert.deepEqual(await diagnostics(whole('')), [])
  assert.deepEqual(await diagnostics(whole('"tenancySettings": null, "relationships": ""')), [])
  assert.deepEqual(await diagnostics(column('"name": "id", "isHide": "", "label": null')), [])
})

test('diagnostics have the right positions and messages', async () => {
  for (const [text, ...expected] of [
    [whole('"tenancySettings": { "tenancyLevel": "Table" }'), ['"Table"', 'Value is not accepted. Valid values: "TABLE", "DATABASE", "MULTI_DATABASE".']],
    [whole('"tenancySettings": []'), ['[]', 'expected the tenancy settings (an object)']],
    [whole('"relationships": {}'), ['{}', 'expected a list']],
    [whole('"relationships": "x"'), ['"x"', 'expected a list']],
    [column('"name": " "'), ['" "', '`name` is blank']],
    [column('"name": 5'), ['5', 'expected text']],
    [column('"name": "id", "isHide": "true"'), ['"true"', 'expected true or false']],
    [column('"name": "id", "isHide": 1'), ['1', 'expected true or false']],
    [column('"name": "id", "isCustomColumn": true, "sql": ""'), ['""', '`sql` is blank']],
    ['{ "name": "sales", "datasourceName": "warehouse", "tableList": [] }', ['[]', 'Array has too few items. Expected 1 or more.']],
    ['{ "name": "sales", "datasourceName": "warehouse", "tableList": ["x"] }', ['"x"', 'expected a table (an object)']],
    [whole('"relationships": [{ "parentTableName": "a", "parentColumnName": "b", "childTableName": "c", "childColumnName": "", "relationshipName": "e", "join": "LEFT" }]'),
      ['""', '`childColumnName` is blank'],
      ['"LEFT"', 'Value is not accepted. Valid values: "INNER JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN", null.']],
  ]) {
    assert.deepEqual(await diagnostics(text), expected, text)
  }
  // An unknown field is valid JSON by the schema, and a warning wherever it is.
  const message = 'the API does not document this field'
  assert.deepEqual(await diagnostics(whole('"lables": 1')), [['"lables": 1', message]])
  assert.deepEqual(await diagnostics(column('"name": "id", "lable": "Id"')), [['"lable": "Id"', message]])
  assert.deepEqual(await diagnostics(whole('"tenancySettings": { "tenancyLevel": "DATABASE", "database": "a" }')), [['"database": "a"', message]])
  // A missing field is reported at the object.
  const missing = async (text) => (await diagnostics(text)).map(([, message]) => message)
  assert.deepEqual(await missing(column('"isCustomColumn": true')), ['Missing property "sql".', 'Missing property "name".'])
  assert.deepEqual(await missing(whole('"tenancySettings": { "tenancyLevel": "TABLE" }')), ['clientColumnType', 'schemaName', 'tableName', 'tableClientNameColumn', 'tablePrimaryKeyColumn'].map((name) => `Missing property "${name}".`))
})

test('keys and values are completed', async () => {
  const labels = async (text) => (await completions(text)).map(({ label }) => label)
  const keys = await labels(column('"name": "id", |'))
  for (const key of ['alias', 'label', 'isHide', 'isCustomColumn', 'sql', 'isAggregate', 'isApplyTimezone']) assert.ok(keys.includes(key), `${key} in ${keys}`)
  assert.ok(!keys.includes('name'), 'what is there already is not offered')
  const levels = await labels(whole('"tenancySettings": { "tenancyLevel": | }'))
  for (const level of ['"TABLE"', '"DATABASE"', '"MULTI_DATABASE"']) assert.ok(levels.includes(level), `${level} in ${levels}`)
  const joins = await labels(whole('"relationships": [{ "join": | }]'))
  for (const join of ['"INNER JOIN"', '"LEFT JOIN"', 'null']) assert.ok(joins.includes(join), `${join} in ${joins}`)
  assert.deepEqual((await labels(column('"isHide": |'))).sort(), ['false', 'null', 'true'])
})

test('a completed key has a value, or its values are suggested', async () => {
  const completed = async (text) => Object.fromEntries((await completions(text)).map(({ label, textEdit, command }) => [label, `${textEdit.newText.replace(/\s+/g, ' ')}${command ? ' …' : ''}`]))
  const ofDatamart = await completed(whole('|'))
  assert.equal(ofDatamart.tenancySettings, '"tenancySettings": $1 …')
  assert.equal(ofDatamart.relationships, '"relationships": [ { "parentTableName": "$1", "parentColumnName": "$2", "childTableName": "$3", "childColumnName": "$4", "relationshipName": "$5" } ]')
  const ofColumn = await completed(column('"name": "id", |'))
  for (const flag of ['isHide', 'isAggregate', 'isApplyTimezone']) assert.equal(ofColumn[flag], `"${flag}": $1 …`)
  const ofRelationship = await completed(whole('"relationships": [{ | }]'))
  for (const choice of ['cardinality', 'join']) assert.equal(ofRelationship[choice], `"${choice}": $1 …`)
  // Then:
  const ofSettings = await completed(whole('"tenancySettings": |'))
  assert.equal(ofSettings['New tenancy settings'], '{ "tenancyLevel": "${1|TABLE,DATABASE,MULTI_DATABASE|}" }')
  assert.match(ofSettings['New tenancy settings with tenancyLevel TABLE'], /^\{ "tenancyLevel": "TABLE", "clientColumnType": "\$\{1\|NUMBER,STRING\|\}", "schemaName": "\$2", .*"tablePrimaryKeyColumn": "\$5" \}$/)
  const ofList = await completed('{ "tableList": [{ "columns": [|] }] }')
  assert.equal(ofList['New column with isCustomColumn true'], '{ "name": "$1", "isCustomColumn": true, "sql": "$2" }')
})

test('a new list item has the required fields', async () => {
  const added = (items) => items.find(({ label }) => label.startsWith('New '))?.textEdit?.newText.replace(/\s+/g, ' ')
  assert.equal(added(await completions(whole('"relationships": [|]'))), '{ "parentTableName": "$1", "parentColumnName": "$2", "childTableName": "$3", "childColumnName": "$4", "relationshipName": "$5" }')
  assert.equal(added(await completions('{ "tableList": [|] }')), '{ "name": "$1", "columns": [ { "name": "$2" } ] }')
})

test('a field has a description', async () => {
  assert.match(await hover(column('"is|ApplyTimezone": true')), /Converts date-times to `params\.timezone` of the guest token/)
  assert.match(await hover(whole('"tenancySettings": { "tenancy|Level": "TABLE" }')), /By a column in each table/)
  assert.match(await hover(whole('"relation|ships": []')), /How tables are joined/)
})

test('the installed file works like the published one, through $schema or a pattern in the settings', async () => {
  const wrong = column('"name": 5')
  const expected = [['5', 'expected text']]
  assert.deepEqual(await diagnostics(wrong, '../node_modules/datamart-validator/dist/schema.json'), expected)

  const document = TextDocument.create('file:///project/datamarts/other.json', 'json', 1, wrong)
  const check = async () => (await service.doValidation(document, service.parseJSONDocument(document))).map(({ message, range }) => [document.getText(range), message])
  assert.deepEqual(await check(), [])
  service.configure({ validate: true, schemas: [{ fileMatch: ['datamarts/*.json'], uri: INSTALLED }] })
  assert.deepEqual(await check(), expected)
})
