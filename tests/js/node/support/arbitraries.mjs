/** Random datamarts: valid ones, and valid ones with some mistakes added. */

import fc from 'fast-check'

/** Few names, so that some collide: duplicates, matching relationships, near misses. */
const name = fc.constantFrom('orders', 'order', 'customers', 'Customers', 'items', 'id', 'customer_id', 'größe', '😀 sales', 'a.b', 'x')
const anyText = fc.oneof(name, fc.constantFrom('', ' ', '\t', ' padded ', '\u00a0nbsp', 'sum(total) / 2', "it's \"quoted\"", 'a\\b', 'line\nbreak', '\u2028'), fc.string({ unit: 'grapheme', maxLength: 12 }))
const optional = (arbitrary) => fc.option(arbitrary, { nil: undefined, freq: 2 })
const record = (required, others) =>
  fc
    .record({ ...required, ...Object.fromEntries(Object.entries(others).map(([key, arbitrary]) => [key, optional(arbitrary)])) })
    .map((value) => JSON.parse(JSON.stringify(value)))

const column = record(
  { name },
  { alias: name, label: anyText, isHide: fc.boolean(), isCustomColumn: fc.boolean(), sql: anyText, isAggregate: fc.boolean(), isApplyTimezone: fc.boolean() },
)
const table = record(
  { name, columns: fc.array(column, { minLength: 1, maxLength: 4 }) },
  { schemaName: name, clientColumn: name, isHide: fc.boolean(), label: anyText, indexPattern: anyText },
)
const tenancySettings = record(
  { tenancyLevel: fc.constantFrom('TABLE', 'DATABASE', 'MULTI_DATABASE') },
  { clientColumnType: fc.constantFrom('NUMBER', 'STRING'), primaryDatabase: fc.option(name), schemaName: name, tableName: name, tableClientNameColumn: name, tablePrimaryKeyColumn: name },
)
const relationship = record(
  { parentTableName: name, parentColumnName: name, childTableName: name, childColumnName: name, relationshipName: name },
  { cardinality: fc.constantFrom('ManyToMany', 'ManyToOne', 'OneToMany', 'OneToOne', null), join: fc.constantFrom('INNER JOIN', 'LEFT JOIN', 'RIGHT JOIN', 'FULL JOIN', null) },
)

/** With the right shape, though not without issues. */
export const shapely = record(
  { name, datasourceName: name, tableList: fc.array(table, { minLength: 1, maxLength: 4 }) },
  { tenancySettings, relationships: fc.array(relationship, { maxLength: 4 }) },
)

const wrongValue = fc.oneof(
  anyText,
  fc.constantFrom(null, true, false, 0, -1.5, 1e21, 'true', 'Table', 'database', 'left join', [], {}, [[]], [null], [{}], { name: 'x' }, ['orders']),
)
const unknownKey = fc.constantFrom('nmae', 'Name', 'colums', 'lable', 'table', 'isHidden', 'tenancyLevl', 'x', 'a b', 'größe', '😀', 'constructor', 'toString', '')

/** Selects a position where something goes wrong, as a number among all positions. */
const mutation = fc.record({
  place: fc.nat(),
  kind: fc.constantFrom('replace', 'replace', 'delete', 'rename', 'add', 'repeat'),
  value: wrongValue,
  key: unknownKey,
})

function places(value, found = []) {
  if (typeof value !== 'object' || value === null) return found
  for (const key of Object.keys(value)) {
    found.push([value, Array.isArray(value) ? Number(key) : key])
    places(value[key], found)
  }
  return found
}

function mutate(value, { place, kind, value: wrong, key: unknown }) {
  const all = places(value)
  if (all.length === 0) return
  const [container, key] = all[place % all.length]
  if (Array.isArray(container)) {
    if (kind === 'delete') container.splice(key, 1)
    else if (kind === 'repeat') container.push(structuredClone(container[key]))
    else container[key] = structuredClone(wrong)
    return
  }
  switch (kind) {
    case 'replace':
      container[key] = structuredClone(wrong)
      break
    case 'delete':
      delete container[key]
      break
    case 'rename':
      container[unknown] = container[key]
      if (unknown !== key) delete container[key]
      break
    default:
      container[unknown] = structuredClone(wrong)
  }
}

/** A datamart with some mistakes. It is JSON, so that text and object can be compared. */
export const datamarts = fc.tuple(shapely, fc.array(mutation, { maxLength: 4 })).map(([value, mutations]) => {
  for (const it of mutations) mutate(value, it)
  return value
})

/** Options that many rules need. */
export const options = fc.record(
  {
    datasourceType: fc.constantFrom('postgres', 'mysql', 'mssql', 'snowflake', 'opensearch', 'csv'),
    operation: fc.constantFrom('create', 'update'),
    existingDatamarts: fc.array(name, { maxLength: 3 }),
    datasources: fc.array(fc.oneof(name, fc.record({ name, isDisabled: fc.boolean() })), { maxLength: 3 }),
    guestTokenTimezone: fc.boolean(),
    strict: fc.boolean(),
  },
  { requiredKeys: [] },
)

/** The same value with the keys of every object in a different order. */
export function shuffled(value, random) {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, random))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, member]) => [key, shuffled(member, random)])
  return Object.fromEntries(entries.map((entry) => [random(), entry]).sort(([a], [b]) => a - b).map(([, entry]) => entry))
}
