/** The entry of all places where the module is at hand: inside the script, or imported where that is not allowed. */
export * from './api/functions.js'
export { init } from './api/init.js'
export { datamartSchema } from './api/schema.js'
