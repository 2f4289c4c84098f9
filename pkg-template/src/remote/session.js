/** What the client and the gateway share: where the API is, who asks, and what is done again when something goes wrong. */
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

/** In seconds. Whoever has to wait longer is told so instead. */
const LONGEST_WAIT = 60

/** What a reply is that `readReply` has no objection to, and that is none of this operation. */
const UNEXPECTED = { code: 'UNREADABLE_REPLY', message: 'the reply is none that this operation has', isRetryable: false }

/** A datamart with which the base URL and the token can be judged. */
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
 * @property {import('../../index.d.ts').ValidateOptions} [options] how issues are worded
 * @property {AbortSignal | null | undefined} [signal]
 * @property {number | undefined} [retries] instead of the connection's own
 */

/**
 * Throws for what is wrong with the options; the token is looked at when it is needed.
 *
 * @param {Connection} connection
 * @returns {(...platform: unknown[]) => Promise<Session>}
 */
export function connect({ serviceToken, baseUrl, fetch, timeout, retries, needsToken }) {
  const limits = { timeout: timeout ?? TIMEOUT, retries: retries ?? 3 }
  expect(typeof limits.timeout === 'number' && limits.timeout > 0, 'timeout', 'milliseconds above 0')
  expect(Number.isInteger(limits.retries) && limits.retries >= 0, 'retries', 'a whole number from 0')
  expect(fetch == null || typeof fetch === 'function', 'fetch', 'a function')
  onlyTypeErrors(() => buildRequest(PROBE, { baseUrl }))
  return async (...platform) => {
    const token = typeof serviceToken === 'function' ? await serviceToken(...platform) : await serviceToken
    expect(token != null || !needsToken, 'serviceToken', 'a token')
    const { url, headers } = buildRequest(PROBE, { baseUrl, serviceToken: token })
    const base = url.slice(0, -DATAMARTS.length)
    expect(/^https?:/i.test(base) || fetch || 'location' in globalThis, 'baseUrl', 'a URL, because there is no page that a path could belong to')
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
   * Asks until there is an answer, or until it makes no sense any more.
   *
   * @param {OperationName} operation
   * @param {Asked} [asked]
   * @returns {Promise<any>} the reply's body
   * @throws {DatamartApiError}
   */
  async function run(operation, { parameters = {}, body, datamart, options, signal, retries = limit } = {}) {
    const { method, path } = OPERATIONS[operation]
    // Some frameworks redirect an address that ends in a slash.
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
      // Whoever knows nothing of pages replies with the same ones again.
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
    const { error, issues } = said.ok ? { error: UNEXPECTED, issues: [] } : said
    const code = body === undefined && status !== 429 ? UNEXPECTED.code : error.code
    return { failure: { ...error, code, status, issues, outcome: outcomeOf(operation, status, body) } }
  }

  return {
    /** Whether it talks to a gateway, which has the token. */
    isTowardsGateway: token === undefined,
    /** By this, what is known of one organisation is kept apart from what is known of another. */
    key: token ?? '',
    redact: redactError,
    run,
    list,
  }
}

/** @param {unknown} reply a list, of whatever */
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
  if (isRecord(body) && isOutcome(body.error?.outcome)) return body.error.outcome
  const isRefused = status < 200 || (status < 300 ? errorIn(body) != null : status < 500)
  return isRefused ? 'not-done' : 'unknown'
}

/** A gateway tells what it has found out. @param {unknown} value @returns {value is Outcome} */
function isOutcome(value) {
  return value === 'done' || value === 'not-done' || value === 'unknown'
}

/** Whose reply has an id; what is one, `readReply` tells. @param {OperationName} operation */
function isWrite(operation) {
  return operation === 'create' || operation === 'update'
}

/** Whether a good reply is one that the operation has. @param {OperationName} operation @param {any} body */
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

/** What may be in `data`, or in `data` of that. @param {any} body @returns {any} */
export function unwrapped(body) {
  return isRecord(body) && body.data != null ? unwrapped(body.data) : body
}

/** @param {string} text @param {<Value>(value: Value) => Value} redact @returns {any} undefined where it is no JSON */
function parse(text, redact) {
  if (text === '') return text
  try {
    // A token may be written with escapes.
    return JSON.parse(redact(text), text.includes('\\') ? (_, value) => redact(value) : undefined)
  } catch {
    return undefined
  }
}
