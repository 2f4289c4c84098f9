import { analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart } from 'datamart-validator'
import { program } from './program.mjs'

export const config = { matcher: '/middleware' }

export function middleware() {
  return new Response(program({ analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart }))
}
