const { readFileSync } = require('node:fs')
const { analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, initSync, validateDatamart } = require('datamart-validator/slim')
const { program } = require('./program.cjs')

initSync(readFileSync(require.resolve('datamart-validator/module.wasm')))
console.log(program({ analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart }))
