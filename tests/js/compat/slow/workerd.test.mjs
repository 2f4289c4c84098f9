/**
 * Cloudflare's runtime, with workers that are bundled as by wrangler: the program that every
 * environment runs, and the gateway with the scenarios that Node.js runs too.
 */

import assert from 'node:assert/strict'
import { EventEmitter, once } from 'node:events'
import { Miniflare } from 'miniflare'
import { WebSocket } from 'ws'
import { CONNECTED, environment } from '../support/environment.mjs'
import { load } from '../../support/gateway/load.mjs'
import { SCENARIOS } from '../../support/gateway/scenarios.mjs'
import { startStandIn } from '../../support/stand-in-api/index.mjs'

/**
 * In bytes: half of what Cloudflare allows. Garbage is part of it, because the engine decides when
 * to collect it.
 */
const MOST_HEAP = 64 * 2 ** 20

environment({ name: 'Cloudflare Workers', called: 'worker, bundled as wrangler does', tools: ['workerd', 'esbuild'] }, async (project) => {
  project.use('program.mjs', 'round-trip.mjs', 'workerd/worker.mjs', 'workerd/serve.mjs')
  const options = ['--bundle', '--format=esm', '--conditions=workerd,worker,browser', '--loader:.wasm=copy', '--outdir=bundle']
  await project.run('esbuild', 'worker.mjs', ...options)
  assert.equal(await project.run('node', 'serve.mjs'), `200 ${CONNECTED}`)
})

environment({ name: 'Cloudflare Workers', called: '`/gateway` in a worker, bundled as wrangler does', tools: ['workerd', 'esbuild'] }, async (project) => {
  project.use('../../support/gateway/program.mjs', 'workerd/gateway.mjs')
  const options = ['--bundle', '--format=esm', '--conditions=workerd,worker,browser', '--loader:.wasm=copy', '--outdir=bundle']
  await project.run('esbuild', 'gateway.mjs', ...options)
  const api = await startStandIn()
  let log = ''
  const changes = new EventEmitter()
  /** @param {RegExp} pattern */
  const logged = async (pattern) => {
    while (!pattern.test(log)) await once(changes, 'change')
    return log
  }
  const worker = new Miniflare({
    cf: false,
    name: 'gateway',
    inspectorPort: 0,
    modules: true,
    modulesRules: [
      { type: 'ESModule', include: ['**/*.js'] },
      { type: 'CompiledWasm', include: ['**/*.wasm'] },
    ],
    rootPath: project.folder,
    scriptPath: 'bundle/gateway.js',
    bindings: { API_URL: api.url, TOKEN: api.token },
    handleRuntimeStdio: (...streams) =>
      streams.forEach((stream) =>
        stream.on('data', (text) => {
          log += text
          changes.emit('change')
        }),
      ),
  })
  try {
    const address = (await worker.ready).href
    for (const [name, run] of Object.entries(SCENARIOS)) {
      api.reset()
      log = ''
      try {
        await run({ api, address, logged })
      } catch (error) {
        throw new Error(`${name}: ${error.stack}\n${log}`)
      }
    }
    /** @type {number[]} */
    const heaps = []
    const isolate = await inspect(worker)
    const afterRound = async () => void heaps.push(await isolate.heap())
    const counts = await load({ api, address, rounds: 4, afterRound })
    isolate.close()
    console.log(`${JSON.stringify(counts)}, heap after each round in KiB: ${heaps.map((heap) => Math.round(heap / 1024)).join(' ')}`)
    assert.ok(counts.created > 0 && counts['not-done'] > 0)
    assert.ok(Math.max(...heaps) < MOST_HEAP, heaps.join(' '))
  } finally {
    await worker.dispose()
    await api.close()
  }
})

/**
 * Asks for the heap of the gateway's isolate, in bytes. The memory of the whole process would tell
 * little: it grows with every worker.
 *
 * @param {Miniflare} worker
 */
async function inspect(worker) {
  const socket = new WebSocket(new URL('/core:user:gateway', await worker.getInspectorURL()))
  await once(socket, 'open')
  return {
    async heap() {
      socket.send('{ "id": 1, "method": "Runtime.getHeapUsage" }')
      const [message] = await once(socket, 'message')
      return JSON.parse(String(message)).result.usedSize
    },
    close: () => socket.close(),
  }
}
