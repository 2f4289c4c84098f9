/** The issues by table, and the diagram of joins. */

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { codes, datamart, enter, inPage, json, openEditor, openSample, putCaret, selection } from './support.mjs'

/** @param {import('playwright-core').Page} page */
function groups(page) {
  return page.$$eval('#issue-list > li', (items) =>
    items.map((item) => [item.querySelector('.group-head span').textContent, item.querySelectorAll('.issue').length]),
  )
}

test('issues are grouped by table, and the choice is remembered', () =>
  inPage(async (page) => {
    await openEditor(page)
    await openSample(page, 'shop-mistakes')
    const all = await codes(page)
    await page.click('label:has([value=table])')
    const shown = await groups(page)
    assert.deepEqual(
      shown.map(([title]) => title),
      ['shop.custmers', 'shop.orders', 'archive.order_items', 'shop.Products', 'shop.countries', 'Tenancy', 'Relationships'],
    )
    assert.equal(shown.reduce((sum, [, count]) => sum + count, 0), all.length)
    assert.match(await page.textContent('.group-head >> nth=1'), /2 errors.*1 warning/)

    // An issue leads to its position, and the caret to its issue, as in the other order.
    await page.click('.group-issues >> nth=1 >> .issue-go >> nth=0')
    const { selected, start } = await selection(page)
    assert.equal(selected, '"totl"')
    await putCaret(page, start + 1)
    await page.waitForSelector('.issue-current:has-text("totl")')
    await page.focus('.group-issues >> nth=0 >> .issue-go')
    await page.keyboard.press('ArrowDown')
    assert.match(await page.evaluate(() => document.activeElement.textContent), /totl/)

    await page.reload()
    await page.waitForSelector('html[data-started]')
    assert.deepEqual(await groups(page), shown)
    await page.click('label:has([value=place])')
    assert.deepEqual(await codes(page), all)
  }))

test('the datamart itself comes first, and unnamed tables are shown by number', () =>
  inPage(async (page) => {
    await openEditor(page)
    await page.click('label:has([value=table])')
    await enter(page, json(datamart({ extra: 1, tableList: [{ name: 'orders', columns: [{ name: 'a' }] }, { columns: [] }] })))
    assert.deepEqual((await groups(page)).map(([title]) => title), ['The datamart itself', 'Table 2, unnamed'])
  }))

test('the counts of a table in the summary lead to its issues, however many come before', () =>
  inPage(async (page) => {
    await openEditor(page)
    const wrong = Array.from({ length: 150 }, (_, index) => ({ name: `c${index}`, isHide: 'yes' }))
    await enter(page, json(datamart({ tableList: [{ name: 'first', columns: wrong }, { name: 'second', columns: [{ name: 'a', isHide: 'no' }] }] })))
    assert.match(await page.textContent('.table-issues >> nth=1'), /1 error.*of second/)
    await page.click('.table-issues >> nth=1')
    assert.equal(await page.evaluate(() => document.activeElement.querySelector('span').textContent), 'second')
    const { y, height } = await page.locator('.group-head', { hasText: 'second' }).boundingBox()
    assert.ok(y > 0 && y + height < 900)
    assert.ok(await page.isChecked('[name=issue-order][value=table]'))
    // The page itself has not scrolled.
    assert.equal(await page.evaluate(() => scrollY), 0)
  }))

test('the tables and their joins are drawn, and described in words', () =>
  inPage(async (page) => {
    await openEditor(page)
    await openSample(page, 'shop-right')
    assert.equal(await page.getAttribute('.joins-picture', 'aria-label'), 'How 5 tables are joined by 5 relationships')
    assert.deepEqual(await page.$$eval('.joins li', (items) => items.map((item) => item.textContent)), [
      'customers to orders (id = customer_id), OneToMany',
      'orders to order_items (id = order_id), OneToMany',
      'products to order_items (id = product_id), OneToMany',
      'categories to products (id = category_id), OneToMany',
      'categories to itself (id = parent_id), OneToMany',
    ])
    assert.equal(await page.$$eval('.join-line', (lines) => lines.length), 5)
    const boxes = await page.$$eval('.join-table rect', (all) => all.map((box) => box.getBoundingClientRect().toJSON()))
    for (const [index, one] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) {
        assert.ok(one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top)
      }
    }

    await openSample(page, 'shop-mistakes')
    assert.equal(await page.$$eval('.join-unreached', (all) => all.length), 2)
    assert.match(await page.textContent('.joins'), /refunds: joined to nothing/)

    // Cycles, missing tables, no relationship.
    const tableList = ['a', 'b', 'c'].map((name) => ({ name, columns: [{ name: 'id' }] }))
    const relation = (parent, child) => ({ parentTableName: parent, parentColumnName: 'id', childTableName: child, childColumnName: 'id', relationshipName: `${parent}${child}` })
    await enter(page, json(datamart({ tableList, relationships: [relation('a', 'b'), relation('b', 'c'), relation('c', 'a'), relation('a', 'gone')] })))
    assert.equal(await page.$$eval('.join-line', (lines) => lines.length), 3)
    await enter(page, json(datamart({ tableList })))
    assert.equal(await page.$$eval('.joins', (all) => all.length), 0)
    const many = Array.from({ length: 60 }, (_, index) => ({ name: `t${index}`, columns: [{ name: 'id' }] }))
    await enter(page, json(datamart({ tableList: many, relationships: [relation('t0', 't1')] })))
    assert.match(await page.textContent('.joins-note'), /60 tables and 1 relationship: too many/)
  }))
