/** Reads files that the user chooses or drops. */
// @ts-check

import { writtenAnew } from '../document/places.js'
import { remember } from './account.js'
import { reasonOf } from './reason.js'

/** @typedef {import('./session.js').Session} Session */

/**
 * A catalog from a file: the API's schema reply, or lines with a table, a column and a type.
 *
 * @param {string} text
 * @param {string} name of the file
 * @returns {unknown}
 * @throws {Error} whose message is for the user
 */
function readCatalogFile(text, name) {
  const isList = /\.(csv|tsv|txt)$/i.test(name) || !/^\s*[[{]/.test(text)
  return isList ? catalogOfLines(text) : JSON.parse(text)
}

/**
 * @param {string} text lines of a table, a column and a type, optionally with the schema in front of
 * the table; the first line may name them, in any order
 */
function catalogOfLines(text) {
  const separator = /^[^\n]*\t/.test(text) ? '\t' : /^[^\n,]*;/.test(text) ? ';' : ','
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/).filter((line) => line.trim() !== '').map((line) => cellsOf(line, separator))
  const places = columnsOf(lines[0] ?? [])
  const rows = places ? lines.slice(1) : lines
  const { schema, table, column, type } = places ?? ((lines[0]?.length ?? 0) > 3 ? { schema: 0, table: 1, column: 2, type: 3 } : { schema: -1, table: 0, column: 1, type: 2 })
  /** @type {Map<string, { name: string, schema: string, columns: { name: string, dataType: string }[] }>} */
  const tables = new Map()
  for (const row of rows) {
    const [inSchema, name, own] = [row[schema] ?? '', row[table] ?? '', row[column] ?? '']
    if (!name || !own) throw new Error(`expected a table and a column in each line, found “${row.join(separator)}”`)
    const key = JSON.stringify([inSchema, name])
    let found = tables.get(key)
    if (!found) tables.set(key, (found = { name, schema: inSchema, columns: [] }))
    found.columns.push({ name: own, dataType: row[type] ?? '' })
  }
  if (tables.size === 0) throw new Error('it has no lines')
  return { tables: [...tables.values()] }
}

/** The names under which databases list these. */
const HEADS = {
  schema: ['schema', 'table_schema', 'schema_name', 'schemaname'],
  table: ['table', 'table_name', 'tablename'],
  column: ['column', 'column_name', 'columnname', 'field'],
  type: ['type', 'data_type', 'datatype', 'column_type'],
}

/** @param {readonly string[]} line */
function columnsOf(line) {
  const names = line.map((cell) => cell.trim().toLowerCase().replace(/\s+/g, '_'))
  const at = (/** @type {keyof typeof HEADS} */ head) => names.findIndex((name) => HEADS[head].includes(name))
  const places = { schema: at('schema'), table: at('table'), column: at('column'), type: at('type') }
  return places.table >= 0 && places.column >= 0 ? places : undefined
}

/** @param {string} line @param {string} separator */
function cellsOf(line, separator) {
  const cells = []
  let at = 0
  while (at <= line.length) {
    const quoted = /^\s*"((?:[^"]|"")*)"\s*/.exec(line.slice(at))
    if (quoted) {
      cells.push(/** @type {string} */ (quoted[1]).replaceAll('""', '"'))
      at += quoted[0].length + 1
    } else {
      const end = line.indexOf(separator, at)
      cells.push(line.slice(at, end < 0 ? undefined : end).trim())
      at = (end < 0 ? line.length : end) + 1
    }
  }
  return cells
}

/** Uses a catalog from a file. @param {Session} session @param {File} file */
export async function loadCatalog(session, file) {
  const before = session.catalogSource.peek()
  session.catalogProblem.value = ''
  try {
    const reply = readCatalogFile(await file.text(), file.name)
    // The package knows what a catalog must look like.
    await session.engine.call('setOptions', { ...session.options.peek(), catalog: /** @type {any} */ (reply) })
    session.catalogSource.value = reply
    const stored = session.stored.peek()
    if (stored?.catalog) remember(session, session.document.opened.peek(), { ...stored, catalog: undefined })
    session.keeper.peek()?.keepCatalog(reply)
  } catch (error) {
    session.catalogSource.value = before
    const reason = reasonOf(error).replace(/^option `catalog`: /, '')
    session.catalogProblem.value = session.t.peek()('catalog.failed', { reason })
  }
  session.applyOptions()
}

/**
 * Opens a file: a datamart, or the API's list reply. If that has several datamarts, the user chooses.
 *
 * @param {Session} session
 * @param {File} file
 */
export async function openFile(session, file) {
  await openText(session, await file.text())
}

/**
 * Opens the text of a file. A reply is not the datamart that is taken from it, so nothing is saved
 * to its file.
 *
 * @param {Session} session
 * @param {string} text
 * @param {FileSystemFileHandle} [handle] of the file, if it can be written
 */
export async function openText(session, text, handle) {
  const datamarts = await fromListReply(session, text)
  if (datamarts && datamarts.length > 1) session.choices.value = datamarts
  else if (datamarts?.[0]) session.replaceWith(writtenAnew(datamarts[0].datamart))
  else session.replaceWith(text, handle)
}

/** The datamarts of a list reply, if it is one. @param {Session} session @param {string} text */
async function fromListReply(session, text) {
  if (!/"datamartTables"|"data"/.test(text)) return undefined
  try {
    return await session.engine.call('importDatamarts', text)
  } catch {
    return undefined
  }
}
