/** A static file server with configurable headers. */

import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
}

/**
 * @param {string} folder
 * @param {Record<string, string>} headers
 */
export async function serveFiles(folder, headers) {
  /** @type {string[]} the requested paths */
  const requests = []
  // A connection that the server closes at the moment of the next request would fail it.
  const server = createServer({ keepAliveTimeout: 0 }, async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost')
    requests.push(pathname)
    const file = path.join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    try {
      const body = await readFile(file)
      response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream', ...headers }).end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  const stop = () => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  }
  return { address: `http://127.0.0.1:${port}/`, requests, stop }
}
