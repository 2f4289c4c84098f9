/** What programs contain that import parts of the package. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import * as everything from 'datamart-validator'
import { build } from 'esbuild'
import { moduleTexts } from '../support/module-bytes.mjs'
import { PACKAGE } from './support/helpers.mjs'

const read = (file) => readFileSync(path.join(PACKAGE, file), 'utf8')
/** The order of the texts of the module. */
const [CORE, CHANGES, PROPOSALS, REPLY, REQUEST] = [0, 1, 2, 3, 4]

test('the slim entries, including those for editors, contain no module', async () => {
  const bundle = (contents) =>
    build({ stdin: { contents, resolveDir: path.dirname(PACKAGE) }, bundle: true, write: false, format: 'esm', external: ['@codemirror/*'], platform: 'browser' })
  const texts = async (contents) => moduleTexts((await bundle(contents)).outputFiles[0].text).length
  const used = '; console.log(validateDatamart, datamartLinter, connectDatamart)'
  const from = (/** @type {string} */ entry) =>
    `import { validateDatamart } from '${entry}'; import { datamartLinter } from '${entry}/codemirror'; import { connectDatamart } from '${entry}/monaco'`
  const [slim, whole] = ['datamart-validator/slim', 'datamart-validator'].map(from)
  assert.equal(await texts(slim + used), 0)
  // The core and, because the editors' validators build requests, that part.
  assert.equal(await texts(whole + used), 2)
})

/** For each exported name, what a program with nothing else contains of the module. */
const CONTAINED = {
  init: [],
  validateDatamart: [CORE],
  buildRequest: [CORE, REQUEST],
  createValidator: [CORE, REQUEST],
  datamartSchema: [CORE, REQUEST],
  analyzeSql: [CORE],
  describeJoins: [CORE, PROPOSALS],
  diffDatamarts: [CORE, CHANGES],
  draftDatamart: [CORE, PROPOSALS],
  importDatamarts: [CORE, CHANGES],
  mergeUnseen: [CORE, CHANGES],
  proposeRelationships: [CORE, PROPOSALS],
  proposeTenancy: [CORE, PROPOSALS],
  readReply: [CORE, REPLY],
  // For a worker that may call any function.
  loadModule: [CORE, CHANGES, PROPOSALS, REPLY, REQUEST],
}

test('a program contains only the parts of the module whose functions it uses', async () => {
  const given = moduleTexts(read('dist/index.js'))
  for (const name of Object.keys(everything)) {
    const contents = `import { ${name} } from 'datamart-validator'; console.log(${name})`
    for (const minify of [false, true]) {
      const { outputFiles } = await build({ stdin: { contents, resolveDir: path.dirname(PACKAGE) }, bundle: true, minify, write: false, format: 'esm', platform: 'browser' })
      const texts = moduleTexts(outputFiles[0].text)
      assert.deepEqual(texts.map((text) => given.indexOf(text)).sort(), CONTAINED[name] ?? [], name)
    }
  }
})

test('the client and the gateway import the package by its name, so that they have the module that the runtime needs', async () => {
  for (const entry of ['client', 'gateway']) {
    const names = (file, pattern) => [...new Set([...read(file).matchAll(pattern)].map(([, name]) => name))]
    assert.deepEqual(names(`dist/${entry}.js`, /\bfrom"([^"]+)"/g), ['datamart-validator'])
    assert.deepEqual(names(`dist/${entry}.cjs`, /\brequire\("([^"]+)"\)/g), ['datamart-validator'])
  }
  const program = "import { createClient } from 'datamart-validator/client'; import { createGateway } from 'datamart-validator/gateway'; console.log(createClient, createGateway)"
  const bundled = async (conditions) => {
    const { outputFiles } = await build({
      stdin: { contents: program, resolveDir: path.dirname(PACKAGE) },
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      conditions,
      external: ['*.wasm', '*.wasm?module'],
    })
    return outputFiles[0].text
  }
  // The core, requests, replies and changes.
  assert.equal(moduleTexts(await bundled([])).length, 4)
  for (const [condition, query] of [['workerd', ''], ['edge-light', '?module']]) {
    const code = await bundled([condition])
    assert.equal(moduleTexts(code).length, 0)
    assert.ok(code.includes(`/module.wasm${query}"`), condition)
  }
})

test('a program that imports neither the client nor the gateway contains neither', async () => {
  const contents = "import * as everything from 'datamart-validator'; console.log(everything)"
  const { metafile } = await build({ stdin: { contents, resolveDir: path.dirname(PACKAGE) }, bundle: true, write: false, format: 'esm', metafile: true })
  const files = Object.keys(metafile.inputs).map((file) => path.basename(file))
  assert.deepEqual(files.filter((file) => file !== '<stdin>'), ['index.js'])
  assert.doesNotMatch(read('dist/index.js'), /DatamartApiError|createGateway/)
})

test('the entry for forms imports nothing, and a program contains only what it uses of it', async () => {
  assert.doesNotMatch(read('dist/forms.js'), /^import|\bimport\b[^']*from/m)
  const bundled = async (name) => {
    const contents = `import { ${name} } from 'datamart-validator/forms'; console.log(${name})`
    const { outputFiles } = await build({ stdin: { contents, resolveDir: path.dirname(PACKAGE) }, bundle: true, write: false, format: 'esm' })
    return outputFiles[0].text
  }
  assert.doesNotMatch(await bundled('issuesAt'), /isCustomColumn|criteriaMode/)
  assert.doesNotMatch(await bundled('fromFormData'), /criteriaMode|brackets/)
  assert.doesNotMatch(await bundled('datamartResolver'), /isCustomColumn|brackets/)
})
