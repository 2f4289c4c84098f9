// Serves the stand-in by itself, for the demo:
//
//   node main.mjs [port]
//
// Prints its address once it listens, and ends with its standard input, so that it never outlives
// the process that started it. The token is that of the environment variable
// DATABRAIN_SERVICE_TOKEN.

import process from 'node:process'
import { startStandIn } from './index.mjs'

const { DATABRAIN_SERVICE_TOKEN: token } = process.env
const api = await startStandIn({ ...(token && { token }), port: Number(process.argv[2] ?? 0) })
console.log(`${api.url}/`)
process.stdin.on('end', () => process.exit()).resume()
