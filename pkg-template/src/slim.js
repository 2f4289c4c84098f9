/** The slim entry: the program provides the module, from a server, a cache, or its bundler. */
// @ts-check

import { core, prepareSync } from './boundary/module/given.js'

export * from './api/functions.js'
export { init, loadModule } from './api/init.js'
export { datamartSchema } from './api/schema.js'
export { groupByField, issuesAt } from './forms/issues.js'

/** @type {typeof import('../slim.d.ts').initSync} */
export function initSync(source) {
  prepareSync(source)
  core.get()
}
