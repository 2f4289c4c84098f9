/** What the stand-in can do instead of a proper reply. */

const JSON_TYPE = { 'content-type': 'application/json' }

/**
 * @typedef {object} Failure
 * @property {{ status: number, body: unknown }} [reply] the proper one, where the operation was
 * carried out
 * @property {string} token the header `Authorization` of the request
 * @property {string} [retryAfter]
 * @property {number} [status]
 * @property {unknown} [body]
 *
 * @typedef {(response: import('node:http').ServerResponse, failure: Failure) => void} Fail
 */

/** @type {Fail} */
function reply(response, { status = 400, body = {}, retryAfter }) {
  response.writeHead(status, { ...JSON_TYPE, ...(retryAfter !== undefined && { 'retry-after': retryAfter }) }).end(JSON.stringify(body))
}

/** @type {Fail} */
function drop(response) {
  response.socket?.destroy()
}

export const FAILURES = {
  /** Any status and body. */
  reply,
  /** @type {Fail} */
  'rate-limit': (response, failure) =>
    reply(response, { ...failure, status: 429, body: { error: { code: 'RATE_LIMIT', message: 'Too many requests, please try again later.' } } }),
  /** @type {Fail} */
  'server-error': (response, failure) =>
    reply(response, { ...failure, status: failure.status ?? 500, body: { error: { code: 'INTERNAL_SERVER_ERROR', message: 'Internal server error' } } }),
  /** The reply of a proxy in between. @type {Fail} */
  html: (response, { status = 502 }) =>
    void response.writeHead(status, { 'content-type': 'text/html' }).end('<!doctype html><title>Bad gateway</title><h1>502 Bad gateway</h1>'),
  /** The connection is dropped without a reply. */
  drop,
  /** A part of the reply, and then the connection is dropped. @type {Fail} */
  'drop-body': (response) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': '1000' })
    response.write('{"id":')
    response.socket?.destroySoon()
  },
  /** A part of the reply, and then nothing more as long as the connection is open. @type {Fail} */
  'slow-body': (response) => {
    response.writeHead(200, JSON_TYPE)
    response.write('{"id":')
  },
  /** No reply as long as the connection is open. @type {Fail} */
  silence: () => {},
  /** @type {Fail} */
  redirect: (response, { status = 307, body = 'http://127.0.0.1:9/' }) => void response.writeHead(status, { location: String(body) }).end(),
  /** A 200 that contains an error. @type {Fail} */
  'ok-with-error': (response) =>
    reply(response, { token: '', status: 200, body: { id: null, error: { code: 'INVALID_REQUEST_BODY', message: '"name" is not allowed to be empty' } } }),
  /** @type {Fail} */
  'no-id': (response) => reply(response, { token: '', status: 200, body: { error: null } }),
  /** @type {Fail} */
  truncated: (response) => void response.writeHead(200, JSON_TYPE).end('{"id": "sal'),
  /** An error that repeats what only the server should have seen. @type {Fail} */
  echo: (response, { token, status = 400 }) =>
    reply(response, { token: '', status, body: { error: { code: 'AUTH_ERROR', message: `no access with ${token}`, detail: { authorization: token } } } }),
}
