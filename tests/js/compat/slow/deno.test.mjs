import assert from 'node:assert/strict'
import { commandLineWorks } from '../support/command-line.mjs'
import { CONNECTED, environment } from '../support/environment.mjs'

environment({ name: 'Deno', called: 'module, without permissions', tools: ['deno'] }, async (project) => {
  project.use('program.mjs', 'round-trip.mjs', 'node/main.mjs')
  assert.equal(await project.run('deno', 'run', '--no-prompt', 'main.mjs'), CONNECTED)
})

environment({ name: 'Deno', called: 'command line, `deno run --allow-env --allow-read npm:datamart-validator`', tools: ['deno'] }, async (project) => {
  await commandLineWorks(project, ['deno', 'run', '--no-prompt', '--allow-env', '--allow-read', 'npm:datamart-validator'])
  const blind = await project.execute(['deno', 'run', '--no-prompt', '--allow-env', 'npm:datamart-validator', 'check', 'right.json'])
  assert.equal(blind.code, 2, blind.stdout)
  assert.match(blind.stdout, /^right\.json: error: .*--allow-read/m)
})
