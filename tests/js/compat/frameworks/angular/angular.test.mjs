/** A page with a signal form and one with the editor, rendered on the server. */

import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { readReadme } from '../../../readme.mjs'
import { EDITED, hideColumn } from '../../support/editor.mjs'
import { environment, EXPECTED } from '../../support/environment.mjs'

const tools = ['@angular/core', 'node-24', 'Chromium']
const BLANK = '`name` is blank, but required'

/** @param {import('../../support/project.mjs').Project} project */
function useSources(project) {
  project.useIn('src', 'program.mjs', 'render.mjs')
  const recipe = readReadme(project.folder).recipe('Angular', 'ts')
  writeFileSync(path.join(project.folder, 'src/app/datamart-form.ts'), recipe)
}

/**
 * @param {import('../../support/project.mjs').Project} project
 * @param {string} address
 */
async function works(project, address) {
  const [form, editor] = ['form/', 'editor/'].map((name) => new URL(name, address).href)
  const html = await (await fetch(form)).text()
  for (const output of [`<output id="rendered">${EXPECTED}</output>`, `<p role="alert">${BLANK}</p>`]) assert.ok(html.includes(output), html)
  const filled = await project.open(form, async (page) => {
    // Until then, the field belongs to nobody.
    await page.locator('#later', { hasText: EXPECTED }).waitFor()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('Name').fill('sales')
    await page.getByRole('alert').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Create' }).click()
  })
  assert.deepEqual(filled.results, { created: 'sales', rendered: EXPECTED, later: EXPECTED })

  assert.match(await (await fetch(editor)).text(), /<datamart-editor action="create"[^>]*><\/datamart-editor>/)
  const edited = await project.open(editor, hideColumn)
  assert.deepEqual(edited.results, EDITED)
}

environment({ name: 'Angular', called: 'page with a signal form and page with the editor: development server with a cold cache', tools, framework: 'angular' }, async (project) => {
  useSources(project)
  await works(project, await project.start('ng', 'serve', '--host', '127.0.0.1', '--port', '0'))
})

environment({ name: 'Angular', called: 'the same pages, rendered by `ng build`', tools, framework: 'angular' }, async (project) => {
  useSources(project)
  await project.runWithoutWarning('ng', 'build')
  project.assertBytesApart('dist/app/browser')
  await works(project, await project.serve({}, 'dist/app/browser'))
})
