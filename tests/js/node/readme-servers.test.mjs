/** The README's recipes for servers, against the stand-in of the API. */

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import path from 'node:path'
import test from 'node:test'
import { promisify } from 'node:util'
import { readReadme } from '../readme.mjs'
import { standIn, stored } from './support/api.mjs'
import { CONSUMER } from './support/helpers.mjs'

const run = promisify(execFile)
const README = readReadme(process.env.PACKAGE_DIR)
const DATAMARTS = '/api/v2/data-app/datamarts'
const INVALID = stored({ name: ' ' })

/** Writes files into a new folder from which the package resolves. @param {Record<string, string>} files */
async function project(files) {
  const folder = await mkdtemp(path.join(CONSUMER, 'readme-'))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true })
    await writeFile(path.join(folder, name), text)
  }
  return folder
}

/** Redirects requests for the vendor's host to the stand-in. @param {import('node:test').TestContext} t */
function redirect(t, api) {
  const { fetch } = globalThis
  t.mock.method(globalThis, 'fetch', (url, init) => fetch(url.replace('https://api.usedatabrain.com', api.url), init))
}

test('the recipe for Node creates a datamart, and reports the mistakes in another', async (t) => {
  const api = await standIn(t)
  const folder = await project({
    'create-datamart.mjs': README.recipe('Node', 'js'),
    'right.json': JSON.stringify(stored()),
    'wrong.json': JSON.stringify(stored({ datasourceName: 'Warehouse' })),
  })
  const env = { ...process.env, DATABRAIN_SERVICE_TOKEN: api.token, DATABRAIN_API_URL: api.url }
  const create = (file) => run(process.execPath, ['create-datamart.mjs', file], { cwd: folder, env })
  assert.equal((await create('right.json')).stdout, 'created sales\n')
  assert.deepEqual(api.store.datamarts.get('sales'), stored())
  await assert.rejects(create('wrong.json'), ({ code, stdout, stderr }) => {
    assert.equal(code, 1)
    assert.equal(stdout, '')
    assert.match(stderr, /^datasourceName /m)
    assert.ok(!stderr.includes(api.token))
    return true
  })
  await assert.rejects(create('right.json'), ({ stderr }) => /^name /m.test(stderr))
})

/** A request of a page. */
const post = (body, user = 'admin') =>
  new Request(`https://app.example/api/databrain${DATAMARTS}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie: `user=${user}` },
    body: JSON.stringify(body),
  })

const IS_ADMIN = "export const isAdmin = (request) => request.headers.get('cookie') === 'user=admin'"

/** @param {(request: Request) => Promise<Response>} handle */
async function assertServes(handle, api) {
  assert.equal((await handle(post(stored(), 'somebody'))).status, 403)
  const refused = await handle(post(INVALID))
  assert.equal(refused.status, 422)
  assert.equal((await refused.json()).issues[0].code, 'required')
  assert.deepEqual(api.calls, [])
  const created = await handle(post(stored()))
  assert.deepEqual([created.status, await created.json()], [200, { id: 'sales' }])
  assert.equal(api.calls[0].headers.authorization, `Bearer ${api.token}`)
  assert.equal(api.calls[0].headers.cookie, undefined)
}

test('the recipe for Next.js is a route that validates and adds the token', async (t) => {
  const api = await standIn(t)
  redirect(t, api)
  const file = 'app/api/databrain/[...path]/route.js'
  const folder = await project({ [file]: README.recipe('Next.js', 'js'), 'lib/session.js': IS_ADMIN, 'package.json': '{ "type": "module" }' })
  const route = await import(path.join(folder, file))
  assert.deepEqual(Object.keys(route).sort(), ['DELETE', 'GET', 'POST', 'PUT'])
  // As in `next build`, the variable is not there before the first request.
  process.env.DATABRAIN_SERVICE_TOKEN = api.token
  t.after(() => delete process.env.DATABRAIN_SERVICE_TOKEN)
  await assertServes(route.POST, api)
})

test('the recipe for Cloudflare Workers does the same', async (t) => {
  const api = await standIn(t)
  redirect(t, api)
  const folder = await project({ 'worker.js': README.recipe('Cloudflare Workers', 'js'), 'session.js': IS_ADMIN, 'package.json': '{ "type": "module" }' })
  const { default: worker } = await import(path.join(folder, 'worker.js'))
  await assertServes((request) => worker.fetch(request, { DATABRAIN_SERVICE_TOKEN: api.token }), api)
})

test('the example of the client changes what exists and keeps what the API does not show', async (t) => {
  const api = await standIn(t)
  redirect(t, api)
  process.env.DATABRAIN_SERVICE_TOKEN = api.token
  t.after(() => delete process.env.DATABRAIN_SERVICE_TOKEN)
  const folder = await project({ 'client.mjs': README.recipe('Client', 'js') })
  const { hideTable } = await import(path.join(folder, 'client.mjs'))
  const columns = [{ name: 'revenue', isCustomColumn: true, sql: 'SUM(total)', isAggregate: true }]
  const saved = stored({ tableList: [{ name: 'orders', schemaName: 'public', columns }, { name: 'tenants', schemaName: 'public', columns: [{ name: 'id' }] }] })
  api.store.create(saved)
  assert.deepEqual(await hideTable('sales', 1, saved), { id: 'sales' })
  const { tableList } = api.store.datamarts.get('sales')
  assert.equal(tableList[1].isHide, true)
  assert.equal(tableList[0].columns[0].isAggregate, true)

  const log = t.mock.method(console, 'error', () => {})
  api.fail('reply', { operation: 'update', body: { error: { code: 'INVALID_REQUEST_BODY', message: 'no' } } })
  await assert.rejects(hideTable('sales', 0, saved))
  assert.deepEqual(log.mock.calls[0].arguments.slice(0, 2), ['not-done', 'INVALID_REQUEST_BODY'])
})
