/** `<datamart-editor>`, the JSON view: completion, descriptions, folding and underlines. */

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { cell, NAME, openElement, sample, textOf, valueOf } from './element.mjs'
import { datamart, enter, eventually, inPage, json, putCaret, selection, SITE, takeCompletion, viewOf } from './support.mjs'

const CATALOG = {
  datasourceName: 'warehouse',
  tables: [
    { name: 'orders', schema: 'public', columns: [{ name: 'id', dataType: 'integer' }, { name: 'total', dataType: 'numeric(10,2)' }] },
    { name: 'customers', schema: 'public', columns: [{ name: 'id', dataType: 'integer' }] },
  ],
}

/** @typedef {import('playwright-core').Page} Page */

/** Shows a text. @param {Page} page @param {string} value @param {Record<string, unknown>} [properties] */
async function openText(page, value, properties = {}) {
  await openElement(page, { catalog: CATALOG, options: { datasourceType: 'postgres' }, value, ...properties })
  await page.getByRole('tab', { name: 'JSON' }).click()
  await page.getByRole('textbox', { name: 'Datamart as JSON' }).click()
}

/** Points at an offset of the text of an editor, the first one if there are several. @param {Page} page @param {string} words within the text @param {string} [editor] */
async function hover(page, words, editor = '.json .cm-editor') {
  await page.locator(editor).waitFor()
  const { x, y } = await page.evaluate(
    async ([words, selector]) => {
      const { EditorView } = await import('@codemirror/view')
      const view = EditorView.findFromDOM(document.querySelector('datamart-editor').shadowRoot.querySelector(selector))
      const at = view.state.doc.toString().indexOf(words) + 2
      const { left, top, bottom } = view.coordsAtPos(at)
      return { x: left + 1, y: (top + bottom) / 2 }
    },
    [words, editor],
  )
  await page.mouse.move(x, y)
}

/** Accepts a completion after which the next one opens. @param {Page} page @param {string} label @param {string} text that the editor then contains */
async function take(page, label, text) {
  await takeCompletion(page, label, { opensNext: true })
  await eventually(async () => assert.ok((await selection(page)).text.includes(text), text))
}

/** @param {Page} page */
const labels = (page) => page.locator('.cm-completionLabel').allTextContents()

test('a datamart is built with a few keys, and is valid', () =>
  inPage(async (page) => {
    await openText(page, '')
    await page.keyboard.press('Control+ ')
    // The description beside the list can be seen.
    const info = page.locator('.cm-completionInfo')
    await info.getByText('A datamart, from which').waitFor()
    await eventually(async () =>
      assert.ok(
        await info.evaluate((info) => {
          const { left, top, width, height } = info.getBoundingClientRect()
          return info.contains(info.getRootNode().elementFromPoint(left + width / 2, top + height / 2))
        }),
      ),
    )
    await takeCompletion(page, 'new datamart')
    await page.keyboard.type('sales')
    await putCaret(page, (await selection(page)).text.indexOf('""') + 1)
    await page.keyboard.press('Control+ ')
    await takeCompletion(page, 'warehouse')

    // Each completion that leaves something to fill in opens the next one.
    await putCaret(page, (await selection(page)).text.indexOf('[]') + 1)
    await page.keyboard.press('Control+ ')
    await eventually(async () => assert.deepEqual(await labels(page), ['customers', 'orders', 'new table']))
    await page.keyboard.type('or')
    await take(page, 'orders', '"columns": []')
    await takeCompletion(page, 'all 2 columns')
    assert.deepEqual(await valueOf(page), {
      name: 'sales',
      datasourceName: 'warehouse',
      tableList: [{ name: 'orders', schemaName: 'public', columns: [{ name: 'id' }, { name: 'total' }] }],
    })
    await page.getByRole('button', { name: 'Valid' }).waitFor()
    for (let undone = 0; undone < 2; undone++) await page.keyboard.press('Control+z')
    assert.doesNotMatch(await textOf(page), /total/)
  }))

test('what is typed is completed, also in a broken text and in SQL', () =>
  inPage(async (page) => {
    const text = json(datamart({ tableList: [{ name: 'orders', schemaName: 'public', columns: [{ name: 'id' }, { name: 'net', isCustomColumn: true, sql: '1 + ' }] }] }))
    await openText(page, text)
    await putCaret(page, text.indexOf('1 + ') + 4)
    await page.keyboard.type('coal')
    await take(page, 'coalesce', 'coalesce()')
    await page.keyboard.type('i')
    await takeCompletion(page, 'id')
    assert.ok((await selection(page)).text.includes('"sql": "1 + coalesce(id)"'))

    // A comma is missing before the key.
    const broken = '{\n  "name": "sales"\n  \n}'
    await enter(page, broken)
    await putCaret(page, broken.length - 2)
    await page.keyboard.type('"ten')
    await take(page, 'tenancySettings', '"tenancyLevel": ""')
    await eventually(async () => assert.deepEqual(await labels(page), ['TABLE', 'DATABASE', 'MULTI_DATABASE']))
    await takeCompletion(page, 'TABLE')
    assert.equal((await selection(page)).text, '{\n  "name": "sales",\n  "tenancySettings": { "tenancyLevel": "TABLE" }\n}')
  }))

test('brackets are closed, and Enter between them is a new line', () =>
  inPage(async (page) => {
    await openText(page, '')
    await page.keyboard.type('{')
    await page.keyboard.press('Enter')
    assert.equal((await selection(page)).text, '{\n  \n}')
    await page.keyboard.type('"x": [')
    await page.keyboard.press('Enter')
    assert.equal((await selection(page)).text, '{\n  "x": [\n    \n  ]\n}')
  }))

test('hovering describes fields, tables, columns and functions', () =>
  inPage(async (page) => {
    const sql = 'COALESCE(total, 0)'
    await openText(page, json(datamart({ tableList: [{ name: 'orders', schemaName: 'public', columns: [{ name: 'total' }, { name: 'net', isCustomColumn: true, sql }] }] })))
    /** @param {string} target @param {string} title @param {string} words @param {string} [editor] */
    const described = async (target, title, words, editor) => {
      const description = page.locator('.cm-datamart-hover').filter({ has: page.locator(`.cm-datamart-hover-title:text-is("${title}")`), hasText: words })
      // What is drawn late may move the text from under the pointer.
      await eventually(async () => {
        await page.mouse.move(0, 0)
        await hover(page, target, editor)
        await description.waitFor({ timeout: 3000 })
      })
      await page.mouse.move(0, 0)
      await page.locator('.cm-datamart-hover').waitFor({ state: 'detached' })
    }
    for (const [target, title, words] of [
      ['"tableList"', 'tableList', 'list of Table, required'],
      ['"orders"', 'public.orders', 'table, 2 columns'],
      ['"total"', 'public.orders.total', 'numeric(10,2)'],
      ['"isCustomColumn"', 'isCustomColumn', 'Makes the column a custom column, computed by sql.'],
    ]) {
      await described(target, title, words)
    }
    await page.getByRole('tab', { name: 'Tables' }).click()
    await cell(page, 'orders.net', NAME).click()
    const field = '.inspector .cm-editor'
    await described('COALESCE', 'COALESCE(value, …)', '', field)
    await described('total', 'total', '', field)
  }))

test('objects and lists can be folded', () =>
  inPage(async (page) => {
    await openText(page, json(datamart()))
    await page.getByTitle('Fold line').nth(1).click()
    const placeholder = page.locator('.cm-foldPlaceholder')
    await placeholder.waitFor()
    const content = page.getByRole('textbox', { name: 'Datamart as JSON' })
    assert.doesNotMatch((await content.textContent()) ?? '', /orders/)
    // A verdict that arrives between pressing and releasing replaces the placeholder.
    await eventually(async () => {
      if ((await placeholder.count()) > 0) await placeholder.click()
      assert.match((await content.textContent()) ?? '', /orders/)
    })
  }))

test('each issue is underlined where the package says, and its message links to the rule', () =>
  inPage(async (page) => {
    await openText(page, sample('mistakes.json'), { catalog: null, options: { docsBase: `${SITE}rules/` } })
    const { count, expected } = await page.evaluate(async (text) => {
      const { validateDatamart } = await import('datamart-validator')
      const { issues } = validateDatamart(text)
      return { count: issues.length, expected: issues.map(({ textRange }) => text.slice(textRange.start, textRange.end)) }
    }, await textOf(page))
    assert.ok(count > 15)
    const view = await viewOf(page)
    const ranges = () =>
      view.evaluate(async (view) => {
        const { forEachDiagnostic } = await import('@codemirror/lint')
        const found = []
        forEachDiagnostic(view.state, (_, from, to) => found.push(view.state.sliceDoc(from, to)))
        return found
      })
    await eventually(async () => assert.deepEqual((await ranges()).sort(), [...expected].sort()))
    await page.locator('.cm-lintRange').first().hover()
    const link = page.locator('.cm-tooltip-lint a').first()
    await link.waitFor()
    assert.ok((await link.getAttribute('href'))?.startsWith(`${SITE}rules/#`))
  }))

test('fixes that are asked for while the text is being repaired are done after it', () =>
  inPage(async (page) => {
    const broken = `{ 'name': "shop", "datasourceName": "shop", "tableList": [{ "name": "orders", "schemaName": "public", "columns": [{ "name": "Id" }, { "name": "Total" }] }] }`
    await openElement(page, { value: broken, catalog: CATALOG, options: { datasourceType: 'postgres' } })
    const names = ['Repair', 'Fix all 2: name-case']
    for (const name of names) await page.getByRole('button', { name, exact: true }).waitFor()
    // In one turn: no reply comes in between.
    await page.locator('datamart-editor').evaluate((editor, names) => {
      const buttons = [...editor.shadowRoot.querySelectorAll('button')]
      for (const name of names) buttons.find((button) => (button.ariaLabel ?? button.textContent).trim() === name).click()
    }, names)
    await eventually(async () => assert.equal(await textOf(page), broken.replaceAll("'", '"').replace('Id', 'id').replace('Total', 'total')))
  }))

test('what the user types is never markup', () =>
  inPage(async (page) => {
    const name = '<img src=x onerror="document.title=1"><b>x</b>'
    await openText(page, json(datamart({ name, [name]: 1, tableList: [{ name, columns: [{ name }] }] })))
    await page.getByRole('button', { name: /^\d+ errors/ }).waitFor()
    for (const view of ['Tables', 'Relationships', 'Tenancy', 'Changes']) await page.getByRole('tab', { name: view }).click()
    const made = await page.locator('datamart-editor').evaluate(({ shadowRoot }) => shadowRoot.querySelectorAll('img, b').length)
    assert.equal(made, 0)
  }))
