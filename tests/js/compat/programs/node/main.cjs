const { analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart } = require('datamart-validator')
const { program } = require('./program.cjs')

console.log(program({ analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart }))
