/** `<datamart-editor>`: picking from the catalog, the grid, the text, undo, and what they agree on. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CATALOG, cell, LABEL, NAME, openElement, sample, set, textOf, valueOf } from './element.mjs'
import { eventually, inPage } from './support.mjs'

test('an empty editor offers three ways in, and reports nothing', () =>
  inPage(async (page) => {
    await openElement(page)
    for (const way of ['From the catalog', 'Open a file', 'Look at a sample']) assert.ok(await page.getByRole('button', { name: way }).isVisible(), way)
    assert.equal(await textOf(page), '')
    assert.ok(await page.getByRole('button', { name: 'Not started' }).isVisible())
    assert.equal(await page.getByRole('listitem').count(), 0)
  }))

test('the way in from the catalog leads to its search before the next key is pressed', () =>
  inPage(async (page) => {
    await openElement(page, { catalog: CATALOG })
    const focused = await page.getByRole('button', { name: 'From the catalog' }).evaluate(async (button) => {
      button.click()
      // Ends before the page is painted and before it sees another event.
      for (let microtask = 0; microtask < 10; microtask++) await undefined
      return button.getRootNode().activeElement?.ariaLabel
    })
    assert.equal(focused, 'Search tables and columns')
  }))

test('a check mark adds a table or a column, removes it again, and is one step of undo', () =>
  inPage(async (page) => {
    await openElement(page, { catalog: CATALOG })
    const orders = page.getByRole('checkbox', { name: 'orders', exact: true })
    await orders.click()
    assert.deepEqual(await valueOf(page), {
      name: '',
      datasourceName: 'shop',
      tableList: [{ name: 'orders', schemaName: 'public', columns: CATALOG.tables[1].columns.map(({ name }) => ({ name })) }],
    })
    assert.equal(await orders.getAttribute('aria-checked'), 'true')
    await page.getByRole('button', { name: 'Columns of orders' }).first().click()
    await page.getByRole('checkbox', { name: 'tax', exact: true }).click()
    assert.equal(await orders.getAttribute('aria-checked'), 'mixed')
    assert.deepEqual((await valueOf(page)).tableList[0].columns.map(({ name }) => name), ['id', 'tenant_id', 'customer_id', 'total', 'placed_at'])
    await page.getByRole('button', { name: 'Undo' }).click()
    assert.equal(await orders.getAttribute('aria-checked'), 'true')
    await page.getByRole('button', { name: 'Undo' }).click()
    assert.equal(await textOf(page), '')
    assert.ok(await page.getByRole('button', { name: 'Undo' }).isDisabled())
    await page.getByRole('button', { name: 'Redo' }).click()
    assert.equal(await orders.getAttribute('aria-checked'), 'true')
    await orders.click()
    assert.deepEqual((await valueOf(page)).tableList, [])
  }))

test('a space that an issue is about can be seen, and input is set apart at fields as well', () =>
  inPage(async (page) => {
    await openElement(page, { catalog: CATALOG, value: { name: 'my shop', datasourceName: 'shop', tableList: [{ name: 'ordres', schemaName: 'public', columns: [{ name: 'id' }] }] } })
    const issues = page.getByRole('region', { name: 'Issues' })
    await issues.locator('code').getByText('␣', { exact: true }).first().waitFor()
    await issues.getByRole('button', { name: 'Fix: Replace   with -' }).getByText('␣', { exact: true }).waitFor()
    await cell(page, 'ordres', NAME).click()
    await page.getByRole('region', { name: 'Details' }).locator('code').getByText('ordres', { exact: true }).waitFor()
  }))

test('the last column takes its table with it, and the relationships of the table', () =>
  inPage(async (page) => {
    const relationship = { parentTableName: 'orders', parentColumnName: 'id', childTableName: 'order_items', childColumnName: 'order_id', relationshipName: 'items', cardinality: null, join: null }
    const value = {
      name: 'shop',
      datasourceName: 'shop',
      tableList: [
        { name: 'orders', schemaName: 'public', columns: [{ name: 'id' }] },
        { name: 'order_items', schemaName: 'public', columns: [{ name: 'order_id' }] },
      ],
      relationships: [relationship],
    }
    await openElement(page, { catalog: CATALOG, value })
    await page.getByRole('button', { name: 'Columns of order_items' }).first().click()
    await page.getByRole('checkbox', { name: 'order_id', exact: true }).click()
    assert.deepEqual(await valueOf(page), { name: 'shop', datasourceName: 'shop', tableList: [value.tableList[0]] })
    await page.getByRole('button', { name: 'Undo' }).click()
    assert.deepEqual(await valueOf(page), value)
  }))

test('the catalog is operated by keys alone', () =>
  inPage(async (page) => {
    await openElement(page, { catalog: CATALOG })
    await page.getByRole('searchbox', { name: 'Search tables and columns' }).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    assert.deepEqual((await valueOf(page)).tableList, [{ name: 'orders', schemaName: 'public', columns: [{ name: 'id' }] }])
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Space')
    assert.equal((await valueOf(page)).tableList[0].columns.length, 6)
  }))

test('with Shift, the columns in between are checked too, or removed, in one step', () =>
  inPage(async (page) => {
    await openElement(page, { catalog: CATALOG })
    const columns = async () => (await valueOf(page)).tableList[0]?.columns.map(({ name }) => name)
    const check = (/** @type {string} */ name) => page.getByRole('checkbox', { name, exact: true })
    await page.getByRole('button', { name: 'Columns of orders' }).first().click()
    await check('total').click()
    await check('tenant_id').click({ modifiers: ['Shift'] })
    assert.deepEqual(await columns(), ['total', 'tenant_id', 'customer_id'])
    await page.getByRole('button', { name: 'Undo' }).click()
    assert.deepEqual(await columns(), ['total'])
    await page.getByRole('button', { name: 'Redo' }).click()
    // From one that was removed, the others are removed as well, and from a table nothing is.
    await check('tenant_id').click()
    await check('total').click({ modifiers: ['Shift'] })
    assert.deepEqual((await valueOf(page)).tableList, [])
    await check('orders').focus()
    await page.keyboard.press('Shift+ArrowDown')
    assert.deepEqual((await valueOf(page)).tableList, [])
    await page.keyboard.press('Space')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+End')
    assert.deepEqual(await columns(), ['id', 'tenant_id'])
  }))

test('F6 goes from region to region, and leaves the editor at either end', () =>
  inPage(async (page) => {
    await openElement(page, { catalog: CATALOG, value: { name: 'shop', datasourceName: 'shop', tableList: [{ name: 'orders', columns: [{ name: 'idd' }] }] } })
    await page.getByRole('list', { name: 'Issues' }).waitFor()
    const name = page.getByRole('textbox', { name: 'Datamart name' })
    await name.focus()
    const places = [name, page.getByRole('searchbox', { name: 'Search tables and columns' }), page.getByRole('tab', { name: 'Tables' }), cell(page, 'orders', NAME), page.getByRole('list', { name: 'Issues' }).getByRole('button').first()]
    for (const place of places.slice(1)) {
      await page.keyboard.press('F6')
      assert.ok(await place.evaluate((element) => element.matches(':focus')), `${place}`)
    }
    for (const place of places.reverse().slice(1)) {
      await page.keyboard.press('Shift+F6')
      assert.ok(await place.evaluate((element) => element.matches(':focus')), `${place}`)
    }
    const isLeft = page.evaluate(() => new Promise((done) => addEventListener('keydown', (event) => done(!event.defaultPrevented), { once: true })))
    await name.press('Shift+F6')
    assert.ok(await isLeft)
  }))

test('what has the focus may go, the focus stays, unless the user has left', () =>
  inPage(async (page) => {
    await openElement(page, { catalog: CATALOG, value: { name: 'shop', datasourceName: 'shop', tableList: [{ name: 'orders', schemaName: 'public', columns: [{ name: 'idd' }] }] } })
    const issues = page.getByRole('region', { name: 'Issues' })
    await issues.getByRole('button', { name: /^Fix: / }).focus()
    await page.keyboard.press('Enter')
    await issues.getByText('No issues').waitFor()
    assert.ok(await issues.evaluate((region) => region.contains(region.getRootNode().activeElement)))
    // The field of the cell goes too when it is left.
    await page.evaluate(() => document.body.append(document.createElement('input')))
    const outside = page.locator('body > input')
    await cell(page, 'orders.id', LABEL).click()
    await page.keyboard.type('Number')
    await outside.click()
    await page.getByRole('textbox', { name: 'Label of id' }).waitFor({ state: 'detached' })
    assert.ok(await outside.evaluate((element) => element.matches(':focus')))
  }))

test('a search finds tables and columns, and Enter adds the first column found', () =>
  inPage(async (page) => {
    await openElement(page, { catalog: CATALOG })
    await page.getByRole('searchbox', { name: 'Search tables and columns' }).fill('order qu')
    assert.deepEqual(await page.getByRole('group', { name: 'Catalog' }).getByRole('checkbox').evaluateAll((all) => all.map(({ ariaLabel }) => ariaLabel)), ['order_items', 'quantity'])
    await page.keyboard.press('Enter')
    assert.deepEqual((await valueOf(page)).tableList, [{ name: 'order_items', schemaName: 'public', columns: [{ name: 'quantity' }] }])
    await page.getByRole('searchbox', { name: 'Search tables and columns' }).fill('nowhere')
    assert.ok(await page.getByText('Nothing matches “nowhere”').isVisible())
  }))

test('cells are edited by keys, and only the edited part of the text changes', () =>
  inPage(async (page) => {
    const value = '{ "name": "shop", "datasourceName": "shop",\n\n  "tableList": [{"columns": [ {"name":"id"}, { "label": "a\\u0062", "name": "total" } ], "name": "orders"} ] }\n'
    await openElement(page, { value })
    await cell(page, 'orders.total', LABEL).click()
    await page.keyboard.type('Sum')
    await page.keyboard.press('Enter')
    assert.equal(await textOf(page), value.replace('a\\u0062', 'Sum'))
    await cell(page, 'orders.id', LABEL).click()
    await page.keyboard.press('F2')
    await page.keyboard.type('Number')
    await page.keyboard.press('Tab')
    assert.equal(await textOf(page), value.replace('a\\u0062', 'Sum').replace('{"name":"id"}', '{"label":"Number", "name":"id"}'))
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    assert.equal(await textOf(page), value)
  }))

test('Escape takes back what was typed in a cell, and leaving it any other way keeps it', () =>
  inPage(async (page) => {
    await openElement(page, { value: { name: 'shop', datasourceName: 'shop', tableList: [{ name: 'orders', columns: [{ name: 'id' }, { name: 'total' }] }] } })
    const before = await textOf(page)
    await cell(page, 'orders.id', LABEL).click()
    await page.keyboard.type('Number')
    await page.keyboard.press('Escape')
    assert.equal(await textOf(page), before)
    await page.keyboard.type('Number')
    // Whoever reads the value gets all of it.
    assert.equal((await valueOf(page)).tableList[0].columns[0].label, 'Number')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Sum')
    await page.getByRole('tab', { name: 'JSON' }).click()
    assert.equal((await valueOf(page)).tableList[0].columns[1].label, 'Sum')
  }))

test('renaming a table or a column renames it in the relationships too, in one step', () =>
  inPage(async (page) => {
    const value = {
      name: 'shop',
      datasourceName: 'shop',
      tableList: [
        { name: 'orders', columns: [{ name: 'id' }] },
        { name: 'items', columns: [{ name: 'order_id' }] },
      ],
      relationships: [{ parentTableName: 'orders', parentColumnName: 'id', childTableName: 'items', childColumnName: 'order_id', relationshipName: 'items', cardinality: null, join: null }],
    }
    await openElement(page, { value })
    await cell(page, 'orders', NAME).dblclick()
    await page.keyboard.type('sales')
    await page.keyboard.press('Enter')
    await cell(page, 'items.order_id', NAME).dblclick()
    await page.keyboard.type('sale_id')
    await page.keyboard.press('Enter')
    const { tableList, relationships } = await valueOf(page)
    assert.deepEqual([tableList[0].name, relationships[0].parentTableName, relationships[0].childColumnName], ['sales', 'sales', 'sale_id'])
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    assert.deepEqual(await valueOf(page), value)
  }))

test('a custom column is added with its expression, which is written without a dialog', () =>
  inPage(async (page) => {
    await openElement(page, { catalog: CATALOG, options: { datasourceType: 'postgres' } })
    await page.getByRole('checkbox', { name: 'orders', exact: true }).click()
    await page.getByRole('button', { name: 'Add a custom column to orders' }).click()
    await page.keyboard.type('net')
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'SQL expression' }).click()
    await page.keyboard.type('total - tax')
    await page.keyboard.press('Escape')
    assert.deepEqual((await valueOf(page)).tableList[0].columns.at(-1), { name: 'net', isCustomColumn: true, sql: 'total - tax' })
    await eventually(async () => assert.match(await page.getByText('Uses').textContent(), /total.*tax/))
  }))

for (const [width, height] of [
  [1280, 800],
  [768, 1024],
  [390, 844],
]) {
  test(`the completions of an expression can be read in full, and are chosen by a click: ${width} × ${height}`, () =>
    inPage(
      async (page) => {
        await openElement(page, { catalog: CATALOG, options: { datasourceType: 'postgres' }, value: { name: 'shop', datasourceName: 'shop', tableList: [{ name: 'orders', schemaName: 'public', columns: [{ name: 'net', isCustomColumn: true, sql: '' }] }] } })
        await cell(page, 'orders.net', NAME).click()
        if (width === 390) await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Details' }).click()
        const sql = page.getByRole('textbox', { name: 'SQL expression' })
        await sql.click()
        await sql.pressSequentially('to')
        const options = page.getByRole('listbox', { name: 'Completions' }).getByRole('option')
        await options.first().waitFor()
        // Its list is as wide as the longest signature, and nothing lies over it or cuts it off.
        await eventually(async () =>
          assert.deepEqual(
            await options.evaluateAll((all) =>
              all.flatMap((option) => {
                const { left, right, top, bottom } = option.getBoundingClientRect()
                const list = option.parentElement.getBoundingClientRect()
                if (bottom > list.bottom || top < list.top) return []
                const isSeen = (/** @type {number} */ x) => x >= 0 && option.contains(option.getRootNode().elementFromPoint(x, (top + bottom) / 2))
                return isSeen(left + 2) && isSeen(right - 2) ? [] : [option.textContent]
              }),
            ),
            [],
          ),
        )
        await options.filter({ hasText: 'total' }).first().click()
        await eventually(async () => assert.equal((await valueOf(page)).tableList[0].columns[0].sql, 'total'))
      },
      { viewport: { width, height } },
    ))
}

test('what is missing in a new datamart is something to do, and an error once its field was left', () =>
  inPage(async (page) => {
    await openElement(page, { catalog: CATALOG })
    await page.getByRole('checkbox', { name: 'orders', exact: true }).click()
    await page.getByRole('button', { name: '1 to do' }).waitFor()
    await page.getByRole('textbox', { name: 'Datamart name' }).focus()
    await page.getByRole('textbox', { name: 'Datasource' }).focus()
    await page.getByRole('button', { name: '1 error' }).waitFor()
    await page.getByRole('textbox', { name: 'Datamart name' }).fill('sales')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Valid' }).waitFor()
  }))

test('text and grid are one document', () =>
  inPage(async (page) => {
    await openElement(page, { value: sample('shop-right.json') })
    await page.getByRole('tab', { name: 'JSON' }).click()
    const json = page.getByRole('textbox', { name: 'Datamart as JSON' })
    await json.click()
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText('{"name":"a","datasourceName":"b","tableList":[{"name":"t","columns":[{"name":"c"}]}]}')
    await page.getByRole('tab', { name: 'Tables' }).click()
    await cell(page, 't.c', LABEL).click()
    await page.keyboard.type('C')
    await page.keyboard.press('Enter')
    assert.equal(await textOf(page), '{"name":"a","datasourceName":"b","tableList":[{"name":"t","columns":[{"name":"c","label":"C"}]}]}')
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    assert.equal(await textOf(page), sample('shop-right.json'))
  }))

test('what is selected in one view is selected in the other', () =>
  inPage(async (page) => {
    await openElement(page, { value: sample('shop-right.json') })
    await cell(page, 'order_items.revenue', NAME).click()
    await page.getByRole('tab', { name: 'JSON' }).click()
    const json = page.getByRole('textbox', { name: 'Datamart as JSON' })
    await json.getByText('"revenue"').waitFor()
    await json.getByText('"Unit price"').click()
    await page.getByRole('heading', { name: 'Column', exact: true }).waitFor()
    await eventually(async () => assert.equal(await page.getByRole('textbox', { name: 'Name', exact: true }).inputValue(), 'unit_price'))
    await page.getByRole('tab', { name: 'Tables' }).click()
    assert.equal(await page.getByRole('row', { name: 'order_items.unit_price' }).getAttribute('aria-selected'), 'true')
  }))

test('broken text leaves the last good grid, read-only, until it can be read again', () =>
  inPage(async (page) => {
    await openElement(page, { value: '{ "name": "a", "datasourceName": "b", "tableList": [{ "name": "t", "columns": [{ "name": "c" }] }] }' })
    await page.getByRole('tab', { name: 'JSON' }).click()
    await page.getByRole('textbox', { name: 'Datamart as JSON' }).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' ]')
    await page.getByRole('tab', { name: 'Tables' }).click()
    await page.getByText('The text is not valid JSON').waitFor()
    assert.equal(await page.getByRole('treegrid').getAttribute('aria-readonly'), 'true')
    const broken = await textOf(page)
    await cell(page, 't.c', LABEL).click()
    await page.keyboard.type('C')
    assert.equal(await textOf(page), broken)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('The text is not valid JSON').waitFor({ state: 'detached' })
    assert.equal(await page.getByRole('treegrid').getAttribute('aria-readonly'), 'false')
  }))

test('issues lead to their place, are fixed one by one or all of a kind, and F8 goes through them', () =>
  inPage(async (page) => {
    const column = (name) => ({ name, isHide: 'true' })
    await openElement(page, { value: { name: 'a', datasourceName: 'b', tableList: [{ name: 't', columns: [{ name: 'a' }, column('c'), column('d'), column('e')] }] } })
    await page.getByRole('button', { name: '3 errors' }).waitFor()
    const list = page.getByRole('list', { name: 'Issues' })
    assert.equal(await list.getByRole('listitem').count(), 3)
    await list.getByRole('button', { name: /t\.d$/ }).click()
    assert.equal(await page.getByRole('row', { name: 't.d' }).getAttribute('aria-selected'), 'true')
    await page.keyboard.press('F8')
    assert.equal(await page.getByRole('row', { name: 't.e' }).getAttribute('aria-selected'), 'true')
    await page.keyboard.press('Shift+F8')
    assert.equal(await page.getByRole('row', { name: 't.d' }).getAttribute('aria-selected'), 'true')
    await list.getByRole('button', { name: 'Change to true' }).first().click()
    await page.getByRole('button', { name: '2 errors' }).waitFor()
    await list.getByRole('button', { name: 'Fix all 2' }).click()
    await page.getByRole('button', { name: 'Valid' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: '2 errors' }).waitFor()
  }))

test('a read-only editor shows everything and changes nothing', () =>
  inPage(async (page) => {
    await openElement(page, { catalog: CATALOG, value: sample('shop-right.json'), readOnly: true })
    const orders = page.getByRole('checkbox', { name: 'orders', exact: true })
    assert.equal(await orders.getAttribute('aria-disabled'), 'true')
    await orders.click({ force: true })
    await page.keyboard.press('Space')
    await cell(page, 'orders.status', LABEL).click()
    await page.keyboard.type('x')
    await page.keyboard.press('Delete')
    await page.keyboard.press('Alt+ArrowUp')
    await page.getByRole('tab', { name: 'JSON' }).click()
    await page.getByRole('textbox', { name: 'Datamart as JSON' }).click()
    await page.keyboard.type('x')
    assert.equal(await textOf(page), sample('shop-right.json'))
    await set(page, { readOnly: false })
    await page.getByRole('textbox', { name: 'Datamart as JSON' }).click()
    await page.keyboard.type('x')
    assert.equal((await textOf(page)).length, sample('shop-right.json').length + 1)
  }))

test('a view of the text that is gone changes nothing, whatever its parts still dispatch', () =>
  inPage(async (page) => {
    await openElement(page, { value: { name: 'shop', datasourceName: 'shop', tableList: [{ name: 'orders', columns: [{ name: 'id' }, { name: 'total' }] }] } })
    await page.getByRole('tab', { name: 'JSON' }).click()
    await page.getByRole('textbox', { name: 'Datamart as JSON' }).waitFor()
    const view = await page.evaluateHandle(async () => {
      const { EditorView } = await import('@codemirror/view')
      return EditorView.findFromDOM(document.querySelector('datamart-editor').shadowRoot.querySelector('.cm-editor'))
    })
    await page.getByRole('tab', { name: 'Tables' }).click()
    await cell(page, 'orders.id', LABEL).click()
    await page.keyboard.type('Number')
    await page.keyboard.press('Enter')
    await view.evaluate((view) => view.dispatch({ selection: { anchor: 0 } }))
    await page.keyboard.type('Sum')
    await page.keyboard.press('Enter')
    assert.deepEqual((await valueOf(page)).tableList[0].columns, [
      { name: 'id', label: 'Number' },
      { name: 'total', label: 'Sum' },
    ])
  }))
