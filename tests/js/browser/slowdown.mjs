/**
 * A slow machine: `BROWSER_SLOWDOWN=6` makes the main thread of each page so many times slower, and
 * `BROWSER_DELAY=300` delays each message of a worker and each response by so many milliseconds. One
 * without the other turns the order of what happens at once around.
 */

import process from 'node:process'
import { setTimeout } from 'node:timers/promises'

const [rate, delay] = [process.env.BROWSER_SLOWDOWN, process.env.BROWSER_DELAY].map((given) => Number(given ?? 0))

/** Slows the pages of a context down that are opened from now on. @param {import('playwright-core').BrowserContext} context */
export async function slowDown(context) {
  if (delay > 0) {
    await context.addInitScript(delayWorkers, delay)
    // The page may have given it up.
    await context.route('**', (route) => setTimeout(delay).then(() => route.continue()).catch(() => undefined))
  }
  if (rate > 0) context.on('page', (page) => void throttle(page).catch(() => undefined))
}

/** @param {import('playwright-core').Page} page which may be closed at once */
async function throttle(page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
}

/** Runs in each page. @param {number} delay */
function delayWorkers(delay) {
  globalThis.Worker = class extends Worker {
    #isEnded = false

    constructor(/** @type {[string | URL, WorkerOptions?]} */ ...given) {
      super(...given)
      this.addEventListener('message', (event) => {
        if (!event.isTrusted) return
        event.stopImmediatePropagation()
        setTimeout(() => this.#isEnded || this.dispatchEvent(new MessageEvent('message', { data: event.data })), delay)
      })
    }

    terminate() {
      this.#isEnded = true
      super.terminate()
    }
  }
}
