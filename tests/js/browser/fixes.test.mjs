/** One-click fixes: how they change the text, and how they are undone. */

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { codes, datamart, enter, inPage, json, openEditor, openSample, selection, viewOf } from './support.mjs'

test('a click fixes exactly its part of the text; undo restores the old text', () =>
  inPage(async (page) => {
    await openEditor(page)
    await openSample(page, 'shop-mistakes')
    const before = (await selection(page)).text
    const count = (await codes(page)).length
    await page.click('.issue:has(.code:text-is("unknown-table")) .issue-fix')

    // The relationship refers to the table too.
    const after = before.replaceAll('"custmers"', '"customers"')
    assert.notEqual(after, before)
    assert.equal((await selection(page)).text, after)
    const left = await codes(page)
    assert.equal(left.length, count - 1)
    assert.ok(!left.includes('unknown-table'))
    assert.match(await page.textContent('#fix-words'), /^Done: Change to customers\. $/)
    // The focus is on the issue that took its place.
    assert.match(await page.evaluate(() => document.activeElement.textContent), /no column totl/)

    await page.keyboard.press('Control+z')
    assert.equal((await selection(page)).text, before)
    assert.equal((await codes(page)).length, count)
    assert.equal(await page.isVisible('#undo-fix'), false)
    assert.ok((await selection(page)).focused)
    await page.keyboard.press('Control+y')
    assert.equal((await selection(page)).text, after)
    await page.keyboard.press('Control+z')

    await page.click('.issue:has(.code:text-is("unknown-column")) .issue-fix')
    assert.equal((await selection(page)).text, before.replace('"totl"', '"total"'))
    await page.click('#undo-fix')
    assert.equal((await selection(page)).text, before)
  }))

test('the keyboard moves from fix to fix', () =>
  inPage(async (page) => {
    await openEditor(page)
    await enter(page, json(datamart({ tabel: 1, tableList: [{ name: 'orders', columns: [{ name: 'id', isHide: 'true' }, { name: 'total', lable: 'x' }] }] })))
    await page.focus('.issue-go')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    assert.match(await page.evaluate(() => document.activeElement.textContent), /lable/)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const { text } = await selection(page)
    assert.deepEqual(JSON.parse(text).tableList[0].columns, [{ name: 'id', isHide: true }, { name: 'total', label: 'x' }])
    assert.ok(text.includes('"label": "x"'))
  }))

test('the last issue leaves the focus in the text', () =>
  inPage(async (page) => {
    await openEditor(page)
    await enter(page, json(datamart({ tableList: [{ name: 'orders', columns: [{ name: 'id', isHide: 'false' }] }] })))
    await page.click('.issue-fix')
    assert.deepEqual(await codes(page), [])
    assert.ok((await selection(page)).focused)
    assert.match(await page.textContent('#fix-words'), /No issues are left/)
    // The status message disappears when its text changes.
    await page.keyboard.type(' ')
    assert.equal(await page.textContent('#fix-words'), '')
  }))

test('while the text cannot be parsed, fixes wait and say why, except the repair', () =>
  inPage(async (page) => {
    await openEditor(page)
    await page.click('label:has([value=table])')
    const right = json(datamart({ tableList: [{ name: 'orders', columns: [{ name: 'id', isHide: 'true' }] }] }))
    const text = right.replace('"warehouse",', '"warehouse"')
    await enter(page, text)
    assert.ok((await codes(page)).includes('syntax'))
    const repair = page.getByRole('button', { name: /Repair the JSON/ })
    const other = page.locator('.issue-fix').filter({ hasNotText: 'Repair the JSON' })
    assert.equal(await other.count(), 1)
    assert.equal(await other.getAttribute('aria-disabled'), 'true')
    assert.match(await page.textContent('#fixes-wait'), /until the text is JSON/)
    assert.ok(await page.isVisible('#fixes-wait'))
    await page.click('label:has([value=place])')
    assert.equal(await other.getAttribute('aria-disabled'), 'true')
    await other.click({ force: true })
    assert.equal((await selection(page)).text, text)

    assert.equal(await repair.getAttribute('aria-disabled'), null)
    await repair.click()
    await page.waitForSelector('.issue-fix:not([aria-disabled])')
    assert.deepEqual(JSON.parse((await selection(page)).text), JSON.parse(right))
    assert.equal((await codes(page)).includes('syntax'), false)
    assert.equal(await other.getAttribute('aria-disabled'), null)
    assert.equal(await page.isVisible('#fixes-wait'), false)
  }))

test('a long text that has changed since its validation is fixed in its current state', () =>
  inPage(async (page) => {
    await openEditor(page)
    const columns = Array.from({ length: 6000 }, (_, index) => ({ name: `column_${index}`, label: `Column ${index}` }))
    columns[5000].isHide = 'true'
    const text = json(datamart({ tableList: [{ name: 'orders', columns }] }))
    assert.ok(text.length > 200_000)
    await enter(page, text)
    await page.waitForSelector('#verdict:not([aria-busy])')
    const view = await viewOf(page)
    await view.evaluate((view) => {
      view.dispatch({ changes: { from: 1, insert: '\n\n' }, userEvent: 'input' })
      document.querySelector('.issue-fix').click()
    })
    assert.equal((await selection(page)).text, `{\n\n${text.slice(1)}`.replace('"isHide": "true"', '"isHide": true'))
    await page.click('#undo-fix')
    assert.ok((await selection(page)).text.includes('"isHide": "true"'))
  }))
