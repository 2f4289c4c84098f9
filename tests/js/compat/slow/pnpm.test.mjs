/** pnpm: a package sees only its own dependencies. */

import assert from 'node:assert/strict'
import { commandLineWorks } from '../support/command-line.mjs'
import { CONNECTED, environment } from '../support/environment.mjs'

environment({ name: 'pnpm', called: 'module; CommonJS script; command line', tools: ['pnpm', 'Node.js'] }, async (project) => {
  project.use('program.mjs', 'round-trip.mjs', 'node/main.mjs', 'node/main.cjs')
  project.useAsCommonJs('program', 'round-trip')
  const installed = await project.execute(['pnpm', 'add', '--offline', '--store-dir', '.pnpm-store', project.tarball()])
  assert.equal(installed.code, 0, installed.stdout + installed.stderr)
  assert.doesNotMatch(installed.stdout + installed.stderr, /warn|peer/i)

  assert.equal(await project.run('node', 'main.mjs'), CONNECTED)
  assert.equal(await project.run('node', 'main.cjs'), CONNECTED)
  await commandLineWorks(project, ['pnpm', 'exec', 'datamart-validator'])
})
