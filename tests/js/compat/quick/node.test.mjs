/** Node.js itself, and a whole program bundled into one file by esbuild. */

import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { run } from '../support/commands.mjs'
import { CONNECTED, environment, EXPECTED } from '../support/environment.mjs'

environment({ name: 'Node.js', called: 'module', tools: ['Node.js'] }, async (project) => {
  project.use('program.mjs', 'round-trip.mjs', 'node/main.mjs')
  assert.equal(await project.run('node', 'main.mjs'), CONNECTED)
})

environment({ name: 'Node.js', called: 'CommonJS script', tools: ['Node.js'] }, async (project) => {
  project.useAsCommonJs('program', 'round-trip')
  project.use('node/main.cjs')
  assert.equal(await project.run('node', 'main.cjs'), CONNECTED)
})

for (const [format, name] of Object.entries({ esm: 'main.mjs', cjs: 'main.cjs' })) {
  environment(
    { name: 'Node.js', called: `one file (${format}), bundled by esbuild and run in another folder`, tools: ['Node.js', 'esbuild'] },
    async (project) => {
      project.use('program.mjs', 'round-trip.mjs', 'node/main.mjs')
      // Nothing resolves from there: neither the package nor a file next to the program.
      const elsewhere = mkdtempSync(path.join(tmpdir(), 'datamart-validator-'))
      try {
        const file = path.join(elsewhere, name)
        await project.run('esbuild', 'main.mjs', '--bundle', '--platform=node', `--format=${format}`, `--outfile=${file}`)
        assert.deepEqual(readdirSync(elsewhere), [name])
        assert.equal(await run('node', [name], elsewhere), CONNECTED)
      } finally {
        rmSync(elsewhere, { recursive: true })
      }
    },
  )
}

environment({ name: 'Node.js', called: 'module, `/slim` given bytes', tools: ['Node.js'] }, async (project) => {
  project.use('program.mjs', 'slim/bytes.mjs')
  assert.equal(await project.run('node', 'bytes.mjs'), EXPECTED)
})

environment({ name: 'Node.js', called: 'CommonJS script, `/slim` given bytes', tools: ['Node.js'] }, async (project) => {
  project.useAsCommonJs('program')
  project.use('slim/bytes.cjs')
  assert.equal(await project.run('node', 'bytes.cjs'), EXPECTED)
})
