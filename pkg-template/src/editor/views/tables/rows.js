/** The rows of the grid: each table, then its columns. */
// @ts-check

import { columnsOf, tablesOf, textOf } from '../../document/value.js'

/** @typedef {import('../../document/value.js').Fields} Fields */
/** @typedef {import('../../state/state.js').Selection} Selection */
/** @typedef {{ table: number, column?: number, fields: Fields, parent?: Fields }} Row `parent` is the table of a column */

/** The fields of a row, in the order of the grid's columns. */
export const FIELDS = /** @type {const} */ (['name', 'type', 'label', 'alias', 'isHide', 'isApplyTimezone', 'sql'])

/** What they are called. */
export const LABELS = { name: 'grid.name', type: 'grid.type', label: 'grid.label', alias: 'grid.alias', isHide: 'grid.hidden', isApplyTimezone: 'grid.timezone', sql: 'grid.custom' }

/** Fields that are on or off. */
export const FLAGS = new Set(['isHide', 'isApplyTimezone'])

/** Fields that are edited as text in the grid. */
export const TEXTS = new Set(['name', 'label', 'alias'])

/** Fields that a table has as well. */
const OF_TABLES = new Set(['name', 'type', 'label', 'isHide'])

/** @param {Row} row @param {string} field */
export function hasField(row, field) {
  if (row.column === undefined) return OF_TABLES.has(field)
  return field !== 'sql' || row.fields.isCustomColumn === true
}

/**
 * @param {unknown} value
 * @param {ReadonlySet<string>} collapsed the names of tables whose columns are not shown
 * @param {readonly Row[]} before the rows so far: what has not changed is the same object
 */
export function rowsOf(value, collapsed, before) {
  /** @type {Row[]} */
  const rows = []
  /** @param {Row} row */
  const add = (row) => {
    const old = before[rows.length]
    rows.push(old && old.table === row.table && old.column === row.column && old.fields === row.fields && old.parent === row.parent ? old : row)
  }
  for (const [table, fields] of tablesOf(value).entries()) {
    add({ table, fields })
    if (collapsed.has(textOf(fields.name))) continue
    for (const [column, own] of columnsOf(fields).entries()) add({ table, column, fields: own, parent: fields })
  }
  return rows
}

/** The index of the row that a selection begins in. @param {readonly Row[]} rows @param {Selection} selection */
export function indexOf(rows, { table, to, column = to }) {
  if (table === undefined) return -1
  const at = rows.findIndex((row) => row.table === table)
  const own = to ?? column
  if (own === undefined || at < 0) return at
  // The columns follow their table, unless it is collapsed.
  const row = rows[at + 1 + own]
  return row?.table === table && row.column === own ? at + 1 + own : at
}

/** The path of a row. @param {{ table: number, column?: number }} row @returns {(string | number)[]} */
export function pathOf({ table, column }) {
  return column === undefined ? ['tableList', table] : ['tableList', table, 'columns', column]
}

/** The columns of a selection, in their order. @param {Selection} selection @returns {readonly number[]} */
export function selectedColumns({ column, to = column, columns }) {
  if (columns) return columns
  if (column === undefined || to === undefined) return []
  const [first, last] = [Math.min(column, to), Math.max(column, to)]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** @param {Selection} selection @param {Row} row */
export function isSelected(selection, row) {
  if (selection.table !== row.table) return false
  if (row.column === undefined) return selection.column === undefined
  const { column, to = column, columns } = selection
  if (columns) return columns.includes(row.column)
  return column !== undefined && to !== undefined && row.column >= Math.min(column, to) && row.column <= Math.max(column, to)
}

/** A selection with one more column, or one less, but never without any. @param {Selection} selection @param {number} table @param {number} column @returns {Selection} */
export function toggled(selection, table, column) {
  const before = selection.table === table ? selectedColumns(selection) : []
  const columns = before.includes(column) ? before.filter((other) => other !== column) : [...before, column].sort((one, other) => one - other)
  return { table, column, to: column, columns: columns.length > 0 ? columns : before }
}
