import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { brotliDecompressSync } from 'node:zlib'
import { launchChromium, launchProfile, watchConsole } from '../../../support/chromium.mjs'
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
  return { version: browser.version().split('.')[0], open: (address, act) => open(browser, address, act), close: () => browser.close() }
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {(page: import('playwright-core').Page) => Promise<unknown>} [act]
 */
async function open(browser, address, act) {
  const context = await browser.newContext()
  try {
    return await visit(context, address, act)
  } finally {
    await context.close()
  }
}

/**
 * A page of an extension. Only a profile of its own can have one.
 *
 * @param {string} folder with the extension
 * @param {string} file the page
 */
export async function openExtension(folder, file) {
  const profile = mkdtempSync(path.join(tmpdir(), 'datamart-validator-profile-'))
  const context = await launchProfile(profile, [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`])
  try {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: PAGE_LIMIT }))
    // A message that is sent before there is a listener is an error.
    while (!(await worker.evaluate(isListening))) await setTimeout(50)
    return await visit(context, new URL(file, worker.url()).href)
  } finally {
    await context.close()
    // Chromium may be writing there for a moment longer.
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 })
  }
}

/** Runs in the service worker. */
function isListening() {
  return chrome.runtime.onMessage.hasListeners()
}

/**
 * @param {import('playwright-core').BrowserContext} context
 * @param {string} address
 * @param {(page: import('playwright-core').Page) => Promise<unknown>} [act]
 */
async function visit(context, address, act) {
  const page = await context.newPage()
  try {
    page.setDefaultTimeout(PAGE_LIMIT)
    const seen = { results: {}, trouble: /** @type {string[]} */ ([]), requests: /** @type {string[]} */ ([]), loads: 0 }
    watchConsole(page, seen.trouble)
    const thrown = new Promise((resolve) => {
      page.on('pageerror', (error) => {
        seen.trouble.push(error.message)
        resolve(undefined)
      })
    })
    page.on('request', (request) => seen.requests.push(new URL(request.url()).pathname))
    page.on('domcontentloaded', () => seen.loads++)
    await page.goto(address)
    await Promise.race([act?.(page), thrown])
    await Promise.race([page.waitForFunction(isFilled), thrown])
    seen.results = await page.evaluate(readResults)
    return seen
  } finally {
    await page.close()
  }
}
