/**
 * Browsers driven by W3C WebDriver, each with its own driver. Their pages begin with `watch.js`.
 */

import { openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import selenium from 'selenium-webdriver'
import { Executor, HttpClient } from 'selenium-webdriver/http/index.js'
import { DriverService } from 'selenium-webdriver/remote/index.js'
import { isFilled, PAGE_LIMIT, readResults } from './page.mjs'

/** Far more than a browser takes to start on a slow, busy machine. */
const START_LIMIT = 2 * 60_000

/**
 * @param {string} executable the driver's
 * @param {Record<string, unknown>} capabilities
 * @param {Record<string, string>} [variables] added to the environment of driver and browser
 */
export async function launchByDriver(executable, capabilities, variables) {
  // Drivers and browsers log a lot, which helps only if they do not start.
  const log = path.join(process.env.PACKAGE_DIR ?? '', `${path.basename(executable)}.log`)
  const service = new DriverService.Builder(executable)
    .setLoopback(true)
    .setEnvironment({ ...process.env, ...variables })
    .setStdio(['ignore', 'ignore', openSync(log, 'w')])
    .build()
  try {
    const address = await service.start(START_LIMIT)
    const session = selenium.WebDriver.createSession(new Executor(new HttpClient(address)), new selenium.Capabilities(capabilities))
    await session.manage().setTimeouts({ pageLoad: PAGE_LIMIT, script: PAGE_LIMIT })
    const version = (await session.getCapabilities()).getBrowserVersion() ?? ''
    return {
      version,
      /** @param {string} page */
      open: (page) => open(session, page),
      session,
      close: async () => {
        try {
          await session.quit()
        } finally {
          await service.kill()
        }
      },
    }
  } catch (cause) {
    await service.kill()
    throw new Error(`${executable} starts no browser: ${cause}\n${readFileSync(log, 'utf8')}`, { cause })
  }
}

/** @param {selenium.WebDriver} session @param {string} address @returns {Promise<import('../browser.mjs').Seen>} */
async function open(session, address) {
  await session.get(address)
  await session.wait(async () => (await session.executeScript(isFilled)) || (await session.executeScript('return isStopped')), PAGE_LIMIT)
  return { results: await session.executeScript(readResults), trouble: await session.executeScript('return trouble') }
}
