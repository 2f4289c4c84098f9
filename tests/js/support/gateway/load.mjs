/**
 * 200 requests at a time through a gateway, with one in ten calls of the API failing. Counts what
 * must be true afterwards.
 */

import assert from 'node:assert/strict'
import { ask } from './ask.mjs'

const DATAMARTS = '/api/databrain/api/v2/data-app/datamarts'
const AT_ONCE = 200

/** @type {import('../stand-in-api/index.mjs').FailureName[]} */
const FAILING = ['drop', 'server-error', 'html', 'drop-body', 'truncated', 'no-id']

const datamart = (/** @type {string} */ name) => ({
  name,
  datasourceName: 'warehouse',
  tableList: [{ name: 'orders', schemaName: 'public', columns: [{ name: 'id' }, { name: 'gross', isCustomColumn: true, sql: 'total * 1.19' }] }],
})

/**
 * @param {object} given
 * @param {Awaited<ReturnType<typeof import('../stand-in-api/index.mjs').startStandIn>>} given.api
 * @param {string} given.address of the gateway
 * @param {number} given.rounds of 200 requests
 * @param {(round: number) => void | Promise<void>} [given.afterRound]
 * @returns {Promise<Record<string, number>>} how many replies of each kind there were
 */
export async function load({ api, address, rounds, afterRound }) {
  /** @type {Record<string, number>} */
  const counts = { created: 0, 'not-done': 0, unknown: 0 }
  const headers = { 'content-type': 'application/json' }
  for (let round = 0; round < rounds; round++) {
    api.reset()
    // One in ten calls, those of look-ups included, before and after they are carried out.
    api.fail(FAILING, { every: 20, retryAfter: '0' })
    api.fail(FAILING, { every: 19, retryAfter: '0', after: true })
    const names = Array.from({ length: AT_ONCE }, (_, at) => `sales-${round}-${at}`)
    const replies = await Promise.all(
      names.map(async (name) => ({ name, ...(await ask(address, 'POST', DATAMARTS, headers, JSON.stringify(datamart(name)))) })),
    )
    for (const { name, status, json } of replies) {
      const isStored = api.store.datamarts.has(name)
      if (status === 200) {
        assert.deepEqual(json(), { id: name })
        assert.ok(isStored, `${name} is said to be created`)
        counts.created++
      } else {
        const { outcome } = json().error
        assert.ok(outcome === 'not-done' || outcome === 'unknown', outcome)
        assert.equal(outcome === 'not-done' && isStored, false, `${name} is said not to be created`)
        counts[outcome]++
      }
    }
    // A connection that was closed may be noticed before anything is sent on it: then the reply
    // says that nothing was done, as above.
    const sent = api.calls.filter(({ operation }) => operation === 'create').map(({ body }) => JSON.parse(body).name)
    assert.deepEqual(sent.filter((name, at) => sent.indexOf(name) !== at), [], 'sent twice')
    assert.equal(api.store.writes.length, api.store.datamarts.size)
    await afterRound?.(round)
  }
  assert.equal(counts.created + counts['not-done'] + counts.unknown, rounds * AT_ONCE)
  return counts
}
