/** Starting the module at a moment that the program chooses. */
// @ts-check

import { compiledModule, prepare } from '#module'
import { shared, startAhead } from '../boundary/instance.js'

/** @param {Parameters<typeof prepare>[0]} [source] only used if the program provides the module */
export async function init(source) {
  await prepare(source)
  await startAhead(shared)
}

/** @type {typeof import('../../index.d.ts').loadModule} */
export async function loadModule() {
  await prepare()
  return compiledModule()
}
