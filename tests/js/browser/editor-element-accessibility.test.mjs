/** axe finds nothing in any state of `<datamart-editor>`, at any width and in any scheme. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAccessible } from './axe.mjs'
import { CATALOG, cell, LABEL, openElement, sample, set } from './element.mjs'
import { inPage } from './support.mjs'

const BOTH = /** @type {const} */ (['light', 'dark'])

test('in every state', () =>
  inPage(async (page) => {
    await openElement(page)
    await assertAccessible(page, 'empty', BOTH)
    await set(page, { catalog: CATALOG })
    await page.getByRole('checkbox', { name: 'orders', exact: true }).click()
    await page.getByRole('button', { name: '1 to do' }).waitFor()
    await page.getByRole('button', { name: 'Columns of customers' }).first().click()
    await assertAccessible(page, 'from the catalog', BOTH)
    await page.getByRole('button', { name: 'Add a custom column to orders' }).click()
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'SQL expression' }).waitFor()
    await assertAccessible(page, 'a custom column', BOTH)
    await set(page, { value: sample('shop-mistakes.json') })
    await page.getByRole('list', { name: 'Issues' }).waitFor()
    await cell(page, 'orders.id', LABEL).click()
    await page.keyboard.press('Shift+ArrowDown')
    await assertAccessible(page, 'several columns selected, with issues', BOTH)
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem').first().waitFor()
    await assertAccessible(page, 'the menu', BOTH)
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: 'JSON' }).click()
    // The same word elsewhere is marked.
    await page.getByRole('textbox', { name: 'Datamart as JSON' }).getByText('"columns"').first().dblclick()
    await assertAccessible(page, 'JSON', BOTH)
    await set(page, { value: '{ "name": ' })
    await page.getByRole('tab', { name: 'Tables' }).click()
    await page.getByText('The text is not valid JSON').waitFor()
    await assertAccessible(page, 'broken', BOTH)
    await set(page, { value: sample('shop-right.json'), readOnly: true })
    await assertAccessible(page, 'read-only', BOTH)
    await set(page, { catalog: null })
    await assertAccessible(page, 'without a catalog', BOTH)
  }))

for (const [width, height] of [
  [390, 844],
  [768, 1024],
]) {
  test(`at ${width} × ${height}, and nothing is wider than the screen`, () =>
    inPage(
      async (page) => {
        await openElement(page, { catalog: CATALOG, value: sample('shop-mistakes.json') })
        await page.getByRole('button', { name: /error/ }).waitFor()
        const tabs = page.getByRole('navigation', { name: 'Views' })
        if (width === 390) assert.ok(await tabs.evaluate((tabs) => tabs.scrollWidth <= tabs.clientWidth), 'all tabs are visible')
        const panes = width < 680 ? ['Catalog', 'Tables', 'JSON', 'Details', 'Issues'] : ['']
        for (const pane of panes) {
          if (pane) await tabs.getByRole('button', { name: pane }).click()
          assert.ok(await page.getByRole('button', { name: /error/ }).isVisible(), 'the counter is always there')
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width)
          await assertAccessible(page, pane, ['light'])
        }
      },
      { viewport: { width, height } },
    ))
}

test('in forced colours', () =>
  inPage(
    async (page) => {
      await openElement(page, { catalog: CATALOG, value: sample('shop-mistakes.json') })
      await page.getByRole('list', { name: 'Issues' }).waitFor()
      await cell(page, 'orders.id', LABEL).click()
      await assertAccessible(page, 'forced colours', ['light'])
    },
    { forcedColors: 'active' },
  ))
