// The packed package beside four schema libraries, in one process.
//
//   node bench.mjs [--json <file>]
//
// The others check shape alone: kinds, presence, allowed values. Ours does that and every rule across fields, reads
// objects of any shape, and is timed from the call to the finished result.

import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { validateDatamart } from 'datamart-validator'
import { generateDatamart } from './generate.mjs'
import * as ajv from './schemas/ajv.mjs'
import * as joi from './schemas/joi.mjs'
import * as valibot from './schemas/valibot.mjs'
import * as zod from './schemas/zod.mjs'

const SIZES = [[1, 3], [10, 20], [100, 50], [400, 100]]
const ROUNDS = 15
/** Of one contender in one round: long enough for the clock, short enough to share the machine's moods. */
const BATCH_MS = 20
const WARM_UP_MS = 300
const FRESH_PROCESSES = 7

const CONTENDERS = [
  { name: 'datamart-validator', run: ({ object }) => validateDatamart(object).valid },
  { name: 'datamart-validator, JSON text', run: ({ text }) => validateDatamart(text).valid },
  { name: 'JSON.parse of that text', run: ({ text }) => JSON.parse(text) !== null },
  { name: 'ajv (shape)', run: ({ object }) => ajv.isValid(object) },
  { name: 'zod (shape)', run: ({ object }) => zod.isValid(object) },
  { name: 'valibot (shape)', run: ({ object }) => valibot.isValid(object) },
  { name: 'joi (shape)', run: ({ object }) => joi.isValid(object) },
]

const median = (numbers) => {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Calls until the time is up; returns milliseconds a call. */
function timed(run, input, milliseconds) {
  const begun = performance.now()
  let calls = 0
  let now
  do {
    if (!run(input)) throw new Error('a contender found a valid datamart wrong')
    calls++
    now = performance.now()
  } while (now - begun < milliseconds)
  return (now - begun) / calls
}

function measure([tables, columns]) {
  const object = generateDatamart(tables, columns)
  const input = { object, text: JSON.stringify(object) }
  for (const { name, run } of CONTENDERS) {
    if (!run(input)) {
      const found = name.startsWith('datamart-validator') ? JSON.stringify(validateDatamart(object).issues.slice(0, 5), null, 1) : ''
      throw new Error(`${name} finds the generated ${tables}×${columns} datamart wrong ${found}`)
    }
  }
  for (const { run } of CONTENDERS) timed(run, input, WARM_UP_MS)
  const times = CONTENDERS.map(() => [])
  for (let round = 0; round < ROUNDS; round++) {
    for (let turn = 0; turn < CONTENDERS.length; turn++) {
      // Each round begins with another contender, so that none always runs behind the same one. No forced garbage
      // collection in between: a few of those make V8 throw away the compiled code of whoever waits for its turn.
      const index = (round + turn) % CONTENDERS.length
      times[index].push(timed(CONTENDERS[index].run, input, BATCH_MS))
    }
  }
  return {
    tables,
    columns,
    jsonBytes: Buffer.byteLength(input.text),
    warnings: validateDatamart(object).issues.length,
    results: CONTENDERS.map(({ name }, index) => ({ name, median: median(times[index]), min: Math.min(...times[index]) })),
  }
}

function measureStart() {
  const script = fileURLToPath(new URL('start.mjs', import.meta.url))
  const starts = Array.from({ length: FRESH_PROCESSES }, () => JSON.parse(execFileSync(process.execPath, [script], { encoding: 'utf8' })))
  return { import: median(starts.map((start) => start.import)), firstCall: median(starts.map((start) => start.firstCall)) }
}

const milliseconds = (number) => (number < 0.1 ? number.toFixed(4) : number < 10 ? number.toFixed(3) : number.toFixed(1))

const COLUMNS = ['median ms', 'min ms', '× median', '× min']

function print({ tables, columns, jsonBytes, warnings, results }) {
  const kilobytes = (jsonBytes / 1000).toFixed(jsonBytes < 10_000 ? 1 : 0)
  const found = warnings ? `; ours finds ${warnings} warnings` : ''
  console.log(`\n${tables} × ${columns} tables × columns (${kilobytes} kB of JSON${found})`)
  console.log(`${''.padEnd(32)}${COLUMNS.map((column) => column.padStart(11)).join('')}`)
  const [ours] = results
  for (const { name, median, min } of results) {
    const cells = [milliseconds(median), milliseconds(min), (median / ours.median).toFixed(2), (min / ours.min).toFixed(2)]
    console.log(`${name.padEnd(32)}${cells.map((cell) => cell.padStart(11)).join('')}`)
  }
}

const { values: options } = parseArgs({ options: { json: { type: 'string' } } })
const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${process.platform}-${process.arch}, Node ${process.version}`
console.log(`${machine}\n× is the time as a multiple of ours (the first line of each table), by median and by minimum.`)
const start = measureStart()
const sizes = []
for (const size of SIZES) {
  const measured = measure(size)
  print(measured)
  sizes.push(measured)
}
console.log(`\nfresh process, median of ${FRESH_PROCESSES}: import ${milliseconds(start.import)} ms, first call ${milliseconds(start.firstCall)} ms`)
if (options.json) writeFileSync(options.json, `${JSON.stringify({ machine, rounds: ROUNDS, start, sizes }, null, 2)}\n`)
