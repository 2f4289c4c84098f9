/** Cloudflare's runtime, with a worker bundled the way wrangler does it. */

import assert from 'node:assert/strict'
import { CONNECTED, environment } from '../support/environment.mjs'

environment({ name: 'Cloudflare Workers', called: 'worker, bundled as wrangler does', tools: ['workerd', 'esbuild'] }, async (project) => {
  project.use('program.mjs', 'round-trip.mjs', 'workerd/worker.mjs', 'workerd/serve.mjs')
  const options = ['--bundle', '--format=esm', '--conditions=workerd,worker,browser', '--loader:.wasm=copy', '--outdir=bundle']
  await project.run('esbuild', 'worker.mjs', ...options)
  assert.equal(await project.run('node', 'serve.mjs'), `200 ${CONNECTED}`)
})
