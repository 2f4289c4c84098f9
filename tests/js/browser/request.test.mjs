/** The request preview. */

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { datamart, enter, eventually, inPage, json, openEditor, openSample } from './support.mjs'

test('a valid datamart becomes a request for the proxy', () =>
  inPage(async (page) => {
    await openEditor(page)
    await enter(page, json(datamart({ relationships: null })))
    assert.equal(plain(await page.textContent('#request-line')), 'POST /api/databrain/api/v2/data-app/datamarts')
    assert.equal(await page.textContent('#request-headers'), 'Content-Typeapplication/json')
    assert.deepEqual(JSON.parse(await source(page)), datamart())

    await page.selectOption('#endpoint', 'legacy')
    await page.fill('#base-url', 'https://databrain.example.com/')
    assert.equal(plain(await page.textContent('#request-line')), 'POST https://databrain.example.com/api/v2/dataApp/datamarts')
  }))

test('an invalid datamart becomes no request, and the page says why', () =>
  inPage(async (page) => {
    await openEditor(page)
    await openSample(page, 'mistakes')
    assert.equal(await page.isVisible('#request-details'), false)
    assert.match(await page.textContent('#no-request'), /No request is built.*errors.*DatamartInvalidError/)
  }))

test('a datamart is sent through the gateway, and the reply is shown at its field', () =>
  // Chromium logs replies with status 400.
  inPage(async (page) => {
    await openEditor(page)
    const name = `sent-${Date.now()}`
    const sent = (changes) => json({ name, datasourceName: 'shop', tableList: [{ name: 'orders', schemaName: 'shop', columns: [{ name: 'id' }] }], ...changes })
    await enter(page, sent())
    await page.click('#send')
    await eventually(async () => assert.equal(await page.textContent('#sent'), `Created. The API has ${name}.`))

    await page.click('#send')
    await eventually(async () => assert.match(await page.textContent('#sent'), /^Not created\. /))
    assert.match(await page.textContent('#issue-list'), /datamart-name-taken/)
    assert.match(await page.textContent('#verdict-words'), /Not valid/)

    await enter(page, sent({ datasourceName: 'nowhere' }))
    assert.equal(await page.textContent('#sent'), '')
    assert.doesNotMatch(await page.textContent('#issue-list'), /datamart-name-taken/)
    await page.click('#send')
    await eventually(async () => assert.match(await page.textContent('#issue-list'), /unknown-datasource/))
  }, { expectTrouble: true }))

test('a wrong base URL is reported at its field', () =>
  inPage(async (page) => {
    await openEditor(page)
    await enter(page, json(datamart()))
    for (const [address, words] of [
      ['ftp://x', /https:\/\//],
      ['http://example.com', /plain http/],
      ['//example.com', /another host/],
      ['/api?x=1', /query/],
      ['', /blank/],
    ]) {
      await page.fill('#base-url', address)
      assert.match(await page.textContent('#base-url-problem'), words)
      assert.equal(await page.getAttribute('#base-url', 'aria-invalid'), 'true')
      assert.equal(await page.isVisible('#request-details'), false)
    }
    await page.fill('#base-url', 'http://localhost:3000/proxy')
    assert.equal(await page.isVisible('#base-url-problem'), false)
    assert.equal(await page.getAttribute('#base-url', 'aria-invalid'), null)
    assert.equal(await page.isVisible('#request-details'), true)
  }))

test('the fetch snippet sends exactly the request', () =>
  inPage(async (page, context) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await openEditor(page)
    const awkward = datamart({ name: "it's", 'a "b" \\ `c` ${d}': "'\u2028", tableList: [{ name: 't', columns: [{ name: '</script>' }] }] })
    for (const given of [awkward, JSON.parse('{"__proto__":{"x":1}}')]) {
      await enter(page, JSON.stringify({ ...datamart(), ...given }))
      await page.click('label:has([value=fetch])')
      await page.click('#copy')
      // The clipboard is asynchronous.
      await page.waitForSelector('#copied:text-is("Copied")')
      const snippet = await page.evaluate(() => navigator.clipboard.readText())
      assert.equal(snippet, await source(page))
      const sent = await run(snippet)
      assert.equal(sent.url, '/api/databrain/api/v2/data-app/datamarts')
      assert.equal(sent.init.method, 'POST')
      assert.deepEqual(sent.init.headers, { 'Content-Type': 'application/json' })
      await page.click('label:has([value=body])')
      assert.deepEqual(JSON.parse(sent.init.body), JSON.parse(await source(page)))
    }
  }))

test('the package snippet contains the chosen options', () =>
  inPage(async (page) => {
    await openEditor(page)
    await openSample(page, 'valid')
    await page.selectOption('#datasource-type', 'postgres')
    await page.selectOption('#guest-token-timezone', 'true')
    await page.fill('#existing-datamarts', "one, it's")
    await page.click('label:has([value=package])')
    const text = await source(page)
    for (const line of ["datasourceType: 'postgres'", 'guestTokenTimezone: true', "existingDatamarts: ['one', 'it\\'s']", "baseUrl: '/api/databrain'"]) {
      assert.ok(text.includes(line), line)
    }
    assert.doesNotMatch(text, /strict|endpoint/)
  }))

test('there is no field for a service token, and none is stored', () =>
  inPage(async (page, context) => {
    await openEditor(page)
    await openSample(page, 'valid')
    const fields = await page.$$eval('input, textarea, select', (all) => all.map(({ id, name, type, placeholder }) => [id, name, type, placeholder].join(' ')))
    assert.ok(fields.every((field) => !/password|service.?token|authorization|bearer/i.test(field)), fields.join('\n'))
    assert.match(await page.textContent('#token-note'), /service token.*proxy/)
    assert.doesNotMatch(await page.textContent('#request-headers'), /Authorization/)
    await page.waitForFunction(() => localStorage.length > 0)
    const kept = await page.evaluate(() => ({ local: { ...localStorage }, session: { ...sessionStorage }, hash: location.hash }))
    assert.deepEqual(Object.keys(kept.local), ['datamart-editor'])
    assert.deepEqual(Object.keys(JSON.parse(kept.local['datamart-editor'])), ['text', 'options'])
    assert.deepEqual([kept.session, kept.hash], [{}, ''])
    assert.deepEqual(await context.cookies(), [])
  }))

/** The text in the box, line by line. @param {import('playwright-core').Page} page */
async function source(page) {
  return (await page.$$eval('#source .line', (lines) => lines.map((line) => line.textContent))).join('\n')
}

/** Without the break opportunities in long URLs. @param {string} text */
function plain(text) {
  return text.replaceAll('\u200b', '')
}

/** Runs a snippet with a `fetch` that only records its arguments. @param {string} snippet */
async function run(snippet) {
  let sent
  const AsyncFunction = (async () => undefined).constructor
  await new AsyncFunction('fetch', snippet)(async (url, init) => {
    sent = { url, init }
    return {}
  })
  return sent
}
