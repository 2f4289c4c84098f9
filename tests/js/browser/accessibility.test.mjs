/** Accessibility of the page: axe's rules, small screens, screen readers, motion. */

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { assertAccessible, coloursByWidth } from './axe.mjs'
import { datamart, enter, eventually, inPage, json, openEditor, openSample } from './support.mjs'

/** In these situations the summary has its own colours, and its background depends on the width. */
const SUMMARY = ['mistakes', 'a catalog, issues by table, a fix, joins', 'the caret in an expression']

/** @type {[number, ('light' | 'dark')[]][]} */
const WIDTHS = [
  [360, ['light']],
  [1000, []],
  [1440, ['dark']],
]

for (const [width, schemes] of WIDTHS) {
  test(`axe finds nothing: ${width} pixels wide`, () =>
    inPage(
      async (page) => {
        /** @param {string} situation */
        const check = (situation) => assertAccessible(page, situation, SUMMARY.includes(situation) && width !== 1000 ? ['light', 'dark'] : schemes)
        await openEditor(page)
        for (const sample of ['mistakes', 'valid', 'broken']) {
          await openSample(page, sample)
          await check(sample)
        }
        await openSample(page, 'shop-mistakes')
        await page.click('label:has([value=table])')
        await page.click('.issue-fix')
        await check('a catalog, issues by table, a fix, joins')
        await page.setInputFiles('#catalog-file', { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{') })
        await page.waitForSelector('#catalog-problem:has-text("JSON")')
        await check('a malformed catalog')
        await page.keyboard.press('Escape')
        await openSample(page, 'mistakes')
        await check('a notice about options')
        await page.click('label:has([value=place])')
        await page.click('.sql')
        await page.waitForSelector('.custom-current')
        await check('the caret in an expression')
        await page.click('.sql-edit')
        await page.waitForSelector('#sql-issues li')
        await page.keyboard.press('Control+ ')
        await page.waitForSelector('#sql-dialog .cm-tooltip-autocomplete')
        await check('an expression by itself')
        await page.keyboard.press('Escape')
        await page.click('#sql-cancel')
        await page.focus('#text')
        await page.keyboard.press('F8')
        await page.waitForSelector('.cm-tooltip-lint')
        await page.keyboard.press('Control+f')
        await check('the message of an issue, and the search')
        await page.keyboard.press('Escape')
        await page.fill('#base-url', 'ftp://x')
        await page.check('#strict')
        await page.click('#samples summary')
        await check('wrong base URL, strict, menu open')
      },
      { viewport: { width, height: 800 } },
    ))
}

test('only the background of the summary depends on the width', () =>
  inPage(async (page) => {
    await openEditor(page)
    assert.deepEqual(await coloursByWidth(page), ['.summary-pane'])
  }))

test('a page 360 pixels wide does not scroll sideways', () =>
  inPage(
    async (page) => {
      await openEditor(page)
      const long = 'a_very_long_name_without_a_break_'.repeat(12)
      const texts = [
        undefined,
        json(datamart()),
        json(datamart({ name: `${long} 😀`, [long]: 1, tableList: [{ name: long, schemaName: long, clientColumn: long, columns: [{ name: long }, { name: long }] }] })),
        '{',
      ]
      for (const text of texts) {
        if (text !== undefined) await enter(page, text)
        await page.fill('#base-url', '/api/databrain')
        const widths = await page.evaluate(() => ({ page: document.documentElement.scrollWidth, window: innerWidth }))
        assert.deepEqual(widths, { page: 360, window: 360 })
      }
      await page.setInputFiles('#catalog-file', { name: `${long}.json`, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ datasourceName: long, tables: [] })) })
      await page.waitForSelector('#catalog.field-set')
      await enter(page, json(datamart({ tableList: [{ name: long, columns: [{ name: long, [long]: 1 }] }] })))
      await page.click('label:has([value=table])')
      await page.click('#catalog-menu summary')
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360)
      await page.keyboard.press('Escape')
      await page.fill('#base-url', `https://${'x'.repeat(300)}.example.com`)
      await page.click('#samples summary')
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360)
    },
    { viewport: { width: 360, height: 740 } },
  ))

test('on a small screen, an issue far below leads back to the text above it', () =>
  inPage(
    async (page) => {
      await openEditor(page)
      await page.click('.issue-go >> nth=-1')
      // CodeMirror scrolls in the next frame.
      await eventually(async () => {
        const { top, bottom, height } = await page.$eval('#editor', (editor) => ({ ...editor.getBoundingClientRect().toJSON(), height: innerHeight }))
        assert.ok(bottom > 0 && top < height, `${top} to ${bottom} of ${height}`)
        const { y } = await page.locator('#editor .cm-lintRange', { hasText: '"INNER"' }).boundingBox()
        assert.ok(y >= 0 && y < height, `${y} of ${height}`)
      })
    },
    { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  ))

test('the result is announced when typing pauses, and only if it has changed', () =>
  inPage(async (page) => {
    await openEditor(page)
    await page.waitForFunction(() => document.querySelector('#announcement').textContent !== '')
    await page.evaluate(() => {
      globalThis.said = []
      new MutationObserver(() => globalThis.said.push(document.querySelector('#announcement').textContent)).observe(
        document.querySelector('#announcement'),
        { childList: true, characterData: true, subtree: true },
      )
    })
    await enter(page, json(datamart()))
    await page.waitForFunction(() => document.querySelector('#announcement').textContent.startsWith('Valid'))
    // Invalid only for a moment, while a word is being typed.
    await enter(page, `${json(datamart())}"`, json(datamart()), '{')
    await page.waitForFunction(() => document.querySelector('#announcement').textContent.startsWith('Not valid'))
    assert.deepEqual(await page.evaluate(() => globalThis.said), ['Valid', 'Not valid, 1 error'])
  }))

test('Tab goes through the whole page and is never trapped', () =>
  inPage(async (page) => {
    await openEditor(page)
    await openSample(page, 'valid')
    await page.evaluate(() => document.activeElement.blur())
    const reached = new Set()
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      reached.add(await page.evaluate(() => document.activeElement.id || document.activeElement.className || document.activeElement.localName))
    }
    for (const stop of ['text', 'datasource-type', 'strict', 'table', 'base-url', 'copy', 'source']) assert.ok(reached.has(stop), stop)
  }))

test('with forced colours the text and the underlines are visible', () =>
  inPage(
    async (page) => {
      await openEditor(page)
      // Highlighting is parsed when the browser is idle.
      for (const drawn of ['.token-key', '.cm-lintRange']) await page.waitForSelector(`#text ${drawn}`)
      const { text, key, line } = await page.evaluate(() => ({
        text: getComputedStyle(document.querySelector('#text')).color,
        key: getComputedStyle(document.querySelector('#text .token-key')).color,
        line: getComputedStyle(document.querySelector('#text .cm-lintRange')).textDecorationLine,
      }))
      for (const colour of [text, key]) assert.notEqual(colour, 'rgba(0, 0, 0, 0)')
      assert.equal(line, 'underline')
    },
    { forcedColors: 'active' },
  ))
