/** The API's operations: the only place with their paths in JavaScript. */
// @ts-check

/** @typedef {import('../../gateway.d.ts').GatewayOperation} OperationName */

/**
 * @typedef {object} ApiOperation
 * @property {'GET' | 'POST' | 'PUT' | 'DELETE'} method
 * @property {string} path
 * @property {readonly string[]} [required] required parameters
 * @property {readonly string[]} [optional] optional parameters
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
 * `URLSearchParams` would write spaces as `+`, which not every server decodes, and replace unpaired
 * surrogates, which would name another datamart.
 *
 * @param {Readonly<Record<string, string>>} parameters
 */
export function queryOf(parameters) {
  const pairs = Object.keys(parameters).map((key) => `${key}=${encodeURIComponent(parameters[key])}`)
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}
