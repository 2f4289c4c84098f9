import * as api from 'datamart-validator'
import * as slim from 'datamart-validator/slim'
import { workWhereNothingStartsAtOnce } from './old-chromium.mjs'
import { program } from './program.mjs'

const MODULE = new URL('./datamart-validator/module.wasm', import.meta.url)

/** @param {string} id @param {string} text */
function show(id, text) {
  document.querySelector(`#${id}`).textContent = text
}

show('report', JSON.stringify(await workWhereNothingStartsAtOnce(api, () => api.init())))
show('slim-report', JSON.stringify(await workWhereNothingStartsAtOnce(slim, () => slim.init(MODULE))))
show('page', program(api))
