/** Which tables and columns of the catalog the datamart uses. */
// @ts-check

import { columnsOf, tablesOf, textOf } from '../document/value.js'

/** @typedef {import('../document/value.js').Fields} Fields */
/** @typedef {import('./catalog.js').Catalog} Catalog */
/** @typedef {import('./catalog.js').CatalogTable} CatalogTable */
/** @typedef {{ index: number, fields: Fields, columns: Map<string, number> }} UsedTable `columns`: the index of each by its name */

/** The columns of a table by their names. @type {WeakMap<Fields, Map<string, number>>} */
const indexes = new WeakMap()

/** @param {Fields} fields */
function columnIndex(fields) {
  let index = indexes.get(fields)
  if (!index) {
    index = new Map()
    for (const [at, column] of columnsOf(fields).entries()) {
      const name = textOf(column.name)
      if (!index.has(name)) index.set(name, at)
    }
    indexes.set(fields, index)
  }
  return index
}

/**
 * The datamart's tables by the catalog's.
 *
 * @param {unknown} value
 * @param {Catalog} catalog
 * @returns {Map<CatalogTable, UsedTable>}
 */
export function usedTables(value, catalog) {
  /** @type {Map<CatalogTable, UsedTable>} */
  const used = new Map()
  for (const [index, fields] of tablesOf(value).entries()) {
    const table = catalog.find(textOf(fields.schemaName), textOf(fields.name))
    if (table && !used.has(table)) used.set(table, { index, fields, columns: columnIndex(fields) })
  }
  return used
}

/**
 * @param {CatalogTable} table
 * @param {UsedTable | undefined} used
 * @returns {'true' | 'false' | 'mixed'} whether the datamart has all, none or some of its columns
 */
export function checkedState(table, used) {
  if (!used) return 'false'
  return table.columns.every(({ name }) => used.columns.has(name)) ? 'true' : 'mixed'
}
