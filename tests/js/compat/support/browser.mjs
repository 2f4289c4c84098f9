/** Opens pages in a browser and reads the output of their programs. */

import { after } from 'node:test'

/**
 * @typedef {object} Seen
 * @property {Record<string, string>} results what the page shows, by the ids of its `<output>`
 * elements
 * @property {string[]} trouble console errors and warnings, and uncaught errors
 * @property {string[]} [requests] the requested paths, unless only the server knows them
 * @property {number} [loads] how often the page was loaded, unless only the server knows it
 */

/**
 * @typedef {object} Browser
 * @property {string} version
 * @property {(address: string, act?: (page: import('playwright-core').Page) => Promise<unknown>) => Promise<Seen>} open
 * uses the page by `act` (Chromium only), and waits until every `<output>` of it has a text, or an
 * error has been thrown
 * @property {() => Promise<unknown>} close
 * @property {import('selenium-webdriver').WebDriver} [session] if it is driven by WebDriver
 */

/** The browsers, by their names in the table. Only the requested ones must be installed. */
const LAUNCH = {
  Chromium: async () => (await import('./browsers/chromium.mjs')).launch(),
  'chromium-92': async () => (await import('./browsers/chromium.mjs')).launchPackaged('chromium-92'),
  'chromium-103': async () => (await import('./browsers/chromium.mjs')).launchPackaged('chromium-103'),
  'chromium-114': async () => (await import('./browsers/chromium.mjs')).launchPackaged('chromium-114'),
  Firefox: async () => (await import('./browsers/firefox.mjs')).launch(),
  WebKitGTK: async () => (await import('./browsers/webkitgtk.mjs')).launch(),
}

/** @typedef {keyof typeof LAUNCH} BrowserName */

/** @type {Map<BrowserName, Promise<Browser>>} */
const launched = new Map()

after(closeBrowsers)

/** Closes the browsers, also those whose state is unknown after a failure. */
export async function closeBrowsers() {
  const running = [...launched.values()]
  launched.clear()
  await Promise.allSettled(running.map(async (browser) => (await browser).close()))
}

/** @param {string} tool @returns {tool is BrowserName} */
export function isBrowser(tool) {
  return Object.hasOwn(LAUNCH, tool)
}

/** The browser, shared by all tests of a file up to one that fails. @param {BrowserName} name */
export function browser(name) {
  const running = launched.get(name) ?? LAUNCH[name]()
  launched.set(name, running)
  return running
}
