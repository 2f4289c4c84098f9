/** The types of results, and how they narrow. */

import {
  DatamartInvalidError,
  WasmTrapError,
  analyzeSql,
  applyFix,
  applyTextEdits,
  buildRequest,
  createValidator,
  describeJoins,
  rules,
  validateDatamart,
  type Datamart,
  type DatamartRequest,
  type Fix,
  type JsonTextEdit,
  type RemoveEdit,
  type SetEdit,
  type StringEdit,
  type ValueEdit,
  type InvalidResult,
  type Issue,
  type Range,
  type SqlAnalysis,
  type IssueCode,
  type IssueOf,
  type IssueParams,
  type Rule,
  type RuleExample,
  type Severity,
  type ValidationResult,
  type Validator,
  type TextChange,
  type TextEdit,
  textEdits,
} from 'datamart-validator'

/** Compiles only if both are the same type; `any` is only the same as itself. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const same = <A, B>(_: Same<A, B>): void => undefined

const result = validateDatamart({})
same<typeof result, ValidationResult>(true)

if (!result.valid) {
  // There is a first issue, even with noUncheckedIndexedAccess.
  const message: string = result.issues[0].message
  console.log(message)
  same<typeof result, InvalidResult>(true)
} else {
  const first = result.issues.at(0)
  same<typeof first, Issue | undefined>(true)
}

for (const issue of result.issues) {
  same<typeof issue.code, IssueCode>(true)
  same<typeof issue.severity, Severity>(true)
  same<typeof issue.message, string>(true)
  same<typeof issue.params.table, string | undefined>(true)
  same<(typeof issue.path)[number], string | number>(true)
  same<typeof issue.suggestion, string | undefined>(true)
  same<typeof issue.docsUrl, string>(true)
  const { range, textRange } = issue
  if (range && textRange) console.log('text'.slice(range.start, range.end), 'text'.slice(textRange.start, textRange.end))
  for (const { message, path } of issue.related ?? []) console.log(message, path.join('.'))

  if (issue.code === 'required') console.log(issue.path)
  // @ts-expect-error no such code
  if (issue.code === 'requird') console.log(issue.path)
  // @ts-expect-error no such severity
  if (issue.severity === 'info') console.log(issue.path)
  // @ts-expect-error no such field
  console.log(issue.text)
  // @ts-expect-error results are read-only
  issue.message = 'x'
  // @ts-expect-error and so are their paths
  issue.path.push('x')
}

/** A switch over all codes and severities is complete. */
export function colour(severity: Severity): string {
  switch (severity) {
    case 'error':
      return 'red'
    case 'warning':
      return 'orange'
  }
}

/** Texts of your own for every code: a missing one is an error. */
// @ts-expect-error most are missing
export const translations: Record<IssueCode, string> = { required: 'fehlt' }
export const someTranslations: Partial<Record<IssueCode, string>> = { required: 'fehlt', 'unknown-field': 'unbekannt' }

const { url, ...init } = buildRequest({})
const fetched: Promise<Response> = fetch(url, init)
void fetched
new Request(url, init)
const request: DatamartRequest = buildRequest('{}')
same<typeof request.method, 'POST'>(true)
same<typeof request.body, string>(true)
same<typeof request.headers.Authorization, string | undefined>(true)
// @ts-expect-error no such header
console.log(request.headers['X-Other'])

try {
  buildRequest({})
} catch (error) {
  if (error instanceof DatamartInvalidError) {
    same<typeof error.name, 'DatamartInvalidError'>(true)
    const issues: readonly Issue[] = error.issues
    console.log(issues, error.message, error.stack)
  } else if (error instanceof WasmTrapError) {
    same<typeof error.name, 'WasmTrapError'>(true)
  }
}

const analysis = analyzeSql('SUM(total)', { datasourceType: 'postgres', rules: { 'sql-subquery': 'off' }, strict: true })
same<typeof analysis, SqlAnalysis>(true)
if (!analysis.valid) console.log(analysis.issues[0].message)
for (const { name, table, range, inSubquery } of analysis.columns) {
  same<typeof name, string>(true)
  same<typeof table, string | undefined>(true)
  same<typeof range, Range>(true)
  same<typeof inSubquery, true | undefined>(true)
}
for (const call of analysis.functions) same<typeof call.kind, 'scalar' | 'aggregate' | 'window'>(true)
same<typeof analysis.isAggregate, boolean>(true)
same<typeof analysis.hasWindow, boolean>(true)
// @ts-expect-error SQL is a string
analyzeSql(5)
// @ts-expect-error no such datasource
analyzeSql('total', { datasourceType: 'oracle' })
// @ts-expect-error results are read-only
analysis.columns.push(analysis.columns[0])

const validator = createValidator({ datasourceType: 'postgres', catalog: { tables: [{ name: 'orders', columns: [{ name: 'id', dataType: 'int' }] }] } })
same<typeof validator, Validator>(true)
same<ReturnType<typeof validator.validate>, ValidationResult>(true)
same<ReturnType<typeof validator.analyzeSql>, SqlAnalysis>(true)
validator.buildRequest({}, { baseUrl: '/api', serviceToken: null })
// @ts-expect-error the validation options have been read already
validator.buildRequest({}, { strict: true })
validator.dispose()
validator[Symbol.dispose]()
// @ts-expect-error a column needs a name
createValidator({ catalog: { tables: [{ name: 'orders', columns: [{ dataType: 'int' }] }] } })

const typed: Datamart = { name: 'sales', datasourceName: 'warehouse', tableList: [] }
const fix: Fix | undefined = result.issues[0]?.fix
const changes: TextChange[] = [{ path: ['a', 0], op: 'insert', value: {} }, { path: ['a', 0], op: 'move', to: 1 }, { path: ['a'], op: 'set', value: 1 }, { path: [], op: 'remove' }]
const textEdit: TextEdit | undefined = textEdits('[]', changes)[0]
console.log(textEdit?.start satisfies number | undefined, textEdit?.text satisfies string | undefined)
// @ts-expect-error a move needs its target
textEdits('[]', [{ path: ['a', 0], op: 'move' }])
if (fix) {
  same<ReturnType<typeof applyFix<Datamart>>, Datamart>(true)
  const fixed: Datamart = applyFix(typed, fix)
  console.log(applyTextEdits('{}', textEdits('{}', fix)) satisfies string, textEdits('{}', fix.edits))
  same<Fix['certainty'], 'certain' | 'probable'>(true)
  for (const edit of fix.edits) {
    if ('textRange' in edit) {
      same<typeof edit, JsonTextEdit>(true)
      console.log(edit.textRange.start satisfies number, edit.text satisfies string)
    } else if ('range' in edit) {
      same<typeof edit, StringEdit>(true)
      console.log(edit.path.join('.'), edit.range.start satisfies number, edit.text satisfies string)
    } else if (edit.op === 'set') {
      same<typeof edit, SetEdit>(true)
      console.log(fixed, edit.path.join('.'), edit.value)
    } else {
      same<typeof edit, RemoveEdit>(true)
      console.log(edit.path.join('.'))
    }
    if ('op' in edit) same<typeof edit, ValueEdit>(true)
    if ('path' in edit) same<typeof edit, ValueEdit | StringEdit>(true)
    // @ts-expect-error edits are read-only
    edit.text = ''
  }
}

const { nodes, edges } = describeJoins(typed)
for (const { table, name, schemaName, isHide } of nodes) console.log(table satisfies number, name, schemaName, isHide)
for (const { parent, child, relationship, cardinality } of edges) console.log(parent satisfies number, child, relationship, cardinality)

const all = rules()
same<typeof all, readonly Rule[]>(true)
for (const { code, subject, severity, what, why, wrong, right, docsUrl } of all) {
  same<typeof code, IssueCode>(true)
  same<typeof subject, string>(true)
  same<typeof docsUrl, string>(true)
  same<typeof severity, Severity | 'off'>(true)
  const examples: RuleExample[] = [wrong, right]
  console.log(what, why, examples.map(({ kind, source, options }) => [kind, source, options]))
}
// @ts-expect-error the list is read-only
all.push(all[0])

// Parameters by code.
const ofTwoCodes = (issue: IssueOf<'unknown-table'> | IssueOf<'duplicate-column'>): string | undefined =>
  issue.code === 'duplicate-column' ? issue.params.column : issue.params.table
const params = (issue: Issue): string | undefined => (issue.code === 'unknown-column' ? (issue.params as IssueParams['unknown-column']).column : undefined)
const wide: Issue = null as unknown as IssueOf<'unknown-table'>
void [ofTwoCodes, params, wide]
