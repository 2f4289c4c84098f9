// Takes pictures of every state of the editor, at four widths, in both schemes.
//
//   node pictures.mjs <folder> [part of a state's name]

import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { set, settled, withPage } from './page.mjs'

const [folder, wanted = ''] = process.argv.slice(2)
if (!folder) throw new Error('usage: node pictures.mjs <folder> [part of a state]')
mkdirSync(folder, { recursive: true })

const SIZES = [
  [390, 844],
  [768, 1024],
  [1280, 800],
  [1440, 900],
]

/** @param {string} name */
const sample = (name) => readFileSync(path.join(process.env.SITE_DIR ?? '', 'samples', name), 'utf8')
const CATALOG = JSON.parse(sample('shop-catalog.json'))
const OPTIONS = { datasourceType: 'postgres' }

/** @typedef {import('playwright-core').Page} Page */

/** Shows a view: a tab, or a pane of a narrow editor. @param {Page} page @param {string} name */
async function show(page, name) {
  const tab = page.getByRole('tab', { name })
  if (await tab.isVisible()) return tab.click()
  const pane = page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name })
  if (await pane.isVisible()) await pane.click()
}

/** Gives the editor an account, which refuses what it is sent. @param {Page} page */
async function connect(page) {
  const datamart = JSON.parse(sample('shop-right.json'))
  await page.locator('datamart-editor').evaluate(
    (editor, { datamart, catalog }) => {
      const imported = (name, count) => ({ datamart: { ...datamart, name, tableList: datamart.tableList.slice(0, count) }, unseen: ['isAggregate', 'indexPattern'] })
      const all = [imported('shop-customers', 1), imported('shop-orders', 2), { ...imported('shop-sales', 9) }]
      const refuse = async () => {
        const message = 'the API says: must be at most 20 characters long'
        throw Object.assign(new Error(message), { outcome: 'not-done', issues: [{ code: 'rejected', severity: 'error', message, path: ['tableList', 1, 'columns', 1, 'label'], params: {}, docsUrl: '' }] })
      }
      editor.client = {
        listDatamarts: async () => all,
        getDatamart: async (name) => all.find(({ datamart }) => datamart.name === name),
        listDatasources: async () => [{ name: 'shop' }, { name: 'warehouse' }],
        getSchema: async () => catalog,
        createDatamart: refuse,
        updateDatamart: refuse,
      }
    },
    { datamart, catalog: CATALOG },
  )
}

/** @param {Page} page */
async function openAndEdit(page) {
  await set(page, { options: OPTIONS })
  await connect(page)
  await page.getByRole('button', { name: 'Open…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: /^shop-sales/ }).click()
  await page.getByRole('button', { name: 'Update', exact: true }).waitFor()
  await show(page, 'Tables')
  await page.getByRole('row', { name: 'orders.id' }).getByRole('gridcell').first().click()
  await page.keyboard.press('Delete')
  await page.getByRole('textbox', { name: 'Datamart name' }).press('Enter')
}

/** @type {Record<string, (page: Page) => Promise<void>>} */
const STATES = {
  empty: async () => undefined,
  'empty-with-catalog': (page) => set(page, { catalog: CATALOG, options: OPTIONS }),
  picking: async (page) => {
    await set(page, { catalog: CATALOG, options: OPTIONS })
    await show(page, 'Catalog')
    await page.getByRole('checkbox', { name: 'customers', exact: true }).click()
    await page.getByRole('button', { name: 'Columns of orders' }).first().click()
    for (const name of ['customer_id', 'status', 'total']) await page.getByRole('checkbox', { name, exact: true }).first().click()
  },
  tables: async (page) => {
    await set(page, { catalog: CATALOG, options: OPTIONS, value: sample('shop-right.json') })
    await show(page, 'Tables')
    await page.getByRole('row', { name: 'orders.net' }).getByRole('gridcell').first().click()
  },
  issues: async (page) => {
    await set(page, { catalog: CATALOG, options: OPTIONS, value: sample('shop-mistakes.json') })
    await page.keyboard.press('F8')
    await show(page, 'Issues')
  },
  selected: async (page) => {
    await set(page, { catalog: CATALOG, options: OPTIONS, value: sample('shop-right.json') })
    await show(page, 'Tables')
    await page.getByRole('row', { name: 'orders.id' }).getByRole('gridcell').first().click()
    for (let row = 0; row < 3; row++) await page.keyboard.press('Shift+ArrowDown')
  },
  relationships: async (page) => {
    await set(page, { catalog: CATALOG, options: OPTIONS, value: sample('shop-mistakes.json') })
    await show(page, 'Relationships')
    await page.getByRole('region', { name: 'Relationships' }).waitFor()
  },
  joins: async (page) => {
    const { relationships, ...value } = JSON.parse(sample('shop-right.json'))
    await set(page, { catalog: CATALOG, options: OPTIONS, value })
    await show(page, 'Relationships')
    await page.getByRole('region', { name: 'Suggested joins' }).waitFor()
  },
  diagram: async (page) => {
    await set(page, { catalog: CATALOG, options: OPTIONS, value: sample('shop-mistakes.json') })
    await show(page, 'Relationships')
    await page.getByRole('button', { name: 'Diagram' }).click()
    await page.getByRole('group', { name: 'Diagram of the joins' }).waitFor()
  },
  tenancy: async (page) => {
    await set(page, { catalog: CATALOG, options: OPTIONS, value: sample('shop-mistakes.json') })
    await show(page, 'Tenancy')
    await page.getByRole('radio').first().waitFor()
  },
  'no-tenancy': async (page) => {
    const { tenancySettings, tableList, ...value } = JSON.parse(sample('shop-right.json'))
    await set(page, { catalog: CATALOG, options: OPTIONS, value: { ...value, tableList: tableList.map(({ clientColumn, ...table }) => table) } })
    await show(page, 'Tenancy')
    await page.getByRole('region', { name: 'Suggested' }).waitFor()
  },
  changes: async (page) => {
    const { tableList, ...value } = JSON.parse(sample('shop-right.json'))
    const [first, second, ...others] = tableList
    const edited = [{ ...first, label: 'People who buy', columns: first.columns.slice(1) }, { ...second, clientColumn: undefined, columns: [...second.columns, { name: 'note' }] }, ...others]
    await set(page, { catalog: CATALOG, options: OPTIONS, value: { ...value, name: 'store', relationships: value.relationships.slice(1), tableList: edited }, original: sample('shop-right.json') })
    await show(page, 'Changes')
    await page.getByText(/may break dashboards/).waitFor()
  },
  'no-changes': async (page) => {
    await set(page, { catalog: CATALOG, options: OPTIONS, value: sample('shop-right.json'), original: null })
    await show(page, 'Changes')
    await page.getByText('Nothing has changed').waitFor()
  },
  json: async (page) => {
    await set(page, { catalog: CATALOG, options: OPTIONS, value: sample('shop-mistakes.json') })
    await show(page, 'JSON')
    await page.getByRole('textbox', { name: 'Datamart as JSON' }).waitFor()
  },
  details: async (page) => {
    await set(page, { catalog: CATALOG, options: OPTIONS, value: sample('shop-right.json') })
    await show(page, 'Tables')
    await page.getByRole('row', { name: 'order_items.revenue' }).getByRole('gridcell').first().click()
    await show(page, 'Details')
    await page.getByRole('textbox', { name: 'SQL expression' }).waitFor()
  },
  broken: async (page) => {
    await set(page, { catalog: CATALOG, value: sample('shop-right.json') })
    await show(page, 'JSON')
    await page.getByRole('textbox', { name: 'Datamart as JSON' }).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' ]')
    await show(page, 'Tables')
  },
  grouped: async (page) => {
    await set(page, { catalog: CATALOG, options: OPTIONS, value: sample('shop-mistakes.json') })
    await show(page, 'Issues')
    await page.getByRole('combobox', { name: 'Group by' }).selectOption('rule')
  },
  menu: async (page) => {
    await set(page, { catalog: CATALOG, options: OPTIONS, value: sample('shop-right.json') })
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem').first().waitFor()
  },
  shortcuts: async (page) => {
    await set(page, { catalog: CATALOG, options: OPTIONS, value: sample('shop-right.json') })
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click()
    await page.getByRole('dialog').waitFor()
  },
  offline: async (page) => {
    await set(page, { catalog: CATALOG, options: OPTIONS, value: sample('shop-right.json') })
    await settled(page)
    await page.context().setOffline(true)
    await show(page, 'Tenancy')
    await page.getByRole('heading', { name: 'You are offline' }).waitFor()
  },
  'file-changed': async (page) => {
    await page.evaluate(async () => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle('shop.json', { create: true })
      const write = async (/** @type {string} */ text) => {
        const stream = await handle.createWritable()
        await stream.write(text)
        await stream.close()
      }
      await write('{ "name": "shop", "datasourceName": "shop", "tableList": [{ "name": "orders", "columns": [{ "name": "id" }] }] }')
      Object.assign(globalThis, { write, showOpenFilePicker: async () => [handle] })
    })
    await page.getByRole('button', { name: 'Open…' }).click()
    await page.getByRole('row', { name: 'orders', exact: true }).waitFor()
    await page.evaluate(() => /** @type {any} */ (globalThis).write('{}'))
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByText('was changed by another program').waitFor()
  },
  account: async (page) => {
    await set(page, { options: OPTIONS })
    await connect(page)
    await page.getByRole('button', { name: 'Open…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: /^shop-sales/ }).waitFor()
  },
  review: async (page) => {
    await openAndEdit(page)
    await page.getByRole('button', { name: 'Update', exact: true }).click()
    await page.getByRole('button', { name: 'Update now' }).waitFor()
  },
  refused: async (page) => {
    await openAndEdit(page)
    await page.getByRole('button', { name: 'Update', exact: true }).click()
    await page.getByRole('button', { name: 'Update now' }).click()
    await page.getByRole('alert').waitFor()
  },
  'read-only': async (page) => {
    await set(page, { catalog: CATALOG, value: sample('shop-right.json'), readOnly: true })
    await show(page, 'Tables')
  },
}

for (const [state, prepare] of Object.entries(STATES)) {
  if (!state.includes(wanted)) continue
  for (const [width, height] of SIZES) {
    await withPage({ viewport: { width, height }, reducedMotion: 'reduce' }, async (page) => {
      await prepare(page)
      await settled(page)
      for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
        await page.emulateMedia({ colorScheme })
        await page.screenshot({ path: path.join(folder, `${state}-${width}-${colorScheme}.png`) })
      }
    })
  }
  console.log(state)
}
