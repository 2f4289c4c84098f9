/** What the package says of SQL expressions, asked once for each, and which columns of the datamart they use. */
// @ts-check

/** @typedef {import('./package.js').DatasourceType} DatasourceType */
/** @typedef {import('./package.js').Issue} Issue */
/** @typedef {import('./package.js').Range} Range */
/** @typedef {import('./package.js').SqlAnalysis} SqlAnalysis */
/** @typedef {import('./package.js').SqlColumn} SqlColumn */
/** @typedef {import('./read-summary.js').TableSummary} TableSummary */
/**
 * A column that an expression uses.
 *
 * @typedef {object} Use
 * @property {string} label as it is written, without quotes
 * @property {'known' | 'unknown' | 'foreign' | 'unclaimed'} kind `unclaimed`: the package does not judge it, as in a sub-select
 * @property {Range | undefined} place of the column; of an unknown one, the place where it is used
 */

/** Answers that are remembered: some screens full. The oldest are forgotten first. */
const REMEMBERED = 1_000

export class SqlReader {
  #analyzeSql
  /** @type {DatasourceType | undefined} */
  #datasourceType
  /** @type {Map<string, SqlAnalysis | undefined>} */
  #answers = new Map()

  /** @param {import('./package.js').Package['analyzeSql']} analyzeSql */
  constructor(analyzeSql) {
    this.#analyzeSql = analyzeSql
  }

  /** @param {DatasourceType | undefined} datasourceType the dialect of what is read from now on */
  setDialect(datasourceType) {
    if (datasourceType === this.#datasourceType) return
    this.#datasourceType = datasourceType
    this.#answers.clear()
  }

  /**
   * @param {string} sql
   * @returns {SqlAnalysis | undefined} undefined when the package has crashed on it: the SQL is shown plainly then
   */
  read(sql) {
    if (this.#answers.has(sql)) return this.#answers.get(sql)
    /** @type {SqlAnalysis | undefined} */
    let answer
    try {
      answer = this.#analyzeSql(sql, { datasourceType: this.#datasourceType })
    } catch (error) {
      console.error(error)
    }
    if (this.#answers.size >= REMEMBERED) this.#answers.delete(this.#answers.keys().next().value ?? '')
    this.#answers.set(sql, answer)
    return answer
  }

  /**
   * The columns that an expression uses, each once, in the order of the text.
   *
   * @param {string} sql
   * @param {TableSummary} table to which the expression belongs
   * @param {readonly TableSummary[]} tables
   * @param {readonly Issue[]} issues of this expression: which names are wrong is for the package to say
   * @returns {Use[]}
   */
  uses(sql, table, tables, issues) {
    const seen = new Set()
    return (this.read(sql)?.columns ?? [])
      .map((column) => use(column, sql, table, tables, issues))
      .filter(({ kind, label, place }) => {
        // However it is written, it is the same column.
        const key = kind === 'known' && place ? place.start : `${kind} ${label}`
        return !seen.has(key) && seen.add(key)
      })
  }
}

/**
 * @param {SqlColumn} column
 * @param {string} sql
 * @param {TableSummary} table
 * @param {readonly TableSummary[]} tables
 * @param {readonly Issue[]} issues
 * @returns {Use}
 */
function use(column, sql, table, tables, issues) {
  const { name, table: qualifier, range, inSubquery } = column
  const label = qualifier === undefined ? name : `${qualifier}.${name}`
  const issue = issues.find(
    (issue) =>
      (issue.code === 'sql-unknown-column' || issue.code === 'sql-other-table') &&
      issue.range !== undefined &&
      issue.range.start >= range.start &&
      issue.range.end <= range.end,
  )
  if (issue?.code === 'sql-unknown-column') return { label, kind: 'unknown', place: issue.textRange }
  const place = issue || inSubquery ? undefined : placeIn(table, column, sql.slice(range.start, range.end))
  if (place || inSubquery) return { label, kind: place ? 'known' : 'unclaimed', place }
  // While the grammar is broken, the package says nothing of tables yet.
  const other = tables.find(({ name }) => qualifier !== undefined && isNamed(name, qualifier))
  if (issue || other) return { label, kind: 'foreign', place: other?.placeOf(name) ?? other?.place ?? issue?.textRange }
  return { label, kind: 'unclaimed', place }
}

/** Whether a table has this name; some write the schema in front of it. @param {string} table @param {string} name */
function isNamed(table, name) {
  return table.toLowerCase().split('.').at(-1) === name.toLowerCase()
}

/**
 * @param {TableSummary} table
 * @param {SqlColumn} column
 * @param {string} written
 */
function placeIn(table, { name, table: qualifier }, written) {
  if (qualifier === undefined) return table.placeOf(name)
  // Some list the fields of an object by their dotted names.
  const dotted = table.placeOf(written)
  if (dotted) return dotted
  // What stands in front is the table, or a column of which this is a field.
  return (isNamed(table.name, qualifier) ? table.placeOf(name) : undefined) ?? table.placeOf(qualifier)
}
