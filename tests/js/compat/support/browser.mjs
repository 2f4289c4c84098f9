/** Opens pages in a browser and reads what their programs have written into them. */

import { after } from 'node:test'

/**
 * @typedef {object} Seen
 * @property {Record<string, string>} results what the page shows, by the ids of its `<output>` elements
 * @property {string[]} trouble errors and warnings of the console, errors that nothing has caught
 * @property {string[]} [requests] the paths that were asked for, unless only the server can tell
 * @property {number} [loads] how many times the page was loaded, unless only the server can tell
 */

/**
 * @typedef {object} Browser
 * @property {string} version
 * @property {(address: string) => Promise<Seen>} open waits until every `<output>` of the page has a text, or an error has been thrown
 * @property {() => Promise<unknown>} close
 * @property {import('selenium-webdriver').WebDriver} [session] where it is driven by WebDriver
 */

/** The browsers, by the names that the table has for them. A machine needs those alone that are asked for. */
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

after(async () => {
  for (const browser of launched.values()) await (await browser).close()
})

/** @param {string} tool @returns {tool is BrowserName} */
export function isBrowser(tool) {
  return Object.hasOwn(LAUNCH, tool)
}

/** The browser, which all tests of a file share. @param {BrowserName} name */
export function browser(name) {
  const running = launched.get(name) ?? LAUNCH[name]()
  launched.set(name, running)
  return running
}
