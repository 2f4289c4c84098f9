/**
 * The entry `datamart-validator/codemirror`: CodeMirror 6 support for datamarts and SQL
 * expressions.
 */
export { datamartCompletionSource, datamartHover, sqlCompletionSource, sqlHover } from './completion.js'
export { datamartLinter, datamartLintSource } from './datamart.js'
export { refreshLint } from './refresh.js'
export { sqlLinter, sqlLintSource } from './sql.js'
