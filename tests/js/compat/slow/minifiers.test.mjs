/**
 * What minifiers do to the module's text. esbuild's own is tested with esbuild, those of bundlers
 * with the bundlers.
 */

import assert from 'node:assert/strict'
import { CONNECTED, environment } from '../support/environment.mjs'

/** @type {Record<string, { tool: string, minify: (project: import('../support/project.mjs').Project) => Promise<unknown> }>} */
const MINIFIERS = {
  Terser: {
    tool: 'terser',
    minify: (project) => project.run('terser', 'bundle.js', '--module', '--toplevel', '--compress', 'passes=3', '--mangle', '--output', 'page.js'),
  },
  SWC: {
    tool: '@swc/core',
    minify: (project) => {
      project.use('minify/swc.mjs')
      return project.run('node', 'swc.mjs')
    },
  },
}

for (const [name, { tool, minify }] of Object.entries(MINIFIERS)) {
  environment({ name, called: 'page, bundled by esbuild and minified', tools: [tool, 'Chromium'] }, async (project) => {
    project.use('program.mjs', 'round-trip.mjs', 'browser/page.mjs')
    await project.run('esbuild', 'page.mjs', '--bundle', '--format=esm', '--outfile=bundle.js')
    await minify(project)
    project.assertBytesApart('page.js')
    project.page('<script type="module" src="./page.js"></script>', 'page')
    const { results, requests } = await project.open(await project.serve())
    assert.deepEqual(results, { page: CONNECTED })
    assert.deepEqual(requests, ['/', '/page.js'])
  })
}
