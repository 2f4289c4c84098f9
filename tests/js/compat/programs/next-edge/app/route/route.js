import { analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart } from 'datamart-validator'
import { program } from '../../program.mjs'

export const runtime = 'edge'

export function GET() {
  return new Response(program({ analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart }))
}
