import { analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, init, validateDatamart } from 'datamart-validator/slim'
import url from 'datamart-validator/module.wasm'
import schema from 'datamart-validator/schema.json'
import { program } from './program.mjs'

init(url).then(() => {
  const api = { analyzeSql, buildRequest, createValidator, DatamartInvalidError, datamartSchema, validateDatamart }
  document.querySelector('#page').textContent = program(api)
  document.querySelector('#schema').textContent = schema.title
})
