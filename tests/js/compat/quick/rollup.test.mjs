/** Rollup's build without native code: a lock file cannot pin the native one for every platform. */

import assert from 'node:assert/strict'
import { CONNECTED, environment } from '../support/environment.mjs'

environment({ name: 'Rollup', called: 'page, with the plugin node-resolve', tools: ['rollup', 'Chromium'] }, async (project) => {
  project.use('program.mjs', 'round-trip.mjs', 'browser/page.mjs', 'browser/core-only.mjs')
  await project.run('rollup', 'page.mjs', '--plugin', 'node-resolve', '--dir', 'bundle')
  project.assertBytesApart('bundle')
  await project.run('rollup', 'core-only.mjs', '--plugin', 'node-resolve', '--dir', 'core-only')
  project.assertBytesApart('core-only', { isCoreOnly: true })
  project.page('<script type="module" src="./bundle/page.js"></script>', 'page')
  const { results, requests } = await project.open(await project.serve())
  assert.deepEqual(results, { page: CONNECTED })
  assert.deepEqual(requests, ['/', '/bundle/page.js'])
})
