/** The CodeMirror entry as an editor uses it, in an ES module. */

import { autocompletion, type CompletionSource } from '@codemirror/autocomplete'
import { linter, type LintSource } from '@codemirror/lint'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { createValidator, type DatasourceTable, type DatasourceType, type ValidationResult } from 'datamart-validator'
import {
  datamartCompletionSource,
  datamartHover,
  datamartLinter,
  datamartLintSource,
  refreshLint,
  sqlCompletionSource,
  sqlHover,
  sqlLinter,
  sqlLintSource,
  type SqlContext,
} from 'datamart-validator/codemirror'

declare const table: DatasourceTable
declare const form: { datasourceType: DatasourceType | null; column: { name: string } }

const validator = createValidator({ datasourceType: 'postgres' })
const context = (): SqlContext => ({ datasourceType: form.datasourceType, table, column: form.column.name })

export const extensions: Extension[] = [
  datamartLinter(),
  datamartLinter({ datasourceType: 'postgres', catalog: { tables: [table] } }, { delay: 100, autoPanel: true }),
  datamartLinter(validator),
  datamartLinter(() => validator),
  datamartLinter({ validate: (text: string): ValidationResult => validator.validate(text) }),
  linter(datamartLintSource(validator), { delay: 0 }),
  sqlLinter(),
  sqlLinter({ datasourceType: 'mysql' }),
  sqlLinter({ validator, table: { name: 'orders', columns: ['id', { name: 'total', label: 'Total' }] } }),
  sqlLinter(context),
  linter(sqlLintSource(context)),
  autocompletion({ override: [sqlCompletionSource(context)] }),
  autocompletion({ override: [datamartCompletionSource(), datamartCompletionSource({ catalog: { tables: [table] } })] }),
  datamartHover(() => ({ datasourceType: form.datasourceType })),
  sqlHover(context),
]
export const sources: [LintSource, LintSource, CompletionSource] = [datamartLintSource(), sqlLintSource(), sqlCompletionSource({ table })]
export const count: number = datamartLintSource()({ state: EditorState.create() }).length
refreshLint(new EditorView())
// @ts-expect-error there is no such datasource
datamartLinter({ datasourceType: 'postgresql' })
// @ts-expect-error a table has columns
sqlLinter({ table: { name: 'orders' } })
// @ts-expect-error there must be something to complete
sqlCompletionSource()
