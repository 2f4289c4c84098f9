/**
 * CodeMirror 6 lint sources and completion: for an editor with a datamart as JSON text, and for one
 * with a single SQL expression.
 *
 * Requires the packages `@codemirror/state`, `@codemirror/view` and `@codemirror/lint`, which every
 * editor has, and `@codemirror/autocomplete` for the type of a completion source.
 */

import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { Diagnostic, linter } from '@codemirror/lint'
import type { Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { DatasourceType, ValidateOptions, ValidationResult, Validator } from './index.js'

/**
 * Lints a JSON document with a datamart:
 * `extensions: [json(), datamartLinter({ datasourceType: 'postgres' })]`.
 *
 * Each diagnostic marks exactly the value, or the affected characters of a string, taking escapes
 * into account. It shows the next step, related places and a link to the rule, and offers the
 * issue's fix as an action, which changes only what it must and is a single undo step. Its elements
 * have the class `cm-issue` and `cm-issue-` followed by the code.
 *
 * @param given options, a validator, or a function that returns one of them and is called each
 * time. Options, including a catalog, are read once as long as they are the same object; when they
 * change, call {@link refreshLint}.
 * @param config options of CodeMirror's `linter`, such as `delay`.
 * @throws {TypeError} for an unknown or invalid option, when the editor lints for the first time.
 */
export declare function datamartLinter(given?: DatamartSource, config?: LintConfig): Extension

/** The lint source of {@link datamartLinter}, for `linter` of `@codemirror/lint`. */
export declare function datamartLintSource(given?: DatamartSource): SyncLintSource

/**
 * Lints an editor with one SQL expression, the `sql` of a custom column.
 *
 * With a table, unknown names and cycles of custom columns are reported too. Fixes that change more
 * than the expression are left to the surrounding form.
 *
 * @param given the context of the expression, or a function that returns it and is called each
 * time. When it changes, call {@link refreshLint}.
 * @param config options of CodeMirror's `linter`, such as `delay`.
 */
export declare function sqlLinter(given?: SqlContextSource, config?: LintConfig): Extension

/** The lint source of {@link sqlLinter}, for `linter` of `@codemirror/lint`. */
export declare function sqlLintSource(given?: SqlContextSource): SyncLintSource

/**
 * Completes the names of the table's columns in an SQL expression:
 * `autocompletion({ override: [sqlCompletionSource({ table })] })`.
 *
 * A name is quoted in the datasource's dialect if it could not be read otherwise or, with
 * `datasourceType`, if the database would change its case: Snowflake reads `total` as `TOTAL`.
 * Names are also completed after `table.`, but not in strings and comments.
 */
export declare function sqlCompletionSource(given: SqlContextSource): (context: CompletionContext) => CompletionResult | null

/**
 * Lints again immediately although the text has not changed: what a function passed to a linter
 * returns has changed.
 */
export declare function refreshLint(view: EditorView): void

/** A synchronous CodeMirror lint source; it needs only the state of a view. */
export type SyncLintSource = (view: Pick<EditorView, 'state'>) => Diagnostic[]

/** The options of CodeMirror's `linter`: `delay`, `markerFilter`, `autoPanel` and others. */
export type LintConfig = NonNullable<Parameters<typeof linter>[1]>

/** How a datamart is validated. */
export type DatamartSource = DatamartJudge | ValidateOptions | (() => DatamartJudge | ValidateOptions | null | undefined) | null

/** Validates the JSON text of a datamart: a {@link Validator}, or a wrapper around one. */
export interface DatamartJudge {
  validate(text: string): ValidationResult
}

/** The context of an expression, or a function that returns it each time. */
export type SqlContextSource = SqlContext | (() => SqlContext | null | undefined)

/** The context of an expression. */
export interface SqlContext {
  /** The dialect. Without it, whatever any datasource accepts is accepted. */
  readonly datasourceType?: DatasourceType | null | undefined
  /**
   * Validates instead of `datasourceType`, which then only determines the quotes of completed
   * names: a validator with a catalog, for example.
   */
  readonly validator?: Pick<Validator, 'validate' | 'analyzeSql'> | null | undefined
  /** The table of the expression: one of a datamart, or one of the API's schema reply. */
  readonly table?: SqlTable | null | undefined
  /**
   * The name of the expression's column. It is not completed, and references that lead back to it
   * are reported.
   */
  readonly column?: string | undefined
}

/** What an expression can refer to. Additional fields are allowed. */
export interface SqlTable {
  readonly name?: string | undefined
  /** The schema, by its name in a datamart. */
  readonly schemaName?: string | null | undefined
  /** The schema, by its name in the API's schema reply. */
  readonly schema?: string | null | undefined
  readonly clientColumn?: string | null | undefined
  readonly columns: readonly (string | SqlTableColumn)[]
}

/** A column of the table. */
export interface SqlTableColumn {
  readonly name: string
  /** The name shown to users of the datamart, displayed next to a completion. */
  readonly label?: string | null | undefined
  /** The database's name of the type, displayed next to a completion. */
  readonly dataType?: string | null | undefined
  readonly isCustomColumn?: boolean | null | undefined
  readonly isAggregate?: boolean | null | undefined
  readonly sql?: string | null | undefined
}
