// Prints the results, and writes them as Markdown for the README.

const milliseconds = (number) => (number < 0.1 ? number.toFixed(4) : number < 10 ? number.toFixed(3) : number.toFixed(1))
const ratio = (number) => (number < 10 ? number.toFixed(2) : number.toFixed(0))
/** Two digits; more would be noise. */
const rough = (number) => (number >= 10 ? number.toFixed(0) : number.toPrecision(2))

const COLUMNS = ['median ms', 'min ms', '× median', '× min']

export function printSize({ tables, columns, jsonBytes, expressions, results }) {
  const kilobytes = (jsonBytes / 1000).toFixed(jsonBytes < 10_000 ? 1 : 0)
  const sql = expressions === undefined ? '' : `; expressions of SQL: ${expressions}`
  console.log(`\n${tables} × ${columns} tables × columns (${kilobytes} kB of JSON${sql})`)
  console.log(`${''.padEnd(32)}${COLUMNS.map((column) => column.padStart(11)).join('')}`)
  const [ours] = results
  for (const { name, median, min } of results) {
    const cells = [milliseconds(median), milliseconds(min), ratio(median / ours.median), ratio(min / ours.min)]
    console.log(`${name.padEnd(32)}${cells.map((cell) => cell.padStart(11)).join('')}`)
  }
}

const row = (cells) => `| ${cells.join(' | ')} |`

function table(head, rows) {
  return [row(head), row(head.map(() => '---')).replaceAll(' ', ''), ...rows.map(row)].join('\n')
}

/** Ours in milliseconds, then the others as multiples. */
function ratios(results, names) {
  const [ours] = results
  const others = names.map((name) => ratio(results.find((result) => result.name === name).median / ours.median))
  return [`${rough(ours.median)} ms = 1`, ...others]
}

const shapeTable = (sizes) => table(
  ['tables × columns', 'ours, object', 'ours, JSON text', 'ajv', 'zod', 'valibot', 'joi'],
  sizes.map(({ tables, columns, results }) => [
    `${tables} × ${columns}`,
    ...ratios(results, ['datamart-validator, JSON text', 'ajv (shape)', 'zod (shape)', 'valibot (shape)', 'joi (shape)']),
  ]),
)

const wholeTable = (sizes) => {
  const peers = sizes[0].results.slice(1).map(({ name }) => name)
  return table(
    ['tables × columns', 'expressions', 'ours', ...peers],
    sizes.map(({ tables, columns, expressions, results }) => [`${tables} × ${columns}`, expressions, ...ratios(results, peers)]),
  )
}

export function sqlSentence({ expressions, characters, ours, readers }) {
  const alone = readers.map(({ name, microseconds }) => `${rough(microseconds)} µs by ${name}`).join(', ')
  return `An expression of ${Math.round(characters)} characters, the average of ${expressions}, costs ours ${rough(ours)} µs within a ` +
    `validation; by itself it takes ${alone}.`
}

export function printForReadme({ start, shape, whole, sql }) {
  console.log(`\nFor the README, by median:\n\n${wholeTable(whole)}\n\n${sqlSentence(sql)}\n\n${shapeTable(shape)}\n`)
  console.log(`In a fresh process the import takes about ${rough(start.import)} ms and the first call ${rough(start.firstCall)} ms.`)
}
