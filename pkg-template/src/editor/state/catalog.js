/** The catalog, indexed for looking names up and for searching. */
// @ts-check

/** @typedef {{ name: string, dataType: string }} CatalogColumn */
/** @typedef {{ table: CatalogTable, own: string, columns: readonly string[], joined: string }} Names of a table and its columns; `joined` has a line for each column */
/**
 * @typedef {object} CatalogTable
 * @property {number} index its place in the catalog
 * @property {string} name
 * @property {string} schema empty if there is none
 * @property {readonly CatalogColumn[]} columns
 */

export class Catalog {
  /** @type {readonly CatalogTable[]} */
  tables
  /** The name of the datasource, if the reply tells. @type {string} */
  datasource
  /** @type {Map<string, CatalogTable>} */
  #byFullName = new Map()
  /** @type {Map<string, CatalogTable[]>} */
  #byName = new Map()
  /** @type {WeakMap<CatalogTable, Map<string, CatalogColumn>>} */
  #columns = new WeakMap()
  /** The names in lower case, as they are searched. @type {readonly Names[] | undefined} */
  #names
  /** What the last search was for, and the tables that it found. @type {{ words: readonly string[], names: readonly Names[] } | undefined} */
  #last

  /** @param {unknown} reply the option `catalog`, whose shape has been checked */
  constructor(reply) {
    const { data } = /** @type {any} */ (reply)
    const { tables, datasourceName } = data ?? reply
    this.datasource = typeof datasourceName === 'string' ? datasourceName : ''
    this.tables = (Array.isArray(tables) ? tables : []).map(readTable)
    for (const table of this.tables) {
      this.#byFullName.set(fullName(table.schema, table.name), table)
      const same = this.#byName.get(table.name)
      if (same) same.push(table)
      else this.#byName.set(table.name, [table])
    }
  }

  /**
   * The catalog's table of this name; without a schema, the only one of the name.
   *
   * @param {string} schema
   * @param {string} name
   */
  find(schema, name) {
    const table = this.#byFullName.get(fullName(schema, name))
    if (table || schema) return table
    const same = this.#byName.get(name)
    return same?.length === 1 ? same[0] : undefined
  }

  /** @param {CatalogTable | undefined} table @param {string} name */
  column(table, name) {
    if (!table) return undefined
    let columns = this.#columns.get(table)
    if (!columns) this.#columns.set(table, (columns = new Map(table.columns.map((column) => [column.name, column]))))
    return columns.get(name)
  }

  /** Prepares searches, which takes a moment with a large catalog: before someone types. */
  prepare() {
    return (this.#names ??= this.tables.map((table) => {
      const { schema, name, columns } = table
      const lower = columns.map(({ name }) => name.toLowerCase())
      return { table, own: (schema ? `${schema}.${name}` : name).toLowerCase(), columns: lower, joined: lower.join('\n') }
    }))
  }

  /**
   * The tables whose name contains the words, and the columns that do, with their table. Every word
   * must occur in the name of the table or of the column.
   *
   * @param {string} query
   * @returns {{ table: CatalogTable, columns: readonly CatalogColumn[] | undefined }[]} without
   * `columns`, the table itself was found
   */
  search(query) {
    const words = query.toLowerCase().split(/[\s.]+/).filter(Boolean)
    if (words.length === 0) return this.tables.map((table) => ({ table, columns: undefined }))
    // Whoever types on is looking for less.
    const isLess = this.#last?.words.every((word) => words.some((longer) => longer.includes(word)))
    const found = []
    const names = []
    for (const entry of isLess && this.#last ? this.#last.names : this.prepare()) {
      const { table, own, columns, joined } = entry
      const rest = words.filter((word) => !own.includes(word))
      if (!rest.every((word) => joined.includes(word))) continue
      const all = rest.length === 0 ? undefined : table.columns.filter((_, index) => rest.every((word) => columns[index]?.includes(word)))
      if (all?.length === 0) continue
      found.push({ table, columns: all })
      names.push(entry)
    }
    this.#last = { words, names }
    return found
  }
}

/** @param {any} table @param {number} index @returns {CatalogTable} */
function readTable({ name, schema, columns }, index) {
  return {
    index,
    name: String(name),
    schema: typeof schema === 'string' ? schema : '',
    columns: (Array.isArray(columns) ? columns : []).map(({ name, dataType }) => ({ name: String(name), dataType: typeof dataType === 'string' ? dataType : '' })),
  }
}

/** @param {string} schema @param {string} name */
function fullName(schema, name) {
  return JSON.stringify([schema, name])
}
