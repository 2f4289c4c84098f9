/** The projects in `examples/`, each against the stand-in of the API. */

import assert from 'node:assert/strict'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Miniflare } from 'miniflare'
import { Project } from '../support/project.mjs'
import { testInAttempts } from '../../support/attempts.mjs'
import { ask } from '../../support/gateway/ask.mjs'
import { startStandIn } from '../../support/stand-in-api/index.mjs'

const EXAMPLES = fileURLToPath(new URL('../../../../examples', import.meta.url))
const DATAMARTS = '/api/databrain/api/v2/data-app/datamarts'
const PASSWORD = 'of-the-tests'

const datamart = { name: 'sales', datasourceName: 'warehouse', tableList: [{ name: 'orders', schemaName: 'public', columns: [{ name: 'id' }] }] }

/**
 * @param {string} name
 * @param {(project: Project, variables: Record<string, string>) => Promise<{ address: string, stop?: () => Promise<unknown> }>} start
 */
function example(name, start) {
  testInAttempts(`example: ${name}`, async () => {
    const project = new Project(`example ${name}`)
    cpSync(path.join(EXAMPLES, name), project.folder, { recursive: true })
    const api = await startStandIn()
    const variables = { DATABRAIN_API_URL: api.url, DATABRAIN_SERVICE_TOKEN: api.token, APP_PASSWORD: PASSWORD, PORT: '0' }
    writeFileSync(path.join(project.folder, '.env'), Object.entries(variables).map(([key, value]) => `${key}=${value}\n`).join(''))
    try {
      const { address, stop } = await start(project, variables)
      try {
        await works(address, api)
      } finally {
        await stop?.()
      }
    } finally {
      await project.stop()
      await api.close()
    }
  })
}

/** @param {string} address @param {Awaited<ReturnType<typeof startStandIn>>} api */
async function works(address, api) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${PASSWORD}`, 'sec-fetch-site': 'same-origin' }
  /** @param {unknown} body @param {Record<string, string>} [others] */
  const create = (body, others) => ask(address, 'POST', DATAMARTS, { ...headers, ...others }, JSON.stringify(body))
  assert.equal((await create(datamart, { authorization: 'Bearer another' })).status, 403)
  assert.equal((await create(datamart, { 'sec-fetch-site': 'cross-site' })).status, 403)
  const invalid = await create({ ...datamart, name: ' ' })
  assert.deepEqual([invalid.status, invalid.json().issues[0].path], [422, ['name']])
  assert.deepEqual(api.calls, [])

  const created = await create(datamart)
  assert.deepEqual([created.status, created.json()], [200, { id: 'sales' }])
  const taken = await create(datamart)
  assert.deepEqual([taken.status, taken.json().issues[0].path], [400, ['name']])
  const listed = await ask(address, 'GET', DATAMARTS, headers)
  assert.deepEqual([listed.status, listed.json().data[0].name], [200, 'sales'])
  assert.equal((await ask(address, 'DELETE', `${DATAMARTS.replace(/s$/, '')}?datamartName=sales`, headers)).status, 404)
  assert.ok(api.calls.every(({ headers }) => headers.authorization === `Bearer ${api.token}`))
  for (const { text } of [created, taken, listed]) assert.ok(!text.includes(api.token))
}

example('express', async (project) => ({ address: await project.start('node', '--env-file=.env', 'server.js') }))

example('hono', async (project) => ({ address: await project.start('node', '--env-file=.env', 'server.js') }))

example('next', async (project) => {
  await project.run('next', 'build')
  return { address: await project.start('next', 'start', '--hostname', '127.0.0.1', '--port', '0') }
})

example('cloudflare-worker', async (project, bindings) => {
  const text = readFileSync(path.join(project.folder, 'wrangler.jsonc'), 'utf8')
  const config = JSON.parse(text.replace(/^\s*\/\/.*$/gm, ''))
  const options = ['--bundle', '--format=esm', '--conditions=workerd,worker,browser', '--loader:.wasm=copy', '--external:cloudflare:*', '--outdir=bundle']
  await project.run('esbuild', config.main, ...options)
  const worker = new Miniflare({
    cf: false,
    name: config.name,
    compatibilityDate: config.compatibility_date,
    modules: true,
    modulesRules: [
      { type: 'ESModule', include: ['**/*.js'] },
      { type: 'CompiledWasm', include: ['**/*.wasm'] },
    ],
    rootPath: project.folder,
    scriptPath: 'bundle/index.js',
    bindings: { ...config.vars, ...bindings },
  })
  return { address: (await worker.ready).href, stop: () => worker.dispose() }
})
