/**
 * A gateway in its own process, which reports its address and its memory on request.
 */

import process from 'node:process'
import { gatewayFor } from './program.mjs'
import { serve } from './node-server.mjs'

const { API_URL = '', TOKEN = '' } = process.env
const { address } = await serve(gatewayFor({ API_URL, TOKEN }))

process.on('message', async (message) => {
  if (message === 'address') return process.send?.(address)
  // What was freed by the first collection may free others.
  for (let at = 0; at < 3; at++) {
    await new Promise((resolve) => setImmediate(resolve))
    globalThis.gc?.()
  }
  process.send?.(process.memoryUsage().heapUsed)
})
