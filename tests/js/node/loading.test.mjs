/**
 * The package loads by import and by require(), does nothing until the first call, and needs no
 * initialisation.
 */

import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { Worker } from 'node:worker_threads'
import * as esm from 'datamart-validator'
import { CONSUMER, TYPES, datamart, runModule } from './support/helpers.mjs'

const cjs = createRequire(import.meta.url)('datamart-validator')

/** The functions and classes in the type declarations. */
const DOCUMENTED = [...new Set([...TYPES.matchAll(/^export declare (?:function|class|const) (\w+)/gm)].map(([, name]) => name))].sort()

test('the exports are exactly the documented ones', () => {
  assert.deepEqual(DOCUMENTED, ['DatamartInvalidError', 'WasmTrapError', 'analyzeSql', 'applyFix', 'applyTextEdits', 'buildRequest', 'createValidator', 'datamartSchema', 'describeJoins', 'diffDatamarts', 'draftDatamart', 'formatPath', 'groupByField', 'importDatamarts', 'init', 'issuesAt', 'loadModule', 'mergeUnseen', 'proposeRelationships', 'proposeTenancy', 'readReply', 'rules', 'textEdits', 'validateDatamart'])
  assert.deepEqual(Object.keys(esm).sort(), DOCUMENTED)
  assert.deepEqual(Object.keys(cjs).sort(), DOCUMENTED)
})

for (const [name, api] of Object.entries({ import: esm, 'require()': cjs })) {
  test(`${name}: every function works without initialisation`, () => {
    assert.deepEqual(api.validateDatamart(datamart()), { valid: true, issues: [] })
    assert.equal(api.validateDatamart('{}').valid, false)
    assert.equal(api.buildRequest(datamart()).method, 'POST')
    assert.throws(() => api.buildRequest({}), api.DatamartInvalidError)
    assert.ok(api.rules().length > 0)
  })
}

test('the two builds return the same', () => {
  for (const input of [datamart(), '{"name":', { name: 5 }]) {
    assert.deepEqual(esm.validateDatamart(input), cjs.validateDatamart(input))
  }
  assert.deepEqual(esm.rules(), cjs.rules())
})

test('a CommonJS script can require() it', async () => {
  const source = `
    const require = process.getBuiltinModule('module').createRequire(process.cwd() + '/x.cjs')
    console.log(JSON.stringify(require('datamart-validator').validateDatamart(${JSON.stringify(datamart())})))`
  assert.deepEqual(await runModule(source), { valid: true, issues: [] })
})

for (const load of [
  "await import('datamart-validator')",
  "process.getBuiltinModule('module').createRequire(process.cwd() + '/x.cjs')('datamart-validator')",
]) {
  test(`nothing happens before the first call: ${load}`, async () => {
    const report = await runModule(`
      const calls = []
      const names = ['Module', 'Instance', 'Memory', 'compile', 'compileStreaming', 'instantiate', 'instantiateStreaming', 'validate']
      for (const name of names) {
        const original = WebAssembly[name]
        if (original === undefined) continue
        WebAssembly[name] = new Proxy(original, {
          construct(...args) { calls.push(name); return Reflect.construct(...args) },
          apply(...args) { calls.push(name); return Reflect.apply(...args) },
        })
      }
      for (const name of ['atob', 'fetch', 'TextDecoder', 'TextEncoder', 'queueMicrotask', 'setTimeout']) {
        globalThis[name] = new Proxy(globalThis[name], {
          construct(...args) { calls.push(name); return Reflect.construct(...args) },
          apply(...args) { calls.push(name); return Reflect.apply(...args) },
        })
      }
      const globalsBefore = Reflect.ownKeys(globalThis).length
      const { datamartSchema, validateDatamart, rules } = ${load}
      rules()
      datamartSchema({ catalog: { tables: [] } })['~standard'].jsonSchema.input({ target: 'draft-07' })
      const atImport = calls.splice(0)
      validateDatamart({})
      const atFirstCall = calls.splice(0)
      validateDatamart({})
      const atSecondCall = calls.splice(0)
      console.log(JSON.stringify({ atImport, atFirstCall, atSecondCall, globals: Reflect.ownKeys(globalThis).length - globalsBefore }))`)
    const wasm = (list) => list.filter((name) => ['Module', 'Instance'].includes(name))
    assert.deepEqual(report.atImport, [])
    assert.deepEqual(wasm(report.atFirstCall), ['Module', 'Instance', 'Module', 'Instance'], 'synchronously, once: what decodes the module, and the module')
    assert.ok(!report.atFirstCall.includes('fetch'))
    assert.deepEqual(wasm(report.atSecondCall), [])
    assert.equal(report.globals, 0, 'no new globals')
  })
}

test('it works in worker threads, several at once', async () => {
  const run = () =>
    new Promise((resolve, reject) => {
      const here = JSON.stringify(`${CONSUMER}/worker.cjs`)
      const worker = new Worker(
        `const { parentPort } = require('node:worker_threads')
         const { validateDatamart } = require('node:module').createRequire(${here})('datamart-validator')
         parentPort.postMessage(validateDatamart(${JSON.stringify(datamart({ name: '' }))}))`,
        { eval: true },
      )
      worker.once('message', resolve)
      worker.once('error', reject)
    })
  for (const result of await Promise.all([run(), run(), run()])) {
    assert.deepEqual(result, esm.validateDatamart(datamart({ name: '' })), 'a result can be posted as it is')
  }
})
