/** Opens a page in Chromium and reads what its programs have written into it. */

import { after } from 'node:test'
import { launchChromium } from '../../support/chromium.mjs'

/** As for commands: a page on a busy machine may take long, a page that never ends must not take for ever. */
const TIME_LIMIT = 4 * 60_000

/** @type {Promise<import('playwright-core').Browser> | undefined} */
let launched

after(async () => (await launched)?.close())

export async function browserVersion() {
  return (await (launched ??= launchChromium())).version()
}

/**
 * @typedef {object} Seen
 * @property {Record<string, string>} results what the page shows, by the ids of its `<output>` elements
 * @property {string[]} trouble errors and warnings of the console, errors that nothing has caught
 * @property {string[]} requests the paths that were asked for
 * @property {number} loads how many times the page was loaded
 */

/**
 * Waits until every `<output>` of the page has a text, or an error has been thrown.
 *
 * @param {string} address
 * @returns {Promise<Seen>}
 */
export async function openPage(address) {
  const browser = await (launched ??= launchChromium())
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(TIME_LIMIT)
    /** @type {Seen} */
    const seen = { results: {}, trouble: [], requests: [], loads: 0 }
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') seen.trouble.push(message.text())
    })
    const thrown = new Promise((resolve) => {
      page.on('pageerror', (error) => {
        seen.trouble.push(error.message)
        resolve(undefined)
      })
    })
    page.on('request', (request) => seen.requests.push(new URL(request.url()).pathname))
    page.on('domcontentloaded', () => seen.loads++)
    await page.goto(address)
    await Promise.race([page.waitForFunction(isFilled), thrown])
    seen.results = await page.$$eval('output', (all) => Object.fromEntries(all.map(({ id, textContent }) => [id, textContent])))
    return seen
  } finally {
    await context.close()
  }
}

/** Runs in the page. */
function isFilled() {
  const outputs = [...document.querySelectorAll('output')]
  return outputs.length > 0 && outputs.every(({ textContent }) => textContent)
}
