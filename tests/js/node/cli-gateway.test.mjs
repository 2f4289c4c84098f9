/** `gateway`: the gateway as a local server. */

import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { createClient } from 'datamart-validator/client'
import { folder, runTo, start } from './support/cli.mjs'
import { standIn, stored } from './support/api.mjs'

/** Starts it, and waits until it listens. */
async function started(t, args, { env, cwd }) {
  const child = start(['gateway', '--port', '0', ...args], { cwd, env })
  let [stdout, stderr] = ['', '']
  child.stderr.setEncoding('utf8').on('data', (chunk) => (stderr += chunk))
  const ended = new Promise((resolve) => child.on('close', (code) => resolve({ code, stderr })))
  t.after(() => child.kill('SIGKILL'))
  await new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      stdout += chunk
      if (stdout.includes('\n')) resolve(undefined)
    })
    child.on('close', () => reject(new Error(stderr)))
  })
  return { address: /http:\S+(?=;)/.exec(stdout)?.[0] ?? '', child, ended }
}

const AUTHORIZE = `export default async (request, operation) => request.headers.get('x-user') === 'me' && operation !== 'list'`

test('it serves whom its module lets through, and stops on request', { skip: process.platform === 'win32' }, async (t) => {
  const api = await standIn(t)
  const env = { DATABRAIN_SERVICE_TOKEN: api.token, DATABRAIN_API_URL: api.url }
  const cwd = folder({ 'authorize.mjs': AUTHORIZE })
  const { address, child, ended } = await started(t, ['--authorize', 'authorize.mjs', '--operations', 'create', 'list', '--allow-origin', 'https://app.example.com'], { env, cwd })
  const as = (user) => createClient({ baseUrl: address, retries: 0, fetch: (url, init) => fetch(url, { ...init, headers: { ...init.headers, 'x-user': user } }) })
  await assert.rejects(as('you').createDatamart(stored()), { status: 403 })
  assert.deepEqual(await as('me').createDatamart(stored()), { id: 'sales' })
  await assert.rejects(as('me').listDatamarts(), { status: 403 })
  assert.equal((await fetch(address, { headers: { origin: 'https://app.example.com' } })).status, 404)
  child.kill('SIGINT')
  const { code, stderr } = await ended
  assert.equal(code, 0)
  assert.ok(!stderr.includes(api.token))
})

test('everyone, with a warning', async (t) => {
  const api = await standIn(t)
  const { address, child, ended } = await started(t, ['--insecure-allow-everyone'], { env: { DATABRAIN_SERVICE_TOKEN: api.token, DATABRAIN_API_URL: api.url } })
  assert.deepEqual(await createClient({ baseUrl: address, retries: 0 }).createDatamart(stored()), { id: 'sales' })
  child.kill('SIGTERM')
  assert.match((await ended).stderr, /^warning: everyone /)
})

test('wrong usage', async (t) => {
  const cwd = folder({ 'none.mjs': 'export const authorize = true', 'broken.mjs': 'export default (' })
  const env = { DATABRAIN_SERVICE_TOKEN: 'a' }
  const taken = createServer().listen(0, '127.0.0.1')
  t.after(() => taken.close())
  await new Promise((resolve) => taken.once('listening', resolve))
  for (const [args, expected] of [
    [['--port', '0'], /either --authorize with a module, or --insecure-allow-everyone/],
    [['--port', '0', '--authorize', 'none.mjs', '--insecure-allow-everyone'], /either --authorize/],
    [['--port', '65536', '--insecure-allow-everyone'], /expected a number from 0 to 65535/],
    [['--insecure-allow-everyone'], /--port/],
    [['--port', '0', '--authorize', 'none.mjs'], /none\.mjs has no function as its default export/],
    [['--port', '0', '--authorize', 'broken.mjs'], /broken\.mjs could not be loaded/],
    [['--port', '0', '--authorize', 'absent.mjs'], /absent\.mjs could not be loaded/],
    [['--port', '0', '--insecure-allow-everyone', '--operations', 'creat'], /^error: --operations: /],
    [['--port', '0', '--insecure-allow-everyone', '--allow-origin', 'x'], /^error: --allow-origin: /],
    [['--port', String(taken.address().port), '--insecure-allow-everyone'], /^error: --port: \d+ is in use$/m],
  ]) {
    assert.match((await runTo(2, ['gateway', ...args], { cwd, env })).stderr, expected)
  }
})
