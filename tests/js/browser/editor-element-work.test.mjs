/**
 * `<datamart-editor>`: what typing in a document of 500 KB costs, counted in what is changed on the
 * page and what is asked of the worker. Times depend on the machine; `cargo xtask editor` takes them.
 */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cell, LABEL, openElement } from './element.mjs'
import { eventually, inPage } from './support.mjs'

/** @typedef {import('playwright-core').Page} Page */

/** 100 tables with 50 columns, of about 500 KB. */
const LARGE = JSON.stringify(
  {
    name: 'large',
    datasourceName: 'warehouse',
    tableList: Array.from({ length: 100 }, (_, table) => ({
      name: `table_${table}`,
      schemaName: 'public',
      columns: Array.from({ length: 50 }, (_, column) => ({ name: `column_${table}_${column}`, alias: `alias_${table}_${column}`, label: `Column ${column}` })),
    })),
  },
  null,
  2,
)

const KEYS = 'typing on and on'

/** @param {Page} page */
async function openLarge(page) {
  assert.ok(LARGE.length > 480_000, `${LARGE.length} characters`)
  await openElement(page, { value: LARGE })
  await page.getByRole('button', { name: /^(Valid|\d+ warnings?)$/ }).waitFor()
  await page.getByRole('row', { name: 'table_0', exact: true }).waitFor()
}

/**
 * Counts while something is done: elements that come, go or change, what the worker is asked, and
 * characters that are read one by one in long texts.
 *
 * @param {Page} page
 * @param {() => Promise<void>} act
 * @returns {Promise<{ elements: number, asked: number, read: number }>}
 */
async function counted(page, act) {
  await page.locator('datamart-editor').evaluate((editor) => {
    const touched = new Set()
    const count = { asked: 0, read: 0, elements: () => touched.size }
    let step = 0
    const see = (records) => {
      step++
      for (const { target } of records) touched.add(`${step}.${ids.get(target) ?? ids.set(target, ids.size).get(target)}`)
    }
    const ids = new Map()
    const observer = new MutationObserver(see)
    observer.observe(editor.shadowRoot, { subtree: true, childList: true, attributes: true, characterData: true })
    const post = Worker.prototype.postMessage
    Worker.prototype.postMessage = function (...args) {
      count.asked++
      return post.apply(this, args)
    }
    const { charCodeAt } = String.prototype
    String.prototype.charCodeAt = function (at) {
      if (this.length > 100_000) count.read++
      return charCodeAt.call(this, at)
    }
    globalThis.counting = {
      end() {
        see(observer.takeRecords())
        observer.disconnect()
        Worker.prototype.postMessage = post
        String.prototype.charCodeAt = charCodeAt
        return { elements: count.elements(), asked: count.asked, read: count.read }
      },
    }
  })
  await act()
  return page.evaluate(() => globalThis.counting.end())
}

/** @param {import('node:test').TestContext} test @param {string} what @param {number} count @param {number} most */
function bounded(test, what, count, most) {
  test.diagnostic(`${what}: ${count} of ${most}`)
  assert.ok(count <= most, `${what}: ${count}, but at most ${most}`)
}

test('typing in 500 KB of JSON changes a few lines, and the rest of the page not at all', (test) =>
  inPage(async (page) => {
    await openLarge(page)
    await page.getByRole('tab', { name: 'JSON' }).click()
    const text = page.getByRole('textbox', { name: 'Datamart as JSON' })
    await text.click()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    const { elements, asked } = await counted(page, async () => {
      const checked = page.locator('datamart-editor').evaluate(
        (editor, keys) => new Promise((done) => editor.addEventListener('issues', () => editor.value.slice(0, 60).includes(keys) && done(undefined))),
        KEYS,
      )
      await page.keyboard.type(KEYS)
      await checked
    })
    bounded(test, 'elements touched a key', Math.ceil(elements / KEYS.length), 10)
    // A check at most when the typing pauses: each asks for a verdict, and for the comparison after it.
    bounded(test, 'questions to the worker', asked, 2 * KEYS.length + 2)
  }))

test('typing in a cell of 5,000 changes this cell, and committing it few rows', (test) =>
  inPage(async (page) => {
    await openLarge(page)
    const label = cell(page, 'table_0.column_0_1', LABEL)
    await label.click()
    await page.keyboard.press('F2')
    const input = page.getByRole('textbox', { name: 'Label of column_0_1' })
    await input.waitFor()
    const typed = await counted(page, async () => {
      await page.keyboard.type(KEYS)
      await eventually(async () => assert.equal(await input.inputValue(), KEYS))
    })
    bounded(test, 'elements touched a key', Math.ceil(typed.elements / KEYS.length), 2)
    bounded(test, 'questions to the worker while typing', typed.asked, 0)
    // The text has been read for the change while nothing else happened.
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)))
    const committed = await counted(page, async () => {
      await page.keyboard.press('Enter')
      await label.getByText(KEYS).waitFor()
    })
    bounded(test, 'elements touched by the commit', committed.elements, 30)
    bounded(test, 'characters read by the commit', committed.read, LARGE.length / 20)
    const shown = await page.getByRole('treegrid').getByRole('row').count()
    bounded(test, 'rows on the page', shown, 60)
  }))

test('a search in 2,000 tables of 100 columns draws only what is in view', (test) =>
  inPage(async (page) => {
    await openElement(page)
    await page.locator('datamart-editor').evaluate((editor) => {
      const columns = Array.from({ length: 100 }, (_, column) => ({ name: `column_${column}`, dataType: 'text' }))
      editor.catalog = { tables: Array.from({ length: 2000 }, (_, table) => ({ name: `table_${table}`, columns })) }
    })
    const search = page.getByRole('searchbox', { name: 'Search tables and columns' })
    await search.click()
    const found = page.getByRole('group', { name: 'Catalog' }).getByRole('checkbox')
    const { elements } = await counted(page, async () => {
      await page.keyboard.type('column_4')
      await found.filter({ hasText: 'column_49' }).first().waitFor()
    })
    bounded(test, 'elements touched a key', Math.ceil(elements / 'column_4'.length), 60)
    bounded(test, 'rows on the page', await found.count(), 60)
  }))
