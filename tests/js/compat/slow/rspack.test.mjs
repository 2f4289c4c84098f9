import assert from 'node:assert/strict'
import { CONNECTED, environment } from '../support/environment.mjs'

environment({ name: 'Rspack', called: 'page, production mode', tools: ['@rspack/core', 'Chromium'] }, async (project) => {
  project.use('program.mjs', 'round-trip.mjs', 'browser/page.mjs')
  await project.run('rspack', 'build', '--mode', 'production', '--entry', './page.mjs')
  project.assertBytesApart('dist')
  project.page('<script defer src="./dist/main.js"></script>', 'page')
  const { results, requests } = await project.open(await project.serve())
  assert.deepEqual(results, { page: CONNECTED })
  assert.deepEqual(requests, ['/', '/dist/main.js'])
})
