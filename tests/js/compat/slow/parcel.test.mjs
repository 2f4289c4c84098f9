/** Parcel, which supports `exports` only if configured to. */

import assert from 'node:assert/strict'
import { CONNECTED, environment, EXPECTED } from '../support/environment.mjs'

const BUILD = ['build', 'index.html', '--no-cache', '--no-source-maps', '--dist-dir', 'dist', '--public-url', './']

environment({ name: 'Parcel', called: 'page', tools: ['parcel', 'Chromium'] }, async (project) => {
  project.use('program.mjs', 'round-trip.mjs', 'browser/page.mjs')
  project.page('<script type="module" src="./page.mjs"></script>', 'page')
  await project.run('parcel', ...BUILD)
  project.assertBytesApart('dist')
  const { results } = await project.open(await project.serve({}, 'dist'))
  assert.deepEqual(results, { page: CONNECTED })
})

environment({ name: 'Parcel', called: 'page, `/slim` given the URL of `/module.wasm`', tools: ['parcel', 'Chromium'] }, async (project) => {
  project.use('program.mjs', 'slim/parcel.mjs')
  project.page('<script type="module" src="./parcel.mjs"></script>', 'page')
  await project.run('parcel', ...BUILD)
  const { results, requests } = await project.open(await project.serve({}, 'dist'))
  assert.deepEqual(results, { page: EXPECTED })
  assert.ok(requests.some((name) => name.endsWith('.wasm')), requests.join(' '))
})
