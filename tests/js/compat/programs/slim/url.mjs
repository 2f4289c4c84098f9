import { analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, init, validateDatamart } from 'datamart-validator/slim'
import { program } from './program.mjs'

await init(new URL('./datamart-validator/module.wasm', import.meta.url))
document.querySelector('#page').textContent = program({ analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart })
