import { readFileSync } from 'node:fs'
import { buildRequest, DatamartInvalidError, initSync, validateDatamart } from 'datamart-validator/slim'
import { program } from './program.mjs'

initSync(readFileSync(new URL(import.meta.resolve('datamart-validator/module.wasm'))))
console.log(program({ buildRequest, DatamartInvalidError, validateDatamart }))
