// ajv: compiled to a function once; all errors; unknown keys are allowed by default.
import { Ajv } from 'ajv'
import { CARDINALITIES, CLIENT_COLUMN_TYPES, JOINS, TENANCY_LEVELS } from './contract.mjs'

const required = { type: 'string', minLength: 1 }
const text = { type: ['string', 'null'] }
const flag = { type: ['boolean', 'null'] }
const object = (properties, ...names) => ({ type: 'object', properties, required: names })
const oneOf = (values) => ({ enum: [...values, null] })
const listOf = (items) => ({ type: 'array', minItems: 1, items })

const column = object(
  { name: required, alias: text, label: text, isHide: flag, isCustomColumn: flag, sql: text, isAggregate: flag, isApplyTimezone: flag },
  'name',
)
const table = object(
  { name: required, schemaName: text, clientColumn: text, isHide: flag, label: text, indexPattern: text, columns: listOf(column) },
  'name', 'columns',
)
const tenancy = {
  ...object(
    {
      tenancyLevel: { enum: TENANCY_LEVELS },
      clientColumnType: oneOf(CLIENT_COLUMN_TYPES),
      primaryDatabase: text,
      schemaName: text,
      tableName: text,
      tableClientNameColumn: text,
      tablePrimaryKeyColumn: text,
    },
    'tenancyLevel',
  ),
  type: ['object', 'null'],
}
const relationship = object(
  {
    parentTableName: required,
    parentColumnName: required,
    childTableName: required,
    childColumnName: required,
    relationshipName: required,
    cardinality: oneOf(CARDINALITIES),
    join: oneOf(JOINS),
  },
  'parentTableName', 'parentColumnName', 'childTableName', 'childColumnName', 'relationshipName',
)
const datamart = object(
  {
    name: required,
    datasourceName: required,
    tableList: listOf(table),
    tenancySettings: tenancy,
    relationships: { type: ['array', 'null'], items: relationship },
  },
  'name', 'datasourceName', 'tableList',
)

const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(datamart)

export const isValid = (value) => validate(value)
