/** `<datamart-editor>`: what came of a request, and the reply's issues at their fields. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startSite, stored } from './account.mjs'

const { api, cell, dialog, eventually, inPage, LABEL, NAME, open, openPage, primary, sent, set, update, write } = await startSite()
const { assertAccessible } = await import('./axe.mjs')
const { focused } = await import('./person.mjs')

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

test('by keys alone, the focus stays with what is being sent, and goes on from there when that is closed', () =>
  inPage(
    async (page) => {
      await openPage(page, stored('sales'))
      await open(page, 'sales')
      await write(page, 'customers.name', LABEL, 'Full name')
      const isInside = (/** @type {import('playwright-core').Locator} */ banner) => banner.evaluate((element) => element.contains(element.getRootNode().activeElement) || element.parentElement.matches(':focus'))
      const banner = (/** @type {'group' | 'alert'} */ role, /** @type {string} */ name) => page.getByRole(role, { name, exact: true })
      const review = banner('group', 'Update sales?')
      await primary(page, 'Update').press('Enter')
      await focused(review)
      await review.getByRole('button', { name: 'Cancel' }).press('Enter')
      await review.waitFor({ state: 'detached' })
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Shift+Tab')
      await focused(primary(page, 'Update'))
      await page.keyboard.press('Enter')
      await focused(review)
      api.fail('server-error', { operation: 'update' })
      await primary(page, 'Update now').press('Enter')
      const failed = banner('alert', 'sales was not updated')
      await failed.getByRole('button', { name: 'Try again' }).waitFor()
      assert.ok(await isInside(failed))
      await failed.getByRole('button', { name: 'Try again' }).press('Enter')
      const done = banner('group', 'sales was updated')
      await done.waitFor()
      assert.ok(await isInside(done))
      // Nothing that is pressed once more sends it again.
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      await focused(done.getByRole('button', { name: 'Close' }))
      await page.keyboard.press('Enter')
      await done.waitFor({ state: 'detached' })
      await page.keyboard.press('Shift+Tab')
      await focused(page.getByRole('button', { name: 'Export' }))
      assert.equal(api.count('update'), 2)
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
      const isOfList = (request) => request.url().includes('isPagination')
      const failed = page.waitForEvent('requestfailed', isOfList)
      const asked = page.waitForRequest(isOfList)
      await primary(page, 'Update').click()
      await asked
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
