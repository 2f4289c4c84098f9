// An import map does not hold in workers, so the package is named by its place.
import { buildRequest, DatamartInvalidError, validateDatamart } from './datamart-validator/index.js'
import { program } from './program.mjs'

postMessage(program({ buildRequest, DatamartInvalidError, validateDatamart }))
