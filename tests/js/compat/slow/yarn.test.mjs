/** Yarn with Plug'n'Play: there is no node_modules, and the package is read from an archive. */

import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { commandLineWorks } from '../support/command-line.mjs'
import { CONNECTED, environment } from '../support/environment.mjs'

environment({ name: "Yarn Plug'n'Play", called: 'module; CommonJS script; command line', tools: ['@yarnpkg/cli-dist', 'Node.js'] }, async (project) => {
  project.use('program.mjs', 'round-trip.mjs', 'node/main.mjs', 'node/main.cjs')
  project.useAsCommonJs('program', 'round-trip')
  // Marks the root of the project for Yarn.
  writeFileSync(path.join(project.folder, 'yarn.lock'), '')
  const installed = await project.run('yarn', 'add', `datamart-validator@file:${project.tarball()}`)
  // Yarn's usual messages for a package with ECMAScript modules, and nothing about the editor's
  // packages, which are optional.
  assert.deepEqual(codesIn(installed), ['YN0000', 'YN0013', 'YN0085', 'YN0092'], installed)

  assert.equal(await project.run('yarn', 'node', 'main.mjs'), CONNECTED)
  assert.equal(await project.run('yarn', 'node', 'main.cjs'), CONNECTED)
  await commandLineWorks(project, ['yarn', 'datamart-validator'])
})

/** @param {string} told */
function codesIn(told) {
  return [...new Set(told.match(/\bYN\d{4}\b/g))].sort()
}
