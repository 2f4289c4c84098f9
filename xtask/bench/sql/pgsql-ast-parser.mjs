// pgsql-ast-parser: can read a single expression.
import { astVisitor, parse } from 'pgsql-ast-parser'

/** The columns that an expression refers to; throws the parser's error. */
export function columnsOf(sql) {
  const columns = []
  const visitor = astVisitor(() => ({
    ref: ({ table, name }) => {
      // The star of COUNT(*) is reported as a column too.
      if (name !== '*') columns.push({ table: table?.name, name })
    },
  }))
  visitor.expr(parse(sql, 'expr'))
  return columns
}
