/**
 * The datamart editor: importing this defines `<datamart-editor>`, a custom element with a catalog,
 * a grid of tables and columns, the JSON text, details and issues.
 *
 * Requires CodeMirror 6 (the optional peers of the package). Importing it without a DOM, as on a
 * server, does nothing.
 */

import type { EditorStrings } from './editor-strings.js'
import type { Datamart, DatamartRequest, DatamartUpdateRequest, DatasourceEntry, DatasourceSchema, ImportedDatamart, Issue, Operation, ReplyResult, ValidateOptions } from './index.js'

export type { EditorStrings } from './editor-strings.js'

/** Every text of the interface by its key; see `strings` of {@link DatamartEditorElement}. */
export declare const STRINGS: EditorStrings

/**
 * The element `<datamart-editor>`.
 *
 * It takes part in forms under its `name`: its form value is the text, and it is invalid while the
 * check is pending or there is an error. Warnings do not make it invalid.
 *
 * Colours and fonts follow the custom properties `--datamart-accent`, `--datamart-on-accent`,
 * `--datamart-background`, `--datamart-text`, `--datamart-font` and `--datamart-font-mono`, and the
 * property `color-scheme`. The element has a fixed height, 720 px unless the page sets another one.
 */
export declare class DatamartEditorElement extends HTMLElement {
  /**
   * The document. Setting it opens another one, with an empty undo history: a datamart or its JSON
   * text. Reading returns the text, including what has been typed but not left yet. Setting the
   * present text does nothing.
   */
  get value(): string
  set value(value: string | Datamart | null | undefined)

  /**
   * Opens another document as the user does with a file: undo brings the present one back. Setting
   * `value` forgets it.
   */
  open(value: string | Datamart): void

  /**
   * The version that changes are counted from: a datamart or its JSON text. Without one, it is the
   * text that was opened: by `value`, by a file that the user chose, or from `storage`.
   */
  original: string | Datamart | null | undefined

  /** The tables of the datasource, as the option `catalog` of {@link ValidateOptions}. */
  catalog: ValidateOptions['catalog']

  /** The options of the validation. */
  options: ValidateOptions | null | undefined

  /** The option `messages` of {@link ValidateOptions}. */
  messages: ValidateOptions['messages']

  /** Whether nothing can be changed: the attribute `readonly`. */
  readOnly: boolean

  /**
   * The primary action: `create` or `update` shows a button of that name, which fires `submit`.
   * Without it, the button copies the body of the request. The attribute `action`.
   */
  action: string

  /** The name of the form field: the attribute `name`. */
  name: string

  /**
   * What calls the API: `createClient({ baseUrl: '/api/databrain' })` of `datamart-validator/client`,
   * or any object with these methods. With it, the editor opens the account's datamarts, creates
   * and updates them, and shows what the reply says at the fields it is about. A datamart that was
   * opened this way brings its own `original` and `catalog`. The attribute `action` is not needed: a
   * datamart that the account has under this name is updated, any other one is created.
   */
  client: EditorClient | null | undefined

  /**
   * Shows the reply to what the page has sent itself, after `submit`: the result of `readReply`, the
   * result or the error of a client, or `{ issues }`. Its issues are shown until their fields are
   * edited or `submit` is fired again. Nothing shows the last one no longer.
   */
  showReply(reply: ReplyResult | { readonly issues: readonly Issue[] } | { readonly id: string } | Error | null | undefined): void

  /**
   * Where the text, and a catalog that the user has loaded, are kept between visits; nowhere unless
   * provided. What was kept is opened if the editor has no text. If another tab has written to the
   * same storage, the user decides which version stays.
   */
  storage: EditorStorage | null | undefined

  /** Texts that replace those of the interface, by their keys. */
  strings: Partial<EditorStrings> | null | undefined

  /**
   * The URL of `datamart-validator/editor-worker.js`, for a Content-Security-Policy that does not
   * allow workers from `blob:`. Without it, and if such a worker is refused, the main thread
   * validates. Set it when the element is created.
   */
  workerUrl: string | URL | undefined

  /** The form that the element belongs to. */
  readonly form: HTMLFormElement | null
  /** As of other form fields. */
  readonly validity: ValidityState
  /** As of other form fields. */
  readonly validationMessage: string
  /** As of other form fields. */
  readonly willValidate: boolean
  /** As of other form fields. */
  checkValidity(): boolean
  /** As of other form fields. */
  reportValidity(): boolean

  addEventListener<Type extends keyof DatamartEditorEvents>(
    type: Type,
    listener: (this: DatamartEditorElement, event: DatamartEditorEvents[Type]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void
  addEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions): void
}

/**
 * A place for texts. The editor uses the keys `text` and `catalog`: prefix them if there are several
 * editors. `localStorage` holds a few megabytes; IndexedDB holds any catalog.
 */
export interface EditorStorage {
  get(key: 'text' | 'catalog'): string | null | undefined | PromiseLike<string | null | undefined>
  set(key: 'text' | 'catalog', value: string): unknown
  remove(key: 'text' | 'catalog'): unknown
}

/** What the editor uses of a client; without the optional methods, it does without. */
export interface EditorClient {
  /** The datamarts of the account, of which the user opens one. */
  listDatamarts(options: { readonly signal: AbortSignal }): Promise<readonly ImportedDatamart[]>
  /** A datamart as it is now, with which an update is compared. */
  getDatamart?(name: string, options: { readonly signal: AbortSignal }): Promise<ImportedDatamart | undefined>
  /** The datasources that a new datamart can be based on. */
  listDatasources?(options: { readonly signal: AbortSignal }): Promise<readonly DatasourceEntry[]>
  /** The catalog of a datasource. */
  getSchema?(datasourceName: string, options: { readonly signal: AbortSignal }): Promise<DatasourceSchema>
  /** Creates a datamart, given as JSON text. */
  createDatamart(datamart: string): Promise<{ readonly id: string }>
  /** Updates a datamart, given as JSON text. */
  updateDatamart(datamart: string): Promise<{ readonly id: string }>
}

/** The events of the element. They do not bubble. */
export interface DatamartEditorEvents {
  /** A text has been checked. */
  issues: CustomEvent<{ readonly valid: boolean; readonly issues: readonly Issue[] }>
  /** The user has changed the document. */
  change: CustomEvent<{ readonly text: string }>
  /**
   * The user wants to create or update the datamart, which has no errors. Nothing has been sent. With
   * a `client`, the editor sends it, unless the event is cancelled.
   */
  submit: CustomEvent<{ readonly text: string; readonly request: DatamartRequest | DatamartUpdateRequest }>
  /** The reply to what the editor has sent through its `client`, or what `showReply` was given. */
  sent: CustomEvent<{ readonly operation: Operation; readonly outcome: 'done' | 'not-done' | 'unknown'; readonly id?: string; readonly issues?: readonly Issue[] }>
}

declare global {
  interface HTMLElementTagNameMap {
    'datamart-editor': DatamartEditorElement
  }
}
