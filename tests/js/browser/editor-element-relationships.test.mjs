/** `<datamart-editor>`: joins as a list, and those that names and types suggest. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAccessible } from './axe.mjs'
import { CATALOG, openElement, set, textOf, valueOf } from './element.mjs'
import { eventually, inPage } from './support.mjs'

/** Written by hand: nothing of it may be reformatted. */
const TEXT = `{ "name": "sh\\u006fp", "datasourceName": "shop",
  "tableList": [
    {"name":"customers", "schemaName": "public", "columns": [{"name":"id"}]},
    {"name":"orders", "schemaName": "public", "columns": [ { "name":"id" } , {"name":"customer_id"}, {"name":"double","isCustomColumn":true,"sql":"total * 2"} ]},
    {"name":"order_items", "schemaName": "public", "columns": [{"name":"order_id"}]}
  ],
  "relationships": [
    { "parentTableName":"customers","parentColumnName":"id", "childTableName":"orders", "childColumnName":"customer_id",
      "relationshipName":"buys",   "cardinality":"OneToMany" }
  ]
}
`

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page @param {unknown} value @param {Record<string, unknown>} [properties] */
async function openList(page, value, properties = { catalog: CATALOG, options: { datasourceType: 'postgres' } }) {
  await openElement(page, { ...properties, value })
  await page.getByRole('tab', { name: 'Relationships' }).click()
  await page.getByRole('region', { name: 'Relationships' }).waitFor()
}

/** A field of a relationship. @param {Page} page @param {string} field @param {string} [name] */
function field(page, field, name = 'buys') {
  return page.getByRole('combobox', { name: `${field} of ${name}`, exact: true })
}

/** Chooses from a list, as someone who reaches it first. @param {import('playwright-core').Locator} list @param {string} value */
async function choose(list, value) {
  await list.focus()
  await list.selectOption(value)
}

/** @param {Page} page */
const undo = (page) => page.getByRole('button', { name: 'Undo' }).click()

test('each field of a relationship changes that field alone, and is one step of undo', () =>
  inPage(async (page) => {
    await openList(page, TEXT)
    await choose(field(page, 'Child table'), 'order_items')
    assert.equal(await textOf(page), TEXT.replace('"childTableName":"orders"', '"childTableName":"order_items"'))
    await undo(page)
    await choose(field(page, 'Cardinality'), 'ManyToOne')
    assert.equal(await textOf(page), TEXT.replace('OneToMany', 'ManyToOne'))
    await choose(field(page, 'Cardinality'), '')
    assert.equal('cardinality' in (await valueOf(page)).relationships[0], false)
    await undo(page)
    await undo(page)
    await choose(field(page, 'Join'), 'LEFT JOIN')
    assert.equal((await valueOf(page)).relationships[0].join, 'LEFT JOIN')
    await undo(page)
    await page.getByRole('textbox', { name: 'Name of buys' }).fill('orders_to_customers')
    await page.keyboard.press('Enter')
    assert.equal(await textOf(page), TEXT.replace('buys', 'orders_to_customers'))
    await undo(page)
    assert.equal(await textOf(page), TEXT)
    assert.ok(await page.getByRole('button', { name: 'Undo' }).isDisabled())
  }))

test('the columns to choose are those of the chosen table with their types, listed or in the catalog, but no custom ones', () =>
  inPage(async (page) => {
    await openList(page, TEXT)
    const column = field(page, 'Child column')
    await column.focus()
    assert.deepEqual(await column.getByRole('option').allTextContents(), ['id · integer', 'customer_id · integer', 'tenant_id · integer', 'total · numeric', 'tax · numeric', 'placed_at · timestamp'])
    await choose(field(page, 'Child table'), 'order_items')
    await column.focus()
    // What the datamart says is shown, although the table has no such column.
    assert.equal(await column.inputValue(), 'customer_id')
    assert.deepEqual((await column.getByRole('option').allTextContents()).slice(0, 2), ['customer_id', 'order_id · integer'])
  }))

test('two columns are joined by picking them in two fields, by keys alone', () =>
  inPage(async (page) => {
    await openList(page, TEXT)
    await page.getByRole('combobox', { name: 'Parent column', exact: true }).focus()
    await page.keyboard.type('orders.id')
    await page.keyboard.press('Tab')
    await page.keyboard.type('order_items.order_id')
    await page.keyboard.press('Enter')
    const { relationships } = await valueOf(page)
    assert.deepEqual(relationships[1], { parentTableName: 'orders', parentColumnName: 'id', childTableName: 'order_items', childColumnName: 'order_id', relationshipName: 'order_items_to_orders' })
    assert.ok(await page.getByRole('group', { name: 'order_items_to_orders' }).isVisible())
    await page.keyboard.press('Control+z')
    assert.equal(await textOf(page), TEXT)
  }))

test('what cannot be joined says why, and changes nothing', () =>
  inPage(async (page) => {
    await openList(page, TEXT)
    const add = page.getByRole('group', { name: 'Join', exact: true })
    const [parent, child] = ['Parent column', 'Child column'].map((name) => add.getByRole('combobox', { name }))
    for (const [from, to, problem] of [
      ['', '', 'Pick a column in both fields'],
      ['orders.id', '', 'Pick a column in both fields'],
      ['orders.nowhere', 'customers.id', '“orders.nowhere” is not a column of this datamart’s tables'],
      ['orders.customer_id', 'customers.id', 'These columns are joined already'],
    ]) {
      await parent.fill(from)
      await child.fill(to)
      await add.getByRole('button', { name: 'Join' }).click()
      assert.equal(await add.getByRole('alert').textContent(), problem)
    }
    assert.equal(await textOf(page), TEXT)
  }))

test('a relationship is removed, and the list with the last one', () =>
  inPage(async (page) => {
    await openList(page, TEXT)
    await page.getByRole('button', { name: 'Remove buys' }).click()
    assert.equal('relationships' in (await valueOf(page)), false)
    assert.ok(await page.getByText('No tables are joined yet.').isVisible())
    await undo(page)
    assert.equal(await textOf(page), TEXT)
  }))

test('suggested joins are added one by one, or all confident ones in one step', () =>
  inPage(async (page) => {
    const { relationships, ...bare } = JSON.parse(TEXT)
    await openList(page, bare)
    const before = await textOf(page)
    const all = page.getByRole('button', { name: 'Add all 2 confident ones' })
    await all.click()
    const { relationships: added } = await valueOf(page)
    assert.deepEqual(
      added.map(({ parentTableName, parentColumnName, childTableName, childColumnName }) => `${childTableName}.${childColumnName} ${parentTableName}.${parentColumnName}`),
      ['orders.customer_id customers.id', 'order_items.order_id orders.id'],
    )
    await undo(page)
    assert.equal(await textOf(page), before)
    await page.getByRole('button', { name: 'Add orders_to_customers' }).click()
    assert.deepEqual((await valueOf(page)).relationships, [added[0]])
    // What is joined is not suggested again.
    await eventually(async () => assert.deepEqual(await page.getByRole('button', { name: /^Add .*_to_/ }).allTextContents(), ['Add']))
    await page.getByRole('button', { name: 'Add order_items_to_orders' }).click()
    assert.deepEqual((await valueOf(page)).relationships, added)
  }))

test('where nothing is joined, what can be joined comes first, and stays there', () =>
  inPage(async (page) => {
    const { relationships, ...unjoined } = JSON.parse(TEXT)
    await openList(page, unjoined)
    const sections = page.getByRole('tabpanel').getByRole('region')
    const names = () => sections.evaluateAll((all) => all.map((section) => section.ariaLabel))
    assert.deepEqual(await names(), ['Suggested joins', 'Relationships'])
    await page.getByRole('region', { name: 'Suggested joins' }).getByRole('button', { name: /^Add .*customers/ }).click()
    await page.getByRole('textbox', { name: /^Name of/ }).waitFor()
    assert.deepEqual(await names(), ['Suggested joins', 'Relationships'])
    await page.getByRole('tab', { name: 'Tables' }).click()
    await page.getByRole('tab', { name: 'Relationships' }).click()
    await page.getByRole('textbox', { name: /^Name of/ }).waitFor()
    await eventually(async () => assert.deepEqual(await names(), ['Relationships', 'Suggested joins']))
  }))

test('issues are at their rows, and lead there', () =>
  inPage(async (page) => {
    await openList(page, TEXT.replace('"parentColumnName":"id"', '"parentColumnName":"idd"'))
    const column = field(page, 'Parent column')
    await eventually(async () => assert.equal(await column.getAttribute('aria-invalid'), 'true'))
    assert.match((await column.ariaSnapshot()) + (await page.getByRole('region', { name: 'Relationships' }).textContent()), /lists no column/)
    await page.getByRole('tab', { name: 'Tables' }).click()
    await page.keyboard.press('F8')
    await page.getByRole('region', { name: 'Relationships' }).waitFor()
    await eventually(async () => assert.ok(await column.evaluate((element) => element.matches(':focus'))))
    await page.getByRole('list', { name: 'Issues' }).getByRole('button', { name: 'Change to' }).click()
    await eventually(async () => assert.equal(await textOf(page), TEXT))
  }))

/** Shows the diagram. @param {Page} page */
async function openDiagram(page) {
  await page.getByRole('button', { name: 'Diagram', exact: true }).click()
  const diagram = page.getByRole('group', { name: 'Diagram of the joins' })
  await diagram.waitFor()
  return diagram
}

/** The names of the relationships that are drawn. @param {import('playwright-core').Locator} diagram */
const drawn = (diagram) => diagram.locator('[data-relationship]').evaluateAll((all) => all.map(({ dataset }) => dataset.relationship))

/** @param {import('playwright-core').Locator} diagram @param {string} table @param {string} column */
const columnOf = (diagram, table, column) => diagram.locator(`[data-end='${JSON.stringify({ table, column })}']`)

/** @param {Page} page @param {import('playwright-core').Locator} from @param {import('playwright-core').Locator} to */
async function drag(page, from, to) {
  await from.hover()
  await page.mouse.down()
  await to.hover()
  await page.mouse.up()
}

test('in the diagram, a column that is dragged onto another one becomes the child of a join', () =>
  inPage(async (page) => {
    await openList(page, TEXT)
    const diagram = await openDiagram(page)
    assert.deepEqual(await drawn(diagram), ['buys'])
    await drag(page, columnOf(diagram, 'order_items', 'order_id'), columnOf(diagram, 'orders', 'id'))
    const { relationships } = await valueOf(page)
    assert.deepEqual(relationships[1], { parentTableName: 'orders', parentColumnName: 'id', childTableName: 'order_items', childColumnName: 'order_id', relationshipName: 'order_items_to_orders' })
    await eventually(async () => assert.deepEqual(await drawn(diagram), ['buys', 'order_items_to_orders']))
    await drag(page, columnOf(diagram, 'orders', 'id'), columnOf(diagram, 'order_items', 'order_id'))
    await page.getByText('These columns are joined already').waitFor()
    await undo(page)
    assert.equal(await textOf(page), TEXT)
    await eventually(async () => assert.deepEqual(await drawn(diagram), ['buys']))
    // Beside every column, or onto itself, it comes to nothing.
    await drag(page, columnOf(diagram, 'orders', 'id'), page.getByRole('heading', { name: 'Suggested joins' }))
    await drag(page, columnOf(diagram, 'orders', 'id'), columnOf(diagram, 'orders', 'id'))
    assert.equal(await textOf(page), TEXT)
    await set(page, { readOnly: true })
    await drag(page, columnOf(diagram, 'order_items', 'order_id'), columnOf(diagram, 'orders', 'id'))
    assert.equal(await textOf(page), TEXT)
  }))

test('the diagram shows the other columns on request, its lines and the issues lead to the list', () =>
  inPage(async (page) => {
    await openList(page, TEXT.replace('OneToMany', 'OneToSome'))
    let diagram = await openDiagram(page)
    assert.equal(await columnOf(diagram, 'customers', 'email').count(), 0)
    await diagram.getByRole('button', { name: '4 more columns: customers' }).click()
    await columnOf(diagram, 'customers', 'email').waitFor()
    await assertAccessible(page, 'the diagram', ['light', 'dark'])
    // Before the page sees the next key.
    const focused = await diagram.locator('[data-relationship=buys] .line-target').evaluate(async (line) => {
      line.dispatchEvent(new MouseEvent('click', { bubbles: true }))
      const root = line.getRootNode()
      for (let microtask = 0; microtask < 10; microtask++) await undefined
      return root.activeElement?.ariaLabel
    })
    assert.equal(focused, 'Name of buys')
    diagram = await openDiagram(page)
    await page.keyboard.press('F8')
    await eventually(async () => assert.ok(await field(page, 'Cardinality').evaluate((element) => element.matches(':focus'))))
  }))

/** The size of the diagram as it is seen. @param {import('playwright-core').Locator} diagram */
const sizeOf = async (diagram) => /** @type {NonNullable<Awaited<ReturnType<typeof diagram.boundingBox>>>} */ (await diagram.boundingBox())

/** What is seen of the diagram. @param {import('playwright-core').Locator} diagram */
const boxOf = (diagram) => diagram.evaluate((canvas) => {
  const { scrollWidth, scrollHeight, clientWidth, clientHeight, scrollLeft, scrollTop } = canvas.closest('.diagram')
  return { scrollWidth, scrollHeight, clientWidth, clientHeight, scrollLeft, scrollTop }
})

/** So many tables, each joined to the one before it. @param {number} count */
function chain(count) {
  const names = Array.from({ length: count }, (_, index) => `t${index}`)
  return {
    name: 'chain',
    datasourceName: 'shop',
    tableList: names.map((name) => ({ name, columns: [{ name: 'id' }, { name: 'before' }] })),
    relationships: names.slice(1).map((name, index) => ({ relationshipName: `r${index}`, parentTableName: `t${index}`, parentColumnName: 'id', childTableName: name, childColumnName: 'before', cardinality: 'OneToMany', join: 'LEFT JOIN' })),
  }
}

test('the diagram begins as small as it can be read, is zoomed by keys and by the wheel, and fits', () =>
  inPage(async (page) => {
    await openList(page, chain(8))
    const diagram = await openDiagram(page)
    const zoom = page.getByRole('group', { name: 'Zoom', exact: true })
    await zoom.getByRole('button', { name: '60%' }).waitFor()
    const press = (/** @type {string} */ name) => zoom.getByRole('button', { name, exact: true }).press('Enter')
    await press('Fit')
    await eventually(async () => {
      const { scrollWidth, scrollHeight, clientWidth, clientHeight } = await boxOf(diagram)
      assert.ok(scrollWidth <= clientWidth && scrollHeight <= clientHeight)
    })
    await press('Zoom in')
    const before = await sizeOf(diagram)
    await press('Zoom in')
    await eventually(async () => assert.ok(Math.abs((await sizeOf(diagram)).width / before.width - 1.25) < 0.01))
    await press('Zoom out')
    await eventually(async () => assert.ok(Math.abs((await sizeOf(diagram)).width / before.width - 1) < 0.01))
    await zoom.getByRole('button', { name: /%$/ }).press('Enter')
    await zoom.getByRole('button', { name: '100%' }).waitFor()
    for (let press = 0; press < 6; press++) await zoom.getByRole('button', { name: 'Zoom in' }).press('Enter')
    await zoom.getByRole('button', { name: '200%' }).waitFor()
    await assertAccessible(page, 'the diagram, zoomed', ['light', 'dark'])
    for (let press = 0; press < 12; press++) await zoom.getByRole('button', { name: 'Zoom out' }).press('Enter')
    await zoom.getByRole('button', { name: '25%' }).waitFor()
    // The wheel zooms with Ctrl only, and what is under the pointer stays there.
    await zoom.getByRole('button', { name: '25%' }).press('Enter')
    await zoom.getByRole('button', { name: '100%' }).waitFor()
    const column = columnOf(diagram, 't1', 'id')
    await column.hover()
    const at = await sizeOf(column)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -100)
    await page.keyboard.up('Control')
    await zoom.getByRole('button', { name: '140%' }).waitFor()
    await eventually(async () => {
      const { x, width } = await sizeOf(column)
      assert.ok(Math.abs(x + width / 2 - at.x - at.width / 2) < 2)
    })
    await page.setViewportSize({ width: 1280, height: 560 })
    await column.hover()
    await page.mouse.wheel(0, 600)
    await eventually(async () => assert.ok((await page.locator('.form-view').evaluate(({ scrollTop }) => scrollTop)) > 0, 'what is below the diagram is reached'))
    await zoom.getByRole('button', { name: '140%' }).waitFor()
  }))

test('columns are joined in the diagram at any size', () =>
  inPage(async (page) => {
    await openList(page, TEXT)
    const diagram = await openDiagram(page)
    const zoom = page.getByRole('group', { name: 'Zoom', exact: true })
    for (const [button, size] of [
      ['Zoom out', '80%'],
      ['Zoom in', '125%'],
    ]) {
      await zoom.getByRole('button', { name: /%$/ }).click()
      await zoom.getByRole('button', { name: '100%' }).waitFor()
      await zoom.getByRole('button', { name: button }).click()
      await zoom.getByRole('button', { name: size }).waitFor()
      await columnOf(diagram, 'order_items', 'order_id').hover()
      await page.mouse.down()
      await columnOf(diagram, 'orders', 'id').hover()
      // The line ends at the pointer.
      await eventually(async () => {
        const line = await sizeOf(diagram.locator('.line-new'))
        const [from, to] = [await sizeOf(columnOf(diagram, 'order_items', 'order_id')), await sizeOf(columnOf(diagram, 'orders', 'id'))]
        const expected = { width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) }
        assert.ok(Math.abs(line.width - expected.width) < 5 && Math.abs(line.height - expected.height) < 5, JSON.stringify([line, expected]))
      })
      await page.mouse.up()
      assert.equal((await valueOf(page)).relationships.length, 2)
      await undo(page)
      await eventually(async () => assert.deepEqual(await drawn(diagram), ['buys']))
    }
  }))

test('it is empty without tables, read-only when the editor is, and accessible', () =>
  inPage(async (page) => {
    await openList(page, TEXT)
    await assertAccessible(page, 'relationships', ['light', 'dark'])
    await set(page, { readOnly: true })
    for (const list of ['Parent table', 'Child column', 'Join']) assert.ok(await field(page, list).isDisabled(), list)
    assert.ok(await page.getByRole('button', { name: 'Remove buys' }).isDisabled())
    await set(page, { readOnly: false, value: { name: 'shop', datasourceName: 'shop', tableList: [] } })
    await page.getByRole('button', { name: 'Go to the tables' }).click()
    assert.equal(await page.getByRole('tab', { name: 'Tables' }).getAttribute('aria-selected'), 'true')
  }))

test('at 390 × 844, nothing is wider than the screen', () =>
  inPage(
    async (page) => {
      await openElement(page, { catalog: CATALOG, value: TEXT })
      for (const pane of ['Relationships', 'Tenancy']) {
        await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: pane }).click()
        await page.getByRole(pane === 'Tenancy' ? 'radio' : 'textbox', { name: pane === 'Tenancy' ? /By a column/ : 'Name of buys' }).waitFor()
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390)
        assert.ok(await page.getByRole('tabpanel').evaluate((panel) => panel.firstElementChild.scrollWidth <= 390), pane)
        await assertAccessible(page, pane, ['light'])
      }
    },
    { viewport: { width: 390, height: 844 } },
  ))

test('at 390 × 844, an issue leads to its view, even if that is the one behind the issues', () =>
  inPage(
    async (page) => {
      await openElement(page, { catalog: CATALOG, value: TEXT.replace('"name":"order_items"', '"name":"order_itemz"') })
      const views = page.getByRole('navigation', { name: 'Views' })
      for (const before of ['Tables', 'Tenancy', 'JSON']) {
        await views.getByRole('button', { name: before }).click()
        await views.getByRole('button', { name: /Issues/ }).click()
        await page.getByRole('button', { name: /^Error: .*has no table/ }).click()
        const after = before === 'JSON' ? 'JSON' : 'Tables'
        await eventually(async () => assert.equal(await views.getByRole('button', { name: after }).getAttribute('aria-current'), 'true', before))
        assert.ok(await page.getByRole('tabpanel').isVisible())
      }
    },
    { viewport: { width: 390, height: 844 } },
  ))
