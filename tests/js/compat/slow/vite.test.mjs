import assert from 'node:assert/strict'
import { EDITED, hideColumn } from '../support/editor.mjs'
import { CONNECTED, environment, EXPECTED } from '../support/environment.mjs'

const ALL = { page: CONNECTED, 'module-worker': EXPECTED, 'classic-worker': EXPECTED }

/** @param {import('../support/project.mjs').Project} project @param {...string} names */
function usePage(project, ...names) {
  project.use('program.mjs', 'round-trip.mjs', 'browser/worker.mjs', ...names.map((name) => `browser/${name}.mjs`))
  project.page(names.map((name) => `<script type="module" src="./${name}.mjs"></script>`).join('\n'), ...names)
}

environment({ name: 'Vite', called: 'development server with a cold cache: page and worker', tools: ['vite', 'Chromium'] }, async (project) => {
  // A classic worker cannot have imports until it is built.
  const { 'classic-worker': _, ...others } = ALL
  usePage(project, ...Object.keys(others))
  const { results } = await project.open(await project.start('vite', '--host', '127.0.0.1', '--port', '0'))
  assert.deepEqual(results, others)
})

environment({ name: 'Vite', called: 'build: page, module worker and classic worker', tools: ['vite', 'Chromium'] }, async (project) => {
  usePage(project, ...Object.keys(ALL))
  await project.runWithoutWarning('vite', 'build')
  project.assertBytesApart('dist')
  const { results, requests } = await project.open(await project.serve({}, 'dist'))
  assert.deepEqual(results, ALL)
  assert.ok(!requests.some((name) => name.endsWith('.wasm')))
})

environment({ name: 'Vite', called: 'server-side rendering, `ssrLoadModule`', tools: ['vite', 'Node.js'] }, async (project) => {
  project.use('program.mjs', 'vite/server.mjs', 'render.mjs')
  assert.equal(await project.run('node', 'server.mjs'), EXPECTED)
})

/** @param {import('../support/project.mjs').Project} project @param {string} address */
async function opensSlim(project, address) {
  const { results, requests } = await project.open(address)
  assert.deepEqual(results, { page: EXPECTED })
  assert.ok(requests.some((name) => name.endsWith('.wasm')), requests.join(' '))
}

/** @param {import('../support/project.mjs').Project} project */
function useSlimPage(project) {
  project.use('program.mjs', 'slim/vite.mjs')
  project.page('<script type="module" src="./vite.mjs"></script>', 'page')
}

environment({ name: 'Vite', called: 'development server: `/slim` given `?url`', tools: ['vite', 'Chromium'] }, async (project) => {
  useSlimPage(project)
  await opensSlim(project, await project.start('vite', '--host', '127.0.0.1', '--port', '0'))
})

environment({ name: 'Vite', called: 'build: `/slim` given `?url`', tools: ['vite', 'Chromium'] }, async (project) => {
  useSlimPage(project)
  await project.runWithoutWarning('vite', 'build')
  await opensSlim(project, await project.serve({}, 'dist'))
})

/** @param {import('../support/project.mjs').Project} project */
function useEditorPage(project) {
  project.use('editor/page.mjs', 'editor/datamart.mjs')
  project.page('<script type="module" src="./page.mjs"></script>', 'valid', 'hidden')
}

environment({ name: 'Vite', called: 'development server with a cold cache: page with the editor', tools: ['vite', 'Chromium'] }, async (project) => {
  useEditorPage(project)
  const { results } = await project.open(await project.start('vite', '--host', '127.0.0.1', '--port', '0'), hideColumn)
  assert.deepEqual(results, EDITED)
})

environment({ name: 'Vite', called: 'build: page with the editor', tools: ['vite', 'Chromium'] }, async (project) => {
  useEditorPage(project)
  await project.runWithoutWarning('vite', 'build')
  const { results } = await project.open(await project.serve({}, 'dist'), hideColumn)
  assert.deepEqual(results, EDITED)
})

environment({ name: 'Vite', called: 'server-side rendering: the editor does nothing', tools: ['vite', 'Node.js'] }, async (project) => {
  project.use('editor/server.mjs')
  assert.equal(await project.run('node', 'server.mjs'), 'undefined')
})
