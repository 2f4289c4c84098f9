/** The endpoints, to the letter. */

const DATAMARTS = '/api/v2/data-app/datamarts'
const PAGE = 10

export const OPERATIONS = [
  { name: 'create', method: 'POST', path: DATAMARTS, run: create },
  { name: 'update', method: 'PUT', path: DATAMARTS, run: update },
  { name: 'list', method: 'GET', path: DATAMARTS, run: list },
  { name: 'delete', method: 'DELETE', path: '/api/v2/data-app/datamart', run: remove },
  { name: 'datasources', method: 'GET', path: '/api/v2/datasource/', run: datasources },
  { name: 'schema', method: 'GET', path: '/api/v2/datasource/schema', run: schema },
]

/**
 * @typedef {object} Given
 * @property {import('./store.mjs').Store} store
 * @property {URL} url
 * @property {string} body
 * @property {boolean} untidy
 */

/**
 * @param {(typeof OPERATIONS)[number] | undefined} operation
 * @param {Given & { isAllowed: boolean }} given
 */
export function replyTo(operation, { isAllowed, ...given }) {
  if (operation === undefined) return refuse('NOT_FOUND', 'Cannot find this path', 404)
  if (!isAllowed) return refuse('AUTH_ERROR', 'Invalid service token')
  return operation.run(given)
}

/** @param {string} code @param {string} message */
const refuse = (code, message, status = 400) => ({ status, body: { error: { code, message, status } } })

/** @param {string} message */
const invalid = (message) => refuse('INVALID_REQUEST_BODY', message)

/** @param {unknown} body */
const ok = (body) => ({ status: 200, body })

/** @param {Given} given */
function create({ store, body }) {
  const datamart = parse(body)
  if (!datamart?.name) return invalid('"name" is required')
  if (!datamart.datasourceName) return invalid('"datasourceName" is required')
  if (!store.hasDatasource(datamart.datasourceName)) return refuse('DATASOURCE_NAME_ERROR', 'Datasource not found')
  const problem = problemOfTables(datamart.tableList, store.tablesOf(datamart.datasourceName))
  if (problem) return invalid(problem)
  if (store.datamarts.has(datamart.name)) return invalid('Datamart name already exists')
  store.create(datamart)
  return ok({ id: datamart.name, error: null })
}

/** @param {Given} given */
function update({ store, body }) {
  const changes = parse(body)
  if (!changes?.datamartName) return invalid('"datamartName" is required')
  const unknown = Object.keys(changes).find((key) => !['datamartName', 'tableList', 'tenancySettings', 'relationships'].includes(key))
  if (unknown) return invalid(`"${unknown}" is not allowed`)
  const before = store.datamarts.get(changes.datamartName)
  if (!before) return invalid('Datamart not found')
  const problem = changes.tableList && problemOfTables(changes.tableList, store.tablesOf(before.datasourceName))
  if (problem) return invalid(problem)
  store.update(changes)
  return ok({ id: changes.datamartName })
}

/** @param {Given} given */
function list({ store, url, untidy }) {
  const { isPagination, pageNumber = '1', expandDetails = 'true' } = Object.fromEntries(url.searchParams)
  const records = store.records({ expandDetails: expandDetails !== 'false', untidy })
  if (isPagination !== 'true') return ok({ data: records })
  const page = records.slice((Number(pageNumber) - 1) * PAGE, Number(pageNumber) * PAGE)
  if (!untidy || page.length !== 1) return ok({ data: page })
  // As in the vendor's example.
  const [{ datamartRelationships, ...record }] = page
  return ok({ data: [record], datamartRelationships })
}

/** @param {Given} given */
function remove({ store, url }) {
  const name = url.searchParams.get('datamartName') ?? ''
  return store.remove(name) ? ok({ id: name }) : invalid('Datamart not found')
}

/** @param {Given} given */
function datasources({ store }) {
  return ok({ data: store.listDatasources() })
}

/** @param {Given} given */
function schema({ store, url }) {
  const name = url.searchParams.get('datasourceName') ?? ''
  if (!store.hasDatasource(name)) return refuse('DATASOURCE_NAME_ERROR', 'Datasource not found')
  const tables = store.tablesOf(name)
  return ok({
    datasourceName: name,
    datasourceId: `id-of-${name}`,
    tables,
    tableCount: tables.length,
    columnCount: tables.reduce((sum, { columns }) => sum + columns.length, 0),
  })
}

/**
 * The errors of Joi and the API for a list of tables.
 *
 * @param {any} tableList
 * @param {ReturnType<import('./store.mjs').Store['tablesOf']>} known
 */
function problemOfTables(tableList, known) {
  if (!Array.isArray(tableList)) return '"tableList" is required'
  if (tableList.length === 0) return '"tableList" must contain at least 1 items'
  for (const [at, table] of tableList.entries()) {
    if (!table.name) return `"tableList[${at}].name" is required`
    if (!Array.isArray(table.columns)) return `"tableList[${at}].columns" is required`
    if (table.columns.length === 0) return `"tableList[${at}].columns" must contain at least 1 items`
    const found = known.find(({ name, schema }) => name === table.name && (!table.schemaName || schema === table.schemaName))
    if (!found) return `Table ${table.name} not found in the datasource`
    for (const [index, { name, isCustomColumn, sql }] of table.columns.entries()) {
      if (isCustomColumn && !sql) return `"tableList[${at}].columns[${index}].sql" is required`
      if (!isCustomColumn && !found.columns.some((column) => column.name === name)) return `Column ${name} not found in table ${table.name}`
    }
  }
  return undefined
}

/** @param {string} text @returns {any} */
function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
