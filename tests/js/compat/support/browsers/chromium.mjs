import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { launchChromium } from '../../../support/chromium.mjs'
import { isFilled, PAGE_LIMIT, readResults } from './page.mjs'

/**
 * An older version, from an npm package that contains one for Linux on x64, compressed.
 *
 * @param {string} name of the package
 */
export async function launchPackaged(name) {
  const require = createRequire(path.join(process.env.PACKAGE_DIR ?? '', 'package.json'))
  const folder = path.dirname(require.resolve(`${name}/package.json`))
  const executable = path.join(folder, 'chromium')
  if (!existsSync(executable)) {
    // Renamed only when it is complete.
    const partial = `${executable}.${process.pid}`
    writeFileSync(partial, brotliDecompressSync(readFileSync(path.join(folder, 'bin/chromium.br'))), { mode: 0o755 })
    renameSync(partial, executable)
  }
  return launch(executable)
}

/**
 * @param {string} [executable]
 * @returns {Promise<import('../browser.mjs').Browser>}
 */
export async function launch(executable) {
  const browser = await launchChromium(executable)
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
