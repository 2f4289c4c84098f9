/** Random datamarts that are valid for their options: every datasource, with and without a catalog. */

import { randomFrom } from '../../support/random.mjs'

/** How each type of datasource quotes a name, what schemas its tables may have, and whether it converts time zones. */
const DATASOURCES = {
  snowflake: ['"', ['PUBLIC', 'größe']],
  postgres: ['"', ['public', 'Größe'], true],
  redshift: ['"', ['public', 'a b'], true],
  cockroachdb: ['"', ['public', 'x.y'], true],
  mysql: ['`', ['', 'shop']],
  mongodb: [undefined, ['']],
  clickhouse: ['"', ['', 'default'], true],
  singlestore: ['`', ['']],
  bigquery: ['`', ['', 'project.dataset']],
  databricks: ['`', ['', 'main']],
  elasticsearch: ['"', ['']],
  opensearch: ['`', ['']],
  mssql: ['[', ['dbo', 'Größe'], true],
  awss3: ['"', ['']],
  csv: ['"', ['']],
  firebolt: ['"', ['', 'public']],
  athena: ['"', ['', 'lake']],
  trino: ['"', ['', 'hive'], true],
}

const NAMES = [
  'orders', 'CamelCase', 'UPPER', 'select', 'from', 'group', 'user', 'date', 'table', 'columns', 'null', 'true', 'end', 'customer_id', '_hidden', '1st', '0x1', '1',
  'größe', 'état', '日本', 'имя', 'ß', 'ς', 'İstanbul', 'cafe\u0301', '😀', 'a b', "it's", 'with "quotes"', 't`icks', 'br[ack]et', '{b}', '<t>', '&amp;', 'x.y',
  'a-b', '--c', '/*c*/', '*star', 'comma,', 'semi;', 'percent%', 'dollar$', 'at@x', 'hash#', 'tab\tname', 'n\u00a0b', ' leading', 'trailing ', '__proto__', 'constructor',
  `long_${'x'.repeat(80)}`,
]

const NUMBERS = ['integer', 'bigint', 'numeric(10,2)', 'INT64', 'Nullable(Int64)', 'double precision']
const TEXTS = ['text', 'varchar(20)', 'STRING', 'character varying']
const TIMES = ['timestamp', 'date', 'timestamptz', 'DATETIME']

/** What is left of a name if case, accents and whitespace are ignored: names that differ in these only would be warnings. */
const plain = (name) => name.trim().toLowerCase().replaceAll('ß', 'ss').normalize('NFD').replace(/\p{M}/gu, '')

/**
 * A datamart without any issue, its options, and the catalog of which it is made (also if the options
 * have none).
 *
 * @param {number} seed
 */
export function validDatamart(seed) {
  const random = randomFrom(seed)
  const int = (end) => Math.floor(random() * end)
  const pick = (items) => items[int(items.length)]
  const chance = (probability) => random() < probability
  const datasourceType = pick([undefined, ...Object.keys(DATASOURCES)])
  const [quote, schemas, convertsTimeZones] = DATASOURCES[datasourceType] ?? [undefined, ['', 'shop'], true]
  const hasCatalog = chance(0.7)
  // Only a catalog can tell that whitespace belongs to a name.
  const names = NAMES.filter((name) => hasCatalog || name === name.trim())

  const distinct = (count, taken) => {
    const seen = new Set(taken.map(plain))
    const found = Array.from({ length: count }, () => (chance(0.3) ? `${pick(names)}_${int(50)}` : pick(names)))
    return found.filter((name) => !seen.has(plain(name)) && seen.add(plain(name)))
  }
  const catalog = distinct(1 + int(4), ['tenants']).map((name) => ({
    name,
    schema: pick(schemas),
    columns: [
      { name: 'id', dataType: pick(NUMBERS) },
      { name: 'tenant_id', dataType: 'integer' },
      ...distinct(2 + int(5), ['id', 'tenant_id']).map((name) => ({ name, dataType: pick(pick([NUMBERS, TEXTS, TIMES])) })),
    ],
  }))
  const tenants = { name: 'tenants', schema: schemas[0], columns: [{ name: 'id', dataType: 'integer' }, { name: 'title', dataType: 'text' }] }
  const level = pick([undefined, 'TABLE', 'TABLE', 'DATABASE', ...(datasourceType === 'mssql' ? ['MULTI_DATABASE'] : [])])

  const quoted = (name) => (quote === '[' ? `[${name.replaceAll(']', ']]')}]` : `${quote}${name.replaceAll(quote, quote + quote)}${quote}`)
  const expression = (table, column) => {
    const [name, whole] = [quoted(column), `${quoted(table)}.${quoted(column)}`]
    return pick([name, `COALESCE(${name}, ${name})`, `CASE WHEN ${name} IS NULL THEN 1 ELSE 2 END`, `(${name})`, whole])
  }
  const column = ({ name, dataType }) => ({
    name,
    ...(chance(0.2) && { alias: `alias of ${name}` }),
    ...(chance(0.2) && { label: pick(NAMES) }),
    ...(chance(0.1) && { isHide: pick([false, null]) }),
    ...(chance(0.1) && { sql: pick(['', null]) }),
    ...(chance(0.2) && convertsTimeZones && TIMES.includes(dataType) && { isApplyTimezone: true }),
  })
  const tableList = catalog.map(({ name, schema, columns }) => {
    const [first, ...others] = columns
    const listed = [first, ...others.filter(() => chance(0.8))]
    const usable = hasCatalog ? columns : listed
    const custom = quote ? Array.from({ length: int(3) }, (_, number) => ({ name: `computed ${number}`, isCustomColumn: true, sql: expression(name, pick(usable).name) })) : []
    return {
      name,
      ...(schema ? { schemaName: schema } : chance(0.2) && { schemaName: pick([null, '']) }),
      ...(level === 'TABLE' && { clientColumn: 'tenant_id' }),
      ...(chance(0.2) && { label: pick(NAMES) }),
      columns: [...listed.map(column), ...custom],
    }
  })
  const end = (table) => {
    const usable = hasCatalog ? catalog[table].columns : tableList[table].columns
    const numbers = catalog[table].columns.filter(({ name, dataType }) => NUMBERS.includes(dataType) && usable.some((it) => it.name === name))
    return pick(numbers).name
  }
  const relationships = catalog.slice(1).map(({ name }, number) => ({
    parentTableName: catalog[number].name,
    parentColumnName: end(number),
    childTableName: name,
    childColumnName: end(number + 1),
    relationshipName: `joins ${number}`,
    ...(chance(0.5) && { cardinality: pick(['ManyToMany', 'ManyToOne', 'OneToMany', 'OneToOne', null]) }),
    ...(chance(0.5) && { join: pick(['INNER JOIN', 'LEFT JOIN', 'RIGHT JOIN', 'FULL JOIN', null]) }),
  }))
  const mapping = { clientColumnType: 'NUMBER', schemaName: tenants.schema || 'main', tableName: 'tenants', tableClientNameColumn: 'title', tablePrimaryKeyColumn: 'id' }
  const datamart = {
    name: pick(['sales', 'Sales-1', 'a_b', 'größe', '0', 'x'.repeat(300)]),
    datasourceName: pick(NAMES).trim(),
    tableList,
    ...(level && { tenancySettings: { tenancyLevel: level, ...(level === 'TABLE' ? mapping : { primaryDatabase: pick(['main', null]) }) } }),
    ...(chance(0.5) && { relationships }),
  }

  const tables = [...catalog, tenants]
  const operation = pick(['create', 'update'])
  const options = {
    operation,
    ...(datasourceType && { datasourceType }),
    ...(hasCatalog && { catalog: chance(0.5) ? { tables } : { data: { datasourceName: datamart.datasourceName, datasourceId: 'x', tables, tableCount: 1, columnCount: 1 } } }),
    ...(chance(0.4) && { existingDatamarts: operation === 'update' ? [datamart.name, 'other'] : ['other'] }),
    ...(chance(0.4) && { datasources: pick([[datamart.datasourceName], [{ name: datamart.datasourceName, isAuthenticated: true, isDisabled: false }]]) }),
    ...(chance(0.2) && { guestTokenTimezone: true }),
  }
  return { datamart, options, tables }
}
