/** `<datamart-editor>` opens what an account has, shows an update before it sends it, and what came of it. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startSite, stored } from './account.mjs'

const api = await startSite()
const { eventually, inPage, SITE } = await import('./support.mjs')
const { cell, LABEL, NAME, set, valueOf } = await import('./element.mjs')
const { assertAccessible } = await import('./axe.mjs')
const { focused, Person } = await import('./person.mjs')

/** @typedef {import('playwright-core').Page} Page */

/**
 * Opens the editor alone, with a client of the gateway.
 *
 * @param {Page} page
 * @param {...object} datamarts of the account
 */
async function openPage(page, ...datamarts) {
  api.reset()
  for (const datamart of datamarts) api.store.create(datamart)
  api.store.writes.length = 0
  await page.goto(`${SITE}#blank`)
  await page.waitForSelector('html[data-ready]')
  await page.evaluate(async () => {
    const { createClient } = await import('datamart-validator/client')
    const editor = document.querySelector('datamart-editor')
    window.sent = []
    editor.addEventListener('sent', ({ detail }) => window.sent.push(detail))
    editor.options = { datasourceType: 'postgres' }
    editor.client = createClient({ baseUrl: '/api/databrain' })
  })
  await primary(page, 'Create').waitFor()
}

/** @param {Page} page @param {string} name */
const primary = (page, name) => page.getByRole('button', { name, exact: true })

/** @param {Page} page */
const dialog = (page) => page.getByRole('dialog', { name: 'Which datamart should be opened?' })

/** @param {Page} page @param {string} name */
async function open(page, name) {
  await page.getByRole('button', { name: 'Open…' }).click()
  await dialog(page).getByRole('button', { name: new RegExp(`^${name} `) }).click()
  await primary(page, 'Update').waitFor()
  // With the datasource's catalog.
  await page.getByRole('checkbox', { name: 'orders', exact: true }).waitFor()
}

/** @param {Page} page @param {string} row @param {number} column @param {string} text */
async function write(page, row, column, text) {
  await page.getByRole('tab', { name: 'Tables' }).click()
  await cell(page, row, column).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await cell(page, row, column).getByText(text).waitFor()
}

/** @param {Page} page */
const sent = (page) => page.evaluate(() => window.sent.map(({ operation, outcome }) => `${operation} ${outcome}`))

/** Presses the button, looks at the changes, and confirms. @param {Page} page */
async function update(page) {
  await primary(page, 'Update').click()
  await primary(page, 'Update now').click()
}

test('a datamart of the account is opened with its catalog, and is one to update; undo brings the former back', () =>
  inPage(async (page) => {
    await openPage(page, stored('sales'), stored('sales-eu'), stored('usage'))
    await page.getByRole('button', { name: 'From your account' }).first().click()
    await focused(dialog(page).getByRole('searchbox', { name: 'Search by name' }))
    await dialog(page).getByRole('button', { name: 'usage shop 2 tables' }).waitFor()
    await page.keyboard.type('SAL eu')
    await eventually(async () => assert.deepEqual(await dialog(page).getByRole('listitem').allTextContents(), ['sales-eushop2 tables']))
    await page.keyboard.type('x')
    await dialog(page).getByText('Nothing matches “SAL eux”').waitFor()
    await page.keyboard.press('Backspace')
    await page.keyboard.press('ArrowDown')
    await focused(dialog(page).getByRole('button', { name: /^sales-eu/ }))
    await page.keyboard.press('Enter')
    await dialog(page).waitFor({ state: 'detached' })
    await primary(page, 'Update').waitFor()
    assert.deepEqual(await valueOf(page), stored('sales-eu'))
    await page.getByRole('checkbox', { name: 'orders', exact: true, checked: 'mixed' }).waitFor()
    // The catalog is used for checking, too.
    await cell(page, 'orders.total', NAME).click()
    await page.keyboard.type('totl')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '1 error' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Valid' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Start a datamart').waitFor()
    await primary(page, 'Create').waitFor()
    await page.getByRole('button', { name: 'Redo' }).click()
    await primary(page, 'Update').waitFor()
    // Nothing that the browser has sent contains a token.
    assert.ok(api.calls.length > 0)
    const asked = api.calls.map(({ operation }) => operation)
    assert.ok(asked.includes('list') && asked.includes('schema') && asked.includes('datasources'))
    assert.deepEqual(api.store.writes, [])
  }))

test('the list says that it is loading, is empty or has failed; closing it ends the request', () =>
  inPage(
    async (page) => {
      await openPage(page)
      await page.getByRole('button', { name: 'Open…' }).click()
      await dialog(page).getByText('The account has no datamarts yet.').waitFor()
      await page.keyboard.press('Escape')
      await dialog(page).waitFor({ state: 'detached' })
      await focused(page.getByRole('button', { name: 'Open…' }))

      api.fail('reply', { operation: 'list', status: 400, body: { error: { code: 'X', message: 'No luck today' } } })
      await page.getByRole('button', { name: 'Open…' }).click()
      await dialog(page).getByRole('alert').getByText(/The list could not be loaded: .*No luck today/).waitFor()
      api.store.create(stored('sales'))
      await dialog(page).getByRole('button', { name: 'Try again' }).click()
      await dialog(page).getByRole('button', { name: /^sales/ }).waitFor()
      await dialog(page).getByRole('button', { name: 'Close' }).click()
      await dialog(page).waitFor({ state: 'detached' })

      for (const end of ['closed', 'removed']) {
        api.fail('silence', { operation: 'list' })
        const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('isPagination'))
        await page.getByRole('button', { name: 'Open…' }).click()
        await dialog(page).getByText('Loading…').first().waitFor()
        if (end === 'closed') await page.keyboard.press('Escape')
        else await page.locator('datamart-editor').evaluate((editor) => editor.remove())
        assert.equal((await failed).failure()?.errorText, 'net::ERR_ABORTED')
      }
    },
    // The reply with status 400 is an error in the console.
    { expectTrouble: true },
  ))

test('a new datamart for a datasource: its tables are there to be picked, and it is created', () =>
  inPage(async (page) => {
    await openPage(page)
    await page.getByRole('button', { name: 'Open…' }).click()
    // Only the one that can be used.
    await eventually(async () => assert.deepEqual(await dialog(page).getByRole('listitem').allTextContents(), ['shop']))
    await dialog(page).getByRole('button', { name: 'shop' }).click()
    await page.getByRole('checkbox', { name: 'customers', exact: true }).click()
    await page.getByRole('textbox', { name: 'Datamart name' }).fill('people')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /Valid|warning/ }).waitFor()
    await primary(page, 'Create').click()
    await page.getByText('people was created', { exact: true }).waitFor()
    assert.deepEqual([...api.store.datamarts.values()], [await valueOf(page)])
    assert.deepEqual(await page.evaluate(() => window.sent), [{ operation: 'create', outcome: 'done', id: 'people' }])
    // From now on it is one to update, and another name makes another one.
    await primary(page, 'Update').waitFor()
    await page.getByRole('textbox', { name: 'Datamart name' }).fill('persons')
    await page.keyboard.press('Enter')
    await primary(page, 'Create').click()
    await page.getByText('persons was created', { exact: true }).waitFor()
    assert.deepEqual([...api.store.datamarts.keys()], ['people', 'persons'])
  }))

test('an update is shown before it is sent: what changes, what may break, what the API does not show', () =>
  inPage(async (page) => {
    const custom = { name: 'net', isCustomColumn: true, sql: 'total * 2' }
    const [customers, orders] = stored('sales').tableList
    await openPage(page, stored('sales', { tableList: [customers, { ...orders, columns: [...orders.columns, custom] }] }))
    await open(page, 'sales')
    await write(page, 'customers.name', LABEL, 'Full name')
    await cell(page, 'orders.customer_id', NAME).click()
    await page.keyboard.press('Delete')
    await primary(page, 'Update').click()
    const banner = page.getByRole('group', { name: 'Update sales?' })
    await focused(banner)
    await banner.getByText('2 changes, 1 may break dashboards or the isolation of tenants.').waitFor()
    await banner.getByText(/The API does not show isAggregate, indexPattern\. The update removes/).waitFor()
    const panel = page.getByRole('tabpanel')
    await panel.getByText(/customer_id is removed/).waitFor()
    await panel.getByRole('listitem').filter({ hasText: 'Breaking' }).waitFor()
    assert.equal(api.count('update'), 0)
    await banner.getByRole('button', { name: 'Cancel' }).click()
    await banner.waitFor({ state: 'detached' })
    assert.equal(api.count('update'), 0)

    await update(page)
    await page.getByText('sales was updated', { exact: true }).waitFor()
    assert.deepEqual({ relationships: [], ...(await valueOf(page)) }, api.store.datamarts.get('sales'))
    assert.equal(api.count('update'), 1)
    assert.deepEqual(await sent(page), ['update done'])
    // What was sent is what changes are counted from; the next edit takes the message away.
    await eventually(async () => assert.equal((await page.getByRole('tab', { name: /^Changes/ }).textContent())?.trim(), 'Changes'))
    await write(page, 'customers.id', LABEL, 'Number')
    await page.getByText('sales was updated', { exact: true }).waitFor({ state: 'detached' })
    await eventually(async () => assert.equal((await page.getByRole('tab', { name: /^Changes/ }).textContent())?.trim(), 'Changes 1'))
    await primary(page, 'Update').click()
    await banner.getByText('1 change.').waitFor()
    // The editor has sent all there is.
    assert.equal(await banner.getByText('The API does not show').count(), 0)
  }))

test('the reply’s issues are at their fields until those are edited', () =>
  inPage(
    async (page) => {
      await openPage(page, stored('sales'))
      await open(page, 'sales')
      await write(page, 'customers.name', LABEL, 'Full name')
      const refuse = (message) => api.fail('reply', { operation: 'update', body: { error: { code: 'INVALID_REQUEST_BODY', message } } })
      refuse('"tableList[1].columns[2].label" must be shorter')
      await update(page)
      const alert = page.getByRole('alert', { name: 'sales was not updated' })
      await alert.waitFor()
      assert.deepEqual(await sent(page), ['update not-done'])
      const list = page.getByRole('region', { name: 'Issues' }).getByRole('listitem').filter({ hasText: 'must be shorter' })
      await list.filter({ hasText: 'orders.total' }).waitFor()
      await page.getByRole('button', { name: '1 error' }).waitFor()
      // It leads there, to the cell and to the details.
      await page.getByRole('tab', { name: 'Tables', selected: true }).waitFor()
      const details = page.getByRole('region', { name: 'Details' })
      await details.getByText(/must be shorter/).waitFor()
      assert.equal(await details.getByRole('textbox', { name: 'Label' }).getAttribute('aria-invalid'), 'true')

      // What is edited elsewhere leaves it, and tables in front of it move it.
      await write(page, 'orders.id', LABEL, 'Number')
      await cell(page, 'customers', NAME).click()
      await page.keyboard.press('Delete')
      await list.filter({ hasText: 'orders.total' }).waitFor()
      await list.getByRole('button').first().click()
      await eventually(async () => assert.equal(await details.getByRole('textbox', { name: 'Name', exact: true }).inputValue(), 'total'))
      await page.getByRole('tab', { name: 'JSON' }).click()
      await page.locator('.cm-issue-rejected, .cm-lintRange-error').first().waitFor()
      await write(page, 'orders.total', LABEL, 'Sum')
      await list.waitFor({ state: 'detached' })
      await page.getByRole('button', { name: 'Valid' }).waitFor()

      // An issue without a place stays until the next attempt.
      refuse('The moon is in the wrong phase')
      await update(page)
      const anywhere = page.getByRole('region', { name: 'Issues' }).getByRole('listitem').filter({ hasText: 'wrong phase' })
      await anywhere.waitFor()
      await write(page, 'orders.total', LABEL, 'Total')
      await anywhere.waitFor()
      await update(page)
      await page.getByText('sales was updated', { exact: true }).waitFor()
      assert.equal(await anywhere.count(), 0)
    },
    { expectTrouble: true },
  ))

test('a name that is taken is an issue at the name', () =>
  inPage(
    async (page) => {
      await openPage(page, stored('sales'))
      await set(page, { value: stored('sales') })
      await primary(page, 'Create').click()
      await page.getByRole('alert', { name: 'sales was not created' }).waitFor()
      await page.getByRole('region', { name: 'Issues' }).getByRole('listitem').filter({ hasText: /name/ }).waitFor()
      await page.getByRole('textbox', { name: 'Datamart name' }).fill('sales-2')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: 'Valid' }).waitFor()
      await primary(page, 'Create').click()
      await page.getByText('sales-2 was created', { exact: true }).waitFor()
    },
    { expectTrouble: true },
  ))

test('what was changed or deleted in the account meanwhile is told before an update replaces it', () =>
  inPage(async (page) => {
    await openPage(page, stored('sales'))
    await open(page, 'sales')
    await write(page, 'customers.name', LABEL, 'Full name')
    const { tableList } = stored('sales')
    api.store.update({ datamartName: 'sales', tableList: [tableList[0], { ...tableList[1], label: 'Orders' }] })
    await primary(page, 'Update').click()
    const banner = page.getByRole('group', { name: 'Update sales?' })
    await banner.getByText(/It was changed in the account meanwhile/).waitFor()
    await banner.getByText('2 changes.').waitFor()
    await page.getByRole('tabpanel').getByText(/label of public\.orders .*Orders/).waitFor()
    api.store.remove('sales')
    await primary(page, 'Update').click()
    await banner.getByText('The account has no datamart of this name any more.').waitFor()
    assert.equal(await primary(page, 'Update now').count(), 0)
    await primary(page, 'Create').click()
    await page.getByText('sales was created', { exact: true }).waitFor()
    assert.equal((await valueOf(page)).tableList[0].columns[1].label, 'Full name')
  }))

test('a failure that may be temporary can be repeated, because nothing was done', () =>
  inPage(
    async (page) => {
      await openPage(page)
      await set(page, { value: stored('sales') })
      api.fail('server-error', { operation: 'create' })
      await primary(page, 'Create').click()
      const alert = page.getByRole('alert', { name: 'sales was not created' })
      await alert.getByText('Another attempt may succeed.').waitFor()
      assert.deepEqual(await sent(page), ['create not-done'])
      await alert.getByRole('button', { name: 'Try again' }).click()
      await page.getByText('sales was created', { exact: true }).waitFor()
      // A limit that lasts longer than the client waits.
      api.fail('rate-limit', { operation: 'update', retryAfter: '120' })
      await update(page)
      await page.getByRole('alert', { name: 'sales was not updated' }).getByText('Another attempt may succeed in 120 s.').waitFor()
    },
    { expectTrouble: true },
  ))

test('an outcome that nobody knows is looked up and never repeated blindly', () =>
  inPage(
    async (page) => {
      await openPage(page)
      await set(page, { value: stored('sales') })
      // Neither the gateway nor the client can look it up.
      const isHidden = { operation: 'list', status: 400, body: { error: { code: 'X', message: 'No list today' } }, times: 2 }
      api.fail('drop', { operation: 'create', after: true })
      api.fail('reply', isHidden)
      await primary(page, 'Create').click()
      const alert = page.getByRole('alert', { name: 'It is not known whether sales was created' })
      await alert.getByText('It may have been done. Look before sending it again.').waitFor()
      assert.deepEqual(await sent(page), ['create unknown'])
      // Nor can the editor; then it can.
      api.fail('reply', { ...isHidden, times: 1 })
      await alert.getByRole('button', { name: 'Look in the account' }).click()
      await eventually(async () => assert.equal(api.count('list'), 3))
      await alert.getByRole('button', { name: 'Look in the account' }).waitFor()
      await primary(page, 'Create').click()
      await page.getByText('sales was created', { exact: true }).waitFor()
      assert.equal(api.count('create'), 1)
      assert.deepEqual(await sent(page), ['create unknown', 'create done'])

      // What was not carried out can be sent again.
      await set(page, { value: stored('usage') })
      api.recover()
      api.fail('drop', { operation: 'create' })
      api.fail('reply', isHidden)
      await primary(page, 'Create').click()
      await page.getByRole('button', { name: 'Look in the account' }).click()
      const absent = page.getByRole('alert', { name: 'usage was not created' })
      await absent.getByText('The account does not have it, so it can be sent again.').waitFor()
      assert.equal(api.store.datamarts.has('usage'), false)
      await absent.getByRole('button', { name: 'Try again' }).click()
      await page.getByText('usage was created', { exact: true }).waitFor()
    },
    { expectTrouble: true },
  ))

test('looking at the version in the account can be cancelled, and nothing is sent', () =>
  inPage(
    async (page) => {
      await openPage(page, stored('sales'))
      await open(page, 'sales')
      await write(page, 'customers.name', LABEL, 'Full name')
      api.fail('silence', { operation: 'list' })
      const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('isPagination'))
      await primary(page, 'Update').click()
      await page.getByRole('group', { name: 'Looking at the version in the account…' }).getByRole('button', { name: 'Cancel' }).click()
      assert.equal((await failed).failure()?.errorText, 'net::ERR_ABORTED')
      await page.getByText('Looking at the version in the account…').waitFor({ state: 'detached' })
      // An unknown outcome is still unknown when the user no longer waits for the answer.
      await page.locator('datamart-editor').evaluate((editor) => editor.showReply(new Error('no reply')))
      const unknown = page.getByRole('alert', { name: 'It is not known whether sales was updated' })
      api.fail('silence', { operation: 'list' })
      await unknown.getByRole('button', { name: 'Look in the account' }).click()
      await page.getByRole('group', { name: 'Looking at the version in the account…' }).getByRole('button', { name: 'Cancel' }).click()
      await unknown.waitFor()
      assert.equal(api.count('update'), 0)
    },
    { expectTrouble: true },
  ))

test('a page that sends itself shows the reply in the editor', () =>
  inPage(async (page) => {
    await openPage(page)
    await page.evaluate((value) => {
      const editor = document.querySelector('datamart-editor')
      Object.assign(editor, { client: null, action: 'create', value })
      editor.addEventListener('submit', async ({ detail }) => {
        const { readReply } = await import('datamart-validator')
        const body = { error: { code: 'INVALID_REQUEST_BODY', message: '"tableList[0].label" must be a string' } }
        editor.showReply(readReply(window.reply ?? { status: 400, body }, detail.text))
      })
    }, stored('sales'))
    await primary(page, 'Create').click()
    await page.getByRole('alert', { name: 'sales was not created' }).waitFor()
    const issue = page.getByRole('region', { name: 'Issues' }).getByRole('listitem').filter({ hasText: 'customers' })
    await issue.waitFor()
    await page.locator('datamart-editor').evaluate((editor) => editor.showReply(null))
    await issue.waitFor({ state: 'detached' })
    // A server error does not tell whether it was done, and without a client nobody can look it up.
    await page.evaluate(() => (window.reply = { status: 502, body: 'Bad gateway' }))
    await primary(page, 'Create').click()
    const unknown = page.getByRole('alert', { name: 'It is not known whether sales was created' })
    await unknown.waitFor()
    assert.equal(await page.getByRole('button', { name: 'Look in the account' }).count(), 0)
    await page.evaluate(() => (window.reply = { status: 200, body: { id: 'sales' } }))
    await primary(page, 'Create').click()
    await page.getByText('sales was created', { exact: true }).waitFor()
    for (const [reply, title] of [
      [{ issues: [{ code: 'rejected', severity: 'error', message: 'no', path: ['name'], params: {}, docsUrl: '' }] }, 'sales was not created'],
      [{ id: 'sales' }, 'sales was created'],
      ['nonsense', 'It is not known whether sales was created'],
    ]) {
      await page.locator('datamart-editor').evaluate((editor, reply) => editor.showReply(typeof reply === 'string' ? new Error(reply) : reply), reply)
      await page.getByText(title, { exact: true }).waitFor()
    }
    assert.deepEqual(await sent(page), ['create not-done', 'create unknown', 'create done', 'create not-done', 'create done', 'create unknown'])
    assert.equal(api.count('create'), 0)
  }))

test('a cancelled `submit` is left to the page', () =>
  inPage(async (page) => {
    await openPage(page)
    await set(page, { value: stored('sales') })
    await page.evaluate(() => {
      document.querySelector('datamart-editor').addEventListener('submit', (event) => {
        event.preventDefault()
        window.request = event.detail.request
      })
    })
    await primary(page, 'Create').click()
    await page.waitForFunction(() => window.request !== undefined)
    assert.deepEqual(JSON.parse(await page.evaluate(() => window.request.body)), stored('sales'))
    assert.deepEqual(await sent(page), [])
    assert.equal(api.count('create'), 0)
  }))

test('what was opened stays one to update, with its catalog, when the editor moves and after a reload', () =>
  inPage(async (page) => {
    await openPage(page, stored('sales'))
    const store = () =>
      page.evaluate(async () => {
        const { createClient } = await import('datamart-validator/client')
        const storage = { get: (key) => localStorage.getItem(key), set: (key, value) => localStorage.setItem(key, value), remove: (key) => localStorage.removeItem(key) }
        Object.assign(document.querySelector('datamart-editor'), { client: createClient({ baseUrl: '/api/databrain' }), storage })
      })
    await store()
    await open(page, 'sales')
    await write(page, 'customers.name', LABEL, 'Full name')
    await page.locator('datamart-editor').evaluate((editor) => document.querySelector('main').append(editor))
    await primary(page, 'Update').waitFor()
    await page.getByRole('tab', { name: 'Changes 1' }).waitFor()
    await page.waitForFunction(() => /Full name/.test(localStorage.getItem('text') ?? ''))
    await page.reload()
    await page.waitForSelector('html[data-ready]')
    await store()
    await primary(page, 'Update').waitFor()
    await page.getByRole('tab', { name: 'Changes 1' }).waitFor()
    await page.getByRole('checkbox', { name: 'orders', exact: true }).waitFor()
    await update(page)
    await page.getByText('sales was updated', { exact: true }).waitFor()
    // Kept as it was sent.
    await page.waitForFunction(() => /Full name/.test(JSON.parse(localStorage.getItem('text') ?? '{}').stored?.text))
  }))

test('the whole way by keys alone', (t) =>
  inPage(async (page) => {
    await openPage(page, stored('sales'))
    const person = new Person(page, 'keyboard')
    await person.use(page.getByRole('button', { name: 'Open…' }))
    await dialog(page).getByRole('button', { name: /^sales/ }).waitFor()
    await person.press('ArrowDown', 'Enter')
    await primary(page, 'Update').waitFor()
    await person.tabTo(page.getByRole('textbox', { name: 'Datamart name' }), 'Shift+Tab')
    await page.getByRole('checkbox', { name: 'orders', exact: true }).waitFor()
    await person.use(page.getByRole('checkbox', { name: 'customers', exact: true }))
    await page.getByRole('tab', { name: /^Changes \d/ }).waitFor()
    await person.use(primary(page, 'Update'), 'Shift+Tab')
    await focused(page.getByRole('group', { name: 'Update sales?' }))
    await person.press('2 Tab', 'Enter')
    await page.getByText('sales was updated', { exact: true }).waitFor()
    person.finish(t, { clicks: 0, keystrokes: 40 })
  }))

for (const [width, height] of [
  [1280, 800],
  [390, 844],
]) {
  test(`axe finds nothing in any state, and nothing is wider than the screen: ${width} × ${height}`, () =>
    inPage(
      async (page) => {
        /** @param {string} state */
        const check = async (state) => {
          await assertAccessible(page, state, ['light', 'dark'])
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, state)
        }
        await openPage(page, stored('sales'))
        await page.getByRole('button', { name: 'Open…' }).click()
        const item = dialog(page).getByRole('button', { name: /^sales/ })
        await item.waitFor()
        await check('list')
        await item.click()
        await primary(page, 'Update').click()
        await page.getByText('Nothing differs from the version in the account.').waitFor()
        await check('review')
        api.fail('reply', { operation: 'update', body: { error: { code: 'INVALID_REQUEST_BODY', message: '"tableList[0].label" must be a string' } } })
        await primary(page, 'Update now').click()
        await page.getByRole('alert', { name: 'sales was not updated' }).waitFor()
        await check('refused')
        await update(page)
        await page.getByText('sales was updated', { exact: true }).waitFor()
        await check('done')
        await page.locator('datamart-editor').evaluate((editor) => editor.showReply(new Error('no reply')))
        await page.getByRole('alert', { name: 'It is not known whether sales was updated' }).waitFor()
        await check('unknown')
      },
      { viewport: { width, height }, expectTrouble: true },
    ))
}
