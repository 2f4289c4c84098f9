const { readFileSync } = require('node:fs')
const { buildRequest, DatamartInvalidError, initSync, validateDatamart } = require('datamart-validator/slim')
const { program } = require('./program.cjs')

initSync(readFileSync(require.resolve('datamart-validator/module.wasm')))
console.log(program({ buildRequest, DatamartInvalidError, validateDatamart }))
