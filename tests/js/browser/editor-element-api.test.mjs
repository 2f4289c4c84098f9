/** `<datamart-editor>` as an element: properties, events, forms, several on a page, clean-up, policies. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CATALOG, cell, LABEL, openElement, set, textOf, valueOf } from './element.mjs'
import { answered, eventually, inPage } from './support.mjs'

const VALID = { name: 'shop', datasourceName: 'shop', tableList: [{ name: 'orders', columns: [{ name: 'id' }] }] }

/**
 * Records the events of the editor, and whether they reach the page.
 *
 * @param {import('playwright-core').Page} page
 * @returns a function that waits until these types of events have been recorded, and takes them
 */
async function record(page) {
  await page.locator('datamart-editor').evaluate((editor) => {
    globalThis.events = []
    for (const type of ['issues', 'change', 'submit']) {
      editor.addEventListener(type, ({ detail }) => events.push([type, detail]))
      document.addEventListener(type, () => events.push(['bubbled', type]))
    }
    // The verdict on the present text may have come or not; after this, there is one more.
    editor.options = editor.options
  })
  const events = async (/** @type {string[]} */ ...types) => {
    await eventually(async () => assert.deepEqual(await page.evaluate(() => events.map(([type]) => type)), types))
    return page.evaluate(() => events.splice(0))
  }
  await events('issues')
  return events
}

test('the value is set as an object or text, and read as text', () =>
  inPage(async (page) => {
    await openElement(page, { value: VALID })
    assert.deepEqual(await valueOf(page), VALID)
    await set(page, { value: '{"name" : 1' })
    assert.equal(await textOf(page), '{"name" : 1')
    await set(page, { value: null })
    assert.equal(await textOf(page), '')
  }))

test('setting a value empties the history, and setting the present one does nothing', () =>
  inPage(async (page) => {
    await openElement(page, { value: VALID })
    await cell(page, 'orders.id', LABEL).click()
    await page.keyboard.type('Number')
    await page.keyboard.press('Enter')
    const undo = page.getByRole('button', { name: 'Undo' })
    await set(page, { value: await textOf(page) })
    assert.ok(await undo.isEnabled())
    await set(page, { value: VALID })
    assert.ok(await undo.isDisabled())
  }))

test('`change` is for what the user does, `issues` for every verdict; neither bubbles', () =>
  inPage(async (page) => {
    await openElement(page)
    const events = await record(page)
    await set(page, { value: VALID })
    assert.deepEqual(await events('issues'), [['issues', { valid: true, issues: [] }]])
    await cell(page, 'orders.id', LABEL).click()
    await page.keyboard.type('N')
    await page.keyboard.press('Enter')
    const text = await textOf(page)
    assert.deepEqual(await events('change', 'issues'), [
      ['change', { text }],
      ['issues', { valid: true, issues: [] }],
    ])
    await page.getByRole('button', { name: 'Undo' }).click()
    await events('change', 'issues')
  }))

test('there is one verdict on what is set together, whatever is set last', () =>
  inPage(async (page) => {
    await openElement(page)
    const events = await record(page)
    const wrong = { ...VALID, name: '' }
    // Options that cannot be used are replaced before they matter.
    const steps = [
      { value: wrong, messages: { 'required.blank': 'first' } },
      { options: { datasourceType: 'oracle' }, messages: { 'required.blank': 'second' } },
      { options: {}, value: VALID },
      { value: wrong, catalog: CATALOG, messages: { 'required.blank': 'last' } },
    ]
    await page.locator('datamart-editor').evaluate((editor, steps) => {
      for (const properties of steps) Object.assign(editor, properties)
    }, steps)
    const [[, { issues }]] = await events('issues')
    assert.deepEqual(issues.filter(({ code }) => code === 'required').map(({ message }) => message), ['last'])
  }))

test('the primary action submits what is valid, and leads to the first error otherwise', () =>
  inPage(async (page) => {
    await openElement(page, { value: { ...VALID, tableList: [{ name: 'orders', columns: [{ name: '' }] }] }, action: 'create' })
    const events = await record(page)
    await answered(page.getByText('Resolve 1 error first').first(), () => page.getByRole('button', { name: 'Create' }).click())
    await page.getByRole('row', { name: 'orders.unnamed', selected: true }).waitFor()
    await events()
    await set(page, { value: VALID, action: 'update' })
    await events('issues')
    await page.getByRole('button', { name: 'Update' }).click()
    const [[, { text, request }]] = await events('submit')
    assert.deepEqual(JSON.parse(text), VALID)
    assert.equal(request.method, 'PUT')
    assert.equal(JSON.parse(request.body).datamartName, 'shop')
  }))

test('without an action, the body of the request is copied', () =>
  inPage(
    async (page) => {
      await openElement(page, { value: VALID })
      await answered(page.getByText('Copied').first(), () => page.getByRole('button', { name: 'Copy request' }).click())
      assert.deepEqual(JSON.parse(await page.evaluate(() => navigator.clipboard.readText())), { ...VALID, tableList: VALID.tableList })
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  ))

test('what the editor exports: a request as code and commands, without a token, and a file', () =>
  inPage(
    async (page) => {
      await openElement(page, { value: VALID })
      const copied = async (item) => {
        await page.evaluate(() => navigator.clipboard.writeText(''))
        await page.getByRole('button', { name: 'Export' }).click()
        await page.getByRole('menuitem', { name: item }).click()
        const read = () => page.evaluate(() => navigator.clipboard.readText())
        await eventually(async () => assert.notEqual(await read(), ''))
        return read()
      }
      assert.deepEqual(JSON.parse(await copied('Copy the body of the request')), VALID)
      const fetched = await copied('Copy as fetch')
      const calls = []
      const AsyncFunction = (async () => undefined).constructor
      await new AsyncFunction('fetch', 'process', fetched)((...call) => calls.push(call), { env: { DATABRAIN_SERVICE_TOKEN: 'token' } })
      assert.equal(calls[0][1].headers.Authorization, 'Bearer token')
      assert.deepEqual(JSON.parse(calls[0][1].body), VALID)
      assert.match(await copied('Copy as curl'), /^: "\$\{DATABRAIN_SERVICE_TOKEN:\?is not set\}" &&\nprintf %s .*\|\ncurl /s)
      assert.match(await copied('Copy as code with this package'), /createClient[^]*client\.createDatamart\(\{[^]*"orders"/)
      await page.getByRole('button', { name: 'Export' }).click()
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Download as a file' }).click()])
      assert.equal(download.suggestedFilename(), 'shop.json')
      await page.getByRole('button', { name: 'Export' }).click()
      await page.getByRole('menuitem').first().waitFor()
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('Escape')
      assert.equal(await page.getByRole('menu').count(), 0)
      assert.equal(await page.locator('datamart-editor').evaluate((editor) => editor.shadowRoot.activeElement.ariaLabel), 'Export')
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  ))

test('it is a form field: invalid while it is checked and while there is an error', () =>
  inPage(async (page) => {
    await openElement(page)
    const isValidAtOnce = await page.evaluate((value) => {
      const form = document.createElement('form')
      const editor = /** @type {any} */ (document.querySelector('datamart-editor'))
      editor.setAttribute('name', 'datamart')
      document.body.append(form)
      form.append(editor)
      editor.value = value
      globalThis.form = form
      return form.checkValidity()
    }, VALID)
    assert.equal(isValidAtOnce, false)
    const state = () => page.evaluate(() => ({ value: new FormData(form).get('datamart'), valid: form.checkValidity(), owner: document.querySelector('datamart-editor').form === form }))
    await page.getByRole('button', { name: 'Valid' }).waitFor()
    await eventually(async () => assert.deepEqual(await state(), { value: await textOf(page), valid: true, owner: true }))
    await set(page, { value: { ...VALID, name: '' } })
    await page.getByRole('button', { name: '1 error' }).waitFor()
    assert.equal((await state()).valid, false)
    // A warning is no obstacle.
    await set(page, { value: { ...VALID, name: 'shop.sales' } })
    await page.getByRole('button', { name: '1 warning' }).waitFor()
    await eventually(async () => assert.equal((await state()).valid, true))
    await cell(page, 'orders.id', LABEL).click()
    await page.keyboard.type('Number')
    await page.keyboard.press('Enter')
    const edited = await textOf(page)
    await page.evaluate(() => form.reset())
    assert.notEqual(await textOf(page), edited)
    assert.deepEqual(await valueOf(page), { ...VALID, name: 'shop.sales' })
    await page.evaluate(() => {
      const fieldset = document.createElement('fieldset')
      fieldset.disabled = true
      form.append(fieldset)
      fieldset.append(document.querySelector('datamart-editor'))
    })
    assert.ok(await page.getByRole('checkbox', { name: 'Hidden of id' }).isDisabled())
  }))

test('texts and messages are replaced', () =>
  inPage(async (page) => {
    const wrong = { ...VALID, name: '' }
    await openElement(page, { value: wrong, strings: { 'undo': 'Rückgängig', 'count.errors.one': '{count} Fehler' }, messages: { 'required.blank': '{field} ist leer' } })
    await page.getByRole('button', { name: 'Rückgängig' }).waitFor()
    await page.getByRole('button', { name: '1 Fehler' }).waitFor()
    await page.getByText('name ist leer').waitFor()
    assert.ok(await page.getByRole('button', { name: 'Redo' }).isVisible())
    // A function cannot be sent to a worker.
    await page.locator('datamart-editor').evaluate((editor) => void Object.assign(editor, { messages: { 'required.blank': ({ field }) => `${field} fehlt` } }))
    await page.getByText('name fehlt').waitFor()
  }))

test('an option that is wrong is shown instead of a verdict', () =>
  inPage(async (page) => {
    await openElement(page, { value: VALID, options: { datasourceType: 'oracle' } })
    await page.getByText('The check could not run').first().waitFor()
    // Whatever is done meanwhile, nothing is checked or sent without the option.
    await cell(page, 'orders.id', LABEL).click()
    await page.keyboard.type('Number')
    await page.keyboard.press('Enter')
    await answered(page.getByText('The check could not run').nth(1), () => page.getByRole('button', { name: 'Copy request' }).click())
    assert.equal(await page.getByText('Copied').count(), 0)
    await set(page, { options: { datasourceType: 'mysql' } })
    await page.getByRole('button', { name: 'Valid' }).waitFor()
  }))

test('two editors on a page have nothing to do with each other', () =>
  inPage(async (page) => {
    await openElement(page, { value: VALID })
    await page.evaluate(() => document.body.append(Object.assign(document.createElement('datamart-editor'), { id: 'second', workerUrl: document.querySelector('datamart-editor').workerUrl })))
    const second = page.locator('#second')
    await second.evaluate((editor, catalog) => void Object.assign(editor, { catalog }), CATALOG)
    await second.getByRole('checkbox', { name: 'orders', exact: true }).click()
    const [first, other] = await page.locator('datamart-editor').evaluateAll((editors) => editors.map(({ value }) => JSON.parse(value)))
    assert.deepEqual(first, VALID)
    assert.equal(other.tableList[0].columns.length, 6)
    assert.ok(await page.locator('datamart-editor').first().getByRole('button', { name: 'Undo' }).isDisabled())
  }))

test('removing the editor leaves nothing behind, and it can come back', () =>
  inPage(async (page) => {
    await openElement(page, { value: VALID })
    await page.getByRole('button', { name: 'Valid' }).waitFor()
    const workers = page.workers().length
    await cell(page, 'orders.id', LABEL).click()
    await page.keyboard.type('Numb')
    await page.evaluate(() => {
      globalThis.removed = document.querySelector('datamart-editor')
      removed.remove()
    })
    assert.equal(await page.evaluate(() => removed.shadowRoot.querySelectorAll('*').length), 0)
    assert.equal(await page.evaluate(() => JSON.parse(removed.value).tableList[0].columns[0].label), 'Numb')
    await eventually(async () => assert.equal(page.workers().length, workers - 1))
    await page.evaluate(() => document.body.append(removed))
    await page.getByRole('button', { name: 'Valid' }).waitFor()
    assert.equal(await page.getByRole('row', { name: 'orders.id' }).getByText('Numb').count(), 1)
  }))

test('it adds nothing to the document around it', () =>
  inPage(
    async (page) => {
    await page.addInitScript(() => {
      globalThis.listened = []
      const add = EventTarget.prototype.addEventListener
      EventTarget.prototype.addEventListener = function (type, ...rest) {
        // The test's driver listens too.
        if ((this === document || this === window) && new Error().stack.includes('/datamart-validator/')) listened.push(type)
        return add.call(this ?? window, type, ...rest)
      }
    })
    await openElement(page, { value: VALID, catalog: CATALOG })
    await page.getByRole('button', { name: /^\d+ (error|warning)s?$/ }).waitFor()
    assert.deepEqual(
      await page.evaluate(() => ({ styles: document.querySelectorAll('style').length, sheets: document.adoptedStyleSheets.length, ids: document.querySelectorAll('main [id], body > [id]').length, stored: localStorage.length, listened })),
      { styles: 0, sheets: 0, ids: 0, stored: 0, listened: [] },
    )
  },
    // A page that is not shared: the script stays with it.
    { locale: 'en' },
  ))

test('the worker validates; where it is refused, the main thread does', () =>
  inPage(
    async (page) => {
      await openElement(page, { value: VALID })
      await page.getByRole('button', { name: 'Valid' }).waitFor()
      assert.equal(page.workers().length, 1)
      // The site's policy does not allow workers from blobs.
      await page.evaluate((value) => {
        document.querySelector('datamart-editor').remove()
        document.body.append(Object.assign(document.createElement('datamart-editor'), { value: { ...value, name: '' } }))
      }, VALID)
      await page.getByRole('button', { name: '1 error' }).waitFor()
      await eventually(async () => assert.equal(page.workers().length, 0))
    },
    { expectTrouble: true },
  ))
