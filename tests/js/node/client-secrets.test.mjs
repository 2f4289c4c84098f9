/** The token is in the header `Authorization` and nowhere else. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { createClient } from 'datamart-validator/client'
import { FAILURES } from '../support/stand-in-api/index.mjs'
import { clientOf, failureOf, stored } from './support/api.mjs'

const TOKEN = 'dbn_live_s3cr3t/with+signs'

/** Everything that a program could print. */
function shown(value) {
  return [inspect(value, { depth: 20, showHidden: true, getters: true }), String(value), JSON.stringify(value), value?.stack, inspect(value?.cause)].join('\n')
}

/** @param {unknown} value @param {string} [token] */
function assertSecret(value, token = TOKEN) {
  for (const text of [token, encodeURIComponent(token), btoa(token)]) assert.ok(!shown(value).includes(text), shown(value))
}

const CALLS = {
  listDatamarts: (client) => client.listDatamarts(),
  getSchema: (client) => client.getSchema('warehouse'),
  createDatamart: (client) => client.createDatamart(stored()),
  deleteDatamart: (client) => client.deleteDatamart('sales'),
}

test('a client does not show it', () => {
  for (const serviceToken of [TOKEN, () => TOKEN]) assertSecret(createClient({ serviceToken }))
})

for (const failure of Object.keys(FAILURES)) {
  test(`no error has it: ${failure}`, async (t) => {
    const { api, client } = await clientOf(t, { timeout: 400, retries: 0 }, { token: TOKEN })
    api.fail(failure, { every: 1, body: { error: { code: TOKEN, message: `${TOKEN} and ${TOKEN}` } } })
    for (const call of Object.values(CALLS)) assertSecret(await call(client).catch((error) => error))
  })
}

test('however a reply repeats it: as text, with escapes, in any field, with any status', async () => {
  const escaped = [...TOKEN].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')
  const bodies = [
    `no access for ${TOKEN}`,
    `<h1>${TOKEN}</h1>`,
    `{"error":"${escaped}"}`,
    `{"error":{"code":"${escaped}","message":"\\"tableList[0].${escaped}\\" is required"}}`,
    `{"code":"${TOKEN}","message":"${escaped}","detail":["${TOKEN}"]}`,
    `{"data":{"error":{"code":"AUTH_ERROR","message":"${escaped}"}}}`,
    `{"id":"${escaped}"}`,
    `{"data":[{"name":"${escaped}","datamartTables":[]}]}`,
    `{"tables":[{"name":"${TOKEN}","columns":[]}]}`,
  ]
  const answer = { status: 200, text: '' }
  const client = createClient({ serviceToken: TOKEN, retries: 0, fetch: async () => new Response(answer.text, { status: answer.status }) })
  for (const status of [200, 400, 401, 429, 500]) {
    for (const text of bodies) {
      Object.assign(answer, { status, text })
      for (const call of Object.values(CALLS)) assertSecret(await call(client).catch((error) => error))
    }
  }
})

test('a short token is removed from errors, but not from names', async () => {
  for (const [status, body] of [
    [200, { id: 'sales' }],
    [400, { error: { code: 'AUTH_ERROR', message: 'no access for sale' } }],
    [200, { error: { code: 'AUTH_ERROR', message: 'no access for sale' } }],
  ]) {
    const client = createClient({ serviceToken: 'sale', fetch: async () => Response.json(body, { status }) })
    const result = await client.createDatamart(stored()).catch((error) => error)
    if (body.id) assert.deepEqual(result, { id: 'sales' })
    else assert.equal(result.message.includes('sale'), false, result.message)
  }
})

test('an error of `fetch` that contains the request is not passed on', async () => {
  for (const build of [
    (init) => Object.assign(new Error(`failed with ${init.headers.Authorization}`), { config: init }),
    (init) => new TypeError('fetch failed', { cause: Object.assign(new Error(`socket for ${init.headers.Authorization}`), { request: init }) }),
    (init) => init,
    (init) => init.headers.Authorization,
    () => null,
  ]) {
    const client = createClient({ serviceToken: TOKEN, retries: 0, fetch: (_, init) => Promise.reject(build(init)) })
    const error = await failureOf(client.listDatamarts())
    assert.equal(error.code, 'NETWORK_ERROR')
    assertSecret(error)
  }
})

test('wrong tokens are not quoted', async () => {
  for (const serviceToken of [`${TOKEN} ${TOKEN}`, `${TOKEN}\r\nX-Other: 1`, `Bearer ${TOKEN}`, `${TOKEN}\u0000`, { TOKEN }, [TOKEN]]) {
    const error = await failureOf(createClient({ serviceToken }).listDatamarts())
    assert.ok(error instanceof TypeError)
    assertSecret(error)
  }
})

test('it is only sent to the API, in one header', async (t) => {
  const { api, client } = await clientOf(t, {}, { token: TOKEN })
  await client.createDatamart(stored())
  await client.updateDatamart(stored())
  await client.deleteDatamart('sales')
  for (const { headers, url, body } of api.calls) {
    const { authorization, ...others } = headers
    assert.equal(authorization, `Bearer ${TOKEN}`)
    assertSecret({ others, url, body })
  }
})
