// node-sql-parser: its build for PostgreSQL alone, which is the smallest and reads no other dialect.
import postgresql from 'node-sql-parser/build/postgresql.js'

const parser = new postgresql.Parser()
const POSTGRESQL = { database: 'postgresql' }

/** Every reference in the tree. The parser's own `columnList` is no use: it takes the text 'T' in `'T' || id` for a column. */
function collect(node, columns) {
  if (node === null || typeof node !== 'object') return
  if (node.type === 'column_ref') columns.push({ table: node.table ?? undefined, name: node.column.expr.value })
  else for (const key in node) collect(node[key], columns)
}

/** The columns that an expression refers to; throws what the parser has to say. */
export function columnsOf(sql) {
  // It reads statements only. Not in parentheses, in which a statement would pass as a sub-select; a list or an alias shows
  // in the tree.
  const ast = parser.astify(`SELECT ${sql}`, POSTGRESQL)
  const isOne = !Array.isArray(ast) && ast.from === null && ast.columns.length === 1 && ast.columns[0].as === null
  if (!isOne) throw new SyntaxError('more than one expression')
  const columns = []
  collect(ast.columns[0].expr, columns)
  return columns
}
