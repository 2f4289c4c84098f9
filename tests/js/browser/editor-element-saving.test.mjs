/** `<datamart-editor>` saves to the file that was opened, and overwrites nothing unasked. */

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { assertAccessible } from './axe.mjs'
import { cell, LABEL, openElement, set, textOf } from './element.mjs'
import { answered, eventually, inPage, json } from './support.mjs'

/** @typedef {import('playwright-core').Page} Page */

/** @param {string} name */
const datamart = (name) => json({ name, datasourceName: 'shop', tableList: [{ name: 'orders', columns: [{ name: 'id' }] }] })

/**
 * Files of the page's private file system, which the browser's dialogs answer with: first to open,
 * then to save. The handles are real ones.
 *
 * @param {Page} page
 * @param {Record<string, string>} files
 * @param {{ open?: string[], save?: string }} answers
 */
async function provide(page, files, { open = Object.keys(files), save }) {
  await page.evaluate(
    async ({ files, open, save }) => {
      const directory = await navigator.storage.getDirectory()
      const handle = (name) => directory.getFileHandle(name, { create: true })
      for (const [name, content] of Object.entries(files)) {
        const stream = await (await handle(name)).createWritable()
        await stream.write(content)
        await stream.close()
      }
      globalThis.showOpenFilePicker = async () => [await handle(open.shift())]
      if (save) globalThis.showSaveFilePicker = async ({ suggestedName }) => ((globalThis.suggested = suggestedName), handle(save))
    },
    { files, open, save },
  )
}

/** @param {Page} page @param {string} name */
const contentOf = (page, name) =>
  page.evaluate(async (name) => (await (await (await navigator.storage.getDirectory()).getFileHandle(name)).getFile()).text(), name)

/** Another program writes. @param {Page} page @param {string} name @param {string} content */
const write = (page, name, content) =>
  page.evaluate(
    async ([name, content]) => {
      const stream = await (await (await navigator.storage.getDirectory()).getFileHandle(name)).createWritable()
      await stream.write(content)
      await stream.close()
    },
    [name, content],
  )

/** @param {Page} page @param {string} label */
async function edit(page, label) {
  await cell(page, 'orders.id', LABEL).click()
  await page.keyboard.type(label)
  await page.keyboard.press('Enter')
  await eventually(async () => assert.match(await textOf(page), new RegExp(`"label": "${label}"`)))
}

/** @param {Page} page */
const at = (page) => ({
  open: page.getByRole('button', { name: 'Open…' }),
  save: page.getByRole('button', { name: 'Save', exact: true }),
  /** @param {string} name */
  title: (name) => eventually(async () => assert.equal(await page.getByRole('textbox', { name: 'Datamart name' }).inputValue(), name)),
})

/** @param {string} title @param {(page: Page) => Promise<void>} run @param {object} [options] */
const saving = (title, run, options) =>
  test(title, () =>
    inPage(
      async (page) => {
        await openElement(page)
        await run(page)
      },
      // A page of its own, whose files nobody else has.
      { locale: 'en', ...options },
    ),
  )

saving('it saves to the file that was opened, by the button or Ctrl+S, and keeps its line ends', async (page) => {
  const content = datamart('shop').replaceAll('\n', '\r\n')
  await provide(page, { 'shop.json': content }, {})
  const { open, save, title } = at(page)
  await open.click()
  await title('shop')
  await edit(page, 'First')
  await answered(page.getByText('Saved to shop.json'), () => save.click())
  assert.equal(await contentOf(page, 'shop.json'), (await textOf(page)).replaceAll('\n', '\r\n'))
  assert.match(await contentOf(page, 'shop.json'), /"label": "First"/)
  await edit(page, 'Second')
  await page.keyboard.press('Control+s')
  await eventually(async () => assert.match(await contentOf(page, 'shop.json'), /"label": "Second"/))
})

for (const [choice, kept, shown] of [
  ['Load the file', /elsewhere/, 'elsewhere'],
  ['Overwrite the file', /"label": "Own"/, 'shop'],
]) {
  saving(`what another program has written is not overwritten unasked: ${choice}`, async (page) => {
    await provide(page, { 'shop.json': datamart('shop') }, {})
    const { open, save, title } = at(page)
    await open.click()
    await title('shop')
    await edit(page, 'Own')
    await write(page, 'shop.json', datamart('elsewhere'))
    await save.click()
    await page.getByText('shop.json was changed by another program').waitFor()
    assert.match(await contentOf(page, 'shop.json'), /elsewhere/)
    await assertAccessible(page, 'a file that was changed', ['light', 'dark'])
    await page.getByRole('button', { name: choice }).click()
    await page.getByText('shop.json was changed by another program').waitFor({ state: 'detached' })
    await eventually(async () => assert.match(await contentOf(page, 'shop.json'), kept))
    await title(shown)
    // Either way, the file is known again.
    if (shown === 'elsewhere') {
      await page.getByRole('button', { name: 'Undo' }).click()
      await title('shop')
      assert.match(await textOf(page), /"label": "Own"/)
      return
    }
    await edit(page, 'Later')
    await save.click()
    await eventually(async () => assert.match(await contentOf(page, 'shop.json'), /"label": "Later"/))
  })
}

saving('what another program has written is compared with, and taken over in part', async (page) => {
  await provide(page, { 'shop.json': datamart('shop') }, {})
  const { open, save, title } = at(page)
  await open.click()
  await title('shop')
  await edit(page, 'Own')
  await write(page, 'shop.json', datamart('elsewhere'))
  await save.click()
  await page.getByRole('button', { name: 'Show the differences' }).click()
  // What differs from the file as it is now, not from what was opened.
  const changes = page.getByRole('tabpanel', { name: /^Changes/ })
  await changes.getByText('2 changes').waitFor()
  await changes.getByRole('button', { name: /^Take back: name / }).click()
  await title('elsewhere')
  await save.click()
  await eventually(async () => assert.match(await contentOf(page, 'shop.json'), /elsewhere[^]*"label": "Own"/))
  await page.getByRole('button', { name: 'Undo' }).click()
  await title('shop')
})

saving('undo of opening brings back the file, too', async (page) => {
  await provide(page, { 'one.json': datamart('one'), 'two.json': datamart('two') }, {})
  const { open, save, title } = at(page)
  await open.click()
  await title('one')
  await open.click()
  await title('two')
  await page.getByRole('button', { name: 'Undo' }).click()
  await title('one')
  await edit(page, 'Edited')
  await save.click()
  await eventually(async () => assert.match(await contentOf(page, 'one.json'), /"label": "Edited"/))
  assert.equal(await contentOf(page, 'two.json'), datamart('two'))
})

saving('a reply is not overwritten by the datamart that was taken from it: saving asks for a file, and stays with it', async (page) => {
  const reply = json({ data: [{ name: 'usage', companyIntegration: { name: 'shop' }, datamartTables: [{ tableName: 'orders', schemaName: 'public', datamartTableColumns: [{ columnName: 'id', datatype: 'integer', sql: '' }] }], datamartRelationships: [] }] })
  await provide(page, { 'reply.json': reply }, { save: 'own.json' })
  const { open, save, title } = at(page)
  await open.click()
  await title('usage')
  await answered(page.getByText('Saved to own.json'), () => save.click())
  assert.equal(await page.evaluate(() => globalThis.suggested), 'usage.json')
  assert.equal(await contentOf(page, 'own.json'), await textOf(page))
  await edit(page, 'Edited')
  await save.click()
  await eventually(async () => assert.match(await contentOf(page, 'own.json'), /"label": "Edited"/))
  assert.equal(await contentOf(page, 'reply.json'), reply)
})

saving('a file that cannot be written is reported, and another document of the host has no file', async (page) => {
  await provide(page, { 'shop.json': datamart('shop') }, {})
  const { open, save, title } = at(page)
  await open.click()
  await title('shop')
  await page.evaluate(() => {
    FileSystemFileHandle.prototype.createWritable = async () => {
      throw new DOMException('it is locked', 'NoModificationAllowedError')
    }
  })
  await save.click()
  await page.getByRole('alert').getByText('it is locked').waitFor()
  await page.getByRole('alert').getByRole('button', { name: 'Cancel' }).click()
  await page.getByText('it is locked').waitFor({ state: 'detached' })
  await set(page, { value: datamart('host') })
  await title('host')
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
  assert.equal(download.suggestedFilename(), 'host.json')
})

saving('without access to files, it downloads', async (page) => {
  await set(page, { value: datamart('shop') })
  const [download] = await Promise.all([page.waitForEvent('download'), at(page).save.click()])
  assert.equal(download.suggestedFilename(), 'shop.json')
  assert.equal(await readFile(await download.path(), 'utf8'), datamart('shop'))
})
