/** The projects in `examples/` that embed an editor, as a person uses them. */

import assert from 'node:assert/strict'
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { after, before } from 'node:test'
import { fileURLToPath } from 'node:url'
import { PAGE_LIMIT } from '../support/browsers/page.mjs'
import { Project } from '../support/project.mjs'
import { testInAttempts } from '../../support/attempts.mjs'
import { launchChromium, watchConsole } from '../../support/chromium.mjs'

/** @typedef {import('playwright-core').Page} Page */

const EXAMPLES = fileURLToPath(new URL('../../../../examples', import.meta.url))

/** @type {import('playwright-core').Browser} */
let browser

before(async () => {
  browser = await launchChromium()
})

after(() => browser?.close())

/**
 * @param {string} name
 * @param {(project: Project) => Promise<string>} build returns the folder that is served
 * @param {(page: Page) => Promise<void>} use
 */
function example(name, build, use) {
  testInAttempts(`example: ${name}`, async () => {
    const project = new Project(`example ${name}`)
    cpSync(path.join(EXAMPLES, name), project.folder, { recursive: true })
    const context = await browser.newContext()
    try {
      const address = await project.serve({}, await build(project))
      const page = await context.newPage()
      page.setDefaultTimeout(PAGE_LIMIT)
      /** @type {string[]} */
      const trouble = []
      watchConsole(page, trouble)
      const thrown = new Promise((_, reject) => page.on('pageerror', reject))
      await Promise.race([thrown, page.goto(address).then(() => use(page))])
      assert.deepEqual(trouble, [])
    } finally {
      await context.close()
      await project.stop()
    }
  })
}

/** Builds with Vite, after Node has run a checker of the types. @param {Project} project @param {...string} checker */
async function withVite(project, ...checker) {
  if (checker.length > 0) await project.run('node', ...checker)
  await project.run('vite', 'build')
  return 'dist'
}

/** What the page shows below the editor, once it has a part. @param {Page} page @param {string} part */
async function shown(page, part) {
  await page.waitForFunction((part) => document.querySelector('output')?.textContent?.includes(part), part)
  return (await page.locator('output').textContent()) ?? ''
}

/** Builds a datamart from the catalog, and asks for the request. @param {Page} page */
async function buildDatamart(page) {
  await page.getByRole('checkbox', { name: 'orders', exact: true }).click()
  assert.deepEqual(JSON.parse(await shown(page, '"orders"')).tableList[0].schemaName, 'public')
  await page.getByRole('textbox', { name: 'Datamart name' }).fill('sales')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Valid' }).waitFor()
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  const [line, ...body] = (await shown(page, 'POST ')).split('\n')
  assert.match(line ?? '', /^POST https:\/\/\S+\/datamarts$/)
  const columns = ['id', 'customer_id', 'total', 'placed_at'].map((name) => ({ name }))
  assert.deepEqual(JSON.parse(body.join('\n')), { name: 'sales', datasourceName: 'warehouse', tableList: [{ name: 'orders', schemaName: 'public', columns }] })
}

/** The packages of an import map, where `npm install` would put them. @param {Project} project */
async function linkImports(project) {
  const page = readFileSync(path.join(project.folder, 'index.html'), 'utf8')
  const { dependencies } = JSON.parse(readFileSync(path.join(project.folder, 'package.json'), 'utf8'))
  const files = [...page.matchAll(/"\.\/node_modules\/((?:@[\w-]+\/)?[\w-]+)\//g)].map(([, name]) => name ?? '')
  for (const name of new Set([...files, ...Object.keys(dependencies)])) {
    const link = path.join(project.folder, 'node_modules', name)
    const target = project.installed(name)
    mkdirSync(path.dirname(link), { recursive: true })
    symlinkSync(target, link)
  }
  return '.'
}

example('editor-html', linkImports, async (page) => {
  await page.getByRole('checkbox', { name: 'customers', exact: true }).click()
  await shown(page, '"customers"')
  await page.getByRole('button', { name: 'Undo' }).click()
  const isValid = () => page.locator('form').evaluate((/** @type {HTMLFormElement} */ form) => form.checkValidity())
  assert.equal(await isValid(), false)
  await page.getByRole('button', { name: 'Save the form' }).click()
  assert.doesNotMatch((await page.locator('output').textContent()) ?? '', /saves/)

  await buildDatamart(page)
  assert.equal(await isValid(), true)
  await page.getByRole('button', { name: 'Save the form' }).click()
  const saved = await shown(page, 'analytics saves ')
  assert.equal(JSON.parse(saved.replace('analytics saves ', '')).name, 'sales')
})

example('editor-react', (project) => withVite(project, project.installed('typescript-5.9/bin/tsc')), async (page) => {
  await buildDatamart(page)
  await page.getByRole('status').getByText('No errors').waitFor()
})

example('editor-vue', (project) => withVite(project, '--eval', `require('vue-tsc').run(${JSON.stringify(project.installed('typescript-5.9/lib/tsc.js'))})`), async (page) => {
  await buildDatamart(page)
  await page.getByRole('status').getByText('No errors').waitFor()
})

example('monaco', (project) => withVite(project), async (page) => {
  await shown(page, '`Orders`')
  await page.locator('.monaco-editor').getByText('"Orders"').first().click()
  await page.locator('.monaco-editor.focused').waitFor()
  await page.keyboard.press('Control+.')
  await page.getByRole('option', { name: 'Change to orders' }).click()
  await shown(page, 'No issues')
})
