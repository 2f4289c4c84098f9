/**
 * The package's Monaco entry in the real editor, bundled as a user would bundle it, under a policy
 * without `eval`.
 */

import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { build } from 'esbuild'

import { readReadme } from '../readme.mjs'
import { datamart, eventually, inPage, json, SITE } from './support.mjs'

const OWNER = 'datamart-validator'

const catalog = {
  tables: [
    { name: 'orders', schema: 'public', columns: [{ name: 'id', dataType: 'integer' }, { name: 'total', dataType: 'numeric' }] },
    { name: 'customers', schema: 'public', columns: [{ name: 'id', dataType: 'integer' }] },
  ],
}

/** The recipe of the README, and what the tests need of it. */
const PROGRAM = `${readReadme(process.env.PACKAGE_DIR).recipe('Monaco', 'js')}
  Object.assign(window, { monaco, connectDatamart, editor, connection, model: editor.getModel(), started: true })`

/** Files of the page by their names. @type {Record<string, string>} */
const files = {}

before(async () => {
  const options = /** @type {const} */ ({ bundle: true, write: false, outdir: 'out', loader: { '.ttf': 'dataurl' }, logLevel: 'error' })
  const workers = { editor: 'editor/editor.worker.js', json: 'language/json/json.worker.js' }
  const bundles = [
    build({ ...options, stdin: { contents: PROGRAM, resolveDir: process.env.PACKAGE_DIR, sourcefile: 'monaco.js' }, format: 'esm' }),
    ...Object.entries(workers).map(([name, file]) =>
      build({ ...options, stdin: { contents: `import 'monaco-editor/${file}'`, resolveDir: process.env.PACKAGE_DIR, sourcefile: `${name}.worker.js` }, format: 'iife' }),
    ),
  ]
  const names = ['monaco', ...Object.keys(workers)]
  for (const [index, { outputFiles }] of (await Promise.all(bundles)).entries()) {
    for (const { path: file, text } of outputFiles) files[`${names[index]}${file.endsWith('.css') ? '.css' : '.js'}`] = text
  }
})

/** @param {(page: import('playwright-core').Page) => Promise<void>} run */
function inMonaco(run) {
  return inPage(async (page) => {
    const policy = (await fetch(SITE)).headers.get('content-security-policy')
    // Monaco writes styles and has its icons in them.
    const headers = { 'content-security-policy': `${policy}; style-src 'self' 'unsafe-inline'; font-src data:; img-src 'self' data:` }
    files['monaco.html'] = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Monaco</title>
      <link rel="stylesheet" href="monaco.css"><div id="editor" style="height: 600px"></div>
      <script src="setup.js"></script><script type="module" src="monaco.js"></script></html>`
    files['setup.js'] = "self.MonacoEnvironment = { getWorker: (_, label) => new Worker(label === 'json' ? 'json.js' : 'editor.js') }"
    for (const [name, body] of Object.entries(files)) {
      const type = { html: 'text/html', css: 'text/css', js: 'text/javascript' }[name.split('.')[1]]
      await page.route(`${SITE}${name}`, (route) => route.fulfill({ contentType: type, headers, body }))
    }
    await page.goto(`${SITE}monaco.html`)
    await page.waitForFunction(() => window.started)
    await run(page)
  })
}

/** The markers of a model by code, with the text that each marks. @param {import('playwright-core').Page} page */
const markers = (page) =>
  page.evaluate(
    (owner) =>
      window.monaco.editor
        .getModelMarkers({ owner })
        .map((marker) => [typeof marker.code === 'object' ? marker.code.value : marker.code, window.monaco.editor.getModel(marker.resource).getValueInRange(marker)]),
    OWNER,
  )

/** Replaces the text, and puts the caret behind a part of it. @param {import('playwright-core').Page} page @param {string} text @param {string} [part] */
async function enter(page, text, part = '') {
  await page.evaluate(
    ([text, part]) => {
      window.model.setValue(text)
      window.editor.setPosition(window.model.getPositionAt(text.indexOf(part) + part.length))
      window.editor.focus()
    },
    [text, part],
  )
}

const textOf = (/** @type {import('playwright-core').Page} */ page) => page.evaluate(() => window.model.getValue())

/** Runs one of the editor's commands. @param {import('playwright-core').Page} page @param {string} command */
const run = (page, command) => page.evaluate((command) => window.editor.trigger('test', command, {}), command)

const useCatalog = (/** @type {import('playwright-core').Page} */ page) =>
  page.evaluate((catalog) => window.connection.update({ catalog, datasourceType: 'postgres' }), catalog)

/** A datamart in PostgreSQL. @param {object[]} tables */
const withTables = (...tables) => json(datamart({ tableList: tables.map((table) => ({ schemaName: 'public', ...table })) }))

/** Chooses a quick fix at the caret. @param {import('playwright-core').Page} page @param {string} title */
async function fix(page, title) {
  await run(page, 'editor.action.quickFix')
  await page.getByRole('option', { name: title }).click()
}

test('the example of the README marks issues, links to their rules, and fixes them in one step of undo', () =>
  inMonaco(async (page) => {
    assert.deepEqual(await markers(page), [['empty', '[]']])
    const target = await page.evaluate((owner) => window.monaco.editor.getModelMarkers({ owner })[0].code.target.toString(true), OWNER)
    assert.match(target, /^https:\/\/unpkg\.com\/datamart-validator@.*#empty$/)

    await useCatalog(page)
    // Escapes and characters of two units before the mistakes: ways of counting differ.
    const text = withTables(
      { name: 'orders', schemaName: 'Public', columns: [{ name: 'id', label: '😀"\\ü' }, { name: 'Total' }, { name: 'net', isCustomColumn: true, sql: "'😀\"' || totl" }] },
      { name: 'customers', schemaName: 'Public', columns: [{ name: 'id' }] },
    ).replace('ü', '\\u00fc')
    await enter(page, text, '"Public')
    const found = [['name-case', '"Public"'], ['name-case', '"Total"'], ['sql-unknown-column', 'totl'], ['name-case', '"Public"']]
    await eventually(async () => assert.deepEqual((await markers(page)).sort(), [...found].sort()))

    await fix(page, 'Change to public')
    const fixed = text.replace('Public', 'public')
    await eventually(async () => assert.equal(await textOf(page), fixed))
    await eventually(async () => assert.equal((await markers(page)).length, 3))
    await run(page, 'undo')
    assert.equal(await textOf(page), text)

    await fix(page, 'Fix all 3 issues of name-case')
    const all = text.replaceAll('Public', 'public').replace('Total', 'total')
    await eventually(async () => assert.equal(await textOf(page), all))
    await eventually(async () => assert.deepEqual(await markers(page), [['sql-unknown-column', 'totl']]))
    await run(page, 'undo')
    assert.equal(await textOf(page), text)
    // What is only probable is not part of "Fix All".
    await run(page, 'editor.action.fixAll')
    await eventually(async () => assert.equal(await textOf(page), all))
    await run(page, 'undo')
    assert.equal(await textOf(page), text)
  }))

test('fields, names of the catalog and SQL are completed while typing, and described', () =>
  inMonaco(async (page) => {
    /** Accepts the first completion, which has to be this one. @param {string} label */
    const take = async (label) => {
      await page.getByRole('option', { name: label }).and(page.locator('.suggest-widget.visible .monaco-list-row.focused')).waitFor()
      // Keys are the list's only once the editor has noticed that it is open.
      await eventually(async () => {
        await run(page, 'acceptSelectedSuggestion')
        assert.notEqual(await textOf(page), before)
      })
    }
    await useCatalog(page)
    let before = withTables({ name: 'orders', columns: [{ name: 'id' }] }).replace('"name": "id"', '')
    await enter(page, before, '"columns": [\n        {')
    await page.keyboard.type('\n"na')
    before = await textOf(page)
    await take('name')
    // A completion that leaves something to fill in opens the next one.
    before = await textOf(page)
    assert.match(before, /"name": ""/)
    await page.locator('.suggest-widget.visible .monaco-list-row').nth(1).waitFor()
    await eventually(async () => assert.deepEqual(await page.locator('.suggest-widget.visible .monaco-list-row .label-name').allTextContents(), ['id', 'total']))
    await page.keyboard.type('tot')
    before = await textOf(page)
    await take('total')
    assert.equal(JSON.parse(await textOf(page)).tableList[0].columns[0].name, 'total')

    before = withTables({ name: 'orders', columns: [{ name: 'id' }, { name: 'net', isCustomColumn: true, sql: 'coalesce(, 0)' }] })
    await enter(page, before, 'coalesce(')
    await page.keyboard.type('i')
    before = await textOf(page)
    await take('id')
    assert.equal(JSON.parse(await textOf(page)).tableList[0].columns[1].sql, 'coalesce(id, 0)')

    /** Hovers over the end of a part of the text. @param {string} part @param {string} description */
    const hover = async (part, description) => {
      await run(page, 'editor.action.hideHover')
      await page.getByRole('tooltip').waitFor({ state: 'hidden' })
      await enter(page, await textOf(page), part)
      await run(page, 'editor.action.showHover')
      await page.getByRole('tooltip').filter({ hasText: description }).waitFor()
    }
    await hover('coal', 'COALESCE(')
    await hover('"tableL', 'list of Table')
    await run(page, 'editor.action.hideHover')

    // What else changes is on the same line, or on another one.
    const cases = [
      ['{"name": "x"', '}', 'datasourceName', '{"name": "x","datasourceName": ""}'],
      ['{"tableList":[{"isHide": ', '\n  false}]}', 'true', '{"tableList":[{"isHide": true}]}'],
    ]
    for (const [head, tail, label, expected] of cases) {
      before = head + tail
      await enter(page, before, head)
      await run(page, 'editor.action.triggerSuggest')
      await take(label)
      assert.equal(await textOf(page), expected)
      await run(page, 'undo')
      assert.equal(await textOf(page), before)
      await run(page, 'hideSuggestWidget')
    }
  }))

test('models are chosen by a function; they may change their language, be disposed of, and keep the markers of JSON', () =>
  inMonaco(async (page) => {
    const opened = await page.evaluate((owner) => {
      const { connection, connectDatamart, monaco } = window
      connection.dispose()
      const before = monaco.editor.getModelMarkers({ owner }).length
      monaco.json.jsonDefaults.setDiagnosticsOptions({ validate: true })
      const uri = (/** @type {string} */ name) => monaco.Uri.parse(`file:///shop/[${name}].datamart.json`)
      const open = (/** @type {string} */ name, /** @type {string} */ language) => monaco.editor.createModel('{ "name": 1,, }', language, uri(name))
      const models = [open('first', 'json')]
      const chosen = connectDatamart(monaco, (model) => model.uri.path.endsWith('.datamart.json') && model.getLanguageId() !== 'plaintext', { delay: 0 })
      models.push(open('second', 'plaintext'), monaco.editor.createModel('{}', 'json', monaco.Uri.parse('file:///shop/package.json')))
      Object.assign(window, { models, chosen })
      return before
    }, OWNER)
    assert.equal(opened, 0)
    const owners = () => page.evaluate(() => window.models.map((model) => [...new Set(window.monaco.editor.getModelMarkers({ resource: model.uri }).map(({ owner }) => owner))].sort()))
    await eventually(async () => assert.deepEqual(await owners(), [[OWNER, 'json'], [], []]))
    await page.evaluate(() => window.monaco.editor.setModelLanguage(window.models[1], 'json'))
    await eventually(async () => assert.deepEqual(await owners(), [[OWNER, 'json'], [OWNER, 'json'], []]))
    await page.evaluate(() => window.monaco.editor.setModelLanguage(window.models[0], 'plaintext'))
    await eventually(async () => assert.deepEqual(await owners(), [[], [OWNER, 'json'], []]))
    await page.evaluate(() => window.models[1].dispose())
    await eventually(async () => assert.deepEqual(await owners(), [[], [], []]))
    await page.evaluate(() => {
      window.monaco.editor.setModelLanguage(window.models[0], 'json')
      window.chosen.dispose()
    })
    await eventually(async () => assert.deepEqual(await owners(), [['json'], [], []]))
  }))
