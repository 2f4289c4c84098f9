/** Looks tables up in a catalog, by their names as a datamart writes them. */
// @ts-check

/** @typedef {import('../../index.d.ts').ValidateOptions} ValidateOptions */
/** @typedef {{ name: string, type: string }} Column */
/** @typedef {{ name: string, schema: string, columns: readonly Column[] }} Table */
/** @typedef {{ tables: readonly Table[], datasource: string, byName: Map<string, Table[]> }} Catalog */

/** A catalog may have 200,000 columns, so it is indexed once. @type {WeakMap<object, Catalog>} */
const KNOWN = new WeakMap()

const NOTHING = /* @__PURE__ */ indexed({})

/** @param {ValidateOptions['catalog']} given @returns {Catalog} */
export function catalogOf(given) {
  if (!given || typeof given !== 'object') return NOTHING
  let catalog = KNOWN.get(given)
  if (!catalog) {
    catalog = indexed(/** @type {any} */ (given).data || given)
    KNOWN.set(given, catalog)
  }
  return catalog
}

/**
 * The validator refuses what is no catalog; here it only completes nothing.
 *
 * @param {any} schema
 * @returns {Catalog}
 */
function indexed({ tables, datasourceName }) {
  /** @type {Table[]} */
  const read = []
  /** @type {Map<string, Table[]>} */
  const byName = new Map()
  for (const { name, schema, columns } of objectsIn(tables)) {
    if (typeof name !== 'string') continue
    const table = { name, schema: textIn(schema), columns: objectsIn(columns).map(({ name, dataType }) => ({ name: textIn(name), type: textIn(dataType) })) }
    read.push(table)
    const others = byName.get(name.toLowerCase())
    if (others) others.push(table)
    else byName.set(name.toLowerCase(), [table])
  }
  return { tables: read, datasource: textIn(datasourceName), byName }
}

/** @param {unknown} value @returns {any[]} */
function objectsIn(value) {
  return Array.isArray(value) ? value.filter((item) => item && typeof item === 'object') : []
}

/** @param {unknown} value */
function textIn(value) {
  return typeof value === 'string' ? value : ''
}

/**
 * The table of a name: with that schema if one is given, and in another case if there is no other.
 *
 * @param {Catalog} catalog
 * @param {string} name
 * @param {string} [schema]
 */
export function findTable(catalog, name, schema = '') {
  const isSame = (/** @type {string} */ one, /** @type {string} */ other) => one.toLowerCase() === other.toLowerCase()
  const tables = (catalog.byName.get(name.trim().toLowerCase()) || []).filter((table) => schema.trim() === '' || isSame(table.schema, schema.trim()))
  return tables.find((table) => table.name === name) || tables[0]
}

/** @param {Table | undefined} table @param {string} name */
export function findColumn(table, name) {
  const columns = table ? table.columns : []
  return columns.find((column) => column.name === name) || columns.find((column) => column.name.toLowerCase() === name.toLowerCase())
}

/** A table's name with its schema. @param {Table} table */
export function fullName({ schema, name }) {
  return schema ? `${schema}.${name}` : name
}
