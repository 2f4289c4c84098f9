/**
 * The entry `datamart-validator/completion`: what an editor offers and shows at a position, as
 * functions of the text. It needs neither the module nor an editor.
 */
export { completeDatamart } from './datamart.js'
export { describeAt } from './describe.js'
export { completeSql, describeSql } from './sql.js'
