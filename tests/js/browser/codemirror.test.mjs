/** The package's CodeMirror entry in editors on a separate page, under the site's policy. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'

import { datamart, inPage, json, SITE, takeCompletion } from './support.mjs'

/** The example in the package's README. */
const EXAMPLE = /```js\n(import \{ autocompletion, .*?)```/s.exec(
  readFileSync(path.join(process.env.PACKAGE_DIR ?? '', 'node_modules/datamart-validator/README.md'), 'utf8'),
)[1]

/**
 * Opens a page with the site's import map and one script. @param {import('playwright-core').Page}
 * page @param {string} script
 */
async function openWith(page, script) {
  const site = await fetch(SITE)
  const headers = { 'content-security-policy': site.headers.get('content-security-policy') }
  const importMap = /<script type="importmap">.*?<\/script>/.exec(await site.text())[0]
  await page.route(`${SITE}test.html`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers,
      body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>test</title>
        <link rel="stylesheet" href="./test.css">${importMap}<script type="module" src="./test.js"></script><body></body>`,
    }),
  )
  // CodeMirror's style sheet underlines with images, which this policy blocks.
  await page.route(`${SITE}test.css`, (route) =>
    route.fulfill({ contentType: 'text/css', body: 'html .cm-editor.cm-editor * { background-image: none !important; content: normal !important }' }),
  )
  await page.route(`${SITE}test.js`, (route) => route.fulfill({ contentType: 'text/javascript', headers, body: script }))
  await page.goto(`${SITE}test.html`)
}

test('the example of the README lints both editors and completes columns', () =>
  inPage(async (page) => {
    await openWith(page, `${EXAMPLE}\nglobalThis.editors = { datamartEditor, sqlEditor }`)
    await page.waitForSelector('.cm-editor >> nth=0 >> .cm-lintRange-error')
    await page.waitForSelector('.cm-editor >> nth=1 >> .cm-lintRange-warning')
    assert.deepEqual(await page.$$eval('.cm-lintRange', (all) => all.map((mark) => mark.textContent)), ['[]', 'totl'])

    await page.hover('.cm-lintRange-warning')
    await page.waitForSelector('.cm-tooltip-lint')
    const tooltip = await page.$eval('.cm-tooltip-lint', (tooltip) => ({
      message: tooltip.querySelector('.cm-issue-text').firstChild.textContent,
      code: tooltip.querySelector('code').textContent,
      help: tooltip.querySelector('.cm-issue-help').textContent,
      docs: tooltip.querySelector('.cm-issue-docs a').getAttribute('href'),
      source: tooltip.querySelector('.cm-diagnosticSource').textContent,
    }))
    assert.match(tooltip.docs, /^https:\/\/unpkg\.com\/datamart-validator@.*#sql-unknown-column$/)
    assert.deepEqual({ ...tooltip, docs: '' }, { message: 'the table lists no column ', code: 'totl', help: 'Did you mean total?', docs: '', source: 'sql-unknown-column' })
    await page.click('.cm-diagnosticAction')
    await page.waitForSelector('.cm-editor >> nth=1 >> .cm-lintRange', { state: 'detached' })
    assert.equal(await page.evaluate(() => globalThis.editors.sqlEditor.state.doc.toString()), 'total * 0.81')

    await page.click('.cm-content >> nth=1')
    await page.keyboard.press('End')
    await page.keyboard.type(' + i')
    await takeCompletion(page, 'id')
    assert.equal(await page.evaluate(() => globalThis.editors.sqlEditor.state.doc.toString()), 'total * 0.81 + id')
  }))

test('a related location can be visited, and a changed option shows immediately', () =>
  inPage(async (page) => {
    const doc = json(datamart({ tableList: [{ name: 'orders', columns: [{ name: 'a' }, { name: 'a' }] }] }))
    await openWith(
      page,
      `import { EditorView } from '@codemirror/view'
       import { datamartLinter, refreshLint } from 'datamart-validator/codemirror'
       let options = {}
       // Longer than any test: whatever shows is due to refreshLint().
       const view = new EditorView({ parent: document.body, doc: ${JSON.stringify(doc)}, extensions: [datamartLinter(() => options, { delay: 1e8 })] })
       globalThis.given = (changed) => { options = changed; refreshLint(view) }
       globalThis.view = view
       globalThis.given({})`,
    )
    await page.waitForSelector('.cm-lintRange-warning')
    await page.hover('.cm-lintRange-warning')
    await page.click('.cm-issue-related button')
    const { from, to } = await page.evaluate(() => ({ ...globalThis.view.state.selection.main }))
    assert.deepEqual([from, doc.slice(from, to)], [doc.indexOf('"a"'), '"a"'])
    assert.equal(await page.$$eval('.cm-lintRange', (all) => all.length), 1)
    await page.evaluate(() => globalThis.given({ datasourceType: 'postgres' }))
    await page.waitForFunction(() => document.querySelectorAll('.cm-lintRange').length === 2)
    await page.evaluate(() => globalThis.given({ rules: { 'duplicate-column': 'off' } }))
    await page.waitForFunction(() => document.querySelectorAll('.cm-lintRange').length === 0)
  }))

test('typing in a long document does not wait for the result', () =>
  inPage(async (page) => {
    const columns = Array.from({ length: 40_000 }, (_, index) => ({ name: `column_${index}`, lable: `Column ${index}` }))
    await openWith(
      page,
      `import { diagnosticCount } from '@codemirror/lint'
       import { EditorView } from '@codemirror/view'
       import { createValidator } from 'datamart-validator'
       import { datamartLinter } from 'datamart-validator/codemirror'
       const validator = createValidator()
       globalThis.calls = 0
       const judge = { validate(text) { globalThis.calls++; return validator.validate(text) } }
       const doc = JSON.stringify(${JSON.stringify(datamart())}, null, 1)
       globalThis.view = new EditorView({ parent: document.body, doc, extensions: [datamartLinter(judge)] })
       globalThis.count = () => diagnosticCount(view.state)`,
    )
    await page.waitForFunction(() => globalThis.calls === 1)
    // A hundred changes at once are validated once, at the end.
    const counted = await page.evaluate((columns) => {
      const { view } = globalThis
      const text = JSON.stringify({ name: 'shop', datasourceName: 'warehouse', tableList: [{ name: 'orders', columns }] })
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } })
      for (let round = 0; round < 100; round++) view.dispatch({ changes: { from: 1, insert: ' ' } })
      return globalThis.calls
    }, columns)
    assert.equal(counted, 1)
    await page.waitForFunction(() => globalThis.count() > 1000)
    assert.equal(await page.evaluate(() => globalThis.calls), 2)
  }))
