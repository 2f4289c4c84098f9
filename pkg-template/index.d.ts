/**
 * Finds every mistake in a DataBrain datamart before it is sent, and builds the request that sends
 * it.
 *
 * Every function is synchronous and needs no set-up: the first call starts the WebAssembly module.
 */

import type { IssueParams, MessageParams } from './messages.js'

export type { IssueParams, MessageParams } from './messages.js'

/**
 * Validates a datamart and reports all mistakes at once, each with its location.
 *
 * Never throws because of user input.
 *
 * @param datamart any JavaScript value, or JSON text. Text also reveals syntax errors and duplicate
 * keys, and gives every issue a range in the text. The value is not changed.
 * @throws {TypeError} for an unknown or invalid option, which is a programming error.
 * @throws {WasmTrapError} for a bug in this package; the next call works.
 * @throws whatever a getter, a `toJSON` or a proxy of the datamart throws.
 */
export declare function validateDatamart(datamart: unknown, options?: ValidateOptions | null): ValidationResult

/**
 * Builds the request that creates the datamart: `const { url, ...init } = buildRequest(datamart)`,
 * then `fetch(url, init)`. It sends nothing.
 *
 * With `operation: 'update'`, the request replaces the datamart of the same name. The server keeps
 * omitted tenancy settings and the datasource; relationships are always sent, so removed ones are
 * removed on the server too.
 *
 * The body contains the API's fields in the API's order, then unknown fields as given. Optional
 * fields that are null or blank are omitted, except where null has a meaning (`primaryDatabase`,
 * `cardinality`, `join`). `$schema` is omitted too.
 *
 * @throws {DatamartInvalidError} if the datamart has an issue of severity error.
 * @throws {TypeError} for an unknown or invalid option, including an impossible base URL or token.
 * The message never contains the token.
 * @throws {WasmTrapError} for a bug in this package; the next call works.
 */
export declare function buildRequest<Given = undefined>(datamart: unknown, options?: (RequestOptions & { readonly operation?: Given }) | null): RequestOf<Given>

/**
 * Analyses one SQL expression: its mistakes, the columns it uses, the functions it calls. For an
 * editor that shows only the expression of a custom column.
 *
 * Only {@link validateDatamart} reports what depends on the column's table (unknown columns,
 * cycles).
 *
 * @param sql the expression, as in `sql` of a column.
 * @param options validation options, of which `datasourceType`, `rules` and `strict` have an
 * effect. Without `datasourceType`, whatever any datasource accepts is accepted; with `mongodb`,
 * which has no SQL, nothing is reported.
 * @throws {TypeError} for SQL that is not a string, and for an unknown or invalid option.
 * @throws {WasmTrapError} for a bug in this package; the next call works.
 */
export declare function analyzeSql(sql: string, options?: ValidateOptions | null): SqlAnalysis

/**
 * Reads the options once and validates any number of times: for a form that validates on every
 * keystroke, especially with a catalog.
 *
 * It has its own instance of the module, which is released with the last reference to it, or by
 * `dispose()`.
 *
 * @throws {TypeError} for an unknown or invalid option, including a malformed catalog.
 */
export declare function createValidator<Given = undefined>(options?: (ValidateOptions & { readonly operation?: Given }) | null): Validator<RequestOf<Given>>

/**
 * Applies the fix of an issue: `applyFix(datamart, issue.fix)`.
 *
 * @param datamart the datamart that was validated, as a value. It is not changed.
 * @returns a new datamart, which shares unchanged parts with the old one. Objects on the path to a
 * change become plain objects, or the result of their `toJSON`: that is what was validated.
 * @throws {TypeError} for JSON text, for a fix that repairs JSON text ({@link JsonTextEdit}), and
 * for a fix of another datamart.
 */
export declare function applyFix<Value>(datamart: Value, fix: Pick<Fix, 'edits'>): Value

/**
 * Turns a fix, or changes of the value, into the smallest changes of its JSON text:
 * `applyTextEdits(text, textEdits(text, issue.fix))`. For an editor, a form that keeps a file's text,
 * and scripts; nothing is validated, and the module is not loaded.
 *
 * Whatever the changes do not concern stays as it is written: whitespace, comments, notations, the
 * order of keys. What is new is written as the text around it: indentation, line breaks, spaces, and
 * a new key where other objects of its kind have it. Comments next to an item, or on the lines
 * directly above it, belong to it and move with it. Of repeated keys the last one counts. Several
 * changes in one call cost little more than one.
 *
 * @param text JSON, also with comments and trailing commas.
 * @param changes a fix of an issue of exactly this text, or changes, which are applied as {@link
 * Fix.edits} are: first replacements in strings, then the others, one after the other. `set` changes
 * no more of an object or list than differs. A member that is removed and set under another key in
 * the next change is renamed.
 * @returns ranges that do not overlap, in text order. Empty if the text says all of it already.
 * @throws {TypeError} if the text is not JSON, unless the fix repairs it ({@link JsonTextEdit}), and
 * for changes that do not fit the text.
 */
export declare function textEdits(text: string, changes: Fix | readonly (Edit | TextChange)[]): readonly TextEdit[]

/**
 * Applies edits to the text that they belong to.
 *
 * @throws {TypeError} for edits that overlap, or reach beyond the text.
 */
export declare function applyTextEdits(text: string, edits: readonly TextEdit[]): string

/**
 * Formats a path like code: `tableList[0].columns[2].name`. A key that is not an identifier is
 * quoted (`["client id"]`), a key of more than 40 characters is shortened, and the empty path is
 * `datamart`.
 */
export declare function formatPath(path: readonly (string | number)[]): string

/**
 * The issues at a field of a form, including warnings: `issuesAt(issues, 'tableList.0.name')`.
 *
 * @param path the path of the field, as `tableList.0.name`, `tableList[0].name`, or a list of keys
 * and indexes. Empty for issues about the whole datamart.
 */
export declare function issuesAt<Found extends { readonly path: readonly (string | number)[] }>(issues: readonly Found[], path: string | readonly (string | number)[]): Found[]

/**
 * Groups issues, including warnings, by the names of the fields in a form. Issues about the whole
 * datamart are at the empty name.
 *
 * @param options the style of the names: `dots` by default.
 * @throws {TypeError} for an unknown style.
 */
export declare function groupByField<Found extends { readonly path: readonly (string | number)[] }>(
  issues: readonly Found[],
  options?: { readonly style?: FieldStyle | null | undefined } | null,
): Record<string, Found[]>

/**
 * How the name of a field is written: `dots` for `tableList.0.name` (React Hook Form, Angular,
 * Formik), `brackets` for `tableList[0].name` (TanStack Form, Conform, VeeValidate).
 */
export type FieldStyle = 'dots' | 'brackets'

/**
 * Returns the tables and their joins as a graph for drawing. Whatever cannot be read, or does not
 * refer to a certain table, is omitted; the issues report it.
 */
export declare function describeJoins(datamart: unknown): Joins

/**
 * A datamart as Standard Schema and as Standard JSON Schema (https://standardschema.dev, version
 * 1.1), for form libraries, routers and others:
 * `useForm({ resolver: standardSchemaResolver(schema) })`.
 *
 * `validate` is synchronous. It fails with the errors, ordered by location. Warnings are not
 * failures and are not included: {@link validateDatamart} reports them, and `strict: true` turns
 * them into errors. Its `value` is the datamart itself; nothing is converted. JSON text is accepted
 * too, and results in its parsed value.
 *
 * Nothing starts before the first `validate`. A catalog is read then, once per schema: with a
 * catalog, create the schema outside the code that renders.
 *
 * @throws {TypeError} for options that are not an object. An unknown or invalid option is a
 * TypeError of `validate`, at each call.
 */
export declare function datamartSchema(options?: ValidateOptions | null): DatamartSchema
/** The same for a form whose values have another type. */
export declare function datamartSchema<Input>(options?: ValidateOptions | null): DatamartSchema<Input>

/**
 * Reads the reply to a request that creates or updates a datamart, from the API or from a gateway:
 * `readReply({ status: response.status, headers: response.headers, body: await response.text() },
 * datamart)`.
 *
 * Error messages in the reply become issues at the fields that they name. Anything that looks like
 * a token is masked. Never throws because of what a server sent.
 *
 * @param reply the reply, with its body as text or as a parsed value.
 * @param datamart the datamart that was sent, as a value or as JSON text. It locates the schemas,
 * tables and columns that a message names.
 * @param options validation options, of which `messages` and `docsBase` have an effect.
 * @throws {TypeError} for a reply without a `status`, and for an unknown or invalid option.
 */
export declare function readReply(reply: ReplyLike, datamart?: unknown, options?: ValidateOptions | null): ReplyResult

/**
 * Compares two datamarts by meaning, not by position or formatting.
 *
 * Tables are matched by schema and name, columns by name, relationships by their endpoints. Names
 * that differ only in case, whitespace or Unicode composition are matched too, and reported as a
 * changed name. Absent, null, blank and `false` are equal.
 *
 * @param before the old datamart, as a value or as JSON text.
 * @param after the new datamart, as a value or as JSON text.
 * @param options validation options, of which `messages` has an effect.
 * @throws {TypeError} if one of them is not a datamart (an object), and for an unknown or invalid
 * option.
 */
export declare function diffDatamarts(before: unknown, after: unknown, options?: ValidateOptions | null): DatamartDiff

/**
 * Converts the reply of the API's list call to datamarts that can be edited, validated and sent
 * again: `importDatamarts(await response.json())`.
 *
 * Pass the reply unmodified, in `data` or not. Relationships next to the list are assigned to their
 * datamarts. Empty objects, nulls, blank strings, and the API's own fields (identifiers, times) are
 * dropped.
 *
 * @param listReply the reply, as a value or as JSON text.
 * @throws {TypeError} for anything else, such as a list of datasources.
 */
export declare function importDatamarts(listReply: unknown): readonly ImportedDatamart[]

/**
 * Copies the fields that the list reply omits from a datamart that has them, such as a file or the
 * saved state of an editor. An update without these fields would erase them.
 *
 * Tables are matched by schema and name, columns by name. Fields that the imported datamart already
 * has are kept.
 *
 * @returns a new datamart, with its fields in the API's order.
 * @throws {TypeError} for anything other than an imported datamart and a datamart.
 */
export declare function mergeUnseen(imported: ImportedDatamart, datamart: unknown): Datamart

/**
 * Creates a datamart from a catalog: its tables and columns as listed, with the relationships and
 * tenancy settings that are `confident`. It is valid with the same catalog and `datasourceType`;
 * only tables without a client column cause warnings. For example
 * `draftDatamart(await client.getSchema('warehouse'), { tables: ['orders', 'customers'] })`.
 *
 * Tables without columns are omitted, and so is what a datamart cannot name, such as a blank name.
 * Tenancy settings are omitted if a required one is not known: the catalog of a datasource without
 * schemas does not contain `schemaName`.
 *
 * @param catalog the API's schema reply, in `data` or not.
 * @returns a new datamart.
 * @throws {TypeError} for a malformed catalog, for a table that it lacks, that has no columns or
 * whose name is in several schemas, if no table remains, and for an unknown or invalid option.
 */
export declare function draftDatamart(catalog: NonNullable<ValidateOptions['catalog']>, options?: DraftOptions | null): Datamart

/**
 * Proposes relationships that a datamart lacks, based on the names and types of columns. Each has a
 * reason and a confidence. None joins types whose values cannot be equal, and none repeats an
 * existing one, in either direction. With a catalog, all columns of the tables count, whether the
 * datamart lists them or not. Without one, nothing is `confident`.
 *
 * A proposal has no `cardinality`, which names do not make certain.
 *
 * @param datamart the datamart, as a value or as JSON text. Whatever cannot be read is omitted.
 * @throws {TypeError} for an unknown or invalid option.
 */
export declare function proposeRelationships(datamart: unknown, options?: ProposeOptions | null): RelationshipProposal[]

/**
 * Proposes tenancy settings at level `TABLE`: the column that most tables share and that identifies
 * the tenant, the table that maps clients, and the tables that would not be isolated.
 * `applyFix(datamart, proposal)` applies them.
 *
 * @returns `undefined` if no proposal makes sense.
 * @throws {TypeError} for an unknown or invalid option.
 */
export declare function proposeTenancy(datamart: unknown, options?: ProposeOptions | null): TenancyProposal | undefined

/** All rules with their documentation, in the order of the README. */
export declare function rules(): readonly Rule[]

/**
 * Compiles and starts the module now, without blocking the thread: for a page that prefers to do so
 * while loading instead of at the first keystroke. Only Chromium before version 115 requires it, on
 * the main thread of a page.
 *
 * From then on, some started instances are kept ready for validators and for recovery after a
 * crash: using one starts the next. Calling it again waits until all of them are ready.
 *
 * @throws {Error} (the promise is rejected) if a Content-Security-Policy forbids WebAssembly, or
 * the engine cannot run the module.
 */
export declare function init(): Promise<void>

/**
 * Compiles the module, with all functions, without blocking the thread, and returns it: for a worker
 * that should not compile it again. `worker.postMessage(await loadModule())` sends it, and there `init(module)` of
 * `datamart-validator/slim` takes it.
 *
 * @throws {Error} (the promise is rejected) as {@link init} does.
 */
export declare function loadModule(): Promise<WasmModule>

/** A `WebAssembly.Module`, in programs whose types include it. */
export type WasmModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : {}

/** The result. `valid` means that no issue is an error; there may be warnings. */
export type ValidationResult = ValidResult | InvalidResult

/** No issue is an error. */
export interface ValidResult {
  readonly valid: true
  /** Warnings, ordered by location in the datamart. */
  readonly issues: readonly Issue[]
}

/** At least one issue is an error. */
export interface InvalidResult {
  readonly valid: false
  /** Errors and warnings, ordered by location in the datamart. */
  readonly issues: readonly [Issue, ...Issue[]]
}

/**
 * `error`: the API rejects it, or it cannot work. `warning`: accepted, but probably not what was
 * meant.
 */
export type Severity = 'error' | 'warning'

/** A mistake, or something that was probably not intended. */
export interface Issue {
  /** Stable code of the rule that reported the issue. */
  readonly code: IssueCode
  readonly severity: Severity
  /** What was found and what was expected: one line, no final period, user input in backticks. */
  readonly message: string
  /**
   * The parameters of `message`, `help` and the title of `fix`, each a string that is shortened for
   * display, typed by code in {@link IssueOf}. For your own texts, see `messages` of
   * {@link ValidateOptions}.
   */
  readonly params: { readonly [name: string]: string | undefined }
  /**
   * The keys and indexes that lead to the value, `['tableList', 0, 'name']`. For a missing field,
   * the path ends with its key.
   */
  readonly path: readonly (string | number)[]
  /** The affected part of the string at `path`; absent if the issue is about the whole value. */
  readonly range?: Range
  /** The location in the JSON text; absent if the datamart was not text, or too large to read. */
  readonly textRange?: Range
  /**
   * The probable intention, as a replacement for the value at `path`, or for its `range`. For an
   * unknown field: its key.
   */
  readonly suggestion?: string
  /** The next step, in one or two sentences. */
  readonly help?: string
  /**
   * A fix that is certain or probable, if there is one: see {@link applyFix} and {@link
   * JsonTextEdit}.
   */
  readonly fix?: Fix
  /** Related locations, such as the first of two equal names. */
  readonly related?: readonly RelatedPlace[]
  /** The URL of the rule's documentation: see `docsBase` of {@link ValidateOptions}. */
  readonly docsUrl: string
}

/** An issue of one code, with typed parameters. */
export interface IssueOf<Code extends IssueCode> extends Issue {
  readonly code: Code
  readonly params: IssueParams[Code]
}

/**
 * A change that a form can apply. It removes the issue; parts that could not be checked before may
 * then show mistakes of their own.
 */
export interface Fix {
  /** The label for a button: "Change to `orders`". */
  readonly title: string
  /**
   * `certain`: the only candidate differs from the current value only in case, whitespace, Unicode
   * composition or quoting, or the datamart keeps its meaning (`"true"` becomes `true`, an exact
   * duplicate is removed, almost JSON becomes JSON with the same values). `probable`: everything else, such as the nearest name.
   */
  readonly certainty: 'certain' | 'probable'
  /**
   * The changes: first replacements in strings, whose paths and ranges refer to the datamart before
   * the fix, then changes of values, one after the other. A repair of JSON text consists only of
   * replacements in the text: {@link textEdits} takes both.
   */
  readonly edits: readonly [Edit, ...Edit[]]
}

/** Any JSON value. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }

/**
 * One change. `'op' in edit`, `'range' in edit` and `'textRange' in edit` distinguish the kinds.
 */
export type Edit = ValueEdit | StringEdit | JsonTextEdit

/** A change of a value. */
export type ValueEdit = SetEdit | RemoveEdit

/** Sets a value, whether or not one exists there. */
export interface SetEdit {
  readonly path: readonly (string | number)[]
  readonly op: 'set'
  readonly value: JsonValue
}

/** Removes a value; later items of a list move up. */
export interface RemoveEdit {
  readonly path: readonly (string | number)[]
  readonly op: 'remove'
  readonly value?: undefined
}

/** Replaces a part of the string at `path`. Several edits of one string do not overlap. */
export interface StringEdit {
  readonly path: readonly (string | number)[]
  /** The part, in the string before the fix. */
  readonly range: Range
  readonly text: string
}

/** Replaces a part of JSON text that cannot be parsed yet. */
export interface JsonTextEdit {
  /** The part, in the text before the fix. */
  readonly textRange: Range
  readonly text: string
}

/** A change of a value for {@link textEdits}. */
export type TextChange = ValueEdit | InsertChange | MoveChange

/** Inserts an item into a list, at the index that ends the path; the number of items appends it. */
export interface InsertChange {
  readonly path: readonly (string | number)[]
  readonly op: 'insert'
  readonly value: JsonValue
}

/** Moves an item within its list. */
export interface MoveChange {
  /** Where the item is. */
  readonly path: readonly (string | number)[]
  readonly op: 'move'
  /** Its index afterwards. */
  readonly to: number
}

/** A range of a text and what replaces it. In UTF-16 code units, end exclusive. */
export interface TextEdit extends Range {
  readonly text: string
}

/** A related location that explains an issue. */
export interface RelatedPlace {
  readonly message: string
  /** What `message` names. */
  readonly params: { readonly [name: string]: string | undefined }
  readonly path: readonly (string | number)[]
  /** The affected part of the string at `path`; absent if the whole value is. */
  readonly range?: Range
  readonly textRange?: Range
}

/**
 * A range of a text in UTF-16 code units, as JavaScript counts them, end exclusive:
 * `text.slice(start, end)`.
 */
export interface Range {
  readonly start: number
  readonly end: number
}

/**
 * The analysis of one SQL expression: the result, whose issues have an empty `path`, and what the
 * expression refers to.
 */
export type SqlAnalysis = ValidationResult & SqlReferences

/**
 * What an expression refers to; complete only if the expression is valid. All ranges refer to its
 * text.
 */
export interface SqlReferences {
  /**
   * The columns used, in text order, once per use. Excludes the names of lambda parameters,
   * arguments and types.
   */
  readonly columns: readonly SqlColumn[]
  /** The functions called, in text order. */
  readonly functions: readonly SqlFunction[]
  /** Whether it computes one value from many rows, so that its column needs `isAggregate`. */
  readonly isAggregate: boolean
  /** Whether a function is called with `OVER`. */
  readonly hasWindow: boolean
}

/** One use of a column. */
export interface SqlColumn {
  /** The last part of the name, without quotes. */
  readonly name: string
  /** The part before it, without quotes: the table, or a column of which this is a field. */
  readonly table?: string
  /** All parts of the name, including quotes. */
  readonly range: Range
  /** It is used in a subquery, and may belong to a table of that subquery. */
  readonly inSubquery?: true
}

/** One function call. */
export interface SqlFunction {
  /** The name as written. */
  readonly name: string
  /**
   * `aggregate`: one value from many rows; `window`: called with `OVER`, or meaningful only with
   * it.
   */
  readonly kind: 'scalar' | 'aggregate' | 'window'
  /** The name, without the parentheses. */
  readonly range: Range
}

/** A reply of the API or of a gateway. */
export interface ReplyLike {
  readonly status: number
  /** The body as text or as a parsed value; absent if there is none. */
  readonly body?: unknown
  /**
   * A `Headers`, or an object with names in any case. Only `Retry-After` is used, and `Date` if
   * `Retry-After` is a date.
   */
  readonly headers?: HeadersLike | { readonly [name: string]: string | number | readonly string[] | undefined } | null | undefined
}

/** A `Headers`, whichever library declares it. */
export interface HeadersLike {
  get(name: string): string | null
}

/** The result of {@link readReply}. */
export type ReplyResult = ReplySuccess | ReplyFailure

/** The request was carried out. */
export interface ReplySuccess {
  readonly ok: true
  /** The API's identifier of the datamart, which is its name. */
  readonly id: string
}

/** The request was not carried out, or the reply does not show whether it was. */
export interface ReplyFailure {
  readonly ok: false
  readonly error: ReplyError
  /**
   * The error, as issues at the fields it is about. An issue that belongs to no field has the code
   * `rejected` and an empty path.
   */
  readonly issues: readonly [Issue, ...Issue[]]
}

/** The error in a reply. */
export interface ReplyError {
  /** The status of the reply. */
  readonly status: number
  /**
   * The API's own code, such as `INVALID_REQUEST_BODY`. If the reply has none: `RATE_LIMIT`,
   * `HTTP_` followed by the status, `DATAMART_INVALID` for issues from a gateway, `UNREADABLE_REPLY`
   * or `NO_ID` for a success whose body does not confirm it.
   */
  readonly code: string
  /** The API's message, as one line. */
  readonly message: string
  /**
   * Whether the same request may succeed later: status 429 and 5xx. A write may have been carried
   * out despite the error.
   */
  readonly isRetryable: boolean
  /** Seconds to wait before a retry, if the reply says so. */
  readonly retryAfter?: number
}

/** The changes between two datamarts. */
export interface DatamartDiff {
  /**
   * Removals, in the order of `before`, then everything else, in the order of `after`. To turn
   * `before` into `after`: remove items that were removed or moved, insert items that were added or
   * moved by ascending index, then set changed values.
   */
  readonly changes: readonly Change[]
  /** Whether any change is breaking. */
  readonly isBreaking: boolean
  /**
   * How many changes are not listed, because the list would be many times as long as the datamarts;
   * absent if all are listed.
   */
  readonly omitted?: number
}

/** One change. */
export interface Change {
  /**
   * `changed`: a field has a different value. `moved`: an item has a different position among the
   * items that both datamarts have.
   */
  readonly kind: 'added' | 'removed' | 'changed' | 'moved'
  readonly subject: 'table' | 'column' | 'relationship' | 'tenancy' | 'datamart'
  /** The keys and indexes that lead to it in `after`, or for a removal in `before`. */
  readonly path: readonly (string | number)[]
  /** The old item, field value, or index of a moved item; absent if there was none. */
  readonly from?: JsonValue
  /** The new item, field value, or index; absent if there is none. */
  readonly to?: JsonValue
  /** The change in words: one line, no final period. */
  readonly message: string
  /** The parameters of the message. */
  readonly params: Readonly<Record<string, string>>
  /** The change may break dashboards or the isolation of tenants. */
  readonly breaking?: true
}

/** What a draft contains. */
export interface DraftOptions {
  /**
   * Names (`orders` or `public.orders`), or tables as in the catalog or a datamart. By default all
   * tables. The draft has them in this order.
   */
  readonly tables?: readonly DraftTable[] | null | undefined
  /** The name of the datamart. By default it is derived from that of the datasource. */
  readonly name?: string | null | undefined
  /**
   * The name of the datasource. By default the one in the catalog; if it has none, `datasource`,
   * which you have to replace.
   */
  readonly datasourceName?: string | null | undefined
  /** The type of the datasource. */
  readonly datasourceType?: DatasourceType | null | undefined
}

/** A table of the catalog: its name, or an object with its name and schema. */
export type DraftTable =
  | string
  | { readonly name: string; readonly schema?: string | null | undefined; readonly schemaName?: string | null | undefined }

/** What is known in addition to the datamart. Other options of a validation have no effect. */
export interface ProposeOptions extends Pick<ValidateOptions, 'catalog' | 'datasourceType' | 'messages'> {}

/**
 * How reliable a proposal is. `confident`: names and types leave no other reading; compared with
 * the foreign keys of public schemas, at least nine in ten are right. `possible`: worth a look.
 */
export type Confidence = 'confident' | 'possible'

/** A relationship that a datamart lacks. */
export interface RelationshipProposal {
  /** To be added to `relationships`. No other relationship has its name. */
  readonly relationship: Relationship
  readonly confidence: Confidence
  /** Why it is proposed: one line, no final period. */
  readonly reason: string
  /** The parameters of `reason`. */
  readonly params: Readonly<Record<string, string>>
}

/** Settings that isolate tenants by a column in each table. */
export interface TenancyProposal {
  /**
   * Lacks what is not known: the type of the column, the schema if the datasource has none, or the
   * table that maps clients.
   */
  readonly tenancySettings: Readonly<Partial<TenancySettings>>
  /** Sets `tenancySettings`, and `clientColumn` of each table that has none. */
  readonly edits: readonly [SetEdit, ...SetEdit[]]
  /** The paths of the tables that would not be isolated. */
  readonly leftOut: readonly (readonly ['tableList', number])[]
  readonly confidence: Confidence
  /** Why they are proposed: one line, no final period. */
  readonly reason: string
  /** The parameters of `reason`. */
  readonly params: Readonly<Record<string, string>>
}

/**
 * A datamart as {@link importDatamarts} returns it. Apply {@link mergeUnseen} before you send it.
 */
export interface ImportedDatamart {
  readonly datamart: Datamart
  /** The fields that the reply omits, which an update with `datamart` would erase. */
  readonly unseen: readonly UnseenField[]
  /**
   * The types of the listed columns, for the option `catalog`; absent if the reply has none. It is
   * partial: the datasource may have other tables and columns.
   */
  readonly catalog?: DatasourceSchema
}

/**
 * A field that the list reply may omit. `relationships` is listed only if the reply has
 * relationships that cannot be assigned to one datamart.
 */
export type UnseenField = 'isAggregate' | 'indexPattern' | 'primaryDatabase' | 'relationships'

/**
 * What the caller knows in addition to the datamart. Without options, only the datamart itself is
 * validated.
 */
export interface ValidateOptions {
  /**
   * The purpose of the datamart; `create` by default. With `update`, `name` is the name of an
   * existing datamart, and `datasourceName`, which an update does not send, is optional.
   */
  readonly operation?: Operation | null | undefined
  /**
   * Changes the severity of rules, or turns them off. Unreadable input always stays an error: a
   * part of it would be lost silently.
   */
  readonly rules?: { readonly [code in IssueCode]?: (code extends UnreadableCode ? 'error' : Severity | 'off') | undefined } | null | undefined
  /** Turns every warning into an error. */
  readonly strict?: boolean | null | undefined
  /** The type of the datasource, which no reply of the API contains. */
  readonly datasourceType?: DatasourceType | null | undefined
  /**
   * The tables of the datasource: the unmodified reply of the API's schema call, in `data` or not.
   * With a catalog, unknown names are errors, and types are checked.
   */
  readonly catalog?: DatasourceSchema | { readonly data: DatasourceSchema; readonly [field: string]: unknown } | null | undefined
  /**
   * The existing datamarts: the reply of the API's list call, in `data` or not, or their names. A
   * datamart to create must have a different name; one to update must be among them.
   */
  readonly existingDatamarts?: NamesOrReply<{ readonly name: string; readonly [field: string]: unknown }> | null | undefined
  /**
   * The datasources of the organisation: the reply of the API's list call, in `data` or not, or
   * their names.
   */
  readonly datasources?: NamesOrReply<DatasourceEntry> | null | undefined
  /**
   * Whether the guest token sets `params.timezone`, without which `isApplyTimezone` has no effect.
   */
  readonly guestTokenTimezone?: boolean | null | undefined
  /**
   * The maximum number of issues in a result: a positive integer, 10,000 by default. Errors take
   * precedence over warnings. Issues beyond the limit are counted by one additional issue,
   * `too-many-issues`; `valid` takes all of them into account.
   */
  readonly maxIssues?: number | null | undefined
  /**
   * The maximum size of a result as JSON in UTF-8, in bytes: a positive integer. By default, and at
   * most, 16 times the input plus 1 MB. `valid` and `too-many-issues`, about 1 KB, are always
   * included.
   */
  readonly maxOutputBytes?: number | null | undefined
  /**
   * Your own texts, by the keys of `datamart-validator/messages.json`. Each is a template with the
   * same parameters, such as `'no table {table}'`, or a function of the parameters that returns the
   * text. A literal brace in a template is doubled. `datamart-validator/messages.de.json` is a
   * complete translation.
   */
  readonly messages?: Messages | null | undefined
  /**
   * The base of each issue's `docsUrl`, to which `#` and the code are appended: a URL or path of
   * your own copy of the package's `dist/rules/`. By default unpkg.com, which serves exactly this
   * version from npm.
   */
  readonly docsBase?: string | null | undefined
}

/** Texts that replace those of this package. */
export type Messages = {
  readonly [Key in keyof MessageParams]?: string | ((params: MessageParams[Key]) => string) | null | undefined
}

/** What the datamart is validated for. */
export type Operation = 'create' | 'update'

/** The unmodified list reply of the API, or just the names. */
export type NamesOrReply<Entry> = readonly (string | Entry)[] | { readonly data: readonly (string | Entry)[] }

/** The API's schema reply. */
export interface DatasourceSchema {
  readonly tables: readonly DatasourceTable[]
  /**
   * Not a field of the API. True if the datasource may have other tables and columns: then unknown
   * names are not reported.
   */
  readonly isPartial?: boolean
  readonly [field: string]: unknown
}

/** One table of the schema reply. */
export interface DatasourceTable {
  readonly name: string
  /** Empty, null or absent if the datasource has no schemas. */
  readonly schema?: string | null | undefined
  readonly columns: readonly DatasourceColumn[]
  readonly [field: string]: unknown
}

/** One column of the schema reply. */
export interface DatasourceColumn {
  readonly name: string
  /** The database's own name of the type. An unknown type makes no claim. */
  readonly dataType?: string | null | undefined
  readonly [field: string]: unknown
}

/** One datasource of the API's reply. */
export interface DatasourceEntry {
  readonly name: string
  readonly isAuthenticated?: boolean | null | undefined
  readonly isDisabled?: boolean | null | undefined
  readonly [field: string]: unknown
}

/** The options of a request: those of the validation before it, and its target. */
export interface RequestOptions extends ValidateOptions, DeliveryOptions {}

/**
 * The target of a request. Like all options, these must be own members of the object; an inherited
 * one is a `TypeError`.
 */
export interface DeliveryOptions {
  /**
   * The URL of the API: `https://…`, `http://` on a loopback address, or a path such as
   * `/api/databrain` on the page's own origin. No credentials, query or fragment, and not the path
   * of an endpoint (`/api/v2/…`), which is appended to it. The vendor's own host by default.
   */
  readonly baseUrl?: string | null | undefined
  /**
   * The service token, without `Bearer `. It has access to the whole organisation: omit it in a
   * browser, and let your own proxy add it. A placeholder that was not filled in (`undefined`,
   * `${TOKEN}`) is a `TypeError`, which never quotes it.
   */
  readonly serviceToken?: string | null | undefined
  /**
   * `current` by default; `legacy` is the URL that the vendor will remove, which does not support
   * updates.
   */
  readonly endpoint?: 'current' | 'legacy' | null | undefined
}

declare global {
  // As declared by TypeScript from 5.2 on, for older versions and for programs without that
  // library.
  interface SymbolConstructor {
    readonly dispose: unique symbol
  }
}

/** Options that have been read, for any number of calls. After a crash the next call works. */
export interface Validator<Request = DatamartRequest> {
  /** The same as {@link validateDatamart}. */
  validate(datamart: unknown): ValidationResult
  /** The same as {@link buildRequest}. */
  buildRequest(datamart: unknown, options?: DeliveryOptions | null): Request
  /** The same as {@link analyzeSql}. */
  analyzeSql(sql: string): SqlAnalysis
  /** Releases the memory immediately; from now on calls are a TypeError. */
  dispose(): void
  /** The same, for `using`. */
  [Symbol.dispose](): void
}

/**
 * The result of {@link datamartSchema}: a `StandardSchemaV1<Input, Datamart>` and a
 * `StandardJSONSchemaV1<Input, Datamart>`.
 */
export interface DatamartSchema<Input = Datamart> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: 'datamart-validator'
    /** Only for the compiler: there is no value at run time. */
    readonly types?: { readonly input: Input; readonly output: Datamart } | undefined
    readonly validate: (datamart: unknown, options?: { readonly libraryOptions?: Record<string, unknown> | undefined } | undefined) => DatamartSchemaResult
    /**
     * The shape of a datamart as JSON Schema, the same for input and output; with
     * `operation: 'update'`, the shape of an update. Only `validate` checks what goes beyond the
     * shape, such as names that must match.
     *
     * @throws {Error} for a target other than `draft-2020-12` and `draft-07`.
     */
    readonly jsonSchema: {
      readonly input: (options: JsonSchemaOptions) => Record<string, unknown>
      readonly output: (options: JsonSchemaOptions) => Record<string, unknown>
    }
  }
}

/** The result in terms of Standard Schema: a datamart without errors, or its errors. */
export type DatamartSchemaResult =
  | { readonly value: Datamart; readonly issues?: undefined }
  | { readonly issues: readonly [Issue, ...Issue[]] }

/** The requested JSON Schema. */
export interface JsonSchemaOptions {
  /** `draft-2020-12` and `draft-07` are supported; others throw. */
  readonly target: 'draft-2020-12' | 'draft-07' | 'openapi-3.0' | ({} & string)
  readonly libraryOptions?: Record<string, unknown> | undefined
}

/** The tables and relationships of a datamart as a graph. */
export interface Joins {
  /** Every table whose name can be read. */
  readonly nodes: readonly JoinNode[]
  /** Every relationship whose two tables are certain and in `nodes`. */
  readonly edges: readonly JoinEdge[]
}

/** A table. */
export interface JoinNode {
  /** Its index in `tableList`. */
  readonly table: number
  readonly name: string
  readonly schemaName?: string
  readonly isHide: boolean
}

/** A relationship. Null for fields that are missing or cannot be read. */
export interface JoinEdge {
  /** Its index in `relationships`. */
  readonly relationship: number
  /** The parent's index in `tableList`. */
  readonly parent: number
  /** The child's index in `tableList`; the parent's own for a self-join. */
  readonly child: number
  readonly parentColumn: string | null
  readonly childColumn: string | null
  readonly name: string | null
  readonly cardinality: string | null
  readonly join: string | null
}

/** The arguments of `fetch(url, init)`. */
export interface DatamartRequest {
  readonly url: string
  readonly method: 'POST'
  readonly headers: { readonly 'Content-Type': 'application/json'; readonly Authorization?: string }
  /** JSON text. */
  readonly body: string
}

/** The request for an operation: {@link DatamartRequest} unless it is certainly an update. */
export type RequestOf<Given> = [Given] extends ['update'] ? DatamartUpdateRequest : DatamartRequest

/** The arguments of `fetch(url, init)` for an update. */
export interface DatamartUpdateRequest extends Omit<DatamartRequest, 'method'> {
  readonly method: 'PUT'
}

/**
 * The datamart has errors, so no request can be built.
 *
 * `instanceof` also recognises errors of another copy of the package: an imported and a required
 * one, the slim entry's, that of a frame. `structuredClone` and `postMessage` drop the issues of an
 * error; send the result of {@link DatamartInvalidError.toJSON} instead.
 */
export declare class DatamartInvalidError extends Error {
  constructor(issues: readonly Issue[])
  readonly name: 'DatamartInvalidError'
  /** Stable. */
  readonly code: 'DATAMART_INVALID'
  /**
   * Every issue, including warnings: plain objects that `structuredClone`, `postMessage` and JSON
   * support.
   */
  readonly issues: readonly Issue[]
  /** A plain object for `JSON.stringify`, `structuredClone` and `postMessage`. */
  toJSON(): DatamartInvalidErrorJSON
}

/**
 * A {@link DatamartInvalidError} as a plain object; `new DatamartInvalidError(issues)` turns it
 * back into an error.
 */
export interface DatamartInvalidErrorJSON {
  readonly name: 'DatamartInvalidError'
  readonly code: 'DATAMART_INVALID'
  readonly message: string
  readonly issues: readonly Issue[]
}

/**
 * The WebAssembly module has crashed, which is a bug in this package. The next call works with a
 * fresh instance.
 */
export declare class WasmTrapError extends Error {
  constructor(cause: unknown)
  readonly name: 'WasmTrapError'
  /** Stable. */
  readonly code: 'WASM_TRAP'
}

/** One rule with its documentation. */
export interface Rule {
  readonly code: IssueCode
  /** Its subject: the heading that it shares with related rules, such as `Tables`. */
  readonly subject: string
  /** The default severity. */
  readonly severity: Severity | 'off'
  /** What it reports, in one sentence. */
  readonly what: string
  /** Why it matters, and where the rule comes from. */
  readonly why: string
  /** A datamart that has exactly this issue. */
  readonly wrong: RuleExample
  /** The same datamart without it. */
  readonly right: RuleExample
  /**
   * The URL of its documentation for people: the page in this version of the package, on unpkg.com.
   */
  readonly docsUrl: string
}

/** An example of a rule. */
export interface RuleExample {
  /**
   * `fields`: some fields of a datamart as JSON; `text`: a whole datamart as JSON text;
   * `javascript`: some fields as an expression; `reply`: a reply for {@link readReply} as JSON.
   */
  readonly kind: 'fields' | 'text' | 'javascript' | 'reply'
  readonly source: string
  /** The options that the example needs, as JSON. */
  readonly options?: string
}

/** The types of datasources that DataBrain supports. */
export type DatasourceType =
  | 'snowflake'
  | 'postgres'
  | 'redshift'
  | 'cockroachdb'
  | 'mysql'
  | 'mongodb'
  | 'clickhouse'
  | 'singlestore'
  | 'bigquery'
  | 'databricks'
  | 'elasticsearch'
  | 'opensearch'
  | 'mssql'
  | 'awss3'
  | 'csv'
  | 'firebolt'
  | 'athena'
  | 'trino'

/** The codes of input that cannot be read as JSON. They are always errors. */
export type UnreadableCode = 'syntax' | 'duplicate-key' | 'not-json' | 'too-deep' | 'too-large'

/** Every code that an issue can have. */
export type IssueCode =
  | 'syntax'
  | 'duplicate-key'
  | 'not-json'
  | 'too-deep'
  | 'too-large'
  | 'too-many-issues'
  | 'wrong-document'
  | 'required'
  | 'type'
  | 'empty'
  | 'not-allowed-value'
  | 'unknown-field'
  | 'surrounding-space'
  | 'datamart-name-taken'
  | 'datamart-name-case'
  | 'datamart-name-characters'
  | 'unknown-datamart'
  | 'unknown-datasource'
  | 'unusable-datasource'
  | 'duplicate-table'
  | 'unknown-table'
  | 'name-case'
  | 'repeated-schema'
  | 'schema-required'
  | 'schema-recommended'
  | 'schema-unsupported'
  | 'index-pattern-unsupported'
  | 'everything-hidden'
  | 'duplicate-column'
  | 'duplicate-alias'
  | 'unused-sql'
  | 'timezone-unsupported'
  | 'timezone-not-set'
  | 'timezone-not-a-date'
  | 'unknown-column'
  | 'shadowed-column'
  | 'sql-syntax'
  | 'sql-not-an-expression'
  | 'sql-suspicious'
  | 'sql-other-table'
  | 'sql-unknown-column'
  | 'sql-cycle'
  | 'sql-nested-aggregate'
  | 'sql-aggregate-not-marked'
  | 'sql-mixed-aggregate'
  | 'sql-subquery'
  | 'table-not-isolated'
  | 'client-column-without-tenancy'
  | 'ignored-tenancy-field'
  | 'multi-database-unsupported'
  | 'unknown-client-column'
  | 'client-type-mismatch'
  | 'unknown-mapping-table'
  | 'unknown-mapping-column'
  | 'unknown-relationship-table'
  | 'ambiguous-relationship-table'
  | 'unknown-relationship-column'
  | 'same-relationship-ends'
  | 'duplicate-relationship'
  | 'duplicate-relationship-name'
  | 'incompatible-relationship-types'
  | 'several-join-paths'
  | 'unreached-table'
  | 'rejected'

// The contract: begin. Made from `src/contract/` by the tests.

/** A datamart, from which the bodies of Create Datamart and Update Datamart are made. */
export type Datamart = {
  /** Unique in the organisation; letters, digits and hyphens recommended. Cannot be changed later. */
  name: string
  /** The name of an existing datasource, case-sensitive. An update neither requires nor sends it. */
  datasourceName: string
  /** At least one table. */
  tableList: Table[]
  /** How tenants are isolated. Omit if isolation is handled elsewhere. */
  tenancySettings?: TenancySettings | null
  /** How tables are joined. */
  relationships?: Relationship[] | null
  /** The JSON Schema of this file, for editors. It is not sent. */
  $schema?: string | null
}

/** A table of the datamart. */
export type Table = {
  /** The table's name in the datasource. */
  name: string
  /** Required on schema-based datasources: PostgreSQL and SQL Server. */
  schemaName?: string | null
  /** The column that identifies the tenant. It must exist in the datasource's table but need not be in `columns`. */
  clientColumn?: string | null
  /** Hides the table from the datamart's interface. Joins still reach it. */
  isHide?: boolean | null
  /** A display name. */
  label?: string | null
  /** OpenSearch: a wildcard used as the table's name in queries. */
  indexPattern?: string | null
  /** At least one column. */
  columns: Column[]
}

/** A column of a table. */
export type Column = {
  /** The column's name in the datasource, or the name of the custom column. */
  name: string
  /** An alternative name to display. */
  alias?: string | null
  /** A display name. */
  label?: string | null
  /** Hides the column from the datamart's interface. */
  isHide?: boolean | null
  /** Makes the column a custom column, computed by `sql`. */
  isCustomColumn?: boolean | null
  /** One SQL expression over columns of the same table. Required for a custom column. */
  sql?: string | null
  /** Marks the column as an aggregate for metric calculations. */
  isAggregate?: boolean | null
  /** Converts date-times to `params.timezone` of the guest token; has no effect unless that is set. */
  isApplyTimezone?: boolean | null
}

/** How tenants are isolated. */
export type TenancySettings = {
  /** By a column in each table, by one database per tenant, or over several databases (SQL Server only). */
  tenancyLevel: 'TABLE' | 'DATABASE' | 'MULTI_DATABASE'
  /** The type of the client identifier. Required at level TABLE. */
  clientColumnType?: 'NUMBER' | 'STRING' | null
  /** Used at the levels DATABASE and MULTI_DATABASE; null for no default. */
  primaryDatabase?: string | null
  /** The schema of the table that maps clients. Required at level TABLE. */
  schemaName?: string | null
  /** The table that maps clients. Required at level TABLE. */
  tableName?: string | null
  /** The column of that table with the client identifier. Required at level TABLE. */
  tableClientNameColumn?: string | null
  /** The primary key of that table. Required at level TABLE. */
  tablePrimaryKeyColumn?: string | null
}

/** How two tables are joined. */
export type Relationship = {
  /** The name of a table in `tableList`. */
  parentTableName: string
  /** The parent's column in the join condition. */
  parentColumnName: string
  /** The name of a table in `tableList`; the parent's own name for a self-join. */
  childTableName: string
  /** The child's column in the join condition. */
  childColumnName: string
  /** A descriptive name, such as `orders_to_customers`. */
  relationshipName: string
  /** How many rows of one table match how many of the other; null if not specified. */
  cardinality?: 'ManyToMany' | 'ManyToOne' | 'OneToMany' | 'OneToOne' | null
  /** The kind of join; null if not specified. */
  join?: 'INNER JOIN' | 'LEFT JOIN' | 'RIGHT JOIN' | 'FULL JOIN' | null
}

// The contract: end.
