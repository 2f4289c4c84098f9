/**
 * A page that uses the client, the gateway on its own origin, and the stand-in of the API behind
 * it: requests as a browser sends them.
 */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createGateway } from 'datamart-validator/gateway'
import { browser } from '../support/browser.mjs'
import { Project } from '../support/project.mjs'
import { testInAttempts } from '../../support/attempts.mjs'
import { serve } from '../../support/gateway/node-server.mjs'
import { startStandIn } from '../../support/stand-in-api/index.mjs'

const TYPES = /** @type {Record<string, string>} */ ({ '.html': 'text/html', '.js': 'text/javascript' })

testInAttempts('a page sends through a gateway', async () => {
  const project = new Project('page through a gateway', { browser: 'Chromium' })
  project.use('browser/through-gateway.mjs')
  await project.run('esbuild', 'through-gateway.mjs', '--bundle', '--format=esm', '--outfile=page.js')
  project.page('<script type="module" src="./page.js"></script>', 'page')

  const api = await startStandIn()
  const gateway = createGateway({
    serviceToken: api.token,
    baseUrl: api.url,
    authorize: (request, operation) => operation !== 'delete' && request.headers.get('sec-fetch-site') === 'same-origin',
    operations: ['create', 'list', 'datasources', 'delete'],
  })
  const server = await serve(async (request, ...platform) => {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/api/databrain/')) return gateway(request, ...platform)
    const name = pathname === '/' ? 'index.html' : path.basename(pathname)
    return new Response(readFileSync(path.join(project.folder, name)), { headers: { 'content-type': TYPES[path.extname(name)] } })
  })
  try {
    const { results } = await (await browser('Chromium')).open(`${server.address}/`)
    assert.deepEqual(results, { page: 'verkäufe | 400 name | orders | warehouse,archive | 403 ' })
    assert.deepEqual([...api.store.datamarts.keys()], ['verkäufe'])
    assert.ok(api.calls.every(({ headers }) => headers.origin === undefined && headers['sec-fetch-site'] === undefined))
  } finally {
    await server.close()
    await api.close()
  }
})
