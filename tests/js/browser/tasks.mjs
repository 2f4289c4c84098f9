/** What the tests of tasks share: a catalog, a datamart, and each way to do a task. */

import { test } from 'node:test'
import { Person } from './person.mjs'
import { inPage } from './support.mjs'

/** @typedef {import('playwright-core').Page} Page */

/** @param {string} name @param {string} list @param {string} dataType */
const table = (name, list, dataType = 'text') => ({
  name,
  schema: 'public',
  columns: list.split(' ').map((column) => ({ name: column, dataType: /(^|_)id$/.test(column) ? 'integer' : /total|tax|price|quantity/.test(column) ? 'numeric' : dataType })),
})

/** A catalog with more than a datamart needs. */
export const CATALOG = {
  datasourceName: 'shop',
  tables: [
    table('customers', 'id tenant_id name email country phone fax notes'),
    table('orders', 'id tenant_id customer_id total tax currency remarks'),
    table('order_items', 'order_id tenant_id product quantity unit_price discount_code'),
    table('audit_log', 'id actor action details'),
    table('tenants', 'id name'),
  ],
}

/** A datamart that CATALOG knows. */
export const SHOP = {
  name: 'shop',
  datasourceName: 'shop',
  tableList: [{ name: 'orders', schemaName: 'public', columns: [{ name: 'id' }, { name: 'total' }, { name: 'tax' }] }],
}

/** What the tasks use, by roles and names. @param {Page} page */
export const at = (page) => ({
  /** @param {string} name */
  button: (name) => page.getByRole('button', { name, exact: true }),
  /** @param {string} name */
  tab: (name) => page.getByRole('tab', { name, exact: true }),
  /** @param {string} name */
  check: (name) => page.getByRole('group', { name: 'Catalog' }).getByRole('checkbox', { name, exact: true }),
  name: page.getByRole('textbox', { name: 'Datamart name' }),
  expression: page.getByRole('textbox', { name: 'SQL expression' }),
  /** @param {string} row */
  cell: (row) => page.getByRole('row', { name: row, exact: true }).getByRole('gridcell').first(),
  valid: page.getByRole('button', { name: 'Valid' }),
})

/**
 * A test of a task for each of the ways to do it.
 *
 * @param {string} task
 * @param {Parameters<Person['finish']>[1]} most
 * @param {(page: Page, person: Person) => Promise<void>} run
 * @param {{ ways?: readonly import('./person.mjs').Way[], permissions?: string[] }} [options]
 */
export function taskTest(task, most, run, { ways = ['mouse', 'keyboard', 'touch'], ...options } = {}) {
  for (const by of ways) {
    test(`${task}, by ${by}`, (test) =>
      inPage(
        async (page) => {
          const person = new Person(page, by)
          await run(page, person)
          person.finish(test, most)
        },
        by === 'touch' ? { ...options, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } : options,
      ))
  }
}
