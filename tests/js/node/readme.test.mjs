/**
 * The README's examples do what it says, and its recipes for servers and CI work unchanged. Those
 * for pages are run in Chromium.
 */

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import path from 'node:path'
import test from 'node:test'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { readReadme } from '../readme.mjs'
import { CONSUMER } from './support/helpers.mjs'

const run = promisify(execFile)
const README = readReadme(process.env.PACKAGE_DIR)

/** A new folder from which the package resolves. */
const freshFolder = () => mkdtemp(path.join(CONSUMER, 'readme-'))

/** The recipe as a module in its own file. */
async function writeModule(code, name = 'recipe.mjs') {
  const file = path.join(await freshFolder(), name)
  await writeFile(file, code)
  return file
}

test('the quickstart begins within the first 25 lines and has at most 10', () => {
  const [install, first] = README.blocks
  assert.deepEqual([install.language, install.code], ['sh', 'npm install datamart-validator\n'])
  assert.equal(first.language, 'js')
  assert.ok(first.line < 25)
  assert.ok(first.code.trim().split('\n').length <= 10)
})

/** Blocks of JavaScript that are followed by a block of text, which is their output. */
const EXAMPLES = README.blocks.flatMap((block, at) => {
  const next = README.blocks[at + 1]
  return block.language === 'js' && next?.language === 'text' && next.heading === block.heading ? [[block.code, next.code]] : []
})

test('there are examples with their output', () => assert.ok(EXAMPLES.length >= 3))

for (const [program, output] of EXAMPLES) {
  test(`an example prints the output below it: ${program.split('\n')[0]}`, async () => {
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], { cwd: await freshFolder() })
    assert.equal(stdout, output)
  })
}

test('bundled as by Wrangler, the Worker imports the module instead of containing it', async () => {
  const file = await writeModule(README.recipe('Cloudflare Workers', 'js'))
  await writeFile(path.join(path.dirname(file), 'session.js'), 'export const isAdmin = () => true')
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    format: 'esm',
    conditions: ['workerd', 'worker', 'browser'],
    loader: { '.wasm': 'copy' },
    outdir: path.join(path.dirname(file), 'out'),
    write: false,
  })
  const [script, module] = ['.js', '.wasm'].map((end) => outputFiles.find(({ path: name }) => name.endsWith(end)))
  assert.ok(WebAssembly.validate(module.contents))
  assert.ok(!script.text.includes('AGFzbQ'), 'the bytes are not in the script as well')
})

/**
 * The sections whose code is tested: those above, those of `readme-files.test.mjs` and
 * `readme-servers.test.mjs`, those of `tests/js/browser/readme.test.mjs`, and Angular's in
 * `tests/js/compat/frameworks`.
 */
const TESTED = [
  'Angular',
  'CI',
  'Client',
  'Node',
  'Next.js',
  'Cloudflare Workers',
  'A form without a framework',
  'React',
  'Vue',
  'Command line',
  'Datamarts in a repository',
  'CodeMirror',
  'Monaco',
  'Editor',
  'Opening and sending',
  'Files in an editor',
  'Forms and JSON Schema',
  'Starting the module yourself',
]

test('every block of code is run by a test', () => {
  const examples = new Set(EXAMPLES.flat())
  const untested = README.blocks.filter(({ language, code, heading }) => {
    const isCode = !['text', 'sh'].includes(language)
    return isCode && !examples.has(code) && !TESTED.includes(heading)
  })
  assert.deepEqual(untested, [])
})
