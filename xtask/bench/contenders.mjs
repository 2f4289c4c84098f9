// The contenders of the comparisons. The first of each is ours; the others are shown as
// multiples of it. A contender returns whether an input is valid; before anything is timed, each
// one must reject the invalid ones.

import { analyzeSql, diffDatamarts, validateDatamart } from 'datamart-validator'
import { issuesOf } from './by-hand.mjs'
import * as ajv from './schemas/ajv.mjs'
import * as joi from './schemas/joi.mjs'
import * as valibot from './schemas/valibot.mjs'
import * as zod from './schemas/zod.mjs'
import * as nodeSqlParser from './sql/node-sql-parser.mjs'
import * as pgsqlAstParser from './sql/pgsql-ast-parser.mjs'

const POSTGRES = { datasourceType: 'postgres' }

// Warnings count: a duplicate name is only a warning in ours. Collecting many issues would cost
// time that the others do not spend.
const isFaultless = (datamart, options) => validateDatamart(datamart, options).issues.length === 0

const whole = (schema, sql) => ({ object }) => schema.isValid(object) && issuesOf(object, sql.columnsOf).length === 0

/**
 * Shape only, without SQL: the others check kinds, presence and allowed values; ours checks these
 * and all rules across fields.
 */
export const SHAPE = [
  { name: 'datamart-validator', run: ({ object }) => isFaultless(object) },
  { name: 'datamart-validator, JSON text', run: ({ text }) => isFaultless(text) },
  { name: 'JSON.parse of that text', run: ({ text }) => JSON.parse(text) !== null, isValidator: false },
  { name: 'ajv (shape)', run: ({ object }) => ajv.isValid(object) },
  { name: 'zod (shape)', run: ({ object }) => zod.isValid(object) },
  { name: 'valibot (shape)', run: ({ object }) => valibot.isValid(object) },
  { name: 'joi (shape)', run: ({ object }) => joi.isValid(object) },
]

/**
 * All of them check the shape, duplicate and unknown names, and the SQL of custom columns with the
 * columns in it.
 */
export const WHOLE = [
  { name: 'datamart-validator', run: ({ object }) => isFaultless(object, POSTGRES) },
  { name: 'zod + node-sql-parser', run: whole(zod, nodeSqlParser) },
  { name: 'ajv + node-sql-parser', run: whole(ajv, nodeSqlParser) },
  { name: 'ajv + pgsql-ast-parser', run: whole(ajv, pgsqlAstParser) },
]

/**
 * The cost of SQL: ours with and without it, and all of them reading one expression after the
 * other.
 */
export const SQL = [
  { name: 'datamart-validator', run: ({ object }) => isFaultless(object, POSTGRES) },
  { name: 'datamart-validator, SQL left out', run: ({ plain }) => isFaultless(plain, POSTGRES) },
  { name: 'analyzeSql', run: ({ expressions }) => expressions.every((sql) => analyzeSql(sql, POSTGRES).valid) },
  { name: 'node-sql-parser', run: ({ expressions }) => expressions.every(nodeSqlParser.columnsOf) },
  { name: 'pgsql-ast-parser', run: ({ expressions }) => expressions.every(pgsqlAstParser.columnsOf) },
]

/** Nothing else compares datamarts by meaning, so the difference stands next to a validation. */
export const DIFF = [
  { name: 'diffDatamarts', run: ({ before, after }) => diffDatamarts(before, after).changes.length === after.tableList.length },
  { name: 'validateDatamart', run: ({ after }) => isFaultless(after) },
]
