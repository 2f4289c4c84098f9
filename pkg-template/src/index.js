/** The entry of all places where the module is at hand: inside the script, or imported where that is not allowed. */
export * from './api.js'
export { init } from './init.js'
export { datamartSchema } from './schema.js'
