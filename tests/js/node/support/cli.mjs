/** Runs the installed command as users do, in separate folders. */

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after } from 'node:test'
import { fileURLToPath } from 'node:url'
import { PACKAGE } from './helpers.mjs'

/** npm's result for `bin`. */
export const COMMAND = path.join(PACKAGE, '../.bin/datamart-validator')

export const { version: VERSION } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8'))

const DATA = fileURLToPath(new URL('../../../data/cli/', import.meta.url))

/** Variables that would change the output. */
const OTHERS = new Set(['NO_COLOR', 'FORCE_COLOR', 'CI', 'GITHUB_WORKSPACE', 'GITHUB_ACTIONS', 'DATABRAIN_SERVICE_TOKEN', 'NODE_OPTIONS', 'NODE_TEST_CONTEXT', 'COLUMNS'])

/** An empty folder that is deleted with the test file. */
export function folder(files = {}) {
  // Its name contains characters that are escaped in a URL.
  const made = realpathSync(mkdtempSync(path.join(tmpdir(), 'datamart validator #')))
  after(() => rmSync(made, { recursive: true, force: true }))
  for (const [name, content] of Object.entries(files)) put(made, name, content)
  return made
}

export function put(folder, name, content) {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, typeof content === 'object' && !Buffer.isBuffer(content) ? JSON.stringify(content, null, 2) : content)
  return file
}

/** A folder with the files of a folder in tests/data/cli. */
export function folderWithData(name = 'files') {
  const made = folder()
  cpSync(path.join(DATA, name), made, { recursive: true })
  return made
}

export function start(args, { cwd, env = {}, command = COMMAND } = {}) {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OTHERS.has(name)))
  return spawn(command, args, { cwd, env: { ...inherited, ...env } })
}

/** @returns {Promise<{ code: number | null, signal: string | null, stdout: string, stderr: string }>} */
export async function run(args, { input = '', ...options } = {}) {
  const child = start(args, options)
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (chunk) => (stdout += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk) => (stderr += chunk))
  // A command that does not read its input may have ended already.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const [code, signal] = await new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (...ended) => resolve(ended))
  })
  assert.doesNotMatch(stderr, /\n[\s|]+at .*:\d+:\d+/, 'no stack is shown to users')
  return { code, signal, stdout, stderr }
}

/** The same, and asserts the exit code. */
export async function runTo(code, args, options) {
  const ended = await run(args, options)
  assert.equal(ended.code, code, `${args.join(' ')}\n${ended.stdout}\n${ended.stderr}`)
  return ended
}

/** Compares with tests/data/cli/expected; UPDATE_EXPECT=1 rewrites it in the sources. */
export function expectFile(name, printed) {
  const text = printed.replaceAll(VERSION, 'VERSION')
  if (process.env.UPDATE_EXPECT === '1') writeFileSync(path.join(sources(), 'tests/data/cli/expected', name), text)
  else assert.equal(text, readFileSync(path.join(DATA, 'expected', name), 'utf8'), `${name}; UPDATE_EXPECT=1 rewrites it`)
}

/** The checkout: the tests run as a copy inside it. */
export function sources() {
  let at = DATA
  while (!existsSync(path.join(at, 'Cargo.toml'))) at = path.dirname(at)
  return at
}
