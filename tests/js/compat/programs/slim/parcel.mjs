import { analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, init, validateDatamart } from 'datamart-validator/slim'
import url from 'url:datamart-validator/module.wasm'
import { program } from './program.mjs'

init(url).then(() => {
  document.querySelector('#page').textContent = program({ analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart })
})
