/** Reads requests. Nothing else of a request reaches the API. */
// @ts-check

import { OPERATIONS } from '../remote/operations.js'
import { Refusal } from './responses.js'

/** @typedef {import('../../gateway.d.ts').WebRequest} WebRequest */
/** @typedef {import('../remote/operations.js').OperationName} OperationName */

/**
 * @param {import('./options.js').Settings} settings
 * @param {URL} url
 * @returns {Partial<Record<string, OperationName>>} the operations at a path, by method
 */
export function operationsAt({ basePath, operations }, { pathname }) {
  const trimmed = pathname.replace(/\/$/, '')
  const found = operations.filter((name) => basePath + OPERATIONS[name].path.replace(/\/$/, '') === trimmed)
  if (found.length === 0) throw new Refusal(404, 'NOT_FOUND', 'the gateway has no such path')
  return Object.fromEntries(found.map((name) => [OPERATIONS[name].method, name]))
}

/**
 * The operation's own parameters.
 *
 * @param {OperationName} operation
 * @param {URL} url
 */
export function parametersOf(operation, { searchParams }) {
  const { required = [], optional = [] } = OPERATIONS[operation]
  /** @type {Record<string, string>} */
  const parameters = {}
  for (const name of [...required, ...optional]) {
    const [value, ...others] = searchParams.getAll(name)
    // `authorize` may have read the other one.
    if (others.length > 0) throw new Refusal(400, 'INVALID_QUERY', `there is more than one \`${name}\``)
    if (value) parameters[name] = value
    else if (required.includes(name)) throw new Refusal(400, 'INVALID_QUERY', `\`${name}\` is missing`)
  }
  return parameters
}

/**
 * The body, whose bytes are counted while they arrive.
 *
 * @param {WebRequest} request
 * @param {number} maxBytes
 */
export async function bytesOf(request, maxBytes) {
  const tooLarge = new Refusal(413, 'PAYLOAD_TOO_LARGE', `the body is larger than ${maxBytes} bytes`)
  if (Number(request.headers.get('content-length')) > maxBytes) throw tooLarge
  const copy = request.clone()
  const { body } = copy
  // Firefox has no streams in requests.
  if (body === undefined) {
    const bytes = await copy.arrayBuffer()
    if (bytes.byteLength > maxBytes) throw tooLarge
    return bytes
  }
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const chunks = []
  let length = 0
  const reader = body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.byteLength
    if (length > maxBytes) {
      // Both branches, or the rest would be buffered for the other one. Waiting for one of them
      // would never end.
      for (const stream of [reader, request.body]) stream?.cancel().catch(() => {})
      throw tooLarge
    }
    chunks.push(part.value)
  }
  return new Blob(chunks).arrayBuffer()
}

/** The body as JSON text. @param {WebRequest} request @param {ArrayBuffer} bytes */
export function textOf({ headers }, bytes) {
  const isJson = /^application\/json *(; *charset="?utf-?8"? *)?$/i.test(headers.get('content-type') ?? '')
  try {
    if (isJson) return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8.
  }
  throw new Refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'expected `Content-Type: application/json` and a body in UTF-8')
}
