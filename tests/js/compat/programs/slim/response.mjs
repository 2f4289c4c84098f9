import { analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, init, validateDatamart } from 'datamart-validator/slim'
import { program } from './program.mjs'

await init(fetch('./datamart-validator/module.wasm'))
document.querySelector('#page').textContent = program({ analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart })
