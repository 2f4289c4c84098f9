import { launchChromium } from '../../../support/chromium.mjs'
import { isFilled, PAGE_LIMIT, readResults } from './page.mjs'

/** @returns {Promise<import('../browser.mjs').Browser>} */
export async function launch() {
  const browser = await launchChromium()
  return { version: browser.version().split('.')[0], open: (address) => open(browser, address), close: () => browser.close() }
}

/** @param {import('playwright-core').Browser} browser @param {string} address */
async function open(browser, address) {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    page.setDefaultTimeout(PAGE_LIMIT)
    const seen = { results: {}, trouble: /** @type {string[]} */ ([]), requests: /** @type {string[]} */ ([]), loads: 0 }
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
    seen.results = await page.evaluate(readResults)
    return seen
  } finally {
    await context.close()
  }
}
