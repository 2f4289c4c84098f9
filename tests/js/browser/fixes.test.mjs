/** Fixes with one click: what they change of the text, and how they are taken back. */

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { codes, datamart, enter, inPage, json, openEditor, openSample, selection } from './support.mjs'

test('a click mends exactly its place; undo brings the old text back', () =>
  inPage(async (page) => {
    await openEditor(page)
    await openSample(page, 'shop-mistakes')
    const before = (await selection(page)).text
    const count = (await codes(page)).length
    await page.click('.issue:has(.code:text-is("unknown-table")) .issue-fix')

    // The relationship names the table too.
    const after = before.replaceAll('"custmers"', '"customers"')
    assert.notEqual(after, before)
    assert.equal((await selection(page)).text, after)
    const left = await codes(page)
    assert.equal(left.length, count - 1)
    assert.ok(!left.includes('unknown-table'))
    assert.match(await page.textContent('#fix-words'), /^Done: Change to customers\. $/)
    // The focus is on the issue that has come in its place.
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

test('with the keyboard one goes from fix to fix', () =>
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
    // What was said goes with the text that it was said of.
    await page.keyboard.type(' ')
    assert.equal(await page.textContent('#fix-words'), '')
  }))

test('while the text cannot be parsed, fixes wait and say why', () =>
  inPage(async (page) => {
    await openEditor(page)
    await page.click('label:has([value=table])')
    const text = json(datamart({ tableList: [{ name: 'orders', columns: [{ name: 'id', isHide: 'true' }] }] })).replace('"warehouse",', '"warehouse"')
    await enter(page, text)
    assert.ok((await codes(page)).includes('syntax'))
    assert.equal(await page.getAttribute('.issue-fix', 'aria-disabled'), 'true')
    assert.match(await page.textContent('#fixes-wait'), /until the text is JSON/)
    assert.ok(await page.isVisible('#fixes-wait'))
    await page.click('label:has([value=place])')
    assert.equal(await page.getAttribute('.issue-fix', 'aria-disabled'), 'true')
    await page.click('.issue-fix', { force: true })
    assert.equal((await selection(page)).text, text)

    await enter(page, text.replace('"warehouse"', '"warehouse",'))
    assert.equal(await page.getAttribute('.issue-fix', 'aria-disabled'), null)
    assert.equal(await page.isVisible('#fixes-wait'), false)
  }))

test('a long text that has changed since it was judged is mended as it is now', () =>
  inPage(async (page) => {
    await openEditor(page)
    const columns = Array.from({ length: 6000 }, (_, index) => ({ name: `column_${index}`, label: `Column ${index}` }))
    columns[5000].isHide = 'true'
    const text = json(datamart({ tableList: [{ name: 'orders', columns }] }))
    assert.ok(text.length > 200_000)
    await enter(page, text)
    await page.waitForSelector('.issue-fix')
    await page.evaluate(() => {
      const area = document.querySelector('#text')
      area.setRangeText('\n\n', 1, 1)
      area.dispatchEvent(new InputEvent('input', { bubbles: true }))
      document.querySelector('.issue-fix').click()
    })
    assert.equal((await selection(page)).text, `{\n\n${text.slice(1)}`.replace('"isHide": "true"', '"isHide": true'))
    await page.click('#undo-fix')
    assert.ok((await selection(page)).text.includes('"isHide": "true"'))
  }))

test('what a fix does not change stays as it is written', () =>
  inPage(async (page) => {
    await openEditor(page)
    const set = (path, value) => ({ path, op: 'set', value })
    const remove = (path) => ({ path, op: 'remove' })
    const cases = [
      ['a value', '{ "a" : "x",\n\t"n":1.50e1 }', [set(['a'], 'y')], '{ "a" : "y",\n\t"n":1.50e1 }'],
      ['a piece of a string with escapes', '{"s":"\\u0061 😀 totl \\/ \\ud83d\\ude00"}', [set(['s'], 'a 😀 total / 😀')], '{"s":"\\u0061 😀 total \\/ \\ud83d\\ude00"}'],
      ['half of a character', '{"s":"😀"}', [set(['s'], '😁')], '{"s":"😁"}'],
      ['quotes in a string', '{"s":"a"}', [set(['s'], 'a"\n')], '{"s":"a\\"\\n"}'],
      ['another kind', '{"a":  "true"  }', [set(['a'], true)], '{"a":  true  }'],
      ['a new member on its line', '{\n    "a": 1\n}', [set(['b'], 'x')], '{\n    "a": 1,\n    "b": "x"\n}'],
      ['a new member on the same line', '{ "a": 1 }', [set(['b'], true)], '{ "a": 1, "b": true }'],
      ['a member of nothing', '{ "o": { } }', [set(['o', 'b'], true)], '{ "o": { "b": true } }'],
      ['into a list', '{ "l": {"n" : 12345678901234567890} }', [set(['l'], [{ n: 12345678901234567890 }])], '{ "l": [{"n" : 12345678901234567890}] }'],
      ['a key', '{ "lable" :"x", "z": 1 }', [remove(['lable']), set(['label'], 'x')], '{ "label" :"x", "z": 1 }'],
      ['the first member', '{\n  "a": 1,\n  "b": 2\n}', [remove(['a'])], '{\n  "b": 2\n}'],
      ['the last member', '{\n  "a": 1,\n  "b": 2\n}', [remove(['b'])], '{\n  "a": 1\n}'],
      ['the only member', '{ "o": { "a": 1 } }', [remove(['o', 'a'])], '{ "o": {} }'],
      ['an item', '[1, {"x":2} , 3]', [remove([1])], '[1, 3]'],
      ['two edits', '{"l":[1,2],"a":"x"}', [remove(['l', 0]), set(['l', 0], 9)], '{"l":[9],"a":"x"}'],
      ['a repeated key is written anew', '{"a":1,"a":2,"b":3}', [remove(['a'])], '{\n  "b": 3\n}\n'],
      ['a key that exists already', '{"a":1,"b":2}', [remove(['a']), set(['b'], 1)], '{"b":1}'],
    ]
    for (const [name, text, edits, expected] of cases) {
      const mended = await page.evaluate(
        async ([text, edits]) => {
          const [{ mendText }, { applyFix }] = await Promise.all([import('./mend-text.js'), import('./datamart-validator/index.js')])
          return mendText(text, { title: '', edits }, applyFix)
        },
        [text, edits],
      )
      assert.equal(mended, expected, name)
    }
  }))
