/**
 * Starting the module explicitly: `init` of the default entry, and the slim entry, which receives
 * the module.
 */

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import path from 'node:path'
import { after, before, test } from 'node:test'
import vm from 'node:vm'
import { Worker } from 'node:worker_threads'
import { EditorState } from '@codemirror/state'
import * as full from 'datamart-validator'
import * as slimEsm from 'datamart-validator/slim'
import { NO_MODULE_YET, WORKS_AFTER_INIT } from '../support/old-chromium.mjs'
import { PACKAGE, datamart, runModule } from './support/helpers.mjs'

const require = createRequire(import.meta.url)
const FILE = require.resolve('datamart-validator/module.wasm')
const BYTES = readFileSync(FILE)
const VERSION = require('datamart-validator/package.json').version
const OLDER = Buffer.from(BYTES.toString('latin1').replace(`datamart-validator${VERSION}`, `datamart-validator${'0.0.1'.padEnd(VERSION.length)}`), 'latin1')
const WRONG = { name: 5 }

/** The slim entry, loaded again and not initialised. */
function freshSlim() {
  const file = path.join(PACKAGE, 'dist/slim.cjs')
  delete require.cache[file]
  return require(file)
}

/** @type {import('node:http').Server} */
let server
let site = ''

before(async () => {
  // A connection that the server closes at the moment of the next request would fail it.
  server = createServer({ keepAliveTimeout: 0 }, ({ url }, response) => {
    if (url === '/module.wasm') response.setHeader('content-type', 'application/wasm').end(BYTES)
    else if (url === '/untyped') response.end(BYTES)
    else if (url === '/page') response.setHeader('content-type', 'text/html').end('<!doctype html><title>Not found</title>')
    else response.writeHead(404).end()
  })
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
  site = `http://127.0.0.1:${server.address().port}`
})

after(() => server.close())

test('init of the default entry compiles without blocking, once, however often it is called', async () => {
  const report = await runModule(`
    const calls = []
    for (const name of ['Module', 'compile', 'Instance', 'instantiate']) {
      WebAssembly[name] = new Proxy(WebAssembly[name], {
        construct(...args) { calls.push('new ' + name); return Reflect.construct(...args) },
        apply(...args) { calls.push(name); return Reflect.apply(...args) },
      })
    }
    const { init, validateDatamart } = await import('datamart-validator')
    await Promise.all([init(), init()])
    await init()
    const { valid } = validateDatamart({})
    console.log(JSON.stringify({ calls, valid }))`)
  const { calls, valid } = report
  assert.equal(valid, false)
  const count = (name) => calls.filter((call) => call === name).length
  // The core and four parts, each decoded by a module that is small enough for any browser.
  assert.deepEqual(['compile', 'new Module', 'new Instance'].map(count), [5, 5, 5])
  // The one in use, and the few that are kept ready, each with its parts.
  assert.equal(count('instantiate'), 5 * 5)
})

test('without init no instance is kept ready', async () => {
  const report = await runModule(`
    let asynchronous = 0
    for (const name of ['compile', 'instantiate']) {
      const original = WebAssembly[name]
      WebAssembly[name] = (...args) => { asynchronous++; return original(...args) }
    }
    const { createValidator, validateDatamart } = await import('datamart-validator')
    validateDatamart({})
    createValidator()
    console.log(JSON.stringify(asynchronous))`)
  assert.equal(report, 0)
})

const SUPPORT = JSON.stringify(new URL('../support/old-chromium.mjs', import.meta.url).href)
const REQUIRE = "process.getBuiltinModule('module').createRequire(process.cwd() + '/x.cjs')"
const READ_MODULE = `process.getBuiltinModule('fs').readFileSync(${JSON.stringify(FILE)})`

for (const [entry, { load, init, before }] of Object.entries({
  'the default entry': { load: "await import('datamart-validator')", init: '() => api.init()' },
  'the default entry, required': { load: `${REQUIRE}('datamart-validator')`, init: '() => api.init()' },
  'the slim entry': { load: "await import('datamart-validator/slim')", init: `() => api.init(${READ_MODULE})`, before: NO_MODULE_YET },
  'the slim entry, required': { load: `${REQUIRE}('datamart-validator/slim')`, init: `() => api.init(${READ_MODULE})`, before: NO_MODULE_YET },
})) {
  test(`where nothing starts synchronously, ${entry} works after init: validators and recovery too`, async () => {
    const report = await runModule(`
      const { refuseSynchronousStart, workWhereNothingStartsAtOnce } = await import(${SUPPORT})
      refuseSynchronousStart()
      const api = ${load}
      console.log(JSON.stringify(await workWhereNothingStartsAtOnce(api, ${init})))`)
    assert.deepEqual(report, WORKS_AFTER_INIT(before))
  })
}

test('where nothing starts synchronously, initSync and a validator with a wrong option say so', async () => {
  const report = await runModule(`
    const { refuseSynchronousStart } = await import(${SUPPORT})
    refuseSynchronousStart()
    const slim = await import('datamart-validator/slim')
    const told = []
    const tell = async (run) => { try { await run(); told.push('worked') } catch (error) { told.push(error.name + ': ' + error.message) } }
    await tell(() => slim.initSync(${READ_MODULE}))
    await tell(() => slim.init(${READ_MODULE}))
    await tell(() => slim.createValidator({ strct: true }))
    await tell(() => slim.createValidator({ strict: true }))
    console.log(JSON.stringify(told))`)
  assert.match(report[0], /call `await init\(\)` first/)
  assert.match(report[2], /^TypeError: .*did you mean `strict`/)
  assert.deepEqual([report[1], report[3]], ['worked', 'worked'])
})

/** What an engine lacks, and the resulting message. */
const LACKING = {
  'no WebAssembly': { lose: 'delete globalThis.WebAssembly', told: /has no WebAssembly, which the package needs; React Native's Hermes/ },
  'no feature that the module uses': {
    // V8's message for an unknown instruction.
    lose: `
      const refuse = () => { throw new WebAssembly.CompileError('WebAssembly.Module(): invalid numeric opcode 0xfc0a @+1234') }
      WebAssembly.Module = new Proxy(WebAssembly.Module, { construct: refuse })
      WebAssembly.compile = async () => refuse()
      WebAssembly.validate = () => false`,
    told: /cannot compile the WebAssembly module, which needs bulk memory, multiple values, reference types and sign extension \(Chrome 96, Firefox 79, Safari 15 or newer\)$/,
  },
  'no memory': {
    lose: `
      const refuse = () => { throw new RangeError('WebAssembly.Instance(): Out of memory: Cannot allocate Wasm memory for new instance') }
      WebAssembly.Instance = new Proxy(WebAssembly.Instance, { construct: refuse })
      WebAssembly.instantiate = async () => refuse()`,
    told: /not enough memory for another instance of the WebAssembly module; call `dispose\(\)`/,
  },
}

for (const [what, { lose, told }] of Object.entries(LACKING)) {
  test(`an engine with ${what} gets a clear error`, async () => {
    const report = await runModule(`
      const bytes = ${READ_MODULE}
      ${lose}
      const full = await import('datamart-validator')
      const slim = await import('datamart-validator/slim')
      const told = []
      for (const run of [() => full.validateDatamart({}), () => full.createValidator(), () => full.init(), () => slim.initSync(bytes), () => slim.init(bytes)]) {
        try { await run(); told.push('worked') } catch (error) { told.push(error.message) }
      }
      console.log(JSON.stringify(told))`)
    for (const message of report) assert.match(message, told)
  })
}

test('missing features are not needed before the first call, and atob never', async () => {
  const report = await runModule(`
    delete globalThis.atob
    const { WebAssembly: kept } = globalThis
    delete globalThis.WebAssembly
    const { rules, applyFix, validateDatamart } = await import('datamart-validator')
    const before = [rules().length > 0, applyFix({ name: 'a' }, { edits: [{ path: ['name'], op: 'set', value: 'b' }] }).name]
    globalThis.WebAssembly = kept
    console.log(JSON.stringify([...before, validateDatamart({}).valid]))`)
  assert.deepEqual(report, [true, 'b', false])
})

test('a call while init is under way works', async () => {
  const report = await runModule(`
    const { init, validateDatamart } = await import('datamart-validator')
    const started = init()
    const { valid } = validateDatamart({})
    await started
    console.log(JSON.stringify([valid, validateDatamart({}).valid]))`)
  assert.deepEqual(report, [false, false])
})

test('the slim entry has everything of the default one, and initSync', () => {
  assert.deepEqual(Object.keys(slimEsm).sort(), [...Object.keys(full), 'initSync'].sort())
  assert.deepEqual(Object.keys(freshSlim()).sort(), Object.keys(slimEsm).sort())
})

test('without a module, every function that needs it names what to call', () => {
  const slim = freshSlim()
  for (const call of [
    () => slim.validateDatamart({}),
    () => slim.buildRequest({}),
    () => slim.analyzeSql('a'),
    () => slim.describeJoins({}),
    () => slim.createValidator(),
  ]) {
    assert.throws(call, /datamart-validator\/slim has no module yet: call `await init\(source\)` or `initSync\(bytes\)`/)
  }
  assert.ok(slim.rules().length > 0)
})

const SOURCES = {
  bytes: () => BYTES,
  'an ArrayBuffer': () => BYTES.buffer.slice(BYTES.byteOffset, BYTES.byteOffset + BYTES.byteLength),
  'a module': () => new WebAssembly.Module(BYTES),
  // The way Next.js passes one to its edge runtime.
  'a module of another realm': () => vm.runInNewContext('new WebAssembly.Module(bytes)', { bytes: BYTES }),
  'the bytes of another realm': () => vm.runInNewContext('Uint8Array.from(bytes)', { bytes: BYTES }),
  'a response': () => fetch(`${site}/module.wasm`),
  'a response that has arrived': async () => await fetch(`${site}/module.wasm`),
  'a response without a type': () => fetch(`${site}/untyped`),
  'a URL': () => new URL('/module.wasm', site),
  'a URL as a string': () => `${site}/module.wasm`,
  'a data URL': () => `data:application/wasm;base64,${BYTES.toString('base64')}`,
}

for (const [name, source] of Object.entries(SOURCES)) {
  test(`init accepts ${name}`, async () => {
    const slim = freshSlim()
    await slim.init(source())
    assert.deepEqual(slim.validateDatamart(WRONG), full.validateDatamart(WRONG))
    assert.deepEqual(slim.buildRequest(datamart()), full.buildRequest(datamart()))
  })
}

test('the slim CodeMirror entry shares the module of the slim entry', () => {
  const slim = freshSlim()
  const file = path.join(PACKAGE, 'dist/slim-codemirror.cjs')
  delete require.cache[file]
  const { datamartLintSource } = require(file)
  const view = { state: EditorState.create({ doc: '{ "name": 5 }' }) }
  assert.throws(() => datamartLintSource()(view), /datamart-validator\/slim has no module yet/)
  slim.initSync(BYTES)
  assert.equal(datamartLintSource()(view).length, full.validateDatamart('{ "name": 5 }').issues.length)
})

test('initSync accepts bytes and a module, and init does nothing after it', async () => {
  for (const source of [BYTES, new WebAssembly.Module(BYTES)]) {
    const slim = freshSlim()
    slim.initSync(source)
    assert.deepEqual(slim.validateDatamart(WRONG), full.validateDatamart(WRONG))
    await slim.init(`${site}/nothing-there`)
    slim.initSync(BYTES)
    assert.equal(slim.createValidator().validate(datamart()).valid, true)
  }
})

test('loadModule returns the module, which the slim entry of a worker takes', async () => {
  const program = `import { parentPort, workerData } from 'node:worker_threads'
import { describeJoins, init, validateDatamart } from 'datamart-validator/slim'
await init(workerData)
parentPort.postMessage([validateDatamart('{}').valid, describeJoins({ tableList: [{ name: 'orders' }] }).nodes.length])`
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program.replaceAll("'datamart-validator/slim'", JSON.stringify(import.meta.resolve('datamart-validator/slim'))))}`), { workerData: await full.loadModule() })
  const [results] = await once(worker, 'message')
  // The second function is in a part, which the module contains.
  assert.deepEqual(results, [false, 1])
  await worker.terminate()
})

test('with the core alone, the slim entry names the file that has the other functions', async () => {
  const CORE = readFileSync(require.resolve('datamart-validator/core.wasm'))
  assert.ok(CORE.length < 0.85 * BYTES.length)
  for (const start of [(slim) => slim.init(CORE), (slim) => slim.initSync(CORE)]) {
    const slim = freshSlim()
    await start(slim)
    assert.equal(slim.validateDatamart('{}').valid, false)
    const validator = slim.createValidator({ strict: true })
    assert.equal(validator.validate('{}').valid, false)
    // Requests are in a part that the file has.
    assert.equal(slim.buildRequest(datamart()).method, 'POST')
    assert.equal(validator.buildRequest(datamart(), { baseUrl: '/api' }).method, 'POST')
    const told = { name: 'Error', message: "datamart-validator/slim was given 'datamart-validator/core.wasm', which does not contain this function: pass 'datamart-validator/module.wasm' to `init` instead" }
    for (const missing of [() => slim.describeJoins({}), () => slim.diffDatamarts({}, {}), () => slim.readReply({ status: 200 }), () => slim.proposeTenancy({})]) assert.throws(missing, told)
    assert.equal(slim.validateDatamart('{}').valid, false)
  }
})

test('a module with everything is one instance, to others a part is added when it is first used', async () => {
  const report = await runModule(`
    let instances = 0
    WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
      construct(target, args) {
        const instance = Reflect.construct(target, args)
        // Not that of the decoder.
        if (!instance.exports.decode) instances++
        return instance
      },
    })
    const { readFileSync } = await import('node:fs')
    const slim = await import('datamart-validator/slim')
    const { describeJoins, validateDatamart } = await import('datamart-validator')
    slim.initSync(readFileSync(${JSON.stringify(FILE)}))
    const counts = []
    for (const use of [slim.validateDatamart, slim.describeJoins, validateDatamart, describeJoins, describeJoins]) {
      use({})
      counts.push(instances)
    }
    console.log(JSON.stringify(counts))`)
  assert.deepEqual(report, [1, 1, 2, 3, 3])
})

test('after a crash, a part is added to the next instance, with and without init', async () => {
  for (const start of ['', 'await init()']) {
    const report = await runModule(`
      const { buildRequest, createValidator, diffDatamarts, describeJoins, init, readReply, validateDatamart, WasmTrapError } = await import('datamart-validator')
      ${start}
      const validator = createValidator()
      const datamart = ${JSON.stringify(datamart())}
      const work = () => [
        readReply({ status: 200, body: { id: 'x' } }).ok,
        diffDatamarts({ name: 'a' }, { name: 'b' }).changes.length,
        describeJoins({ tableList: [{ name: 'orders' }] }).nodes.length,
        validateDatamart({}).valid,
        createValidator().validate({}).valid,
        buildRequest(datamart).method,
        validator.buildRequest(datamart, { baseUrl: '/api' }).url,
      ]
      const before = work()
      const crash = { [Symbol.for('datamart-validator.crash')]: true }
      const areTraps = [() => validateDatamart({}, crash), () => validator.buildRequest(datamart, crash)].map((crashes) => {
        try { crashes() } catch (error) { return error instanceof WasmTrapError }
      })
      console.log(JSON.stringify([before, areTraps, work()]))`)
    const expected = [true, 1, 1, false, false, 'POST', full.buildRequest(datamart(), { baseUrl: '/api' }).url]
    assert.deepEqual(report, [expected, [true, true], expected])
  }
})

test('a part that cannot be added leaves the instance as it is', async () => {
  const report = await runModule(`
    const { readReply, validateDatamart } = await import('datamart-validator')
    validateDatamart({})
    const { Instance } = WebAssembly
    let instances = 0
    WebAssembly.Instance = new Proxy(Instance, {
      construct(target, [module, imports]) {
        // Not that of the decoder.
        if (!imports) return new target(module)
        instances++
        throw new RangeError('out of memory')
      },
    })
    let message
    try { readReply({ status: 200 }) } catch (error) { message = error.message }
    const { valid } = validateDatamart({})
    WebAssembly.Instance = Instance
    console.log(JSON.stringify([message, instances, valid, readReply({ status: 200, body: { id: 'x' } }).ok]))`)
  const [message, ...others] = report
  assert.match(message, /not enough memory for another instance/)
  assert.deepEqual(others, [1, false, true])
})

test('where bytes are not compiled, the error says what to pass instead', async () => {
  const context = vm.createContext({ atob }, { codeGeneration: { strings: true, wasm: false } })
  const module = { exports: {} }
  const code = readFileSync(path.join(PACKAGE, 'dist/index.cjs'), 'utf8')
  vm.runInContext(`(function (module, exports) { ${code}\n})`, context)(module, module.exports)
  const { init, validateDatamart } = module.exports
  const told = /^Error: datamart-validator: bytes are not compiled here; import 'datamart-validator\/module\.wasm' .* 'datamart-validator\/slim'$/
  assert.throws(() => validateDatamart({}), told)
  await assert.rejects(init(), told)
})

test('a source that fails says why, and another one can be tried', async () => {
  const slim = freshSlim()
  const refused = [
    [`${site}/gone`, { name: 'Error', message: /\/gone returned 404 Not Found$/ }],
    [`${site}/page`, { name: 'Error', message: /not a WebAssembly module; expected the file 'datamart-validator\/module\.wasm'/ }],
    [new URL(`file://${FILE}`), { name: 'Error', message: /could not be fetched from file:.*pass its bytes to init/ }],
    [BYTES.subarray(0, 100), { name: 'Error', message: /not a WebAssembly module/ }],
    [{}, { name: 'TypeError', message: /init received an object of class Object, expected a WebAssembly\.Module, its bytes, a Response or a URL/ }],
    [new SharedArrayBuffer(8), { name: 'TypeError', message: /init received an object of class SharedArrayBuffer/ }],
    [undefined, { name: 'TypeError', message: /init received undefined/ }],
    [null, { name: 'TypeError', message: /init received null/ }],
    [{ then: (_, reject) => reject(new Error('offline')) }, { message: 'offline' }],
    [new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)), { message: /module does not belong to this package/ }],
    [OLDER, { message: /module is of version 0\.0\.1 *, expected 'datamart-validator\/module\.wasm' of version \d+\.\d+\.\d+$/ }],
  ]
  for (const [source, error] of refused) await assert.rejects(slim.init(source), error)
  assert.throws(() => slim.initSync(`${site}/module.wasm`), { name: 'TypeError', message: /initSync received string/ })
  assert.throws(() => slim.initSync(Uint8Array.of(1, 2, 3)), /not a WebAssembly module/)
  assert.throws(() => slim.initSync(OLDER), /module is of version 0\.0\.1/)

  await slim.init(BYTES)
  assert.equal(slim.validateDatamart(datamart()).valid, true)
})

test('of concurrent calls, the first source counts', async () => {
  const slim = freshSlim()
  await Promise.all([slim.init(BYTES), slim.init(`${site}/gone`)])
  assert.equal(slim.validateDatamart(datamart()).valid, true)
})

test('after a crash the slim entry starts the same module again', () => {
  const slim = freshSlim()
  slim.initSync(BYTES)
  assert.throws(() => slim.validateDatamart({}, { [Symbol.for('datamart-validator.crash')]: true }), slim.WasmTrapError)
  assert.equal(slim.validateDatamart(datamart()).valid, true)
})

for (const entry of ['datamart-validator', 'datamart-validator/slim']) {
  test(`${entry} reads and writes every text without TextEncoder and TextDecoder`, async () => {
    const texts = ['', 'plain', 'é', '€', '😀', 'a😀b€cé', '\u0000\u007f\u0080\u07ff\u0800\uffff\u{10000}\u{10ffff}', '\ud800', 'x\udc00y', '€'.repeat(200), 'a'.repeat(100)]
    const inputs = texts.flatMap((text) => [datamart({ name: text }), { [text]: text }, JSON.stringify(datamart({ datasourceName: text, x: text }))])
    const reported = await runModule(`
      delete globalThis.TextEncoder
      delete globalThis.TextDecoder
      const it = await import('${entry}')
      if (it.initSync) it.initSync(process.getBuiltinModule('fs').readFileSync(${JSON.stringify(FILE)}))
      console.log(JSON.stringify(${JSON.stringify(inputs)}.map((input) => it.validateDatamart(input))))`)
    assert.deepEqual(reported, JSON.parse(JSON.stringify(inputs.map((input) => full.validateDatamart(input)))))
  })
}
