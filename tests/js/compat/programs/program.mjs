/**
 * What every environment runs: real calls, and their results as text. Nothing in the text needs
 * escaping in HTML.
 */

/** Beyond ASCII, and longer than what the package copies without TextEncoder. */
const LONG_NAME = `verkäufe-${'ü'.repeat(80)}-📈`

const WRONG = { name: LONG_NAME, datasourceName: 'warehouse', tableList: [{ name: 'orders', columns: [] }] }
const BROKEN_TEXT = '{ "name": "é📈", "datasourceName": "warehouse", "tableList": [], }'
const RIGHT = { name: 'sales', datasourceName: 'warehouse', tableList: [{ name: 'größen', columns: [{ name: 'id' }] }] }

/**
 * @param {Pick<typeof import('datamart-validator'),
 *   'analyzeSql' | 'buildRequest' | 'createValidator' | 'DatamartInvalidError' | 'datamartSchema' | 'validateDatamart'>} api
 */
export function program({ analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart }) {
  const told = validateDatamart(WRONG, { datasourceType: 'postgres' }).issues.map(
    ({ severity, path, message }) => `${severity} ${path.join('.')} ${message}`,
  )
  for (const { code, textRange } of validateDatamart(BROKEN_TEXT).issues) told.push(`${code} ${textRange?.start}-${textRange?.end}`)
  const { method, url, body } = buildRequest(RIGHT, { baseUrl: '/proxy' })
  told.push(`${method} ${url} ${JSON.parse(body).tableList[0].name}`)
  try {
    buildRequest(WRONG, { datasourceType: 'postgres' })
  } catch (error) {
    told.push(error instanceof DatamartInvalidError ? `refused for ${error.issues.length} issues` : String(error))
  }
  const { valid, issues } = createValidator({ datasourceType: 'postgres' }).validate(WRONG)
  told.push(`${valid} ${issues.length}`)
  const { columns, isAggregate } = analyzeSql('SUM("größe" * price)')
  told.push(`${columns.map(({ name }) => name)} ${isAggregate}`)
  const failures = datamartSchema()['~standard'].validate(WRONG).issues ?? []
  told.push(failures.map(({ path }) => path.join('.')).join())
  return told.join(' | ')
}
