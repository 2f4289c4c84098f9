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
import { CONSUMER, datamart } from './support/helpers.mjs'

const run = promisify(execFile)
const README = readReadme(process.env.PACKAGE_DIR)
const TOKEN = 'a-token-of-the-tests'
const INVALID = datamart({ name: ' ' })

/** A new folder from which the package resolves. */
const freshFolder = () => mkdtemp(path.join(CONSUMER, 'readme-'))

/** Replaces `fetch` with one that records requests and replies 201. */
function keepRequests(t) {
  const asked = []
  t.mock.method(globalThis, 'fetch', async (url, init) => {
    asked.push({ url, ...init })
    return Response.json({ id: 'dm-1' }, { status: 201 })
  })
  return asked
}

const post = (body) => new Request('https://app.example/api/datamarts', { method: 'POST', body: JSON.stringify(body) })

/** A recipe handler's replies to a valid and to an invalid datamart. */
async function assertPosts(t, handle) {
  const asked = keepRequests(t)
  const created = await handle(post(datamart()))
  assert.equal(created.status, 201)
  assert.equal(asked.length, 1)
  assert.equal(new URL(asked[0].url).protocol, 'https:')
  assert.equal(asked[0].headers.Authorization, `Bearer ${TOKEN}`)
  assert.deepEqual(JSON.parse(asked[0].body), datamart())

  const refused = await handle(post(INVALID))
  assert.equal(refused.status, 422)
  const reply = await refused.text()
  assert.equal(JSON.parse(reply).issues[0].code, 'required')
  assert.ok(!reply.includes(TOKEN))
  assert.equal(asked.length, 1, 'a wrong datamart is not sent')
}

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

test('the recipe for Node sends a valid datamart, and reports the mistakes of another', async () => {
  const folder = await freshFolder()
  await writeFile(path.join(folder, 'create-datamart.mjs'), README.recipe('Node', 'js'))
  // The recipe sends requests to the vendor's server; here every request of the process is recorded
  // instead.
  await writeFile(
    path.join(folder, 'keep.mjs'),
    'globalThis.fetch = async (url, init) => new Response(JSON.stringify([new URL(url).pathname, init]), { status: 201 })',
  )
  const create = async (text) => {
    await writeFile(path.join(folder, 'datamart.json'), text)
    const env = { ...process.env, DATABRAIN_SERVICE_TOKEN: TOKEN }
    return run(process.execPath, ['--import', './keep.mjs', 'create-datamart.mjs', 'datamart.json'], { cwd: folder, env })
  }
  const right = datamart({ tableList: [{ name: 'orders', schemaName: 'shop', columns: [{ name: 'id' }] }] })
  const { stdout } = await create(JSON.stringify(right))
  assert.match(stdout, /^201 /)
  const [pathname, init] = JSON.parse(stdout.slice(4))
  assert.equal(pathname, '/api/v2/data-app/datamarts')
  assert.equal(init.headers.Authorization, `Bearer ${TOKEN}`)

  await assert.rejects(create('{ "name": "sales", }'), ({ code, stdout, stderr }) => {
    assert.equal(code, 1)
    assert.equal(stdout, '')
    assert.match(stderr, /^error /m)
    assert.ok(!stderr.includes(TOKEN))
    return true
  })
})

test("the recipe for Next.js is a route that judges, adds the token and hands on the server's reply", async (t) => {
  process.env.DATABRAIN_SERVICE_TOKEN = TOKEN
  t.after(() => delete process.env.DATABRAIN_SERVICE_TOKEN)
  const { POST } = await import(await writeModule(README.recipe('Next.js', 'js')))
  await assertPosts(t, POST)
})

test('the recipe for Cloudflare Workers does the same, and accepts only POST', async (t) => {
  const file = await writeModule(README.recipe('Cloudflare Workers', 'js'))
  const { default: worker } = await import(file)
  await assertPosts(t, (request) => worker.fetch(request, { DATABRAIN_SERVICE_TOKEN: TOKEN }))
  assert.equal((await worker.fetch(new Request('https://app.example/'), {})).status, 405)
})

test('bundled as by Wrangler, the Worker imports the module instead of containing it', async () => {
  const file = await writeModule(README.recipe('Cloudflare Workers', 'js'))
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
 * The sections whose code is tested: those above, those of `readme-files.test.mjs`, and those of
 * `tests/js/browser/readme.test.mjs`.
 */
const TESTED = [
  'CI',
  'Node',
  'Next.js',
  'Cloudflare Workers',
  'A form without a framework',
  'React',
  'Vue',
  'Command line',
  'CodeMirror',
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
