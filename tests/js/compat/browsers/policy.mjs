/** Bundled pages under a Content-Security-Policy. */

import assert from 'node:assert/strict'
import { CONNECTED, environment, EXPECTED } from '../support/environment.mjs'

const BARE = "script-src 'self'"
const ENOUGH = `${BARE} 'wasm-unsafe-eval'; connect-src 'none'`

/** The ways to start the module that `refused.mjs` tries. */
const WAYS = ['first-call', 'init', 'slim-init-url', 'slim-init-bytes', 'slim-init-sync']

const REFUSED =
  "datamart-validator: the browser refuses to run WebAssembly; add 'wasm-unsafe-eval' to script-src of the Content-Security-Policy"

/** @param {import('../support/browser.mjs').BrowserName} browser */
export function policy(browser) {
  environment({ name: 'Content-Security-Policy', called: `page and worker, \`${ENOUGH}\``, tools: [browser] }, async (project) => {
    project.use('program.mjs', 'round-trip.mjs', 'browser/page.mjs', 'browser/module-worker.mjs', 'browser/worker.mjs')
    await project.run('esbuild', 'page.mjs', 'worker.mjs', '--bundle', '--format=esm', '--outdir=.', '--out-extension:.js=.mjs', '--allow-overwrite')
    const scripts = ['page', 'module-worker'].map((name) => `<script type="module" src="./${name}.mjs"></script>`)
    project.page(scripts.join('\n'), 'page', 'module-worker')
    const { results } = await project.open(await project.serve({ 'content-security-policy': ENOUGH }))
    assert.deepEqual(results, { page: CONNECTED, 'module-worker': EXPECTED })
  })

  environment(
    {
      name: 'Content-Security-Policy',
      called: `page, \`${BARE}\` alone`,
      result: "throws an error that names `'wasm-unsafe-eval'`",
      tools: [browser],
    },
    async (project) => {
      project.use('browser/refused.mjs')
      project.usePackageFiles()
      await project.run('esbuild', 'refused.mjs', '--bundle', '--format=esm', '--outfile=page.js')
      project.page('<script type="module" src="./page.js"></script>', ...WAYS)
      const { results } = await project.look(await project.serve({ 'content-security-policy': BARE }))
      assert.deepEqual(results, Object.fromEntries(WAYS.map((way) => [way, REFUSED])))
    },
  )
}
