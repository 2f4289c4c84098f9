/**
 * What an editor offers and shows at a position of a datamart's JSON text or of an SQL expression,
 * as functions of the text: for CodeMirror by `datamart-validator/codemirror`, and for any other
 * editor. They need neither the WebAssembly module nor an editor, and never throw because of a text.
 *
 * Offsets are in UTF-16 code units, as in JavaScript strings.
 */

import type { DatasourceType, ValidateOptions, Validator } from './index.js'

/**
 * Completes the JSON text of a datamart: fields, allowed values, the names that the catalog and the
 * datamart itself have, and SQL inside `sql`. The text may be as broken as it is while somebody
 * types.
 *
 * One pass over the text before `offset`; names in relationships need one more over the list of
 * tables. A catalog is indexed once as long as it is the same object.
 *
 * @param options what is known in addition: {@link ValidateOptions} can be passed.
 * @returns undefined where there is nothing to complete.
 */
export declare function completeDatamart(text: string, offset: number, options?: DatamartContext | null): Completions | undefined

/**
 * Describes the field, the value or the name at a position of a datamart's JSON text: the
 * documentation of the contract, and what the catalog has.
 */
export declare function describeAt(text: string, offset: number, options?: DatamartContext | null): Description | undefined

/**
 * Completes an SQL expression: the columns of the table as the dialect has to quote them, the
 * dialect's functions, and the words of expressions. After `table.`, and after an open quote, only
 * columns; nothing in strings and comments.
 */
export declare function completeSql(sql: string, offset: number, context?: SqlContext | null): Completions | undefined

/** Describes the column or the function at a position of an SQL expression. */
export declare function describeSql(sql: string, offset: number, context?: SqlContext | null): Description | undefined

/** What is known in addition to the datamart. */
export type DatamartContext = Pick<ValidateOptions, 'catalog' | 'datasources' | 'datasourceType' | 'existingDatamarts' | 'operation'>

/** What can be written at a position. */
export interface Completions {
  /** The start of what a completion replaces: what has been typed of it is between here and the position. */
  readonly from: number
  /** The end of what a completion replaces; it may be after the position, such as behind a closing quote. */
  readonly to: number
  /** Changes before `from` that belong to every completion: a missing comma. */
  readonly also?: readonly { readonly start: number; readonly end: number; readonly text: string }[]
  /** In the order in which they should be listed if nothing else decides. */
  readonly options: readonly Completion[]
}

/** One completion. */
export interface Completion {
  /** What is shown, and compared with what has been typed. */
  readonly label: string
  readonly kind: CompletionKind
  /** A few words shown next to the label: a type, or the parameters of a function. */
  readonly detail?: string
  /** The documentation, in which backticks mark names. */
  readonly info?: string
  /** What replaces the text between `from` and `to`. */
  readonly insert: string
  /** Where the caret goes, from the start of `insert`; its end if absent. */
  readonly caret?: number
  /** From -99 to 99, 0 if absent: those with a higher one come first among those that fit equally. */
  readonly boost?: number
}

/** What a completion is, for an icon. */
export type CompletionKind = 'key' | 'value' | 'snippet' | 'schema' | 'table' | 'column' | 'customColumn' | 'keyword' | SqlFunctionKind

/** What a function does to rows. */
export type SqlFunctionKind = 'function' | 'aggregate' | 'window'

/** What is at a position. */
export interface Description {
  readonly from: number
  readonly to: number
  /** The name of what is described, or the signature of a function. */
  readonly title: string
  /** A few words: a type, or the values that are allowed. */
  readonly detail?: string
  /** The documentation, in which backticks mark names; of a custom column its SQL. */
  readonly info?: string
}

/** The context of an expression. */
export interface SqlContext {
  /** The dialect. Without it, whatever any datasource accepts is accepted. */
  readonly datasourceType?: DatasourceType | null | undefined
  /**
   * Validates instead of `datasourceType`, which then only determines what is completed: a validator
   * with a catalog, for example. Without `datasourceType`, it is asked how names are quoted.
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
