// Valid datamarts of any size, always the same ones, with names as people give them.

const SUBJECTS = ['customer', 'order', 'invoice', 'payment', 'shipment', 'product', 'inventory', 'supplier', 'campaign',
  'session', 'ticket', 'subscription', 'employee', 'warehouse', 'refund', 'contract', 'account', 'visit', 'device', 'review']
const ASPECTS = ['', 'items', 'events', 'history', 'daily', 'totals', 'archive', 'targets', 'notes', 'links']
const PREFIXES = ['', 'billing', 'shipping', 'first', 'last', 'net', 'gross', 'source', 'target', 'previous', 'current', 'external']
const NOUNS = ['amount', 'status', 'name', 'email', 'created_at', 'updated_at', 'country', 'city', 'quantity', 'currency',
  'discount', 'channel', 'category', 'region', 'score', 'comment', 'reference', 'due_date']
const CUSTOM_SQL = ['amount * quantity', "CASE WHEN status = 'paid' THEN amount ELSE 0 END", 'coalesce(discount, 0)',
  "concat(name, ' (', country, ')')", "date_trunc('month', created_at)"]

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

/** The n-th name of all pairs of a first and a second word; after the last pair, numbered. */
function nthName(n, firsts, seconds) {
  const round = Math.floor(n / (firsts.length * seconds.length))
  return joined(firsts[n % firsts.length], seconds[Math.floor(n / firsts.length) % seconds.length], round ? `${round + 1}` : '')
}

const titled = (name) => name.split('_').map((word) => word[0].toUpperCase() + word.slice(1)).join(' ')

function column(n, next) {
  const name = nthName(n, PREFIXES, NOUNS)
  const result = { name, label: titled(name) }
  if (next() < 0.3) result.alias = `${name}_alias`
  if (next() < 0.1) result.isHide = true
  if (name.endsWith('_at')) result.isApplyTimezone = true
  return result
}

function customColumn(n, next) {
  const name = `calculated_${n}`
  return { name, label: titled(name), isCustomColumn: true, sql: CUSTOM_SQL[Math.floor(next() * CUSTOM_SQL.length)] }
}

export function generateDatamart(tables, columns) {
  const next = random(tables * 1000 + columns)
  // The first plain columns are those that relationships, tenants and the formulas above speak of.
  const fixed = ['id', 'tenant_id', 'parent_id'].map((name) => ({ name }))
  const tableList = Array.from({ length: tables }, (_, t) => ({
    name: nthName(t, SUBJECTS, ASPECTS),
    schemaName: 'public',
    label: titled(nthName(t, SUBJECTS, ASPECTS)),
    clientColumn: 'tenant_id',
    columns: Array.from({ length: columns }, (_, c) => {
      if (c < fixed.length) return { ...fixed[c] }
      const plain = c - fixed.length
      // The first 18 words are plain names that formulas refer to; then about one in twenty is a formula.
      return plain >= NOUNS.length && next() < 0.06 ? customColumn(plain, next) : column(plain, next)
    }),
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
