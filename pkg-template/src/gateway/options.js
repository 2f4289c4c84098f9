/** The options, checked and complete. */
// @ts-check

import { createLive } from '../remote/live.js'
import { OPERATIONS } from '../remote/operations.js'
import { assertValidateOptions, expect } from '../remote/options.js'
import { connect, TIMEOUT } from '../remote/session.js'

/** @typedef {import('../remote/operations.js').OperationName} OperationName */
/** @typedef {ReturnType<typeof readOptions>} Settings */

/** @param {import('../../gateway.d.ts').GatewayOptions} given */
export function readOptions(given) {
  const { serviceToken, authorize, basePath, operations, validate, allowedOrigins, baseUrl, fetch, timeout, maxBytes, ...unknown } = Object(given)
  for (const name of Object.keys(unknown)) expect(false, name, 'no option with this name')
  expect(typeof authorize === 'function', 'authorize', 'a function that decides which requests to allow')
  const most = maxBytes ?? 2 * 2 ** 20
  expect(typeof most === 'number' && most > 0, 'maxBytes', 'a positive number of bytes')
  const base = basePath ?? '/api/databrain'
  expect(typeof base === 'string' && base.startsWith('/') && new URL(base, 'http://localhost').pathname === base, 'basePath', 'a path')
  const served = operations ?? ['create']
  expect(isListOf(served, (name) => Object.hasOwn(OPERATIONS, name)), 'operations', `a list of ${Object.keys(OPERATIONS).join(', ')}`)
  const origins = allowedOrigins ?? []
  expect(isListOf(origins, isOrigin), 'allowedOrigins', 'a list of origins such as `https://app.example.com`')
  const isObject = typeof validate === 'object' && validate
  if (isObject) assertValidateOptions(validate)
  expect(isObject || validate == null || validate === 'live' || typeof validate === 'function', 'validate', 'options, a function or `live`')
  return {
    open: connect({ serviceToken, baseUrl, fetch, timeout, retries: 2, needsToken: true }),
    authorize,
    timeout: timeout ?? TIMEOUT,
    maxBytes: most,
    basePath: base.replace(/\/$/, ''),
    operations: /** @type {OperationName[]} */ ([...served]),
    allowedOrigins: /** @type {string[]} */ ([...origins]),
    validate,
    live: validate === 'live' ? createLive() : undefined,
    /** For redaction, if it is known before the first request. */
    token: typeof serviceToken === 'string' ? serviceToken : undefined,
  }
}

/** @param {unknown} value @param {(item: string) => boolean} isItem */
function isListOf(value, isItem) {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && isItem(item))
}

/** @param {string} text */
function isOrigin(text) {
  try {
    // A URL without an origin has the origin `null`.
    return new URL(text).origin === text
  } catch {
    return false
  }
}
