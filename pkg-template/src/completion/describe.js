/** Describes what is at a position of a datamart's JSON text. */
// @ts-check

import { findColumn, findTable, fullName } from './catalog.js'
import { fieldOf, holds, need } from './contract.js'
import { mappingTable, tableNamed } from './names-in-datamart.js'
import { stringAt } from './scanner.js'
import { siteAt } from './site.js'
import { describeSqlIn } from './sql-in-json.js'

/** @typedef {import('./site.js').Site} Site */

/** @type {typeof import('../../completion.d.ts').describeAt} */
export function describeAt(text, offset, options) {
  const context = options || {}
  const site = siteAt(text, offset + 1, context)
  const { token, role, kind, field, key } = site
  if (!token) return undefined
  const word = stringAt(text, token.start, token.end)
  const place = { from: token.start, to: token.end }
  if (role === 'key') {
    const named = fieldOf(kind, word)
    return named && { ...place, title: word, detail: [holds(named), need(named)].filter(Boolean).join(', '), info: named.doc }
  }
  if (!field || !key) return undefined
  if (key === 'sql' && token.isString) return describeSqlIn(site, offset, context) || { ...place, title: key, info: field.doc }
  return { ...place, ...(described(site, word) || { title: key, detail: holds(field), info: field.doc }) }
}

/** What the catalog and the datamart have under a name. @param {Site} site @param {string} name */
function described(site, name) {
  switch (`${site.kind}.${site.key}`) {
    case 'Table.name':
    case 'TenancySettings.tableName':
      return describedTable(findTable(site.catalog, name, site.own('schemaName')))
    case 'Relationship.parentTableName':
    case 'Relationship.childTableName':
      return describedTable(tableNamed(site, name)?.known)
    case 'Column.name':
    case 'Table.clientColumn':
      return describedColumn(site.table(), name)
    case 'TenancySettings.tableClientNameColumn':
    case 'TenancySettings.tablePrimaryKeyColumn':
      return describedColumn(mappingTable(site), name)
    case 'Relationship.parentColumnName':
      return describedColumn(tableNamed(site, site.own('parentTableName')), name)
    case 'Relationship.childColumnName':
      return describedColumn(tableNamed(site, site.own('childTableName')), name)
    default:
      return undefined
  }
}

/** @param {import('./catalog.js').Table | undefined} table */
function describedTable(table) {
  return table && { title: fullName(table), detail: `table, ${table.columns.length} ${table.columns.length === 1 ? 'column' : 'columns'}` }
}

/** @param {import('./site.js').Listed | undefined} table @param {string} name */
function describedColumn(table, name) {
  const known = findColumn(table?.known, name)
  const listed = table?.columns.find((column) => column.name === name)
  if (listed?.isCustomColumn) return { title: `${table?.name}.${name}`, detail: 'custom column', ...(listed.sql && { info: listed.sql }) }
  return known && { title: `${table?.known ? fullName(table.known) : table?.name}.${known.name}`, ...(known.type && { detail: known.type }) }
}
