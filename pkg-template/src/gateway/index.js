/** The proxy between pages and the API. The types and their documentation are in `gateway.d.ts`. */
// @ts-check

import { redactor } from '../remote/redact.js'
import { within } from '../remote/waiting.js'
import { carryOut } from './carry-out.js'
import { readOptions } from './options.js'
import { crossOrigin, preflight } from './origins.js'
import { bytesOf, operationsAt, parametersOf } from './request.js'
import { json, Refusal, responseTo } from './responses.js'

/** @typedef {import('../../gateway.d.ts').Gateway} Gateway */
/** @typedef {import('../../gateway.d.ts').WebRequest} WebRequest */
/** @typedef {import('./options.js').Settings} Settings */

/** @param {import('../../gateway.d.ts').GatewayOptions} options @returns {Gateway} */
export function createGateway(options) {
  const settings = readOptions(options)
  /** @type {(request: WebRequest, ...platform: unknown[]) => Promise<Response>} */
  const gateway = async (request, ...platform) => {
    const origin = crossOrigin(request, settings.allowedOrigins)
    /** @type {Context} */
    const context = { ...origin, request, platform, redact: redactor(settings.token, true) }
    const response = await answer(settings, context).catch((error) => responseTo(error, (line) => log(context, line)))
    for (const name of Object.keys(origin.headers)) response.headers.set(name, origin.headers[name])
    return response
  }
  const handlers = { GET: gateway, POST: gateway, PUT: gateway, DELETE: gateway, OPTIONS: gateway }
  return Object.assign(gateway, { handlers })
}

/**
 * @typedef {object} Context of one request
 * @property {WebRequest} request
 * @property {unknown[]} platform
 * @property {boolean} isAllowed whether the page that sent it may use the gateway
 * @property {boolean} isCors
 * @property {(line: string) => string} redact removes the token, once it is known
 */

/** @param {Settings} settings @param {Context} context */
async function answer(settings, context) {
  const { request, platform, isAllowed, isCors } = context
  const url = new URL(request.url)
  const operations = operationsAt(settings, url)
  const methods = Object.keys(operations).join(', ')
  if (!isAllowed) throw new Refusal(403, 'CROSS_SITE', 'requests from pages of other sites are refused')
  if (isCors && request.method === 'OPTIONS') return preflight(request, methods)
  const operation = operations[request.method]
  if (!operation) throw new Refusal(405, 'METHOD_NOT_ALLOWED', `expected ${methods}`, { Allow: methods })
  const parameters = parametersOf(operation, url)
  // Before `authorize`, which may read the body too: now its size is limited.
  const bytes = await bytesOf(request, settings.maxBytes)
  const late = new Error(`\`authorize\` did not decide within ${settings.timeout} ms`)
  const verdict = await within(settings.timeout, settings.authorize(request.clone(), operation, ...platform), late)
  if (verdict !== true) throw new Refusal(403, 'FORBIDDEN', 'not allowed')
  return json(200, await carryOut(settings, context, { operation, parameters, bytes }))
}

/** @param {Context} context @param {string} line */
function log({ redact }, line) {
  console.error(`datamart-validator/gateway: ${redact(line)}`)
}
