/** Runs the tools as in a terminal, and leaves none of them running. */

import { spawn } from 'node:child_process'
import { mkdtempSync, symlinkSync } from 'node:fs'
import path from 'node:path'

/** Far more than anything takes on a slow, busy machine. */
const TIME_LIMIT = 8 * 60_000

/** No telemetry, no update checks, no colours, and no sign of running inside a test. */
const ENVIRONMENT = {
  ...process.env,
  CI: '1',
  NO_COLOR: '1',
  FORCE_COLOR: undefined,
  NODE_ENV: undefined,
  NODE_OPTIONS: undefined,
  NODE_TEST_CONTEXT: undefined,
  DO_NOT_TRACK: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  NEXT_IGNORE_INCORRECT_LOCKFILE: '1',
  NG_CLI_ANALYTICS: 'false',
  NUXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  DENO_NO_UPDATE_CHECK: '1',
  YARN_ENABLE_TELEMETRY: '0',
  // Everything that a project needs is installed, so network access must fail.
  YARN_ENABLE_NETWORK: '0',
  // Servers that have no option for it: any free port.
  HOST: '127.0.0.1',
  PORT: '0',
}

/**
 * A folder with only the machine's Node.js: packages with other versions install those as `node`,
 * too.
 */
const OWN_NODE = mkdtempSync(path.join(process.env.PACKAGE_DIR ?? '', '.node-'))
symlinkSync(process.execPath, path.join(OWN_NODE, 'node'))

/**
 * @typedef {object} Options
 * @property {string} [input] the standard input of the command
 * @property {string} [node] the folder of the Node.js that it finds, unless it is the machine's
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

process.on('exit', () => running.forEach(kill))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1))

/**
 * Kills the process and whatever it has started. @param {import('node:child_process').ChildProcess}
 * child
 */
function kill({ pid }) {
  try {
    if (pid) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has already ended.
  }
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} folder where it runs
 * @param {Options} [options]
 */
function start(command, args, folder, { input, node = OWN_NODE } = {}) {
  const env = { ...ENVIRONMENT, ...cachesIn(folder), PATH: [node, searchPath(folder)].join(path.delimiter) }
  const child = spawn(command, args, { cwd: folder, env, detached: true, stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'] })
  running.add(child)
  // It may end before it has read everything.
  child.stdin?.on('error', () => {}).end(input)
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text) => (output.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (output.stderr += text))
  const shown = [command, ...args].join(' ')
  /** @param {string} what */
  const failure = (what) => new Error(`\`${shown}\` ${what}\n${output.stdout}${output.stderr}`)
  /** @type {Promise<number | Error>} the exit code */
  const ended = new Promise((resolve) => {
    const limit = setTimeout(() => {
      resolve(failure(`has not ended after ${TIME_LIMIT / 60_000} minutes`))
      kill(child)
    }, TIME_LIMIT)
    child.on('error', (error) => resolve(failure(error.message)))
    child.on('close', (code, signal) => {
      clearTimeout(limit)
      kill(child)
      running.delete(child)
      resolve(code ?? failure(`was ended by ${signal}`))
    })
  })
  return { child, output, ended, failure }
}

/**
 * Keeps the tools' caches in the project, so that each run starts without them. @param {string}
 * folder
 */
function cachesIn(folder) {
  return { DENO_DIR: path.join(folder, '.deno'), YARN_GLOBAL_FOLDER: path.join(folder, '.yarn-global') }
}

/** The tools installed above the folder, as `npx` finds them. @param {string} folder */
function searchPath(folder) {
  const folders = []
  for (let at = folder; at !== path.dirname(at); at = path.dirname(at)) folders.push(path.join(at, 'node_modules/.bin'))
  return [...folders, process.env.PATH].join(path.delimiter)
}

/**
 * Runs a command to its end, whatever its exit code.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} folder
 * @param {Options} [options]
 */
export async function execute(command, args, folder, options) {
  const { output, ended, failure } = start(command, args, folder, options)
  const code = await ended
  if (code instanceof Error) throw code
  return { ...output, code, failure }
}

/**
 * Runs a command to its end, and fails unless it succeeds.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} folder
 * @param {string} [node] as in {@link Options}
 * @returns its standard output, without the last line break
 */
export async function run(command, args, folder, node) {
  const { stdout, code, failure } = await execute(command, args, folder, { node })
  if (code !== 0) throw failure(`ended with ${code}`)
  return stdout.trimEnd()
}

/**
 * Starts a server and waits for the line with its URL.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} folder
 * @param {string} [node] as in {@link Options}
 */
export async function startServer(command, args, folder, node) {
  const { child, output, ended, failure } = start(command, args, folder, { node })
  const address = await new Promise((resolve, reject) => {
    child.stdout.on('data', () => {
      const [address] = output.stdout.match(/http:\/\/(localhost|127\.0\.0\.1):\d+\/?(?=\s)/) ?? []
      if (address) resolve(address)
    })
    ended.then((end) => reject(end instanceof Error ? end : failure(`ended with ${end} before it told its address`)))
  })
  const stop = async () => {
    kill(child)
    await ended
  }
  return { address: new URL(address).href, stop }
}
