/** A request to the letter: no client library changes its path or its headers. */

import { request } from 'node:http'

/**
 * @param {string} address of the server
 * @param {string} method
 * @param {string} path
 * @param {Record<string, string>} [headers]
 * @param {string | Uint8Array | (string | Uint8Array)[]} [body] a list is sent piece by piece,
 * without a length
 * @returns {Promise<{ status: number, headers: import('node:http').IncomingHttpHeaders, text:
 * string, json: () => any }>}
 */
export function ask(address, method, path, headers = {}, body) {
  const { hostname, port } = new URL(address)
  return new Promise((resolve, reject) => {
    // A connection of its own: a server may close one whose request it has not read to the end.
    const sending = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: () => JSON.parse(text) }))
      response.on('error', reject)
    })
    sending.on('error', reject)
    if (Array.isArray(body)) for (const piece of body) sending.write(piece)
    sending.end(Array.isArray(body) ? undefined : body)
  })
}
