/**
 * The entry `datamart-validator/codemirror`: CodeMirror 6 support for datamarts and SQL
 * expressions.
 */
export { datamartLinter, datamartLintSource } from './datamart.js'
export { refreshLint } from './refresh.js'
export { sqlCompletionSource } from './sql-completion.js'
export { sqlLinter, sqlLintSource } from './sql.js'
