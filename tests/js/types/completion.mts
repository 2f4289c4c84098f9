/** The completion entry as another editor uses it, in an ES module. */

import { completeDatamart, completeSql, describeAt, describeSql, type Completion, type CompletionKind, type DatamartContext, type SqlContext } from 'datamart-validator/completion'
import type { ValidateOptions } from 'datamart-validator'

declare const options: ValidateOptions
const context: DatamartContext = options
const sql: SqlContext = { datasourceType: 'postgres', table: { name: 'orders', columns: ['id', { name: 'total', dataType: 'numeric' }] } }

const result = completeDatamart('{', 1, context)
export const inserted: string[] = (result?.options ?? []).map(({ insert, caret }: Completion) => insert.slice(0, caret))
export const edits = (result?.also ?? []).map(({ start, end, text }) => [start, end, text] as const)
export const kinds: CompletionKind[] = completeSql('i', 1, sql)?.options.map(({ kind }) => kind) ?? []
export const titles: (string | undefined)[] = [describeAt('{}', 0)?.title, describeSql('id', 0, null)?.info]

// @ts-expect-error there is no such datasource
completeDatamart('', 0, { datasourceType: 'postgresql' })
// @ts-expect-error undefined where there is nothing
completeSql('', 0).options
