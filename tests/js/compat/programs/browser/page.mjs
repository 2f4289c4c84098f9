import { buildRequest, DatamartInvalidError, validateDatamart } from 'datamart-validator'
import { program } from './program.mjs'

document.querySelector('#page').textContent = program({ buildRequest, DatamartInvalidError, validateDatamart })
