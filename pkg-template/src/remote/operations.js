/** What the API can be asked for: the one place with its paths, but for what `buildRequest` returns. */
// @ts-check

/** @typedef {import('../../gateway.d.ts').GatewayOperation} OperationName */

/**
 * @typedef {object} ApiOperation
 * @property {'GET' | 'POST' | 'PUT' | 'DELETE'} method
 * @property {string} path
 * @property {readonly string[]} [required] parameters that it needs
 * @property {readonly string[]} [optional] parameters that it takes besides
 */

export const DATAMARTS = '/api/v2/data-app/datamarts'

/** @type {Readonly<Record<OperationName, ApiOperation>>} */
export const OPERATIONS = {
  create: { method: 'POST', path: DATAMARTS },
  update: { method: 'PUT', path: DATAMARTS },
  delete: { method: 'DELETE', path: '/api/v2/data-app/datamart', required: ['datamartName'] },
  list: { method: 'GET', path: DATAMARTS, optional: ['isPagination', 'pageNumber', 'expandDetails'] },
  // The slash is the vendor's.
  datasources: { method: 'GET', path: '/api/v2/datasource/' },
  schema: { method: 'GET', path: '/api/v2/datasource/schema', required: ['datasourceName'] },
}

/**
 * `URLSearchParams` writes `+` for a space, which not every server reads as one, and sends another name where one has half of a surrogate pair.
 *
 * @param {Readonly<Record<string, string>>} parameters
 */
export function queryOf(parameters) {
  const pairs = Object.keys(parameters).map((key) => `${key}=${encodeURIComponent(parameters[key])}`)
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}
