import { buildRequest, DatamartInvalidError, init, validateDatamart } from 'datamart-validator/slim'
import url from 'datamart-validator/module.wasm?url'
import { program } from './program.mjs'

await init(url)
document.querySelector('#page').textContent = program({ buildRequest, DatamartInvalidError, validateDatamart })
