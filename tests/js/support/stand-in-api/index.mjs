/**
 * A stand-in for DataBrain's API, over HTTP on a loopback port: it checks the token, stores
 * datamarts, and fails on request.
 *
 *   const api = await startStandIn()
 *   api.fail('html', { operation: 'create', after: true })
 */

import { createServer } from 'node:http'
import { FAILURES } from './failures.mjs'
import { OPERATIONS, replyTo } from './operations.mjs'
import { Store } from './store.mjs'

export { FAILURES }

/**
 * @typedef {object} Call one request to the stand-in
 * @property {string | undefined} operation undefined where there is no such endpoint
 * @property {string} method
 * @property {string} url path and query, as they were sent
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {string} body
 *
 * @typedef {keyof typeof FAILURES} FailureName
 *
 * @typedef {object} When when to fail
 * @property {string} [operation] any by default
 * @property {number} [times] once by default
 * @property {number} [every] one call in so many, without an end
 * @property {boolean} [after] after the operation has been carried out; before it by default
 * @property {string} [retryAfter] the header `Retry-After`
 * @property {number} [status]
 * @property {unknown} [body] of the failure `reply`
 */

/**
 * @param {object} [options]
 * @param {string} [options.token]
 * @param {number} [options.port] any free one by default
 * @param {boolean} [options.wrapped] puts each reply that is an object into `data`
 * @param {boolean} [options.untidy] replies with lists that are as untidy as the vendor's published
 * example
 * @param {ConstructorParameters<typeof Store>[0]} [options.datasources]
 */
export async function startStandIn({ token = 'dbn_test_5f0c1e9ab27d', port = 0, wrapped = false, untidy = false, datasources } = {}) {
  const store = new Store(datasources)
  /** @type {Call[]} */
  const calls = []
  /** @type {({ names: FailureName[] } & When)[]} */
  const planned = []

  /** The failure that is due, if any. @param {string | undefined} operation */
  function due(operation) {
    for (const plan of planned) {
      if (plan.operation !== undefined && plan.operation !== operation) continue
      const { names, every } = plan
      if (every === undefined) {
        if (--plan.times === 0) planned.splice(planned.indexOf(plan), 1)
        return { ...plan, name: names[0] }
      }
      if (++plan.times % every === 0) return { ...plan, name: names[(plan.times / every - 1) % names.length] }
    }
    return undefined
  }

  // A connection that the server closes at the moment of the next request would fail it.
  const server = createServer({ keepAliveTimeout: 0 }, async (request, response) => {
    const body = await textOf(request)
    const url = new URL(request.url ?? '', 'http://localhost')
    const operation = OPERATIONS.find(({ method, path }) => method === request.method && path === url.pathname)
    calls.push({ operation: operation?.name, method: request.method ?? '', url: request.url ?? '', headers: request.headers, body })

    const failure = due(operation?.name)
    const carryOut = () => {
      const reply = replyTo(operation, { store, url, body, isAllowed: request.headers.authorization === `Bearer ${token}`, untidy })
      return wrapped && !Array.isArray(reply.body.data) ? { ...reply, body: { data: reply.body } } : reply
    }
    const reply = failure === undefined || failure.after ? carryOut() : undefined
    if (failure === undefined) return send(response, reply)
    FAILURES[failure.name](response, { ...failure, reply, token: request.headers.authorization ?? '' })
  })
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', () => resolve(undefined)))
  const address = /** @type {import('node:net').AddressInfo} */ (server.address())

  return {
    url: `http://127.0.0.1:${address.port}`,
    token,
    store,
    calls,
    /** How often an operation was requested. @param {string} operation */
    count: (operation) => calls.filter((call) => call.operation === operation).length,
    /** Fails the next time. @param {FailureName | FailureName[]} name several are for `every`, and come in turn @param {When} [when] */
    fail(name, when = {}) {
      planned.push({ names: [name].flat(), ...when, times: when.every === undefined ? (when.times ?? 1) : 0 })
    },
    /** Nothing fails any more. */
    recover: () => planned.splice(0),
    /** As if nothing had happened. */
    reset() {
      planned.length = 0
      calls.length = 0
      store.clear()
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** @param {import('node:http').IncomingMessage} request */
async function textOf(request) {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  return text
}

/** @param {import('node:http').ServerResponse} response @param {{ status: number, body: unknown }} reply */
function send(response, { status, body }) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
