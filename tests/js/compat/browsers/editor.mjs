/** The editor page, as a person uses it. `cargo xtask test` has all of its tests, in Chromium. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { browser } from '../support/browser.mjs'
import { PAGE_LIMIT } from '../support/browsers/page.mjs'

const SITE = process.env.SITE_URL ?? ''
const WATCH = readFileSync(new URL('../support/browsers/watch.js', import.meta.url), 'utf8')

/** CodeMirror lets Enter take a completion when its list has been open for 75 ms. */
const LIST_IS_SEEN = 200

/** @param {import('../support/browser.mjs').BrowserName} name */
export function editor(name) {
  test(`the editor page starts, validates, fixes, draws and completes, ${name}`, async () => {
    const { session } = await browser(name)
    assert.ok(session)
    /** @param {string} css */
    const find = (css) => session.findElement({ css })
    /** @param {string} css */
    const click = async (css) => (await find(css)).click()
    /** @param {string} css */
    const count = async (css) => (await session.findElements({ css })).length
    /** @param {string} what @param {() => Promise<boolean>} holds */
    const until = (what, holds) => session.wait(holds, PAGE_LIMIT, what)
    /** @param {...string} keys */
    const type = (...keys) => session.actions().sendKeys(...keys).perform()
    /** @param {string} id */
    const openSample = async (id) => {
      await click('#samples summary')
      await click(`[data-sample="${id}"]`)
      await until(`the sample ${id}`, async () => (await count('#samples[open]')) === 0)
    }

    await session.manage().window().setRect({ x: 0, y: 0, width: 1400, height: 900 })
    await session.get(SITE)
    await until('the page has started', async () => (await count('html[data-started]')) === 1)
    await session.executeScript(WATCH)
    assert.match(await (await find('#verdict-words')).getText(), /^Not valid/)
    assert.ok((await count('#editor .cm-lintRange')) > 0)

    await openSample('shop-mistakes')
    await until('the catalog is judged by', async () => (await (await find('#issue-list')).getText()).includes('unknown-table'))
    const issues = await count('#issue-list .code')
    await click('.issue-fix')
    await until('one issue is fixed', async () => (await count('#issue-list .code')) === issues - 1)

    await openSample('shop-right')
    await until('the datamart is valid', async () => (await (await find('#verdict-words')).getText()).startsWith('Valid'))
    const { width, height } = await (await find('#summary .joins-picture')).getRect()
    assert.ok(width > 100 && height > 100, `the tables are drawn in ${width} × ${height} pixels`)

    await openSample('mistakes')
    await until('the datamart has mistakes', async () => (await (await find('#verdict-words')).getText()).startsWith('Not valid'))
    await click('.sql-edit')
    await until('the dialog is open', async () => (await count('#sql-dialog[open]')) === 1)
    await type('orders.subt')
    await until('a completion is offered', async () => (await count('#sql-dialog .cm-tooltip-autocomplete li')) === 1)
    await session.sleep(LIST_IS_SEEN)
    await type('\uE007')
    const sql = await find('#sql-dialog .cm-content')
    await until('the completion is taken', async () => (await sql.getText()) === 'orders.subtotal')
    await click('#sql-apply')
    await until('the SQL is in the text', async () => (await (await find('#editor .cm-content')).getText()).includes('"sql": "orders.subtotal"'))

    assert.deepEqual(await session.executeScript('return trouble'), [])
  })
}
