/** The custom columns in the summary: their SQL, its underlines, the columns it uses. */

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { codes, datamart, enter, eventually, inPage, json, openEditor, openSample, putCaret, selection, takeCompletion, underlined } from './support.mjs'

/** A datamart whose table `orders` has these columns in addition to `id` and `total`. */
function withColumns(...columns) {
  return datamart({ tableList: [{ name: 'orders', columns: [{ name: 'id' }, { name: 'total' }, ...columns] }] })
}

/** @param {string} name @param {string} sql */
function custom(name, sql, more = {}) {
  return { name, isCustomColumn: true, sql, ...more }
}

/** What the summary shows for each custom column. @param {import('playwright-core').Page} page */
function shown(page) {
  return page.$$eval('.custom-column', (items) =>
    items.map((item) => ({
      name: item.querySelector('.custom-name').textContent,
      sql: item.querySelector('.sql-text')?.textContent,
      marks: [...item.querySelectorAll('.mark')].map((mark) => mark.textContent),
      tags: [...item.querySelectorAll('.tag')].map((tag) => tag.textContent),
      uses: [...item.querySelectorAll('.chip')].map((chip) => `${chip.className.replace(/chip chip-|^chip$/g, '')} ${chip.querySelector('span').textContent}`),
    })),
  )
}

test('an expression is underlined at the same characters in the text and in the summary', () =>
  inPage(async (page) => {
    await openEditor(page)
    // Escapes and characters of two units before the mistake: the three ways of counting differ.
    const sql = `CASE WHEN total > 1 THEN '😀"\\👩‍👩‍👧' || "id" ELSE\n\ttotl = NULL END`
    const text = json(withColumns(custom('emoji', sql))).replaceAll('👩‍👩‍👧', '\\ud83d\\udc69')
    await enter(page, text)
    assert.deepEqual(await codes(page), ['sql-unknown-column', 'sql-suspicious'])
    assert.deepEqual((await underlined(page)).map(({ text }) => text), ['totl', '= NULL'])
    const [column] = await shown(page)
    assert.equal(column.sql, sql.replaceAll('👩‍👩‍👧', '👩'))
    assert.deepEqual(column.marks, ['totl', '= NULL'])
    assert.deepEqual(column.uses, ['known total', 'known id', 'unknown totl'])
    assert.deepEqual(await page.$$eval('.sql-column', (spans) => spans.map((span) => span.textContent)), ['total', '"id"', 'totl'])

    await page.click('.custom-column .mark >> nth=1')
    assert.deepEqual(await selection(page).then(({ selected, start }) => [selected, start]), ['= NULL', text.indexOf('= NULL')])
    await page.click('.chip-unknown')
    assert.equal((await selection(page)).selected, 'totl')
    await page.click('.sql', { position: { x: 2, y: 4 } })
    assert.equal((await selection(page)).selected, JSON.stringify(sql).slice(1, -1).replaceAll('👩‍👩‍👧', '\\ud83d\\udc69'))
  }))

test('the names in an expression link to the columns', () =>
  inPage(async (page) => {
    await openEditor(page)
    const columns = [
      custom('net', 'TOTAL - orders.total * 0.19 + total'),
      custom('share', 'SUM(net) / COUNT(tenant)', { isAggregate: true }),
      custom('rank', 'RANK() OVER (ORDER BY customers.age)'),
      custom('many', '(SELECT MAX(x.id) FROM x)'),
      custom('one', 'NOW()'),
      { name: 'none', isCustomColumn: true },
    ]
    const value = withColumns(...columns)
    value.tableList[0].clientColumn = 'tenant'
    value.tableList.push({ name: 'customers', columns: [{ name: 'age' }] })
    const text = json(value)
    await enter(page, text)
    const seen = await shown(page)
    assert.deepEqual(
      seen.map(({ name, tags, uses }) => [name, tags, uses]),
      [
        ['net', [], ['known TOTAL']],
        ['share', ['aggregate'], ['known net', 'known tenant']],
        ['rank', ['window'], ['foreign customers.age']],
        ['many', [], ['unclaimed x.id']],
        ['one', [], []],
        ['none', [], []],
      ],
    )
    assert.match(await page.textContent('.custom-column:nth-child(5)'), /uses no columns/)
    assert.match(await page.textContent('.custom-column:nth-child(6)'), /no SQL/)

    for (const [chip, key, piece] of [
      ['TOTAL', '"name": ', '"total"'],
      ['net', '"name": ', '"net"'],
      ['tenant', '"clientColumn": ', '"tenant"'],
      ['customers.age', '"name": ', '"age"'],
    ]) {
      await page.click(`.chip:has-text("${chip}")`)
      const { selected, start, focused } = await selection(page)
      assert.deepEqual([selected, start, focused], [piece, text.indexOf(key + piece) + key.length, true], chip)
    }
    await page.focus('.custom-name >> nth=1')
    await page.keyboard.press('Enter')
    assert.equal((await selection(page)).selected, '"share"')
  }))

test('the caret in an expression shows the columns that it uses', () =>
  inPage(async (page) => {
    await openEditor(page)
    const text = json(withColumns(custom('net', 'total - 1'), custom('gross', 'net + id')))
    await enter(page, text)
    const tinted = async () => {
      await underlined(page)
      return page.$$eval('#text .used', (names) => names.map((name) => name.textContent))
    }
    await putCaret(page, text.indexOf('net + id'))
    await page.waitForSelector('.custom-current')
    assert.deepEqual(await tinted(), ['"id"', '"net"'])
    assert.equal(await page.textContent('.custom-current .custom-name'), 'gross')
    await page.keyboard.type('total/')
    assert.deepEqual(await tinted(), ['"id"', '"total"', '"net"'])
    await putCaret(page, 0)
    await page.waitForSelector('.custom-current', { state: 'detached' })
    assert.deepEqual(await tinted(), [])
  }))

test('an expression is edited separately, with completion, and returns as one change', () =>
  inPage(async (page) => {
    await openEditor(page)
    const sql = 'totl * 2 -- "x"\n'
    const text = json(withColumns(custom('net', sql), custom('gross', 'net')))
    await enter(page, text)
    await page.click('.sql-edit >> nth=0')
    assert.equal(await page.textContent('#sql-dialog h2'), 'SQL of net')
    assert.equal(await page.textContent('#sql-dialog .cm-lintRange'), 'totl')
    assert.match(await page.textContent('#sql-issues'), /no column totl/)

    // The fix is offered here too, and the button that leads back to the column is found.
    await page.click('#sql-issues .issue-fix')
    await page.waitForSelector('#sql-issues li', { state: 'detached' })
    await page.keyboard.press('Control+End')
    await page.keyboard.type('+ orders.')
    // Completions for an earlier letter stay until others arrive.
    await eventually(async () =>
      assert.deepEqual(await page.$$eval('#sql-dialog .cm-completionLabel', (labels) => labels.map((label) => label.textContent)), ['gross', 'id', 'total']),
    )
    await page.keyboard.type('gr')
    await takeCompletion(page, 'gross')
    await page.waitForSelector('#sql-issues:has-text("refers to itself")')

    assert.equal((await selection(page)).text, text)
    await page.click('#sql-apply')
    const changed = JSON.stringify('total * 2 -- "x"\n+ orders.gross')
    const after = await selection(page)
    assert.deepEqual([after.text, after.selected, after.focused], [text.replace(JSON.stringify(sql), changed), changed, true])
    assert.ok((await codes(page)).includes('sql-cycle'))
    await page.keyboard.press('Control+z')
    assert.equal((await selection(page)).text, text)
  }))

test('a missing expression is written into the column', () =>
  inPage(async (page) => {
    await openEditor(page)
    for (const [column, written] of [
      ['{ "name": "net", "isCustomColumn": true }', '{ "name": "net", "isCustomColumn": true, "sql": "total * 2" }'],
      ['{ "name": "net", "sql": null, "isCustomColumn": true }', '{ "name": "net", "sql": "total * 2", "isCustomColumn": true }'],
    ]) {
      const text = `{ "name": "sales", "datasourceName": "warehouse", "tableList": [{ "name": "orders", "columns": [{ "name": "total" }, ${column}] }] }`
      await enter(page, text)
      assert.deepEqual(await codes(page), ['required'])
      await page.click('.sql-edit:has-text("Write")')
      await page.keyboard.type('total * 2')
      await page.keyboard.press('Control+Enter')
      assert.equal((await selection(page)).text, text.replace(column, written))
      assert.deepEqual(await codes(page), [])
    }
  }))

test('an unchanged expression changes nothing', () =>
  inPage(async (page) => {
    await openEditor(page)
    const text = json(withColumns(custom('net', 'total - 1')))
    await enter(page, text)
    for (const [typed, leave] of [
      [' - 2', () => page.click('#sql-cancel')],
      ['', () => page.keyboard.press('Escape')],
    ]) {
      await page.click('.sql-edit')
      await page.keyboard.type(typed)
      await leave()
      await page.waitForSelector('#sql-dialog:not([open])', { state: 'attached' })
      assert.equal((await selection(page)).text, text)
      assert.equal(await page.evaluate(() => document.activeElement.className), 'link sql-edit')
    }
    await page.click('.sql-edit')
    await page.keyboard.press('Control+Enter')
    await page.waitForSelector('#sql-dialog:not([open])', { state: 'attached' })
    assert.equal((await selection(page)).text, text)
    assert.ok(await page.isHidden('#undo-fix'))
  }))

test('typed SQL is discarded only by Cancel', () =>
  inPage(async (page) => {
    await openEditor(page)
    const text = json(withColumns(custom('net', 'total - 1')))
    await enter(page, text)
    await page.click('.sql-edit')
    await page.keyboard.type(' - 22')
    // Completions that are being looked for take the first Escape.
    await eventually(async () => {
      await page.keyboard.press('Escape')
      assert.ok(await page.isVisible('#sql-unapplied'))
    })
    // Once more closes a dialog that has refused it.
    for (let presses = 0; presses < 3; presses++) {
      await page.keyboard.press('Escape')
      await page.waitForSelector('#sql-dialog[open]')
      assert.equal(await page.textContent('#sql-dialog .cm-content'), 'total - 1 - 22')
    }
    // Other ways to close it, such as a gesture.
    await page.$eval('#sql-dialog', (dialog) => dialog.close())
    await page.waitForSelector('#sql-dialog[open]')
    await page.keyboard.type('3')
    await page.click('#sql-apply')
    await page.waitForSelector('#sql-dialog:not([open])', { state: 'attached' })
    assert.equal((await selection(page)).text, text.replace('total - 1', 'total - 1 - 223'))

    await page.click('.sql-edit')
    assert.ok(await page.isHidden('#sql-unapplied'))
    await page.keyboard.type(' - 4')
    await page.keyboard.press('Escape')
    await page.click('#sql-cancel')
    await page.waitForSelector('#sql-dialog:not([open])', { state: 'attached' })
    assert.equal((await selection(page)).text, text.replace('total - 1', 'total - 1 - 223'))
  }))

test('the issues of an expression are shown with and without a mouse', () =>
  inPage(async (page) => {
    await openEditor(page)
    await enter(page, json(withColumns(custom('net', 'COALESCE(total, 0'))))
    const id = await page.getAttribute('.sql', 'aria-describedby')
    assert.equal(await page.textContent(`#${id}`), 'error: `(` is never closed. ')
    await page.hover('.custom-column .mark')
    await page.waitForSelector('.tooltip:has-text("is never closed")')
    await page.keyboard.press('Escape')
    await page.waitForSelector('.tooltip', { state: 'hidden' })
  }))

test('the dialect follows the datasource type, and changes with it', () =>
  inPage(async (page) => {
    await openEditor(page)
    await enter(page, json(withColumns(custom('net', '`total` - 1'))))
    await page.selectOption('#datasource-type', 'mysql')
    assert.deepEqual((await shown(page))[0].uses, ['known total'])
    await page.selectOption('#datasource-type', 'mongodb')
    assert.deepEqual((await shown(page))[0].uses, [])
    await page.selectOption('#datasource-type', 'mysql')
    assert.deepEqual((await shown(page))[0].uses, ['known total'])
  }))

test('only the open part of a large datamart is read', () =>
  inPage(async (page) => {
    await openEditor(page)
    const tableList = Array.from({ length: 100 }, (_, table) => ({
      name: `table_${table}`,
      columns: Array.from({ length: 50 }, (_, column) =>
        column % 2 === 0 ? { name: `c_${column}` } : custom(`c_${column}`, `c_${column - 1} + ${table}`),
      ),
    }))
    await enter(page, json(datamart({ tableList })))
    await page.waitForSelector('#verdict:not([aria-busy])')
    assert.equal(await page.$$eval('.custom', (all) => all.length), 100)
    assert.equal(await page.$$eval('.custom-column', (all) => all.length), 0)
    await page.click('.custom summary >> nth=41')
    await page.waitForSelector('.custom-column')
    const columns = await shown(page)
    assert.equal(columns.length, 25)
    assert.deepEqual(columns[0], { name: 'c_1', sql: 'c_0 + 41', marks: [], tags: [], uses: ['known c_0'] })

    // What was opened stays open while typing; another datamart starts fresh.
    await page.selectOption('#datasource-type', 'postgres')
    assert.equal(await page.$$eval('.custom-column', (all) => all.length), 25)
    await openSample(page, 'valid')
    assert.ok(await page.$$eval('.custom', (all) => all.every(({ open }) => open)))
  }))

test('a long expression stays inside its box', () =>
  inPage(
    async (page) => {
      await openEditor(page)
      const long = `${'total_of_everything_'.repeat(40)} + ${Array.from({ length: 300 }, (_, index) => `'😀${index}'`).join(' || ')}`
      await enter(page, json(withColumns(custom('a_very_long_name_'.repeat(20), long))))
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360)
      const { height } = await page.locator('.sql').boundingBox()
      assert.ok(height < 300)
      const [{ sql }] = await shown(page)
      assert.ok(sql.endsWith('…') && sql.isWellFormed?.() !== false)
    },
    { viewport: { width: 360, height: 740 } },
  ))

test('the summary of a text that is broken elsewhere has no wrong links', () =>
  inPage(async (page) => {
    await openEditor(page)
    await enter(page, json(withColumns(custom('net', '<img src=x> + total'))))
    await enter(page, '{ "name": ')
    assert.equal(await page.isDisabled('.sql'), true)
    assert.equal(await page.isDisabled('.custom-name'), true)
    assert.equal(await page.$$eval('#summary img', (images) => images.length), 0)
  }))
