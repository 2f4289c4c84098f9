/** Bundles by esbuild. */

import assert from 'node:assert/strict'
import { CONNECTED, environment, EXPECTED } from '../support/environment.mjs'

/** @param {import('../support/browser.mjs').BrowserName} browser */
export function bundled(browser) {
  for (const [format, ...flags] of [['esm'], ['iife'], ['esm', '--minify'], ['iife', '--minify']]) {
    const called = `page, bundled as ${[format, ...flags].join(' with ')}`
    environment({ name: 'esbuild', called, tools: ['esbuild', browser] }, async (project) => {
      project.use('program.mjs', 'round-trip.mjs', 'browser/page.mjs')
      await project.run('esbuild', 'page.mjs', '--bundle', `--format=${format}`, ...flags, '--outfile=page.js')
      project.assertBytesApart('page.js')
      const type = format === 'esm' ? ' type="module"' : ' defer'
      project.page(`<script${type} src="./page.js"></script>`, 'page')
      const { results, requests } = await project.open(await project.serve())
      assert.deepEqual(results, { page: CONNECTED })
      assert.deepEqual(requests, ['/', '/page.js'])
    })
  }
  environment({ name: 'Service worker', called: 'bundled by esbuild', tools: [browser] }, async (project) => {
    project.use('program.mjs', 'render.mjs', 'browser/service.mjs', 'browser/service-worker.mjs')
    await project.run('esbuild', 'service.mjs', '--bundle', '--format=iife', '--outfile=service.js')
    project.page('<script type="module" src="./service-worker.mjs"></script>', 'service-worker')
    const { results } = await project.open(await project.serve())
    assert.deepEqual(results, { 'service-worker': EXPECTED })
  })
}
