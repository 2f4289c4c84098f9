/** Compiles only if form libraries and frameworks accept the schema and the results by their types. */

import { useForm as useConform } from '@conform-to/react/future'
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useForm as useTanStack } from '@tanstack/react-form'
import { createServerFn } from '@tanstack/react-start'
import { applyFix, createValidator, datamartSchema, diffDatamarts, validateDatamart, type Datamart, type DatamartDiff, type ValidationResult } from 'datamart-validator'
import { datamartResolver, fromFormData, groupByField } from 'datamart-validator/forms'
import { useForm as useHookForm } from 'react-hook-form'
import { standard, standardClient } from 'sveltekit-superforms/adapters'
import { superForm } from 'sveltekit-superforms/client'
import { superValidate } from 'sveltekit-superforms/server'
import { useForm as useVee, type TypedSchema } from 'vee-validate'
import { reactive, ref, toRef, type Ref } from 'vue'

declare const initial: Datamart
const accept = (datamart: Datamart): void => console.log(datamart.name)

export function ReactHookForm() {
  const schema = useHookForm<Datamart>({ resolver: standardSchemaResolver(datamartSchema()) })
  schema.handleSubmit(accept)
  const inferred = useHookForm({ resolver: standardSchemaResolver(datamartSchema()), defaultValues: initial })
  inferred.handleSubmit(accept)
  const issues = useHookForm<Datamart>({ resolver: datamartResolver(createValidator()) })
  issues.handleSubmit(accept)
  return <input {...schema.register('tableList.0.columns.0.name', { deps: ['tenancySettings.tableName'] })} />
}

export function TanStackForm() {
  const form = useTanStack({ defaultValues: initial, validators: { onChange: datamartSchema() }, onSubmit: ({ value }) => accept(value) })
  return <form.Field name="tableList[0].name">{(field) => <input value={field.state.value} onChange={(event) => field.handleChange(event.target.value)} />}</form.Field>
}

/** A function that the server runs: its input is validated, and its results are serialisable. */
export const create = createServerFn({ method: 'POST' })
  .validator(datamartSchema())
  .handler(async ({ data }): Promise<ValidationResult> => (accept(data), validateDatamart(data)))
export const compare = createServerFn({ method: 'POST' }).handler(async (): Promise<DatamartDiff> => diffDatamarts(initial, initial))
export const upload = createServerFn({ method: 'POST' })
  .validator((form: FormData) => fromFormData(form))
  .handler(async ({ data }) => groupByField(validateDatamart(data).issues, { style: 'brackets' }))

export function Conform() {
  const { form, fields } = useConform(datamartSchema(), { defaultValue: initial, onSubmit: (event, { value }) => accept(value) })
  return <form {...form.props}>{fields.tableList.getFieldList().map((table) => <input key={table.key} name={table.getFieldset().name.name} />)}</form>
}

export const load = async () => {
  const form = await superValidate(initial, standard(datamartSchema(), { defaults: initial }))
  if (form.valid) accept(form.data)
  return { form }
}
export const page = superForm(initial, { validators: standardClient(datamartSchema()), dataType: 'json' })
page.form.subscribe(accept)

/** VeeValidate 4 has its own kind of schema. */
const typed: TypedSchema<Datamart, Datamart> = {
  __type: 'VVTypedSchema',
  async parse(values) {
    const { valid, issues } = validateDatamart(values)
    if (valid) return { value: values, errors: [] }
    const errors = groupByField(issues.filter(({ severity }) => severity === 'error'), { style: 'brackets' })
    return { errors: Object.entries(errors).map(([path, group]) => ({ path, errors: group.map(({ message }) => message) })) }
  },
}
export function veeValidate() {
  const { handleSubmit, defineField } = useVee({ validationSchema: typed, initialValues: initial })
  const [name] = defineField('tableList[0].name')
  return { submit: handleSubmit(accept), name }
}

/** What `v-model` binds: optional fields may be absent or null. */
export const datamart = ref(initial)
export const schemaName: Ref<string | null | undefined> = toRef(datamart.value.tableList[0], 'schemaName')
export const isHide: Ref<boolean | null | undefined> = toRef(datamart.value.tableList[0], 'isHide')
export const state: Datamart = reactive(initial)
const [issue] = validateDatamart(datamart.value).issues
if (issue?.fix) datamart.value = applyFix(datamart.value, issue.fix)
