/**
 * The gateway under test in the scenarios, the same in every runtime. The header `x-user` determines what
 * `authorize` does.
 */

import { createGateway } from 'datamart-validator/gateway'

const OPERATIONS = /** @type {const} */ (['create', 'update', 'delete', 'list', 'datasources', 'schema'])

/** What cannot be waited for is not waited for long, but longer than anything takes on a busy machine. */
export const PATIENCE = 3000

/**
 * @param {{ API_URL: string, TOKEN: string }} env
 * @returns {(request: Request, ...platform: unknown[]) => Promise<Response>}
 */
export function gatewayFor({ API_URL: baseUrl, TOKEN }) {
  /** @param {Partial<import('datamart-validator/gateway').GatewayOptions>} options */
  const gateway = (options) =>
    createGateway({
      serviceToken: async (...platform) => (platform.length > 0 ? TOKEN : undefined),
      authorize: (request, operation) => authorize(request, operation, TOKEN),
      operations: OPERATIONS,
      allowedOrigins: ['https://app.example'],
      baseUrl,
      maxBytes: 4096,
      ...options,
    })
  const gateways = [
    gateway({}),
    gateway({ basePath: '/quick', timeout: PATIENCE }),
    gateway({ basePath: '/live', validate: 'live' }),
    gateway({ basePath: '/least', operations: null, allowedOrigins: null, serviceToken: TOKEN }),
    gateway({ basePath: '/strict', validate: (request) => ({ strict: request.headers.get('x-strict') === 'yes' }) }),
    gateway({ basePath: '/without-token', serviceToken: async () => undefined }),
    gateway({ basePath: '/unreachable', baseUrl: 'http://127.0.0.1:9' }),
    gateway({ basePath: '/', operations: ['list'] }),
  ]
  return (request, ...platform) => {
    const [, first] = new URL(request.url).pathname.split('/')
    const at = ['', 'quick', 'live', 'least', 'strict', 'without-token', 'unreachable'].indexOf(first)
    const isRoot = new URL(request.url).pathname.startsWith('/api/v2/')
    return gateways[isRoot ? 7 : Math.max(at, 0)](request, ...platform)
  }
}

/** @param {Request} request @param {string} operation @param {string} token @returns {Promise<any>} */
async function authorize(request, operation, token) {
  switch (request.headers.get('x-user')) {
    case 'denied':
      return false
    case 'truthy':
      return 'yes'
    case 'failing':
      throw new Error(`no session with ${token}`)
    case 'slow':
      return new Promise(() => {})
    case 'reader':
      return (await request.json()).name === 'sales'
    case 'only-list':
      return operation === 'list'
    default:
      return true
  }
}
