/** Reads a catalog out of JSON: the reply of the API's schema call. */
// @ts-check

/** @typedef {import('./package.js').DatasourceSchema} DatasourceSchema */
/**
 * @typedef {object} Catalog
 * @property {string} name for people: of the file, or of the datasource
 * @property {string} datasource empty when the reply does not say
 * @property {boolean} isSample
 * @property {DatasourceSchema} schema
 * @property {number} tables
 * @property {number} columns
 */

/**
 * @param {string} text
 * @param {{ name?: string, isSample?: boolean }} about
 * @param {import('./package.js').Package['createValidator']} createValidator
 * @returns {Catalog}
 * @throws {Error} whose message is for the reader of the page
 */
export function readCatalog(text, { name, isSample = false }, createValidator) {
  /** @type {any} */
  let reply
  try {
    reply = JSON.parse(text)
  } catch (error) {
    throw new Error(`This is not JSON. ${error instanceof Error ? error.message : ''}`)
  }
  // To the package null is no catalog.
  if (reply === null) throw new Error('This is `null`, not a reply of the schema call.')
  try {
    createValidator({ catalog: reply }).dispose()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new Error(error.message.replace(/^datamart-validator: (option `catalog`: )?/, ''))
  }
  const { tables, datasourceName } = reply.data ?? reply
  const datasource = typeof datasourceName === 'string' ? datasourceName : ''
  return {
    name: name ?? (datasource || 'pasted'),
    datasource,
    isSample,
    schema: { datasourceName: datasource, tables: tables.map(readTable) },
    tables: tables.length,
    columns: tables.reduce((/** @type {number} */ sum, /** @type {any} */ { columns }) => sum + columns.length, 0),
  }
}

/**
 * Only what is judged is held and kept: whatever else was in the file may be nobody's business.
 *
 * @param {any} table
 */
function readTable({ name, schema, columns }) {
  return { name, schema, columns: columns.map((/** @type {any} */ { name, dataType }) => ({ name, dataType })) }
}
