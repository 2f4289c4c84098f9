/** Further servers of the page, each in a process of its own that ends with the tests. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const SERVER = fileURLToPath(new URL('../../../xtask/js/serve.mjs', import.meta.url))

/**
 * Starts one, and waits until it listens.
 *
 * @param {readonly string[]} args of `xtask/js/serve.mjs`
 * @param {Record<string, string>} [variables] added to its environment
 * @returns the address, and what ends it, with its exit code
 */
export async function startServer(args, variables) {
  const server = spawn(process.execPath, [SERVER, ...args], { env: { ...process.env, ...variables } })
  const output = { stdout: '', stderr: '' }
  // It may end before its output is read.
  const closed = once(server, 'close')
  server.stderr.setEncoding('utf8').on('data', (text) => (output.stderr += text))
  const address = await new Promise((resolve, reject) => {
    server.stdout.setEncoding('utf8').on('data', (text) => {
      output.stdout += text
      if (output.stdout.endsWith('\n')) resolve(output.stdout.trim())
    })
    closed.then(([code]) => reject(new Error(`the server ended with ${code}: ${output.stderr}`)), reject)
  })
  const stop = async () => {
    server.stdin.end()
    return (await closed)[0]
  }
  return { address, stop }
}
