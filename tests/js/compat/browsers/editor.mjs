/** The editor on its page, as a person uses it. `cargo xtask test` has all of its tests, in Chromium. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { testInAttempts } from '../../support/attempts.mjs'
import { browser, closeBrowsers } from '../support/browser.mjs'
import { PAGE_LIMIT } from '../support/browsers/page.mjs'

const SITE = process.env.SITE_URL ?? ''
const WATCH = readFileSync(new URL('../support/browsers/watch.js', import.meta.url), 'utf8')

/** CodeMirror lets Enter take a completion when its list has been open for 75 ms. */
const LIST_IS_SEEN = 200

/** In the editor's shadow root, which not every driver looks into. */
const IN_EDITOR = `
  const { shadowRoot } = document.querySelector('datamart-editor')
  const all = (css) => [...shadowRoot.querySelectorAll(css)]
`

/** @param {import('../support/browser.mjs').BrowserName} name */
export function editor(name) {
  testInAttempts(`the editor starts, validates, fixes, draws, completes, opens and sends, ${name}`, async () => {
    // The page keeps its text: each attempt has a browser of its own.
    await closeBrowsers()
    const { session } = await browser(name)
    assert.ok(session)
    /** @param {string} script @param {...unknown} given */
    const run = (script, ...given) => session.executeScript(`${IN_EDITOR} ${script}`, ...given)
    /** @param {string} css @returns {Promise<number>} */
    const count = (css) => run('return all(arguments[0]).length', css)
    /** @param {string} css @returns {Promise<string>} */
    const textOf = (css) => run(`return all(arguments[0]).map((element) => element.textContent).join('\\n')`, css)
    /** @param {string} what @param {() => Promise<boolean>} holds */
    const until = (what, holds) => session.wait(holds, PAGE_LIMIT, what)
    /** What has a text, or its name. @param {string} css @param {string} [words] */
    const click = async (css, words = '') => {
      const found = `all(arguments[0]).find((element) => !element.disabled && ((element.getAttribute('aria-label') ?? '') + element.textContent).includes(arguments[1]))`
      await until(`${css} ${words}`, () => run(`return Boolean(${found})`, css, words))
      await run(`${found}.click()`, css, words)
    }
    /** With the mouse, where something has come to rest. @param {string} css */
    const point = async (css) => {
      let place = null
      const isAtRest = async () => {
        const before = place
        place = await run('return all(arguments[0])[0]?.getBoundingClientRect().toJSON()', css)
        return isDeepStrictEqual(place, before) && place !== null
      }
      await until(css, isAtRest)
      const { x, y, width, height } = place
      await session.actions().move({ x: Math.round(x + width / 2), y: Math.round(y + height / 2) }).click().perform()
    }
    /** @param {...string} keys */
    const type = (...keys) => session.actions().sendKeys(...keys).perform()
    /** @param {string} file @param {string} verdict */
    const openSample = async (file, verdict) => {
      await run(`const samples = document.querySelector('#samples'); samples.value = arguments[0]; samples.dispatchEvent(new Event('change'))`, file)
      await until(`the verdict on ${file}`, async () => (await textOf('.counter')).includes(verdict))
    }

    await session.manage().window().setRect({ x: 0, y: 0, width: 1400, height: 900 })
    await session.get(SITE)
    await until('the page has started', async () => (await session.findElements({ css: 'html[data-ready]' })).length === 1)
    await session.executeScript(WATCH)

    await openSample('shop-mistakes.json', 'errors')
    const errors = Number.parseInt(await textOf('.counter'), 10)
    await click('.issues .fix')
    await until('one issue is fixed', async () => Number.parseInt(await textOf('.counter'), 10) < errors)

    await openSample('shop-right.json', 'Valid')
    await click('[role=tab]', 'Relationships')
    await click('button', 'Diagram')
    await until('the tables are drawn', () => run(`return all('.diagram svg').some((drawn) => drawn.getBoundingClientRect().width > 100)`))

    await click('[role=tab]', 'Tables')
    await point('[role=row][aria-label="orders.net"] [role=gridcell]')
    await until('the expression is shown', async () => (await count('.inspector .cm-content')) === 1)
    await point('.inspector .cm-content')
    await type('\uE010', ' + ta')
    // While the list is being replaced, it takes no key.
    await until('a completion is offered', async () => (await textOf('.cm-tooltip-autocomplete:not(.cm-tooltip-autocomplete-disabled) li[aria-selected]')).includes('tax'))
    await session.sleep(LIST_IS_SEEN)
    await type('\uE007')
    await until('the completion is in the text', () => run(`return document.querySelector('datamart-editor').value.includes('+ tax"')`))

    await click('[role=tab]', 'JSON')
    await until('the text is shown', async () => (await textOf('.json .cm-content')).includes('shop-sales'))
    await openSample('mistakes.json', 'errors')
    await until('mistakes are underlined', async () => (await count('.json .cm-lintRange')) > 0)

    await click('button', 'Open…')
    await click('.account-item', 'shop-customers')
    await until('the datamart is opened', async () => (await textOf('.top .primary')) === 'Update')
    await click('.top .primary')
    await click('.account-banner .primary')
    await until('the datamart is sent', async () => (await textOf('.account-banner')).includes('shop-customers was updated'))

    assert.deepEqual(await session.executeScript('return trouble'), [])
  })
}
