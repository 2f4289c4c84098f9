/** A browser extension (Manifest V3): its service worker and a page of its own. */

import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { openExtension } from '../support/browsers/chromium.mjs'
import { environment, EXPECTED } from '../support/environment.mjs'

const WORKERS = { iife: { service_worker: 'background.js' }, esm: { service_worker: 'background.js', type: 'module' } }

for (const [format, background] of Object.entries(WORKERS)) {
  environment({ name: 'Browser extension, Manifest V3', called: `page and service worker, bundled as ${format}`, tools: ['esbuild', 'Chromium'] }, async (project) => {
    project.use('program.mjs', 'render.mjs', 'extension/background.mjs', 'extension/page.mjs')
    const policy = { extension_pages: "script-src 'self' 'wasm-unsafe-eval'" }
    const manifest = { manifest_version: 3, name: 'Datamarts', version: '1', background, content_security_policy: policy }
    writeFileSync(path.join(project.folder, 'manifest.json'), JSON.stringify(manifest))
    await project.run('esbuild', 'background.mjs', '--bundle', `--format=${format}`, '--outfile=background.js')
    await project.run('esbuild', 'page.mjs', '--bundle', '--format=esm', '--outfile=page.js')
    project.page('<script type="module" src="./page.js"></script>', 'page', 'service-worker')
    const { results, trouble } = await openExtension(project.folder, 'index.html')
    assert.deepEqual(trouble, [])
    assert.deepEqual(results, { page: EXPECTED, 'service-worker': EXPECTED })
  })
}
