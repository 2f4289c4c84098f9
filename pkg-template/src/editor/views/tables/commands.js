/** What the grid does to the document. */
// @ts-check

import { addColumns, freeName, removeColumns, removeTables, rename, setField } from '../../document/actions.js'
import { columnsOf, tablesOf, textOf } from '../../document/value.js'
import { FIELDS, FLAGS, hasField, pathOf, selectedColumns, TEXTS } from './rows.js'

/** @typedef {import('../../state/session.js').Session} Session */
/** @typedef {import('./rows.js').Row} Row */
/** @typedef {import('../../../../index.d.ts').TextChange} Change */

/** @param {Session} session @param {Row} row @param {string} field @param {string} text */
export function writeText(session, row, field, text) {
  session.visit([...pathOf(row), field])
  session.change(field === 'name' ? rename(session.value.peek(), row.table, row.column, text) : setField(pathOf(row), row.fields, field, text))
}

/**
 * Turns a field on or off, in all selected columns if the row is one of them.
 *
 * @param {Session} session
 * @param {Row} row
 * @param {string} field
 */
export function toggle(session, row, field) {
  const isOn = row.fields[field] !== true
  const selection = session.selection.peek()
  const columns = row.column === undefined ? [] : selectedColumns(selection)
  if (row.column !== undefined && selection.table === row.table && columns.includes(row.column)) setFlag(session, row.table, columns, field, isOn)
  else session.change(setField(pathOf(row), row.fields, field, isOn))
}

/** @param {Session} session @param {number} table @param {readonly number[]} columns @param {string} field @param {boolean} isOn */
export function setFlag(session, table, columns, field, isOn) {
  const all = columnsOf(tablesOf(session.value.peek())[table])
  session.change(columns.flatMap((column) => setField(pathOf({ table, column }), all[column], field, isOn)))
}

/** Removes what is selected. @param {Session} session */
export function removeSelected(session) {
  const selection = session.selection.peek()
  const { table } = selection
  if (table === undefined || !session.canEdit.peek()) return
  const value = session.value.peek()
  const columns = selectedColumns(selection)
  const fields = tablesOf(value)[table]
  const [first] = columns
  const name = first === undefined ? textOf(fields?.name) : columns.map((column) => textOf(columnsOf(fields)[column]?.name)).join(', ')
  // Otherwise those that come after them would be selected.
  if (columns.length > 1) session.selection.value = { table, column: first, to: first, field: selection.field }
  session.change(columns.length > 0 ? removeColumns(value, table, columns) : removeTables(value, [table]))
  session.announcement.value = session.t.peek()('grid.removed', { name })
}

/** Adds a custom column at the end of a table, and selects it. @param {Session} session @param {number} table */
export function addCustomColumn(session, table) {
  const columns = columnsOf(tablesOf(session.value.peek())[table])
  const name = freeName('custom_column', columns.map(({ name }) => name))
  session.change(addColumns(session.value.peek(), table, [{ name, isCustomColumn: true, sql: '' }]))
  session.selection.value = { table, column: columns.length, to: columns.length, field: 'name' }
}

/** Adds a table without a catalog, and selects it. @param {Session} session */
export function addEmptyTable(session) {
  session.begin()
  const tables = tablesOf(session.value.peek())
  const item = { name: freeName('table', tables.map(({ name }) => name)), columns: [{ name: 'id' }] }
  session.change([tables.length > 0 || Array.isArray(/** @type {any} */ (session.value.peek())?.tableList) ? { op: 'insert', path: ['tableList', tables.length], value: item } : { op: 'set', path: ['tableList'], value: [item] }])
  session.selection.value = { table: tables.length, field: 'name' }
}

/**
 * Moves what is selected: a table among the tables, a column within its table.
 *
 * @param {Session} session
 * @param {Row} row
 * @param {number} to its new index
 */
export function moveRow(session, row, to) {
  const value = session.value.peek()
  const count = row.column === undefined ? tablesOf(value).length : columnsOf(tablesOf(value)[row.table]).length
  if (to < 0 || to >= count) return
  const { field } = session.selection.peek()
  session.change([{ op: 'move', path: pathOf(row), to }])
  session.selection.value = row.column === undefined ? { table: to, field } : { table: row.table, column: to, to, field }
  session.announcement.value = session.t.peek()('grid.moved', { name: textOf(row.fields.name), position: to + 1 })
}

/** What is selected as lines with tabs, for a spreadsheet. @param {Session} session @param {Row | undefined} row */
export function copied(session, row) {
  if (!row) return undefined
  const selection = session.selection.peek()
  const columns = selectedColumns(selection)
  if (columns.length < 2) return String(row.fields[selection.field ?? 'name'] ?? '')
  const all = columnsOf(tablesOf(session.value.peek())[row.table])
  return columns.map((column) => FIELDS.filter((field) => field !== 'type').map((field) => String(all[column]?.[field] ?? '').replace(/[\t\n]/g, ' ')).join('\t')).join('\n')
}

/**
 * Writes the cells of a spreadsheet from the cell with the focus on. Lines beyond the last column
 * become new columns if they begin with a name.
 *
 * @param {Session} session
 * @param {Row} row
 * @param {string} field
 * @param {string} text
 * @returns {number} of cells
 */
export function paste(session, row, field, text) {
  const lines = cells(text)
  const first = FIELDS.indexOf(/** @type {any} */ (field))
  // The type is the catalog's; what is pasted next to a name is a label.
  const fields = FIELDS.slice(Math.max(0, first)).filter((name) => name !== 'type')
  const value = session.value.peek()
  const columns = columnsOf(tablesOf(value)[row.table])
  const start = row.column ?? 0
  /** @type {Change[]} */
  const changes = []
  /** @type {object[]} */
  const added = []
  let count = 0
  for (const [line, texts] of lines.entries()) {
    const column = columns[start + line]
    /** @type {Record<string, unknown>} */
    const fresh = {}
    for (const [at, cell] of texts.entries()) {
      const name = fields[at]
      if (name === undefined) break
      const given = FLAGS.has(name) ? /^(true|yes|1|x|✓)$/i.test(cell.trim()) : cell.trim()
      if (column) {
        const target = { table: row.table, column: start + line, fields: column }
        if (!hasField(target, name) || (!FLAGS.has(name) && !TEXTS.has(name) && name !== 'sql') || (name === 'name' && given === '')) continue
        changes.push(...setField(pathOf(target), column, name, given))
        count++
      } else if (given !== '' && given !== false) {
        fresh[name] = given
        count++
      }
    }
    if (!column && typeof fresh.name === 'string') added.push({ ...fresh, ...(fresh.sql !== undefined && { isCustomColumn: true }) })
  }
  changes.push(...addColumns(value, row.table, added))
  session.change(changes)
  return count
}

/** The cells of a copied part of a spreadsheet; a cell with line breaks or quotes is quoted. @param {string} text */
export function cells(text) {
  /** @type {string[][]} */
  const lines = [[]]
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\n\r]*))(\t|\r\n|\n|\r|$)/g
  for (const [all, quoted, plain, end] of text.replace(/(\r\n|\n|\r)$/, '').matchAll(pattern)) {
    const isLast = end === ''
    if (all === '' && isLast && lines.length > 1 && lines.at(-1)?.length === 0) break
    lines.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (isLast) break
    if (end !== '\t') lines.push([])
  }
  return lines
}
