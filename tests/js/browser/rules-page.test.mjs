/** The page that documents the rules: its search, its anchors, its accessibility. */

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { assertAccessible, coloursByWidth } from './axe.mjs'
import { SITE, eventually, inPage, openPage } from './support.mjs'

const PAGE = `${SITE}rules/`

/** The visible rules. @param {import('playwright-core').Page} page */
const shown = (page) => page.$$eval('article', (all) => all.filter((article) => article.offsetParent).map(({ id }) => id))

/**
 * Asserts that the rule is at the top of the window. @param {import('playwright-core').Page} page
 * @param {string} code
 */
async function assertAt(page, code) {
  // A browser scrolls to an anchor when it first renders, and again when more of the page has
  // loaded.
  await eventually(async () => {
    const top = await page.$eval(`[id="${code}"]`, (article) => article.getBoundingClientRect().top)
    assert.ok(top >= 0 && top < 60, `${code} at ${top}`)
  })
}

test('the search finds rules by code and by words, and shows how many', () =>
  inPage(async (page) => {
    await page.goto(PAGE)
    const all = await shown(page)
    assert.ok(all.length > 50)
    await page.fill('#page-search', 'SQL-cy')
    assert.deepEqual(await shown(page), ['sql-cycle'])
    assert.equal(await page.textContent('#page-found'), `1 of ${all.length} rules`)
    assert.equal(await page.locator('.subjects li[data-code]:visible').count(), 1)
    assert.equal(await page.locator('main h2:visible').count(), 1)
    assert.equal(new URL(page.url()).search, '?q=SQL-cy')
    await page.fill('#page-search', 'aggregate inside')
    assert.deepEqual(await shown(page), ['sql-nested-aggregate'])
    await page.fill('#page-search', 'zebra crossing')
    assert.deepEqual(await shown(page), [])
    await page.click('#page-show-all')
    assert.deepEqual(await shown(page), all)
    assert.equal(new URL(page.url()).search, '')
  }))

test('a search in the URL is run, and survives leaving and returning', () =>
  inPage(async (page) => {
    await page.goto(`${PAGE}?q=surrounding`)
    assert.deepEqual(await shown(page), ['surrounding-space'])
    await page.goto(SITE)
    await page.goBack()
    await eventually(async () => assert.deepEqual(await shown(page), ['surrounding-space']))
    assert.equal(await page.inputValue('#page-search'), 'surrounding')
  }))

test('the keyboard is enough: / searches, Enter goes to the first rule, Escape ends the search', () =>
  inPage(async (page) => {
    await page.goto(PAGE)
    await page.keyboard.press('/')
    await page.keyboard.type('tenancySettings/')
    assert.equal(await page.inputValue('#page-search'), 'tenancySettings/')
    await page.keyboard.press('Backspace')
    const [first] = await shown(page)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.hash === `#${first}`)
    await assertAt(page, first)
    await page.keyboard.press('Escape')
    assert.ok((await shown(page)).length > 50)
    await assertAt(page, first)
    assert.equal(new URL(page.url()).search, '')
  }))

test('a URL with a code shows the rule, whatever the search', () =>
  inPage(async (page) => {
    await page.goto(`${PAGE}#sql-syntax`)
    await assertAt(page, 'sql-syntax')
    assert.equal(await page.textContent('.entry[aria-current]'), 'sql-syntax')
    await page.fill('#page-search', 'time zone')
    await page.evaluate(() => {
      location.hash = 'unreached-table'
    })
    await page.waitForFunction(() => document.querySelector('#page-search').value === '')
    await page.waitForSelector('#unreached-table:target')
    assert.ok((await shown(page)).length > 50)
    assert.equal(await page.textContent('.entry[aria-current]'), 'unreached-table')
  }))

test('without JavaScript everything works except the search', () =>
  inPage(
    async (page) => {
      await page.goto(`${PAGE}#duplicate-table`)
      await assertAt(page, 'duplicate-table')
      assert.equal(await page.locator('#page-search').isVisible(), false)
      assert.ok((await page.locator('article:visible').count()) > 50)
    },
    { javaScriptEnabled: false },
  ))

test('the editor links to the page, and the page links back', () =>
  inPage(async (page, context) => {
    await openPage(page)
    const opened = context.waitForEvent('page')
    await page.getByRole('link', { name: 'Rules' }).click()
    const documentation = await opened
    await documentation.waitForLoadState()
    assert.equal(documentation.url(), PAGE)
    await documentation.click('text=Editor')
    await documentation.waitForSelector('html[data-ready]')
  }))

test('only the colours of the index, which a narrow page shortens, depend on the width', () =>
  inPage(async (page) => {
    await page.goto(PAGE)
    assert.deepEqual(await coloursByWidth(page), ['.subjects > li > a', '.subjects ul'])
  }))

/** @type {[number, 'light' | 'dark'][]} */
const WIDTHS = [
  [360, 'light'],
  [1280, 'dark'],
]

for (const [width, scheme] of WIDTHS) {
  test(`axe finds nothing: ${width} pixels wide, ${scheme}`, () =>
    inPage(
      async (page) => {
        await page.goto(`${PAGE}#name-case`)
        await page.$$eval('details', (all) => all.forEach((details) => (details.open = true)))
        for (const words of ['', 'tenancy', 'zebra crossing']) {
          await page.fill('#page-search', words)
          // The index is the same in every search, and this one shows little else.
          await assertAccessible(page, words, words === 'tenancy' ? ['light', 'dark'] : [scheme])
          const widths = await page.evaluate(() => ({ page: document.documentElement.scrollWidth, window: innerWidth }))
          assert.deepEqual(widths, { page: width, window: width })
        }
      },
      { viewport: { width, height: 800 } },
    ))
}
