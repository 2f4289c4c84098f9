/** The names that a datamart can have at a position: of the catalog, and of its own tables. */
// @ts-check

import { findColumn, findTable } from './catalog.js'
import { CARET } from './write.js'

/** @typedef {import('./catalog.js').Table} Table */
/** @typedef {import('./datamart.js').Draft} Draft */
/** @typedef {import('./site.js').Listed} Listed */
/** @typedef {import('./site.js').Site} Site */
/** @typedef {import('../../completion.d.ts').DatamartContext} DatamartContext */

/** Below what is more likely meant. */
const LESS = -50

/** @param {Site} site @param {DatamartContext} options @returns {Draft[]} */
export function namesFor(site, options) {
  const { kind, key, catalog } = site
  switch (`${kind}.${key}`) {
    case 'Datamart.name':
      return options.operation === 'update' ? namesIn(options.existingDatamarts).map((name) => named(name, 'value')) : []
    case 'Datamart.datasourceName':
      return unique([catalog.datasource, ...namesIn(options.datasources)]).map((name) => named(name, 'value'))
    case 'Table.name':
      return tablesOf(site, site.tables())
    case 'Table.schemaName':
      return schemasOf(site, site.table().name)
    case 'Table.clientColumn':
      return columnsOf(site.table())
    case 'Column.name':
      return unlisted(site).map(({ name, type }) => ({ ...named(name, 'column'), ...detail(type) }))
    case 'TenancySettings.schemaName':
      return schemasOf(site, site.own('tableName'))
    case 'TenancySettings.tableName':
      return tablesOf(site, [], site.own('schemaName'))
    case 'TenancySettings.tableClientNameColumn':
    case 'TenancySettings.tablePrimaryKeyColumn':
      return columnsOf(mappingTable(site))
    case 'Relationship.parentTableName':
    case 'Relationship.childTableName':
      return site.tables().map(({ name, known, schema }) => ({ ...named(name, 'table'), ...detail(known ? known.schema : schema) }))
    case 'Relationship.parentColumnName':
      return endOf(site, 'parent', 'child')
    case 'Relationship.childColumnName':
      return endOf(site, 'child', 'parent')
    case 'Relationship.relationshipName':
      return relationshipNames(site)
    default:
      return []
  }
}

/** The objects that a list can have. @param {Site} site @returns {Draft[]} */
export function objectsFor(site) {
  if (site.kind === 'Table') {
    const listed = site.tables()
    return site.catalog.tables
      .filter((table) => !listed.some(({ known }) => known === table))
      .map((table) => ({ ...tableDraft(table), kind: /** @type {const} */ ('table'), json: tableObject(table) }))
  }
  if (site.kind !== 'Column') return []
  const names = unlisted(site)
  const isFirst = site.table().columns.length === 0
  const all = names.map(({ name }) => `{ "name": ${JSON.stringify(name)} }`)
  // On the line of the bracket, the columns get lines of their own.
  const isAlone = /(^|\n)[^\S\n]*$/.test(site.text.slice(site.text.lastIndexOf('\n', site.start - 1) + 1, site.start))
  const together = isAlone ? all.join(',\n') : `\n\t${all.join(',\n\t')}\n`
  return [
    ...(all.length > 1 ? [{ label: isFirst ? `all ${all.length} columns` : `the other ${all.length} columns`, kind: /** @type {const} */ ('snippet'), json: together, boost: 50 }] : []),
    ...names.map(({ name, type }, index) => ({ label: name, kind: /** @type {const} */ ('column'), ...detail(type), json: all[index] || '' })),
    {
      label: 'new custom column',
      kind: /** @type {const} */ ('snippet'),
      info: 'A column computed by `sql`.',
      json: `{ "name": "${CARET}", "isCustomColumn": true, "sql": "" }`,
      boost: LESS,
    },
  ]
}

/** @param {Table} table */
function tableObject({ name, schema }) {
  return `{ "name": ${JSON.stringify(name)}, ${schema ? `"schemaName": ${JSON.stringify(schema)}, ` : ''}"columns": [${CARET}] }`
}

/** @param {Table} table */
function tableDraft({ name, schema, columns }) {
  return { ...named(name, 'table'), ...detail([schema, `${columns.length} columns`].filter(Boolean).join(' · ')) }
}

/** The catalog's tables; those that are listed already come last. @param {Site} site @param {readonly Listed[]} listed @param {string} [schema] */
function tablesOf({ catalog }, listed, schema = '') {
  return catalog.tables.map((table) => ({
    ...tableDraft(table),
    boost: listed.some(({ known }) => known === table) || (schema !== '' && table.schema !== schema) ? LESS : 0,
  }))
}

/** The catalog's schemas; first those that have the table. @param {Site} site @param {string} table */
function schemasOf({ catalog }, table) {
  const having = new Set((catalog.byName.get(table.trim().toLowerCase()) || []).map(({ schema }) => schema))
  return unique(catalog.tables.map(({ schema }) => schema)).map((schema) => ({
    ...named(schema, 'schema'),
    boost: table === '' || having.has(schema) ? 0 : LESS,
  }))
}

/**
 * The columns of a table: those that it lists, then those that only the catalog has.
 *
 * @param {Listed | undefined} table
 * @param {string} [preferred] a type
 * @returns {Draft[]}
 */
function columnsOf(table, preferred = '') {
  if (!table) return []
  const { known, columns } = table
  const listed = columns.filter(({ name }) => name !== '')
  const names = new Set(listed.map(({ name }) => name))
  return [
    ...listed.map(({ name, isCustomColumn }) => {
      const type = findColumn(known, name)?.type ?? ''
      return { ...named(name, isCustomColumn ? 'customColumn' : 'column'), ...detail(isCustomColumn ? 'custom column' : type), boost: preferred && type === preferred ? 10 : 0 }
    }),
    ...(known ? known.columns : [])
      .filter(({ name }) => !names.has(name))
      .map(({ name, type }) => ({ ...named(name, 'column'), ...detail(type), boost: LESS + (preferred && type === preferred ? 10 : 0) })),
  ]
}

/** The catalog's columns that the table does not list yet. @param {Site} site */
function unlisted(site) {
  const { known, columns } = site.table()
  // The one that is being written may still become the same.
  const own = site.inList ? '' : site.own('name')
  const listed = new Set(columns.map(({ name }) => name))
  return (known ? known.columns : []).filter(({ name }) => name === own || !listed.has(name))
}

/** The table that maps clients: only the catalog has all of its columns. @param {Site} site @returns {Listed | undefined} */
export function mappingTable(site) {
  const name = site.own('tableName')
  const schema = site.own('schemaName')
  const known = findTable(site.catalog, name, schema)
  return known ? { name, schema, columns: [], known } : tableNamed(site, name)
}

/** The datamart's table of a name. @param {Site} site @param {string} name */
export function tableNamed(site, name) {
  const tables = name === '' ? [] : site.tables()
  return tables.find((table) => table.name === name) || tables.find((table) => table.name.toLowerCase() === name.toLowerCase())
}

/** The columns of one end of a relationship; first those of the other end's type. @param {Site} site @param {string} end @param {string} other */
function endOf(site, end, other) {
  const opposite = tableNamed(site, site.own(`${other}TableName`))
  const type = findColumn(opposite?.known, site.own(`${other}ColumnName`))?.type
  return columnsOf(tableNamed(site, site.own(`${end}TableName`)), type)
}

/** @param {Site} site */
function relationshipNames(site) {
  const parent = site.own('parentTableName')
  const child = site.own('childTableName')
  return parent && child ? [named(`${parent}_to_${child}`, 'value'), named(`${child}_to_${parent}`, 'value')] : []
}

/** @template {import('../../completion.d.ts').CompletionKind} Kind @param {string} name @param {Kind} kind */
function named(name, kind) {
  return { label: name, kind, json: JSON.stringify(name) }
}

/** @param {string} words */
function detail(words) {
  return words && { detail: words }
}

/** Of a reply of the API, or of names. @param {unknown} given @returns {string[]} */
function namesIn(given) {
  /** @type {any} */
  const reply = given
  const list = Array.isArray(reply) ? reply : reply?.data
  return Array.isArray(list) ? unique(list.map((entry) => (typeof entry === 'string' ? entry : entry?.name))) : []
}

/** @param {readonly unknown[]} names @returns {string[]} */
function unique(names) {
  const texts = names.filter((name) => typeof name === 'string' && name !== '')
  return /** @type {string[]} */ ([...new Set(texts)])
}
