/** Replies of the gateway. */
// @ts-check

import { DatamartInvalidError } from '#package'
import { DatamartApiError } from '../remote/errors.js'

/** The API's codes for a token that it rejects. */
const REJECTED_TOKEN = ['AUTH_ERROR', 'INVALID_SERVICE_TOKEN', 'AUTHENTICATION_ERROR']

/** The codes of failures without a proper reply from the API. */
const UNANSWERED = ['NETWORK_ERROR', 'REDIRECT', 'UNREADABLE_REPLY', 'NO_ID']

/** A request that does not reach the API. */
export class Refusal {
  /** @param {number} status @param {string} code @param {string} message @param {Record<string, string>} [headers] */
  constructor(status, code, message, headers = {}) {
    this.status = status
    this.code = code
    this.message = message
    this.headers = headers
  }
}

/** @param {number} status @param {unknown} body @param {Record<string, string>} [headers] */
export function json(status, body, headers = {}) {
  const own = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }
  return new Response(JSON.stringify(body), { status, headers: { ...own, ...headers } })
}

/**
 * @param {unknown} error
 * @param {(line: string) => void} log
 */
export function responseTo(error, log) {
  if (error instanceof DatamartInvalidError) return json(422, { issues: error.issues })
  if (error instanceof Refusal) return failed(error.status, { code: error.code, message: error.message, isRetryable: false }, error.headers)
  if (error instanceof DatamartApiError) return responseToFailure(error, log)
  log(String((error instanceof Error && error.stack) || error))
  return failed(500, { code: 'INTERNAL_SERVER_ERROR', message: 'the gateway failed', isRetryable: false })
}

/** @param {import('../../client.d.ts').ApiFailure & { message: string }} failure @param {(line: string) => void} log */
function responseToFailure({ status = 0, code, message, issues, isRetryable, retryAfter, outcome }, log) {
  if (status === 401 || status === 403 || REJECTED_TOKEN.includes(code)) {
    log(`the API rejects the service token: ${code}`)
    // With the API's status, an app would log its user out.
    return failed(502, { code: 'SERVICE_TOKEN_REJECTED', message: 'the API rejects the token of the gateway', isRetryable: false, outcome })
  }
  if (code === 'TIMEOUT') return failed(504, { code, message: 'the API did not reply in time', isRetryable, outcome })
  if (status !== 429 && UNANSWERED.includes(code)) return failed(502, { code, message: 'the API sent no valid reply', isRetryable, outcome })
  const isLater = retryAfter !== undefined
  const error = { status, code, message, isRetryable, ...(isLater && { retryAfter }), outcome }
  // The API may report an error with the status of a success.
  return json(status < 400 ? 400 : status, { error, issues }, isLater ? { 'Retry-After': String(Math.ceil(retryAfter)) } : {})
}

/**
 * @param {number} status
 * @param {{ code: string, message: string, isRetryable: boolean, outcome?: string }} error
 * @param {Record<string, string>} [headers]
 */
function failed(status, error, headers) {
  return json(status, { error: { status, ...error }, issues: [] }, headers)
}
