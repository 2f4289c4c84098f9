/**
 * Tells exactly what is wrong with a DataBrain datamart before it is sent, and builds the request that sends it.
 *
 * Every function is synchronous and needs no set-up: the first call starts the WebAssembly module.
 */

/**
 * Judges a datamart: every mistake at once, each with its place.
 *
 * Never throws for what a user typed, whatever it is.
 *
 * @param datamart any JavaScript value, or JSON text. Text also reveals syntax errors and duplicate keys, and gives every
 *   issue its place in the text. The value is not changed.
 * @throws {TypeError} for an option that is unknown or wrong, which is the programmer's mistake.
 * @throws {WasmTrapError} for a bug in this package; the next call works.
 * @throws what a getter, a `toJSON` or a proxy of the datamart throws.
 */
export declare function validateDatamart(datamart: unknown, options?: ValidateOptions | null): ValidationResult

/**
 * Builds the request that creates the datamart: `const { url, ...init } = buildRequest(datamart)`, then
 * `fetch(url, init)`. It sends nothing.
 *
 * With `operation: 'update'` it is the request that puts the datamart in the place of the one that has its name. The server keeps
 * tenancy settings that are left out and a datasource; relationships are always sent, so those that are gone go there too.
 *
 * The body holds the fields of the API in the API's order, then unknown ones as they were given. Optional fields that
 * are null or blank are left out, except null where it has a meaning (`primaryDatabase`, `cardinality`, `join`); so is `$schema`.
 *
 * @throws {DatamartInvalidError} when the datamart has an issue of severity error.
 * @throws {TypeError} for an option that is unknown or wrong, a base URL or a token that cannot be right included. Its text never
 *   holds the token.
 * @throws {WasmTrapError} for a bug in this package; the next call works.
 */
export declare function buildRequest<Given = undefined>(datamart: unknown, options?: (RequestOptions & { readonly operation?: Given }) | null): RequestOf<Given>

/**
 * Tells what one SQL expression is: what is wrong with it, which columns it uses, which functions it calls. For an editor that
 * shows the expression of a custom column by itself.
 *
 * What needs the table of the column (unknown columns, cycles) only {@link validateDatamart} tells.
 *
 * @param sql the expression, as it would stand in `sql` of a column.
 * @param options the options of a validation; `datasourceType`, `rules` and `strict` count. Without `datasourceType` what any
 *   datasource accepts is accepted; with `mongodb`, which has no SQL, nothing is claimed and nothing found.
 * @throws {TypeError} for SQL that is no string, and for an option that is unknown or wrong.
 * @throws {WasmTrapError} for a bug in this package; the next call works.
 */
export declare function analyzeSql(sql: string, options?: ValidateOptions | null): SqlAnalysis

/**
 * Reads the options once and validates any number of times: for a form that judges on every keystroke, above all with a catalog.
 *
 * It holds an instance of the module of its own, which goes with the last reference to it, or with `dispose()`.
 *
 * @throws {TypeError} for an option that is unknown or wrong, a malformed catalog included.
 */
export declare function createValidator<Given = undefined>(options?: (ValidateOptions & { readonly operation?: Given }) | null): Validator<RequestOf<Given>>

/**
 * Applies the fix of an issue: `applyFix(datamart, issue.fix)`.
 *
 * @param datamart the datamart that was validated, as a value. It is not changed.
 * @returns a new datamart, which shares with the old one what the fix leaves alone. Objects on the way to a change become plain objects,
 *   or what their `toJSON` returns: that is what was validated.
 * @throws {TypeError} for JSON text, for a fix that repairs JSON text ({@link JsonTextEdit}), and for a fix of another datamart.
 */
export declare function applyFix<Value>(datamart: Value, fix: Fix): Value

/**
 * Writes a path as code does: `tableList[0].columns[2].name`. A key that is no name is quoted (`["client id"]`), a key of more than 40
 * characters is shortened, and the empty path is `datamart`.
 */
export declare function formatPath(path: readonly (string | number)[]): string

/**
 * Tells which tables are joined by what, as a graph for drawing. What cannot be read, or names no certain table, is left out:
 * the issues tell.
 */
export declare function describeJoins(datamart: unknown): Joins

/**
 * A datamart as Standard Schema and as Standard JSON Schema (https://standardschema.dev, version 1.1), which form libraries, routers and others
 * take: `useForm({ resolver: standardSchemaResolver(schema) })`.
 *
 * `validate` is synchronous. What it fails with are the errors, ordered by place. Warnings are no failures and not among them:
 * {@link validateDatamart} tells them, and `strict: true` makes errors of them. Its `value` is the very datamart that was given; nothing is
 * converted. JSON text is taken too, and gives the value that it stands for.
 *
 * Nothing starts before the first `validate`. A catalog is read then, once for each schema: with one, keep the schema outside of what is drawn anew.
 *
 * @typeParam Input what the form holds, if that is not yet a {@link Datamart} by its type.
 * @throws {TypeError} for options that are no object. An option that is unknown or wrong is a TypeError of `validate`, at each call.
 */
export declare function datamartSchema<Input = Datamart>(options?: ValidateOptions | null): DatamartSchema<Input>

/**
 * Reads the reply of the API's list call as datamarts that can be edited, validated and sent again: `importDatamarts(await response.json())`.
 *
 * The reply may be untidy: wrapped in `data` or not, with empty objects, nulls and blank texts, which are dropped, and with relationships
 * beside the list. What the API adds for itself, such as identifiers and times, is dropped too.
 *
 * @param listReply the reply, as a value or as JSON text.
 * @throws {TypeError} for anything else, such as the list of datasources.
 */
export declare function importDatamarts(listReply: unknown): readonly ImportedDatamart[]

/**
 * Takes the fields that the list reply does not show from a datamart that has them, such as a file or the state that an editor saved:
 * an update without them would erase them.
 *
 * Tables are found by schema and name, columns by name. Fields that the imported datamart has by now are kept.
 *
 * @returns a new datamart, with its fields in the API's order.
 * @throws {TypeError} for anything but an imported datamart and a datamart.
 */
export declare function mergeUnseen(imported: ImportedDatamart, datamart: unknown): Datamart

/** Every rule with its documentation, in the order in which the README lists them. */
export declare function rules(): readonly Rule[]

/**
 * Compiles and starts the module now, without blocking the thread: for a page that would rather do it while it loads than at the first
 * keystroke. Only Chromium before version 115 needs it, on the main thread of a page.
 *
 * From then on some started instances are kept ready for validators and for recovery after a crash: taking one starts the next. Calling it
 * again waits until all of them are ready.
 *
 * @throws {Error} (the promise is rejected) when a Content-Security-Policy forbids WebAssembly, or the engine cannot run the module.
 */
export declare function init(): Promise<void>

/** The verdict. `valid` means that no issue is an error; there may be warnings. */
export type ValidationResult = ValidResult | InvalidResult

/** No issue is an error. */
export interface ValidResult {
  readonly valid: true
  /** Warnings, ordered by place in the datamart. */
  readonly issues: readonly Issue[]
}

/** At least one issue is an error. */
export interface InvalidResult {
  readonly valid: false
  /** Errors and warnings, ordered by place in the datamart. */
  readonly issues: readonly [Issue, ...Issue[]]
}

/** `error`: the API rejects it, or it cannot work. `warning`: accepted, but probably not what was meant. */
export type Severity = 'error' | 'warning'

/** One mistake, or one thing that was probably not meant. */
export interface Issue {
  /** Which rule speaks. Stable. */
  readonly code: IssueCode
  readonly severity: Severity
  /** What was found and what was expected: one line, no final period, what the user wrote in backticks. */
  readonly message: string
  /** Keys and indexes that lead to the value, `['tableList', 0, 'name']`; a field that is missing is named by its key. */
  readonly path: readonly (string | number)[]
  /** The piece of the string at `path` that is meant; absent when all of it is. */
  readonly range?: Range
  /** Where the mistake stands in the JSON text; absent when the datamart was no text, or too large to be read. */
  readonly textRange?: Range
  /** What probably was meant, to be put in the place of the value at `path`, or of its `range`. For an unknown field: its key. */
  readonly suggestion?: string
  /** The next step, in one or two sentences. */
  readonly help?: string
  /** What removes it, where that is certain or probable: see {@link applyFix} and {@link JsonTextEdit}. */
  readonly fix?: Fix
  /** Other places that belong to it, such as the first of two equal names. */
  readonly related?: readonly RelatedPlace[]
  /** Where the rule is documented: see `docsBase` of {@link ValidateOptions}. */
  readonly docsUrl: string
}

/** A change that a form can apply. The issue goes with it; what could not be judged before may then show mistakes of its own. */
export interface Fix {
  /** What it does, for a button: "Change to `orders`". */
  readonly title: string
  /**
   * `certain`: the only candidate differs from what is there by case, whitespace, Unicode composition or quoting alone, or nothing that the
   * datamart says is lost (`"true"` becomes `true`, an exact duplicate is removed). `probable`: everything else, such as the nearest name.
   */
  readonly certainty: 'certain' | 'probable'
  /**
   * The changes: pieces of strings first, whose paths and ranges are those of the datamart before the fix, then values, one after the other. A
   * repair of JSON text has pieces of the text and nothing else.
   */
  readonly edits: readonly [Edit, ...Edit[]]
}

/** One change: `'op' in edit`, `'range' in edit` or `'textRange' in edit` tells which kind it is. */
export type Edit = ValueEdit | StringEdit | JsonTextEdit

/** A change of a value. */
export type ValueEdit = SetEdit | RemoveEdit

/** Puts a value there, whether there is one or not. */
export interface SetEdit {
  readonly path: readonly (string | number)[]
  readonly op: 'set'
  /** Any JSON value. */
  readonly value: unknown
}

/** Takes a value away; later items of a list move up. */
export interface RemoveEdit {
  readonly path: readonly (string | number)[]
  readonly op: 'remove'
  readonly value?: undefined
}

/** Replaces a piece of the string at `path`. Several pieces of one string do not overlap. */
export interface StringEdit {
  readonly path: readonly (string | number)[]
  /** The piece, in the string as it was before the fix. */
  readonly range: Range
  readonly text: string
}

/** Replaces a piece of a JSON text that cannot be parsed yet. */
export interface JsonTextEdit {
  /** The piece, in the text as it was before the fix. */
  readonly textRange: Range
  readonly text: string
}

/** Another place that explains an issue. */
export interface RelatedPlace {
  readonly message: string
  readonly path: readonly (string | number)[]
  /** The piece of the string at `path` that is meant; absent when all of it is. */
  readonly range?: Range
  readonly textRange?: Range
}

/** A piece of a text, in UTF-16 code units as JavaScript counts them, end exclusive: `text.slice(start, end)`. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** What is known of one SQL expression: the verdict, whose issues have an empty `path`, and what the expression refers to. */
export type SqlAnalysis = ValidationResult & SqlReferences

/** What an expression refers to; complete only if it is valid. All ranges are pieces of its text. */
export interface SqlReferences {
  /** The columns that are used, in the order of the text, as often as they are. No names of lambda parameters, arguments, types. */
  readonly columns: readonly SqlColumn[]
  /** The functions that are called, in the order of the text. */
  readonly functions: readonly SqlFunction[]
  /** Whether it has one value for many rows, so that its column needs `isAggregate`. */
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
  /** All parts of the name, with their quotes. */
  readonly range: Range
  /** It stands in a sub-select, and may belong to a table of that. */
  readonly inSubquery?: true
}

/** One call of a function. */
export interface SqlFunction {
  /** As it is written. */
  readonly name: string
  /** `aggregate`: one value for many rows; `window`: called with `OVER`, or only of use with it. */
  readonly kind: 'scalar' | 'aggregate' | 'window'
  /** The name, without the parentheses. */
  readonly range: Range
}

/** A datamart as {@link importDatamarts} gives it: to be edited, and sent after {@link mergeUnseen}. */
export interface ImportedDatamart {
  readonly datamart: Datamart
  /** The fields that the reply does not show, which an update of `datamart` would therefore erase. */
  readonly unseen: readonly UnseenField[]
  /** The types that the reply tells, for the option `catalog`; absent if it tells none. A part of what the datasource has. */
  readonly catalog?: DatasourceSchema
}

/** A field that the list reply may not show; `relationships` only if nobody can tell to which datamart they belong. */
export type UnseenField = 'isAggregate' | 'indexPattern' | 'primaryDatabase' | 'relationships'

/** What the caller knows beside the datamart. With no option, only what the datamart says by itself is judged. */
export interface ValidateOptions {
  /**
   * What the datamart is for; `create` by default. With `update`, `name` is that of an existing datamart, and `datasourceName`, which an
   * update does not send, is optional.
   */
  readonly operation?: Operation | null | undefined
  /** Changes the severity of rules, or turns them off. What cannot be read stays an error: a part of the input would be lost unseen. */
  readonly rules?: { readonly [code in IssueCode]?: (code extends UnreadableCode ? 'error' : Severity | 'off') | undefined } | null | undefined
  /** Makes every warning an error. */
  readonly strict?: boolean | null | undefined
  /** The kind of the datasource, which no reply of the API tells. */
  readonly datasourceType?: DatasourceType | null | undefined
  /**
   * The tables of the datasource: the reply of the API's schema call as it came, in `data` or not. With it unknown names are errors,
   * and types are judged.
   */
  readonly catalog?: DatasourceSchema | { readonly data: DatasourceSchema; readonly [field: string]: unknown } | null | undefined
  /**
   * The datamarts that exist: the reply of the API's list call, in `data` or not, or names. A datamart that is created must have another
   * name, one that is updated must be among them.
   */
  readonly existingDatamarts?: NamesOrReply<{ readonly name: string; readonly [field: string]: unknown }> | null | undefined
  /** The datasources of the organisation: the reply of the API's list call, in `data` or not, or names. */
  readonly datasources?: NamesOrReply<DatasourceEntry> | null | undefined
  /** Whether the guest token sets `params.timezone`, without which `isApplyTimezone` has no effect. */
  readonly guestTokenTimezone?: boolean | null | undefined
  /**
   * The most issues that a result lists: a positive integer, 10,000 by default. Errors are kept before warnings; `too-many-issues` is
   * listed besides and counts what was left out; `valid` is the verdict on everything.
   */
  readonly maxIssues?: number | null | undefined
  /**
   * The most bytes that a result takes as JSON in UTF-8: a positive integer. The verdict and `too-many-issues`, in about 1 KB, are always
   * there. Without it, and at most with it: 16 times the input and 1 MB.
   */
  readonly maxOutputBytes?: number | null | undefined
  /**
   * Where the rules are documented, for `docsUrl` of each issue, which is this with `#` and the code behind it: a URL or a path of your own
   * copy of the package's `dist/rules/`. By default unpkg.com, which serves what npm has of this very version.
   */
  readonly docsBase?: string | null | undefined
}

/** What becomes of a datamart. */
export type Operation = 'create' | 'update'

/** A list reply of the API as it came, or the names alone. */
export type NamesOrReply<Entry> = readonly (string | Entry)[] | { readonly data: readonly (string | Entry)[] }

/** The API's schema reply. */
export interface DatasourceSchema {
  readonly tables: readonly DatasourceTable[]
  /** Not of the API: the datasource may have more tables and columns, so that nothing is claimed of names that are not here. */
  readonly isPartial?: boolean
  readonly [field: string]: unknown
}

/** One table of the schema reply. */
export interface DatasourceTable {
  readonly name: string
  /** Empty, null or absent where the datasource has no schemas. */
  readonly schema?: string | null | undefined
  readonly columns: readonly DatasourceColumn[]
  readonly [field: string]: unknown
}

/** One column of the schema reply. */
export interface DatasourceColumn {
  readonly name: string
  /** The database's own name of the type. One that is not known makes no claim. */
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

/** Options of a request: those of the validation before it, and where to send it. */
export interface RequestOptions extends ValidateOptions, DeliveryOptions {}

/** Where to send a request. Like all options, these are read from the object itself; one that it inherits is a `TypeError`. */
export interface DeliveryOptions {
  /**
   * Where the API is: `https://…`, `http://` on a loopback address, or a path such as `/api/databrain` on the page's own
   * origin. No credentials, query or fragment, and not the path of an endpoint (`/api/v2/…`), which is appended to it. The
   * vendor's own host by default.
   */
  readonly baseUrl?: string | null | undefined
  /**
   * The service token, without `Bearer `. It has the power of the whole organisation: leave it out in a browser, and let a
   * proxy of your own add it. A placeholder that was not filled in (`undefined`, `${TOKEN}`) is a `TypeError`, which never
   * quotes it.
   */
  readonly serviceToken?: string | null | undefined
  /** `current` by default; `legacy` is the address that the vendor will drop, where nothing can be updated. */
  readonly endpoint?: 'current' | 'legacy' | null | undefined
}

declare global {
  // As TypeScript declares it from 5.2 on, for older ones and for programs without that library.
  interface SymbolConstructor {
    readonly dispose: unique symbol
  }
}

/** Options that have been read, for any number of calls. After a crash the next call works. */
export interface Validator<Request = DatamartRequest> {
  /** As {@link validateDatamart}. */
  validate(datamart: unknown): ValidationResult
  /** As {@link buildRequest}. */
  buildRequest(datamart: unknown, options?: DeliveryOptions | null): Request
  /** As {@link analyzeSql}. */
  analyzeSql(sql: string): SqlAnalysis
  /** Lets go of the memory at once; calls are a TypeError from now on. */
  dispose(): void
  /** The same, for `using`. */
  [Symbol.dispose](): void
}

/** What {@link datamartSchema} makes: a `StandardSchemaV1<Input, Datamart>` and a `StandardJSONSchemaV1<Input, Datamart>`. */
export interface DatamartSchema<Input = Datamart> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: 'datamart-validator'
    /** Only for the compiler: there is no value. */
    readonly types?: { readonly input: Input; readonly output: Datamart } | undefined
    readonly validate: (datamart: unknown, options?: { readonly libraryOptions?: Record<string, unknown> | undefined } | undefined) => DatamartSchemaResult
    /**
     * The shape of a datamart as JSON Schema, the same for both; with `operation: 'update'` that of an update. What needs more than the shape, such as names that have to meet, only
     * `validate` tells.
     *
     * @throws {Error} for a target other than `draft-2020-12` and `draft-07`.
     */
    readonly jsonSchema: {
      readonly input: (options: JsonSchemaOptions) => Record<string, unknown>
      readonly output: (options: JsonSchemaOptions) => Record<string, unknown>
    }
  }
}

/** The verdict as Standard Schema has it: a datamart without errors, or its errors. */
export type DatamartSchemaResult =
  | { readonly value: Datamart; readonly issues?: undefined }
  | { readonly issues: readonly [Issue, ...Issue[]]; readonly value?: never }

/** Which JSON Schema is wanted. */
export interface JsonSchemaOptions {
  /** `draft-2020-12` and `draft-07` can be written; others throw. */
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

/** A relationship. Null where the datamart gives nothing, or nothing that can be read. */
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

/** What `fetch(url, init)` takes. */
export interface DatamartRequest {
  readonly url: string
  readonly method: 'POST'
  readonly headers: { readonly 'Content-Type': 'application/json'; readonly Authorization?: string }
  /** JSON text. */
  readonly body: string
}

/** The request of an operation: what is not certainly an update is taken for a creation. */
export type RequestOf<Given> = [Given] extends ['update'] ? DatamartUpdateRequest : DatamartRequest

/** The same for an update. */
export interface DatamartUpdateRequest extends Omit<DatamartRequest, 'method'> {
  readonly method: 'PUT'
}

/**
 * The datamart has errors, so no request is built from it.
 *
 * `instanceof` also knows errors of another copy of the package: one that was imported and one that was required, the slim entry's, that of
 * a frame. What `structuredClone` and `postMessage` leave of an error has no issues; send {@link DatamartInvalidError.toJSON} instead.
 */
export declare class DatamartInvalidError extends Error {
  constructor(issues: readonly Issue[])
  readonly name: 'DatamartInvalidError'
  /** Stable. */
  readonly code: 'DATAMART_INVALID'
  /** Every issue, warnings included: plain objects, which `structuredClone`, `postMessage` and JSON can carry. */
  readonly issues: readonly Issue[]
  /** What `JSON.stringify` writes, and `structuredClone` and `postMessage` can carry. */
  toJSON(): DatamartInvalidErrorJSON
}

/** A {@link DatamartInvalidError} as a plain object; `new DatamartInvalidError(issues)` makes an error of it again. */
export interface DatamartInvalidErrorJSON {
  readonly name: 'DatamartInvalidError'
  readonly code: 'DATAMART_INVALID'
  readonly message: string
  readonly issues: readonly Issue[]
}

/** The WebAssembly module has crashed, which is a bug in this package. The next call works on a fresh instance. */
export declare class WasmTrapError extends Error {
  constructor(cause: unknown)
  readonly name: 'WasmTrapError'
  /** Stable. */
  readonly code: 'WASM_TRAP'
}

/** One rule with its documentation. */
export interface Rule {
  readonly code: IssueCode
  /** What it is about: the heading that it shares with the rules around it, such as `Tables`. */
  readonly subject: string
  /** The severity unless the option `rules` says otherwise. */
  readonly severity: Severity | 'off'
  /** What it reports, in one sentence. */
  readonly what: string
  /** Why that matters, and where the rule comes from. */
  readonly why: string
  /** A datamart that has exactly this issue. */
  readonly wrong: RuleExample
  /** The same datamart, right. */
  readonly right: RuleExample
  /** Where it is documented for people: in the page that this version of the package carries, on unpkg.com. */
  readonly docsUrl: string
}

/** An example of a rule. */
export interface RuleExample {
  /** `fields`: some fields of a datamart as JSON; `text`: a whole datamart as JSON text; `javascript`: some fields as an expression. */
  readonly kind: 'fields' | 'text' | 'javascript'
  readonly source: string
  /** The options that the example needs, as JSON. */
  readonly options?: string
}

/** The kinds of datasources that DataBrain connects to. */
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

/** The codes of what cannot be read as JSON, which are always errors. */
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

// The contract: begin. Made from `src/contract/` by the tests.

/** A datamart, from which the bodies of Create Datamart and Update Datamart are made. */
export interface Datamart {
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
export interface Table {
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
export interface Column {
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
export interface TenancySettings {
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
export interface Relationship {
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
