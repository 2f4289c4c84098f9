/**
 * The entry for environments that have the module at hand: inside the script, or imported if that
 * is not allowed.
 */
export * from './api/functions.js'
export { init, loadModule } from './api/init.js'
export { datamartSchema } from './api/schema.js'
export { groupByField, issuesAt } from './forms/issues.js'
