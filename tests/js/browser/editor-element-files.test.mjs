/** What comes from files and stays in a storage: `<datamart-editor>` loses and overwrites nothing. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAccessible } from './axe.mjs'
import { CATALOG, cell, LABEL, openElement, sample, set, textOf, valueOf } from './element.mjs'
import { eventually, inPage, SITE } from './support.mjs'

const VALID = { name: 'shop', datasourceName: 'shop', tableList: [{ name: 'orders', columns: [{ name: 'id' }] }] }

/** @param {import('playwright-core').Page} page @param {string} name the button @param {string} file @param {string} content */
async function choose(page, name, file, content) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name, exact: true }).click()])
  await chooser.setFiles({ name: file, mimeType: 'text/plain', buffer: Buffer.from(content) })
}

/** Drops a file on something. @param {import('playwright-core').Locator} target @param {string} file @param {string} content */
async function drop(target, file, content) {
  await target.evaluate(
    (element, [file, content]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([content], file))
      for (const type of ['dragover', 'drop']) element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    },
    [file, content],
  )
}

/** Gives the editor a storage in `localStorage`. @param {import('playwright-core').Page} page */
function store(page) {
  return page.locator('datamart-editor').evaluate((editor) => {
    editor.storage = {
      get: async (key) => localStorage.getItem(key),
      set: async (key, value) => localStorage.setItem(key, value),
      remove: async (key) => localStorage.removeItem(key),
    }
  })
}

/** @param {import('playwright-core').Page} page @param {RegExp} words */
const kept = (page, words) => page.waitForFunction((source) => new RegExp(source).test(localStorage.getItem('text') ?? ''), words.source)

/** @param {import('playwright-core').Page} page @param {string} label */
async function edit(page, label) {
  await cell(page, 'orders.id', LABEL).click()
  await page.keyboard.type(label)
  await page.keyboard.press('Enter')
}

for (const [kind, file, content] of [
  ['the API’s reply', 'reply.json', JSON.stringify({ data: CATALOG })],
  ['CSV with a head', 'catalog.csv', 'Schema,Table,Column,Data type\npublic,orders,id,integer\npublic,orders,"total, gross",numeric\n'],
  ['CSV without a head', 'catalog.csv', 'orders,id,integer\r\norders,total,numeric\r\n'],
  ['columns separated by semicolons', 'catalog.csv', 'table_name;column_name;data_type\norders;id;integer\n'],
  ['cells of a spreadsheet', 'catalog.tsv', 'column\ttable\ttype\nid\torders\tinteger\n'],
]) {
  test(`a catalog is loaded from a file: ${kind}`, () =>
    inPage(async (page) => {
      await openElement(page)
      await choose(page, 'Load a catalog…', file, content)
      await page.getByRole('checkbox', { name: 'orders', exact: true }).click()
      assert.equal((await valueOf(page)).tableList[0].name, 'orders')
      assert.equal((await valueOf(page)).tableList[0].columns[0].name, 'id')
      await page.getByRole('button', { name: 'Columns of orders' }).first().click()
      await page.getByRole('checkbox', { name: 'id', exact: true, description: 'integer' }).waitFor()
    }))
}

test('a file that is no catalog is reported where it was chosen, and what was there stays', () =>
  inPage(async (page) => {
    await openElement(page, { value: VALID })
    for (const [content, words] of [
      ['{ "tables": 1 }', /The catalog could not be read.*tables/],
      ['{ "tables": ', /The catalog could not be read/],
      ['just a word', /The catalog could not be read.*expected a table and a column/],
    ]) {
      await choose(page, 'Load a catalog…', 'wrong.json', content)
      await page.getByText(words).waitFor()
    }
    await page.getByRole('button', { name: 'Valid' }).waitFor()
  }))

test('a datamart, or the API’s list reply, is opened by choosing or dropping it, and undo brings the former back', () =>
  inPage(async (page) => {
    await openElement(page)
    await drop(page.getByText('Start a datamart'), 'datamart.json', sample('shop-right.json'))
    await page.getByRole('row', { name: 'orders', exact: true }).waitFor()
    assert.equal(await textOf(page), sample('shop-right.json'))
    const record = (name, tableName) => ({
      name,
      companyIntegration: { name: 'shop' },
      datamartTables: [{ tableName, schemaName: 'public', datamartTableColumns: [{ columnName: 'id', datatype: 'integer', sql: '' }] }],
      datamartRelationships: [],
    })
    await choose(page, 'Open…', 'reply.json', JSON.stringify({ data: [record('usage', 'events')] }))
    await page.getByRole('row', { name: 'events', exact: true }).waitFor()
    assert.deepEqual(await valueOf(page), { name: 'usage', datasourceName: 'shop', tableList: [{ name: 'events', schemaName: 'public', columns: [{ name: 'id' }] }] })
    await choose(page, 'Open…', 'reply.json', JSON.stringify({ data: [record('usage', 'events'), record('billing', 'invoices')] }))
    await page.getByRole('dialog', { name: 'Open a datamart' }).getByRole('button', { name: /^billing/ }).click()
    await page.getByRole('row', { name: 'invoices', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    assert.equal(await textOf(page), sample('shop-right.json'))
  }))

test('a file dropped on the catalog is a catalog', () =>
  inPage(async (page) => {
    await openElement(page, { value: VALID })
    await drop(page.getByRole('heading', { name: 'No catalog' }), 'catalog.csv', 'customers,id,integer')
    await page.getByRole('checkbox', { name: 'customers' }).waitFor()
    // It stays with other options of the host, and goes with another catalog of the host.
    await set(page, { options: { datasourceType: 'mysql' }, messages: {} })
    // It does not have the datamart's table.
    await page.getByRole('button', { name: /error/ }).first().waitFor()
    await page.getByRole('checkbox', { name: 'customers' }).waitFor()
    await set(page, { catalog: { tables: [{ name: 'orders', columns: [{ name: 'id', dataType: 'integer' }] }] } })
    await page.getByRole('checkbox', { name: 'orders', exact: true }).waitFor()
    assert.equal(await page.getByRole('checkbox', { name: 'customers' }).count(), 0)
    assert.deepEqual(await valueOf(page), VALID)
  }))

test('the work is kept, and so is a catalog of any size', () =>
  inPage(async (page) => {
    await openElement(page)
    await store(page)
    const tables = Array.from({ length: 300 }, (_, index) => ({ name: `t${index}`, columns: Array.from({ length: 60 }, (_, column) => ({ name: `column_${column}`, dataType: 'character varying' })) }))
    await choose(page, 'Load a catalog…', 'large.json', JSON.stringify({ tables }))
    await page.getByRole('checkbox', { name: 't7', exact: true }).click()
    await kept(page, /t7/)
    await openElement(page)
    await page.reload()
    await store(page)
    await page.getByRole('checkbox', { name: 't7', exact: true, checked: true }).waitFor()
    assert.equal((await valueOf(page)).tableList[0].columns.length, 60)
    await page.getByRole('checkbox', { name: 't7', exact: true }).click()
  }))

test('a text of the host is shown instead of what was kept, which stays until someone edits', () =>
  inPage(async (page) => {
    await openElement(page, { value: VALID })
    await store(page)
    await edit(page, 'Kept')
    await kept(page, /Kept/)
    await page.reload()
    await set(page, { value: { ...VALID, name: 'other' } })
    await store(page)
    await page.getByRole('button', { name: 'Valid' }).waitFor()
    assert.equal((await valueOf(page)).name, 'other')
    await page.waitForTimeout(600)
    await kept(page, /Kept/)
    await edit(page, 'Newer')
    await kept(page, /Newer/)
  }))

test('what is edited before the storage has answered is kept', () =>
  inPage(async (page) => {
    await openElement(page, { value: VALID })
    await page.locator('datamart-editor').evaluate((editor) => {
      const answered = new Promise((answer) => Object.assign(globalThis, { answer }))
      editor.storage = {
        get: async (key) => {
          globalThis.isAsked = true
          await answered
          return localStorage.getItem(key)
        },
        set: (key, value) => localStorage.setItem(key, value),
        remove: (key) => localStorage.removeItem(key),
      }
    })
    await page.waitForFunction(() => globalThis.isAsked)
    await edit(page, 'Early')
    await eventually(async () => assert.match(await textOf(page), /Early/))
    await page.evaluate(() => globalThis.answer())
    await kept(page, /Early/)
  }))

for (const [choice, own, others] of /** @type {const} */ ([
  ['Keep this one', 'Second', 'Second'],
  ['Load the other version', 'First', 'First'],
  ['Show the differences', 'Second', 'Second'],
])) {
  test(`two tabs do not overwrite each other: ${choice}`, () =>
    inPage(
      async (page, context) => {
        await openElement(page, { value: VALID })
        await store(page)
        await edit(page, 'Begin')
        await kept(page, /Begin/)
        const second = await context.newPage()
        await second.goto(`${SITE}#blank`)
        await second.waitForSelector('html[data-ready]')
        await store(second)
        await second.getByRole('row', { name: 'orders.id' }).getByText('Begin').waitFor()
        await edit(page, 'First')
        await kept(page, /First/)
        // A browser tells the processes of its tabs one after the other.
        await kept(second, /First/)
        await edit(second, 'Second')
        await second.getByText('This datamart was changed in another tab').waitFor()
        assert.match(await second.evaluate(() => localStorage.getItem('text') ?? ''), /First/)
        assert.match(await textOf(second), /Second/)
        await second.getByRole('button', { name: choice }).click()
        await second.getByText('This datamart was changed in another tab').waitFor({ state: 'detached' })
        assert.match(await textOf(second), new RegExp(own))
        await kept(second, new RegExp(others))
      },
      { locale: 'en' },
    ))
}

test('what another tab has made of a new datamart is compared with, and taken over in part', () =>
  inPage(
    async (page, context) => {
      await openElement(page)
      await store(page)
      const title = (/** @type {import('playwright-core').Page} */ tab) => tab.getByRole('textbox', { name: 'Datamart name' })
      const rename = async (/** @type {import('playwright-core').Page} */ tab, /** @type {string} */ name) => {
        await title(tab).fill(name)
        await title(tab).press('Enter')
      }
      await rename(page, 'begin')
      await page.getByRole('button', { name: 'Add a table' }).click()
      await page.keyboard.press('Enter')
      await kept(page, /begin[^]*table/)
      const second = await context.newPage()
      await second.goto(`${SITE}#blank`)
      await second.waitForSelector('html[data-ready]')
      await store(second)
      await second.getByRole('row', { name: 'table.id' }).waitFor()
      await rename(second, 'theirs')
      await kept(second, /theirs/)
      await kept(page, /theirs/)
      await page.getByRole('textbox', { name: 'Datasource' }).fill('shop')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').getByText('This datamart was changed in another tab').waitFor()
      await assertAccessible(page, 'a text that another tab has changed', ['light', 'dark'])
      await page.getByRole('button', { name: 'Show the differences' }).press('Enter')
      const changes = page.getByRole('tabpanel', { name: /^Changes/ })
      await changes.getByText('2 changes').waitFor()
      await changes.getByRole('button', { name: /^Take back: name / }).click()
      await eventually(async () => assert.equal((await valueOf(page)).name, 'theirs'))
      await kept(page, /theirs[^]*"shop/)
      await page.getByRole('button', { name: 'Undo' }).click()
      await eventually(async () => assert.equal((await valueOf(page)).name, 'begin'))
      // Changes are counted from the original of the host, if there is one.
      await rename(second, 'again')
      await second.getByRole('alert').getByText('This datamart was changed in another tab').waitFor()
      await set(second, { original: VALID })
      await second.getByRole('button', { name: 'Show the differences' }).waitFor({ state: 'detached' })
      assert.ok(await second.getByRole('button', { name: 'Keep this one' }).isVisible())
    },
    { locale: 'en' },
  ))

test('a storage that fails is reported, and nothing else stops working', () =>
  inPage(async (page) => {
    await openElement(page, { value: VALID })
    await page.locator('datamart-editor').evaluate((editor) => {
      editor.storage = {
        get: () => null,
        set: () => {
          throw new Error('it is full')
        },
        remove: () => undefined,
      }
    })
    await edit(page, 'Number')
    await page.getByText('Your changes are not kept in this browser: it is full').waitFor()
    await eventually(async () => assert.match(await textOf(page), /Number/))
  }))
