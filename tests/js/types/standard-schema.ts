/** datamartSchema matches the specification's own types. */

import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec'
import { datamartSchema, type Datamart, type DatamartSchema, type DatamartSchemaResult, type Issue, type JsonSchemaOptions } from 'datamart-validator'

/** Compiles only if both are the same type; `any` is only the same as itself. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const same = <A, B>(_: Same<A, B>): void => undefined

const schema = datamartSchema({ datasourceType: 'postgres', strict: true })
same<typeof schema, DatamartSchema<Datamart>>(true)
same<StandardSchemaV1.InferOutput<typeof schema>, Datamart>(true)
same<StandardSchemaV1.InferInput<typeof schema>, Datamart>(true)
same<StandardJSONSchemaV1.InferOutput<typeof schema>, Datamart>(true)

// From ours to the specification's.
export const standard: StandardSchemaV1<Datamart, Datamart> & StandardJSONSchemaV1<Datamart, Datamart> = schema
export const result: StandardSchemaV1.Result<Datamart> = schema['~standard'].validate({})
export const converter: StandardJSONSchemaV1.Converter = schema['~standard'].jsonSchema
declare const ourOptions: JsonSchemaOptions
export const theirOptions: StandardJSONSchemaV1.Options = ourOptions

// And the reverse: ours accept whatever callers pass who know only the specification.
type Validate = (typeof schema)['~standard']['validate']
same<Parameters<Validate>, Parameters<StandardSchemaV1<Datamart>['~standard']['validate']>>(true)
declare const theirConverter: StandardJSONSchemaV1.Converter
export const ourConverter: (typeof schema)['~standard']['jsonSchema'] = theirConverter
declare const theirTypes: StandardSchemaV1.Types<Datamart, Datamart>
export const ourTypes: NonNullable<(typeof schema)['~standard']['types']> = theirTypes
declare const theirSuccess: StandardSchemaV1.SuccessResult<Datamart>
export const ourSuccess: DatamartSchemaResult = theirSuccess

// Stronger than the specification: no promise, complete issues, at least one.
const verdict = schema['~standard'].validate('{}')
same<typeof verdict, DatamartSchemaResult>(true)
if (verdict.issues) {
  const { code, message }: Issue = verdict.issues[0]
  console.log(code, message)
} else {
  same<typeof verdict.value, Datamart>(true)
}

// A form with its own type.
interface FormValues {
  name: string
  tables: string[]
}
export const loose: StandardSchemaV1<FormValues, Datamart> = datamartSchema<FormValues>()
export const unknown: StandardSchemaV1<unknown, Datamart> = datamartSchema<unknown>(null)

// Nested in a call that infers its own type parameters.
declare function consume<Input, Output>(schema: StandardSchemaV1<Input, Output>): Output
same<ReturnType<typeof outputOf>, Datamart>(true)
function outputOf() {
  return consume(datamartSchema())
}

console.log(schema['~standard'].jsonSchema.input({ target: 'draft-07' }).$schema)
// @ts-expect-error a target is needed
schema['~standard'].jsonSchema.output()
// @ts-expect-error request options are not validation options
datamartSchema({ baseUrl: '/' })
// @ts-expect-error a datamart is not the output of another schema
export const other: StandardSchemaV1<Datamart, { id: number }> = schema
