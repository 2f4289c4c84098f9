/**
 * The script of the worker. Its first message brings the WebAssembly module; each one after that is
 * a call: `{ id, name, args }`. Calls are answered in their order.
 */
// @ts-check

import { proposeRelationships, proposeTenancy } from '../../api/propose.js'
import { diffDatamarts, importDatamarts, mergeUnseen } from '../../api/round-trip.js'
import { createValidator } from '../../api/validator.js'
import { initSync } from '../../slim.js'
import { createCalls } from './calls.js'

const calls = /** @type {Record<string, (...args: any[]) => unknown>} */ (createCalls({ createValidator, diffDatamarts, importDatamarts, mergeUnseen, proposeRelationships, proposeTenancy }))

addEventListener('message', ({ data }) => {
  const { id, name, args, module } = data
  try {
    if (module) initSync(module)
    postMessage({ id, result: module ? true : calls[name]?.(...args) })
  } catch (error) {
    postMessage({ id, error: described(error) })
  }
})

/** An exception as a message, whose class the page does not need to know. @param {unknown} error */
function described(error) {
  const { name, message, issues } = /** @type {any} */ (error)
  return { name: String(name), message: String(message), issues }
}
