/** The slim entry: the program brings the module, which may come from a server, a cache, or a bundler's own handling. */
// @ts-check

import { shared } from './boundary/instance.js'
import { prepareSync } from './boundary/module/given.js'

export * from './api/functions.js'
export { init } from './api/init.js'
export { datamartSchema } from './api/schema.js'

/** @type {typeof import('../slim.d.ts').initSync} */
export function initSync(source) {
  prepareSync(source)
  shared.get()
}
