/**
 * After a crash of the module the next call works; memory does not grow with the number of calls
 * and is released after huge inputs.
 */

import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import * as esm from 'datamart-validator'
import { assertWorks, datamart, runModule } from './support/helpers.mjs'

const cjs = createRequire(import.meta.url)('datamart-validator')
const CRASH = { [Symbol.for('datamart-validator.crash')]: true }

for (const [name, { WasmTrapError, buildRequest, validateDatamart }] of Object.entries({ import: esm, 'require()': cjs })) {
  test(`${name}: a crash is a WasmTrapError, and the next call works`, () => {
    for (let times = 0; times < 50; times++) {
      for (const call of [validateDatamart, buildRequest]) {
        assert.throws(
          () => call(datamart(), CRASH),
          (error) => {
            assert.ok(error instanceof WasmTrapError && error instanceof Error)
            assert.equal(error.name, 'WasmTrapError')
            assert.ok(error.cause instanceof WebAssembly.RuntimeError)
            assert.match(error.message, /bug in the package/)
            return true
          },
        )
        assert.deepEqual(validateDatamart(datamart()), { valid: true, issues: [] })
      }
    }
    assertWorks()
  })
}

test('a crash in the very first call', async () => {
  const report = await runModule(`
    import { validateDatamart } from 'datamart-validator'
    let name
    try { validateDatamart({}, { [Symbol.for('datamart-validator.crash')]: true }) } catch (error) { name = error.name }
    console.log(JSON.stringify({ name, ...validateDatamart(${JSON.stringify(datamart())}) }))`)
  assert.deepEqual(report, { name: 'WasmTrapError', valid: true, issues: [] })
})

test('crashes leave no instances behind', async () => {
  // Each instance has at least a megabyte.
  await assertGrowth(100, 300, `
    for (let times = 0; times < count; times++) {
      try { validateDatamart({}, { [Symbol.for('datamart-validator.crash')]: true }) } catch {}
      validateDatamart(sample)
    }`)
})

const MEGABYTE = 1024 * 1024

/**
 * Background threads release memory with a delay on a busy machine: at least a few rounds, and many
 * until it is as low as expected.
 */
const SETTLED = `
  const settled = async (measure, expected = Infinity) => {
    for (let round = 1; ; round++) {
      gc()
      await new Promise((resolve) => setTimeout(resolve, 20))
      const measured = measure()
      if (round >= 8 && (measured < expected || round === 300)) return measured
    }
  }`

/**
 * A process that repeats something `count` times grows by less than this many megabytes once it is
 * warm.
 */
async function assertGrowth(less, count, work) {
  const { before, after } = await runModule(
    `
    import { validateDatamart, buildRequest } from 'datamart-validator'
    const sample = { name: 'sales', datasourceName: 'warehouse', tableList: [{ name: 'orders', columns: [{ name: 'id', label: 'é😀', wrong: 1 }] }] }
    const text = JSON.stringify(sample)
    ${SETTLED}
    const rss = () => process.memoryUsage().rss
    const work = (count) => { ${work} }
    work(300)
    const before = await settled(rss)
    work(${count})
    const after = await settled(rss, before + ${less * MEGABYTE})
    console.log(JSON.stringify({ before, after }))`,
    { nodeOptions: ['--expose-gc'] },
  )
  const grown = Math.floor((after - before) / MEGABYTE)
  assert.ok(grown < less, `${grown} MB more`)
}

test('100,000 calls leave nothing behind', async () => {
  await assertGrowth(40, 25_000, `
    for (let times = 0; times < count; times++) {
      validateDatamart(sample)
      validateDatamart(text)
      validateDatamart('{"name": ')
      try { buildRequest({ ...sample, name: '' }) } catch {}
    }`)
})

const HUGE = {
  'a huge JSON text': `'{"name":"' + 'x'.repeat(30e6) + '"}'`,
  'a huge field': `({ name: 'x'.repeat(30e6) })`,
  'a huge field beyond ASCII': `({ name: 'é'.repeat(14e6) })`,
  'millions of values': `({ a: Array(3_900_000).fill(true) })`,
  'a text with millions of values': `'[' + 'true,'.repeat(3_900_000) + '1]'`,
  'hundred thousands of wrong items': `({ tableList: Array(500_000).fill(5) })`,
}

/** In megabytes: less than each of these takes, in Rust or in JavaScript. */
const LESS = 45

for (const [name, input] of Object.entries(HUGE)) {
  test(`the memory is released after ${name}`, async () => {
    const { before, after } = await runModule(
      `
      import { validateDatamart } from 'datamart-validator'
      // The instance's memory counts as external only while it is reachable.
      ${SETTLED}
      const held = () => { const { arrayBuffers, external, heapUsed } = process.memoryUsage(); return external + heapUsed }
      validateDatamart({})
      const before = await settled(held)
      ;(() => validateDatamart(${input}))()
      validateDatamart({})
      console.log(JSON.stringify({ before, after: await settled(held, before + ${LESS * MEGABYTE}) }))`,
      { nodeOptions: ['--expose-gc'] },
    )
    const grown = Math.floor((after - before) / MEGABYTE)
    assert.ok(grown < LESS, `${grown} MB more`)
  })
}
