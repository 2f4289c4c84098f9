import { analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, init, validateDatamart } from 'datamart-validator/slim'
import url from 'datamart-validator/module.wasm?url'
import { program } from './program.mjs'

await init(url)
document.querySelector('#page').textContent = program({ analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart })
