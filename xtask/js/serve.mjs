// Serves a folder on the loopback address, with the headers of a security-conscious site, and below
// /api/databrain a gateway, so that the page can open and send datamarts.
//
//   node serve.mjs <folder> <package> <port> [other port]...
//
// <package> is the folder of the built package, or - for no gateway. The gateway is in front of the
// API itself if the environment variable DATABRAIN_SERVICE_TOKEN is set (and DATABRAIN_API_URL for
// another host), otherwise of a sample API in memory; `/api.txt` tells the page which. Uses the first
// free port; 0 is any free one. Prints the URL once it listens, and ends when its standard input
// closes, so that it never outlives the process that started it.

import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import sirv from 'sirv'
import { startStandIn } from '../../tests/js/support/stand-in-api/index.mjs'

const [folder, packageFolder, ...ports] = process.argv.slice(2)

const { DATABRAIN_SERVICE_TOKEN: token, DATABRAIN_API_URL: apiUrl } = process.env
const isLive = Boolean(token)

// `dev` looks files up on each request: the folder may be rebuilt while it is being served.
const serveFile = sirv(folder, { dev: true })
const serveGateway = packageFolder === '-' ? undefined : await gateway()

// A connection that the server closes at the moment of the next request would fail it.
createServer({ keepAliveTimeout: 0 }, (request, response) => {
  response.setHeader('content-security-policy', contentSecurityPolicy())
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'no-referrer')
  response.setHeader('cross-origin-opener-policy', 'same-origin')
  response.setHeader('cache-control', 'no-store')
  if (serveGateway && request.url?.startsWith('/api/databrain/')) void serveGateway(request, response)
  else if (serveGateway && request.url === '/api.txt') response.setHeader('content-type', 'text/plain').end(isLive ? 'live' : 'sample')
  else serveFile(request, response)
})
  .on('error', function (error) {
    const [next] = ports
    if (error.code === 'EADDRINUSE' && next !== undefined) return listen(this)
    console.error(error.message)
    process.exit(1)
  })
  .on('listening', function () {
    console.log(`http://127.0.0.1:${this.address().port}/`)
  })
  .listen(Number(ports.shift()), '127.0.0.1')

process.stdin.on('end', () => process.exit()).resume()

function listen(server) {
  server.listen(Number(ports.shift()), '127.0.0.1')
}

async function gateway() {
  const { createGateway } = await import(pathToFileURL(path.resolve(packageFolder, 'dist/gateway.js')).href)
  const api = isLive ? { token, url: apiUrl } : await sampleApi()
  const operations = ['create', 'update', 'list', 'datasources', 'schema']
  // Only pages of this very site get through, whoever looks at them.
  return getRequestListener(createGateway({ serviceToken: api.token, baseUrl: api.url, authorize: () => true, operations }))
}

/** An API that has the sample catalog as the datasource `shop`, and a few datamarts of it. */
async function sampleApi() {
  const sample = (name) => JSON.parse(readFileSync(path.join(folder, 'samples', name), 'utf8'))
  const catalog = sample('shop-catalog.json')
  const { tables } = catalog.data ?? catalog
  const api = await startStandIn({ datasources: { shop: { tables } } })
  const shop = sample('shop-right.json')
  api.store.create(shop)
  for (const [name, count] of [['shop-customers', 1], ['shop-orders', 2]]) api.store.create({ ...shop, name, tableList: shop.tableList.slice(0, count), relationships: [] })
  return api
}

/**
 * The policy recommended in the README: besides the site's own files, only WebAssembly compilation
 * and the import map.
 */
function contentSecurityPolicy() {
  return [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' ${importMapHash()}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** `vendor.mjs` writes it next to the page whose import map it allows. */
function importMapHash() {
  return readFileSync(path.join(folder, '.import-map-hash'), 'utf8')
}
