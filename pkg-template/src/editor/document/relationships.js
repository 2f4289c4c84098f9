/** How tables are joined, as changes of the document. */
// @ts-check

import { freeName } from './actions.js'
import { columnsOf, isObject, tablesOf, textOf } from './value.js'

/** @typedef {import('../../../index.d.ts').TextChange} Change */
/** @typedef {import('../../../index.d.ts').Relationship} Relationship */
/** @typedef {import('../state/catalog.js').Catalog} Catalog */
/** @typedef {import('./value.js').Fields} Fields */
/** @typedef {{ table: string, column: string }} End of a join */
/** @typedef {{ name: string, type: string }} Choice a column that can be chosen */

export const CARDINALITIES = /** @type {const} */ (['OneToOne', 'OneToMany', 'ManyToOne', 'ManyToMany'])
export const JOINS = /** @type {const} */ (['INNER JOIN', 'LEFT JOIN', 'RIGHT JOIN', 'FULL JOIN'])

/** @type {readonly Fields[]} */
const NONE = []

/** The relationships by their index; an item that is not an object has no fields. @param {unknown} value @returns {readonly Fields[]} */
export function relationshipsOf(value) {
  if (!isObject(value) || !Array.isArray(value.relationships)) return NONE
  return value.relationships.map((item) => (isObject(item) ? item : {}))
}

/**
 * The columns that can be chosen of each table: those that the datamart lists, unless they are
 * computed, and those of the catalog. Tables of one name are one: a relationship names no schema.
 *
 * @param {unknown} value
 * @param {Catalog | undefined} catalog
 * @returns {Map<string, readonly Choice[]>}
 */
export function columnsByTable(value, catalog) {
  /** @type {Map<string, Map<string, Choice>>} */
  const tables = new Map()
  for (const table of tablesOf(value)) {
    const name = textOf(table.name)
    if (!name) continue
    const known = catalog?.find(textOf(table.schemaName), name)
    const columns = tables.get(name) ?? new Map()
    tables.set(name, columns)
    for (const column of columnsOf(table)) {
      const own = textOf(column.name)
      if (own && column.isCustomColumn !== true) columns.set(own, { name: own, type: catalog?.column(known, own)?.dataType ?? '' })
    }
    for (const { name, dataType } of known?.columns ?? []) if (!columns.has(name)) columns.set(name, { name, type: dataType })
  }
  return new Map([...tables].map(([name, columns]) => [name, [...columns.values()]]))
}

/**
 * Adds relationships at the end.
 *
 * @param {unknown} value
 * @param {readonly Relationship[]} added
 * @returns {Change[]}
 */
export function addRelationships(value, added) {
  if (added.length === 0) return []
  if (!isObject(value) || !Array.isArray(value.relationships)) return [{ op: 'set', path: ['relationships'], value: /** @type {any} */ (added) }]
  const { length } = value.relationships
  return added.map((relationship, at) => ({ op: 'insert', path: ['relationships', length + at], value: /** @type {any} */ (relationship) }))
}

/** Joins two columns. @param {unknown} value @param {End} parent @param {End} child @returns {Change[]} */
export function join(value, parent, child) {
  const relationshipName = freeName(`${child.table}_to_${parent.table}`, relationshipsOf(value).map((item) => item.relationshipName))
  return addRelationships(value, [{ parentTableName: parent.table, parentColumnName: parent.column, childTableName: child.table, childColumnName: child.column, relationshipName }])
}

/** Whether two columns are joined already, in either direction. @param {unknown} value @param {End} one @param {End} other */
export function areJoined(value, one, other) {
  return relationshipsOf(value).some(({ parentTableName, parentColumnName, childTableName, childColumnName }) => {
    const isEnd = (/** @type {End} */ { table, column }, /** @type {unknown} */ ofTable, /** @type {unknown} */ ofColumn) => table === ofTable && column === ofColumn
    return (
      (isEnd(one, parentTableName, parentColumnName) && isEnd(other, childTableName, childColumnName)) ||
      (isEnd(other, parentTableName, parentColumnName) && isEnd(one, childTableName, childColumnName))
    )
  })
}

/** Removes a relationship, and the list with the last one. @param {unknown} value @param {number} index @returns {Change[]} */
export function removeRelationship(value, index) {
  return [{ op: 'remove', path: relationshipsOf(value).length === 1 ? ['relationships'] : ['relationships', index] }]
}

/** Sets a field; what need not be specified is removed rather than left empty. @param {unknown} value @param {number} index @param {string} field @param {string} text @returns {Change[]} */
export function setRelationship(value, index, field, text) {
  const fields = relationshipsOf(value)[index]
  const path = ['relationships', index, field]
  if (text === '' && (field === 'cardinality' || field === 'join')) return fields && Object.hasOwn(fields, field) ? [{ op: 'remove', path }] : []
  return fields?.[field] === text ? [] : [{ op: 'set', path, value: text }]
}
