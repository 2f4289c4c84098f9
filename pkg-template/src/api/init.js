/** The optional start at a moment that the program chooses. */
// @ts-check

import { prepare } from '#module'
import { shared, startAhead } from '../boundary/instance.js'

/** @param {Parameters<typeof prepare>[0]} [source] only of use where the program brings the module */
export async function init(source) {
  await prepare(source)
  await startAhead(shared)
}
