/** The page around the editor: samples, what is kept in the browser, the way to the sample API; and the faults of its predecessor. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAccessible } from './axe.mjs'
import { cell, EXPRESSION, LABEL, NAME, openElement, sample, textOf, valueOf } from './element.mjs'
import { Person } from './person.mjs'
import { startServer } from './site-server.mjs'
import { eventually, inPage, openPage, SITE } from './support.mjs'

/** @typedef {import('playwright-core').Page} Page */

/** Opens a sample, whose text is then shown. @param {Page} page @param {string} file */
async function openSample(page, file) {
  await page.getByRole('combobox', { name: 'Sample' }).selectOption(file)
  await eventually(async () => assert.equal(await textOf(page), sample(file)))
}

/** @param {Page} page @param {RegExp} words */
const count = (page, words) => page.getByRole('button', { name: words }).first()

/** Chooses a file. @param {Page} page @param {string} button @param {string} name @param {string} content */
async function choose(page, button, name, content) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: button, exact: true }).click()])
  await chooser.setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })
}

/** Until the browser keeps something. @param {Page} page @param {string} key @param {RegExp} words */
function kept(page, key, words) {
  return eventually(async () => {
    const found = await page.evaluate(async (key) => {
      const { get } = await import('idb-keyval')
      return (await get(key)) ?? ''
    }, `datamart-editor-${key}`)
    assert.match(found, words)
  })
}

test('the page starts, contacts no other server, and says that its API is a sample', () =>
  inPage(async (page) => {
    await openPage(page)
    await page.getByText('Sample API, in memory: nothing leaves this computer').waitFor()
    await page.getByText('Start a datamart').waitFor()
    await page.getByRole('heading', { name: 'Datamart editor', level: 1 }).waitFor()
    // There is no field for a token, and none is stored.
    assert.doesNotMatch(await page.content(), /type="password"/)
  }))

test('each sample shows what it promises, as one step of undo', () =>
  inPage(async (page) => {
    await openPage(page)
    for (const [file, words] of /** @type {const} */ ([
      ['shop-right.json', /^Valid$/],
      ['shop-mistakes.json', /\d errors/],
      ['valid.json', /^Valid$/],
      ['mistakes.json', /\d+ errors/],
      ['vendor-style.json', /^Valid$|^\d warnings?$/],
      ['broken.txt', /errors?/],
    ])) {
      await openSample(page, file)
      await count(page, words).waitFor()
    }
    await page.getByRole('button', { name: 'Undo' }).click()
    assert.equal(await textOf(page), sample('vendor-style.json'))
  }))

test('the whole path on the sample API: open, edit, see the change, send, and an issue of the reply at its field', () =>
  inPage(
    async (page) => {
      await openPage(page)
      await page.getByRole('button', { name: 'Open…' }).click()
      await page.getByRole('dialog').getByRole('button', { name: /^shop-orders/ }).click()
      await page.getByRole('button', { name: 'Update', exact: true }).waitFor()
      await page.getByRole('checkbox', { name: 'payments', exact: true }).waitFor()
      await page.getByRole('textbox', { name: 'Datamart name' }).fill('shop-sales')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Create', exact: true }).click()
      await page.getByRole('alert', { name: 'shop-sales was not created' }).waitFor()
      await page.getByRole('region', { name: 'Issues' }).getByRole('listitem').filter({ hasText: 'name' }).first().waitFor()
      await page.getByRole('textbox', { name: 'Datamart name' }).fill('shop-orders')
      await page.keyboard.press('Enter')
      const label = `Label ${Math.random()}`
      await cell(page, 'customers.name', LABEL).click()
      await page.keyboard.type(label)
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Update', exact: true }).click()
      await page.getByRole('tabpanel').getByText(label).waitFor()
      await page.getByRole('button', { name: 'Update now', exact: true }).click()
      await page.getByText('shop-orders was updated').waitFor()
    },
    { expectTrouble: true },
  ))

test('without a server behind it, the page copies the request', async () => {
  const { address, stop } = await startServer([process.env.SITE_DIR ?? '', '-', '0'])
  try {
    await inPage(
      async (page) => {
        await page.goto(address)
        await page.getByText('No gateway: copy the request').waitFor()
        await page.getByRole('button', { name: 'Copy request' }).waitFor()
        await openSample(page, 'shop-right.json')
        await count(page, /^Valid$/).waitFor()
      },
      { expectTrouble: true },
    )
  } finally {
    await stop()
  }
})

test('a late error never blanks the page, and a sample that does not load is reported', () =>
  inPage(
    async (page, context) => {
      await openPage(page)
      await openSample(page, 'shop-mistakes.json')
      await count(page, /errors/).waitFor()
      await context.setOffline(true)
      await page.getByRole('combobox', { name: 'Sample' }).selectOption('valid.json')
      await page.getByRole('status').getByText('The sample did not load').waitFor()
      await page.evaluate(() => void setTimeout(() => Promise.reject(new Error('late'))))
      await page.evaluate(() => new Promise((done) => setTimeout(done)))
      assert.equal(await textOf(page), sample('shop-mistakes.json'))
      await count(page, /errors/).waitFor()
      await page.getByRole('tab', { name: 'Tables' }).waitFor()
      await context.setOffline(false)
      await openSample(page, 'valid.json')
      await page.getByText('The sample did not load').waitFor({ state: 'detached' })
    },
    { expectTrouble: true },
  ))

test('where WebAssembly is not allowed, the page says so and stays', () =>
  inPage(
    async (page) => {
      await page.route(SITE, async (route) => {
        const response = await route.fetch()
        const policy = response.headers()['content-security-policy']?.replace(" 'wasm-unsafe-eval'", '') ?? ''
        await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } })
      })
      await openPage(page)
      await page.getByRole('alert').getByText(/The check could not run: .*wasm-unsafe-eval/).waitFor()
      await page.getByText('Start a datamart').waitFor()
    },
    { expectTrouble: true },
  ))

test('a file of the editor that does not load is said in its place', () =>
  inPage(
    async (page) => {
      await page.route('**/datamart-validator/editor/index.js', (route) => route.abort())
      await page.goto(SITE)
      await page.getByText('The editor needs JavaScript and a browser of the last two or three years.').waitFor()
    },
    { expectTrouble: true },
  ))

test('a catalog of more than 1 MB survives a reload, and so do the text and the datasource type', () =>
  inPage(async (page) => {
    await openPage(page)
    const tables = Array.from({ length: 400 }, (_, index) => ({ name: `t${index}`, columns: Array.from({ length: 60 }, (_, column) => ({ name: `column_${column}`, dataType: 'character varying' })) }))
    const catalog = JSON.stringify({ tables })
    assert.ok(catalog.length > 1_000_000)
    await choose(page, 'Load a catalog…', 'large.json', catalog)
    const seventh = page.getByRole('checkbox', { name: 't7', exact: true })
    await seventh.waitFor()
    // Another type is another option: the catalog stays.
    await page.getByRole('combobox', { name: 'Datasource type' }).selectOption('mysql')
    await seventh.click()
    await cell(page, 't7.column_3', NAME).click()
    await page.keyboard.type('column_x')
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'Issues' }).getByText(/column_x/).first().waitFor()
    await kept(page, 'text', /column_x/)
    await kept(page, 'catalog', /t399/)
    await page.reload()
    await page.getByRole('checkbox', { name: 't7', exact: true, checked: 'mixed' }).waitFor()
    // Without the catalog it would be valid.
    await page.getByRole('region', { name: 'Issues' }).getByText(/column_x/).first().waitFor()
    assert.equal(await page.getByRole('combobox', { name: 'Datasource type' }).inputValue(), 'mysql')
  }))

test('two tabs of the page do not overwrite each other', () =>
  inPage(
    async (page, context) => {
      await openPage(page)
      await openSample(page, 'shop-right.json')
      await kept(page, 'text', /shop-sales/)
      const other = await context.newPage()
      await openPage(other)
      await eventually(async () => assert.equal(await textOf(other), sample('shop-right.json')))
      const name = (/** @type {Page} */ tab) => tab.getByRole('textbox', { name: 'Datamart name' })
      await name(page).fill('first')
      await page.keyboard.press('Enter')
      await kept(page, 'text', /"first/)
      await name(other).fill('second')
      await other.keyboard.press('Enter')
      await other.getByText('This datamart was changed in another tab').waitFor()
      await kept(page, 'text', /"first/)
      await other.getByRole('button', { name: 'Load the other version' }).click()
      await eventually(async () => assert.equal((await valueOf(other)).name, 'first'))
      await other.getByRole('button', { name: 'Undo' }).click()
      await eventually(async () => assert.equal((await valueOf(other)).name, 'second'))
    },
    { locale: 'en' },
  ))

test('typed SQL is not lost by Escape, by another view, by another selection, or by leaving the page', () =>
  inPage(async (page) => {
    await openPage(page)
    await openSample(page, 'shop-right.json')
    const field = page.getByRole('textbox', { name: 'SQL expression' })
    const select = () => cell(page, 'orders.net', NAME).click()
    /** @param {string} words */
    const has = (words) => eventually(async () => assert.ok((await textOf(page)).includes(words), words))
    for (const [typed, leave] of /** @type {const} */ ([
      [' + 1', () => page.keyboard.press('Escape')],
      [' + 2', () => page.getByRole('tab', { name: 'JSON' }).click()],
      [' + 3', () => cell(page, 'customers.id', NAME).click()],
    ])) {
      await page.getByRole('tab', { name: 'Tables' }).click()
      await select()
      await field.click()
      await page.keyboard.press('Control+End')
      await page.keyboard.type(typed)
      await leave()
      await has(typed)
    }
    await page.getByRole('tab', { name: 'Tables' }).click()
    await cell(page, 'orders.net', EXPRESSION).getByText('+ 1 + 2 + 3').waitFor()
    await select()
    await field.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' + 4')
    await kept(page, 'text', /\+ 4/)
    await page.reload()
    await has(' + 4')
  }))

test('F8 scrolls the list of issues to the one that it goes to', () =>
  inPage(async (page) => {
    await openPage(page)
    await openSample(page, 'mistakes.json')
    await count(page, /\d errors/).waitFor()
    // Its keys are those of the editor, not of the page around it.
    await page.getByRole('tab', { name: 'Tables' }).click()
    const list = page.getByRole('list', { name: 'Issues' })
    const rows = await list.getByRole('listitem').count()
    assert.ok(rows > 6)
    for (let pressed = 0; pressed < 12; pressed++) {
      await page.keyboard.press('F8')
      await eventually(async () => {
        const row = list.locator('.is-current')
        const [box, around] = [await row.boundingBox(), await list.boundingBox()]
        assert.ok(box && around && box.y >= around.y - 1 && box.y + box.height <= around.y + around.height + 1)
      })
    }
    assert.ok((await list.evaluate((box) => box.scrollTop)) > 0)
  }))

test('a datamart file that is dropped on the page’s editor is opened', () =>
  inPage(async (page) => {
    await openPage(page)
    await page.getByText('Start a datamart').evaluate(
      (element, content) => {
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([content], 'datamart.json'))
        for (const type of ['dragover', 'drop']) element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true }))
      },
      sample('valid.json'),
    )
    await eventually(async () => assert.equal(await textOf(page), sample('valid.json')))
  }))

test('what more could be checked is only said while it is so', () =>
  inPage(async (page) => {
    await openPage(page)
    const hint = page.getByText('With the tables of the datasource, you pick instead of typing, and names and types are checked.')
    await openSample(page, 'valid.json')
    await hint.waitFor()
    await openSample(page, 'shop-right.json')
    await page.getByRole('checkbox', { name: 'payments', exact: true }).waitFor()
    assert.equal(await hint.count(), 0)
  }))

test('a catalog of another datasource than that of the datamart is pointed out', () =>
  inPage(async (page) => {
    await openPage(page)
    await openSample(page, 'shop-right.json')
    const note = page.getByText('These are the tables of shop, but the datasource of the datamart is warehouse.')
    await page.getByRole('textbox', { name: 'Datasource' }).fill('warehouse')
    await page.keyboard.press('Enter')
    await note.waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await note.waitFor({ state: 'detached' })
  }))

test('nothing moves when the verdict changes', () =>
  inPage(async (page) => {
    await openElement(page, { value: sample('valid.json') })
    await count(page, /^Valid$/).waitFor()
    const places = () =>
      page.locator('datamart-editor').evaluate(({ shadowRoot }) =>
        ['.identity input', '.tools', '.primary', '.view-tabs', '.view', '.inspector', '.issues', '.issues-head'].map((selector) => {
          const { x, y, width, height } = shadowRoot.querySelector(selector).getBoundingClientRect()
          return { selector, x, y, width, height }
        }),
      )
    const before = await places()
    await cell(page, 'orders', NAME).click()
    await page.keyboard.type('orders ')
    await page.keyboard.press('Enter')
    await count(page, /1 (error|warning)/).waitFor()
    assert.deepEqual(await places(), before)
    await page.getByRole('button', { name: 'Undo' }).click()
    await count(page, /^Valid$/).waitFor()
    assert.deepEqual(await places(), before)
  }))

test('an edit draws only what it changes', () =>
  inPage(async (page) => {
    const tableList = Array.from({ length: 20 }, (_, table) => ({ name: `t${table}`, columns: Array.from({ length: 20 }, (_, column) => ({ name: `c${column}` })) }))
    await openElement(page, { value: { name: 'shop', datasourceName: 'warehouse', tableList }, catalog: { tables: tableList.map(({ name, columns }) => ({ name, columns: columns.map(({ name }) => ({ name, dataType: 'text' })) })) } })
    await count(page, /^Valid$/).waitFor()
    await cell(page, 't0.c3', LABEL).click()
    await page.locator('datamart-editor').evaluate(({ shadowRoot }) => {
      window.drawn = { rows: new Set(), catalog: 0 }
      const observer = new MutationObserver((records) => {
        for (const { target, type, oldValue } of records) {
          // Writing what is there draws nothing.
          if (type === 'characterData' && target.textContent === oldValue) continue
          const element = target instanceof Element ? target : target.parentElement
          const row = element?.closest('[role=row]')
          if (row) window.drawn.rows.add(row.getAttribute('aria-label'))
          if (element?.closest('.catalog')) window.drawn.catalog++
        }
      })
      observer.observe(shadowRoot, { subtree: true, childList: true, characterData: true, characterDataOldValue: true, attributes: true })
    })
    await page.keyboard.type('L')
    await page.keyboard.press('Enter')
    await cell(page, 't0.c3', LABEL).getByText('L', { exact: true }).waitFor()
    await count(page, /^Valid$/).waitFor()
    const { rows, catalog } = await page.evaluate(() => ({ rows: [...window.drawn.rows], catalog: window.drawn.catalog }))
    // The edited one, and the one below that Enter goes to.
    assert.ok(rows.length <= 3, rows.join())
    assert.equal(catalog, 0)
  }))

test('at 390 × 844, the page is one screen, the counter is on it, and nothing is wider', () =>
  inPage(
    async (page) => {
      await openPage(page)
      await openSample(page, 'mistakes.json')
      const counter = count(page, /\d errors/)
      await counter.waitFor()
      const box = await counter.boundingBox()
      assert.ok(box && box.y >= 0 && box.y + box.height < 200)
      assert.deepEqual(await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]), [390, 844])
    },
    { viewport: { width: 390, height: 844 } },
  ))

for (const file of ['mistakes.json', 'shop-right.json']) {
  test(`the primary action is a few presses of Tab away: ${file}`, (t) =>
    inPage(async (page) => {
      await openPage(page)
      await openSample(page, file)
      await count(page, /error|Valid/).waitFor()
      await page.getByRole('combobox', { name: 'Sample' }).focus()
      const person = new Person(page, 'keyboard')
      await person.tabTo(page.getByRole('button', { name: 'Create', exact: true }))
      person.finish(t, { clicks: 0, keystrokes: 12 })
    }))
}

test('a catalog may be a CSV file of tables, columns and types', () =>
  inPage(async (page) => {
    await openPage(page)
    await choose(page, 'Load a catalog…', 'catalog.csv', 'table,column,type\norders,id,integer\norders,total,numeric\n')
    await page.getByRole('checkbox', { name: 'orders', exact: true }).click()
    assert.deepEqual((await valueOf(page)).tableList, [{ name: 'orders', columns: [{ name: 'id' }, { name: 'total' }] }])
  }))

test('the result is announced when it has stood for a while, and only if it has changed', () =>
  inPage(async (page) => {
    await openElement(page, { value: sample('valid.json') })
    const status = page.getByRole('status').first()
    await status.getByText('Valid').waitFor({ state: 'attached' })
    await status.evaluate((element) => {
      window.said = []
      new MutationObserver(() => window.said.push(element.textContent)).observe(element, { childList: true, characterData: true, subtree: true })
    })
    await page.locator('datamart-editor').evaluate((editor, text) => void (editor.value = text), sample('mistakes.json'))
    await page.waitForFunction(() => window.said.length > 0)
    assert.match((await page.evaluate(() => window.said.join('|'))), /^\d+ errors, \d+ warnings?$/)
  }))

test('axe finds nothing on the page, wide and narrow', () =>
  inPage(async (page) => {
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 })
      await openPage(page)
      await page.getByText('Sample API').waitFor()
      await assertAccessible(page, `${width} wide`, ['light', 'dark'])
    }
  }))
