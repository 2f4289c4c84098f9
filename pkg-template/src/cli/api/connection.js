/** The connection to the API: the address and the token come from the environment alone. */
// @ts-check

import { createClient, DatamartApiError } from '../../client/index.js'
import { UsageError } from '../usage-error.js'

/** @typedef {import('../../../client.d.ts').Client} Client */

const TOKEN = 'DATABRAIN_SERVICE_TOKEN'
const ADDRESS = 'DATABRAIN_API_URL'

/** Where options of the client and the gateway come from. @type {Record<string, string>} */
const SOURCES = {
  serviceToken: `the environment variable ${TOKEN}`,
  baseUrl: `the environment variable ${ADDRESS}`,
  operations: '--operations',
  allowedOrigins: '--allow-origin',
  basePath: '--base-path',
}

/** For the help of every command that talks to the API. */
export const ENVIRONMENT = `
Environment variables:
  ${TOKEN}  the service token; it is never an argument and never printed
  ${ADDRESS}        base URL of the API; the vendor's host by default`

/** @returns {{ serviceToken: string, baseUrl: string | undefined }} */
export function credentials() {
  const { [TOKEN]: serviceToken, [ADDRESS]: baseUrl } = process.env
  if (!serviceToken) throw new UsageError(`the environment variable ${TOKEN} is not set; it must contain the service token`)
  return { serviceToken, baseUrl: baseUrl || undefined }
}

/**
 * @param {import('../../../index.d.ts').ValidateOptions} [options]
 * @returns {Client}
 */
export function connect(options = {}) {
  const { serviceToken, baseUrl } = credentials()
  try {
    return createClient({ ...options, serviceToken, baseUrl })
  } catch (error) {
    throw usageErrorOf(error)
  }
}

/**
 * An error of the client as the command line reports it. Anything else is a bug, and returned
 * unchanged.
 *
 * @param {unknown} error
 */
export function usageErrorOf(error) {
  if (error instanceof DatamartApiError) return new UsageError(error.message)
  if (!(error instanceof TypeError) || !error.message.startsWith('datamart-validator: ')) return error
  const message = error.message.slice('datamart-validator: '.length)
  const [, option = '', rest = ''] = /^option `(\w+)`:? ?(.*)$/s.exec(message) ?? []
  const source = SOURCES[option]
  // The command line has no page whose origin a path could refer to.
  const problem = rest.replace(/, or with `\/` .*$/, '').replace(/^(?=is |contains |has |uses )/, 'it ')
  return new UsageError(source === undefined ? message : `${source}: ${problem}`)
}

/**
 * Calls the API, and reports its errors as the command line's.
 *
 * @template T
 * @param {Promise<T>} call
 * @returns {Promise<T>}
 */
export async function ask(call) {
  try {
    return await call
  } catch (error) {
    throw usageErrorOf(error)
  }
}
