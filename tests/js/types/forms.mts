/** The form libraries accept the schema by its type, too. */

import { FormApi } from '@tanstack/form-core'
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { formatIssues } from '@conform-to/dom/future'
import { createFormControl, useForm, type Resolver } from 'react-hook-form'
import { createValidator, datamartSchema, issuesAt, validateDatamart, type Datamart, type Edit, type Issue, type JsonValue } from 'datamart-validator'
import { datamartResolver, fromFormData, groupByField, type DatamartFieldError, type Judge } from 'datamart-validator/forms'

const schema = datamartSchema()
const resolver = standardSchemaResolver(schema)
export const same: Resolver<Datamart, unknown, Datamart> = resolver
const values: Datamart = { name: '', datasourceName: '', tableList: [] }
export const form = new FormApi({ defaultValues: values, validators: { onChange: schema } })
// The type of a form, inferred from its initial values.
export const inferred = new FormApi({ defaultValues: { name: '', datasourceName: '', tableList: [{ name: '', columns: [{ name: '' }] }] }, validators: { onChange: schema } })
const { issues } = schema['~standard'].validate(values)
if (issues) console.log(formatIssues(issues).fieldErrors)
// @ts-expect-error the schema is of datamarts
export const other = new FormApi({ defaultValues: { title: '' }, validators: { onChange: schema } })

// Nested in a call that infers.
export const control = createFormControl<Datamart>({ resolver: standardSchemaResolver(datamartSchema()) })
export function useDatamartForm(initial: Datamart) {
  const form = useForm<Datamart>({ resolver: standardSchemaResolver(datamartSchema({ strict: true })), defaultValues: initial })
  form.register('tableList.0.columns.0.name')
  form.handleSubmit((datamart: Datamart) => datamart)
  const inferred = useForm({ resolver: standardSchemaResolver(datamartSchema()) })
  inferred.handleSubmit((datamart: Datamart) => datamart)
  return form.formState.errors.tableList?.[0]?.name?.message
}

// The resolver of the package.
const judge: Judge = createValidator()
export function useIssues(show: (issues: readonly Issue[]) => void) {
  const form = useForm<Datamart>({ resolver: datamartResolver(judge, { onResult: ({ issues }) => show(issues) }) })
  form.handleSubmit((datamart: Datamart) => datamart)
  const inferred = useForm({ resolver: datamartResolver((given) => validateDatamart(given)) })
  inferred.handleSubmit((datamart: Datamart) => datamart)
  interface Values {
    name: string
    tables: string[]
  }
  const other = useForm<Values>({ resolver: datamartResolver<Values>(judge) })
  other.register('tables.0')
  const error = form.formState.errors.name as DatamartFieldError | undefined
  return error?.issues[0].fix
}
// @ts-expect-error a judge is needed
datamartResolver()
// @ts-expect-error options are those of the validator
datamartResolver({ strict: true })

// Issues of every source, and values of HTML forms.
const { issues: found } = validateDatamart(fromFormData(new FormData()))
export const atField: Issue[] = issuesAt(found, 'tableList[0].name')
export const atPath: Issue[] = issuesAt(found, ['tableList', 0, 'name'])
export const grouped: Record<string, Issue[]> = groupByField(found, { style: 'brackets' })
fromFormData(new URLSearchParams())
fromFormData([['name', 'sales']])
// @ts-expect-error there are two styles
groupByField(found, { style: 'dot' })

// Form libraries require records of unknown, and frameworks results that JSON can contain.
export const record: Record<string, unknown> = values
export const rows: Record<string, unknown>[] = values.tableList
type Plain = string | number | boolean | null | undefined
type Serialisable<Value> = Value extends Plain
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly Serialisable<Item>[]
    : unknown extends Value
      ? never
      : { [Key in keyof Value]: Serialisable<Value[Key]> }
declare const edit: Edit
export const serialisable: Serialisable<Edit> = edit
export const json: JsonValue = 'value' in edit && edit.value !== undefined ? edit.value : null
