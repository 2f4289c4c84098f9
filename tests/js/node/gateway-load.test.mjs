/**
 * Many requests at a time through the gateway on Node.js. The gateway is in a process of its own,
 * so that its memory is its own.
 */

import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { load } from '../support/gateway/load.mjs'
import { startStandIn } from '../support/stand-in-api/index.mjs'

const ROUNDS = 4

/**
 * In bytes. A request whose body, reply or timers stayed would leave more behind, 200 times a
 * round.
 */
const MOST_GROWTH = 4 * 2 ** 20

test('200 requests at a time, with one in ten calls of the API failing: nothing is sent twice, and nothing is lost', async (t) => {
  const api = await startStandIn()
  const script = fileURLToPath(new URL('../support/gateway/node-process.mjs', import.meta.url))
  const gateway = fork(script, { execArgv: ['--expose-gc'], env: { ...process.env, API_URL: api.url, TOKEN: api.token } })
  t.after(async () => {
    gateway.kill()
    await api.close()
  })
  const ask = async (message) => {
    gateway.send(message)
    return (await once(gateway, 'message'))[0]
  }
  const address = await ask('address')
  const heaps = []
  const counts = await load({ api, address, rounds: ROUNDS, afterRound: async () => void heaps.push(await ask('heap')) })
  t.diagnostic(`${JSON.stringify(counts)}, heap after each round in KiB: ${heaps.map((heap) => Math.round(heap / 1024)).join(' ')}`)
  assert.ok(counts.created > 0 && counts['not-done'] > 0)
  // Code is compiled and connections are opened in the first two rounds.
  assert.ok(heaps.at(-1) - heaps[1] < MOST_GROWTH, heaps.join(' '))
})
