/** The slim entry: the program brings the module, which may come from a server, a cache, or a bundler's own handling. */
// @ts-check

import { shared } from './instance.js'
import { prepareSync } from './module/given.js'

export * from './api.js'
export { init } from './init.js'
export { datamartSchema } from './schema.js'

/** @type {typeof import('../slim.d.ts').initSync} */
export function initSync(source) {
  prepareSync(source)
  shared.get()
}
