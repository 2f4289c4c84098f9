import assert from 'node:assert/strict'
import { CONNECTED, environment } from '../support/environment.mjs'

environment({ name: 'Rolldown', called: 'page, minified', tools: ['rolldown', 'Chromium'] }, async (project) => {
  project.use('program.mjs', 'round-trip.mjs', 'browser/page.mjs')
  await project.run('rolldown', 'page.mjs', '--minify', '--dir', 'bundle')
  project.assertBytesApart('bundle')
  project.page('<script type="module" src="./bundle/page.js"></script>', 'page')
  const { results, requests } = await project.open(await project.serve())
  assert.deepEqual(results, { page: CONNECTED })
  assert.deepEqual(requests, ['/', '/bundle/page.js'])
})
