const { buildRequest, DatamartInvalidError, validateDatamart } = require('datamart-validator')
const { program } = require('./program.cjs')

console.log(program({ buildRequest, DatamartInvalidError, validateDatamart }))
