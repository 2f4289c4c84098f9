// zod: collects all issues; z.object() accepts unknown keys, and is faster than z.looseObject().
import { z } from 'zod'
import { CARDINALITIES, CLIENT_COLUMN_TYPES, JOINS, TENANCY_LEVELS } from './contract.mjs'

const required = z.string().min(1)
const text = z.string().nullish()
const flag = z.boolean().nullish()

const column = z.object({
  name: required,
  alias: text,
  label: text,
  isHide: flag,
  isCustomColumn: flag,
  sql: text,
  isAggregate: flag,
  isApplyTimezone: flag,
})
const table = z.object({
  name: required,
  schemaName: text,
  clientColumn: text,
  isHide: flag,
  label: text,
  indexPattern: text,
  columns: z.array(column).min(1),
})
const tenancy = z.object({
  tenancyLevel: z.enum(TENANCY_LEVELS),
  clientColumnType: z.enum(CLIENT_COLUMN_TYPES).nullish(),
  primaryDatabase: text,
  schemaName: text,
  tableName: text,
  tableClientNameColumn: text,
  tablePrimaryKeyColumn: text,
})
const relationship = z.object({
  parentTableName: required,
  parentColumnName: required,
  childTableName: required,
  childColumnName: required,
  relationshipName: required,
  cardinality: z.enum(CARDINALITIES).nullish(),
  join: z.enum(JOINS).nullish(),
})
const datamart = z.object({
  name: required,
  datasourceName: required,
  tableList: z.array(table).min(1),
  tenancySettings: tenancy.nullish(),
  relationships: z.array(relationship).nullish(),
})

export const isValid = (value) => datamart.safeParse(value).success
