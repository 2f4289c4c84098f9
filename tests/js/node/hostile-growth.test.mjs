/**
 * Work grows linearly with the size of an input, not quadratically: counted in memory accesses,
 * which are the same on a busy machine. Endless work is stopped by the time limit that
 * `cargo xtask test` sets for each file.
 */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { measure } from '../../../xtask/bench/hostile/counted.mjs'
import { CALLS, OBJECTS, sizeFor, TEXTS } from '../../../xtask/bench/hostile/shapes.mjs'

test('the same call counts the same, and ten times the input about ten times as much', () => {
  const [one, again, ten] = [100, 100, 1000].map((size) => measure(OBJECTS['equal columns'](size)).work)
  assert.ok(one > 10_000)
  assert.equal(again, one)
  assert.ok(ten > 5 * one && ten < 20 * one, `${one} and ${ten}`)
})

/** Its square is four hundred million. */
const SIZE = 20_000
/**
 * Four times the input takes four times the work, a little more with sorting; quadratic work would
 * be sixteen times as much.
 */
const MOST_GROWTH = 2.6 ** 2

for (const [kind, inputs] of Object.entries({ OBJECTS, TEXTS })) {
  for (const [name, make] of Object.entries(inputs)) {
    test(`${SIZE} ${name}: ${kind.toLowerCase()}`, () => {
      const [quarter, whole] = [SIZE / 4, SIZE].map((size) => measure(make(size)))
      assert.ok(whole.work <= MOST_GROWTH * quarter.work, `${quarter.work} accesses for a quarter, ${whole.work} for the whole`)
      assert.ok(whole.result.issues.length <= 10_001)
    })
  }
}

/** Calls that do more with each byte. */
const BYTES = 64 * 1024

for (const [name, make] of Object.entries(CALLS)) {
  test(`${BYTES / 1024} KB: ${name}`, () => {
    const size = sizeFor(make, BYTES / 4)
    const [quarter, whole] = [size, 4 * size].map((size) => {
      const { input, options } = make(size)
      return measure(input, options).work
    })
    assert.ok(whole <= MOST_GROWTH * quarter, `${quarter} accesses for a quarter, ${whole} for the whole`)
  })
}
