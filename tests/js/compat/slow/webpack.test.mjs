import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { CONNECTED, environment, EXPECTED } from '../support/environment.mjs'

environment({ name: 'webpack', called: 'page and worker, production mode', tools: ['webpack', 'Chromium'] }, async (project) => {
  project.use('program.mjs', 'round-trip.mjs', 'browser/page.mjs', 'browser/module-worker.mjs', 'browser/worker.mjs')
  await project.run('webpack', '--mode', 'production', '--entry', './page.mjs', '--entry', './module-worker.mjs', '--json=stats.json')
  const { warnings } = JSON.parse(readFileSync(path.join(project.folder, 'stats.json'), 'utf8'))
  // The package is larger than what webpack recommends for a page. There must be no other warning.
  const others = warnings.filter(({ message }) => !/^(asset|entrypoint) size limit|^webpack performance recommendations/.test(message))
  assert.deepEqual(others, [])
  project.assertBytesApart('dist')

  project.page('<script defer src="./dist/main.js"></script>', 'page', 'module-worker')
  const { results, requests } = await project.open(await project.serve())
  assert.deepEqual(results, { page: CONNECTED, 'module-worker': EXPECTED })
  assert.ok(!requests.some((name) => name.endsWith('.wasm')))
})

environment({ name: 'webpack', called: 'page, `/slim` given `new URL(…)`', tools: ['webpack', 'Chromium'] }, async (project) => {
  project.use('program.mjs', 'slim/webpack.mjs')
  await project.run('webpack', '--mode', 'production', '--entry', './webpack.mjs')
  project.page('<script defer src="./dist/main.js"></script>', 'page')
  const { results, requests } = await project.open(await project.serve())
  assert.deepEqual(results, { page: EXPECTED })
  assert.ok(requests.some((name) => name.endsWith('.wasm')), requests.join(' '))
})
