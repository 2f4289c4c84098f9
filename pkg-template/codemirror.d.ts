/**
 * CodeMirror 6 lint sources, completion and hover: for an editor with a datamart as JSON text, and
 * for one with a single SQL expression. Folding and the closing of brackets are CodeMirror's own:
 * `foldGutter` of `@codemirror/language`, `closeBrackets` of `@codemirror/autocomplete`.
 *
 * Requires the packages `@codemirror/state`, `@codemirror/view` and `@codemirror/lint`, which every
 * editor has, and `@codemirror/autocomplete` for the type of a completion source.
 */

import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { Diagnostic, linter } from '@codemirror/lint'
import type { Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { DatamartContext, SqlContext } from './completion.js'
import type { ValidateOptions, ValidationResult, Validator } from './index.js'

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
 * Completes a JSON document with a datamart, by `completeDatamart` of `datamart-validator/completion`:
 * `autocompletion({ override: [datamartCompletionSource({ catalog })] })`.
 *
 * A completion that leaves something to fill in opens the next one there.
 *
 * @param given what is known, such as the options of {@link datamartLinter}, or a function that
 * returns it each time.
 */
export declare function datamartCompletionSource(given?: DatamartContextSource): (context: CompletionContext) => CompletionResult | null

/**
 * Completes the names of the table's columns in an SQL expression, the dialect's functions with their
 * signatures, and the words of expressions, by `completeSql` of `datamart-validator/completion`:
 * `autocompletion({ override: [sqlCompletionSource({ table })] })`.
 *
 * A name is quoted in the datasource's dialect if it could not be read otherwise or, with
 * `datasourceType`, if the database would change its case: Snowflake reads `total` as `TOTAL`.
 * Names are also completed after `table.`, but not in strings and comments.
 */
export declare function sqlCompletionSource(given: SqlContextSource): (context: CompletionContext) => CompletionResult | null

/**
 * Shows the documentation of the field, or what the catalog has of the name, under the pointer in a
 * JSON document with a datamart. Its elements have the class `cm-datamart-hover`.
 */
export declare function datamartHover(given?: DatamartContextSource): Extension

/** Shows the type of the column, or the signature of the function, under the pointer in an SQL expression. */
export declare function sqlHover(given: SqlContextSource): Extension

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

/** What is known in addition to the datamart, or a function that returns it each time. */
export type DatamartContextSource = DatamartContext | (() => DatamartContext | null | undefined) | null

/** The context of an expression, or a function that returns it each time. */
export type SqlContextSource = SqlContext | (() => SqlContext | null | undefined)

export type { DatamartContext, SqlContext, SqlTable, SqlTableColumn } from './completion.js'
