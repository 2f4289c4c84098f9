import assert from 'node:assert/strict'
import { environment, EXPECTED } from '../support/environment.mjs'

environment({ name: 'Deno', called: 'module, without permissions', tools: ['deno'] }, async (project) => {
  project.use('program.mjs', 'node/main.mjs')
  assert.equal(await project.run('deno', 'run', '--no-prompt', 'main.mjs'), EXPECTED)
})
