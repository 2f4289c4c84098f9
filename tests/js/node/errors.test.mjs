/** The package's errors: by name, by code, by class across copies and realms, and after cloning. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { test } from 'node:test'
import { inspect } from 'node:util'
import vm from 'node:vm'
import * as esm from 'datamart-validator'
import * as slimEsm from 'datamart-validator/slim'
import { PACKAGE } from './support/helpers.mjs'

const require = createRequire(import.meta.url)
const BYTES = readFileSync(require.resolve('datamart-validator/module.wasm'))

/** The main entry in a separate realm, as in a frame. */
function inOtherRealm() {
  const module = { exports: {} }
  const code = readFileSync(path.join(PACKAGE, 'dist/index.cjs'), 'utf8')
  vm.runInNewContext(`(function (module, exports) { ${code}\n})`, { TextDecoder, TextEncoder })(module, module.exports)
  return module.exports
}

const slimCjs = require('datamart-validator/slim')
slimEsm.initSync(BYTES)
slimCjs.initSync(BYTES)

const COPIES = { imported: esm, required: require('datamart-validator'), 'slim, imported': slimEsm, 'slim, required': slimCjs, 'another realm': inOtherRealm() }

function thrownBy(run) {
  try {
    run()
  } catch (error) {
    return error
  }
  assert.fail('nothing was thrown')
}

const invalid = ({ buildRequest }) => thrownBy(() => buildRequest({}))
const trap = ({ validateDatamart }) => thrownBy(() => validateDatamart({}, { [Symbol.for('datamart-validator.crash')]: true }))

for (const [from, thrower] of Object.entries(COPIES)) {
  for (const [by, { DatamartInvalidError, WasmTrapError }] of Object.entries(COPIES)) {
    test(`an error of the copy \`${from}\` is an instance of the classes of the copy \`${by}\``, () => {
      assert.ok(invalid(thrower) instanceof DatamartInvalidError)
      assert.ok(!(invalid(thrower) instanceof WasmTrapError))
      assert.ok(trap(thrower) instanceof WasmTrapError)
      assert.ok(!(trap(thrower) instanceof DatamartInvalidError))
    })
  }

  test(`name and code of the errors of the copy \`${from}\``, () => {
    const error = invalid(thrower)
    assert.deepEqual([error.name, error.code, String(error).split('\n')[0]], ['DatamartInvalidError', 'DATAMART_INVALID', 'DatamartInvalidError: the datamart has 3 errors'])
    assert.ok(error.stack.startsWith('DatamartInvalidError: the datamart has 3 errors'))
    assert.deepEqual([trap(thrower).name, trap(thrower).code], ['WasmTrapError', 'WASM_TRAP'])
    assert.equal(thrower.DatamartInvalidError.name, 'DatamartInvalidError')
    assert.equal(thrower.WasmTrapError.name, 'WasmTrapError')
  })
}

const { DatamartInvalidError, WasmTrapError } = esm

test('nothing else is an instance', () => {
  const wrong = [null, undefined, 0, '', {}, [], () => {}, Symbol('x'), new Error('x'), new TypeError('x'), { name: 'DatamartInvalidError', issues: [] }, Object.create(null)]
  for (const value of wrong) {
    assert.ok(!(value instanceof DatamartInvalidError), inspect(value))
    assert.ok(!(value instanceof WasmTrapError), inspect(value))
  }
})

test('a subclass has its own instances, and may have its own name', () => {
  class Mine extends DatamartInvalidError {
    constructor(issues) {
      super(issues)
      this.name = 'Mine'
    }
  }
  const mine = new Mine([])
  assert.ok(mine instanceof Mine && mine instanceof DatamartInvalidError && mine instanceof Error)
  assert.ok(!(invalid(esm) instanceof Mine))
  assert.equal(mine.name, 'Mine')
})

test('issues can be cloned, and so can the result of toJSON', async () => {
  const error = invalid(esm)
  assert.deepEqual(structuredClone(error.issues), error.issues)
  const { name, code, message, issues } = error
  assert.deepEqual(error.toJSON(), { name, code, message, issues })
  assert.deepEqual(structuredClone(error.toJSON()), error.toJSON())
  assert.deepEqual(JSON.parse(JSON.stringify(error)), error.toJSON())

  const { port1, port2 } = new MessageChannel()
  const received = new Promise((resolve) => (port2.onmessage = ({ data }) => resolve(data)))
  port1.postMessage(error.toJSON())
  const { issues: sent } = await received
  port1.close()
  const again = new DatamartInvalidError(sent)
  assert.deepEqual([again.message, again.issues], [message, issues])
  // The error itself can be cloned like any error, though without its issues.
  assert.equal(structuredClone(error).message, message)
})
