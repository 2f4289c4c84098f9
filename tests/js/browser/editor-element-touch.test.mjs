/** `<datamart-editor>` on a phone: what takes a mouse or a keyboard elsewhere is done by touch. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CATALOG, cell, EXPRESSION, HIDDEN, LABEL, openElement, valueOf } from './element.mjs'
import { focused, Person } from './person.mjs'
import { eventually, inPage } from './support.mjs'

const SHOP = {
  name: 'shop',
  datasourceName: 'shop',
  tableList: [{ name: 'orders', schemaName: 'public', columns: [{ name: 'id' }, { name: 'total' }, { name: 'tax' }, { name: 'net', isCustomColumn: true, sql: 'total - tax' }] }],
}

/** @param {string} title @param {(page: import('playwright-core').Page, person: Person) => Promise<void>} run @param {object} [value] */
const onPhone = (title, run, value = SHOP) =>
  test(title, () =>
    inPage(
      async (page) => {
        await openElement(page, { catalog: CATALOG, value })
        await page.getByRole('row', { name: 'orders', exact: true }).waitFor()
        await run(page, new Person(page, 'touch'))
      },
      { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    ),
  )

/** @param {import('playwright-core').Page} page */
const columns = async (page) => (await valueOf(page)).tableList[0].columns

onPhone('a second tap edits a cell, a tap elsewhere keeps what was typed', async (page, person) => {
  const label = cell(page, 'orders.total', LABEL)
  await person.click(label)
  await focused(label)
  await person.click(label)
  const field = page.getByRole('textbox', { name: 'Label of total' })
  await focused(field)
  await person.type('Gross')
  await person.click(cell(page, 'orders.tax', LABEL))
  await eventually(async () => assert.equal((await columns(page))[1].label, 'Gross'))
})

onPhone('a tap hides a column, and takes that back', async (page, person) => {
  const hidden = cell(page, 'orders.total', HIDDEN).getByRole('checkbox')
  await person.click(hidden)
  await eventually(async () => assert.equal((await columns(page))[1].isHide, true))
  await person.click(hidden)
  await eventually(async () => assert.notEqual((await columns(page))[1].isHide, true))
})

onPhone('a row is dragged by its grip', async (page, person) => {
  await person.drag(page.getByTitle('Move tax'), page.getByTitle('Move id'))
  await eventually(async () => assert.deepEqual((await columns(page)).map(({ name }) => name), ['tax', 'id', 'total', 'net']))
})

onPhone('a second tap on an expression leads to it in the details', async (page, person) => {
  const expression = cell(page, 'orders.net', EXPRESSION)
  await person.click(expression)
  await focused(expression)
  await person.click(expression)
  await focused(page.getByRole('textbox', { name: 'SQL expression' }))
})

onPhone(
  'an issue that was tapped is there in full where it leads, and is fixed there',
  async (page, person) => {
    await person.show('Issues')
    await person.click(page.getByRole('list', { name: 'Issues' }).getByRole('button', { name: /customer_idd/ }).first())
    const issue = page.getByRole('group', { name: 'Error' })
    const message = issue.getByText(/has no column/)
    await message.waitFor()
    assert.ok(await message.evaluate((element) => element.scrollWidth <= element.clientWidth), 'nothing of it is cut off')
    assert.ok(await page.getByRole('row', { name: 'orders.customer_idd' }).isVisible())
    await person.click(issue.getByRole('button', { name: /^Fix/ }))
    await eventually(async () => assert.equal((await columns(page))[0].name, 'customer_id'))
    await issue.waitFor({ state: 'detached' })
  },
  { name: 'shop', datasourceName: 'shop', tableList: [{ name: 'orders', schemaName: 'public', columns: [{ name: 'customer_idd' }] }] },
)
