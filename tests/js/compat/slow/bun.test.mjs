import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { run } from '../support/commands.mjs'
import { commandLineWorks } from '../support/command-line.mjs'
import { CONNECTED, environment } from '../support/environment.mjs'

environment({ name: 'Bun', called: 'module', tools: ['bun'] }, async (project) => {
  project.use('program.mjs', 'round-trip.mjs', 'node/main.mjs')
  assert.equal(await project.run(project.bun(), 'main.mjs'), CONNECTED)
})

environment({ name: 'Bun', called: 'CommonJS script', tools: ['bun'] }, async (project) => {
  project.useAsCommonJs('program', 'round-trip')
  project.use('node/main.cjs')
  assert.equal(await project.run(project.bun(), 'main.cjs'), CONNECTED)
})

environment({ name: 'Bun', called: '`bun build --compile`, run in another folder', tools: ['bun'] }, async (project) => {
  project.use('program.mjs', 'round-trip.mjs', 'node/main.mjs')
  const elsewhere = mkdtempSync(path.join(tmpdir(), 'datamart-validator-'))
  try {
    const executable = path.join(elsewhere, 'main')
    await project.run(project.bun(), 'build', '--compile', 'main.mjs', '--outfile', executable)
    assert.equal(await run(executable, [], elsewhere), CONNECTED)
  } finally {
    rmSync(elsewhere, { recursive: true })
  }
})

environment({ name: 'Bun', called: 'command line, `bunx --bun datamart-validator`', tools: ['bun'] }, async (project) => {
  await commandLineWorks(project, [project.bun(), 'x', '--bun', 'datamart-validator'])
})
