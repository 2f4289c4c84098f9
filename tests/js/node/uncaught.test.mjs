/** What Node prints for an uncaught error: the message and its line, and not the module's bytes. */

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { moduleTexts } from '../support/module-bytes.mjs'
import { CONSUMER } from './support/helpers.mjs'

/** Statements that throw in different places of the package, and the expected output. */
const MISTAKES = {
  'a wrong option': ['it.validateDatamart({}, { strct: true })', /^TypeError: datamart-validator: .*did you mean `strict`/m],
  'options of the wrong kind': ['it.createValidator(5)', /^TypeError: datamart-validator: options must be an object$/m],
  'an invalid datamart': ['it.buildRequest({})', /^DatamartInvalidError: the datamart has 3 errors$/m],
  'a crash': ["it.validateDatamart({}, { [Symbol.for('datamart-validator.crash')]: true })", /^WasmTrapError: datamart-validator: the WebAssembly module has crashed/m],
  'a module that cannot be compiled': [
    "WebAssembly.Module = class { constructor() { throw new WebAssembly.CompileError('no') } }; it.validateDatamart({})",
    /^Error: datamart-validator: this JavaScript engine cannot compile the WebAssembly module/m,
  ],
  'init where there is no WebAssembly': ['delete globalThis.WebAssembly; it.init()', /^Error: datamart-validator: this JavaScript engine has no WebAssembly/m],
  'a getter that throws': ["it.validateDatamart({ get name() { throw new TypeError('mine') } })", /^TypeError: mine$/m],
}

const LOAD = { mjs: "import * as it from 'datamart-validator'", cjs: "const it = require('datamart-validator')" }

/**
 * How the program is made from its source: a file of the package next to it, or everything in one.
 */
const FORMS = {
  'the files of the package': (file) => file,
  'one file, bundled by esbuild': (file) => bundle(file, {}),
  'one file, minified by esbuild': (file) => bundle(file, { minify: true }),
}

let folder = ''

before(() => {
  folder = mkdtempSync(path.join(CONSUMER, 'uncaught-'))
})

after(() => rmSync(folder, { recursive: true }))

async function bundle(file, options) {
  const format = file.endsWith('.cjs') ? 'cjs' : 'esm'
  const outfile = file.replace(/\.([cm]js)$/, options.minify ? '.min.$1' : '.bundle.$1')
  await build({ entryPoints: [file], outfile, bundle: true, platform: 'node', format, ...options })
  return outfile
}

for (const [form, make] of Object.entries(FORMS)) {
  for (const [extension, load] of Object.entries(LOAD)) {
    for (const [what, [mistake, expected]] of Object.entries(MISTAKES)) {
      test(`${what}, ${extension}, ${form}`, async () => {
        const source = path.join(folder, `${what.replaceAll(' ', '-')}.${extension}`)
        writeFileSync(source, `${load}\n${mistake}\n`)
        const file = await make(source)
        const code = readFileSync(file, 'utf8')
        const texts = moduleTexts(code)
        // What is required is there as a whole, what is imported only as far as it is used.
        const used = mistake.includes('it.init(') ? 0 : /buildRequest|createValidator/.test(mistake) ? 2 : 1
        assert.equal(texts.length, file === source ? 0 : extension === 'cjs' ? 1 : used)

        const failed = await promisify(execFile)(process.execPath, [file]).then(() => assert.fail('nothing was thrown'), (error) => error)
        assert.match(failed.stderr, expected)
        // A run of bytes that does not occur in code.
        assert.doesNotMatch(failed.stderr, /[!-~]{10000}/)
        for (const text of texts) assert.ok(!failed.stderr.includes(text.slice(1000, 1100)))
        // The longest line is the code of a minified program, regardless of the package.
        const most = file.includes('.min.') ? code.length - texts.join('').length + 4000 : 4000
        assert.ok(failed.stderr.length < most, `${failed.stderr.length} characters`)
      })
    }
  }
}
