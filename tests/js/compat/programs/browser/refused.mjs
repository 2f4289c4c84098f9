import { init, validateDatamart } from 'datamart-validator'
import * as slim from 'datamart-validator/slim'

const MODULE = new URL('./datamart-validator/module.wasm', import.meta.url)

/** Every way to start the module. @type {Record<string, () => unknown>} */
const WAYS = {
  'first-call': () => validateDatamart({}),
  init: () => init(),
  'slim-init-url': () => slim.init(MODULE),
  'slim-init-bytes': async () => slim.init(await (await fetch(MODULE)).arrayBuffer()),
  'slim-init-sync': async () => slim.initSync(await (await fetch(MODULE)).arrayBuffer()),
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
