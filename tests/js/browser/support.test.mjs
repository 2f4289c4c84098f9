/** What `support.mjs` does with a test that fails. */

import assert from 'node:assert/strict'
import process from 'node:process'
import { afterEach, beforeEach, mock, test } from 'node:test'
import { SECOND_ATTEMPT } from '../support/attempts.mjs'
import { inPage, SITE } from './support.mjs'

const { CI } = process.env

beforeEach(() => {
  process.env.CI = 'true'
})

afterEach(() => {
  if (CI === undefined) delete process.env.CI
  else process.env.CI = CI
})

/**
 * Runs a test whose attempts fail as long as there are problems, and returns what each found in its
 * page, what was told about it, and the error in the end. Each attempt leaves something behind.
 *
 * @param {import('node:test').TestContext} context
 * @param {...string} problems
 */
async function attempts(context, ...problems) {
  // Otherwise, the log would tell of this test.
  const { mock: told } = mock.method(context, 'diagnostic', () => undefined)
  /** @type {string[]} */
  const found = []
  const error = await inPage(async (page) => {
    found.push(page.url())
    await page.goto(`${SITE}api.txt`)
    const problem = problems.shift()
    if (problem) throw new Error(problem)
  }).then(
    () => undefined,
    (error) => error.message,
  )
  return { found, error, told: told.calls.map(({ arguments: [line] }) => line) }
}

test('in CI, a test that fails once is told of with its error, and passes in a fresh page', async (context) => {
  const { found, error, told } = await attempts(context, 'too slow')
  assert.deepEqual([found, error], [['about:blank', 'about:blank'], undefined])
  assert.equal(told.length, 1)
  assert.ok(told[0].startsWith(`${SECOND_ATTEMPT}${context.name}\nError: too slow\n`), told[0])
})

test('a test that fails twice fails, with its last error', async (context) => {
  const { found, error, told } = await attempts(context, 'first', 'second', 'third')
  assert.deepEqual([found.length, error, told.length], [2, 'second', 1])
})

test('a test that passes has one attempt', async (context) => {
  const { found, error, told } = await attempts(context)
  assert.deepEqual([found.length, error, told], [1, undefined, []])
})

test('elsewhere than in CI, there is no second attempt', async (context) => {
  delete process.env.CI
  const { found, error, told } = await attempts(context, 'too slow')
  assert.deepEqual([found.length, error, told], [1, 'too slow', []])
})

test('what goes wrong unnoticed fails an attempt, too', async (context) => {
  const { mock: told } = mock.method(context, 'diagnostic', () => undefined)
  let count = 0
  await inPage(async (page) => {
    if (++count === 1) await page.evaluate(() => console.error('unnoticed'))
  })
  assert.equal(count, 2)
  assert.match(told.calls[0]?.arguments[0], /unnoticed/)
})
