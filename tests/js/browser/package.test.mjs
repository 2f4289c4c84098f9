/** The package itself in a page other than the editor, under the same policy. */

import assert from 'node:assert/strict'
import { test } from 'node:test'

import { NO_MODULE_YET, refuseSynchronousStart, workWhereNothingStartsAtOnce, WORKS_AFTER_INIT } from '../support/old-chromium.mjs'
import { datamart, inPage, SITE } from './support.mjs'

/**
 * Opens an empty page of the site, with the site's headers. @param {import('playwright-core').Page}
 * page
 */
async function openEmpty(page) {
  const address = `${SITE}empty.html`
  await page.route(address, async (route) => {
    const { headers } = await fetch(SITE)
    await route.fulfill({
      contentType: 'text/html',
      headers: { 'content-security-policy': headers.get('content-security-policy') },
      body: '<!doctype html><html lang="en"><title>empty</title>',
    })
  })
  await page.goto(address)
}

test('one import is enough: no call to start it, no request for WebAssembly', () =>
  inPage(async (page) => {
    /** @type {string[]} */
    const asked = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await openEmpty(page)
    const outcome = await page.evaluate(async (valid) => {
      const { validateDatamart, buildRequest, rules } = await import('/datamart-validator/index.js')
      return {
        valid: validateDatamart(valid),
        text: validateDatamart(JSON.stringify(valid)),
        invalid: validateDatamart({ ...valid, name: ' ' }),
        request: buildRequest(valid, { baseUrl: '/proxy' }),
        rules: rules().length,
      }
    }, datamart())
    assert.deepEqual(outcome.valid, { valid: true, issues: [] })
    assert.deepEqual(outcome.text, { valid: true, issues: [] })
    assert.equal(outcome.invalid.valid, false)
    assert.deepEqual(outcome.invalid.issues[0].path, ['name'])
    assert.deepEqual(outcome.request, {
      url: '/proxy/api/v2/data-app/datamarts',
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(datamart()),
    })
    assert.ok(outcome.rules > 30)
    assert.deepEqual(
      asked.filter((path) => path.endsWith('.wasm') || (path.includes('datamart-validator') && !path.endsWith('/index.js'))),
      [],
    )
  }))

test('the request works with fetch', () =>
  inPage(async (page) => {
    await openEmpty(page)
    await page.route(`${SITE}proxy/**`, (route) => {
      const request = route.request()
      return route.fulfill({ json: { method: request.method(), type: request.headers()['content-type'], body: request.postData() } })
    })
    const reply = await page.evaluate(async (valid) => {
      const { buildRequest } = await import('/datamart-validator/index.js')
      const { url, ...init } = buildRequest(valid, { baseUrl: '/proxy' })
      return (await fetch(url, init)).json()
    }, datamart())
    assert.deepEqual(reply, { method: 'POST', type: 'application/json', body: JSON.stringify(datamart()) })
  }))

test('values that only a browser has are validated too', () =>
  inPage(async (page) => {
    await openEmpty(page)
    const found = await page.evaluate(async (valid) => {
      const { validateDatamart } = await import('/datamart-validator/index.js')
      const frame = document.createElement('iframe')
      document.body.append(frame)
      const foreign = frame.contentWindow.Object.assign(new frame.contentWindow.Object(), { ...valid })
      const codes = (value) => validateDatamart(value).issues.map(({ code }) => code)
      return {
        window: codes({ ...valid, name: window }).length > 0,
        element: codes({ ...valid, tableList: document.body }).length > 0,
        file: codes({ ...valid, name: new File([], 'x') }),
        foreign: codes(foreign),
      }
    }, datamart())
    assert.ok(found.window && found.element)
    assert.equal(found.file.length, 1)
    assert.deepEqual(found.foreign, [])
  }))

test('an invalid datamart and a wrong option throw their own errors', () =>
  inPage(async (page) => {
    await openEmpty(page)
    const thrown = await page.evaluate(async () => {
      const { buildRequest, validateDatamart, DatamartInvalidError } = await import('/datamart-validator/index.js')
      const caught = (run) => {
        try {
          run()
        } catch (error) {
          return { name: error.name, own: error instanceof DatamartInvalidError, issues: error.issues?.length, message: error.message }
        }
      }
      return [
        caught(() => buildRequest({})),
        caught(() => validateDatamart({}, { datasourceType: 'postgresql' })),
        caught(() => buildRequest({}, { serviceToken: 'Bearer se-cret' })),
      ]
    })
    assert.deepEqual([thrown[0].name, thrown[0].own, thrown[0].issues], ['DatamartInvalidError', true, 3])
    assert.equal(thrown[1].name, 'TypeError')
    assert.equal(thrown[2].name, 'TypeError')
    assert.doesNotMatch(thrown[2].message, /se-cret/)
  }))

test('after a trap the next call works', () =>
  inPage(async (page) => {
    await openEmpty(page)
    const outcome = await page.evaluate(async (valid) => {
      const { validateDatamart, WasmTrapError } = await import('/datamart-validator/index.js')
      const seen = []
      for (let round = 0; round < 3; round++) {
        try {
          validateDatamart(valid, { [Symbol.for('datamart-validator.crash')]: true })
        } catch (error) {
          seen.push(error instanceof WasmTrapError && error.name)
        }
        seen.push(validateDatamart(valid).valid)
      }
      return seen
    }, datamart())
    assert.deepEqual(outcome, ['WasmTrapError', true, 'WasmTrapError', true, 'WasmTrapError', true])
  }))

test('it runs in a worker', () =>
  inPage(async (page) => {
    await openEmpty(page)
    await page.route(`${SITE}worker.js`, async (route) => {
      const { headers } = await fetch(SITE)
      await route.fulfill({
        contentType: 'text/javascript',
        headers: { 'content-security-policy': headers.get('content-security-policy') },
        body: `import { validateDatamart } from './datamart-validator/index.js'
          onmessage = ({ data }) => postMessage(validateDatamart(data))`,
      })
    })
    const verdict = await page.evaluate(
      (valid) =>
        new Promise((done, failed) => {
          const worker = new Worker('/worker.js', { type: 'module' })
          worker.onmessage = ({ data }) => done(data)
          worker.onerror = (event) => failed(new Error(event.message))
          worker.postMessage(valid)
        }),
      datamart(),
    )
    assert.deepEqual(verdict, { valid: true, issues: [] })
  }))

for (const [entry, { init, before }] of Object.entries({
  'index.js': { init: '() => api.init()' },
  'slim.js': { init: "() => api.init('/datamart-validator/module.wasm')", before: NO_MODULE_YET },
})) {
  test(`where nothing starts synchronously, ${entry} works after init: validators and recovery too`, () =>
    inPage(async (page) => {
      await openEmpty(page)
      const report = await page.evaluate(`(async () => {
        ;(${refuseSynchronousStart})()
        const api = await import('/datamart-validator/${entry}')
        return (${workWhereNothingStartsAtOnce})(api, ${init})
      })()`)
      assert.deepEqual(report, WORKS_AFTER_INIT(before))
    }))
}
