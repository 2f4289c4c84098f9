/** `<datamart-editor>`: what an edit changes, compared with the version that was opened. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAccessible } from './axe.mjs'
import { CATALOG, openElement, set, textOf, valueOf } from './element.mjs'
import { eventually, inPage } from './support.mjs'

/** @typedef {import('playwright-core').Page} Page */

/** Written by hand: nothing of it may be reformatted. */
const TEXT = `{ "name": "sh\\u006fp", "datasourceName": "shop",
  "tableList": [
    {"name":"customers", "schemaName": "public", "clientColumn": "tenant_id", "columns": [{"name":"id"}, {"name":"name"}, {"name":"email"}]},
    {"name":"orders", "schemaName": "public", "clientColumn": "tenant_id", "columns": [ { "name":"id" }, {"name":"customer_id"} ]}
  ],
  "tenancySettings": {"tenancyLevel": "DATABASE"},
  "relationships": [{"relationshipName": "placed", "parentTableName": "customers", "parentColumnName": "id", "childTableName": "orders", "childColumnName": "customer_id"}]
}
`

/** @param {(value: any) => void} change @returns {string} */
function changed(change) {
  const value = JSON.parse(TEXT)
  change(value)
  return JSON.stringify(value, null, 2)
}

/** Opens the view of changes. @param {Page} page @param {Record<string, unknown>} properties */
async function openChanges(page, properties) {
  await openElement(page, { catalog: CATALOG, options: { datasourceType: 'postgres' }, ...properties })
  await tab(page).click()
  await panel(page).locator('.changes').waitFor()
}

/** @param {Page} page */
const tab = (page) => page.getByRole('tab', { name: /^Changes/ })

/** @param {Page} page */
const panel = (page) => page.getByRole('tabpanel')

/** The messages of a group. @param {Page} page @param {string} name */
const messages = (page, name) => panel(page).getByRole('region', { name, exact: true }).locator('.change-message').allTextContents()

/** @param {Page} page @param {RegExp} name */
const takeBack = (page, name) => panel(page).getByRole('button', { name: new RegExp(`^Take back: .*${name.source}`) })

/** @param {Page} page @param {string} count */
const counts = (page, count) => eventually(async () => assert.equal(((await tab(page).textContent()) ?? '').trim(), count))

test('what was opened is the original: edits are counted, by meaning, and undo takes them back', () =>
  inPage(async (page) => {
    await openChanges(page, { value: TEXT })
    await panel(page).getByText('Nothing has changed since the datamart was opened.').waitFor()
    await counts(page, 'Changes')
    await page.getByRole('textbox', { name: 'Datamart name' }).fill('store')
    await page.keyboard.press('Enter')
    await counts(page, 'Changes 1')
    assert.deepEqual(await messages(page, 'Datamart'), ['name changes from shop to store'])
    await page.getByRole('button', { name: 'Undo' }).click()
    await counts(page, 'Changes')
    await panel(page).getByText('Nothing has changed since the datamart was opened.').waitFor()
    assert.equal(await textOf(page), TEXT)
  }))

test('a text that is only written differently has no changes', () =>
  inPage(async (page) => {
    await openChanges(page, { value: JSON.stringify(JSON.parse(TEXT)), original: JSON.parse(TEXT) })
    await panel(page).getByText('The datamart has the same meaning as the original.').waitFor()
    await counts(page, 'Changes')
  }))

test('changes from `original` are grouped by table, those that may break something first', () =>
  inPage(async (page) => {
    const value = changed(({ tableList: [customers, orders], ...datamart }) => {
      datamart.relationships.pop()
      orders.label = 'Orders'
      orders.columns[0].label = 'Number'
      customers.label = 'Customers'
      customers.columns.splice(1, 1)
      delete customers.clientColumn
    })
    await openChanges(page, { value, original: TEXT })
    await counts(page, 'Changes 6')
    assert.deepEqual(await panel(page).getByRole('heading').allTextContents(), ['public.customers', 'Relationships', 'public.orders'])
    const own = await messages(page, 'public.customers')
    assert.equal(own.length, 3)
    assert.match(own[2] ?? '', /^label .* is set to Customers$/)
    const breaking = panel(page).getByRole('listitem').filter({ hasText: 'Breaking' })
    assert.equal(await breaking.count(), 3)
    await panel(page).getByText('3 may break dashboards or the isolation of tenants').waitFor()
    // A new original is compared with at once.
    await set(page, { original: value })
    await counts(page, 'Changes')
    await set(page, { original: null })
    await panel(page).getByText('Nothing has changed since the datamart was opened.').waitFor()
  }))

test('a row leads to its place; what is gone, to what it was in', () =>
  inPage(async (page) => {
    const value = changed((datamart) => {
      datamart.tableList.reverse()
      datamart.tableList[0].columns[1].label = 'Customer'
      datamart.tableList[1].columns.splice(1, 1)
      datamart.relationships[0].join = 'LEFT JOIN'
      datamart.tenancySettings.tenancyLevel = 'TABLE'
    })
    await openChanges(page, { value, original: TEXT })
    const details = page.getByRole('region', { name: 'Details' })
    await panel(page).getByRole('button', { name: /label .*customer_id.* is set to Customer$/ }).first().click()
    assert.equal(await page.getByRole('tab', { name: 'Tables' }).getAttribute('aria-selected'), 'true')
    await eventually(async () => assert.equal(await details.getByRole('textbox', { name: 'Name', exact: true }).inputValue(), 'customer_id'))
    await tab(page).click()
    await panel(page).getByRole('button', { name: /the column .*customers\.name is removed/ }).first().click()
    await eventually(async () => assert.equal(await details.getByRole('textbox', { name: 'Name', exact: true }).inputValue(), 'customers'))
    await tab(page).click()
    await panel(page).getByRole('button', { name: /LEFT JOIN/ }).first().click()
    assert.equal(await page.getByRole('tab', { name: 'Relationships' }).getAttribute('aria-selected'), 'true')
    const join = panel(page).locator(`[data-path='["relationships",0,"join"]']`)
    await eventually(async () => assert.ok(await join.evaluate((field) => /** @type {ShadowRoot} */ (field.getRootNode()).activeElement === field)))
    await tab(page).click()
    await panel(page).getByRole('button', { name: /tenancyLevel/ }).first().click()
    assert.equal(await page.getByRole('tab', { name: 'Tenancy' }).getAttribute('aria-selected'), 'true')
  }))

test('each kind of change can be taken back, as one step of undo', () =>
  inPage(async (page) => {
    const value = changed((datamart) => {
      const [customers, orders] = datamart.tableList
      customers.label = 'Customers'
      delete customers.clientColumn
      orders.clientColumn = 'id'
      customers.columns.splice(1, 1)
      customers.columns.push({ name: 'created_at' })
      datamart.tableList.push({ name: 'order_items', schemaName: 'public', columns: [{ name: 'order_id' }] })
      delete datamart.relationships
      delete datamart.tenancySettings
    })
    await openChanges(page, { value, original: TEXT })
    await counts(page, 'Changes 8')
    for (let left = 7; left >= 0; left--) {
      const before = await textOf(page)
      await takeBack(page, /./).first().click()
      await counts(page, left === 0 ? 'Changes' : `Changes ${left}`)
      const after = await textOf(page)
      await page.getByRole('button', { name: 'Undo' }).click()
      assert.equal(await textOf(page), before)
      await counts(page, `Changes ${left + 1}`)
      await page.getByRole('button', { name: 'Redo' }).click()
      assert.equal(await textOf(page), after)
      await counts(page, left === 0 ? 'Changes' : `Changes ${left}`)
    }
    assert.deepEqual(await valueOf(page), JSON.parse(TEXT))
    await panel(page).getByText('The datamart has the same meaning as the original.').waitFor()
  }))

test('a table that is gone comes back where it was, with what it had', () =>
  inPage(async (page) => {
    await openChanges(page, { value: changed((datamart) => void datamart.tableList.shift()), original: TEXT })
    await takeBack(page, /customers/).first().click()
    await counts(page, 'Changes')
    assert.deepEqual(await valueOf(page), JSON.parse(TEXT))
  }))

test('the keyboard: arrow keys between changes, the focus stays in the list when one is taken back', () =>
  inPage(async (page) => {
    await openChanges(page, { value: changed((datamart) => Object.assign(datamart, { name: 'store' }) && (datamart.tableList[1].label = 'Orders')), original: TEXT })
    await counts(page, 'Changes 2')
    await tab(page).focus()
    await page.keyboard.press('Tab')
    const focused = () => page.locator('datamart-editor').evaluate((editor) => editor.shadowRoot?.activeElement?.textContent ?? '')
    const named = () => page.locator('datamart-editor').evaluate((editor) => editor.shadowRoot?.activeElement?.getAttribute('aria-label') ?? '')
    await eventually(async () => assert.match(await focused(), /name changes/))
    await page.keyboard.press('ArrowDown')
    assert.match(await focused(), /label/)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Tab')
    assert.match(await named(), /^Take back: name changes/)
    await page.keyboard.press('Enter')
    await counts(page, 'Changes 1')
    await eventually(async () => assert.match(await focused(), /label/))
    // Nothing is left: the focus stays in the view.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await counts(page, 'Changes')
    await eventually(async () => assert.ok(await panel(page).locator('.changes').evaluate((box) => /** @type {ShadowRoot} */ (box.getRootNode()).activeElement === box)))
  }))

test('a new datamart has nothing to be compared with; an opened file is the original until that is undone', () =>
  inPage(async (page) => {
    await openElement(page, { value: '{ "name": "", "datasourceName": "shop", "tableList": [] }' })
    const open = (/** @type {string} */ text) => page.locator('input[type=file][accept*=json]').first().setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(text) })
    await page.getByRole('textbox', { name: 'Datamart name' }).fill('own')
    await page.keyboard.press('Enter')
    await counts(page, 'Changes 1')
    await open(TEXT)
    await counts(page, 'Changes')
    await page.getByRole('textbox', { name: 'Datamart name' }).fill('store')
    await page.keyboard.press('Enter')
    await counts(page, 'Changes 1')
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await tab(page).click()
    await counts(page, 'Changes 1')
    await eventually(async () => assert.deepEqual(await messages(page, 'Datamart'), ['name is set to own']))
    await set(page, { value: '' })
    await page.getByRole('textbox', { name: 'Datamart name' }).fill('fresh')
    await page.keyboard.press('Enter')
    await panel(page).getByText('This datamart is new').waitFor()
    await counts(page, 'Changes')
  }))

test('what was opened stays the original when the element moves in the page', () =>
  inPage(async (page) => {
    await openChanges(page, { value: TEXT })
    await page.getByRole('textbox', { name: 'Datamart name' }).fill('store')
    await page.keyboard.press('Enter')
    await counts(page, 'Changes 1')
    await page.locator('datamart-editor').evaluate((editor) => document.body.append(editor))
    await counts(page, 'Changes 1')
  }))

test('an original that is no datamart, and a text that cannot be read, say so', () =>
  inPage(async (page) => {
    await openChanges(page, { value: TEXT, original: '[]' })
    await panel(page).getByText('The datamart cannot be compared with the original').waitFor()
    await set(page, { original: changed((datamart) => (datamart.name = 'store')) })
    await counts(page, 'Changes 1')
    await takeBack(page, /./).waitFor()
    // The last comparison stays, and nothing can be taken back.
    await page.getByRole('tab', { name: 'JSON' }).click()
    await page.getByRole('textbox', { name: 'Datamart as JSON' }).press('Control+End')
    await page.keyboard.type('!')
    await tab(page).click()
    await panel(page).getByText('The text is not valid JSON').waitFor()
    await counts(page, 'Changes 1')
    assert.equal(await takeBack(page, /./).count(), 0)
    await page.getByRole('button', { name: 'Undo' }).click()
    await takeBack(page, /./).waitFor()
    await set(page, { readOnly: true })
    await eventually(async () => assert.equal(await takeBack(page, /./).count(), 0))
  }))

test('axe finds nothing in any state, wide and narrow', () =>
  inPage(async (page) => {
    const value = changed((datamart) => {
      datamart.tableList[0].columns.splice(1, 1)
      datamart.tableList[0].label = 'A label so long that it needs more than one line in a narrow editor, and then some'
    })
    await openChanges(page, { value, original: TEXT })
    await counts(page, 'Changes 2')
    await assertAccessible(page, 'changes', ['light', 'dark'])
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: /^Changes/ }).click()
    await assertAccessible(page, 'changes, narrow', ['light', 'dark'])
    assert.equal(await panel(page).locator('.changes').evaluate((box) => box.scrollWidth - box.clientWidth), 0)
    await set(page, { original: value })
    await panel(page).getByText('The datamart has the same meaning as the original.').waitFor()
    await assertAccessible(page, 'no changes, narrow', ['light', 'dark'])
  }))
