import { buildRequest, DatamartInvalidError, validateDatamart } from 'datamart-validator'
import { program } from './program.mjs'

postMessage(program({ buildRequest, DatamartInvalidError, validateDatamart }))
