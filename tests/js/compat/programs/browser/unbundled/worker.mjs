// An import map does not hold in workers, so the package is named by its place.
import { analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart } from './datamart-validator/index.js'
import { program } from './program.mjs'

postMessage(program({ analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart }))
