// The packed package with a module that counts its accesses to memory. Two runs of the same input count the same, on any machine and
// however busy it is, so that work can be compared where time cannot.
//
// Copies of many bytes are made loops first, or each would count as one access.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import * as slim from 'datamart-validator/slim'

const binaryen = path.dirname(fileURLToPath(import.meta.resolve('binaryen')))
const run = (program, ...options) => execFileSync(process.execPath, [path.join(binaryen, 'bin', program), ...options], { encoding: 'utf8' })

/** What the module uses; it has no section for tools that tells. */
const FEATURES = ['bulk-memory', 'bulk-memory-opt', 'mutable-globals', 'reference-types', 'sign-ext'].map((name) => `--enable-${name}`)

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

/** The counters of the instances that the package has started since the last measurement. */
let counters = []

// The package keeps its instances to itself.
WebAssembly.Instance = class extends WebAssembly.Instance {
  constructor(...given) {
    super(...given)
    if (this.exports.work) counters.push(this.exports.work)
  }
}
slim.initSync(countingModule())

/**
 * The verdict on a datamart, the accesses to memory that it takes, options included, and the bytes that it has as JSON.
 *
 * @param {unknown} input
 * @param {import('datamart-validator').ValidateOptions} [options]
 */
export function measure(input, options) {
  counters = []
  // It has an instance of its own, whose memory nothing else has been in.
  const result = slim.createValidator(options).validate(input)
  const work = counters.reduce((sum, count) => sum + Number(count()), 0)
  return { result, work, bytes: Buffer.byteLength(JSON.stringify(result)) }
}
