/** `<datamart-editor>`: what people do with it, in clicks and keystrokes, by mouse, by keys alone, and by touch. */

import assert from 'node:assert/strict'
import { openElement, textOf, valueOf } from './element.mjs'
import { focused } from './person.mjs'
import { acceptable, eventually } from './support.mjs'
import { at, CATALOG, SHOP, taskTest } from './tasks.mjs'

/** Of each of these tables, the datamart uses five columns and leaves some out. */
const WANTED = { customers: 5, orders: 5, order_items: 5 }

taskTest('a datamart of three tables, fifteen columns, a custom column, tenants and two joins, from nothing', { clicks: 35, keystrokes: 60, taps: 35 }, async (page, person) => {
  await openElement(page, { catalog: CATALOG, options: { datasourceType: 'postgres' } })
  const { button, check, name, expression, cell, valid } = at(page)
  await page.getByRole('button', { name: 'From the catalog' }).waitFor()

  await person.goTo(name)
  await person.type('shop')
  if (person.points) {
    if (person.touches) await person.show('Catalog')
    for (const [table, count] of Object.entries(WANTED)) {
      await person.click(button(`Columns of ${table}`).first())
      const { columns } = /** @type {any} */ (CATALOG.tables.find(({ name }) => name === table))
      for (const { name } of columns.slice(0, count)) await person.click(check(name))
      await person.click(button(`Columns of ${table}`).first())
    }
    if (person.touches) await person.show('Tables')
    await person.click(cell('orders'))
  } else {
    await person.press('F6', 'ArrowDown')
    for (const count of Object.values(WANTED)) {
      await person.press('ArrowRight', 'ArrowDown', 'Space', `${count - 1} Shift+ArrowDown`, '2 ArrowLeft', 'ArrowDown')
    }
    await person.press('2 F6')
    await focused(cell('customers'))
    await person.press('6 ArrowDown')
  }
  await person.use(button('Add a custom column to orders'))
  await person.type('net')
  await person.press('Enter')
  await focused(expression)
  await person.type('total - tax')

  if (person.points) await person.show('Relationships')
  else {
    await person.press('2 Shift+F6', 'ArrowRight')
    await button('Add all 2 confident ones').waitFor()
    await person.press('F6')
  }
  await person.use(button('Add all 2 confident ones'))
  // The button is gone, but not the focus.
  await button('Add all 2 confident ones').waitFor({ state: 'detached' })
  assert.equal(await page.evaluate(() => document.activeElement?.localName), 'datamart-editor')
  if (person.points) await person.show('Tenancy')
  else {
    await person.press('Shift+F6', 'ArrowRight')
    await button('Apply').waitFor()
    await person.press('F6')
  }
  await person.use(button('Apply'))

  await valid.waitFor()
  const { tableList, relationships, tenancySettings } = await valueOf(page)
  assert.deepEqual(
    tableList.map(({ name, columns, clientColumn }) => [name, columns.length, clientColumn]),
    [
      ['customers', 5, 'tenant_id'],
      ['orders', 6, 'tenant_id'],
      ['order_items', 5, 'tenant_id'],
    ],
  )
  assert.deepEqual(tableList[1].columns[5], { name: 'net', isCustomColumn: true, sql: 'total - tax' })
  assert.deepEqual(relationships.map(({ childTableName, parentTableName }) => [childTableName, parentTableName]), [
    ['orders', 'customers'],
    ['order_items', 'orders'],
  ])
  assert.equal(tenancySettings.tableName, 'tenants')
})

/** Python's literals, a missing comma, a comma too many, and the same slip in several columns. */
const BROKEN = `{
  'name': 'shop',
  "datasourceName": "shop",
  "tableList": [
    {
      "name": "customers",
      "schemaName": "public",
      "columns": [
        { "name": "id", "isHide": True }
        { "name": "Email" },
        { "name": "Country" },
      ],
    },
    { "name": "ordres", "schemaName": "public", "columns": [{ "name": "total" }] },
  ],
}
`

taskTest('open a file with broken JSON and wrong names, and fix everything', { clicks: 4, keystrokes: 0, alone: 15, taps: 5 }, async (page, person) => {
  await openElement(page, { catalog: CATALOG, options: { datasourceType: 'postgres' } })
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), person.use(person.points ? page.getByRole('button', { name: 'Open a file' }) : page.getByRole('button', { name: 'Open…' }))])
  await chooser.setFiles({ name: 'shop.json', mimeType: 'application/json', buffer: Buffer.from(BROKEN) })
  const { button, valid } = at(page)
  await button('Repair').waitFor()
  if (!person.points) {
    await person.press('3 F6')
    await focused(button('Repair'))
  }
  await person.use(button('Repair'))
  const issues = page.getByRole('list', { name: 'Issues' })
  if (person.touches) await person.show('Issues')
  if (!person.points) {
    await issues.waitFor()
    await person.press('F6')
  }
  await person.use(issues.getByRole('button', { name: 'Fix all 2: name-case' }))
  await eventually(async () => assert.equal(await issues.getByRole('listitem').count(), 1))
  await person.use(issues.getByRole('button', { name: 'Fix: Change to orders' }))
  await valid.waitFor()
  assert.equal(
    await textOf(page),
    `{
  "name": "shop",
  "datasourceName": "shop",
  "tableList": [
    {
      "name": "customers",
      "schemaName": "public",
      "columns": [
        { "name": "id", "isHide": true },
        { "name": "email" },
        { "name": "country" }
      ]
    },
    { "name": "orders", "schemaName": "public", "columns": [{ "name": "total" }] }
  ]
}
`,
  )
  // Each was one step.
  for (let step = 0; step < 3; step++) await page.getByRole('button', { name: 'Undo' }).click()
  assert.equal(await textOf(page), BROKEN)
})

taskTest('add a custom column', { clicks: 1, keystrokes: 14, alone: 20 }, async (page, person) => {
  await openElement(page, { catalog: CATALOG, options: { datasourceType: 'postgres' }, value: SHOP })
  const { button, expression, valid, cell } = at(page)
  if (!person.points) {
    await cell('orders').waitFor()
    await page.getByRole('searchbox', { name: 'Search tables and columns' }).focus()
    await person.press('2 F6')
  }
  await person.use(button('Add a custom column to orders'))
  await person.type('net')
  await person.press('Enter')
  await focused(expression)
  for (const [typed, completed] of /** @type {const} */ ([
    ['to', /^total.*numeric/],
    [' - ta', /^tax.*numeric/],
  ])) {
    await person.type(typed)
    await acceptable(page, { hasText: completed })
    await person.press('Enter')
  }
  await page.getByText('Uses total, tax').waitFor()
  await valid.waitFor()
  // Escape loses nothing.
  await page.keyboard.press('Escape')
  assert.deepEqual((await valueOf(page)).tableList[0].columns.at(-1), { name: 'net', isCustomColumn: true, sql: 'total - tax' })
})
