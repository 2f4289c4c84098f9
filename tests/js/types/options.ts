/** The options of both functions. */

import { buildRequest, createValidator, validateDatamart, type DatasourceType, type RequestOptions, type ValidateOptions } from 'datamart-validator'

const given: ValidateOptions = {
  operation: 'update',
  rules: { 'unknown-field': 'off', empty: 'warning', 'table-not-isolated': 'error' },
  strict: true,
  datasourceType: 'postgres',
  existingDatamarts: ['sales', 'stock'],
  datasources: [{ name: 'warehouse', isAuthenticated: true, isDisabled: null }, 'other'],
  guestTokenTimezone: false,
  maxIssues: 100,
  maxOutputBytes: 100_000,
  docsBase: '/docs/rules/',
  messages: { 'unknown-table': '{table}', 'unknown-table.elsewhere': ({ table, schema }) => `${schema}.${table}`, empty: null },
}
validateDatamart({}, given)
buildRequest({}, { ...given, baseUrl: '/api/databrain', serviceToken: 'abc', endpoint: 'legacy' })
const methods: ['POST', 'POST', 'PUT', 'PUT'] = [
  buildRequest({}).method,
  buildRequest({}, { operation: 'create' }).method,
  buildRequest({}, { operation: 'update' }).method,
  createValidator({ operation: 'update' }).buildRequest({}).method,
]
void methods

// No options.
validateDatamart({}, {})
validateDatamart({}, null)
validateDatamart({}, undefined)
const nothing: RequestOptions = { operation: null, rules: null, strict: null, datasourceType: null, existingDatamarts: null, datasources: null, guestTokenTimezone: null, maxIssues: null, maxOutputBytes: null, docsBase: null, messages: null, baseUrl: null, serviceToken: null, endpoint: null }
buildRequest({}, nothing)

// Unmodified replies, with their additional fields.
const reply = { data: [{ name: 'sales', companyIntegration: { name: 'x' }, datamartTables: [] }], error: null }
validateDatamart({}, { existingDatamarts: reply })
validateDatamart({}, { existingDatamarts: reply.data })
const datasources = [{ name: 'warehouse', isAuthenticated: true, isDisabled: false, id: 7 }]
validateDatamart({}, { datasources })
validateDatamart({}, { datasources: { data: datasources } })
const frozen = Object.freeze(['sales'] as const)
validateDatamart({}, { existingDatamarts: frozen })

// @ts-expect-error no such message
validateDatamart({}, { messages: { 'unknown-tabel': 'x' } })
// @ts-expect-error no such parameter
validateDatamart({}, { messages: { 'unknown-table': ({ tabel }) => tabel } })
// @ts-expect-error a message is a string
validateDatamart({}, { messages: { 'unknown-table': () => 5 } })

// @ts-expect-error a misspelled option
validateDatamart({}, { strikt: true })
// @ts-expect-error a misspelled rule
validateDatamart({}, { rules: { requird: 'off' } })
// @ts-expect-error no such setting
validateDatamart({}, { rules: { empty: 'warn' } })
// Unreadable input is always an error, and may be configured as one.
validateDatamart({}, { rules: { syntax: 'error', 'unknown-field': undefined } })
// @ts-expect-error it cannot be turned off
validateDatamart({}, { rules: { syntax: 'off' } })
// @ts-expect-error no such type
validateDatamart({}, { datasourceType: 'postgresql' })
// @ts-expect-error a string is not a flag
validateDatamart({}, { strict: 'yes' })
// @ts-expect-error a URL is passed as a string
validateDatamart({}, { docsBase: new URL('https://example.com/') })
// @ts-expect-error a name is not a list
validateDatamart({}, { existingDatamarts: 'sales' })
// @ts-expect-error: no such operation
validateDatamart({}, { operation: 'delete' })
// @ts-expect-error entries have names
validateDatamart({}, { datasources: [{ id: 7 }] })
// @ts-expect-error only requests have a base URL
validateDatamart({}, { baseUrl: '/' })
// @ts-expect-error no such endpoint
buildRequest({}, { endpoint: 'old' })
// @ts-expect-error the token is a string
buildRequest({}, { serviceToken: 5 })
// @ts-expect-error the options are an object
validateDatamart({}, 'strict')

/** A list of your own can be checked against the union. */
export const supported = ['postgres', 'mssql'] as const satisfies readonly DatasourceType[]
// @ts-expect-error no such type
export const wrong = ['sqlserver'] as const satisfies readonly DatasourceType[]
