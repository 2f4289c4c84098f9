/** The CodeMirror entry in a CommonJS module. */

import codemirror = require('datamart-validator/codemirror')
import datamartValidator = require('datamart-validator')
import lint = require('@codemirror/lint')

const source: lint.LintSource = codemirror.datamartLintSource(datamartValidator.createValidator())
const table: codemirror.SqlTable = { columns: ['id'] }
export = [source, codemirror.sqlLinter({ table })]
