/**
 * Calls of the API for the client and the gateway: the address, the token, retries, and the meaning
 * of replies.
 */
// @ts-check

import { buildRequest, importDatamarts, readReply } from '#package'
import { DatamartApiError } from './errors.js'
import { exchange } from './exchange.js'
import { DATAMARTS, OPERATIONS, queryOf } from './operations.js'
import { expect, onlyTypeErrors } from './options.js'
import { redactor } from './redact.js'
import { sleep } from './waiting.js'

/** @typedef {import('../../client.d.ts').ApiFailure} ApiFailure */
/** @typedef {import('../../client.d.ts').Outcome} Outcome */
/** @typedef {import('./operations.js').OperationName} OperationName */

/** In milliseconds, for one attempt. */
export const TIMEOUT = 30_000

/** The records on one page of the list. */
const PAGE = 10

/** The longest wait before a retry, in seconds. */
const LONGEST_WAIT = 60

/** A reply that is not an error, but not the reply of the operation either. */
const UNEXPECTED = { code: 'UNREADABLE_REPLY', message: 'the reply is not one of this operation', isRetryable: false }

/** A datamart for checking the base URL and the token with `buildRequest`. */
const PROBE = { name: 'x', datasourceName: 'x', tableList: [{ name: 'x', columns: [{ name: 'x' }] }] }

/**
 * @typedef {object} Connection
 * @property {unknown} serviceToken
 * @property {string | null | undefined} baseUrl
 * @property {typeof globalThis.fetch | null | undefined} fetch
 * @property {number | null | undefined} timeout
 * @property {number | null | undefined} retries
 * @property {boolean} needsToken
 *
 * @typedef {object} Asked
 * @property {Readonly<Record<string, string>>} [parameters]
 * @property {string} [body]
 * @property {unknown} [datamart] the one that is sent, in which issues are located
 * @property {import('../../index.d.ts').ValidateOptions} [options] for the messages of issues
 * @property {AbortSignal | null | undefined} [signal]
 * @property {number | undefined} [retries] instead of the connection's own
 */

/**
 * Throws if an option is wrong, except for the token, which is checked when it is needed.
 *
 * @param {Connection} connection
 * @returns {(...platform: unknown[]) => Promise<Session>}
 */
export function connect({ serviceToken, baseUrl, fetch, timeout, retries, needsToken }) {
  const limits = { timeout: timeout ?? TIMEOUT, retries: retries ?? 3 }
  expect(typeof limits.timeout === 'number' && limits.timeout > 0, 'timeout', 'a positive number of milliseconds')
  expect(Number.isInteger(limits.retries) && limits.retries >= 0, 'retries', 'an integer from 0')
  expect(fetch == null || typeof fetch === 'function', 'fetch', 'a function')
  onlyTypeErrors(() => buildRequest(PROBE, { baseUrl }))
  return async (...platform) => {
    const token = typeof serviceToken === 'function' ? await serviceToken(...platform) : await serviceToken
    expect(token != null || !needsToken, 'serviceToken', 'a token')
    const { url, headers } = buildRequest(PROBE, { baseUrl, serviceToken: token })
    const base = url.slice(0, -DATAMARTS.length)
    expect(/^https?:/i.test(base) || fetch || 'location' in globalThis, 'baseUrl', 'a URL: outside a page, a path has no origin')
    return createSession(base, headers.Authorization, { ...limits, fetch: fetch ?? globalThis.fetch })
  }
}

/**
 * @typedef {ReturnType<typeof createSession>} Session
 *
 * @typedef {{ failure: ApiFailure & { message: string } }} Failed
 */

/**
 * @param {string} base
 * @param {string | undefined} authorization
 * @param {{ fetch: typeof globalThis.fetch, timeout: number, retries: number }} limits
 */
function createSession(base, authorization, { fetch, timeout, retries: limit }) {
  const token = authorization?.slice('Bearer '.length)
  const redactError = redactor(token, true)
  const redactBody = redactor(token, false)

  /**
   * Sends a request, with retries.
   *
   * @param {OperationName} operation
   * @param {Asked} [asked]
   * @returns {Promise<any>} the reply's body
   * @throws {DatamartApiError}
   */
  async function run(operation, { parameters = {}, body, datamart, options, signal, retries = limit } = {}) {
    const { method, path } = OPERATIONS[operation]
    // A gateway's framework may redirect URLs that end in a slash.
    const url = base + (token === undefined ? path.replace(/\/$/, '') : path) + queryOf(parameters)
    /** @type {Record<string, string>} */
    const headers = { Accept: 'application/json' }
    if (body !== undefined) headers['Content-Type'] = 'application/json'
    if (authorization !== undefined) headers.Authorization = authorization
    for (let retry = 0; ; retry++) {
      const reply = await exchange(fetch, url, { method, headers, body }, timeout, signal)
      const result = 'code' in reply ? unanswered(operation, reply) : understand(operation, reply, datamart, options)
      if ('body' in result) return result.body
      const { message, ...failure } = result.failure
      const { retryAfter = Math.min(2 ** retry, LONGEST_WAIT) * (1 + Math.random() / 4) } = failure
      const isSafe = method === 'GET' || failure.status === 429
      if (!failure.isRetryable || !isSafe || retry >= retries || (failure.retryAfter ?? 0) > LONGEST_WAIT) {
        throw new DatamartApiError(message, failure)
      }
      await sleep(retryAfter * 1000, signal)
    }
  }

  /** Every datamart. @param {AbortSignal | null} [signal] */
  async function list(signal) {
    /** @type {Map<string, import('../../index.d.ts').ImportedDatamart>} */
    const found = new Map()
    for (let page = 1; ; page++) {
      const reply = await run('list', { parameters: { isPagination: 'true', pageNumber: String(page) }, signal })
      const known = found.size
      for (const imported of datamartsIn(reply)) found.set(imported.datamart.name, imported)
      // A server without pagination sends the same datamarts again.
      if (unwrapped(reply).length < PAGE || found.size === known) return [...found.values()]
    }
  }

  /** @param {OperationName} operation @param {import('./exchange.js').NoReply} reply @returns {Failed} */
  function unanswered(operation, { code, message, isSent }) {
    const outcome = isSent && OPERATIONS[operation].method !== 'GET' ? 'unknown' : 'not-done'
    return { failure: { code, message: redactError(message), issues: [], isRetryable: code !== 'REDIRECT', outcome } }
  }

  /**
   * @param {OperationName} operation
   * @param {import('./exchange.js').Reply} reply
   * @param {unknown} datamart
   * @param {import('../../index.d.ts').ValidateOptions | undefined} options
   * @returns {{ body: unknown } | Failed}
   */
  function understand(operation, { status, retryAfter, text }, datamart, options) {
    const isGood = status >= 200 && status < 300
    if (isGood) {
      const body = parse(text, redactBody)
      if (isWrite(operation)) {
        const said = readReply({ status, body })
        if (said.ok) return { body: { id: said.id } }
      } else if (isExpected(operation, body)) {
        return { body }
      }
    }
    const body = parse(text, redactError)
    const said = readReply({ status, body: body ?? redactError(text), headers: retryAfter === null ? {} : { 'retry-after': retryAfter } }, datamart, options)
    // Only what creates or updates a datamart returns an `id`.
    const isOther = said.ok || (!isWrite(operation) && said.error.code === 'NO_ID' && !said.issues[0].params?.answer)
    const { error, issues } = isOther ? { error: UNEXPECTED, issues: [] } : said
    const outcome = (token === undefined && reportedOutcome(body)) || outcomeOf(operation, status, body)
    const code = body === undefined && status !== 429 ? UNEXPECTED.code : error.code
    return { failure: { ...error, code, status, issues, outcome } }
  }

  return {
    /** Whether it calls a gateway, which adds the token. */
    isTowardsGateway: token === undefined,
    /** Identifies the organisation, in a cache. */
    key: token ?? '',
    redact: redactError,
    run,
    list,
  }
}

/** @param {unknown} reply a list */
function datamartsIn(reply) {
  try {
    return importDatamarts(reply)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new DatamartApiError(UNEXPECTED.message, { ...UNEXPECTED, status: 200, issues: [], outcome: 'not-done' })
  }
}

/** @param {OperationName} operation @param {number} status @param {unknown} body @returns {Outcome} */
function outcomeOf(operation, status, body) {
  if (OPERATIONS[operation].method === 'GET') return 'not-done'
  const isRefused = status < 200 || (status < 300 ? errorIn(body) != null : status < 500)
  return isRefused ? 'not-done' : 'unknown'
}

/** The outcome that a gateway has found. @param {any} body @returns {Outcome | undefined} */
function reportedOutcome(body) {
  const { outcome } = Object(body?.error)
  return ['done', 'not-done', 'unknown'].includes(outcome) ? outcome : undefined
}

/** Whether the reply has an id. @param {OperationName} operation */
function isWrite(operation) {
  return operation === 'create' || operation === 'update'
}

/** Whether a body is what the operation returns. @param {OperationName} operation @param {any} body */
function isExpected(operation, body) {
  if (errorIn(body) != null) return false
  if (operation === 'delete') return isRecord(body) || body === ''
  return Array.isArray(operation === 'schema' ? unwrapped(body)?.tables : unwrapped(body))
}

/** @param {any} value @returns {value is Record<string, any>} */
function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** @param {any} body */
function errorIn(body) {
  return isRecord(body) ? (body.error ?? body.data?.error) : undefined
}

/** The content of a body that may be wrapped in `data`, more than once. @param {any} body @returns {any} */
export function unwrapped(body) {
  return isRecord(body) && body.data != null ? unwrapped(body.data) : body
}

/** @param {string} text @param {<Value>(value: Value) => Value} redact @returns {any} undefined if it is not JSON */
function parse(text, redact) {
  if (text === '') return text
  try {
    // The token may be written with escapes.
    return JSON.parse(redact(text), text.includes('\\') ? (_, value) => redact(value) : undefined)
  } catch {
    return undefined
  }
}
