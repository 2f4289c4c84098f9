// Who is compared, in three comparisons. The first of each is ours, and the others are given as multiples of it. A contender
// says whether it finds an input right; which are wrong is tried before anything is timed.

import { analyzeSql, validateDatamart } from 'datamart-validator'
import { issuesOf } from './by-hand.mjs'
import * as ajv from './schemas/ajv.mjs'
import * as joi from './schemas/joi.mjs'
import * as valibot from './schemas/valibot.mjs'
import * as zod from './schemas/zod.mjs'
import * as nodeSqlParser from './sql/node-sql-parser.mjs'
import * as pgsqlAstParser from './sql/pgsql-ast-parser.mjs'

const POSTGRES = { datasourceType: 'postgres' }

// A warning counts: a name that stands twice is one in ours, and listing many would cost time that is not the others'.
const isFaultless = (datamart, options) => validateDatamart(datamart, options).issues.length === 0

const whole = (schema, sql) => ({ object }) => schema.isValid(object) && issuesOf(object, sql.columnsOf).length === 0

/** The others check kinds, presence and allowed values; ours does that and every rule across fields. Without any SQL. */
export const SHAPE = [
  { name: 'datamart-validator', run: ({ object }) => isFaultless(object) },
  { name: 'datamart-validator, JSON text', run: ({ text }) => isFaultless(text) },
  { name: 'JSON.parse of that text', run: ({ text }) => JSON.parse(text) !== null, isValidator: false },
  { name: 'ajv (shape)', run: ({ object }) => ajv.isValid(object) },
  { name: 'zod (shape)', run: ({ object }) => zod.isValid(object) },
  { name: 'valibot (shape)', run: ({ object }) => valibot.isValid(object) },
  { name: 'joi (shape)', run: ({ object }) => joi.isValid(object) },
]

/** Everybody checks shape, names that stand twice or lead nowhere, and the SQL of custom columns with the columns in it. */
export const WHOLE = [
  { name: 'datamart-validator', run: ({ object }) => isFaultless(object, POSTGRES) },
  { name: 'zod + node-sql-parser', run: whole(zod, nodeSqlParser) },
  { name: 'ajv + node-sql-parser', run: whole(ajv, nodeSqlParser) },
  { name: 'ajv + pgsql-ast-parser', run: whole(ajv, pgsqlAstParser) },
]

/** What SQL costs: ours with and without it, which differ by it alone, and everybody reading one expression after the other. */
export const SQL = [
  { name: 'datamart-validator', run: ({ object }) => isFaultless(object, POSTGRES) },
  { name: 'datamart-validator, SQL left out', run: ({ plain }) => isFaultless(plain, POSTGRES) },
  { name: 'analyzeSql', run: ({ expressions }) => expressions.every((sql) => analyzeSql(sql, POSTGRES).valid) },
  { name: 'node-sql-parser', run: ({ expressions }) => expressions.every(nodeSqlParser.columnsOf) },
  { name: 'pgsql-ast-parser', run: ({ expressions }) => expressions.every(pgsqlAstParser.columnsOf) },
]
