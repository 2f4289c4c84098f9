/** The form libraries accept the schema by its type, too. */

import { FormApi } from '@tanstack/form-core'
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { formatIssues } from '@conform-to/dom/future'
import type { Resolver } from 'react-hook-form'
import { datamartSchema, type Datamart } from 'datamart-validator'

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
