/** `<datamart-editor>`: joins, tenants, changes and exports, in clicks and keystrokes, by mouse, by keys alone, and by touch. */

import assert from 'node:assert/strict'
import { openElement, textOf, valueOf } from './element.mjs'
import { focused } from './person.mjs'
import { answered, eventually } from './support.mjs'
import { at, CATALOG, SHOP, taskTest } from './tasks.mjs'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./person.mjs').Person} Person */

const OPTIONS = { datasourceType: 'postgres' }

/** Three tables that nothing joins. */
const SHOP_OF_THREE = {
  name: 'shop',
  datasourceName: 'shop',
  tableList: [
    { name: 'customers', schemaName: 'public', columns: [{ name: 'id' }, { name: 'email' }] },
    { name: 'orders', schemaName: 'public', columns: [{ name: 'id' }, { name: 'customer_id' }, { name: 'total' }] },
    { name: 'audit_log', schemaName: 'public', columns: [{ name: 'id' }] },
  ],
}

const JOIN = { parentTableName: 'customers', parentColumnName: 'id', childTableName: 'orders', childColumnName: 'customer_id' }

/** The tabs of the views, in their order. */
const TABS = ['Tables', 'Relationships', 'Tenancy', 'JSON', 'Changes']

/**
 * Goes from the first view to another one; by keys alone, from the catalog, with the focus in the
 * view in the end.
 *
 * @param {Page} page
 * @param {Person} person
 * @param {string} name
 * @param {import('playwright-core').Locator} shown what the view shows
 */
async function goToView(page, person, name, shown) {
  if (person.points) {
    await person.show(name)
    return shown.waitFor()
  }
  await page.getByRole('tab', { name: 'Tables' }).waitFor()
  // Where people are before: in the catalog.
  await page.getByRole('searchbox', { name: 'Search tables and columns' }).focus()
  await person.press('F6', `${TABS.indexOf(name)} ArrowRight`)
  await shown.waitFor()
  await person.press('F6')
}

/** @param {Page} page */
async function joined(page) {
  await eventually(async () => assert.equal((await valueOf(page)).relationships?.length, 1))
  const [{ parentTableName, parentColumnName, childTableName, childColumnName }] = (await valueOf(page)).relationships
  assert.deepEqual({ parentTableName, parentColumnName, childTableName, childColumnName }, JOIN)
}

taskTest('join tables: take a suggestion', { clicks: 2, keystrokes: 0, alone: 4 }, async (page, person) => {
  await openElement(page, { catalog: CATALOG, options: OPTIONS, value: SHOP_OF_THREE })
  const add = page.getByRole('button', { name: /^Add .*customers/ })
  await goToView(page, person, 'Relationships', add)
  await person.use(add)
  await joined(page)
  await at(page).valid.waitFor()
})

taskTest('join tables: pick in two fields', { clicks: 4, keystrokes: 30, alone: 38 }, async (page, person) => {
  await openElement(page, { catalog: CATALOG, options: OPTIONS, value: SHOP_OF_THREE })
  const field = (/** @type {string} */ name) => page.getByRole('combobox', { name, exact: true })
  await goToView(page, person, 'Relationships', field('Parent column'))
  await person.goTo(field('Parent column'))
  await person.type('customers.id')
  await person.goTo(field('Child column'))
  await person.type('orders.customer_id')
  if (person.points) await person.click(page.getByRole('group', { name: 'Join' }).getByRole('button', { name: 'Join' }))
  else await person.press('Enter')
  await joined(page)
})

taskTest(
  'join tables: drag one column onto another',
  { clicks: 3, keystrokes: 0 },
  async (page, person) => {
    await openElement(page, { catalog: CATALOG, options: OPTIONS, value: SHOP_OF_THREE })
    await goToView(page, person, 'Relationships', page.getByRole('button', { name: 'Diagram' }))
    await person.click(page.getByRole('button', { name: 'Diagram' }))
    const diagram = page.getByRole('group', { name: 'Diagram of the joins' })
    const column = (/** @type {string} */ table, /** @type {string} */ column) => diagram.locator(`[data-end='${JSON.stringify({ table, column })}']`)
    await column('orders', 'customer_id').waitFor()
    await person.drag(column('orders', 'customer_id'), column('customers', 'id'))
    await joined(page)
  },
  // The fields and the suggestions are the same for the keyboard.
  { ways: ['mouse', 'touch'] },
)

taskTest('set up tenancy: by a column in each table', { clicks: 2, keystrokes: 0, alone: 6 }, async (page, person) => {
  await openElement(page, { catalog: CATALOG, options: OPTIONS, value: SHOP_OF_THREE })
  const apply = at(page).button('Apply')
  await goToView(page, person, 'Tenancy', apply)
  const suggested = page.getByRole('region', { name: 'Suggested' })
  // It says which column most tables share, and what it would leave open.
  assert.match((await suggested.textContent()) ?? '', /tenant_id.*1 table would not be isolated: audit_log/s)
  await person.use(apply)
  await page.getByRole('table', { name: 'Isolation of tables' }).waitFor()
  const { tenancySettings, tableList } = await valueOf(page)
  assert.equal(tenancySettings.tenancyLevel, 'TABLE')
  assert.deepEqual(tableList.map((/** @type {any} */ { clientColumn }) => clientColumn), ['tenant_id', 'tenant_id', undefined])
  await page.getByRole('row', { name: /audit_log/ }).getByText('Not isolated').waitFor()
  assert.equal(await page.getByText('Isolated', { exact: true }).count(), 2)
})

for (const [level, option, steps] of /** @type {const} */ ([
  ['DATABASE', 'By a database per tenant', 2],
  ['MULTI_DATABASE', 'Over several databases', 3],
])) {
  taskTest(`set up tenancy: ${option.toLowerCase()}`, { clicks: 3, keystrokes: 5, alone: 13 }, async (page, person) => {
    await openElement(page, { catalog: CATALOG, options: { datasourceType: level === 'DATABASE' ? 'postgres' : 'mssql' }, value: SHOP })
    const radio = page.getByRole('radio', { name: option })
    await goToView(page, person, 'Tenancy', radio)
    // Each option says what it means.
    assert.notEqual(await radio.evaluate((element) => element.getRootNode().getElementById(element.getAttribute('aria-describedby'))?.textContent), '')
    if (person.points) await person.click(radio)
    else {
      await focused(page.getByRole('radio', { name: 'Not by this datamart' }))
      await person.press(`${steps} ArrowDown`)
    }
    const database = page.getByRole('textbox', { name: 'Primary database' })
    await person.goTo(database)
    await person.type('main')
    await person.press('Enter')
    await at(page).valid.waitFor()
    assert.deepEqual((await valueOf(page)).tenancySettings, { tenancyLevel: level, primaryDatabase: 'main' })
  })
}

taskTest('see what an edit changes', { clicks: 3, keystrokes: 1, alone: 16, taps: 5 }, async (page, person) => {
  await openElement(page, { catalog: CATALOG, options: OPTIONS, value: SHOP_OF_THREE })
  const cell = (/** @type {string} */ row) => page.getByRole('row', { name: row, exact: true }).getByRole('gridcell').first()
  await cell('customers').waitFor()
  if (person.points) {
    // A column goes, and a name is another one.
    await person.click(cell('orders.total'))
    if (person.touches) await person.show('Details')
    if (person.touches) await person.click(page.getByRole('button', { name: 'Remove the column' }))
    else await person.press('Delete')
    await eventually(async () => assert.equal((await valueOf(page)).tableList[1].columns.length, 2))
  } else {
    await page.getByRole('searchbox', { name: 'Search tables and columns' }).focus()
    await person.press('2 F6')
    await focused(cell('customers'))
    await person.press('6 ArrowDown')
    await focused(cell('orders.total'))
    await person.press('Delete')
    await eventually(async () => assert.equal((await valueOf(page)).tableList[1].columns.length, 2))
  }
  const breaking = page.getByText('1 may break dashboards or the isolation of tenants')
  if (person.points) await person.show('Changes')
  else {
    await person.press('Shift+F6', '4 ArrowRight')
  }
  await breaking.waitFor()
  const change = page.getByRole('button', { name: /total.*Breaking/s })
  if (!person.points) {
    await person.press('F6')
    await focused(change)
  }
  await person.use(change)
  // The row leads to what the column was in.
  await cell('orders').waitFor()
})

for (const [form, words] of /** @type {const} */ ([
  ['Copy the body of the request', /"tableList"/],
  ['Copy as fetch', /await fetch\("https:.*Authorization: `Bearer \$\{process/s],
  ['Copy as curl', /\|\ncurl /],
  ['Copy as code with this package', /client\.createDatamart\(/],
])) {
  taskTest(
    `export: ${form.toLowerCase()}`,
    { clicks: 2, keystrokes: 0, alone: 6 },
    async (page, person) => {
      await openElement(page, { catalog: CATALOG, options: OPTIONS, value: SHOP })
      await at(page).valid.waitFor()
      await openMenu(page, person)
      await answered(page.getByText('Copied').first(), () => choose(page, person, form))
      assert.match(await page.evaluate(() => navigator.clipboard.readText()), words)
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  )
}

taskTest('export: a file', { clicks: 2, keystrokes: 0, alone: 7 }, async (page, person) => {
  await openElement(page, { catalog: CATALOG, options: OPTIONS, value: SHOP })
  await at(page).valid.waitFor()
  await openMenu(page, person)
  const [download] = await Promise.all([page.waitForEvent('download'), choose(page, person, 'Download as a file')])
  assert.equal(download.suggestedFilename(), 'shop.json')
  assert.deepEqual(JSON.parse(await textOf(page)), SHOP)
})

/** @param {Page} page @param {Person} person */
async function openMenu(page, person) {
  const menu = page.getByRole('button', { name: 'Export' })
  if (person.points) await person.click(menu)
  else {
    await page.getByRole('button', { name: 'Copy request' }).focus()
    await person.use(menu)
  }
  await page.getByRole('menuitem').first().waitFor()
}

/** @param {Page} page @param {Person} person @param {string} name of an item */
async function choose(page, person, name) {
  const item = page.getByRole('menuitem', { name })
  if (person.points) return person.click(item)
  await focused(page.getByRole('menuitem').first())
  const names = await page.getByRole('menuitem').allTextContents()
  await person.press(`${names.indexOf(name)} ArrowDown`)
  await focused(item)
  await person.press('Enter')
}
