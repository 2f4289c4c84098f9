/** The catalog: where it comes from, what it changes, and which options come with a sample. */

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { codes, datamart, enter, eventually, inPage, json, openEditor, openSample, selection } from './support.mjs'

const CATALOG = { tables: [{ name: 'orders', columns: [{ name: 'id', dataType: 'integer' }, { name: 'total', dataType: 'text' }] }] }

/** @param {import('playwright-core').Page} page @param {unknown} content @param {string} [name] */
function choose(page, content, name = 'reply.json') {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  return page.setInputFiles('#catalog-file', { name, mimeType: 'application/json', buffer: Buffer.from(text) })
}

/** @param {import('playwright-core').Page} page @param {string} name */
async function loaded(page, name) {
  await page.waitForSelector(`#catalog-name:text-is("${name}")`)
  return page.textContent('#catalog-facts')
}

test('a sample, a file and a pasted text become the catalog, and each can be removed', () =>
  inPage(async (page) => {
    await openEditor(page)
    const wrong = json(datamart({ tableList: [{ name: 'ordrs', columns: [{ name: 'id' }] }] }))
    await enter(page, wrong)
    assert.deepEqual(await codes(page), [])
    assert.ok(await page.isHidden('#reset-options'))

    await page.click('#catalog-menu summary')
    await page.click('#catalog-sample')
    assert.equal(await loaded(page, 'sample shop'), '13 tables, 67 columns')
    assert.ok((await codes(page)).includes('unknown-table'))
    await page.waitForSelector('#catalog-menu:not([open])')

    await page.click('#catalog-remove')
    await loaded(page, 'none')
    assert.deepEqual(await codes(page), [])
    assert.ok(await page.isHidden('#catalog-remove'))

    await choose(page, { data: CATALOG })
    assert.equal(await loaded(page, 'reply.json'), '1 table, 2 columns')
    assert.deepEqual(await codes(page), ['unknown-table'])

    await page.click('#catalog-menu summary')
    await page.fill('#catalog-text', JSON.stringify({ ...CATALOG, datasourceName: 'warehouse' }).replaceAll('orders', 'ordrs'))
    await page.click('#catalog-use')
    await loaded(page, 'warehouse')
    assert.deepEqual(await codes(page), [])
    assert.match(await page.textContent('#catalog-notice'), /^$/)

    await page.click('#reset-options')
    await loaded(page, 'none')
    assert.ok(await page.isHidden('#reset-options'))
  }))

test('a malformed catalog is reported next to the control, and nothing else changes', () =>
  inPage(async (page) => {
    await openEditor(page)
    await enter(page, json(datamart()))
    await choose(page, CATALOG, 'good.json')
    await loaded(page, 'good.json')
    for (const [content, words] of [
      ['{ "tables": [', /`?bad\.json`?: This is not JSON/],
      ['null', /`?null/],
      [{ tables: {} }, /tables: expected a list/],
      [{ data: { tables: [{ name: 'x', columns: [] }, { name: 1, columns: [] }] } }, /data\.tables\[1\]\.name: expected a text/],
      [datamart(), /tables: expected a list/],
    ]) {
      await choose(page, content, 'bad.json')
      await page.waitForFunction((source) => new RegExp(source).test(document.querySelector('#catalog-problem').textContent), words.source.replaceAll('`?', ''))
      assert.doesNotMatch(await page.textContent('#catalog-problem'), /datamart-validator/)
      assert.ok(await page.isVisible('#catalog-problem'))
      assert.equal(await page.textContent('#catalog-name'), 'good.json')
      assert.match(await page.textContent('#verdict-words'), /^Valid/)
      await page.keyboard.press('Escape')
    }
    await choose(page, CATALOG, 'better.json')
    await loaded(page, 'better.json')
    assert.equal(await page.textContent('#catalog-problem'), '')
  }))

test('a file dropped on the control is read; dropped elsewhere, it does not replace the page', () =>
  inPage(async (page) => {
    await openEditor(page)
    await enter(page, json(datamart()))
    const drop = (selector) =>
      page.$eval(
        selector,
        async (target, text) => {
          const dataTransfer = new DataTransfer()
          dataTransfer.items.add(new File([text], 'dropped.json', { type: 'application/json' }))
          const events = ['dragover', 'drop'].map((type) => new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
          for (const event of events) target.dispatchEvent(event)
          // Ensures that the page has read what it started to read.
          await dataTransfer.files[0].text()
          return events.every(({ defaultPrevented }) => defaultPrevented)
        },
        JSON.stringify(CATALOG),
      )
    assert.ok(await drop('#text'))
    assert.equal(await page.textContent('#catalog-name'), 'none')
    assert.ok(await drop('#catalog-menu summary'))
    assert.equal(await loaded(page, 'dropped.json'), '1 table, 2 columns')
    assert.equal(await page.$$eval('.drop', (all) => all.length), 0)
  }))

test('the catalog survives a reload, however large; only what is used is stored', () =>
  inPage(async (page) => {
    await openEditor(page)
    await enter(page, json(datamart({ tableList: [{ name: 'ordrs', columns: [{ name: 'id' }] }] })))
    await choose(page, { ...CATALOG, password: 'secret-word' })
    await loaded(page, 'reply.json')
    await page.waitForFunction(() => localStorage.getItem('datamart-editor')?.includes('ordrs'))
    await stored(page, 1)
    assert.doesNotMatch(await page.evaluate(() => JSON.stringify({ ...localStorage })), /secret-word/)
    assert.doesNotMatch(JSON.stringify(await storedCatalog(page)), /secret-word/)
    await page.reload()
    await page.waitForSelector('html[data-started]')
    assert.equal(await loaded(page, 'reply.json'), '1 table, 2 columns')
    assert.deepEqual(await codes(page), ['unknown-table'])

    const tables = Array.from({ length: 300 }, (_, table) => ({
      name: `table_${table}`,
      columns: Array.from({ length: 100 }, (_, column) => ({ name: `column_${column}`, dataType: 'character varying(255)' })),
    }))
    await choose(page, { tables }, 'large.json')
    assert.equal(await loaded(page, 'large.json'), '300 tables, 30,000 columns')
    await stored(page, 300)
    await page.reload()
    await page.waitForSelector('html[data-started]')
    assert.equal(await loaded(page, 'large.json'), '300 tables, 30,000 columns')
    assert.deepEqual(await codes(page), ['unknown-table'])
    await page.click('#catalog-menu summary')
    assert.ok(await page.isHidden('#catalog-not-kept'))

    await page.click('#start-over')
    await loaded(page, 'none')
    assert.equal(await page.evaluate(() => localStorage.length), 0)
    await eventually(async () => assert.equal(await storedCatalog(page), undefined))
  }))

/** What IndexedDB has of the catalog. @param {import('playwright-core').Page} page */
function storedCatalog(page) {
  return page.evaluate(async () => (await import('idb-keyval')).get('datamart-editor-catalog'))
}

/** Waits until a catalog of so many tables is stored. @param {import('playwright-core').Page} page @param {number} tables */
function stored(page, tables) {
  return eventually(async () => assert.equal((await storedCatalog(page))?.schema.tables.length, tables))
}

test('without the catalog that was given, a datamart is not called valid', () =>
  inPage(async (page) => {
    await openEditor(page)
    await enter(page, json(datamart({ tableList: [{ name: 'ordrs', columns: [{ name: 'id' }] }] })))
    for (const lose of [
      // The browser has made room, or another tab has kept another catalog.
      (kept) => kept.clear(),
      (kept) => kept.set('datamart-editor-catalog', { id: 'other', schema: { tables: [] } }),
      (kept) => kept.set('datamart-editor-catalog', 7),
    ]) {
      await choose(page, CATALOG, 'given.json')
      await loaded(page, 'given.json')
      await stored(page, 1)
      await page.evaluate(`import('idb-keyval').then(${lose})`)
      await page.reload()
      await page.waitForSelector('html[data-started]')
      assert.match(await page.textContent('#verdict-words'), /^Not checked against the catalog/)
      assert.match(await page.getAttribute('#verdict', 'class'), /verdict-warning/)
      assert.doesNotMatch(await page.title(), /✓/)
      assert.match(await page.textContent('#catalog-notice'), /no longer has the catalog given\.json/)
      assert.ok(await page.isVisible('#catalog-remove'))
    }
    // It stays so until the user decides.
    await page.reload()
    await page.waitForSelector('html[data-started]')
    assert.match(await page.textContent('#verdict-words'), /^Not checked against the catalog/)
    await enter(page, '{}')
    assert.match(await page.textContent('#verdict-words'), /^Not valid/)
    await enter(page, json(datamart()))
    await page.click('#catalog-remove')
    assert.match(await page.textContent('#verdict-words'), /^Valid/)
    assert.equal(await page.textContent('#catalog-notice'), '')
    await page.reload()
    await page.waitForSelector('html[data-started]')
    assert.match(await page.textContent('#verdict-words'), /^Valid/)
  }))

test('a browser that keeps no catalog says so at once, and at the next visit', () =>
  inPage(
    async (page) => {
      await page.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('not allowed', 'SecurityError')
        }
      })
      await openEditor(page)
      await enter(page, json(datamart()))
      await choose(page, CATALOG)
      await loaded(page, 'reply.json')
      await page.click('#catalog-menu summary')
      await page.waitForSelector('#catalog-not-kept', { state: 'visible' })
      await page.reload()
      await page.waitForSelector('html[data-started]')
      assert.match(await page.textContent('#verdict-words'), /^Not checked against the catalog/)
    },
    { locale: 'en-GB' },
  ))

test('a catalog that an older version of the page has stored is read', () =>
  inPage(async (page) => {
    await openEditor(page)
    await enter(page, json(datamart({ tableList: [{ name: 'ordrs', columns: [{ name: 'id' }] }] })))
    await page.waitForFunction(() => localStorage.getItem('datamart-editor')?.includes('ordrs'))
    await page.evaluate((schema) => localStorage.setItem('datamart-editor-catalog', JSON.stringify({ name: 'old.json', schema })), CATALOG)
    await page.reload()
    await page.waitForSelector('html[data-started]')
    await stored(page, 1)
    for (let visits = 0; visits < 2; visits++) {
      assert.equal(await loaded(page, 'old.json'), '1 table, 2 columns')
      assert.deepEqual(await codes(page), ['unknown-table'])
      await page.reload()
      await page.waitForSelector('html[data-started]')
    }
  }))

test('a stored catalog in another format does not prevent the page from starting', () =>
  inPage(async (page) => {
    await openEditor(page)
    for (const kept of ['{', '{"name":"x"}', '{"name":"x","schema":{"tables":7}}', '[]', '7']) {
      await page.evaluate((kept) => localStorage.setItem('datamart-editor-catalog', kept), kept)
      await page.reload()
      await page.waitForSelector('html[data-started]')
      assert.equal(await page.textContent('#catalog-name'), 'none')
    }
  }))

test('the samples with a catalog load it, and the others show what they promise', () =>
  inPage(async (page) => {
    await openEditor(page)
    await openSample(page, 'shop-right')
    assert.match(await page.textContent('#verdict-words'), /^Validno issues$/)
    assert.equal(await page.inputValue('#datasource-type'), 'postgres')
    await loaded(page, 'sample shop')

    await openSample(page, 'shop-mistakes')
    const shown = new Set(await codes(page))
    for (const code of [
      'unknown-table',
      'unknown-column',
      'unknown-client-column',
      'unknown-mapping-table',
      'name-case',
      'client-type-mismatch',
      'incompatible-relationship-types',
      'timezone-not-a-date',
    ]) {
      assert.ok(shown.has(code), code)
    }

    // None of this sample's tables exist in the shop's catalog.
    await openSample(page, 'vendor-style')
    assert.match(await page.textContent('#verdict-words'), /^Validno issues$/)
    assert.equal(await page.inputValue('#datasource-type'), '')
    assert.match(await page.textContent('#options-notice'), /taken off/)
    await page.click('#options-notice >> text=Put back')
    assert.equal(await page.inputValue('#datasource-type'), 'postgres')
    await loaded(page, 'sample shop')
    assert.match(await page.textContent('#verdict-words'), /^Not valid/)
    assert.equal(await page.isVisible('#options-notice'), false)

    // Harmless options stay.
    await page.click('#reset-options')
    await page.selectOption('#datasource-type', 'postgres')
    await openSample(page, 'valid')
    assert.match(await page.textContent('#verdict-words'), /^Validno issues$/)
    assert.equal(await page.inputValue('#datasource-type'), 'postgres')
    assert.equal(await page.isVisible('#options-notice'), false)
  }))

test('a catalog left over from another datasource is reported', () =>
  inPage(async (page) => {
    await openEditor(page)
    await openSample(page, 'shop-right')
    assert.equal(await page.isVisible('#catalog-notice'), false)
    await enter(page, json(datamart()))
    assert.match(await page.textContent('#catalog-notice'), /datasource shop.*on warehouse/)
    await page.click('#catalog-notice >> text=Reset options')
    assert.equal(await page.inputValue('#datasource-type'), '')
    assert.equal(await page.isVisible('#catalog-notice'), false)
    assert.deepEqual(await codes(page), [])
    assert.equal((await selection(page)).text, json(datamart()))
  }))

test('a request is built with the catalog, and the package snippet names it', () =>
  inPage(async (page) => {
    await openEditor(page)
    await openSample(page, 'shop-right')
    assert.match(await page.textContent('#request-line'), /^POST/)
    await page.click('label:has([value=package])')
    assert.match(await page.textContent('#source'), /catalog: the reply of the schema call.*datasourceType: 'postgres',.* {2}catalog,/s)
    assert.doesNotMatch(await page.textContent('#source'), /addresses/)
    await openSample(page, 'shop-mistakes')
    assert.equal(await page.isVisible('#request-details'), false)
  }))
