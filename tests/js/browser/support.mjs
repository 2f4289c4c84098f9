/**
 * One Chromium per test file, and pages that fail a test for anything that goes wrong unnoticed.
 */

import assert from 'node:assert/strict'
import process from 'node:process'
import { after, beforeEach } from 'node:test'
import { setTimeout } from 'node:timers/promises'

import { inAttempts } from '../support/attempts.mjs'
import { launchChromium, watchConsole } from '../support/chromium.mjs'
import { slowDown } from './slowdown.mjs'

/** Where `cargo xtask test --part browser` serves the site, with the headers of the demo. */
export const SITE = process.env.SITE_URL
assert.ok(SITE, 'SITE_URL is not set: run these tests with `cargo xtask test --part browser`')

/** Far more than anything takes on a slow, busy machine. */
const PATIENCE = 60_000

/** @type {import('playwright-core').Browser | undefined} */
let browser

after(() => browser?.close())

/** The test that is running. @type {import('node:test').TestContext} */
let running

beforeEach((test) => {
  running = /** @type {import('node:test').TestContext} */ (test)
})

/** @typedef {{ context: import('playwright-core').BrowserContext, page: import('playwright-core').Page, trouble: string[] }} Opened */

/**
 * The page of the last test without options, emptied. Starting a page in its own process would take
 * half the time of such a test. A page in which something is meant to fail is not reused.
 *
 * @type {Opened | undefined}
 */
let spare

/**
 * @typedef {(page: import('playwright-core').Page, context: import('playwright-core').BrowserContext) => Promise<void>} Run
 * @typedef {import('playwright-core').BrowserContextOptions & { expectTrouble?: boolean }} Options
 */

/**
 * Runs a test in a fresh page: no storage, no routes, no permissions. Fails if there was a console
 * error, an exception, a violation of the Content-Security-Policy, or a request to another origin. In
 * CI, there is a second attempt.
 *
 * @param {Run} run
 * @param {Options} [options]
 */
export function inPage(run, options) {
  return inAttempts(running, () => attempt(run, options))
}

/** @param {Run} run @param {Options} [options] */
async function attempt(run, { expectTrouble = false, ...options } = {}) {
  const canShare = !expectTrouble && Object.keys(options).length === 0
  const opened = (canShare && spare) || (await open(options))
  if (canShare) spare = undefined
  const { context, page, trouble } = opened
  let isEmpty = false
  try {
    await run(page, context)
    if (canShare) await empty(opened)
    if (!expectTrouble) assert.deepEqual(trouble, [])
    isEmpty = canShare
  } finally {
    // After a failure the page's state is unknown.
    if (isEmpty) spare = opened
    else await context.close()
  }
}

/** @param {import('playwright-core').BrowserContextOptions} options @returns {Promise<Opened>} */
async function open(options) {
  if (!browser?.isConnected()) browser = await launchChromium()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  context.setDefaultTimeout(PATIENCE)
  await slowDown(context)
  // Nobody can answer these dialogs here. Without them, a page uses what Firefox and Safari have.
  await context.addInitScript(() => {
    delete globalThis.showOpenFilePicker
    delete globalThis.showSaveFilePicker
  })
  const page = await context.newPage()
  /** @type {string[]} */
  const trouble = []
  watchConsole(page, trouble)
  page.on('pageerror', (error) => trouble.push(String(error)))
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(SITE).origin) trouble.push(`request to ${request.url()}`)
  })
  return { context, page, trouble }
}

/** Removes what a test has left behind. @param {Opened} opened */
async function empty({ context, page }) {
  for (const other of context.pages()) if (other !== page) await other.close()
  await page.unrouteAll({ behavior: 'wait' })
  await context.clearPermissions()
  // The editor saves its text when it is left, so the storage is emptied from another page of the
  // site.
  const address = `${SITE}empty.html`
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }))
  await page.goto(address)
  await page.unroute(address)
  await page.evaluate(async () => {
    localStorage.clear()
    sessionStorage.clear()
    for (const { name } of await indexedDB.databases()) {
      await new Promise((done, failed) => Object.assign(indexedDB.deleteDatabase(name), { onsuccess: done, onerror: failed }))
    }
  })
  // Nothing should be hovered where the pointer was.
  await page.mouse.move(0, 0)
}

/**
 * Repeats assertions until they hold, for effects that need a frame or another task to finish.
 *
 * @param {() => Promise<void>} holds
 */
export async function eventually(holds) {
  for (const end = Date.now() + PATIENCE; ; await setTimeout(50)) {
    try {
      return await holds()
    } catch (error) {
      if (Date.now() > end) throw error
    }
  }
}

/** Opens the page. @param {import('playwright-core').Page} page */
export async function openPage(page) {
  await page.goto(SITE)
  await page.waitForSelector('html[data-ready]')
}

/** The view of the text, which must be shown. @param {import('playwright-core').Page} page */
export async function viewOf(page) {
  await page.locator('.cm-editor').first().waitFor()
  return page.evaluateHandle(async () => {
    const { EditorView } = await import('@codemirror/view')
    return EditorView.findFromDOM(document.querySelector('datamart-editor').shadowRoot.querySelector('.cm-editor'))
  })
}

/**
 * Replaces the text in the editor, by several texts without a pause if there are several. Typing
 * them would take minutes.
 *
 * @param {import('playwright-core').Page} page
 * @param {...string} texts
 */
export async function enter(page, ...texts) {
  const view = await viewOf(page)
  await view.evaluate((view, texts) => {
    view.focus()
    for (const insert of texts) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert }, userEvent: 'input' })
  }, texts)
}

/** @param {import('playwright-core').Page} page @param {number} offset */
export async function putCaret(page, offset) {
  const view = await viewOf(page)
  await view.evaluate((view, anchor) => {
    view.focus()
    view.dispatch({ selection: { anchor }, scrollIntoView: true })
  }, offset)
}

/** The text and its selected part. @param {import('playwright-core').Page} page */
export async function selection(page) {
  const view = await viewOf(page)
  return view.evaluate(({ state, hasFocus }) => {
    const { from, to } = state.selection.main
    return { text: state.doc.toString(), start: from, end: to, selected: state.sliceDoc(from, to), focused: hasFocus }
  })
}

/**
 * Does something that words answer which soon go again: they are waited for from before.
 *
 * @param {import('playwright-core').Locator} words
 * @param {() => Promise<unknown>} act
 */
export async function answered(words, act) {
  await Promise.all([words.waitFor(), act()])
}

/**
 * Accepts the first completion, which has to be this one, with Enter.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} label
 * @param {{ opensNext?: boolean }} [options] whether it opens the list of the next one
 */
export async function takeCompletion(page, label, { opensNext = false } = {}) {
  const isIt = new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
  await acceptable(page, { has: page.locator('.cm-completionLabel').filter({ hasText: isIt }) })
  await page.keyboard.press('Enter')
  if (!opensNext) await page.waitForSelector('.cm-tooltip-autocomplete', { state: 'detached' })
}

/**
 * Waits until Enter accepts a completion of CodeMirror: it is the first one, and its list is neither
 * being replaced nor younger than 75 ms, for which Enter has its usual effect (`interactionDelay`),
 * so that users do not accept what they have not seen; a test is faster than a person.
 *
 * @param {import('playwright-core').Page} page
 * @param {Parameters<import('playwright-core').Locator['filter']>[0]} completion
 */
export async function acceptable(page, completion) {
  await page.locator('.cm-tooltip-autocomplete:not(.cm-tooltip-autocomplete-disabled) li:first-of-type[aria-selected=true]').filter(completion).waitFor()
  await page.waitForTimeout(200)
}

/** A datamart without a mistake. */
export function datamart(change = {}) {
  return {
    name: 'shop',
    datasourceName: 'warehouse',
    tableList: [{ name: 'orders', columns: [{ name: 'id' }, { name: 'total' }] }],
    ...change,
  }
}

/** @param {unknown} value */
export function json(value) {
  return JSON.stringify(value, null, 2)
}
