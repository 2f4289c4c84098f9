/** Completion, descriptions and folding in the page's editors. */

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { codes, datamart, enter, eventually, inPage, json, openEditor, putCaret, selection, takeCompletion } from './support.mjs'

const CATALOG = {
  datasourceName: 'warehouse',
  tables: [
    { name: 'orders', schema: 'public', columns: [{ name: 'id', dataType: 'integer' }, { name: 'total', dataType: 'numeric(10,2)' }] },
    { name: 'customers', schema: 'public', columns: [{ name: 'id', dataType: 'integer' }] },
  ],
}

/** @param {import('playwright-core').Page} page */
async function openWithCatalog(page) {
  await openEditor(page)
  await page.setInputFiles('#catalog-file', { name: 'reply.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(CATALOG)) })
  await page.waitForSelector('#catalog-name:text-is("reply.json")')
  await page.selectOption('#datasource-type', 'postgres')
}

/** Accepts a completion after which the next one opens. @param {import('playwright-core').Page} page @param {string} label @param {string} text that the editor then contains */
async function take(page, label, text) {
  await takeCompletion(page, label, { opensNext: true })
  await eventually(async () => assert.ok((await selection(page)).text.includes(text), text))
}

/** @param {import('playwright-core').Page} page */
const labels = (page) => page.$$eval('#editor .cm-completionLabel', (all) => all.map((label) => label.textContent))

test('a datamart is built with a few keys, and is valid', () =>
  inPage(async (page) => {
    await openWithCatalog(page)
    await enter(page, '')
    await page.keyboard.press('Control+ ')
    // The description beside the list can be seen.
    await page.waitForFunction(() => {
      const info = document.querySelector('.cm-completionInfo')
      if (!info) return false
      const { left, top, width, height } = info.getBoundingClientRect()
      return info.textContent.startsWith('A datamart, from which') && document.elementFromPoint(left + width / 2, top + height / 2) === info
    })
    await takeCompletion(page, 'new datamart')
    await page.keyboard.type('sales')
    await putCaret(page, (await selection(page)).text.indexOf('""') + 1)
    await page.keyboard.press('Control+ ')
    await takeCompletion(page, 'warehouse')

    // Each completion that leaves something to fill in opens the next one.
    await putCaret(page, (await selection(page)).text.indexOf('[]') + 1)
    await page.keyboard.press('Control+ ')
    await eventually(async () => assert.deepEqual(await labels(page), ['customers', 'orders', 'new table']))
    await page.keyboard.type('or')
    await take(page, 'orders', '"columns": []')
    await takeCompletion(page, 'all 2 columns')
    const { text } = await selection(page)
    assert.deepEqual(JSON.parse(text), {
      name: 'sales',
      datasourceName: 'warehouse',
      tableList: [{ name: 'orders', schemaName: 'public', columns: [{ name: 'id' }, { name: 'total' }] }],
    })
    assert.deepEqual(await codes(page), [])
    for (let undone = 0; undone < 2; undone++) await page.keyboard.press('Control+z')
    assert.doesNotMatch((await selection(page)).text, /total/)
  }))

test('what is typed is completed, also in a broken text and in SQL', () =>
  inPage(async (page) => {
    await openWithCatalog(page)
    const text = json(datamart({ tableList: [{ name: 'orders', schemaName: 'public', columns: [{ name: 'id' }, { name: 'net', isCustomColumn: true, sql: '1 + ' }] }] }))
    await enter(page, text)
    await putCaret(page, text.indexOf('1 + ') + 4)
    await page.keyboard.type('coal')
    await take(page, 'coalesce', 'coalesce()')
    await page.keyboard.type('i')
    await takeCompletion(page, 'id')
    assert.ok((await selection(page)).text.includes('"sql": "1 + coalesce(id)"'))

    // A comma is missing before the key.
    const broken = '{\n  "name": "sales"\n  \n}'
    await enter(page, broken)
    await putCaret(page, broken.length - 2)
    await page.keyboard.type('"ten')
    await take(page, 'tenancySettings', '"tenancyLevel": ""')
    await eventually(async () => assert.deepEqual(await labels(page), ['TABLE', 'DATABASE', 'MULTI_DATABASE']))
    await takeCompletion(page, 'TABLE')
    assert.equal((await selection(page)).text, '{\n  "name": "sales",\n  "tenancySettings": { "tenancyLevel": "TABLE" }\n}')
  }))

test('brackets are closed, and Enter between them is a new line', () =>
  inPage(async (page) => {
    await openWithCatalog(page)
    await enter(page, '')
    await page.keyboard.type('{')
    await page.keyboard.press('Enter')
    assert.equal((await selection(page)).text, '{\n  \n}')
    await page.keyboard.type('"x": [')
    await page.keyboard.press('Enter')
    assert.equal((await selection(page)).text, '{\n  "x": [\n    \n  ]\n}')
  }))

test('hovering describes fields, tables, columns and functions', () =>
  inPage(async (page) => {
    await openWithCatalog(page)
    const sql = 'COALESCE(total, 0)'
    await enter(page, json(datamart({ tableList: [{ name: 'orders', schemaName: 'public', columns: [{ name: 'total' }, { name: 'net', isCustomColumn: true, sql }] }] })))
    for (const [target, title, words] of [
      ['.token-key:text-is(\'"tableList"\')', 'tableList', 'list of Table, required'],
      ['.token-string:text-is(\'"orders"\')', 'public.orders', 'table, 2 columns'],
      ['.token-string:text-is(\'"total"\')', 'public.orders.total', 'numeric(10,2)'],
      ['.token-key:text-is(\'"isCustomColumn"\')', 'isCustomColumn', 'Makes the column a custom column, computed by sql.'],
    ]) {
      await page.hover(`#editor ${target}`)
      await page.waitForSelector(`.cm-datamart-hover-title:text-is("${title}")`)
      assert.ok((await page.textContent('.cm-datamart-hover')).includes(words), words)
      await page.mouse.move(0, 0)
      await page.waitForSelector('.cm-datamart-hover', { state: 'detached' })
    }
    await page.click('.sql-edit')
    await page.hover('#sql-dialog .sql-function')
    await page.waitForSelector('#sql-dialog .cm-datamart-hover-title:text-is("COALESCE(value, …)")')
    await page.mouse.move(0, 0)
    await page.waitForSelector('.cm-datamart-hover', { state: 'detached' })
    await page.hover('#sql-dialog .sql-column')
    await page.waitForSelector('#sql-dialog .cm-datamart-hover-title:text-is("total")')
  }))

test('objects and lists can be folded', () =>
  inPage(async (page) => {
    await openWithCatalog(page)
    await enter(page, json(datamart()))
    await page.click('#editor .cm-foldGutter span[title="Fold line"] >> nth=1')
    await page.waitForSelector('#editor .cm-foldPlaceholder')
    assert.doesNotMatch(await page.textContent('#editor .cm-content'), /orders/)
    await page.click('#editor .cm-foldPlaceholder')
    assert.match(await page.textContent('#editor .cm-content'), /orders/)
  }))
