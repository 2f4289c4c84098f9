/** Starting the module at a moment that the program chooses. */
// @ts-check

import { prepare } from '#module'
import { shared, startAhead } from '../boundary/instance.js'

/** @param {Parameters<typeof prepare>[0]} [source] only used if the program provides the module */
export async function init(source) {
  await prepare(source)
  await startAhead(shared)
}
