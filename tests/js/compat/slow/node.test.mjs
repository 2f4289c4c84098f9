/**
 * Versions of Node.js other than the machine's, from npm packages that contain nothing else. Their
 * names end with the platform.
 */

import assert from 'node:assert/strict'
import { linkSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { commandLineWorks } from '../support/command-line.mjs'
import { CONNECTED, environment } from '../support/environment.mjs'

for (const version of [22, 24, 26]) {
  const tool = `node-${version}`
  // Rows with the same name are in the order of their file, and the machine's own version is in
  // another file.
  const name = `Node.js ${version}`

  environment({ name, called: 'module; CommonJS script; command line', tools: [tool] }, async (project) => {
    useScripts(project)
    const node = path.join(project.executables(tool), 'bin/node')
    assert.equal(await project.run(node, 'main.mjs'), CONNECTED)
    assert.equal(await project.run(node, 'main.cjs'), CONNECTED)
    await commandLineWorks(project, [node, project.installed('datamart-validator/dist/cli.js')])
  })

  environment({ name, called: 'all of them with `--permission` and no right but to read', tools: [tool] }, async (project) => {
    useScripts(project)
    const node = path.join(project.executables(tool), 'bin/node')
    // The package is installed above the project.
    const permission = ['--permission', `--allow-fs-read=${path.dirname(project.folder)}`]
    assert.equal(await project.run(node, ...permission, 'main.mjs'), CONNECTED)
    assert.equal(await project.run(node, ...permission, 'main.cjs'), CONNECTED)
    const start = [node, ...permission, project.installed('datamart-validator/dist/cli.js')]
    await commandLineWorks(project, start, { threads: false })

    const threads = await project.execute([...start, 'check', 'many', '--threads', '2'])
    assert.equal(threads.code, 2, threads.stdout)
    assert.match(threads.stderr, /^error: .*--allow-worker/)
    const forbidden = await project.execute([...start, 'check', path.dirname(path.dirname(project.folder)), 'right.json'])
    assert.equal(forbidden.code, 2, forbidden.stdout)
    assert.match(forbidden.stdout, /: error: .*--allow-fs-read/)
    assert.match(forbidden.stdout, /^1 file checked: no issues/m)
    // With this many, threads would be faster.
    useLargeFiles(project)
    const large = await project.execute([...start, 'check', 'large'])
    assert.deepEqual([large.code, large.stderr], [0, ''])
  })
}

/** @param {import('../support/project.mjs').Project} project */
function useScripts(project) {
  project.use('program.mjs', 'round-trip.mjs', 'node/main.mjs', 'node/main.cjs')
  project.useAsCommonJs('program', 'round-trip')
}

/** @param {import('../support/project.mjs').Project} project */
function useLargeFiles(project) {
  const columns = Array.from({ length: 100 }, (_, index) => ({ name: `column_${index}` }))
  const tableList = Array.from({ length: 400 }, (_, index) => ({ name: `table_${index}`, columns }))
  const folder = path.join(project.folder, 'large')
  mkdirSync(folder)
  const first = path.join(folder, '0.json')
  writeFileSync(first, JSON.stringify({ name: 'sales', datasourceName: 'warehouse', tableList }))
  for (let i = 1; i < 100; i++) linkSync(first, path.join(folder, `${i}.json`))
}
