// Import maps do not apply in workers, so the package is imported by URL.
import { analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart } from './datamart-validator/index.js'
import { program } from './program.mjs'

postMessage(program({ analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart }))
