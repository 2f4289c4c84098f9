/** One request and its reply. */
// @ts-check

import { unlessAborted, within } from './waiting.js'

/**
 * @typedef {object} Reply
 * @property {number} status
 * @property {string | null} retryAfter
 * @property {string} text
 *
 * @typedef {object} NoReply
 * @property {'TIMEOUT' | 'NETWORK_ERROR' | 'REDIRECT'} code
 * @property {string} message
 * @property {boolean} isSent whether the request may have reached the server
 */

/** Codes of failures before anything was sent, in Node.js and in Bun. */
const NEVER_SENT = ['ConnectionRefused', 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']

/**
 * @param {typeof globalThis.fetch} fetch
 * @param {string} url
 * @param {RequestInit} init
 * @param {number} timeout in milliseconds, for the request, its reply and the reply's body
 * @param {AbortSignal | null | undefined} signal of the caller
 * @returns {Promise<Reply | NoReply>}
 */
export async function exchange(fetch, url, init, timeout, signal) {
  signal?.throwIfAborted()
  const controller = new AbortController()
  const late = new Error(`there was no complete reply within ${timeout} ms`)
  try {
    // workerd does not support the redirect mode `error`. The caller's own `fetch` may ignore the
    // signal.
    const reading = read(fetch(url, { ...init, redirect: 'manual', signal: controller.signal }))
    return await within(timeout, unlessAborted(reading, signal), late)
  } catch (error) {
    signal?.throwIfAborted()
    if (error === late) return { code: 'TIMEOUT', message: late.message, isSent: true }
    return networkError(error)
  } finally {
    controller.abort()
  }
}

/** @param {Promise<Response>} responding @returns {Promise<Reply | NoReply>} */
async function read(responding) {
  const response = await responding
  const { status, type, redirected } = response
  if (redirected || type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    return { code: 'REDIRECT', message: 'the reply is a redirect, which is not followed', isSent: redirected }
  }
  return { status, retryAfter: response.headers.get('retry-after'), text: await response.text() }
}

/**
 * The error itself is not passed on as a cause: it may contain the request.
 *
 * @param {any} error
 * @returns {NoReply}
 */
function networkError(error) {
  const { cause, message, code = cause?.code } = Object(error)
  const reason = code ?? cause?.message ?? message ?? error
  return { code: 'NETWORK_ERROR', message: `there was no reply: ${reason}`, isSent: !NEVER_SENT.includes(code) }
}
