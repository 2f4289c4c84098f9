import { readFileSync } from 'node:fs'
import { analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, initSync, validateDatamart } from 'datamart-validator/slim'
import { program } from './program.mjs'

initSync(readFileSync(new URL(import.meta.resolve('datamart-validator/module.wasm'))))
console.log(program({ analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart }))
