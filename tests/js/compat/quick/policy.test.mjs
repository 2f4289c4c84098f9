/** Bundled pages under a Content-Security-Policy. */

import assert from 'node:assert/strict'
import { openPage } from '../support/browser.mjs'
import { environment, EXPECTED } from '../support/environment.mjs'

const BARE = "script-src 'self'"
const ENOUGH = `${BARE} 'wasm-unsafe-eval'; connect-src 'none'`

environment({ name: 'Content-Security-Policy', called: `page and worker, \`${ENOUGH}\``, tools: ['Chromium'] }, async (project) => {
  project.use('program.mjs', 'browser/page.mjs', 'browser/module-worker.mjs', 'browser/worker.mjs')
  await project.run('esbuild', 'page.mjs', 'worker.mjs', '--bundle', '--format=esm', '--outdir=.', '--out-extension:.js=.mjs', '--allow-overwrite')
  const scripts = ['page', 'module-worker'].map((name) => `<script type="module" src="./${name}.mjs"></script>`)
  project.page(scripts.join('\n'), 'page', 'module-worker')
  const { results } = await project.open(await project.serve({ 'content-security-policy': ENOUGH }))
  assert.deepEqual(results, { page: EXPECTED, 'module-worker': EXPECTED })
})

environment(
  {
    name: 'Content-Security-Policy',
    called: `page, \`${BARE}\` alone`,
    result: "throws an error that names `'wasm-unsafe-eval'`",
    tools: ['Chromium'],
  },
  async (project) => {
    project.use('program.mjs', 'browser/page.mjs')
    await project.run('esbuild', 'page.mjs', '--bundle', '--format=esm', '--outfile=page.js')
    project.page('<script type="module" src="./page.js"></script>', 'page')
    const { trouble } = await openPage(await project.serve({ 'content-security-policy': BARE }))
    assert.deepEqual(trouble, [
      "datamart-validator: the browser refuses to compile WebAssembly; add 'wasm-unsafe-eval' to script-src of the Content-Security-Policy",
    ])
  },
)
