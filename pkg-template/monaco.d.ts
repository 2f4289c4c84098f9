/**
 * Support for datamarts as JSON text in the Monaco editor: markers, quick fixes, completion and
 * hover.
 *
 * Nothing of Monaco is imported: the application passes its own `monaco`. The package
 * `monaco-editor` is needed for these types only.
 */

import type * as monaco from 'monaco-editor'
import type { IssueCode, ValidateOptions, ValidationResult } from './index.js'

/**
 * Connects models with the validation and the completion of datamarts:
 * `connectDatamart(monaco, editor.getModel(), { catalog, datasourceType: 'postgres' })`.
 *
 * - The markers have the owner `datamart-validator`; a marker's code links to the rule.
 * - Fixes are quick fixes, each a single undo step that changes only what it must; those of one kind
 *   and all certain ones can be applied together, the latter also by Monaco's "Fix All".
 * - Fields, values, names of the catalog and SQL are completed, by `completeDatamart` of
 *   `datamart-validator/completion`, instead of by Monaco's own completion of JSON.
 * - Hovering shows the documentation of fields, and what the catalog has of a name.
 *
 * A connection ends with its model. The language of a model makes no difference.
 *
 * @param monaco the namespace of `monaco-editor`.
 * @param models a model, a list of models, or a function that chooses from all present and future
 * models, and is asked again when the language of one changes.
 * @throws {TypeError} for an unknown or invalid option.
 */
export declare function connectDatamart(monaco: Monaco, models: DatamartModels, options?: ConnectOptions | null): DatamartConnection

/** As much of the namespace of `monaco-editor` as is needed. */
export interface Monaco {
  readonly editor: Pick<typeof monaco.editor, 'getModels' | 'onDidChangeModelLanguage' | 'onDidCreateModel' | 'setModelMarkers'>
  readonly languages: Pick<
    typeof monaco.languages,
    | 'CompletionItemInsertTextRule'
    | 'CompletionItemKind'
    | 'CompletionTriggerKind'
    | 'registerCodeActionProvider'
    | 'registerCompletionItemProvider'
    | 'registerHoverProvider'
  >
  readonly MarkerSeverity: typeof monaco.MarkerSeverity
  readonly Uri: Pick<typeof monaco.Uri, 'parse'>
}

/** Which models contain datamarts. */
export type DatamartModels = monaco.editor.ITextModel | readonly monaco.editor.ITextModel[] | ((model: monaco.editor.ITextModel) => boolean)

/** The options of the validation, and those of the connection. */
export interface ConnectOptions extends ValidateOptions {
  /**
   * Validates instead of the options, which then only determine what is completed: a validator that
   * the page has anyway, or a wrapper around one. It is not disposed of.
   */
  readonly validator?: DatamartJudge | null | undefined
  /** How long typing has to pause before the text is validated, in milliseconds: 200 unless given. */
  readonly delay?: number | undefined
  /** The title of the action that applies all fixes of a kind, or without a code all certain ones. */
  readonly fixAllTitle?: ((count: number, code?: IssueCode) => string) | undefined
}

/** Validates the JSON text of a datamart. */
export interface DatamartJudge {
  validate(text: string): ValidationResult
}

/** Connected models. */
export interface DatamartConnection extends monaco.IDisposable {
  /** Replaces all options, and validates again. */
  update(options?: ConnectOptions | null): void
  /** Removes the markers and everything else. */
  dispose(): void
}
