// valibot: collects all issues by default; v.object() accepts unknown keys.
import * as v from 'valibot'
import { CARDINALITIES, CLIENT_COLUMN_TYPES, JOINS, TENANCY_LEVELS } from './contract.mjs'

const required = v.pipe(v.string(), v.minLength(1))
const text = v.nullish(v.string())
const flag = v.nullish(v.boolean())

const column = v.object({
  name: required,
  alias: text,
  label: text,
  isHide: flag,
  isCustomColumn: flag,
  sql: text,
  isAggregate: flag,
  isApplyTimezone: flag,
})
const table = v.object({
  name: required,
  schemaName: text,
  clientColumn: text,
  isHide: flag,
  label: text,
  indexPattern: text,
  columns: v.pipe(v.array(column), v.minLength(1)),
})
const tenancy = v.object({
  tenancyLevel: v.picklist(TENANCY_LEVELS),
  clientColumnType: v.nullish(v.picklist(CLIENT_COLUMN_TYPES)),
  primaryDatabase: text,
  schemaName: text,
  tableName: text,
  tableClientNameColumn: text,
  tablePrimaryKeyColumn: text,
})
const relationship = v.object({
  parentTableName: required,
  parentColumnName: required,
  childTableName: required,
  childColumnName: required,
  relationshipName: required,
  cardinality: v.nullish(v.picklist(CARDINALITIES)),
  join: v.nullish(v.picklist(JOINS)),
})
const datamart = v.object({
  name: required,
  datasourceName: required,
  tableList: v.pipe(v.array(table), v.minLength(1)),
  tenancySettings: v.nullish(tenancy),
  relationships: v.nullish(v.array(relationship)),
})

export const isValid = (value) => v.safeParse(datamart, value).success
