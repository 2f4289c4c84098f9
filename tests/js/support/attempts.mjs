/** The second attempt of tests that drive real browsers and servers. */

import process from 'node:process'
import { test } from 'node:test'

/** Begins the line about a second attempt; `cargo xtask` counts such lines. */
export const SECOND_ATTEMPT = 'second attempt: '

/**
 * Runs a test. In CI, where a failure costs the whole run, there is a second attempt, of which the
 * log tells.
 *
 * @param {import('node:test').TestContext} test
 * @param {() => Promise<void>} attempt begins with all state that it needs
 */
export async function inAttempts(test, attempt) {
  try {
    await attempt()
  } catch (error) {
    if (!process.env.CI) throw error
    test.diagnostic(`${SECOND_ATTEMPT}${test.name}\n${error instanceof Error ? error.stack : error}`)
    await attempt()
  }
}

/**
 * A test that has a second attempt.
 *
 * @param {string} title
 * @param {() => Promise<void>} attempt
 */
export function testInAttempts(title, attempt) {
  test(title, (test) => inAttempts(test, attempt))
}
