/**
 * The README's recipes for pages, unchanged, bundled as a user would bundle them, under the policy
 * that the README recommends.
 */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { build } from 'esbuild'
import { compileScript, parse } from 'vue/compiler-sfc'

import { packageOf, readReadme } from '../readme.mjs'
import { datamart, inPage, json, SITE } from './support.mjs'

const README = readReadme(process.env.PACKAGE_DIR)
const OPTIONS = { datasourceType: 'mysql' }
const UNTITLED = datamart({ name: '', datasourceName: ' warehouse' })

/**
 * @param {string} contents @param {import('esbuild').Loader} loader @param {Record<string, string>}
 * [files] modules that it imports by these names
 */
async function bundle(contents, loader, files = {}) {
  const given = {
    name: 'given',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^recipe$/ }, () => ({ path: 'recipe', namespace: 'given' }))
      // As in Vite: an import with ?url is the URL of the file.
      onResolve({ filter: /\?url$/ }, () => ({ path: 'address', namespace: 'given' }))
      onLoad({ filter: /^address$/, namespace: 'given' }, () => ({ contents: 'export default "/assets/module.wasm"' }))
      onLoad({ filter: /^recipe$/, namespace: 'given' }, () => ({ ...files.recipe, resolveDir: process.env.PACKAGE_DIR }))
    },
  }
  const { outputFiles } = await build({
    stdin: { contents, loader, resolveDir: process.env.PACKAGE_DIR },
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    plugins: [given],
    define: {
      // Development builds log warnings, which would fail the test.
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    write: false,
  })
  return outputFiles[0].text
}

/** @param {import('playwright-core').Page} page @param {string} body @param {string} script @param {string} [more] directives besides the site's */
async function open(page, body, script, more = '') {
  const policy = (await fetch(SITE)).headers.get('content-security-policy')
  assert.ok(policy?.includes(README.recipe('Content Security Policy', 'text').split(': ')[1].trim()))
  const headers = { 'content-security-policy': policy + more }
  const html = `<!doctype html><html lang="en"><title>recipe</title>${body}`
  await page.route(`${SITE}recipe.html`, (route) => route.fulfill({ contentType: 'text/html', headers, body: html }))
  await page.route(`${SITE}form.js`, (route) => route.fulfill({ contentType: 'text/javascript', headers, body: script }))
  await page.goto(`${SITE}recipe.html`)
}

test('the form without a framework selects the text of an issue, and sends a valid datamart', () =>
  inPage(async (page) => {
    const recipe = 'A form without a framework'
    const sent = []
    await page.route(`${SITE}api/databrain/**`, (route) => {
      sent.push({ path: new URL(route.request().url()).pathname, body: route.request().postDataJSON() })
      return route.fulfill({ status: 201, json: {} })
    })
    await open(page, README.recipe(recipe, 'html'), await bundle(README.recipe(recipe, 'js'), 'js'))

    await page.fill('textarea', '{ "name": "shop", "datasourceName": " warehouse", "tableList": [] }')
    await page.getByText('`tableList` is empty').click()
    const selected = await page.$eval('textarea', (area) => area.value.slice(area.selectionStart, area.selectionEnd))
    assert.equal(selected, '[]')
    await page.getByText('Create').click()
    assert.equal(await page.$eval('form', (form) => form.checkValidity()), false)
    assert.deepEqual(sent, [])

    const right = datamart({ tableList: [{ name: 'orders', schemaName: 'shop', columns: [{ name: 'id' }] }] })
    await page.fill('textarea', json(right))
    await page.waitForSelector('ul:empty', { state: 'attached' })
    await Promise.all([page.waitForResponse('**/api/databrain/**'), page.getByText('Create').click()])
    assert.deepEqual(sent, [{ path: '/api/databrain/api/v2/data-app/datamarts', body: right }])
  }))

/** The steps shared by the frameworks' forms. @param {import('playwright-core').Page} page */
async function assertForm(page) {
  await page.waitForSelector('form')
  const items = () => page.$$eval('li', (all) => all.map((item) => item.textContent.trim()))
  await page.waitForFunction(() => document.querySelectorAll('li').length === 2)
  assert.ok(await page.getByText('Create').isDisabled())

  await page.fill('input', 'shop')
  await page.waitForFunction(() => document.querySelectorAll('li').length === 1)
  assert.match((await items())[0], /^datasourceName:.*whitespace/)
  await page.click('li button')
  await page.waitForSelector('ul:empty', { state: 'attached' })
  await page.getByText('Create').click()
  await page.waitForFunction(() => window.created !== undefined)
  assert.deepEqual(await page.evaluate(() => JSON.parse(JSON.stringify(window.created))), datamart())
}

test('the editor validates in a worker from a blob where the policy allows it, and submits a request', () =>
  inPage(async (page) => {
    const program = `${README.recipe('Editor', 'js')}
      const catalog = { tables: [{ name: 'orders', columns: [{ name: 'id' }, { name: 'total' }] }] }
      const datamart = ${json(datamart({ name: '' }))}
      function send(request) { window.sent = request }`
    // What the recipe uses is declared after it.
    const [imports, ...lines] = program.split('\n')
    const at = lines.findIndex((line) => line.includes('const catalog'))
    const script = await bundle([imports, ...lines.slice(at), ...lines.slice(0, at)].join('\n'), 'js')
    await open(page, '<main></main><script type="module" src="form.js"></script>', script, '; worker-src blob:')
    await page.getByRole('button', { name: '1 error' }).waitFor()
    assert.equal(page.workers().length, 1)
    await page.getByRole('textbox', { name: 'Datamart name' }).fill('shop')
    await page.getByRole('button', { name: 'Create' }).click()
    await page.waitForFunction(() => window.sent !== undefined)
    assert.deepEqual(await page.evaluate(() => JSON.parse(window.sent.body)), datamart())
  }))

test('with a client, the editor lists the datamarts of the account', () =>
  inPage(async (page) => {
    const program = `import 'datamart-validator/editor'
      const editor = document.createElement('datamart-editor')
      document.querySelector('main').append(editor)
      ${README.recipe('Opening and sending', 'js')}`
    await open(page, '<main></main><script type="module" src="form.js"></script>', await bundle(program, 'js'), '; worker-src blob:')
    await page.getByRole('button', { name: 'Create', exact: true }).waitFor()
    await page.getByRole('button', { name: 'Open…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: /^shop-sales shop/ }).waitFor()
  }))

test('the slim entry loads the module from where a bundler has put it', () =>
  inPage(async (page) => {
    const wasm = readFileSync(path.join(packageOf(process.env.PACKAGE_DIR), 'dist/module.wasm'))
    const asked = []
    await page.route(`${SITE}assets/module.wasm`, (route) => {
      asked.push(route.request().url())
      return route.fulfill({ contentType: 'application/wasm', body: wasm })
    })
    const program = `${README.recipe('Starting the module yourself', 'js')}
      window.verdict = validateDatamart(${json(datamart())})`
    const script = await bundle(program, 'js')
    assert.ok(!script.includes('AGFzbQ'), 'the bytes are not in the script')
    await open(page, '<script type="module" src="form.js"></script>', script)
    await page.waitForFunction(() => window.verdict !== undefined)
    assert.deepEqual(await page.evaluate(() => window.verdict), { valid: true, issues: [] })
    assert.equal(asked.length, 1)
  }))

test('the React form shows issues, applies a fix and submits a valid datamart', () =>
  inPage(async (page) => {
    const script = await bundle(
      `import { StrictMode } from 'react'
      import { createRoot } from 'react-dom/client'
      import { DatamartForm } from 'recipe'
      const onCreate = (datamart) => (window.created = datamart)
      const form = <DatamartForm initial={${json(UNTITLED)}} options={${json(OPTIONS)}} onCreate={onCreate} />
      createRoot(document.getElementById('app')).render(<StrictMode>{form}</StrictMode>)`,
      'jsx',
      { recipe: { contents: README.recipe('React', 'jsx'), loader: 'jsx' } },
    )
    await open(page, '<div id="app"></div><script type="module" src="form.js"></script>', script)
    await assertForm(page)
  }))

test('the form of React Hook Form shows the message at its field', () =>
  inPage(async (page) => {
    const initial = datamart({ tableList: [{ name: '', schemaName: 'shop', columns: [{ name: 'id' }] }] })
    const script = await bundle(
      `import { createRoot } from 'react-dom/client'
      import { DatamartForm } from 'recipe'
      const onCreate = (datamart) => (window.created = datamart)
      createRoot(document.getElementById('app')).render(<DatamartForm initial={${json(initial)}} onCreate={onCreate} />)`,
      'jsx',
      { recipe: { contents: README.recipe('Forms and JSON Schema', 'jsx'), loader: 'jsx' } },
    )
    await open(page, '<div id="app"></div><script type="module" src="form.js"></script>', script)
    await page.getByText('Create').click()
    await page.getByText('`name` is blank, but required').waitFor()
    await page.fill('input', 'orders')
    await page.waitForSelector('p:empty', { state: 'attached' })
    await page.getByText('Create').click()
    await page.waitForFunction(() => window.created !== undefined)
    assert.equal(await page.evaluate(() => window.created.tableList[0].name), 'orders')
  }))

test('the CodeMirror editors underline mistakes', () =>
  inPage(async (page) => {
    const script = await bundle(README.recipe('CodeMirror', 'js'), 'js')
    // The editor writes style attributes and draws with images.
    await open(page, '<script type="module" src="form.js"></script>', script, "; style-src 'unsafe-inline'; img-src 'self' data:")
    const [datamartEditor, sqlEditor] = [page.locator('.cm-editor').nth(0), page.locator('.cm-editor').nth(1)]
    assert.equal(await datamartEditor.locator('.cm-lintRange-error').textContent(), '[]')
    assert.equal(await sqlEditor.locator('.cm-lintRange').first().textContent(), 'totl')
  }))

test('the Vue form does the same', () =>
  inPage(async (page) => {
    const { descriptor, errors } = parse(README.recipe('Vue', 'vue'))
    assert.deepEqual(errors, [])
    const { content } = compileScript(descriptor, { id: 'recipe', inlineTemplate: true })
    const script = await bundle(
      `import { createApp, h } from 'vue'
      import DatamartForm from 'recipe'
      const onCreate = (datamart) => (window.created = datamart)
      createApp({ render: () => h(DatamartForm, { initial: ${json(UNTITLED)}, options: ${json(OPTIONS)}, onCreate }) }).mount('#app')`,
      'js',
      { recipe: { contents: content, loader: 'js' } },
    )
    await open(page, '<div id="app"></div><script type="module" src="form.js"></script>', script)
    await assertForm(page)
  }))
