/**
 * A site of its own in front of a stand-in of the API, for tests of what the editor opens and sends:
 * the page, the gateway and the API are those of the demo, each over HTTP. It sets the address of the
 * site, so `support.mjs` must not be imported before.
 */

import process from 'node:process'
import { after } from 'node:test'
import { packageOf } from '../readme.mjs'
import { startStandIn } from '../support/stand-in-api/index.mjs'
import { startServer } from './site-server.mjs'

/** @typedef {import('playwright-core').Page} Page */

export const TABLES = [
  { name: 'customers', schema: 'public', columns: columns('id integer, tenant_id integer, name text, email text') },
  { name: 'orders', schema: 'public', columns: columns('id integer, tenant_id integer, customer_id integer, total numeric') },
]

/** @param {string} list */
function columns(list) {
  return list.split(', ').map((column) => {
    const [name, dataType] = column.split(' ')
    return { name, dataType }
  })
}

/** A datamart that is valid. @param {string} name @param {Record<string, unknown>} [change] */
export function stored(name, change = {}) {
  return {
    name,
    datasourceName: 'shop',
    tableList: [
      { name: 'customers', schemaName: 'public', columns: [{ name: 'id' }, { name: 'name', label: 'Name' }] },
      { name: 'orders', schemaName: 'public', columns: [{ name: 'id' }, { name: 'customer_id' }, { name: 'total' }] },
    ],
    ...change,
  }
}

/** Starts the site, and returns what tests of it use. */
export async function startSite() {
  const api = await startStandIn({ datasources: { shop: { tables: TABLES }, archive: { isDisabled: true, tables: [] } } })
  const args = [process.env.SITE_DIR ?? '', packageOf(process.env.PACKAGE_DIR), '0']
  const { address, stop } = await startServer(args, { DATABRAIN_SERVICE_TOKEN: api.token, DATABRAIN_API_URL: api.url })
  after(async () => {
    await stop()
    await api.close()
  })
  process.env.SITE_URL = address
  const [support, element] = [await import('./support.mjs'), await import('./element.mjs')]
  const { SITE } = support
  const { cell } = element

  /**
   * Opens the editor alone, with a client of the gateway.
   *
   * @param {Page} page
   * @param {...object} datamarts of the account
   */
  async function openPage(page, ...datamarts) {
    api.reset()
    for (const datamart of datamarts) api.store.create(datamart)
    api.store.writes.length = 0
    await page.goto(`${SITE}#blank`)
    await page.waitForSelector('html[data-ready]')
    await page.evaluate(async () => {
      const { createClient } = await import('datamart-validator/client')
      const editor = document.querySelector('datamart-editor')
      window.sent = []
      editor.addEventListener('sent', ({ detail }) => window.sent.push(detail))
      editor.options = { datasourceType: 'postgres' }
      editor.client = createClient({ baseUrl: '/api/databrain' })
    })
    await primary(page, 'Create').waitFor()
  }

  /** @param {Page} page @param {string} name */
  const primary = (page, name) => page.getByRole('button', { name, exact: true })

  /** @param {Page} page */
  const dialog = (page) => page.getByRole('dialog', { name: 'Open a datamart' })

  /** @param {Page} page @param {string} name */
  async function open(page, name) {
    await page.getByRole('button', { name: 'Open…' }).click()
    await dialog(page).getByRole('button', { name: new RegExp(`^${name} `) }).click()
    await primary(page, 'Update').waitFor()
    // With the datasource's catalog.
    await page.getByRole('checkbox', { name: 'orders', exact: true }).waitFor()
  }

  /** @param {Page} page @param {string} row @param {number} column @param {string} text */
  async function write(page, row, column, text) {
    await page.getByRole('tab', { name: 'Tables' }).click()
    await cell(page, row, column).click()
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
    await cell(page, row, column).getByText(text).waitFor()
  }

  /** @param {Page} page */
  const sent = (page) => page.evaluate(() => window.sent.map(({ operation, outcome }) => `${operation} ${outcome}`))

  /** Presses the button, looks at the changes, and confirms. @param {Page} page */
  async function update(page) {
    await primary(page, 'Update').click()
    await primary(page, 'Update now').click()
  }

  return { api, ...support, ...element, openPage, primary, dialog, open, write, sent, update }
}
