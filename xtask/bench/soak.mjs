// The packed package for a long time in one process: validations of every size, validators that come and go, crashes in between.
//
//   node --expose-gc soak.mjs <validations>
//
// Prints how much memory is held at points of the way, and fails if it grows.

import assert from 'node:assert/strict'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { buildRequest, createValidator, validateDatamart, WasmTrapError } from 'datamart-validator'
import { generateDatamart } from './generate.mjs'

const [VALIDATIONS] = process.argv.slice(2).map(Number)
const POINTS = 20
const MEGABYTE = 1024 * 1024
/** What may come and go: the instances that are in use, the garbage collector's reserves. */
const TOLERANCE = 24 * MEGABYTE

/** How often each size comes in a thousand validations: large ones are rare, and take most of the time all the same. */
const MIX = [[1, 3, 900], [10, 20, 90], [100, 50, 9], [400, 100, 1]]
const CRASH = { [Symbol.for('datamart-validator.crash')]: true }
/** A validator is made once in so many validations, and a crash happens as often. */
const VALIDATOR_EACH = 500
const CRASH_EACH = 2000
const KEPT_VALIDATORS = 4

const inputs = MIX.flatMap(([tables, columns, times]) => {
  const right = generateDatamart(tables, columns)
  const wrong = structuredClone(right)
  wrong.nmae = 1
  wrong.tableList[0].columns.push({ name: ' id', isHide: 'true' }, { name: 'x', isCustomColumn: true, sql: 'SUM(é😀' })
  const texts = [right, wrong].map((value) => JSON.stringify(value))
  // Broken off in the middle, as a text is while somebody types.
  const forms = [right, wrong, ...texts, texts[0].slice(0, texts[0].length / 2)]
  return Array.from({ length: times }, (_, number) => ({ input: forms[number % forms.length], isRight: number % forms.length % 2 === 0 && number % forms.length < 4 }))
})

const catalog = {
  data: { tables: generateDatamart(50, 20).tableList.map(({ name, columns }) => ({ name, schema: 'public', columns: columns.map((column) => ({ name: column.name, dataType: 'text' })) })) },
}

/** Each input once in a thousand, in an order that mixes the sizes: 611 has no divisor with 1000 in common. */
const inputAt = (number) => inputs[(number * 611) % inputs.length]

const validators = []
const counts = { right: 0, wrong: 0, validators: 0, crashes: 0, requests: 0 }

function step(number) {
  if (number % VALIDATOR_EACH === 0) {
    validators.push(createValidator({ datasourceType: 'postgres', catalog }))
    if (validators.length > KEPT_VALIDATORS) validators.shift()
    counts.validators++
  }
  if (number % CRASH_EACH === CRASH_EACH - 1) {
    const crash = counts.crashes++ % 2 ? () => validators[0].buildRequest({}, CRASH) : () => buildRequest({}, CRASH)
    assert.throws(crash, WasmTrapError)
  }
  const { input, isRight } = inputAt(number)
  // With the catalog of other tables, what is right is wrong.
  const withCatalog = number % 50 === 0
  const { valid } = withCatalog ? validators.at(-1).validate(input) : validateDatamart(input)
  if (!withCatalog) assert.equal(valid, isRight)
  counts[valid ? 'right' : 'wrong']++
  if (valid && number % 10 === 0) {
    buildRequest(input, { serviceToken: 'abc' })
    counts.requests++
  }
}

/** Memory is given back by finalisers and threads beside the program, which take their time: the least of some rounds. */
async function held() {
  let least = { sum: Infinity }
  for (let round = 0; round < 8; round++) {
    globalThis.gc()
    await setTimeout(20)
    const { heapUsed, external, rss } = process.memoryUsage()
    if (heapUsed + external < least.sum) least = { sum: heapUsed + external, heapUsed, external, rss }
  }
  return least
}

const shown = (bytes) => `${(bytes / MEGABYTE).toFixed(1)} MB`.padStart(9)

const points = []
const begin = performance.now()
console.log(`${'validations'.padStart(11)}  ${'heap'.padStart(9)} ${'external'.padStart(9)} ${'process'.padStart(9)}  ${'seconds'.padStart(7)}`)
for (let number = 0; number < VALIDATIONS; ) {
  const end = Math.round(((points.length + 1) * VALIDATIONS) / POINTS)
  for (; number < end; number++) {
    step(number)
    // Finalisers run between turns of the event loop, as on a server.
    if (number % 1000 === 0) await setTimeout(0)
  }
  const point = await held()
  points.push(point)
  const seconds = ((performance.now() - begin) / 1000).toFixed(0)
  console.log(`${String(number).padStart(11)}  ${shown(point.heapUsed)} ${shown(point.external)} ${shown(point.rss)}  ${seconds.padStart(7)}`)
}

const { right, wrong, validators: made, crashes, requests } = counts
console.log(`\n${right} right, ${wrong} wrong, ${requests} requests, ${made} validators, ${crashes} crashes`)

/** Of the second quarter and of the last one: the first one warms up. */
const quarter = (index) => points.slice((index * POINTS) / 4, ((index + 1) * POINTS) / 4)
for (const measure of ['sum', 'rss']) {
  const [before, after] = [quarter(1), quarter(3)].map((all) => Math.min(...all.map((point) => point[measure])))
  const name = measure === 'sum' ? 'held' : 'of the process'
  console.log(`memory ${name}: ${shown(before).trim()} in the second quarter, ${shown(after).trim()} in the last`)
  if (after > before + TOLERANCE) {
    console.error(`memory ${name} grows`)
    process.exitCode = 1
  }
}
