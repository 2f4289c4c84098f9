/**
 * WebKitGTK's MiniBrowser, the closest to Safari on Linux. It needs a display, which is virtual
 * here.
 */

import { spawn } from 'node:child_process'
import { launchByDriver } from './webdriver.mjs'

/** @returns {Promise<import('../browser.mjs').Browser>} */
export async function launch() {
  const display = await startDisplay()
  try {
    const browser = await launchByDriver(process.env.WEBKIT_DRIVER ?? '', { browserName: 'MiniBrowser' }, { DISPLAY: display.name, GDK_BACKEND: 'x11' })
    // 2.50.6: the middle number is the release, the last one a patch.
    const version = browser.version.split('.').slice(0, 2).join('.')
    const close = async () => {
      await browser.close().finally(display.stop)
    }
    return { ...browser, version, close }
  } catch (error) {
    display.stop()
    throw error
  }
}

/** Xvfb picks a free number and reports it when the display is ready. */
async function startDisplay() {
  const child = spawn(process.env.XVFB ?? '', ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  })
  const stop = () => child.kill()
  process.once('exit', stop)
  const number = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)))
    child.stdio[3]?.once('data', (text) => resolve(String(text).trim()))
  })
  return { name: `:${number}`, stop }
}
