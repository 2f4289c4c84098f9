/** The component of `datamart-validator/react`, bundled as a user would bundle it. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { build } from 'esbuild'

import { cell, LABEL } from './element.mjs'
import { datamart, eventually, inPage, SITE } from './support.mjs'

const PROGRAM = `import { StrictMode, createElement as h, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { DatamartEditor } from 'datamart-validator/react'

function App() {
  const [value, setValue] = useState(${JSON.stringify(datamart())})
  const [readOnly, setReadOnly] = useState(false)
  const [isShown, setShown] = useState(true)
  const editor = useRef(null)
  Object.assign(window, { setValue, setReadOnly, setShown, editor, value })
  return isShown && h(DatamartEditor, {
    ref: editor,
    className: 'wide',
    name: 'datamart',
    action: 'create',
    value,
    readOnly,
    workerUrl: new URL('./datamart-validator/editor/worker.js', location.href),
    onChange: ({ text }) => setValue(text),
    onIssues: ({ valid }) => { window.valid = valid },
    onSubmit: ({ request }) => { window.sent = request },
  })
}
createRoot(document.querySelector('main')).render(h(StrictMode, null, h(App)))`

test('the component passes properties and events, controlled or not, and can be hidden and shown', () =>
  inPage(async (page) => {
    const { outputFiles } = await build({
      stdin: { contents: PROGRAM, loader: 'js', resolveDir: process.env.PACKAGE_DIR },
      bundle: true,
      format: 'esm',
      define: { 'process.env.NODE_ENV': '"development"' },
      write: false,
    })
    const policy = (await fetch(SITE)).headers.get('content-security-policy') ?? ''
    const headers = { 'content-security-policy': policy }
    const html = '<!doctype html><html lang="en"><title>React</title><main></main><script type="module" src="react-app.js"></script>'
    await page.route(`${SITE}react.html`, (route) => route.fulfill({ contentType: 'text/html', headers, body: html }))
    await page.route(`${SITE}react-app.js`, (route) => route.fulfill({ contentType: 'text/javascript', headers, body: outputFiles[0].text }))
    await page.goto(`${SITE}react.html`)

    await page.waitForFunction(() => window.valid === true)
    assert.deepEqual(await page.locator('datamart-editor').evaluate((editor) => [editor.className, editor.getAttribute('name'), editor === window.editor.current]), ['wide', 'datamart', true])
    await cell(page, 'orders.id', LABEL).click()
    await page.keyboard.type('Number')
    await page.keyboard.press('Enter')
    await eventually(async () => assert.equal(await page.evaluate(() => JSON.parse(window.value).tableList[0].columns[0].label), 'Number'))
    // What the page gives back is what the editor has: the history stays.
    await page.getByRole('button', { name: 'Undo' }).click()
    await eventually(async () => assert.equal(await page.evaluate(() => JSON.parse(window.value).tableList[0].columns[0].label), undefined))
    await page.getByRole('button', { name: 'Create' }).click()
    await page.waitForFunction(() => window.sent?.method === 'POST')
    await page.evaluate((value) => window.setValue(value), datamart({ name: '' }))
    await page.waitForFunction(() => window.valid === false)
    await page.evaluate(() => window.setReadOnly(true))
    await eventually(async () => assert.ok(await page.getByRole('checkbox', { name: 'Hidden of id' }).isDisabled()))
    await page.evaluate(() => window.setShown(false))
    await page.locator('datamart-editor').waitFor({ state: 'detached' })
    await page.evaluate(() => window.setShown(true))
    await page.getByRole('row', { name: 'orders.id' }).waitFor()
  }))
