/** When files are shared among threads: only the decision, which no command shows. */

import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { sources } from './support/cli.mjs'

const file = path.join(sources(), 'pkg-template/src/cli/check/sharing.js')
const { paysToShare, threadsFor } = await import(pathToFileURL(file).href)

/** Ten files in 200 ms and a thousand to go: 20 seconds in one thread. */
const long = { done: 10, left: 1000, spent: 200, threads: 4, reading: 50 }

test('threads start if they save more than they cost', () => {
  assert.equal(paysToShare(long), true)
  // 40 files take 800 ms more, of which four threads would save 600.
  assert.equal(paysToShare({ ...long, left: 40, reading: 0 }), false)
  assert.equal(paysToShare({ ...long, left: 41, reading: 0 }), true)
})

test('what each thread must read again counts as well', () => {
  const short = { ...long, left: 100, reading: 0 }
  assert.equal(paysToShare(short), true)
  assert.equal(paysToShare({ ...short, reading: 900 }), false)
})

test('two threads save less than eight', () => {
  const close = { ...long, left: 50, reading: 0 }
  assert.deepEqual([2, 8].map((threads) => paysToShare({ ...close, threads })), [false, true])
})

test('nothing is known after a moment, or before the first file', () => {
  assert.equal(paysToShare({ ...long, spent: 150 }), false)
  assert.equal(paysToShare({ ...long, done: 0 }), false)
})

test('one thread means none, and a large machine does not get too many', () => {
  assert.equal(paysToShare({ ...long, threads: 1 }), false)
  assert.deepEqual([1, 2, 8, 64].map(threadsFor), [1, 2, 8, 8])
})
