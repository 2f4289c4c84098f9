// Measures the packed package.
//
//   node size.mjs <project with the package installed> <tarball> [--check]

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/**
 * In bytes: 60 KB for the core, 30 KB for the SQL of custom columns, the rest for the catalog, the joins and the fixes. To be raised only
 * with the reason in the changelog.
 */
const BUDGETS = { 'module.wasm': { brotli: 108 * 1000 } }

const [consumer, tarball, check] = process.argv.slice(2)

const PROGRAM = `import { validateDatamart } from 'datamart-validator'
console.log(validateDatamart({}).valid)`

async function minimalProgram() {
  const { outputFiles } = await build({
    stdin: { contents: PROGRAM, resolveDir: consumer },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    legalComments: 'none',
    write: false,
  })
  return outputFiles[0].contents
}

const measured = [
  ['module.wasm', readFileSync(path.join(consumer, 'node_modules/datamart-validator/dist/module.wasm'))],
  ['minimal program', await minimalProgram()],
].map(([name, bytes]) => ({
  name,
  raw: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
  brotli: brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length,
}))
measured.push({ name: 'tarball', raw: readFileSync(tarball).length })

const KINDS = ['raw', 'gzip', 'brotli']
const shown = (bytes) => (bytes === undefined ? '' : String(bytes)).padStart(10)
console.log(`${'bytes'.padEnd(16)}${KINDS.map((kind) => kind.padStart(10)).join('')}`)
let over = false
for (const row of measured) {
  console.log(`${row.name.padEnd(16)}${KINDS.map((kind) => shown(row[kind])).join('')}`)
}
for (const [name, budget] of Object.entries(BUDGETS)) {
  const row = measured.find((row) => row.name === name)
  for (const [kind, most] of Object.entries(budget)) {
    const fits = row[kind] <= most
    over ||= !fits
    console.log(`${name}, ${kind}: ${row[kind]} of ${most} bytes (${Math.round((100 * row[kind]) / most)} %)${fits ? '' : ' OVER BUDGET'}`)
  }
}
if (check && over) process.exitCode = 1
