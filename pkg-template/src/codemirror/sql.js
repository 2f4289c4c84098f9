/** Lints an editor that contains one SQL expression. */
// @ts-check

import { analyzeSql, validateDatamart } from '#package'
import { titleOf } from '../adapters/issue-text.js'
import { replacement } from '../text/difference.js'
import { applyEdits, diagnosticOf } from './diagnostics.js'
import { refreshableLinter } from './refresh.js'

/** @typedef {import('@codemirror/view').EditorView} EditorView */
/** @typedef {import('../../index.d.ts').Fix} Fix */
/** @typedef {import('../../index.d.ts').Issue} Issue */
/** @typedef {import('../../codemirror.d.ts').SqlContext} SqlContext */
/** @typedef {import('../../codemirror.d.ts').SqlTable} SqlTable */

/** Only the column shows whether it is marked as an aggregate. */
const OF_COLUMN = 'sql-aggregate-not-marked'

/** @type {typeof import('../../codemirror.d.ts').sqlLintSource} */
export function sqlLintSource(given) {
  /**
   * @param {EditorView} view
   * @param {Issue} asked
   */
  const fix = (view, { code, message }) => {
    // The user may type while a tooltip is open.
    const sql = view.state.doc.toString()
    const { issues, path } = judge(sql, contextOf(given))
    const issue = issues.find((issue) => issue.code === code && issue.message === message)
    const edits = issue?.fix && sqlEdits(sql, issue.fix, path)
    if (edits) applyEdits(view, edits)
  }

  return ({ state: { doc } }) => {
    const sql = doc.toString()
    const { issues, path } = judge(sql, contextOf(given))
    return issues.map((issue) =>
      diagnosticOf(
        issue,
        issue.range ?? { start: 0, end: doc.length },
        (other) => (isAt(other.path, path) ? other.range : undefined),
        issue.fix && sqlEdits(sql, issue.fix, path) ? [{ name: titleOf(issue.fix), apply: (view) => fix(view, issue) }] : [],
      ),
    )
  }
}

/** @type {typeof import('../../codemirror.d.ts').sqlLinter} */
export function sqlLinter(given, config) {
  return refreshableLinter(sqlLintSource(given), config)
}

/**
 * @param {import('../../codemirror.d.ts').SqlContextSource | undefined} given
 * @returns {SqlContext}
 */
export function contextOf(given) {
  return (typeof given === 'function' ? given() : given) ?? {}
}

/**
 * Returns an analyser for SQL in the dialect of a context.
 *
 * @param {SqlContext} context
 * @returns {(sql: string) => import('../../index.d.ts').SqlAnalysis}
 */
function analyzerOf({ validator, datasourceType }) {
  return validator ? (sql) => validator.analyzeSql(sql) : (sql) => analyzeSql(sql, { datasourceType })
}

/**
 * The issues of the expression: on its own, or as a column of its table, whose names only the table
 * lists.
 *
 * @param {string} sql
 * @param {SqlContext} context
 * @returns {{ issues: readonly Issue[], path: Issue['path'] }}
 */
function judge(sql, context) {
  const { table, column, validator, datasourceType } = context
  if (!table) return { issues: analyzerOf(context)(sql).issues, path: [] }
  const { datamart, path } = datamartAround(sql, table, column)
  const { issues } = validator ? validator.validate(datamart) : validateDatamart(datamart, { datasourceType })
  return { issues: issues.filter((issue) => isAt(issue.path, path) && (column !== undefined || issue.code !== OF_COLUMN)), path }
}

/**
 * A datamart with one table, in which the column has the expression. The column comes first,
 * because cycles are reported there.
 *
 * @param {string} sql
 * @param {SqlTable} table
 * @param {string | undefined} name of the column
 */
function datamartAround(sql, table, name) {
  const columns = table.columns.map((column) => (typeof column === 'string' ? { name: column } : datamartColumn(column)))
  const own = { ...columns.find((column) => column.name === name), name: name ?? unusedName(columns), isCustomColumn: true, sql }
  const { name: tableName = 'table', schemaName, schema = schemaName, clientColumn } = table
  return {
    datamart: {
      name: 'datamart',
      datasourceName: 'datasource',
      tableList: [
        {
          name: tableName,
          ...(schema && { schemaName: schema }),
          ...(clientColumn && { clientColumn }),
          columns: [own, ...columns.filter((column) => column.name !== name)],
        },
      ],
    },
    path: ['tableList', 0, 'columns', 0, 'sql'],
  }
}

/**
 * The fields of a datamart's column, without those that only a catalog's column has.
 *
 * @param {import('../../codemirror.d.ts').SqlTableColumn} column
 * @returns {{ name: string, isCustomColumn?: boolean, isAggregate?: boolean, sql?: string }}
 */
function datamartColumn({ name, isCustomColumn, isAggregate, sql }) {
  return { name, ...(isAggregate && { isAggregate }), ...(isCustomColumn && { isCustomColumn, sql: sql ?? '' }) }
}

/** @param {readonly { name: string }[]} columns */
function unusedName(columns) {
  let name = 'expression'
  while (columns.some((column) => column.name === name)) name += '_'
  return name
}

/** @param {Issue['path']} one @param {Issue['path']} other */
function isAt(one, other) {
  return one.length === other.length && one.every((step, at) => step === other[at])
}

/**
 * The changes of a fix to the expression; undefined if it also changes something else.
 *
 * @param {string} sql
 * @param {Fix} fix
 * @param {Issue['path']} path of the expression
 */
function sqlEdits(sql, { edits }, path) {
  const changes = []
  for (const edit of edits) {
    if ('textRange' in edit || !isAt(edit.path, path)) return undefined
    if ('range' in edit) changes.push({ ...edit.range, text: edit.text })
    else if (edit.op === 'set' && typeof edit.value === 'string' && edits.length === 1) changes.push(replacement(sql, edit.value))
    else return undefined
  }
  return changes
}
