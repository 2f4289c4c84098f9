/** The examples of the package's README do what it says. */

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import test from 'node:test'
import { CONSUMER, PACKAGE } from './support/helpers.mjs'

const README = readFileSync(path.join(PACKAGE, 'README.md'), 'utf8')

/** The examples with what they print: a block of JavaScript and the block of text behind it. */
const EXAMPLES = [...README.matchAll(/```js\n(.*?)```\s+```text\n(.*?)```/gs)]

test('there are examples, the first one within the first 25 lines', () => {
  assert.equal(EXAMPLES.length, 3)
  assert.ok(README.split('\n').indexOf('```js') < 25)
})

for (const [, program, output] of EXAMPLES) {
  test(`an example prints what stands below it: ${program.split('\n')[0]}`, () => {
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: CONSUMER, encoding: 'utf8' })
    assert.equal(printed, output)
  })
}
