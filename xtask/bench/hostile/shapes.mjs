// Inputs on which code takes for ever or fills the memory if it compares all pairs, restarts
// counting each time, or repeats the input in every answer. `cargo xtask bench --growth` shows how
// work and results grow with them; tests enforce the bounds.

const datamart = (changes = {}) => ({
  name: 'sales',
  datasourceName: 'warehouse',
  tableList: [{ name: 'orders', columns: [{ name: 'id' }] }],
  ...changes,
})

const list = (length, item) => Array.from({ length }, (_, number) => item(number))
const column = { name: 'id' }
const table = (name, changes) => ({ name, columns: [column], ...changes })
const relationship = (number, changes) => ({ parentTableName: 'orders', parentColumnName: 'id', childTableName: 'orders', childColumnName: `c${number}`, relationshipName: `r${number}`, ...changes })

/** Datamarts with a number of something. */
export const OBJECTS = {
  'equal tables': (size) => datamart({ tableList: list(size, () => table('orders')) }),
  'equal columns': (size) => datamart({ tableList: [table('orders', { columns: list(size, () => column) })] }),
  'equal aliases': (size) => datamart({ tableList: [table('orders', { columns: list(size, (n) => ({ name: `c${n}`, alias: 'x' })) })] }),
  'equal relationships': (size) => datamart({ relationships: list(size, () => relationship(0)) }),
  'near tables': (size) => datamart({ tableList: list(size, (n) => table(`table${n}`)), relationships: list(size, (n) => relationship(n, { childTableName: `tabel${n}` })) }),
  'near columns': (size) => datamart({ tableList: [table('orders', { columns: list(size, (n) => ({ name: `column_${n}` })) })], relationships: list(size, (n) => relationship(n, { parentColumnName: `colunm_${n}` })) }),
  'one name in many schemas': (size) => datamart({ tableList: list(size, (n) => table('orders', { schemaName: `s${n}` })), relationships: list(size, (n) => relationship(n)) }),
  'unknown keys': (size) => datamart(Object.fromEntries(list(size, (n) => [`tableLis${n}`, n]))),
  'half surrogates in a field': (size) => datamart({ tableList: [table('orders', { label: '\ud83d'.repeat(size) })] }),
  'half surrogates in a key': (size) => datamart({ ['\ud83d'.repeat(size)]: 1 }),
  'names with spaces': (size) => datamart({ tableList: list(size, (n) => table(` t${n}`)) }),
}

/** The same as text, and texts that are not JSON. */
export const TEXTS = {
  ...Object.fromEntries(Object.entries(OBJECTS).map(([name, make]) => [name, (size) => JSON.stringify(make(size))])),
  'repeated keys': (size) => `{${'"a":1,'.repeat(size)}"b":1}`,
  'repeated keys far from the first': (size) => `{"a":1,"z":"${'x'.repeat(100 * size)}",${'"a":1,'.repeat(size)}"b":1}`,
  'half surrogates, not escaped': (size) => `{"name":"${'\ud83d'.repeat(size)}"}`,
  'wrong escapes': (size) => `{"name":"${'\\x'.repeat(size)}"}`,
  'control characters': (size) => `{"name":"${'\u0001'.repeat(size)}"}`,
  'members without keys': (size) => `{"tableList":[${'{@},'.repeat(size)}{}]}`,
  'items without values': (size) => `[${'@ ,'.repeat(size)}`,
  'commas': (size) => `[${','.repeat(size)}`,
  'colons': (size) => `{"a"${':'.repeat(size)}`,
  'quotes': (size) => '"'.repeat(size),
  'quotes on lines': (size) => '"\n'.repeat(size),
  'backslashes': (size) => `"${'\\'.repeat(size)}`,
  'words': (size) => `[${'x '.repeat(size)}`,
  'a long word': (size) => `[${'x'.repeat(size)}`,
  'closing brackets': (size) => `[${'}'.repeat(size)}`,
  'crossed brackets': (size) => `${'[{'.repeat(60)}${']}'.repeat(size)}`,
  'comments': (size) => '/**/'.repeat(size),
  'open comments': (size) => '/*'.repeat(size),
  'numbers that are none': (size) => `[${'01,'.repeat(size)}1]`,
  'a long number': (size) => `[${'1'.repeat(size)}]`,
  'strings in single quotes': (size) => `[${"'\"',".repeat(size)}]`,
  'strings without commas': (size) => `[${'"x" '.repeat(size)}]`,
  'strings that are joined': (size) => `['x'${" + 'x'".repeat(size)}]`,
  'curly quotes': (size) => `[“${'” '.repeat(size)}”]`,
  'curly quotes and comments': (size) => `[“${'”//'.repeat(size)}”]`,
  'values and comments': (size) => `[${'None, /**/ # x\n'.repeat(size)}]`,
  'open lists': (size) => `${'[1,['.repeat(60)}${'[1},'.repeat(size)}`,
  'a literal in code': (size) => `x = {${"a: 'b',".repeat(size)}};`,
  'line breaks': (size) => `{"tableList":[${'{\n},\n'.repeat(size)}{}]}`,
}

const formula = (sql) => datamart({ tableList: [table('orders', { columns: [column, { name: 'abcd' }, { name: 'x', isCustomColumn: true, sql }] })] })
/** Names that are all different and as far apart as possible. */
const word = (number, length) => number.toString(36).padStart(6, '0').repeat(Math.ceil(length / 6)).slice(0, length)
const catalogOf = (names, columns = ['id']) => ({
  data: { tables: names.map((name) => ({ name, schema: 'public', columns: columns.map((column) => ({ name: column, dataType: 'text' })) })) },
})

/** Expressions that are repeated, in datasources that read them differently. */
const PIECES = {
  'plus signs': ['+', 'postgres'],
  'plus and minus signs': ['+-', 'cockroachdb'],
  'signs that could be one operator': ['<@>~', 'redshift'],
  'equals signs': ['=', 'clickhouse'],
  'parentheses': ['(', 'postgres'],
  'pairs of parentheses': ['()', 'mysql'],
  'commas': [',', 'bigquery'],
  'quotes': ["'", 'mysql'],
  'double quotes': ['"', 'snowflake'],
  'backticks': ['`', 'bigquery'],
  'brackets': ['[', 'mssql'],
  'dollar tags': ['$a', 'postgres'],
  'comments that never end': ['/*', 'postgres'],
  'line comments': ['--\n', 'postgres'],
  'CASE': ['CASE WHEN ', 'trino'],
  'BETWEEN': ['a BETWEEN ', 'postgres'],
  'calls': ['f(', 'clickhouse'],
  'subqueries': ['(SELECT ', 'postgres'],
  'lambdas': ['x -> ', 'clickhouse'],
  'casts': ['a::', 'postgres'],
  'steps of a name': ['a.', 'snowflake'],
  'curly quotes': ['“a” ', 'postgres'],
  'unknown names near a known one': ['abce+', 'postgres'],
  'unknown names': ['nothing+', 'postgres'],
  'templates': ['{{', 'databricks'],
}

/** Calls with options, and expressions of one column. */
export const CALLS = {
  ...Object.fromEntries(
    Object.entries(PIECES).map(([name, [piece, datasourceType]]) => [
      `SQL: ${name}`,
      (size) => ({ input: formula(`a${piece.repeat(size)}a`), options: { datasourceType } }),
    ]),
  ),
  'SQL: a piece that no datasource takes, none named': (size) => ({ input: formula(`a ${'+ “b” '.repeat(size)}`) }),
  'SQL: unknown names after a long comment, in text': (size) => ({
    input: JSON.stringify(formula(`/*${'x'.repeat(20 * size)}*/${'nothing+'.repeat(size)}1`)),
    options: { datasourceType: 'postgres' },
  }),
  'SQL: unknown names after escapes, in text': (size) => ({
    input: JSON.stringify(formula(`'${'\n'.repeat(20 * size)}' || ${'nothing||'.repeat(size)}1`)),
    options: { datasourceType: 'postgres' },
  }),
  'SQL: columns that refer to the next one': (size) => ({
    input: datamart({ tableList: [table('orders', { columns: list(size, (n) => ({ name: `c${n}`, isCustomColumn: true, sql: `c${(n + 1) % size} + 1` })) })] }),
  }),
  'SQL: columns that refer to many others': (size) => ({
    input: datamart({
      tableList: [table('orders', { columns: list(size, (n) => ({ name: `c${n}`, isCustomColumn: true, sql: list(8, (k) => `c${(n * 7 + k * k) % size}`).join('+') })) })],
    }),
  }),
  'tables of another datasource': (size) => ({
    input: datamart({ tableList: list(size / 20, (n) => table(`customer_orders_${n}`)) }),
    options: { catalog: catalogOf(list(size, (n) => `billing_event_${n}`)) },
  }),
  'columns of another datasource': (size) => ({
    input: datamart({ tableList: [table('orders', { columns: list(size / 4, (n) => ({ name: `customer_order_${n}` })) })] }),
    options: { catalog: catalogOf(['orders'], list(size, (n) => `billing_event_${n}`)) },
  }),
  'long names that are unknown among long names': (size) => ({
    input: datamart({ tableList: list(size, (n) => table(word(n, 64))), relationships: list(size, (n) => relationship(n, { childTableName: word(n + size, 64) })) }),
  }),
  'long names that differ at their end': (size) => ({
    input: datamart({
      tableList: list(size, (n) => table(`${'a'.repeat(64)}${n}`)),
      relationships: list(size, (n) => relationship(n, { childTableName: `${'a'.repeat(64)}b${n}` })),
    }),
  }),
  'one long name in every suggestion': (size) => ({
    input: datamart({
      tableList: [table('x'.repeat(8 * size))],
      relationships: list(size / 8, (n) => relationship(n, { parentTableName: `${'x'.repeat(30)}y`, childTableName: `${'x'.repeat(8 * size)}y`.slice(-40) })),
    }),
  }),
  'one long key in every path': (size) => ({ input: datamart({ [`tableLis${'t'.repeat(8 * size)}`]: 1, tableList: list(size, () => 5) }) }),
  'wrong items below a long key': (size) => ({ input: datamart({ ['x'.repeat(8 * size)]: list(size, () => undefined) }) }),
  'two tables of one name with long schemas': (size) => ({
    input: datamart({
      tableList: ['a', 'b'].map((letter) => table('orders', { schemaName: letter.repeat(4 * size) })),
      relationships: list(size, (n) => relationship(n)),
    }),
  }),
  ...Object.fromEntries(
    Object.entries({ ASCII: 'x', 'letters beyond ASCII': 'é', 'white space': ' ' }).map(([kind, letter]) => [
      `one long name of ${kind}, and short ones that lead to it`,
      (size) => ({
        input: datamart({
          tableList: [table(`orders${letter.repeat(8 * size)}s`), table('items', { columns: [{ name: `id${letter.repeat(8 * size)}s` }] })],
          relationships: list(size / 8, (n) => relationship(n, { parentTableName: 'orders', childTableName: 'items', childColumnName: 'id' })),
        }),
        options: { catalog: catalogOf([`orders${letter.repeat(8 * size)}s`], [`id${letter.repeat(8 * size)}s`]) },
      }),
    ]),
  ),
  'names that differ in their last bit': (size) => ({
    input: datamart({
      tableList: list(size / 8, (n) => table(`${'a'.repeat(200)}${word(n, 6)}`)),
      relationships: list(size / 8, (n) => relationship(n, { parentTableName: `${'a'.repeat(200)}${word(n, 6)}`, childTableName: `${'a'.repeat(200)}${word(n + 1, 6)}` })),
    }),
  }),
  'names each of which begins with the one before': (size) => {
    const names = list(2 * Math.sqrt(size), (n) => 'a'.repeat(4 * n + 1))
    return {
      input: datamart({
        tableList: names.map((name) => table(name, { columns: names.slice(0, 40).map((name) => ({ name })) })),
        relationships: names.map((name, n) => relationship(n, { parentTableName: name, childTableName: `${name}a` })),
      }),
      options: { catalog: catalogOf(names, names.slice(0, 40)) },
    }
  },
  'unknown names among two families that take turns': (size) => ({
    input: datamart({
      tableList: list(size, (n) => table(`${(n % 2 ? 'x' : 'y').repeat(60)}${n}`)),
      relationships: list(size, (n) => relationship(n, { childTableName: `${(n % 2 ? 'x' : 'y').repeat(60)}z${n}` })),
    }),
  }),
  'relationships between wide tables that take turns': (size) => ({
    input: datamart({
      tableList: list(6, (t) => table(`t${t}`, { columns: list(size / 6, (n) => ({ name: `column_${t}_${n}` })) })),
      relationships: list(size / 2, (n) => relationship(n, { parentTableName: `t${n % 6}`, parentColumnName: `colunm_${n}`, childTableName: `t${(n + 1) % 6}` })),
    }),
  }),
  'one unknown name in many expressions': (size) => ({
    input: datamart({
      tableList: [table('orders', { columns: list(size, (n) => (n % 2 ? { name: `column_${n}` } : { name: `c${n}`, isCustomColumn: true, sql: 'colunm_1 + colunm_2' })) })],
    }),
  }),
  'unknown keys near known ones': (size) => ({ input: datamart({ tableList: list(size / 4, () => ({ ...table('orders'), nmae: 1, colums: 2, isHid: 3 })) }) }),
  'keys that look like numbers': (size) => ({ input: datamart({ extra: Object.fromEntries(list(size, (n) => [`${n * 131072}`, n])) }) }),
  'long duplicate names': (size) => ({ input: datamart({ tableList: list(size / 8, () => table('x'.repeat(2000))) }) }),
  'joins of all with all': (size) => {
    const tables = Math.ceil(Math.sqrt(size))
    return {
      input: datamart({
        tableList: list(tables, (n) => table(`t${n}`)),
        relationships: list(size, (n) => relationship(n, { parentTableName: `t${n % tables}`, childTableName: `t${Math.floor(n / tables)}`, childColumnName: 'id' })),
      }),
    }
  },
  'a ring of joins': (size) => ({
    input: datamart({
      tableList: list(size, (n) => table(`t${n}`)),
      relationships: list(size, (n) => relationship(n, { parentTableName: `t${n}`, childTableName: `t${(n + 1) % size}`, childColumnName: 'id' })),
    }),
  }),
  'datamarts that exist': (size) => ({ input: datamart({ name: 'salles' }), options: { existingDatamarts: list(size, (n) => `sales_${n}`) } }),
  'datasources that are near': (size) => ({ input: datamart(), options: { datasources: list(size, (n) => `warehouse${n}`) } }),
}

/** Every shape by name, as input and options. */
export const SHAPES = {
  ...Object.fromEntries(Object.entries(OBJECTS).map(([name, make]) => [name, (size) => ({ input: make(size) })])),
  ...Object.fromEntries(Object.entries(TEXTS).map(([name, make]) => [`text: ${name}`, (size) => ({ input: make(size) })])),
  ...CALLS,
}

/** The size of a shape in bytes: the input and what it is compared with. */
export function bytesOf({ input, options = {} }) {
  return Buffer.byteLength(typeof input === 'string' ? input : JSON.stringify(input)) + Buffer.byteLength(JSON.stringify(options))
}

/** The size parameter for which a shape has about this many bytes. */
export function sizeFor(make, bytes) {
  let size = 64
  for (let round = 0; round < 4; round++) size = Math.max(8, 8 * Math.round((size * bytes) / bytesOf(make(size)) / 8))
  return size
}
