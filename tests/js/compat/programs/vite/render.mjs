import { buildRequest, DatamartInvalidError, validateDatamart } from 'datamart-validator'
import { program } from './program.mjs'

export const render = () => program({ buildRequest, DatamartInvalidError, validateDatamart })
