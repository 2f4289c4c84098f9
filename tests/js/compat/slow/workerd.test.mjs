/**
 * Cloudflare's runtime, with workers that are bundled as by wrangler: the program that every
 * environment runs, and the gateway with the scenarios that Node.js runs too.
 */

import assert from 'node:assert/strict'
import { EventEmitter, once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { Miniflare } from 'miniflare'
import { CONNECTED, environment } from '../support/environment.mjs'
import { load } from '../../support/gateway/load.mjs'
import { SCENARIOS } from '../../support/gateway/scenarios.mjs'
import { startStandIn } from '../../support/stand-in-api/index.mjs'

/** In bytes, during 400 requests. The runtime collects garbage when it likes. */
const MOST_GROWTH = 64 * 2 ** 20

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
    const memory = []
    const afterRound = () => void memory.push(residentMemory())
    const counts = await load({ api, address, rounds: 4, afterRound })
    console.log(`${JSON.stringify(counts)}, memory of the runtime after each round in MiB: ${memory.map((bytes) => Math.round(bytes / 2 ** 20)).join(' ')}`)
    assert.ok(counts.created > 0 && counts['not-done'] > 0)
    assert.ok(memory[3] - memory[1] < MOST_GROWTH, memory.join(' '))
  } finally {
    await worker.dispose()
    await api.close()
  }
})

/** What workerd, a child of this process, has in memory, in bytes; 0 where there is no `/proc`. */
function residentMemory() {
  try {
    const own = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && statusOf(pid).PPid === String(process.pid) && statusOf(pid).Name === 'workerd')
    return own.reduce((sum, pid) => sum + Number.parseInt(statusOf(pid).VmRSS) * 1024, 0)
  } catch {
    return 0
  }
}

/** @param {string} pid @returns {Record<string, string>} */
function statusOf(pid) {
  try {
    return Object.fromEntries(readFileSync(`/proc/${pid}/status`, 'utf8').split('\n').map((line) => line.split(':\t')))
  } catch {
    // It has ended.
    return {}
  }
}
