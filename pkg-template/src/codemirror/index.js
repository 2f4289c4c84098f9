/** The entry `datamart-validator/codemirror`: what CodeMirror 6 asks of a language, for datamarts and for SQL expressions. */
export { datamartLinter, datamartLintSource } from './datamart.js'
export { refreshLint } from './refresh.js'
export { sqlCompletionSource } from './sql-completion.js'
export { sqlLinter, sqlLintSource } from './sql.js'
