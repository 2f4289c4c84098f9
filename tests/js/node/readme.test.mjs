/** The quickstart of the package's README does what it says. */

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import test from 'node:test'
import { CONSUMER, PACKAGE } from './support/helpers.mjs'

const README = readFileSync(path.join(PACKAGE, 'README.md'), 'utf8')

/** The first fenced block of a language. */
const block = (language) => new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(README)[1]

test('the first example prints what stands below it', () => {
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', block('js')], { cwd: CONSUMER, encoding: 'utf8' })
  assert.equal(printed, block('text'))
})

test('the first example begins within the first 25 lines', () => {
  assert.ok(README.split('\n').indexOf('```js') < 25)
})
