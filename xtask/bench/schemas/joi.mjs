// joi: set to collect all errors, to allow unknown keys and to convert nothing.
import Joi from 'joi'
import { CARDINALITIES, CLIENT_COLUMN_TYPES, JOINS, TENANCY_LEVELS } from './contract.mjs'

const required = Joi.string().required()
const text = Joi.string().allow('', null)
const flag = Joi.boolean().allow(null)
const oneOf = (values) => Joi.string().valid(...values, null)

const column = Joi.object({
  name: required,
  alias: text,
  label: text,
  isHide: flag,
  isCustomColumn: flag,
  sql: text,
  isAggregate: flag,
  isApplyTimezone: flag,
})
const table = Joi.object({
  name: required,
  schemaName: text,
  clientColumn: text,
  isHide: flag,
  label: text,
  indexPattern: text,
  columns: Joi.array().items(column).min(1).required(),
})
const tenancy = Joi.object({
  tenancyLevel: Joi.string().valid(...TENANCY_LEVELS).required(),
  clientColumnType: oneOf(CLIENT_COLUMN_TYPES),
  primaryDatabase: text,
  schemaName: text,
  tableName: text,
  tableClientNameColumn: text,
  tablePrimaryKeyColumn: text,
})
const relationship = Joi.object({
  parentTableName: required,
  parentColumnName: required,
  childTableName: required,
  childColumnName: required,
  relationshipName: required,
  cardinality: oneOf(CARDINALITIES),
  join: oneOf(JOINS),
})
const datamart = Joi.object({
  name: required,
  datasourceName: required,
  tableList: Joi.array().items(table).min(1).required(),
  tenancySettings: tenancy.allow(null),
  relationships: Joi.array().items(relationship).allow(null),
}).required()

const options = { abortEarly: false, allowUnknown: true, convert: false }

export const isValid = (value) => datamart.validate(value, options).error === undefined
