import { init, validateDatamart } from 'datamart-validator'
import * as slim from 'datamart-validator/slim'

const MODULE = new URL('./datamart-validator/module.wasm', import.meta.url)

/** @type {Record<string, () => unknown>} */
const WAYS = {
  init: () => init(),
  'first-call': () => validateDatamart({}),
  'slim-init': () => slim.init(MODULE),
}

for (const [id, start] of Object.entries(WAYS)) {
  const output = document.querySelector(`#${id}`)
  try {
    await start()
    output.textContent = 'started'
  } catch (error) {
    output.textContent = error.message
  }
}
