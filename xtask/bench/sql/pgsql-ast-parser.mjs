// pgsql-ast-parser: reads a single expression when told so.
import { astVisitor, parse } from 'pgsql-ast-parser'

/** The columns that an expression refers to; throws what the parser has to say. */
export function columnsOf(sql) {
  const columns = []
  const visitor = astVisitor(() => ({
    ref: ({ table, name }) => {
      // The star of COUNT(*) is one too.
      if (name !== '*') columns.push({ table: table?.name, name })
    },
  }))
  visitor.expr(parse(sql, 'expr'))
  return columns
}
