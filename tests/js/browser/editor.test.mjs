/** The text, its underlines, the list of issues and the summary. */

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { codes, datamart, enter, inPage, insertAt, json, openEditor, openSample, putCaret, selection, SITE, underlined, viewOf } from './support.mjs'

test('the page starts, contacts no other server, and shows the result for its first sample', () =>
  inPage(async (page) => {
    await openEditor(page)
    assert.match(await page.textContent('#verdict-words'), /Not valid.*error/)
    assert.ok((await codes(page)).length >= 8)
    assert.match(await page.title(), /Datamart editor/)
    assert.match(await page.textContent('#time'), /^judged in \d+(\.\d)? ms$/)
    assert.equal(await page.isVisible('#failure'), false)
  }))

test('a mistake shows while it is typed, and disappears when it is fixed', () =>
  inPage(async (page) => {
    await openEditor(page)
    const text = json(datamart({ tableList: [{ name: 'orders', columns: [{ name: 'id', label: 'Number' }] }] }))
    await enter(page, text)
    assert.match(await page.textContent('#verdict-words'), /^Valid/)
    assert.deepEqual(await codes(page), [])

    await putCaret(page, text.indexOf('label') + 5)
    await page.keyboard.type('s')
    assert.deepEqual(await codes(page), ['unknown-field'])
    assert.deepEqual(await underlined(page), [{ text: '"labels"', error: false }])
    assert.match(await page.textContent('#verdict-words'), /^Valid1 warning$/)

    await page.keyboard.press('Backspace')
    assert.deepEqual(await codes(page), [])
    assert.deepEqual(await underlined(page), [])
  }))

test('clicking an issue selects exactly its characters', () =>
  inPage(async (page) => {
    await openEditor(page)
    const tableList = [{ name: '👩‍👩‍👧 e\u0301', columns: [{ name: 'a' }, { name: 'a' }] }]
    const text = json(datamart({ tableList, comment: '😀 “x” 表', '𝒳': 1 }))
    await enter(page, text)
    assert.deepEqual(await codes(page), ['duplicate-column', 'unknown-field', 'unknown-field'])

    const expected = ['"a"', '"comment"', '"𝒳"']
    for (const [index, piece] of expected.entries()) {
      await page.click(`.issue-go >> nth=${index}`)
      const { selected, start, focused } = await selection(page)
      assert.equal(selected, piece)
      assert.ok(focused)
      if (index === 0) assert.equal(start, text.lastIndexOf('"a"'))
      await page.waitForSelector(`.issue.issue-current:nth-child(${index + 1})`)
    }

    await page.click('[data-related="0"]')
    assert.equal((await selection(page)).start, text.indexOf('"a"'))
  }))

test('each underline is where the package says, even if the text is out of view', () =>
  inPage(async (page) => {
    await openEditor(page)
    const columns = Array.from({ length: 400 }, (_, index) => ({ name: `column_${index}` }))
    columns[377].isHide = 'yes'
    await enter(page, json(datamart({ tableList: [{ name: 'wide', columns }] })))
    assert.deepEqual(await underlined(page), [])
    await page.click('.issue-go')
    assert.equal((await selection(page)).selected, '"yes"')
    assert.deepEqual(await underlined(page), [{ text: '"yes"', error: true }])
    const [mark, area] = [await page.locator('#editor .cm-lintRange').boundingBox(), await page.locator('#editor').boundingBox()]
    assert.ok(mark.y > area.y && mark.y + mark.height < area.y + area.height)
  }))

test('a click on an underline puts the caret there, whatever is before it', () =>
  inPage(async (page) => {
    await openEditor(page)
    const lines = [
      '{',
      '\t"tab\tin\tside": 1,',
      '  "emoji 😀👩‍👩‍👧🇩🇪": "x😀", "after": 2,',
      '  "wide 表表表表 한국어 ｆｕｌｌ": 3, "after": 4,',
      '  "combining e\u0301 a\u0308": 5, "after": 6,',
      `  "long": "${'0123456789 '.repeat(60)}", "after": 7,`,
      ...Array.from({ length: 90 }, (_, index) => `  "line ${index}": ${index},`),
      '  "last": 8',
      '}',
    ]
    const text = lines.join('\n')
    await enter(page, text)

    // A click on the left edge of an underlined key must put the caret before it.
    const view = await viewOf(page)
    for (const piece of ['"tab\tin\tside"', '"after": 2', '"after": 4', '"after": 6', '"after": 7', '"line 80"', '"last"']) {
      const start = text.indexOf(piece)
      // F8 goes to the issue after the caret and scrolls it into view.
      await putCaret(page, start - 1)
      await page.keyboard.press('F8')
      assert.equal((await selection(page)).start, start, piece)
      await underlined(page)
      const place = await view.evaluate((view, at) => {
        const mark = [...view.contentDOM.querySelectorAll('.cm-lintRange')].find((mark) => view.posAtDOM(mark) === at)
        const { left, top, height } = mark.getBoundingClientRect()
        return { x: left, y: top + height / 2 }
      }, start)
      await page.mouse.click(place.x + 1, place.y)
      assert.equal((await selection(page)).start, start, piece)
    }
  }))

test('the underlines work with and without a mouse', () =>
  inPage(async (page) => {
    await openEditor(page)
    const text = json(datamart({ tabelList: [], name: 'my shop' }))
    await enter(page, text)
    await putCaret(page, text.indexOf('tabel'))
    await page.waitForSelector('#caret-message:has-text("tabelList")')
    assert.equal(await page.$$eval('.issue-current', (items) => items.length), 1)
    assert.match(await page.textContent('#caret'), /^Line \d+, column 4$/)

    const { x, y, width, height } = await page.locator('#editor .cm-lintRange', { hasText: 'tabelList' }).boundingBox()
    await page.mouse.move(x + width / 2, y + height / 2)
    await page.waitForSelector('.cm-tooltip-lint:has-text("tabelList")')
    await page.keyboard.press('Escape')
    await page.waitForSelector('.cm-tooltip-lint', { state: 'detached' })
  }))

test('issues can be reached and activated with the keyboard', () =>
  inPage(async (page) => {
    await openEditor(page)
    await page.focus('#text')
    // Tab leaves the text: previous issue, next issue, the order of the issues, then the first
    // issue.
    const reached = []
    for (let presses = 0; presses < 4; presses++) {
      await page.keyboard.press('Tab')
      reached.push(await page.evaluate(() => document.activeElement.id || document.activeElement.className || document.activeElement.name))
    }
    assert.deepEqual(reached, ['previous-issue', 'next-issue', 'issue-order', 'issue-go'])

    await page.focus('.issue-go')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const { selected, focused } = await selection(page)
    assert.equal(selected, '"lable"')
    assert.ok(focused)

    await page.keyboard.press('F8')
    assert.equal((await selection(page)).selected, '"true"')
    await page.keyboard.press('Shift+F8')
    assert.equal((await selection(page)).selected, '"lable"')
  }))

test('the samples show what they promise', () =>
  inPage(async (page) => {
    await openEditor(page)
    for (const id of ['valid', 'vendor-style', 'shop-right']) {
      await openSample(page, id)
      assert.match(await page.textContent('#verdict-words'), /^Validno issues$/, id)
    }
    await openSample(page, 'mistakes')
    const shown = new Set(await codes(page))
    assert.ok(shown.size >= 15)
    assert.ok(shown.has('table-not-isolated') && shown.has('sql-cycle'))
    await openSample(page, 'broken')
    assert.ok((await codes(page)).filter((code) => code === 'syntax').length >= 4)
    await openSample(page, 'empty')
    assert.deepEqual([...new Set(await codes(page))], ['required'])

    // Opening a sample never loses the work that it replaces.
    await enter(page, '{ "my": "work" }')
    await openSample(page, 'valid')
    await page.focus('#text')
    await page.keyboard.press('Control+z')
    assert.equal((await selection(page)).text, '{ "my": "work" }')
  }))

test('the summary lists the tables, links to them, and survives a broken text', () =>
  inPage(async (page) => {
    await openEditor(page)
    await openSample(page, 'mistakes')
    assert.deepEqual(await page.$$eval('.table-name', (names) => names.map((name) => name.textContent)), [
      'sales.orders',
      'sales.order_items',
      'crm.customers',
      'catalog.products',
    ])
    assert.match(await page.textContent('.table >> nth=0'), /14 columns.*tenant_id/)
    assert.match(await page.textContent('.table-issues >> nth=0'), /5 errors.*3 warnings/)
    assert.match(await page.textContent('.table >> nth=1'), /3 hidden.*no client column/)
    await page.click('.table >> nth=2')
    assert.equal((await selection(page)).selected, '"customers"')

    const { text } = await selection(page)
    await enter(page, text.replace('"columns": [', '"columns" ['))
    assert.match(await page.textContent('#summary'), /not JSON yet/)
    assert.equal(await page.$$eval('.table', (tables) => tables.length), 4)

    await enter(page, '{ "name": "sh')
    assert.match(await page.textContent('#summary'), /last text that could be/)
    assert.equal(await page.$$eval('.table', (tables) => tables.length), 4)
    assert.ok(await page.isDisabled('.table >> nth=0'))
  }))

test('options change the result', () =>
  inPage(async (page) => {
    await openEditor(page)
    await enter(page, json(datamart({ name: 'Shop' })))
    await page.selectOption('#datasource-type', 'postgres')
    assert.deepEqual(await codes(page), ['schema-required'])
    await page.selectOption('#datasource-type', '')
    await page.fill('#existing-datamarts', 'other, shop')
    assert.deepEqual(await codes(page), ['datamart-name-case'])
    assert.match(await page.textContent('#verdict-words'), /^Valid1 warning$/)
    await page.check('#strict')
    assert.match(await page.textContent('#verdict-words'), /^Not valid1 error$/)
  }))

test('text and options survive a reload, until the user starts over', () =>
  inPage(async (page) => {
    await openEditor(page)
    await enter(page, json(datamart()))
    await page.selectOption('#datasource-type', 'trino')
    await page.fill('#base-url', 'https://me:secret-word@example.com')
    await page.waitForFunction(() => localStorage.getItem('datamart-editor')?.includes('trino'))
    await page.waitForSelector('#base-url-problem:not([hidden])')
    await page.reload()
    await page.waitForSelector('html[data-started]')
    assert.equal((await selection(page)).text, json(datamart()))
    assert.equal(await page.inputValue('#datasource-type'), 'trino')
    assert.doesNotMatch(await page.evaluate(() => JSON.stringify({ ...localStorage })), /secret-word/)

    await page.click('#start-over')
    await page.waitForFunction(() => document.querySelector('#datasource-type').value === '')
    assert.equal(await page.evaluate(() => localStorage.length), 0)
    assert.notEqual((await selection(page)).text, json(datamart()))
  }))

test('the text is formatted without changing its meaning', () =>
  inPage(async (page) => {
    await openEditor(page)
    const text = '{"name":"shop","datasourceName":"\\u0077","n":12345678901234567890,"tableList":[{"name":"t","columns":[{"name":"c"},{"name":"d"}]}]}'
    await enter(page, text)
    await page.click('#format')
    const formatted = (await selection(page)).text
    assert.match(formatted, /\n {8}\{ "name": "c" \},\n/)
    assert.ok(formatted.includes('12345678901234567890') && formatted.includes('"\\u0077"'))
    assert.deepEqual(JSON.parse(formatted), JSON.parse(text))
    await enter(page, '{')
    assert.ok(await page.isDisabled('#format'))
  }))

test('a long text is validated when typing pauses, and its underlines move along until then', () =>
  inPage(async (page) => {
    await openEditor(page)
    const tables = Array.from({ length: 60 }, (_, table) => ({
      name: `table_${table}`,
      columns: Array.from({ length: 100 }, (_, column) => ({ name: `column_${column}`, label: `Column number ${column}` })),
    }))
    const text = `{ "oops": 1,\n${json(datamart({ tableList: tables })).slice(1)}`
    assert.ok(text.length > 200_000)
    await enter(page, text)
    await page.waitForSelector('#verdict:not([aria-busy])')
    assert.deepEqual(await codes(page), ['unknown-field'])
    assert.deepEqual(await underlined(page), [{ text: '"oops"', error: false }])
    await insertAt(page, 1, '\n\n')
    assert.deepEqual(await underlined(page), [{ text: '"oops"', error: false }])
    await page.waitForSelector('#verdict:not([aria-busy])')
    await page.click('.issue-go')
    assert.equal((await selection(page)).start, 4)
  }))

test('user input is never markup', () =>
  inPage(async (page) => {
    await openEditor(page)
    const evil = '<img src=x onerror=alert(1)><script>alert(1)</script>'
    await enter(page, json(datamart({ name: evil, [evil]: 1, tableList: [{ name: evil, schemaName: evil, columns: [{ name: evil }] }] })))
    assert.ok((await codes(page)).length > 0)
    assert.equal(await page.$$eval('main img, main script', (elements) => elements.length), 0)
  }))

test('if WebAssembly is not allowed, the page says which policy it needs', () =>
  inPage(
    async (page) => {
      await page.route(SITE, async (route) => {
        const response = await route.fetch()
        const headers = response.headers()
        const policy = headers['content-security-policy'].replace(" 'wasm-unsafe-eval'", '')
        await route.fulfill({ response, headers: { ...headers, 'content-security-policy': policy } })
      })
      await page.goto(SITE)
      await page.waitForSelector('#failure', { state: 'visible' })
      assert.match(await page.textContent('#failure-reason'), /wasm-unsafe-eval/)
    },
    { expectTrouble: true },
  ))

test('if a file does not load, the page says so', async () => {
  for (const missing of ['main.js', 'summary.js', 'datamart-validator/index.js', 'vendor/codemirror-view.js']) {
    await inPage(
      async (page) => {
        await page.route(`${SITE}${missing}`, (route) => route.fulfill({ status: 404, body: 'not found' }))
        await page.goto(SITE)
        await page.waitForSelector('#failure', { state: 'visible' })
        assert.notEqual(await page.textContent('#failure-reason'), '', missing)
      },
      { expectTrouble: true },
    )
  }
})

test('an error after the start leaves the editor as it is, and a sample that does not load is reported', () =>
  inPage(
    async (page) => {
      await openEditor(page)
      const text = json(datamart())
      await enter(page, text)
      const isIntact = async () => {
        assert.equal(await page.getAttribute('html', 'data-failed'), null)
        assert.ok(await page.isHidden('#failure'))
        assert.ok(await page.isVisible('#editor .cm-content'))
        assert.equal((await selection(page)).text, text)
      }
      await page.evaluate(async () => {
        /** @param {string} kind @param {() => void} act */
        const until = (kind, act) =>
          new Promise((done) => {
            addEventListener(kind, done, { once: true, capture: true })
            act()
          })
        await until('error', () => setTimeout(() => document.missing.late))
        await until('unhandledrejection', () => void Promise.reject(new Error('late')))
        await until('error', () => document.head.append(Object.assign(document.createElement('script'), { src: './missing.js' })))
      })
      await isIntact()
      await page.context().setOffline(true)
      await page.click('#samples summary')
      await page.click('[data-sample="valid"]')
      await page.waitForSelector('#options-notice:has-text("did not work")')
      await isIntact()
      await page.click('#start-over')
      await page.waitForSelector('#options-notice:has-text("did not work")')
      await isIntact()
      await page.context().setOffline(false)
      await openSample(page, 'valid')
      assert.equal(await page.textContent('#options-notice'), '')
    },
    { expectTrouble: true },
  ))
