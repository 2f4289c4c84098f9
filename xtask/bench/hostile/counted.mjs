// The packed package with a module that counts its memory accesses. Two runs of the same input
// count the same on any machine, however busy, so work can be compared where time cannot.
//
// Bulk copies are turned into loops first; otherwise each would count as one access.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import * as slim from 'datamart-validator/slim'

const binaryen = path.dirname(fileURLToPath(import.meta.resolve('binaryen')))
const run = (program, ...options) => execFileSync(process.execPath, [path.join(binaryen, 'bin', program), ...options], { encoding: 'utf8' })

/** The features that the module uses; it has no section that lists them. */
const FEATURES = ['bulk-memory', 'bulk-memory-opt', 'multivalue', 'mutable-globals', 'reference-types', 'sign-ext'].map((name) => `--enable-${name}`)

function countingModule() {
  const module = fileURLToPath(import.meta.resolve('datamart-validator/module.wasm'))
  const counter = fileURLToPath(new URL('counter.wat', import.meta.url))
  const folder = mkdtempSync(path.join(tmpdir(), 'counted-'))
  try {
    const [instrumented, counting, merged] = ['instrumented', 'counting', 'merged'].map((name) => path.join(folder, `${name}.wasm`))
    run('wasm-opt', module, ...FEATURES, '--llvm-memory-copy-fill-lowering', '--instrument-memory', '-o', instrumented)
    run('wasm-as', counter, '-o', counting)
    run('wasm-merge', ...FEATURES, instrumented, 'main', counting, 'env', '-o', merged)
    return readFileSync(merged)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The counters of the instances started since the last measurement. */
let counters = []

// The package does not expose its instances.
WebAssembly.Instance = class extends WebAssembly.Instance {
  constructor(...given) {
    super(...given)
    if (this.exports.work) counters.push(this.exports.work)
  }
}
slim.initSync(countingModule())

/**
 * The result for a datamart, the memory accesses it took, including options, and the size of the
 * result as JSON in bytes.
 *
 * @param {unknown} input
 * @param {import('datamart-validator').ValidateOptions} [options]
 */
export function measure(input, options) {
  counters = []
  // Uses an instance of its own with fresh memory.
  const result = slim.createValidator(options).validate(input)
  const work = counters.reduce((sum, count) => sum + Number(count()), 0)
  return { result, work, bytes: Buffer.byteLength(JSON.stringify(result)) }
}
