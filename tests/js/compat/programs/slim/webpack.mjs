import { buildRequest, DatamartInvalidError, init, validateDatamart } from 'datamart-validator/slim'
import { program } from './program.mjs'

await init(new URL('datamart-validator/module.wasm', import.meta.url))
document.querySelector('#page').textContent = program({ buildRequest, DatamartInvalidError, validateDatamart })
