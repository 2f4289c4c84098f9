/**
 * The oldest supported Chromium that npm has, the last one that starts nothing synchronously on the
 * main thread, and one that is too old.
 */

import assert from 'node:assert/strict'
import { cpSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { NO_MODULE_YET, WORKS_AFTER_INIT } from '../../support/old-chromium.mjs'
import { environment, EXPECTED } from '../support/environment.mjs'

const MAP = `<script type="importmap">{ "imports": {
  "datamart-validator": "./datamart-validator/index.js",
  "datamart-validator/slim": "./datamart-validator/slim.js"
} }</script>`
const TOO_OLD =
  'datamart-validator: this JavaScript engine cannot compile the WebAssembly module, which needs bulk memory, multiple values, reference types and sign extension ' +
  '(Chrome 96, Firefox 79, Safari 15 or newer)'

for (const browser of ['chromium-103', 'chromium-114']) {
  const called = 'page that awaits `init()`: functions, validators, recovery after a crash; the same with `/slim`; module worker, with no `init()`'
  environment({ name: 'Browser without a bundler', called, tools: [browser] }, async (project) => {
    project.use('program.mjs', 'browser/after-init.mjs', 'browser/unbundled/worker.mjs', 'browser/module-worker.mjs')
    cpSync(fileURLToPath(new URL('../../support/old-chromium.mjs', import.meta.url)), path.join(project.folder, 'old-chromium.mjs'))
    project.usePackageFiles()
    const scripts = ['after-init', 'module-worker'].map((name) => `<script type="module" src="./${name}.mjs"></script>`)
    project.page([MAP, ...scripts].join('\n'), 'report', 'slim-report', 'page', 'module-worker')
    const { results } = await project.open(await project.serve())
    assert.deepEqual(JSON.parse(results.report), WORKS_AFTER_INIT())
    assert.deepEqual(JSON.parse(results['slim-report']), WORKS_AFTER_INIT(NO_MODULE_YET))
    assert.deepEqual([results.page, results['module-worker']], [EXPECTED, EXPECTED])
  })
}

environment(
  {
    name: 'Browser without a bundler',
    called: 'page, too old for the module',
    result: 'throws an error that names what is missing',
    tools: ['chromium-92'],
  },
  async (project) => {
    project.use('browser/lacking.mjs')
    project.usePackageFiles()
    project.page(`${MAP}\n<script type="module" src="./lacking.mjs"></script>`, 'init', 'first-call', 'slim-init')
    const { results } = await project.look(await project.serve())
    assert.deepEqual(results, {
      init: TOO_OLD,
      // Nothing compiles synchronously on the main thread, whatever it contains.
      'first-call': WORKS_AFTER_INIT().before[0].replace('Error: ', ''),
      'slim-init': TOO_OLD,
    })
  },
)
