/** Reads what a datamart holds out of its text, with places: its tables and custom columns, relationships, tenancy. */
// @ts-check

import { nodeAt, readString, readTree } from './json-text.js'

/** @typedef {import('./json-text.js').JsonNode} JsonNode */
/** @typedef {import('./package.js').Range} Range */
/** @typedef {(string | number)[]} Path */

/** Reading longer texts for display would be felt at every pause of typing. */
const READ = 8 * 1024 * 1024

/**
 * @typedef {object} CustomColumn
 * @property {number} index in the table
 * @property {string} name
 * @property {{ text: string, place: Range } | undefined} sql its place includes the quotes
 * @property {(sql: string) => { place: Range, insert: string }} rewritten how the text changes when the column gets an expression
 * @property {Range} place
 */
/**
 * @typedef {object} TableSummary
 * @property {string} name
 * @property {string} schema
 * @property {string} clientColumn
 * @property {boolean} isHidden
 * @property {number} columns
 * @property {number} hidden
 * @property {CustomColumn[]} custom
 * @property {(name: string) => Range | undefined} placeOf where the table lists a column
 * @property {() => import('datamart-validator/codemirror').SqlTableColumn[]} listed its columns, as far as SQL is concerned
 * @property {Range} place
 */
/** @typedef {{ text: string, detail: string, name: string, place: Range }} RelationshipSummary */
/**
 * @typedef {object} DatamartSummary
 * @property {string} text that it was read from
 * @property {string} name
 * @property {string} datasource
 * @property {TableSummary[]} tables
 * @property {RelationshipSummary[]} relationships
 * @property {{ level: string, text: string, place: Range } | undefined} tenancy
 */

/**
 * @param {string} text
 * @returns {DatamartSummary | undefined}
 */
export function readSummary(text) {
  const root = text.length <= READ ? readTree(text) : undefined
  if (!root?.members) return undefined

  /** @param {JsonNode} node @param {Path} path */
  const string = (node, ...path) => {
    const found = nodeAt(node, path)
    return found?.kind === 'string' ? readString(text, found).trim() : ''
  }
  /** @param {JsonNode} node @param {string} key */
  const flag = (node, key) => {
    const found = nodeAt(node, [key])
    return found?.kind === 'word' && text.slice(found.start, found.end) === 'true'
  }
  /** @param {JsonNode} column @param {number} index @returns {CustomColumn} */
  const customColumn = (column, index) => {
    const sql = nodeAt(column, ['sql'])
    return {
      index,
      name: string(column, 'name'),
      sql: sql?.kind === 'string' ? { text: readString(text, sql), place: { start: sql.start, end: sql.end } } : undefined,
      rewritten: (expression) => {
        const value = JSON.stringify(expression)
        if (sql) return { place: { start: sql.start, end: sql.end }, insert: value }
        // Behind the last member: a custom column has one that says so.
        const end = column.members?.at(-1)?.value.end ?? column.end
        return { place: { start: end, end }, insert: `, "sql": ${value}` }
      },
      place: nameOf(column),
    }
  }

  const tables = (nodeAt(root, ['tableList'])?.items ?? []).map((table) => {
    const columns = nodeAt(table, ['columns'])?.items ?? []
    return {
      name: string(table, 'name'),
      schema: string(table, 'schemaName'),
      clientColumn: string(table, 'clientColumn'),
      isHidden: flag(table, 'isHide'),
      columns: columns.length,
      hidden: columns.filter((column) => flag(column, 'isHide')).length,
      custom: columns.flatMap((column, index) => (flag(column, 'isCustomColumn') ? customColumn(column, index) : [])),
      placeOf: finder(() => {
        const nodes = [nodeAt(table, ['clientColumn']), ...columns.map((column) => nodeAt(column, ['name']))]
        return nodes.flatMap((node) => (node?.kind === 'string' ? { name: readString(text, node).trim(), node } : []))
      }),
      listed: () =>
        columns.map((column) => ({
          name: string(column, 'name'),
          label: string(column, 'label'),
          isCustomColumn: flag(column, 'isCustomColumn'),
          isAggregate: flag(column, 'isAggregate'),
          sql: string(column, 'sql'),
        })),
      place: nameOf(table),
    }
  })

  const relationships = (nodeAt(root, ['relationships'])?.items ?? []).map((relationship) => {
    /** @param {'parent' | 'child'} side */
    const end = (side) =>
      `${string(relationship, `${side}TableName`) || '?'}.${string(relationship, `${side}ColumnName`) || '?'}`
    return {
      text: `${end('parent')} → ${end('child')}`,
      detail: [string(relationship, 'cardinality'), string(relationship, 'join')].filter(Boolean).join(', '),
      name: string(relationship, 'relationshipName'),
      place: { start: relationship.start, end: relationship.start + 1 },
    }
  })

  const settings = nodeAt(root, ['tenancySettings'])
  const tenancy = settings?.members && {
    level: string(settings, 'tenancyLevel') || 'no level',
    text: describeTenancy((key) => string(settings, key)),
    place: { start: settings.start, end: settings.start + 1 },
  }

  return { text, name: string(root, 'name'), datasource: string(root, 'datasourceName'), tables, relationships, tenancy }
}

/** Where a table or a column is shown: its name, or where it begins. @param {JsonNode} node */
function nameOf(node) {
  const name = nodeAt(node, ['name'])
  return name ? { start: name.start, end: name.end } : { start: node.start, end: Math.min(node.end, node.start + 1) }
}

/**
 * Finds places by names: to the letter if one is so, without regard to case otherwise, as most databases do.
 *
 * @param {() => { name: string, node: JsonNode }[]} read called when the first name is looked for: most tables are never asked
 * @returns {(name: string) => Range | undefined}
 */
function finder(read) {
  /** @type {Map<string, Range> | undefined} */
  let exact
  /** @type {Map<string, Range>} */
  const folded = new Map()
  return (name) => {
    if (!exact) {
      exact = new Map()
      for (const { name, node } of read()) {
        const place = { start: node.start, end: node.end }
        exact.set(name, place)
        folded.set(name.toLowerCase(), place)
      }
    }
    return exact.get(name) ?? folded.get(name.toLowerCase())
  }
}

/** @param {(key: string) => string} setting */
function describeTenancy(setting) {
  const level = setting('tenancyLevel')
  if (level === 'TABLE') {
    const table = [setting('schemaName'), setting('tableName')].filter(Boolean).join('.')
    const kind = setting('clientColumnType').toLowerCase()
    return `a client column in each table${kind && ` (${kind})`}${table && `, clients listed in ${table}`}`
  }
  const database = setting('primaryDatabase')
  const primary = database ? `, primary database ${database}` : ''
  if (level === 'DATABASE') return `a database for each tenant${primary}`
  if (level === 'MULTI_DATABASE') return `tenants over several databases${primary}`
  return ''
}
