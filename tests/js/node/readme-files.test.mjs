/**
 * The README's recipes for files and for CI: each command is run in a folder that matches the
 * recipe's assumptions.
 */

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import test from 'node:test'
import { promisify } from 'node:util'
import { parse } from 'yaml'
import { packageOf, readReadme } from '../readme.mjs'
import { CONSUMER, datamart } from './support/helpers.mjs'

const run = promisify(execFile)
const README = readReadme(process.env.PACKAGE_DIR)
const RIGHT = datamart({ tableList: [{ name: 'orders', schemaName: 'shop', columns: [{ name: 'id' }] }] })
const CATALOG = { data: { tables: [{ name: 'orders', schema: 'shop', columns: [{ name: 'id', dataType: 'bigint' }] }] } }

/**
 * A folder with these files, from which the package's command resolves. @param {Record<string,
 * unknown>} files
 */
async function folderWith(files) {
  const folder = await mkdtemp(path.join(CONSUMER, 'readme-'))
  for (const [file, value] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
    await writeFile(path.join(folder, file), JSON.stringify(value))
  }
  return folder
}

/** Actions are pinned to a major version. */
function assertPinned(steps) {
  for (const { uses } of steps) if (uses) assert.match(uses, /^[\w-]+(?:\/[\w-]+)+@v\d+$/)
}

test('the recipe for CI checks every file and annotates mistakes at their positions', async () => {
  const { steps } = parse(README.recipe('CI', 'yaml')).jobs.check
  assertPinned(steps)
  const command = steps.at(-1).run

  await run('sh', ['-c', command], { cwd: await folderWith({ 'datamarts/deep/right.json': RIGHT }) })

  const cwd = await folderWith({ 'datamarts/deep/right.json': RIGHT, 'datamarts/wrong.json': { ...RIGHT, name: ' ' } })
  await assert.rejects(run('sh', ['-c', command], { cwd }), ({ code, stdout }) => {
    assert.equal(code, 1)
    assert.match(stdout, /^::error file=datamarts\/wrong\.json,line=1,.*`name` is blank/m)
    return true
  })
})

test('the recipe for code scanning writes the file that it uploads', async () => {
  const { steps, permissions } = parse(README.recipe('Command line', 'yaml'))
  assertPinned(steps)
  assert.equal(permissions['security-events'], 'write')
  const cwd = await folderWith({ 'datamarts/wrong.json': { ...RIGHT, name: ' ' }, 'schema.json': CATALOG })
  await assert.rejects(run('sh', ['-c', steps[1].run], { cwd }), { code: 1 })
  const sarif = JSON.parse(await readFile(path.join(cwd, steps[2].with.sarif_file), 'utf8'))
  assert.equal(sarif.runs[0].results[0].ruleId, 'required')
})

test("the editor's files name the schema where it is", async () => {
  const blocks = README.blocks.filter(({ heading, language }) => heading === 'Files in an editor' && language === 'json')
  assert.equal(blocks.length, 2)
  const [file, settings] = blocks.map(({ code }) => JSON.parse(code))
  const schema = path.join(packageOf('.'), 'dist/schema.json')
  assert.equal(path.join('datamarts', file.$schema), schema)
  assert.equal(path.join(settings['json.schemas'][0].url), schema)
  assert.match(JSON.parse(await readFile(path.join(process.env.PACKAGE_DIR, schema), 'utf8')).$schema, /2020-12/)
})
