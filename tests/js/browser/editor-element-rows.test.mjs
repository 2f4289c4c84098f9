/** `<datamart-editor>`: rows of the grid are selected one by one or in ranges, changed together, and moved. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAccessible } from './axe.mjs'
import { cell, HIDDEN, LABEL, NAME, openElement, set, TIME_ZONE, valueOf } from './element.mjs'
import { eventually, inPage } from './support.mjs'

/** @typedef {import('playwright-core').Page} Page */

const NAMES = ['id', 'total', 'tax', 'fee', 'note']
const SHOP = {
  name: 'shop',
  datasourceName: 'shop',
  tableList: [
    { name: 'orders', columns: NAMES.map((name) => ({ name })) },
    { name: 'items', columns: [{ name: 'order_id' }, { name: 'price' }] },
  ],
}

/** What is selected. @param {Page} page */
const selected = (page) => page.getByRole('row', { selected: true }).evaluateAll((rows) => rows.map(({ ariaLabel }) => ariaLabel?.replace('orders.', '')))

/** The names of the columns of the first table. @param {Page} page @param {(column: any) => boolean} [which] */
const columns = async (page, which = () => true) => (await valueOf(page)).tableList[0].columns.filter(which).map(({ name }) => name)

test('several columns are changed at once: with Shift, by pasting cells of a spreadsheet', () =>
  inPage(async (page) => {
    await openElement(page, { value: { name: 'shop', datasourceName: 'shop', tableList: [{ name: 'orders', columns: [{ name: 'id' }, { name: 'total' }, { name: 'tax' }] }] } })
    await cell(page, 'orders.id', NAME).click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.getByRole('toolbar').getByRole('button', { name: 'Hide' }).click()
    assert.deepEqual((await valueOf(page)).tableList[0].columns, [{ name: 'id', isHide: true }, { name: 'total', isHide: true }, { name: 'tax' }])
    await page.getByRole('button', { name: 'Undo' }).click()
    assert.deepEqual((await valueOf(page)).tableList[0].columns, [{ name: 'id' }, { name: 'total' }, { name: 'tax' }])
    await cell(page, 'orders.total', NAME).click()
    await page.locator('datamart-editor').evaluate((editor) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', 'total\tSum\r\ntax\t"a ""b"""\r\nfee\tFee\r\n')
      editor.shadowRoot.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    assert.deepEqual((await valueOf(page)).tableList[0].columns, [{ name: 'id' }, { name: 'total', label: 'Sum' }, { name: 'tax', label: 'a "b"' }, { name: 'fee', label: 'Fee' }])
    await page.getByRole('button', { name: 'Undo' }).click()
    assert.equal((await valueOf(page)).tableList[0].columns.length, 3)
  }))

test('rows are moved by keys and by dragging', () =>
  inPage(async (page) => {
    await openElement(page, { value: { name: 'shop', datasourceName: 'shop', tableList: [{ name: 'orders', columns: [{ name: 'id' }, { name: 'total' }, { name: 'tax' }] }] } })
    const order = async () => (await valueOf(page)).tableList[0].columns.map(({ name }) => name)
    await cell(page, 'orders.tax', NAME).click()
    await page.keyboard.press('Alt+ArrowUp')
    await page.keyboard.press('Alt+ArrowUp')
    assert.deepEqual(await order(), ['tax', 'id', 'total'])
    const grip = await page.getByRole('row', { name: 'orders.tax' }).getByTitle('Move tax').boundingBox()
    const target = await page.getByRole('row', { name: 'orders.total' }).boundingBox()
    await page.mouse.move(grip.x + 5, grip.y + 8)
    await page.mouse.down()
    await page.mouse.move(grip.x + 5, target.y + 14, { steps: 4 })
    await page.mouse.up()
    assert.deepEqual(await order(), ['id', 'total', 'tax'])
  }))

for (const [way, begin, toggle] of /** @type {[string, (page: Page) => Promise<void>, (page: Page, name: string) => Promise<void>][]} */ ([
  ['mouse', (page) => cell(page, 'orders.id', NAME).click(), (page, name) => cell(page, `orders.${name}`, NAME).click({ modifiers: ['ControlOrMeta'] })],
  [
    'keyboard',
    (page) => cell(page, 'orders.id', NAME).click(),
    async (page, name) => {
      const at = await page.getByRole('row', { name: /^orders[.]/ }).evaluateAll((rows) => rows.findIndex((row) => row.matches(':focus-within')))
      const steps = NAMES.indexOf(name) - at
      for (let step = 0; step < Math.abs(steps); step++) await page.keyboard.press(steps > 0 ? 'Control+ArrowDown' : 'Control+ArrowUp')
      await page.keyboard.press('Space')
    },
  ],
])) {
  test(`columns are selected and deselected one by one, and changed together: ${way}`, () =>
    inPage(async (page) => {
      await openElement(page, { value: SHOP })
      await begin(page)
      await toggle(page, 'tax')
      await toggle(page, 'note')
      assert.deepEqual(await selected(page), ['id', 'tax', 'note'])
      await page.getByRole('toolbar', { name: '3 columns selected' }).getByRole('button', { name: 'Hide' }).click()
      assert.deepEqual(await columns(page, ({ isHide }) => isHide), ['id', 'tax', 'note'])
      await cell(page, 'orders.tax', HIDDEN).getByRole('checkbox').click()
      assert.deepEqual(await columns(page, ({ isHide }) => isHide), [])

      await begin(page)
      await toggle(page, 'tax')
      await toggle(page, 'id')
      assert.deepEqual(await selected(page), ['tax'])
      // The last one stays selected: what has the focus is shown in the details.
      await toggle(page, 'tax')
      assert.deepEqual(await selected(page), ['tax'])
      // A range goes from the one that was chosen last.
      await page.keyboard.press('Shift+ArrowUp')
      await toggle(page, 'note')
      assert.deepEqual(await selected(page), ['total', 'tax', 'note'])
      await page.keyboard.press('Delete')
      assert.deepEqual(await columns(page), ['id', 'fee'])
      await page.getByRole('status').getByText('total, tax, note removed').waitFor({ state: 'attached' })
      // What came after them is not selected with it, so that a second press removes one.
      assert.deepEqual(await selected(page), ['fee'])
      await page.getByRole('button', { name: 'Undo' }).click()
      assert.deepEqual(await columns(page), NAMES)
    }))
}

test('what is selected together belongs to one table, and a selection that is not extended begins anew', () =>
  inPage(async (page) => {
    await openElement(page, { value: SHOP })
    await cell(page, 'orders.id', NAME).click()
    await cell(page, 'orders.tax', NAME).click({ modifiers: ['ControlOrMeta'] })
    await cell(page, 'items.price', NAME).click({ modifiers: ['ControlOrMeta'] })
    assert.deepEqual(await selected(page), ['items.price'])
    await page.keyboard.press('Control+ArrowUp')
    await page.keyboard.press('Space')
    // Above it is the table itself.
    for (let press = 0; press < 3; press++) await page.keyboard.press('Control+ArrowUp')
    await page.keyboard.press('Space')
    assert.deepEqual(await selected(page), ['items.price'])
    await cell(page, 'orders.fee', NAME).click()
    assert.deepEqual(await selected(page), ['fee'])
    await cell(page, 'orders', NAME).click({ modifiers: ['ControlOrMeta'] })
    assert.deepEqual(await selected(page), ['orders'])
    // At a check mark, Space is for the mark.
    await cell(page, 'orders.fee', NAME).click()
    for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
    assert.deepEqual(await columns(page, ({ isHide }) => isHide), ['fee'])
    await page.keyboard.press('Home')
    await set(page, { readOnly: true })
    await page.getByText('Read-only').waitFor()
    await page.keyboard.press('Control+ArrowUp')
    await page.keyboard.press('Space')
    assert.deepEqual(await selected(page), ['tax', 'fee'])
    await page.keyboard.press('Delete')
    await eventually(async () => assert.deepEqual(await columns(page), NAMES))
    assert.equal(await page.getByText(/ removed$/).count(), 0)
  }))

test('where the grid is wider than its pane, the name stays, and the cell with the focus comes into view', () =>
  inPage(
    async (page) => {
      await openElement(page, { value: SHOP })
      const grid = page.getByRole('treegrid')
      const edges = async (/** @type {import('playwright-core').Locator} */ place) => {
        const { x, width } = /** @type {{ x: number, width: number }} */ (await place.boundingBox())
        return { start: x, end: x + width }
      }
      await cell(page, 'orders.tax', NAME).click()
      const before = await edges(cell(page, 'orders.tax', NAME))
      for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight')
      await eventually(async () => assert.ok((await edges(cell(page, 'orders.tax', TIME_ZONE))).end <= (await edges(grid)).end + 1))
      assert.deepEqual(await edges(cell(page, 'orders.tax', NAME)), before)
      // Neither the way back leads behind the name.
      for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowLeft')
      await eventually(async () => assert.ok((await edges(cell(page, 'orders.tax', LABEL))).start >= before.end - 1))
      await assertAccessible(page, 'a grid that is wider than its pane', ['light', 'dark'])
    },
    { viewport: { width: 768, height: 1024 } },
  ))
