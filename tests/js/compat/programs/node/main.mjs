import { buildRequest, DatamartInvalidError, validateDatamart } from 'datamart-validator'
import { program } from './program.mjs'

console.log(program({ buildRequest, DatamartInvalidError, validateDatamart }))
