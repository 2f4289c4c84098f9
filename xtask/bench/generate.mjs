// Valid datamarts of any size, always the same ones, with realistic names. No rule reports anything
// about them, for a PostgreSQL datasource or an unknown one.

import { formula } from './formulas.mjs'

const SUBJECTS = ['customer', 'order', 'invoice', 'payment', 'shipment', 'product', 'inventory', 'supplier', 'campaign',
  'session', 'ticket', 'subscription', 'employee', 'warehouse', 'refund', 'contract', 'account', 'visit', 'device', 'review']
const ASPECTS = ['', 'items', 'events', 'history', 'daily', 'totals', 'archive', 'targets', 'notes', 'links']
const PREFIXES = ['', 'billing', 'shipping', 'first', 'last', 'net', 'gross', 'source', 'target', 'previous', 'current', 'external']
const NOUNS = ['amount', 'status', 'name', 'email', 'created_at', 'updated_at', 'country', 'city', 'quantity', 'currency',
  'discount', 'channel', 'category', 'region', 'score', 'comment', 'reference', 'due_date']
/** One formula per this many columns; at least one if the table has room for it. */
const COLUMNS_TO_A_FORMULA = 20

/** A small generator of random numbers (mulberry32), so that every run measures the same input. */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const joined = (...words) => words.filter(Boolean).join('_')

/** The n-th pair of two words, cycling through the first words; after the last pair, numbered. */
function nthPair(n, firsts, seconds) {
  const round = Math.floor(n / (firsts.length * seconds.length))
  return [firsts[n % firsts.length], seconds[Math.floor(n / firsts.length) % seconds.length], round ? `${round + 1}` : '']
}

const tableName = (n) => joined(...nthPair(n, SUBJECTS, ASPECTS))

const titled = (name) => name.split('_').map((word) => word[0].toUpperCase() + word.slice(1)).join(' ')

/**
 * The n-th plain column: every noun by itself, then every noun after the first prefix, and so on.
 */
function plainColumn(n, next) {
  const [noun, prefix, number] = nthPair(n, NOUNS, PREFIXES)
  const name = joined(prefix, noun, number)
  const column = { name, label: titled(name) }
  if (next() < 0.3) column.alias = `${name}_alias`
  if (next() < 0.1) column.isHide = true
  if (noun.endsWith('_at')) column.isApplyTimezone = true
  return { column, noun }
}

function customColumn(n, listed, next) {
  const { sql, isAggregate } = formula(listed, next)
  const name = `calculated_${n + 1}`
  const column = { name, label: titled(name), isCustomColumn: true, sql }
  if (isAggregate) column.isAggregate = true
  return column
}

/**
 * The columns that relationships and tenancy refer to, then plain ones, then formulas over all of
 * these.
 */
function columnsOf(fixed, count, next) {
  const columns = fixed.slice(0, count).map((name) => ({ name }))
  const formulas = Math.min(Math.max(1, Math.round(count / COLUMNS_TO_A_FORMULA)), count - columns.length)
  /** Column names by kind. */
  const listed = new Map(columns.map(({ name }) => [name, [name]]))
  for (let n = 0; columns.length < count - formulas; n++) {
    const { column, noun } = plainColumn(n, next)
    columns.push(column)
    listed.set(noun, [...(listed.get(noun) ?? []), column.name])
  }
  for (let n = 0; columns.length < count; n++) columns.push(customColumn(n, listed, next))
  return columns
}

export function generateDatamart(tables, columns) {
  const next = random(tables * 1000 + columns)
  const fixed = tables > 1 ? ['id', 'tenant_id', 'parent_id'] : ['id', 'tenant_id']
  const tableList = Array.from({ length: tables }, (_, t) => ({
    name: tableName(t),
    schemaName: 'public',
    label: titled(tableName(t)),
    clientColumn: 'tenant_id',
    columns: columnsOf(fixed, columns, next),
  }))
  return {
    name: `sales-${tables}x${columns}`,
    datasourceName: 'warehouse',
    tableList,
    tenancySettings: {
      tenancyLevel: 'TABLE',
      clientColumnType: 'NUMBER',
      schemaName: 'public',
      tableName: 'tenants',
      tableClientNameColumn: 'name',
      tablePrimaryKeyColumn: 'id',
    },
    relationships: tableList.slice(1).map((child, t) => ({
      parentTableName: tableList[t].name,
      parentColumnName: 'id',
      childTableName: child.name,
      childColumnName: 'parent_id',
      relationshipName: `${tableList[t].name}_to_${child.name}`,
      cardinality: 'OneToMany',
      join: 'LEFT JOIN',
    })),
  }
}

/** The custom columns of a datamart. */
export const customColumns = ({ tableList }) => tableList.flatMap(({ columns }) => columns.filter((column) => column.isCustomColumn))

/** The same datamart with every custom column turned into a plain one. */
export function withoutSql(datamart) {
  const plain = ({ sql, isCustomColumn, isAggregate, ...column }) => column
  return { ...datamart, tableList: datamart.tableList.map((table) => ({ ...table, columns: table.columns.map(plain) })) }
}
