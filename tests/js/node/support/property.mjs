/**
 * Properties of random inputs. The seed is fixed, so that every run is the same. For other inputs and
 * more of them: `SEED=$RANDOM RUNS=100000 node --test properties.test.mjs`.
 */

import fc from 'fast-check'

const { SEED = '20250101', RUNS } = process.env

/**
 * Checks a property.
 *
 * @param {import('fast-check').IRawProperty<unknown>} property
 * @param {number} numRuns
 */
export function check(property, numRuns) {
  fc.assert(property, { seed: Number(SEED), numRuns: Number(RUNS ?? numRuns) })
}
