/**
 * Random actions in all views of `<datamart-editor>`: grid, catalog and text always agree, the text
 * can be read, and undoing everything gives back the text to the letter.
 */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { randomFrom } from '../support/random.mjs'
import { ALIAS, CATALOG, cell, HIDDEN, LABEL, openElement, textOf } from './element.mjs'
import { eventually, inPage } from './support.mjs'

/** Written by hand: nothing of it may be reformatted. */
const TEXT = `{ "datasourceName" : "shop",
   "name": "sh\\u006fp",
  "tableList": [
    {"name":"orders", "schemaName": "public", "columns": [{"name":"id"},
      { "label": "Sum", "name": "total" }, {"name":"tax","isHide":true}]},

    { "name": "customers", "schemaName": "public",
      "columns": [ { "name": "id" }, { "name": "email", "alias": "mail" } ] }
  ]
}
`

/** Joins something or removes a join. List and diagram show what the text says. @param {import('playwright-core').Page} page @param {(list: any[]) => any} pick */
async function changeJoins(page, pick) {
  await page.getByRole('tab', { name: 'Relationships' }).click()
  // A datamart without tables has no joins.
  if ((JSON.parse(await textOf(page)).tableList ?? []).length > 0) {
    await page.getByRole('region', { name: 'Suggested joins' }).waitFor()
    // At once: what is suggested changes when the worker has answered.
    const buttons = page.getByRole('tabpanel').getByRole('button', { name: /^(Add|Remove) \w+_to_/ })
    await buttons.evaluateAll((all, at) => all[at % all.length]?.click(), pick([0, 1, 2, 3, 4, 5]))
    const { tableList, relationships = [] } = JSON.parse(await textOf(page))
    const names = relationships.map(({ relationshipName }) => relationshipName)
    assert.deepEqual(await page.getByRole('textbox', { name: /^Name of / }).evaluateAll((all) => all.map(({ value }) => value)), names)
    await page.getByRole('button', { name: 'Diagram', exact: true }).click()
    const diagram = page.getByRole('group', { name: 'Diagram of the joins' })
    await diagram.waitFor()
    await eventually(async () => assert.deepEqual(await diagram.locator('[data-relationship]').evaluateAll((all) => all.map(({ dataset }) => dataset.relationship)), names))
    assert.deepEqual(await diagram.locator('.table-head').allTextContents(), tableList.map(({ name }) => name))
    await page.getByRole('button', { name: 'List', exact: true }).click()
  }
  await page.getByRole('tab', { name: 'Tables' }).click()
}

/** Chooses a level, or a client column. The view shows what the text says. @param {import('playwright-core').Page} page @param {(list: any[]) => any} pick */
async function changeTenancy(page, pick) {
  await page.getByRole('tab', { name: 'Tenancy' }).click()
  await page.getByRole('radio').first().waitFor()
  const columns = page.getByRole('combobox', { name: /^Client column of \w+$/ })
  const lists = await columns.all()
  if (lists.length > 0 && pick([true, true, false])) {
    const list = pick(lists)
    await list.focus()
    await list.selectOption({ index: pick([0, 1, 2]) })
  } else await page.getByRole('radio').nth(pick([0, 1, 1, 2, 3])).check()
  const { tableList, tenancySettings } = JSON.parse(await textOf(page))
  const level = ['TABLE', 'DATABASE', 'MULTI_DATABASE'].indexOf(tenancySettings?.tenancyLevel) + 1
  assert.deepEqual(await page.getByRole('radio').evaluateAll((all) => all.findIndex(({ checked }) => checked)), level)
  if (level === 1) assert.deepEqual(await columns.evaluateAll((all) => all.map(({ value }) => value)), tableList.map(({ clientColumn = '' }) => clientColumn))
  await page.getByRole('tab', { name: 'Tables' }).click()
}

/** The rows of the grid by their names, and which entries of the catalog are checked. @param {import('playwright-core').Page} page */
function shown(page) {
  return page.locator('datamart-editor').evaluate((editor) => {
    const all = (selector) => [...editor.shadowRoot.querySelectorAll(selector)]
    return {
      rows: all('[role=row][aria-level]')
        .sort((one, other) => Number(one.getAttribute('aria-rowindex')) - Number(other.getAttribute('aria-rowindex')))
        .map((row) => [row.getAttribute('aria-label'), ...[2, 3].map((index) => row.querySelectorAll('[role=gridcell]')[index].textContent), row.querySelector('.is-isHide input')?.checked ?? false]),
      tables: all('.is-table > [role=checkbox]').map((box) => [box.getAttribute('aria-label'), box.getAttribute('aria-checked')]),
    }
  })
}

/** What they must be for a text. @param {string} text */
function expected(text) {
  const { tableList = [] } = text.trim() === '' ? {} : JSON.parse(text)
  const cells = ({ label = '', alias = '', isHide = false }, isColumn) => [label, isColumn ? alias : '', isHide]
  return {
    rows: tableList.flatMap((table) => [[table.name, ...cells(table, false)], ...table.columns.map((column) => [`${table.name}.${column.name}`, ...cells(column, true)])]),
    tables: CATALOG.tables.map(({ name, columns }) => {
      const used = tableList.find((table) => table.name === name)
      const all = used && columns.every((column) => used.columns.some((other) => other.name === column.name))
      return [name, used ? (all ? 'true' : 'mixed') : 'false']
    }),
  }
}

for (const seed of [1, 2, 3]) {
  test(`after random actions (${seed})`, () =>
    inPage(
      async (page) => {
        const next = randomFrom(seed)
        const pick = (list) => list[Math.floor(next() * list.length)]
        await openElement(page, { catalog: CATALOG, value: TEXT })
        const column = async () => pick((await shown(page)).rows.map(([name]) => name).filter((name) => name.includes('.')))
        const actions = {
          async check() {
            await page.getByRole('checkbox', { name: pick(CATALOG.tables).name, exact: true }).click()
          },
          async label() {
            const name = await column()
            if (!name) return
            await cell(page, name, pick([LABEL, ALIAS])).click()
            await page.keyboard.type(pick(['Word', 'Two words', '"quoted"', 'ü\\n']))
            await page.keyboard.press(pick(['Enter', 'Tab']))
            await page.keyboard.press('Escape')
          },
          async hide() {
            const name = await column()
            if (name) await cell(page, name, HIDDEN).getByRole('checkbox').click()
          },
          async move() {
            const name = await column()
            if (!name) return
            await cell(page, name, 0).click()
            await page.keyboard.press(pick(['Alt+ArrowUp', 'Alt+ArrowDown']))
          },
          async remove() {
            const name = await column()
            if (!name) return
            await cell(page, name, 0).click()
            await page.keyboard.press('Delete')
          },
          async write() {
            await page.getByRole('tab', { name: 'JSON' }).click()
            await page.getByRole('textbox', { name: 'Datamart as JSON' }).click()
            await page.keyboard.press('Control+End')
            await page.keyboard.type(pick(['\n', ' ', '  ']))
            await page.getByRole('tab', { name: 'Tables' }).click()
          },
          joins: () => changeJoins(page, pick),
          tenancy: () => changeTenancy(page, pick),
          async undo() {
            const button = page.getByRole('button', { name: 'Undo' })
            if (await button.isEnabled()) await button.click()
          },
          async redo() {
            const button = page.getByRole('button', { name: 'Redo' })
            if (await button.isEnabled()) await button.click()
          },
        }
        const done = []
        for (let step = 0; step < 25; step++) {
          const name = pick(Object.keys(actions))
          done.push(name)
          await actions[name]()
          const text = await textOf(page)
          assert.deepEqual(await shown(page), expected(text), done.join(', '))
        }
        for (const undo = page.getByRole('button', { name: 'Undo' }); await undo.isEnabled(); ) await undo.click()
        assert.equal(await textOf(page), TEXT, done.join(', '))
      },
      { viewport: { width: 1440, height: 1200 }, locale: 'en' },
    ))
}
