/** The package's own files in a browser, without a bundler. */

import assert from 'node:assert/strict'
import { CONNECTED, environment, EXPECTED } from '../support/environment.mjs'

const ENTRIES = { 'datamart-validator': 'index.js', 'datamart-validator/client': 'client.js', 'datamart-validator/gateway': 'gateway.js' }
const FILES = Object.entries(ENTRIES).map(([name, file]) => [name, `./datamart-validator/${file}`])
const MAP = `<script type="importmap">${JSON.stringify({ imports: Object.fromEntries(FILES) })}</script>`
const SLIM_MAP = '<script type="importmap">{ "imports": { "datamart-validator/slim": "./datamart-validator/slim.js" } }</script>'

/** @param {import('../support/browser.mjs').BrowserName} browser */
export function unbundled(browser) {
  environment({ name: 'Browser without a bundler', called: 'page with an import map', tools: [browser] }, async (project) => {
    project.use('program.mjs', 'round-trip.mjs', 'browser/page.mjs')
    project.usePackageFiles()
    project.page(`${MAP}\n<script type="module" src="./page.mjs"></script>`, 'page')
    const { results, requests } = await project.open(await project.serve())
    assert.deepEqual(results, { page: CONNECTED })
    assert.deepEqual(requests.toSorted(), ['/', '/page.mjs', '/program.mjs', '/round-trip.mjs', ...FILES.map(([, file]) => file.slice(1))].sort(), 'no .wasm, nothing else')
  })

  environment({ name: 'Browser without a bundler', called: 'module worker', tools: [browser] }, async (project) => {
    project.use('program.mjs', 'browser/unbundled/worker.mjs', 'browser/module-worker.mjs')
    project.usePackageFiles()
    project.page('<script type="module" src="./module-worker.mjs"></script>', 'module-worker')
    const { results, requests } = await project.open(await project.serve())
    assert.deepEqual(results, { 'module-worker': EXPECTED })
    assert.ok(!requests.some((name) => name.endsWith('.wasm')))
  })

  environment({ name: 'Browser without a bundler', called: 'page with a script tag, `index.global.js`', tools: [browser] }, async (project) => {
    project.use('program.mjs', 'browser/global.mjs')
    project.usePackageFiles()
    project.page('<script src="./datamart-validator/index.global.js"></script>\n<script type="module" src="./global.mjs"></script>', 'page')
    const { results, requests } = await project.open(await project.serve())
    assert.deepEqual(results, { page: EXPECTED })
    assert.deepEqual(requests.toSorted(), ['/', '/datamart-validator/index.global.js', '/global.mjs', '/program.mjs'])
  })

  for (const [source, called] of Object.entries({ url: 'a URL', response: 'a response' })) {
    environment(
      { name: 'Browser without a bundler', called: `page, \`/slim\` given ${called}`, tools: [browser] },
      async (project) => {
        project.use('program.mjs', `slim/${source}.mjs`)
        project.usePackageFiles()
        project.page(`${SLIM_MAP}\n<script type="module" src="./${source}.mjs"></script>`, 'page')
        const { results, requests } = await project.open(await project.serve())
        assert.deepEqual(results, { page: EXPECTED })
        assert.deepEqual(requests.toSorted(), ['/', `/${source}.mjs`, '/datamart-validator/slim.js', '/program.mjs', '/datamart-validator/module.wasm'].sort())
      },
    )
  }
}
