/** `<datamart-editor>` opens what an account has, creates, and shows an update before it sends it. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startSite, stored } from './account.mjs'

const { api, cell, dialog, eventually, inPage, LABEL, NAME, open, openPage, primary, sent, update, valueOf, write } = await startSite()
const { focused, Person } = await import('./person.mjs')

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
        const isOfList = (request) => request.url().includes('isPagination')
        const failed = page.waitForEvent('requestfailed', isOfList)
        const asked = page.waitForRequest(isOfList)
        await page.getByRole('button', { name: 'Open…' }).click()
        await dialog(page).getByText('Loading…').first().waitFor()
        await asked
        if (end === 'closed') await page.keyboard.press('Escape')
        else await page.locator('datamart-editor').evaluate((editor) => editor.remove())
        assert.equal((await failed).failure()?.errorText, 'net::ERR_ABORTED')
      }
    },
    // The reply with status 400 is an error in the console.
    { expectTrouble: true },
  ))

test('of thousands of datamarts the first are listed, and the search finds the others', () =>
  inPage(async (page) => {
    await openPage(page)
    await page.locator('datamart-editor').evaluate((editor) => {
      const all = Array.from({ length: 3000 }, (_, index) => ({ datamart: { name: `mart_${index}`, datasourceName: 'shop', tableList: [] }, unseen: [] }))
      editor.client = { listDatamarts: async () => all, createDatamart: async () => ({ id: '' }), updateDatamart: async () => ({ id: '' }) }
    })
    await page.getByRole('button', { name: 'Open…' }).click()
    await dialog(page).getByText('2800 more. Search for one by its name.').waitFor()
    assert.equal(await dialog(page).getByRole('listitem').count(), 200)
    await dialog(page).getByRole('searchbox').fill('mart_2999')
    await dialog(page).getByRole('button', { name: /^mart_2999/ }).waitFor()
    assert.equal(await dialog(page).getByRole('listitem').count(), 1)
    await dialog(page).getByRole('searchbox').press('Enter')
    await eventually(async () => assert.equal(await page.getByRole('textbox', { name: 'Datamart name' }).inputValue(), 'mart_2999'))
  }))

test('a new datamart for a datasource: its tables are there to be picked, and it is created', () =>
  inPage(async (page) => {
    await openPage(page)
    const wide = page.viewportSize()
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('button', { name: 'Open…' }).click()
    // Only the one that can be used.
    await eventually(async () => assert.deepEqual(await dialog(page).getByRole('listitem').allTextContents(), ['shop']))
    await dialog(page).getByRole('button', { name: 'shop' }).click()
    // On a phone, too, the next step is in view.
    await page.getByRole('checkbox', { name: 'customers', exact: true }).waitFor()
    assert.equal(await page.getByRole('textbox', { name: 'Datasource' }).getAttribute('placeholder'), 'shop')
    await page.setViewportSize(wide)
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
    // There is one primary action at a time.
    const colour = (/** @type {string} */ name) => primary(page, name).evaluate((button) => getComputedStyle(button).backgroundColor)
    const accent = await colour('Update now')
    assert.notEqual(await colour('Update'), accent)
    await banner.getByRole('button', { name: 'Cancel' }).click()
    await banner.waitFor({ state: 'detached' })
    await page.mouse.move(0, 0)
    assert.equal(await colour('Update'), accent)
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
    await focused(dialog(page).getByRole('searchbox', { name: 'Search by name' }))
    await person.press('ArrowDown')
    await focused(dialog(page).getByRole('button', { name: /^sales/ }))
    await person.press('Enter')
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
