/** The list of keyboard shortcuts of `<datamart-editor>`, and what stands in for parts that are not loaded. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAccessible } from './axe.mjs'
import { CATALOG, cell, LABEL, openElement, textOf } from './element.mjs'
import { focused } from './person.mjs'
import { eventually, inPage } from './support.mjs'

const SHOP = { name: 'shop', datasourceName: 'shop', tableList: [{ name: 'orders', schemaName: 'public', columns: [{ name: 'id' }] }] }

test('the shortcuts are listed for `?`, a button and a menu item, and the focus comes back', () =>
  inPage(async (page) => {
    await openElement(page, { catalog: CATALOG, value: SHOP })
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    const tab = page.getByRole('tab', { name: 'Tables' })
    await tab.click()
    await page.keyboard.press('?')
    await dialog.getByText('Next or previous issue').waitFor()
    await assertAccessible(page, 'shortcuts', ['light', 'dark'])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await focused(tab)
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('menuitem', { name: 'Keyboard shortcuts' }).click()
    await dialog.waitFor()
    // What is behind the dialog is not reached by its keys.
    await page.keyboard.press('F8')
    await page.keyboard.press('Control+z')
    await dialog.waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  }))

test('`?` is a character wherever someone types', () =>
  inPage(async (page) => {
    await openElement(page, { catalog: CATALOG, value: SHOP })
    const dialog = page.getByRole('dialog')
    const name = page.getByRole('textbox', { name: 'Datamart name' })
    await name.click()
    await page.keyboard.press('End')
    await page.keyboard.type('?')
    await page.keyboard.press('Enter')
    await eventually(async () => assert.equal(JSON.parse(await textOf(page)).name, 'shop?'))
    const search = page.getByRole('searchbox', { name: 'Search tables and columns' })
    await search.click()
    await page.keyboard.type('?')
    assert.equal(await search.inputValue(), '?')
    await cell(page, 'orders.id', LABEL).click()
    await page.keyboard.type('why?')
    await page.keyboard.press('Enter')
    await eventually(async () => assert.match(await textOf(page), /"label": "why\?"/))
    await page.getByRole('tab', { name: 'JSON' }).click()
    await page.getByRole('textbox', { name: 'Datamart as JSON' }).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('?')
    await eventually(async () => assert.match(await textOf(page), /\?\s*$/))
    assert.equal(await dialog.count(), 0)
  }))

test('what cannot be loaded offline says so, the rest goes on, and it appears when the connection is back', () =>
  inPage(
    async (page, context) => {
      await openElement(page, { catalog: CATALOG, value: SHOP })
      await page.getByRole('button', { name: 'Valid' }).waitFor()
      await context.setOffline(true)
      await page.getByRole('tab', { name: 'Tenancy' }).click()
      await page.getByRole('heading', { name: 'You are offline' }).waitFor()
      await assertAccessible(page, 'offline', ['light', 'dark'])
      await page.getByRole('tab', { name: 'JSON' }).click()
      await page.getByRole('heading', { name: 'You are offline' }).waitFor()
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      const banner = page.getByRole('alert').filter({ hasText: 'try this again when the connection is back' })
      await banner.getByRole('button', { name: 'Close' }).click()
      await banner.waitFor({ state: 'detached' })
      await page.getByRole('tab', { name: 'Tables' }).click()
      await cell(page, 'orders.id', LABEL).click()
      await page.keyboard.type('Number')
      await page.keyboard.press('Enter')
      await eventually(async () => assert.match(await textOf(page), /"label": "Number"/))
      await page.getByRole('tab', { name: 'Tenancy' }).click()
      await page.getByRole('heading', { name: 'You are offline' }).waitFor()
      await context.setOffline(false)
      await page.getByRole('radio', { name: 'By a column in each table' }).waitFor()
      await page.getByRole('heading', { name: 'You are offline' }).waitFor({ state: 'detached' })
      await page.getByRole('tab', { name: 'JSON' }).click()
      await page.getByRole('textbox', { name: 'Datamart as JSON' }).getByText('"Number"').waitFor()
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save', exact: true }).click()])
      assert.equal(download.suggestedFilename(), 'shop.json')
    },
    { expectTrouble: true },
  ))
