/** `<datamart-editor>`: how tenants are kept apart, and in which tables. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAccessible } from './axe.mjs'
import { CATALOG, openElement, set, textOf, valueOf } from './element.mjs'
import { eventually, inPage } from './support.mjs'

/** @typedef {import('playwright-core').Page} Page */

/** With a table that maps the tenants. */
const WITH_TENANTS = {
  ...CATALOG,
  tables: [
    ...CATALOG.tables,
    {
      name: 'tenants',
      schema: 'public',
      columns: [
        { name: 'id', dataType: 'integer' },
        { name: 'name', dataType: 'text' },
      ],
    },
  ],
}

/** Written by hand: nothing of it may be reformatted. */
const TEXT = `{ "name": "sh\\u006fp", "datasourceName": "shop",
  "tableList": [
    {"name":"customers", "schemaName": "public", "columns": [{"name":"id"}]},
    {"name":"orders", "schemaName": "public", "columns": [ { "name":"id" } ]},
    {"name":"order_items", "schemaName": "public", "columns": [{"name":"order_id"}]}
  ]
}
`

const SETTINGS = { tenancyLevel: 'TABLE', clientColumnType: 'NUMBER', schemaName: 'public', tableName: 'tenants', tableClientNameColumn: 'name', tablePrimaryKeyColumn: 'id' }

/** @param {Page} page @param {unknown} value */
async function openTenancy(page, value) {
  await openElement(page, { catalog: WITH_TENANTS, options: { datasourceType: 'postgres' }, value })
  await page.getByRole('tab', { name: 'Tenancy' }).click()
  await page.getByRole('radio').first().waitFor()
}

/** @param {Page} page @param {string} name */
const option = (page, name) => page.getByRole('radio', { name })

/** @param {Page} page @param {string} table */
const clientColumn = (page, table) => page.getByRole('combobox', { name: `Client column of ${table}` })

/** @param {Page} page */
const undo = (page) => page.getByRole('button', { name: 'Undo' }).click()

test('the suggestion sets everything in one step, and the tables say which of them are not isolated', () =>
  inPage(async (page) => {
    await openTenancy(page, TEXT)
    assert.ok(await option(page, 'Not by this datamart').isChecked())
    const suggested = page.getByRole('region', { name: 'Suggested' })
    await suggested.waitFor()
    assert.match((await suggested.textContent()) ?? '', /tenant_id.*1 table would not be isolated: order_items/s)
    await suggested.getByRole('button', { name: 'Apply' }).click()
    const { tenancySettings, tableList } = await valueOf(page)
    assert.deepEqual(tenancySettings, SETTINGS)
    assert.deepEqual(tableList.map((table) => table.clientColumn), ['tenant_id', 'tenant_id', undefined])
    assert.ok(await option(page, 'By a column in each table').isChecked())
    const rows = page.getByRole('table', { name: 'Isolation of tables' }).getByRole('row')
    assert.deepEqual(await rows.evaluateAll((all) => all.slice(1).map((row) => [row.cells[0].textContent, row.cells[2].textContent])), [
      ['customers', 'Isolated'],
      ['orders', 'Isolated'],
      ['order_items', 'Not isolated'],
    ])
    // There is nothing left to suggest.
    await eventually(async () => assert.equal(await suggested.count(), 0))
    await undo(page)
    assert.equal(await textOf(page), TEXT)
    assert.ok(await page.getByRole('button', { name: 'Undo' }).isDisabled())
  }))

test('a suggestion keeps what is there', () =>
  inPage(async (page) => {
    const value = JSON.parse(TEXT)
    value.tableList[0].clientColumn = 'id'
    value.tenancySettings = { ...SETTINGS, clientColumnType: 'STRING', tableClientNameColumn: '' }
    await openTenancy(page, value)
    await page.getByRole('region', { name: 'Suggested' }).getByRole('button', { name: 'Apply' }).click()
    const { tenancySettings, tableList } = await valueOf(page)
    assert.deepEqual(tenancySettings, { ...SETTINGS, clientColumnType: 'STRING' })
    assert.deepEqual(tableList.map((table) => table.clientColumn), ['id', 'tenant_id', undefined])
  }))

test('a client column is chosen from the columns of the table with their types, and taken away', () =>
  inPage(async (page) => {
    const value = { ...JSON.parse(TEXT), tenancySettings: SETTINGS }
    await openTenancy(page, value)
    const before = await textOf(page)
    const column = clientColumn(page, 'orders')
    await column.focus()
    assert.deepEqual((await column.getByRole('option').allTextContents()).slice(0, 3), ['None', 'id · integer', 'tenant_id · integer'])
    await column.selectOption('tenant_id')
    assert.equal((await valueOf(page)).tableList[1].clientColumn, 'tenant_id')
    await column.selectOption('')
    assert.equal('clientColumn' in (await valueOf(page)).tableList[1], false)
    await undo(page)
    await undo(page)
    assert.equal(await textOf(page), before)
  }))

test('each level shows the fields that it uses, and another one drops what it does not', () =>
  inPage(async (page) => {
    const value = { ...JSON.parse(TEXT), tenancySettings: SETTINGS }
    await openTenancy(page, value)
    const before = await textOf(page)
    assert.ok(await page.getByRole('combobox', { name: 'Primary key of that table' }).isVisible())
    assert.equal(await page.getByRole('textbox', { name: 'Primary database' }).count(), 0)
    await option(page, 'By a database per tenant').check()
    assert.deepEqual((await valueOf(page)).tenancySettings, { tenancyLevel: 'DATABASE' })
    assert.equal(await page.getByRole('combobox', { name: 'Primary key of that table' }).count(), 0)
    await page.getByRole('textbox', { name: 'Primary database' }).fill('main')
    await page.keyboard.press('Enter')
    assert.deepEqual((await valueOf(page)).tenancySettings, { tenancyLevel: 'DATABASE', primaryDatabase: 'main' })
    await undo(page)
    // Whoever comes back finds what was there.
    await option(page, 'By a column in each table').check()
    assert.deepEqual((await valueOf(page)).tenancySettings, SETTINGS)
    await option(page, 'Not by this datamart').check()
    assert.equal('tenancySettings' in (await valueOf(page)), false)
    for (let steps = 0; steps < 3; steps++) await undo(page)
    assert.equal(await textOf(page), before)
  }))

test('a field that the level does not use is shown if it is there, and removed when it is emptied', () =>
  inPage(async (page) => {
    await openTenancy(page, { ...JSON.parse(TEXT), tenancySettings: { tenancyLevel: 'DATABASE', tableName: 'tenants' } })
    const table = page.getByRole('combobox', { name: 'Table', exact: true })
    await eventually(async () => assert.match(await table.evaluate((input) => input.getRootNode().getElementById(input.getAttribute('aria-describedby')).textContent), /tableName has no effect/))
    await table.fill('')
    await page.keyboard.press('Enter')
    assert.deepEqual((await valueOf(page)).tenancySettings, { tenancyLevel: 'DATABASE' })
  }))

test('levels are chosen by keys, and nothing is wrong before a field was left', () =>
  inPage(async (page) => {
    await openElement(page, { catalog: WITH_TENANTS })
    await page.getByRole('checkbox', { name: 'orders', exact: true }).click()
    await page.getByRole('tab', { name: 'Tenancy' }).click()
    await option(page, 'Not by this datamart').focus()
    await page.keyboard.press('ArrowDown')
    assert.deepEqual((await valueOf(page)).tenancySettings, { tenancyLevel: 'TABLE' })
    const schema = page.getByRole('combobox', { name: 'Schema' })
    await page.getByRole('button', { name: /to do/ }).waitFor()
    assert.equal(await schema.getAttribute('aria-invalid'), null)
    await schema.focus()
    await page.keyboard.press('Tab')
    await eventually(async () => assert.equal(await schema.getAttribute('aria-invalid'), 'true'))
  }))

test('issues are at their fields, and lead there', () =>
  inPage(async (page) => {
    await openTenancy(page, { ...JSON.parse(TEXT), tenancySettings: { ...SETTINGS, tableName: 'tenant' } })
    const table = page.getByRole('combobox', { name: 'Table', exact: true })
    await eventually(async () => assert.equal(await table.getAttribute('aria-invalid'), 'true'))
    await page.getByRole('tab', { name: 'Tables' }).click()
    await page.getByRole('list', { name: 'Issues' }).getByRole('button', { name: 'the datasource has no table tenant' }).click()
    await table.waitFor()
    assert.equal(await page.getByRole('tab', { name: 'Tenancy' }).getAttribute('aria-selected'), 'true')
  }))

test('a level that does not exist is reported, and replaced by a choice', () =>
  inPage(async (page) => {
    await openTenancy(page, { ...JSON.parse(TEXT), tenancySettings: { tenancyLevel: 'SCHEMA' } })
    await page.getByRole('group', { name: 'How are tenants kept apart?' }).getByText('SCHEMA').waitFor()
    assert.equal(await page.locator('datamart-editor').getByRole('radio', { checked: true }).count(), 0)
    await option(page, 'Over several databases').check()
    assert.deepEqual((await valueOf(page)).tenancySettings, { tenancyLevel: 'MULTI_DATABASE' })
  }))

test('it is accessible at each level, and read-only when the editor is', () =>
  inPage(async (page) => {
    await openTenancy(page, TEXT)
    await page.getByRole('region', { name: 'Suggested' }).waitFor()
    await assertAccessible(page, 'no tenancy', ['light', 'dark'])
    await set(page, { value: { ...JSON.parse(TEXT), tenancySettings: { ...SETTINGS, tableName: 'tenant' } } })
    await page.getByRole('table', { name: 'Isolation of tables' }).waitFor()
    await assertAccessible(page, 'by table', ['light', 'dark'])
    await set(page, { readOnly: true })
    assert.ok(await option(page, 'Over several databases').isDisabled())
    assert.ok(await clientColumn(page, 'orders').isDisabled())
  }))
