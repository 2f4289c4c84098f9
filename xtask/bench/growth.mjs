// How work and results grow with hostile inputs, in the packed package.
//
//   node growth.mjs [part of a name…]
//
// Three sizes of every shape, each twice the one before. Work is counted in memory accesses inside
// the module, which are the same in each run.

import process from 'node:process'
import { measure } from './hostile/counted.mjs'
import { bytesOf, SHAPES, sizeFor } from './hostile/shapes.mjs'

const SMALLEST = 12 * 1024
/**
 * For twice the input. Measured over two doublings, because tables inside the module double now and
 * then.
 */
const MOST_GROWTH = 2.6
/** The bound on results: a multiple of the input, plus a constant for small inputs. */
const mostBytes = (input) => 16 * input + 1024 * 1024

const wanted = process.argv.slice(2)
const shapes = Object.entries(SHAPES).filter(([name]) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
if (shapes.length === 0) throw new Error(`no shape is called ${wanted.join(' or ')}`)

const ratio = (one, other) => (one / other).toFixed(2).padStart(6)
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(0)} KB`.padStart(9)

console.log(`${'shape'.padEnd(52)} ${'input'.padStart(9)} ${'accesses/byte'.padStart(13)}    ×2     ×4 ${'result'.padStart(9)}     ×2     ×4`)
let marked = 0
for (const [name, make] of shapes) {
  const size = sizeFor(make, SMALLEST)
  const measured = [1, 2, 4].map((factor) => {
    const shape = make(factor * size)
    const { work, bytes } = measure(shape.input, shape.options)
    return { input: bytesOf(shape), work, bytes }
  })
  const [one, two, four] = measured
  const isSteep = four.work / one.work > MOST_GROWTH ** 2
  const isLarge = four.bytes > mostBytes(four.input)
  if (isSteep || isLarge) marked++
  const work = `${(four.work / four.input).toFixed(0).padStart(13)} ${ratio(two.work, one.work)} ${ratio(four.work, one.work)}`
  const result = `${kilobytes(four.bytes)} ${ratio(two.bytes, one.bytes)} ${ratio(four.bytes, one.bytes)}`
  console.log(`${name.padEnd(52)} ${kilobytes(four.input)} ${work} ${result}${isSteep ? '  work!' : ''}${isLarge ? '  result!' : ''}`)
}
console.log(`\n${shapes.length} shapes, ${marked} of them marked: more than ${MOST_GROWTH} times the work for twice the input, or results beyond their bound`)
