// Compares the packed package with others, in one process.
//
//   node bench.mjs [--json <file>]
//
// Four comparisons: the shape alone against four schema libraries; the same work against a schema
// library, checks by hand and an SQL parser; the cost of one SQL expression;
// and the difference of two datamarts. Ours reads objects
// of any shape and is timed from the call to the finished result.

import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { DIFF, SHAPE, SQL, WHOLE } from './contenders.mjs'
import { customColumns, generateDatamart, withoutSql } from './generate.mjs'
import { median, race, summary } from './measure.mjs'
import { ensureAllIsChecked, ensureShapeIsChecked } from './mistakes.mjs'
import { printForReadme, printSize, sqlSentence } from './print.mjs'

const SIZES = [[1, 3], [10, 20], [100, 50], [400, 100]]
const ROUNDS = 15
/** For the largest size, where the others take seconds per call. */
const FEWER_ROUNDS = 7
const MANY_EXPRESSIONS = 1000
/** Large enough for the expressions to stand out, small enough to finish. */
const SQL_SIZE = [100, 50]
const FRESH_PROCESSES = 7

function measureStart() {
  const script = fileURLToPath(new URL('start/process.mjs', import.meta.url))
  const starts = Array.from({ length: FRESH_PROCESSES }, () => JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8' })))
  return { import: median(starts.map((start) => start.import)), firstCall: median(starts.map(({ import: imported, total }) => total - imported)) }
}

function measureShape([tables, columns]) {
  const object = withoutSql(generateDatamart(tables, columns))
  const text = JSON.stringify(object)
  const results = summary(SHAPE, race(SHAPE, { object, text }, ROUNDS))
  return { tables, columns, jsonBytes: Buffer.byteLength(text), results }
}

function measureWhole([tables, columns]) {
  const object = generateDatamart(tables, columns)
  const expressions = customColumns(object).length
  const rounds = expressions < MANY_EXPRESSIONS ? ROUNDS : FEWER_ROUNDS
  const results = summary(WHOLE, race(WHOLE, { object }, rounds))
  return { tables, columns, jsonBytes: Buffer.byteLength(JSON.stringify(object)), expressions, rounds, results }
}

function measureSql([tables, columns]) {
  const object = generateDatamart(tables, columns)
  const expressions = customColumns(object).map(({ sql }) => sql)
  const [withSql, without, ...readers] = race(SQL, { object, plain: withoutSql(object), expressions }, ROUNDS)
  const microseconds = (milliseconds) => (1000 * milliseconds) / expressions.length
  return {
    expressions: expressions.length,
    characters: expressions.join('').length / expressions.length,
    // Per round, so that both times come from the same conditions. Includes passing the texts to
    // WebAssembly.
    ours: microseconds(median(withSql.map((time, round) => time - without[round]))),
    readers: readers.map((times, index) => ({ name: SQL[index + 2].name, microseconds: microseconds(median(times)) })),
  }
}

/**
 * Compares two datamarts that differ in one column of each table, next to a validation of one of
 * them.
 */
function measureDiff([tables, columns]) {
  const before = generateDatamart(tables, columns)
  const after = structuredClone(before)
  for (const { columns } of after.tableList) columns[0].label = 'Changed'
  const results = summary(DIFF, race(DIFF, { before, after }, FEWER_ROUNDS))
  return { tables, columns, jsonBytes: Buffer.byteLength(JSON.stringify(before)), results }
}

function measureAll(sizes, measure) {
  return sizes.map((size) => {
    const measured = measure(size)
    printSize(measured)
    return measured
  })
}

const { values: options } = parseArgs({ options: { json: { type: 'string' } } })
ensureShapeIsChecked(SHAPE)
ensureAllIsChecked(WHOLE)

const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${process.platform}-${process.arch}, Node ${process.version}`
console.log(`${machine}\n× is the time as a multiple of ours (the first line of each table), by median and by minimum.`)
const start = measureStart()
console.log('\n== Shape: the others check that alone, ours every rule; no SQL in the datamart')
const shape = measureAll(SIZES, measureShape)
console.log('\n== The same work: shape, duplicate and unknown names, SQL of custom columns (PostgreSQL)')
const whole = measureAll(SIZES, measureWhole)
const sql = measureSql(SQL_SIZE)
console.log(`\n${sqlSentence(sql)}`)
console.log('\n== The difference of two datamarts, and for comparison the validation of one')
const diff = measureAll(SIZES.slice(2), measureDiff)
printForReadme({ start, shape, whole, sql })
if (options.json) {
  writeFileSync(options.json, `${JSON.stringify({ machine, rounds: ROUNDS, start, shape, whole, sql, diff }, null, 2)}\n`)
}
