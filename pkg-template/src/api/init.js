/** Starting the module at a moment that the program chooses. */
// @ts-check

import { startAll } from '../boundary/instance.js'

export { loadModule } from '#module'

/** @param {import('../../slim.d.ts').ModuleSource | PromiseLike<import('../../slim.d.ts').ModuleSource>} [source] only used if the program provides the module */
export async function init(source) {
  await startAll(source)
}
