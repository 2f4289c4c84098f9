/** The validation options of commands that get the other options from the API. */
// @ts-check

import { validationOptions } from '../options/validation.js'

/** The API's lists and the command decide these. */
const DECIDED = new Set(['--operation', '--datasources', '--existing-datamarts'])

export function liveOptions() {
  return validationOptions().filter(({ long }) => !DECIDED.has(long ?? ''))
}
