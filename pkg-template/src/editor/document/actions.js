/** What the views do to the datamart, as changes of the document. */
// @ts-check

import { columnsOf, isObject, tablesOf, textOf } from './value.js'

/** @typedef {import('../../../index.d.ts').TextChange} Change */
/** @typedef {import('../state/catalog.js').CatalogTable} CatalogTable */
/** @typedef {import('../state/usage.js').UsedTable} UsedTable */

/** A field of a datamart, table or column that holds nothing is removed rather than left empty. */
const OPTIONAL = new Set(['alias', 'label', 'isHide', 'isApplyTimezone', 'isAggregate', 'schemaName', 'clientColumn', 'indexPattern'])

/**
 * Sets a field of an object.
 *
 * @param {readonly (string | number)[]} path of the object
 * @param {import('./value.js').Fields | undefined} fields its present fields
 * @param {string} field
 * @param {any} value
 * @returns {Change[]}
 */
export function setField(path, fields, field, value) {
  const isNothing = value === '' || value === false || value === undefined || value === null
  if (OPTIONAL.has(field) && isNothing) {
    return fields && Object.hasOwn(fields, field) ? [{ op: 'remove', path: [...path, field] }] : []
  }
  return fields?.[field] === value ? [] : [{ op: 'set', path: [...path, field], value }]
}

/**
 * Makes a column a custom column, or an ordinary one again.
 *
 * @param {readonly (string | number)[]} path of the column
 * @param {import('./value.js').Fields} fields
 * @param {boolean} isCustom
 * @returns {Change[]}
 */
export function setCustom(path, fields, isCustom) {
  if (isCustom) {
    return [{ op: 'set', path: [...path, 'isCustomColumn'], value: true }, ...(typeof fields.sql === 'string' ? [] : [/** @type {Change} */ ({ op: 'set', path: [...path, 'sql'], value: '' })])]
  }
  return ['isCustomColumn', 'sql', 'isAggregate'].filter((field) => Object.hasOwn(fields, field)).map((field) => ({ op: 'remove', path: [...path, field] }))
}

/**
 * Adds a table of the catalog with some of its columns.
 *
 * @param {unknown} value the document
 * @param {CatalogTable} table
 * @param {readonly { name: string }[]} columns
 * @returns {Change[]}
 */
export function addTable(value, table, columns) {
  return addItem(value, ['tableList'], tablesOf(value).length, {
    name: table.name,
    ...(table.schema && { schemaName: table.schema }),
    columns: columns.map(({ name }) => ({ name })),
  })
}

/**
 * Adds columns at the end of a table.
 *
 * @param {unknown} value
 * @param {number} table
 * @param {readonly object[]} columns
 * @returns {Change[]}
 */
export function addColumns(value, table, columns) {
  const first = columnsOf(tablesOf(value)[table]).length
  return columns.flatMap((column, at) => addItem(value, ['tableList', table, 'columns'], first + at, column, at > 0))
}

/**
 * @param {unknown} value
 * @param {(string | number)[]} list
 * @param {number} index
 * @param {any} item
 * @param {boolean} [isThere] whether a change before this one has created the list
 * @returns {Change[]}
 */
function addItem(value, list, index, item, isThere = false) {
  let owner = value
  for (const step of list) owner = /** @type {any} */ (owner)?.[step]
  if (Array.isArray(owner) || isThere) return [{ op: 'insert', path: [...list, index], value: item }]
  return [{ op: 'set', path: list, value: [item] }]
}

/**
 * Removes columns, and the table with its relationships where none is left.
 *
 * @param {unknown} value
 * @param {number} table
 * @param {readonly number[]} columns
 * @returns {Change[]}
 */
export function removeColumns(value, table, columns) {
  const all = columnsOf(tablesOf(value)[table])
  if (columns.length >= all.length) return removeTables(value, [table])
  return [...columns].sort((one, other) => other - one).map((column) => ({ op: 'remove', path: ['tableList', table, 'columns', column] }))
}

/**
 * Removes tables, and the relationships that name them unless another table has the same name.
 *
 * @param {unknown} value
 * @param {readonly number[]} tables
 * @returns {Change[]}
 */
export function removeTables(value, tables) {
  const gone = new Set(tables)
  const all = tablesOf(value)
  const left = new Set(all.filter((_, index) => !gone.has(index)).map(({ name }) => name))
  const names = new Set(tables.map((table) => all[table]?.name).filter((name) => !left.has(name)))
  const relationships = isObject(value) && Array.isArray(value.relationships) ? value.relationships : []
  const ended = relationships.flatMap((relationship, index) =>
    isObject(relationship) && (names.has(relationship.parentTableName) || names.has(relationship.childTableName)) ? [index] : [],
  )
  const whole = ended.length > 0 && ended.length === relationships.length
  return [
    ...(whole ? [/** @type {Change} */ ({ op: 'remove', path: ['relationships'] })] : ended.reverse().map((index) => /** @type {Change} */ ({ op: 'remove', path: ['relationships', index] }))),
    ...[...tables].sort((one, other) => other - one).map((table) => /** @type {Change} */ ({ op: 'remove', path: ['tableList', table] })),
  ]
}

/**
 * Renames a table or a column, and what refers to it: relationships, and at a table the settings of
 * the tenants.
 *
 * @param {unknown} value
 * @param {number} table
 * @param {number | undefined} column
 * @param {string} name
 * @returns {Change[]}
 */
export function rename(value, table, column, name) {
  const fields = tablesOf(value)[table]
  const path = column === undefined ? ['tableList', table] : ['tableList', table, 'columns', column]
  const target = column === undefined ? fields : columnsOf(fields)[column]
  const changes = setField(path, target, 'name', name)
  if (changes.length === 0 || !fields) return changes
  const before = textOf(target?.name)
  const isUnique = tablesOf(value).filter((other) => other.name === fields.name).length === 1
  if (!before || !isUnique || !isObject(value) || !Array.isArray(value.relationships)) return changes
  for (const [index, relationship] of value.relationships.entries()) {
    if (!isObject(relationship)) continue
    for (const end of ['parent', 'child']) {
      if (relationship[`${end}TableName`] !== fields.name) continue
      const field = column === undefined ? `${end}TableName` : `${end}ColumnName`
      if (relationship[field] === before) changes.push({ op: 'set', path: ['relationships', index, field], value: name })
    }
  }
  return changes
}

/** A name that no other has. @param {string} wanted @param {Iterable<unknown>} taken */
export function freeName(wanted, taken) {
  const names = new Set(taken)
  let name = wanted
  for (let number = 2; names.has(name); number++) name = `${wanted}_${number}`
  return name
}

/** A new document. @param {object} [fields] */
export function newDatamart(fields = {}) {
  return { name: '', datasourceName: '', tableList: [], ...fields }
}
