// node-sql-parser: its PostgreSQL-only build, which is the smallest.
import postgresql from 'node-sql-parser/build/postgresql.js'

const parser = new postgresql.Parser()
const POSTGRESQL = { database: 'postgresql' }

/**
 * Every reference in the tree. The parser's own `columnList` is unusable: it takes the string 'T'
 * in `'T' || id` as a column.
 */
function collect(node, columns) {
  if (node === null || typeof node !== 'object') return
  if (node.type === 'column_ref') columns.push({ table: node.table ?? undefined, name: node.column.expr.value })
  else for (const key in node) collect(node[key], columns)
}

/** The columns that an expression refers to; throws the parser's error. */
export function columnsOf(sql) {
  // The parser reads only statements. No parentheses here, because a statement would pass as a
  // subquery; lists and aliases show in the tree.
  const ast = parser.astify(`SELECT ${sql}`, POSTGRESQL)
  const isOne = !Array.isArray(ast) && ast.from === null && ast.columns.length === 1 && ast.columns[0].as === null
  if (!isOne) throw new SyntaxError('more than one expression')
  const columns = []
  collect(ast.columns[0].expr, columns)
  return columns
}
