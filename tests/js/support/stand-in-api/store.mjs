/** The datamarts and datasources of the stand-in's organisation. */

/** @typedef {{ name: string, schema?: string, columns: { name: string, dataType: string }[] }} Table */
/** @typedef {{ isAuthenticated?: boolean, isDisabled?: boolean, tables: Table[] }} Datasource */

/** @param {string} name @param {Record<string, string>} columns */
const table = (name, columns) => ({
  name,
  schema: 'public',
  columns: Object.entries(columns).map(([name, dataType]) => ({ name, dataType })),
})

/** @type {Record<string, Datasource>} */
const SHOP = {
  warehouse: {
    tables: [
      table('orders', { id: 'integer', customer_id: 'integer', tenant_id: 'integer', total: 'numeric', created_at: 'timestamp' }),
      table('customers', { id: 'integer', tenant_id: 'integer', name: 'text' }),
      table('tenants', { id: 'integer', name: 'text' }),
    ],
  },
  archive: { isDisabled: true, tables: [] },
}

const RELATIONSHIP = ['parentTableName', 'parentColumnName', 'childTableName', 'childColumnName', 'relationshipName', 'cardinality', 'join']
const COLUMN = ['alias', 'label', 'isHide', 'isCustomColumn', 'isApplyTimezone']
const TABLE = ['schemaName', 'label', 'clientColumn', 'isHide']
const TENANCY = ['tenancyLevel', 'schemaName', 'tableName', 'clientColumnType', 'tableClientNameColumn', 'tablePrimaryKeyColumn']

export class Store {
  /** As they were sent, by name. @type {Map<string, any>} */
  datamarts = new Map()
  /** Every change that was made, in order. @type {{ operation: 'create' | 'update' | 'delete', name: string }[]} */
  writes = []
  #datasources

  constructor(datasources = SHOP) {
    this.#datasources = datasources
  }

  clear() {
    this.datamarts.clear()
    this.writes.length = 0
  }

  /** @param {string} name */
  hasDatasource(name) {
    return Object.hasOwn(this.#datasources, name)
  }

  /** @param {string} name @returns {Table[]} */
  tablesOf(name) {
    return this.hasDatasource(name) ? this.#datasources[name].tables : []
  }

  listDatasources() {
    return Object.entries(this.#datasources).map(([name, { isAuthenticated = true, isDisabled = false }]) => ({ name, isAuthenticated, isDisabled }))
  }

  /** @param {any} datamart */
  create(datamart) {
    this.datamarts.set(datamart.name, datamart)
    this.writes.push({ operation: 'create', name: datamart.name })
  }

  /** What is left out stays as it is. @param {any} changes */
  update({ datamartName, ...changes }) {
    this.datamarts.set(datamartName, { ...this.datamarts.get(datamartName), ...changes })
    this.writes.push({ operation: 'update', name: datamartName })
  }

  /** @param {string} name */
  remove(name) {
    const isThere = this.datamarts.delete(name)
    if (isThere) this.writes.push({ operation: 'delete', name })
    return isThere
  }

  /** The datamarts as the list reply shows them. @param {{ expandDetails: boolean, untidy: boolean }} options */
  records({ expandDetails, untidy }) {
    return [...this.datamarts.values()].map((datamart) => this.#record(datamart, expandDetails, untidy))
  }

  /** @param {any} datamart @param {boolean} expandDetails @param {boolean} untidy @returns {any} */
  #record({ name, datasourceName, tableList, tenancySettings, relationships = [] }, expandDetails, untidy) {
    const record = {
      name,
      datamartOrganization: tenancySettings ? picked(tenancySettings, TENANCY) : null,
      companyIntegration: { name: datasourceName },
    }
    if (!expandDetails) return record
    return {
      ...record,
      datamartTables: tableList.map((/** @type {any} */ table) => this.#table(datasourceName, table, untidy)),
      datamartRelationships: relationships.map((/** @type {any} */ relationship) => picked(relationship, RELATIONSHIP)),
    }
  }

  /** @param {string} datasourceName @param {any} table @param {boolean} untidy */
  #table(datasourceName, table, untidy) {
    const known = this.tablesOf(datasourceName).find(({ name }) => name === table.name)
    const columns = table.columns.map((/** @type {any} */ column) => ({
      columnName: column.name,
      datatype: known?.columns.find(({ name }) => name === column.name)?.dataType ?? null,
      ...picked(column, COLUMN),
      sql: column.sql ?? '',
    }))
    return { tableName: table.name, ...picked(table, TABLE), datamartTableColumns: untidy ? [...columns, {}] : columns }
  }
}

/** The fields, those without a value as null. @param {any} object @param {readonly string[]} fields */
function picked(object, fields) {
  return Object.fromEntries(fields.map((field) => [field, object[field] ?? null]))
}
