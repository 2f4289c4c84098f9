// The editor's page in headless Chromium, filled with large or small documents.

import { launchChromium } from '../../tests/js/support/chromium.mjs'
import { generateDatamart as datamart } from '../bench/generate.mjs'

export const SITE = process.env.SITE_URL ?? ''

/** A datamart of about 500 KB, as text. */
export function largeText() {
  return `${JSON.stringify(datamart(100, 50), null, 2)}\n`
}

/** A catalog with the tables of a datamart, and more of the same until there are enough. @param {number} tables @param {number} columns */
export function catalog(tables, columns) {
  return {
    tables: datamart(tables, columns).tableList.map(({ name, schemaName, columns }) => ({
      name,
      schema: schemaName,
      columns: columns.filter(({ isCustomColumn }) => !isCustomColumn).map(({ name }) => ({ name, dataType: 'text' })),
    })),
  }
}

/**
 * @param {import('playwright-core').BrowserContextOptions} options
 * @param {(page: import('playwright-core').Page) => Promise<void>} use
 */
export async function withPage(options, use) {
  const browser = await launchChromium()
  try {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    page.on('pageerror', (error) => {
      throw error
    })
    await page.goto(`${SITE}#blank`)
    await page.waitForSelector('html[data-ready]')
    await use(page)
  } finally {
    await browser.close()
  }
}

/** @param {import('playwright-core').Page} page @param {Record<string, unknown>} properties */
export async function set(page, properties) {
  await page.locator('datamart-editor').evaluate((editor, properties) => void Object.assign(editor, properties), properties)
}

/** Until nothing is being checked or drawn. @param {import('playwright-core').Page} page */
export async function settled(page) {
  await page.waitForFunction(() => {
    const { textContent } = document.querySelector('datamart-editor').shadowRoot.querySelector('.counter')
    return !/…$/.test(textContent)
  })
  await page.evaluate(() => new Promise((done) => requestIdleCallback(() => requestAnimationFrame(done), { timeout: 2000 })))
}
