/** A handler of web requests as a server of Node.js. */

import { createServer } from 'node:http'
import { Readable } from 'node:stream'

/** @param {(request: Request, ...platform: unknown[]) => Promise<Response>} handle */
export async function serve(handle) {
  // A connection that the server closes at the moment of the next request would fail it.
  const server = createServer({ keepAliveTimeout: 0 }, async (incoming, outgoing) => {
    const hasBody = !['GET', 'HEAD'].includes(incoming.method ?? '')
    const request = new Request(`http://${incoming.headers.host}${incoming.url}`, {
      method: incoming.method,
      headers: Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
      ...(hasBody && { body: Readable.toWeb(incoming), duplex: 'half' }),
    })
    const response = await handle(request, { incoming })
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    outgoing.end(Buffer.from(await response.arrayBuffer()))
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  return {
    address: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
