/** The element `<datamart-editor>` in a page of its own, found by roles and accessible names. */

import { readFileSync } from 'node:fs'
import { SITE } from './support.mjs'

/** @typedef {import('playwright-core').Page} Page */

export const CATALOG = {
  datasourceName: 'shop',
  tables: [
    { name: 'customers', schema: 'public', columns: columns('id integer, tenant_id integer, name text, email text, created_at timestamp') },
    { name: 'orders', schema: 'public', columns: columns('id integer, tenant_id integer, customer_id integer, total numeric, tax numeric, placed_at timestamp') },
    { name: 'order_items', schema: 'public', columns: columns('order_id integer, product_id integer, quantity integer, unit_price numeric') },
  ],
}

/** @param {string} list */
function columns(list) {
  return list.split(', ').map((column) => {
    const [name, dataType] = column.split(' ')
    return { name, dataType }
  })
}

/**
 * Opens a page with one empty editor, and sets its properties.
 *
 * @param {Page} page
 * @param {Record<string, unknown>} [properties]
 */
export async function openElement(page, properties = {}) {
  await page.goto(`${SITE}#blank`)
  await page.waitForSelector('html[data-ready]')
  await set(page, properties)
  return page.locator('datamart-editor')
}

/** @param {Page} page @param {Record<string, unknown>} properties */
export function set(page, properties) {
  return page.locator('datamart-editor').evaluate((editor, properties) => void Object.assign(editor, properties), properties)
}

/** @param {Page} page @returns {Promise<string>} */
export function textOf(page) {
  return page.locator('datamart-editor').evaluate((editor) => /** @type {any} */ (editor).value)
}

/** @param {Page} page */
export async function valueOf(page) {
  return JSON.parse(await textOf(page))
}

/** A cell of the grid. @param {Page} page @param {string} row `table` or `table.column` @param {number} column */
export function cell(page, row, column) {
  return page.getByRole('row', { name: row, exact: true }).getByRole('gridcell').nth(column)
}

/** The columns of the grid. */
export const [NAME, TYPE, LABEL, ALIAS, HIDDEN, TIME_ZONE, EXPRESSION] = [0, 1, 2, 3, 4, 5, 6]

/** A file of the site. @param {string} name */
export function sample(name) {
  return readFileSync(`${process.env.SITE_DIR}/samples/${name}`, 'utf8')
}
