import { launchByDriver } from './webdriver.mjs'

/** @returns {Promise<import('../browser.mjs').Browser>} */
export async function launch() {
  const browser = await launchByDriver('geckodriver', {
    browserName: 'firefox',
    'moz:firefoxOptions': { binary: process.env.FIREFOX, args: ['-headless'] },
  })
  return { ...browser, version: browser.version.split('.')[0] }
}
