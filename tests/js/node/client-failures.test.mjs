/**
 * Every failure of the stand-in, on every kind of operation: what is tried again, and what the
 * caller learns.
 */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createClient, DatamartApiError } from 'datamart-validator/client'
import { clientOf, failureOf, standIn, stored } from './support/api.mjs'

/** Unlike the time limit of anything else, so that the tests recognise its timers. */
const TIMEOUT = 29_989

/** One attempt. */
const ONCE = { retries: 0, timeout: TIMEOUT }

/** Failures that only the client's time limit ends. */
const ENDLESS = ['slow-body', 'silence']

/**
 * Runs something that never gets a reply: the client's time limit ends when the stand-in has the
 * request.
 *
 * @param {import('node:test').TestContext} t
 * @param {string} failure
 * @param {() => boolean} isAsked
 * @param {() => Promise<unknown>} run
 */
async function patiently(t, failure, isAsked, run) {
  if (!ENDLESS.includes(failure)) return run()
  const { setTimeout } = globalThis
  /** @type {(() => void)[]} */
  const limits = []
  const timers = t.mock.method(globalThis, 'setTimeout', (callback, delay, ...rest) => {
    if (delay === TIMEOUT) limits.push(callback)
    return setTimeout(callback, delay, ...rest)
  })
  const running = run()
  running.catch(() => {})
  await settle(isAsked)
  timers.mock.restore()
  for (const limit of limits) limit()
  return running
}

/** Lets everything run that waits for no timer. @param {() => boolean} condition */
async function settle(condition) {
  for (let at = 0; at < 20 || !condition(); at++) await new Promise((resolve) => setImmediate(resolve))
}

const changed = () => stored({ tableList: [{ name: 'customers', schemaName: 'public', columns: [{ name: 'id' }] }] })

/** Each write with its effect. */
const WRITES = {
  create: { prepare: () => {}, run: (client, call) => client.createDatamart(stored(), call), isDone: ({ store }) => store.datamarts.has('sales') },
  update: {
    prepare: ({ store }) => store.create(stored()),
    run: (client, call) => client.updateDatamart(changed(), call),
    isDone: ({ store }) => store.datamarts.get('sales').tableList[0].name === 'customers',
  },
  delete: {
    prepare: ({ store }) => store.create(stored()),
    run: (client, call) => client.deleteDatamart('sales', call),
    isDone: ({ store }) => !store.datamarts.has('sales'),
  },
}

const READS = {
  list: (client, call) => client.listDatamarts(call),
  datasources: (client, call) => client.listDatasources(call),
  schema: (client, call) => client.getSchema('warehouse', call),
}

/** Failures after which the outcome of a write is unknown, and how they appear. */
const LOST = {
  'server-error': { status: 500, code: 'INTERNAL_SERVER_ERROR' },
  html: { status: 502 },
  drop: { status: undefined, code: 'NETWORK_ERROR' },
  'drop-body': { status: undefined, code: 'NETWORK_ERROR' },
  'slow-body': { status: undefined, code: 'TIMEOUT' },
  silence: { status: undefined, code: 'TIMEOUT' },
  truncated: { status: 200 },
}

for (const [operation, { prepare, run, isDone }] of Object.entries(WRITES)) {
  for (const [failure, expected] of Object.entries(LOST)) {
    test(`${operation}, ${failure} before it: the error says that nothing was done, and nothing is sent twice`, async (t) => {
      const { api, client } = await clientOf(t, ONCE)
      prepare(api)
      api.fail(failure, { operation })
      const error = await failureOf(patiently(t, failure, () => api.count(operation) > 0, () => run(client)))
      assert.ok(error instanceof DatamartApiError)
      assert.equal(error.outcome, 'not-done')
      assert.equal(error.status, expected.status)
      if (expected.code) assert.equal(error.code, expected.code)
      assert.equal('status' in error, expected.status !== undefined)
      assert.ok(!isDone(api))
      assert.equal(api.count(operation), 1)
    })

    test(`${operation}, ${failure} after it: it is found out that it was done`, async (t) => {
      const { api, client } = await clientOf(t, ONCE)
      prepare(api)
      api.fail(failure, { operation, after: true })
      const result = await patiently(t, failure, () => api.count(operation) > 0, () => run(client))
      if (operation !== 'delete') assert.deepEqual(result, { id: 'sales' })
      assert.ok(isDone(api))
      assert.equal(api.count(operation), 1)
    })
  }

  test(`${operation}: when the look-up fails too, the outcome is unknown`, async (t) => {
    const { api, client } = await clientOf(t, ONCE)
    prepare(api)
    api.fail('drop', { operation })
    // An update looks at what exists before it is sent.
    api.fail('server-error', { operation: 'list', every: operation === 'update' ? 2 : 1 })
    assert.equal((await failureOf(run(client))).outcome, 'unknown')
    assert.equal(api.count(operation), 1)
  })

  test(`${operation} is tried again after 429, and after nothing else`, async (t) => {
    const { api, client } = await clientOf(t)
    prepare(api)
    api.fail('rate-limit', { operation, times: 3, retryAfter: '0' })
    await run(client)
    assert.equal(api.count(operation), 4)
    assert.ok(isDone(api))
  })

  test(`${operation}: a server that is busy for long is an error`, async (t) => {
    const { api, client } = await clientOf(t, { retries: 2 })
    prepare(api)
    api.fail('rate-limit', { operation, times: 100, retryAfter: '0' })
    const { status, code, outcome, isRetryable, retryAfter } = await failureOf(run(client))
    assert.deepEqual({ status, code, outcome, isRetryable, retryAfter }, { status: 429, code: 'RATE_LIMIT', outcome: 'not-done', isRetryable: true, retryAfter: 0 })
    assert.equal(api.count(operation), 3)
  })

  test(`${operation}: what the API refuses was not done, whatever the status`, async (t) => {
    const { api, client } = await clientOf(t)
    prepare(api)
    api.fail('ok-with-error', { operation })
    const { status, code, outcome } = await failureOf(run(client))
    assert.deepEqual({ status, code, outcome }, { status: 200, code: 'INVALID_REQUEST_BODY', outcome: 'not-done' })
    for (const status of [400, 401, 403, 404, 409, 422]) {
      api.fail('reply', { operation, status, body: { error: 'no' } })
      const error = await failureOf(run(client))
      assert.deepEqual([error.status, error.outcome, error.isRetryable], [status, 'not-done', false])
    }
  })

  test(`${operation}: redirects are not followed`, async (t) => {
    const other = await standIn(t)
    const { api, client } = await clientOf(t)
    prepare(api)
    for (const status of [301, 302, 303, 307, 308]) {
      api.fail('redirect', { operation, status, body: `${other.url}/api/v2/data-app/datamarts` })
      const { code, outcome } = await failureOf(run(client))
      assert.deepEqual({ code, outcome }, { code: 'REDIRECT', outcome: 'not-done' })
    }
    assert.deepEqual(other.calls, [])
  })
}

for (const operation of ['create', 'update']) {
  test(`${operation}: a good status without an id is looked up`, async (t) => {
    const { prepare, run } = WRITES[operation]
    for (const after of [false, true]) {
      const { api, client } = await clientOf(t)
      prepare(api)
      api.fail('no-id', { operation, after })
      if (after) assert.deepEqual(await run(client), { id: 'sales' })
      else assert.equal((await failureOf(run(client))).outcome, 'not-done')
      assert.equal(api.count(operation), 1)
    }
  })
}

test('a datamart of the same name that was there before is not taken for the one that was sent', async (t) => {
  const { api, client } = await clientOf(t)
  api.store.create(changed())
  api.fail('server-error', { operation: 'create' })
  assert.equal((await failureOf(client.createDatamart(stored()))).outcome, 'not-done')
})

test('an update that changes nothing the API shows is looked up as far as that goes', async (t) => {
  const aggregate = (isAggregate) =>
    stored({ tableList: [{ name: 'orders', schemaName: 'public', columns: [{ name: 'revenue', isCustomColumn: true, sql: 'SUM(total)', ...(isAggregate && { isAggregate }) }] }] })
  const { api, client } = await clientOf(t)
  api.store.create(aggregate(false))
  api.fail('drop', { operation: 'update' })
  assert.equal((await failureOf(client.updateDatamart(aggregate(true)))).outcome, 'unknown')
  api.fail('drop', { operation: 'update', after: true })
  assert.deepEqual(await client.updateDatamart(stored()), { id: 'sales' })
})

test('an update that was carried out in part has an unknown outcome', async (t) => {
  const { api, client } = await clientOf(t)
  api.store.create(stored())
  api.fail('server-error', { operation: 'update' })
  const updating = failureOf(client.updateDatamart(changed()))
  while (api.count('update') === 0) await new Promise((resolve) => setImmediate(resolve))
  api.store.update({ datamartName: 'sales', tableList: [{ name: 'tenants', schemaName: 'public', columns: [{ name: 'id' }] }] })
  assert.equal((await updating).outcome, 'unknown')
})

for (const [operation, read] of Object.entries(READS)) {
  test(`${operation} is tried again after 429 and 5xx`, async (t) => {
    const { api, client } = await clientOf(t)
    api.fail('rate-limit', { operation, retryAfter: '0' })
    api.fail('rate-limit', { operation, retryAfter: new Date(Date.now() - 5000).toUTCString() })
    api.fail('server-error', { operation, status: 503, retryAfter: '0' })
    assert.ok(await read(client))
    assert.equal(api.count(operation), 4)
  })

  test(`${operation}: an invalid reply is an error`, async (t) => {
    const { api, client } = await clientOf(t, ONCE)
    for (const [failure, isRetryable] of [
      ['truncated', false],
      ['no-id', false],
      ['ok-with-error', false],
      ['redirect', false],
      ['html', true],
      ['drop', true],
      ['drop-body', true],
      ['slow-body', true],
      ['silence', true],
    ]) {
      api.fail(failure, { operation })
      const before = api.count(operation)
      const error = await failureOf(patiently(t, failure, () => api.count(operation) > before, () => read(client)))
      assert.ok(error instanceof DatamartApiError, failure)
      assert.deepEqual([error.outcome, error.isRetryable], ['not-done', isRetryable], failure)
    }
    api.fail('html', { operation, status: 200 })
    assert.equal((await failureOf(read(client))).status, 200)
  })
}

for (const [what, failure, length] of [
  ['network errors', () => Promise.reject(new TypeError('fetch failed')), 0],
  ['time-outs', () => new Promise(() => {}), 500],
]) {
  test(`${what} of reads are tried again, after pauses that grow`, async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] })
    let calls = 0
    const fetch = () => {
      calls++
      return failure()
    }
    const client = createClient({ serviceToken: 'dbn_test_token', fetch, timeout: 500 })
    const failing = failureOf(client.listDatasources())
    for (const [at, pause] of [1, 2, 4].entries()) {
      await settle(() => calls === at + 1)
      t.mock.timers.tick(length)
      await settle(() => true)
      t.mock.timers.tick(pause * 1000 - 1)
      await settle(() => true)
      assert.equal(calls, at + 1, 'not before the pause is over')
      t.mock.timers.tick(pause * 250 + 1)
    }
    await settle(() => calls === 4)
    t.mock.timers.tick(length)
    assert.equal((await failing).code, length === 0 ? 'NETWORK_ERROR' : 'TIMEOUT')
    assert.equal(calls, 4)
  })
}

test('`Retry-After` of more than a minute is an error that contains it', async (t) => {
  const { api, client } = await clientOf(t)
  for (const retryAfter of ['61', new Date(Date.now() + 3_600_000).toUTCString()]) {
    api.fail('rate-limit', { operation: 'list', retryAfter })
    const error = await failureOf(client.listDatamarts())
    assert.equal(error.status, 429)
    assert.ok(error.retryAfter > 60)
  }
  assert.equal(api.count('list'), 2)
})

test('an abort rejects with its reason: before anything is sent, during a request, and during a pause', async (t) => {
  const { api, client } = await clientOf(t)
  const reason = new Error('no longer wanted')
  const calls = { ...READS, create: WRITES.create.run, update: WRITES.update.run, delete: WRITES.delete.run }
  for (const [operation, run] of Object.entries(calls)) {
    assert.equal(await failureOf(run(client, { signal: AbortSignal.abort(reason) })), reason)
    assert.equal(api.count(operation), 0)
  }
  api.store.create(stored({ name: 'other' }))
  for (const [operation, run] of Object.entries(calls)) {
    const hanging = new AbortController()
    api.fail('silence', { operation })
    if (operation === 'update') api.store.create(stored())
    const running = failureOf(run(client, { signal: hanging.signal }))
    while (api.count(operation) === 0) await new Promise((resolve) => setImmediate(resolve))
    hanging.abort(reason)
    assert.equal(await running, reason)
    api.store.datamarts.delete('sales')
  }
  const pausing = new AbortController()
  const before = api.count('list')
  api.fail('rate-limit', { operation: 'list', retryAfter: '50' })
  const running = failureOf(client.listDatamarts({ signal: pausing.signal }))
  while (api.count('list') === before) await new Promise((resolve) => setImmediate(resolve))
  setImmediate(() => pausing.abort(reason))
  assert.equal(await running, reason)
  // Without a reason of its own, it is the platform's.
  assert.equal((await failureOf(client.listDatamarts({ signal: AbortSignal.abort() }))).name, 'AbortError')
})

test('a server that is not there has not carried anything out', async (t) => {
  const api = await standIn(t)
  await api.close()
  const client = createClient({ serviceToken: api.token, baseUrl: api.url, retries: 0 })
  const { code, outcome, isRetryable } = await failureOf(client.createDatamart(stored()))
  assert.deepEqual({ code, outcome, isRetryable }, { code: 'NETWORK_ERROR', outcome: 'not-done', isRetryable: true })
})

test('a reply of another operation is called that, unless it says something', async () => {
  for (const [name, read] of Object.entries(READS)) {
    for (const body of ['null', '{}', '{"id":"sales"}', '{"id":null,"error":null}']) {
      const client = createClient({ serviceToken: 'secret', fetch: async () => new Response(body), retries: 0 })
      const { status, code, message, outcome } = await failureOf(read(client, {}))
      assert.deepEqual(
        { status, code, message, outcome },
        { status: 200, code: 'UNREADABLE_REPLY', message: 'the reply is not one of this operation', outcome: 'not-done' },
        `${name}: ${body}`,
      )
    }
    const client = createClient({ serviceToken: 'secret', fetch: async () => new Response('{"message":"come back later"}'), retries: 0 })
    assert.equal((await failureOf(read(client, {}))).message, 'come back later', name)
  }
})
