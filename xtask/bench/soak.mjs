// The packed package for a long time in one process: validations of every size, validators that are
// created and dropped, and crashes in between.
//
// node --expose-gc soak.mjs <validations>
//
// Prints the memory in use along the way, and fails if it grows.

import assert from 'node:assert/strict'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { buildRequest, createValidator, validateDatamart, WasmTrapError } from 'datamart-validator'
import { generateDatamart } from './generate.mjs'

const [VALIDATIONS] = process.argv.slice(2).map(Number)
const POINTS = 20
const MEGABYTE = 1024 * 1024
/** Normal variation: the instances in use, the garbage collector's reserves. */
const TOLERANCE = 24 * MEGABYTE

/**
 * How often each size occurs in a thousand validations: large ones are rare but take most of the
 * time.
 */
const MIX = [[1, 3, 900], [10, 20, 90], [100, 50, 9], [400, 100, 1]]
const CRASH = { [Symbol.for('datamart-validator.crash')]: true }
/** A validator is created once per this many validations, and a crash is caused as often. */
const VALIDATOR_EACH = 500
const CRASH_EACH = 2000
const KEPT_VALIDATORS = 4

const inputs = MIX.flatMap(([tables, columns, times]) => {
  const right = generateDatamart(tables, columns)
  const wrong = structuredClone(right)
  wrong.nmae = 1
  wrong.tableList[0].columns.push({ name: ' id', isHide: 'true' }, { name: 'x', isCustomColumn: true, sql: 'SUM(é😀' })
  const texts = [right, wrong].map((value) => JSON.stringify(value))
  // Cut off in the middle, like text that is being typed.
  const forms = [right, wrong, ...texts, texts[0].slice(0, texts[0].length / 2)]
  return Array.from({ length: times }, (_, number) => ({ input: forms[number % forms.length], isRight: number % forms.length % 2 === 0 && number % forms.length < 4 }))
})

const catalog = {
  data: { tables: generateDatamart(50, 20).tableList.map(({ name, columns }) => ({ name, schema: 'public', columns: columns.map((column) => ({ name: column.name, dataType: 'text' })) })) },
}

/**
 * Each input once in a thousand, in an order that mixes the sizes: 611 and 1000 have no common
 * divisor.
 */
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
  // With a catalog of other tables, valid datamarts are invalid.
  const withCatalog = number % 50 === 0
  const { valid } = withCatalog ? validators.at(-1).validate(input) : validateDatamart(input)
  if (!withCatalog) assert.equal(valid, isRight)
  counts[valid ? 'right' : 'wrong']++
  if (valid && number % 10 === 0) {
    buildRequest(input, { serviceToken: 'abc' })
    counts.requests++
  }
}

/**
 * Finalisers and background threads release memory with a delay, so the minimum of several rounds
 * counts.
 */
async function memoryInUse() {
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
  const point = await memoryInUse()
  points.push(point)
  const seconds = ((performance.now() - begin) / 1000).toFixed(0)
  console.log(`${String(number).padStart(11)}  ${shown(point.heapUsed)} ${shown(point.external)} ${shown(point.rss)}  ${seconds.padStart(7)}`)
}

const { right, wrong, validators: made, crashes, requests } = counts
console.log(`\n${right} right, ${wrong} wrong, ${requests} requests, ${made} validators, ${crashes} crashes`)

/** Compares the second quarter with the last one: the first one warms up. */
const quarter = (index) => points.slice((index * POINTS) / 4, ((index + 1) * POINTS) / 4)
for (const measure of ['sum', 'rss']) {
  const [before, after] = [quarter(1), quarter(3)].map((all) => Math.min(...all.map((point) => point[measure])))
  const name = measure === 'sum' ? 'in use' : 'of the process'
  console.log(`memory ${name}: ${shown(before).trim()} in the second quarter, ${shown(after).trim()} in the last`)
  if (after > before + TOLERANCE) {
    console.error(`memory ${name} grows`)
    process.exitCode = 1
  }
}
