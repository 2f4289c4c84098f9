import assert from 'node:assert/strict'
import { CONNECTED, environment, EXPECTED } from '../support/environment.mjs'

environment({ name: 'Rsbuild', called: 'page and worker', tools: ['@rsbuild/core', 'Chromium'] }, async (project) => {
  project.use('rsbuild/rsbuild.config.mjs')
  project.useIn('src', 'program.mjs', 'round-trip.mjs', 'rsbuild/index.mjs', 'browser/page.mjs', 'browser/module-worker.mjs', 'browser/worker.mjs')
  project.page('', 'page', 'module-worker')
  await project.runWithoutWarning('rsbuild', 'build')
  project.assertBytesApart('dist')
  const { results } = await project.open(await project.serve({}, 'dist'))
  assert.deepEqual(results, { page: CONNECTED, 'module-worker': EXPECTED })
})
