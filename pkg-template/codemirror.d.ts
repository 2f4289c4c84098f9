/**
 * Lint sources and completion for CodeMirror 6: for an editor with a datamart as JSON text, and for one with a single SQL expression.
 *
 * It needs the packages `@codemirror/state`, `@codemirror/view` and `@codemirror/lint`, which an editor has anyway, and for the type of
 * a completion source `@codemirror/autocomplete`.
 */

import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { Diagnostic, linter } from '@codemirror/lint'
import type { Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { DatasourceType, ValidateOptions, ValidationResult, Validator } from './index.js'

/**
 * Lints a JSON document that holds a datamart: `extensions: [json(), datamartLinter({ datasourceType: 'postgres' })]`.
 *
 * Each diagnostic stands at the very value, or at the characters of a string that are meant, escapes counted; it shows the next step, the
 * places that belong to it and the way to the rule, and offers the fix as an action, which changes only what has to change and is
 * one step of undo. Its elements have the class `cm-issue`, and `cm-issue-` with the code.
 *
 * @param given what judges: options, a validator, or a function that is asked each time. Options are read once as long as they are the
 *   same object, a catalog included; when they change, call {@link refreshLint}.
 * @param config of CodeMirror's `linter`, such as `delay`.
 * @throws {TypeError} for an option that is unknown or wrong, when the editor lints for the first time.
 */
export declare function datamartLinter(given?: DatamartSource, config?: LintConfig): Extension

/** The source of {@link datamartLinter} alone, for `linter` of `@codemirror/lint`. */
export declare function datamartLintSource(given?: DatamartSource): SyncLintSource

/**
 * Lints an editor that holds one SQL expression, as it stands in `sql` of a custom column.
 *
 * With a table, names that it lacks and cycles of custom columns are found too. A fix that changes more than the expression is left to
 * the form around it.
 *
 * @param given what is known beside the expression, or a function that is asked each time. When it changes, call {@link refreshLint}.
 * @param config of CodeMirror's `linter`, such as `delay`.
 */
export declare function sqlLinter(given?: SqlContextSource, config?: LintConfig): Extension

/** The source of {@link sqlLinter} alone, for `linter` of `@codemirror/lint`. */
export declare function sqlLintSource(given?: SqlContextSource): SyncLintSource

/**
 * Completes the names of the table's columns in an SQL expression: `autocompletion({ override: [sqlCompletionSource({ table })] })`.
 *
 * A name is quoted as the datasource's dialect wants it where it could not be read otherwise, or, with `datasourceType`, where the database
 * would look for it in other letters: in Snowflake `total`, which would be read as `TOTAL`. Names are completed behind `table.` too, and nothing is in strings and comments.
 */
export declare function sqlCompletionSource(given: SqlContextSource): (context: CompletionContext) => CompletionResult | null

/** Lints again at once although the text is the same: what was given to a linter by a function is something else now. */
export declare function refreshLint(view: EditorView): void

/** CodeMirror's lint source, which answers at once; it needs no more of a view than its state. */
export type SyncLintSource = (view: Pick<EditorView, 'state'>) => Diagnostic[]

/** What CodeMirror's `linter` takes: `delay`, `markerFilter`, `autoPanel` and others. */
export type LintConfig = NonNullable<Parameters<typeof linter>[1]>

/** What judges a datamart. */
export type DatamartSource = DatamartJudge | ValidateOptions | (() => DatamartJudge | ValidateOptions | null | undefined) | null

/** What judges the JSON text of a datamart: a {@link Validator}, or what stands in front of one. */
export interface DatamartJudge {
  validate(text: string): ValidationResult
}

/** What is known beside an expression, or a function that tells it each time. */
export type SqlContextSource = SqlContext | (() => SqlContext | null | undefined)

/** What is known beside an expression. */
export interface SqlContext {
  /** The dialect. Without it what any datasource accepts is accepted. */
  readonly datasourceType?: DatasourceType | null | undefined
  /** Judges instead of `datasourceType`, which then only decides the quotes of completed names: a validator with a catalog, for example. */
  readonly validator?: Pick<Validator, 'validate' | 'analyzeSql'> | null | undefined
  /** The table to which the expression belongs: one of a datamart, or one of the API's schema reply. */
  readonly table?: SqlTable | null | undefined
  /** The name of the column whose expression it is. It is not completed, and names that lead back to it are found. */
  readonly column?: string | undefined
}

/** What an expression can refer to. Fields that are not listed are no obstacle. */
export interface SqlTable {
  readonly name?: string | undefined
  /** The schema, as a datamart calls it. */
  readonly schemaName?: string | null | undefined
  /** The schema, as the API's schema reply calls it. */
  readonly schema?: string | null | undefined
  readonly clientColumn?: string | null | undefined
  readonly columns: readonly (string | SqlTableColumn)[]
}

/** A column of the table. */
export interface SqlTableColumn {
  readonly name: string
  /** What users of the datamart see: shown beside a completion. */
  readonly label?: string | null | undefined
  /** The database's name of the type: shown beside a completion. */
  readonly dataType?: string | null | undefined
  readonly isCustomColumn?: boolean | null | undefined
  readonly isAggregate?: boolean | null | undefined
  readonly sql?: string | null | undefined
}
