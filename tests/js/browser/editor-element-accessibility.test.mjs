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

/** Shows each view. @param {import('playwright-core').Page} page @param {(name: string) => Promise<void>} look */
async function inEachView(page, look) {
  const shown = {
    Tables: page.getByRole('treegrid'),
    Relationships: page.getByRole('region', { name: 'Relationships' }),
    Tenancy: page.getByRole('radio').first(),
    JSON: page.getByRole('textbox', { name: 'Datamart as JSON' }),
    Changes: page.getByText('No changes', { exact: true }),
  }
  const isNarrow = !(await page.getByRole('tablist').isVisible())
  for (const [name, content] of Object.entries(shown)) {
    await (isNarrow ? page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name }) : page.getByRole('tab', { name })).click()
    await content.waitFor()
    await look(name)
  }
}

test('in forced colours', () =>
  inPage(
    async (page) => {
      await openElement(page, { catalog: CATALOG, value: sample('shop-mistakes.json') })
      await page.getByRole('list', { name: 'Issues' }).waitFor()
      await cell(page, 'orders.id', LABEL).click()
      await page.keyboard.press('Shift+ArrowDown')
      await inEachView(page, (name) => assertAccessible(page, name, ['light']))
      await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
      await page.getByRole('dialog').waitFor()
      await assertAccessible(page, 'shortcuts', ['light'])
    },
    { forcedColors: 'active' },
  ))

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
]) {
  test(`at ${width} × ${height} with a zoom of 200 %, everything can be reached, and nothing is wider than the screen`, () =>
    inPage(
      async (page) => {
        await openElement(page, { catalog: CATALOG, value: sample('shop-mistakes.json') })
        await page.getByRole('button', { name: /error/ }).waitFor()
        await inEachView(page, async (name) => {
          assert.ok(await page.getByRole('button', { name: /^\d+ error/ }).isVisible(), 'the counter is always there')
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width / 2, name)
          await assertAccessible(page, name, ['light'])
        })
      },
      // What zooming does to a page: fewer pixels of CSS, each of which is drawn by more.
      { viewport: { width: width / 2, height: height / 2 }, deviceScaleFactor: 2 },
    ))
}

test('with reduced motion, what is said stays as long as it takes to read', () =>
  inPage(
    async (page) => {
      await openElement(page, { value: sample('shop-right.json') })
      await page.getByRole('button', { name: 'Valid' }).waitFor()
      // It may be gone when a test looks.
      const lasting = page.locator('datamart-editor').evaluate(
        ({ shadowRoot }) =>
          new Promise((done) =>
            shadowRoot.addEventListener('animationstart', ({ target }) => target.textContent === 'Copied' && done(getComputedStyle(target).animationDuration)),
          ),
      )
      await page.getByRole('button', { name: 'Copy request' }).click()
      assert.equal(await lasting, '3.5s')
      assert.equal(await page.getByRole('button', { name: 'Columns of orders' }).last().evaluate((element) => getComputedStyle(element.firstElementChild).transitionDuration), '0s')
    },
    { reducedMotion: 'reduce', permissions: ['clipboard-read', 'clipboard-write'] },
  ))
