/** The server of the page: its headers, and that it serves nothing outside its folder. */

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'

import { startServer } from './site-server.mjs'
import { SITE } from './support.mjs'

test('every response has the headers of a security-conscious site, even for a missing file', async () => {
  for (const [name, status] of [['', 200], ['page.js', 200], ['samples/valid.json', 200], ['there/is/no/such.html', 404]]) {
    const { headers, status: found } = await fetch(SITE + name)
    assert.equal(found, status, name)
    assert.equal(headers.get('cache-control'), 'no-store', name)
    assert.equal(headers.get('x-content-type-options'), 'nosniff', name)
    assert.equal(headers.get('referrer-policy'), 'no-referrer', name)
    assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin', name)
  }
})

test('the policy allows one import map, the one of the page, and no other inline script', async () => {
  const response = await fetch(SITE)
  const [, map] = (await response.text()).match(/<script type="importmap">(.*?)<\/script>/s)
  const hash = createHash('sha256').update(map).digest('base64')
  const policy = response.headers.get('content-security-policy')
  assert.match(policy, /default-src 'self'; /)
  assert.ok(policy.includes(`; script-src 'self' 'wasm-unsafe-eval' 'sha256-${hash}'; `), policy)
  for (const closed of ['object-src', 'base-uri', 'form-action', 'frame-ancestors']) assert.ok(policy.includes(`${closed} 'none'`), closed)
  assert.doesNotMatch(policy, /unsafe-inline/)
})

test('files have the types that browsers expect', async () => {
  const types = { '': 'text/html', 'page.js': 'text/javascript', 'page.css': 'text/css', 'favicon.svg': 'image/svg+xml' }
  types['datamart-validator/module.wasm'] = 'application/wasm'
  for (const [name, type] of Object.entries(types)) {
    assert.equal((await fetch(SITE + name)).headers.get('content-type').split(';')[0], type, name)
  }
})

test('no URL leads out of the folder', async () => {
  const steps = ['..', '%2e%2e', '..%2f..', '..%5c..', '.%2e', '..;', '/..']
  const addresses = steps.flatMap((step) => ['Cargo.toml', 'package.json', 'etc/passwd'].map((name) => `/${`${step}/`.repeat(12)}${name}`))
  addresses.push('/samples/../../../Cargo.toml', '//etc/passwd', '/..\\..\\Cargo.toml', '/%00', '/samples/%00', '/%', '/%c0%ae%c0%ae/%c0%ae%c0%ae/Cargo.toml')
  for (const address of addresses) {
    assert.equal(await statusOf(address), 404, address)
  }
  // It keeps running afterwards.
  assert.equal(await statusOf('/'), 200)
})

/** The URL as it is: `fetch` would resolve the dots. @param {string} address */
async function statusOf(address) {
  const [response] = await once(get({ host: '127.0.0.1', port: new URL(SITE).port, path: address }), 'response')
  response.resume()
  return response.statusCode
}

test('a port in use is skipped, if another one is given', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'site-'))
  t.after(() => rm(folder, { recursive: true }))
  await writeFile(path.join(folder, '.import-map-hash'), "'sha256-x'")
  const taken = new URL(SITE).port

  const { address, stop } = await startServer([folder, '-', taken, '0'])
  assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/$/)
  assert.notEqual(new URL(address).port, taken)
  // It ends when its input closes.
  assert.equal(await stop(), 0)

  await assert.rejects(startServer([folder, '-', taken]), /ended with 1: .*EADDRINUSE/)
})
