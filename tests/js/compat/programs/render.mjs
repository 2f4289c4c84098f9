import { analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart } from 'datamart-validator'
import { program } from './program.mjs'

export const render = () => program({ analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart })
