/** Starts Chromium for all tests, and watches its pages; `cargo xtask` passes the executable in CHROMIUM. */

import { chromium } from 'playwright-core'

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** @param {string} [executable] another one */
export function launchChromium(executable = process.env.CHROMIUM) {
  // This may take long on a busy machine.
  return chromium.launch({ executablePath: executable, args: ARGUMENTS, timeout: 120_000 })
}

/**
 * With a profile, and with the extensions that it names.
 *
 * @param {string} profile a folder
 * @param {readonly string[]} extensions
 */
export function launchProfile(profile, extensions) {
  const args = [...ARGUMENTS, ...extensions]
  return chromium.launchPersistentContext(profile, { executablePath: process.env.CHROMIUM, args, ignoreDefaultArgs: ['--disable-extensions'], timeout: 120_000 })
}

/**
 * Adds the errors and warnings in the console of a page to a list.
 *
 * @param {import('playwright-core').Page} page
 * @param {string[]} trouble
 */
export function watchConsole(page, trouble) {
  page.on('console', (message) => {
    // Chromium asks for an icon, sooner or later, on behalf of a page that names none.
    if (message.location().url.endsWith('/favicon.ico')) return
    if (message.type() === 'error' || message.type() === 'warning') trouble.push(message.text())
  })
}
