/**
 * `build --curl`: what the printed command does, in every shell of this machine. The token appears
 * in no argument list.
 */

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { test } from 'node:test'
import { buildRequest } from 'datamart-validator'
import { datamart, withColumn } from './support/helpers.mjs'
import { expectFile, folder, put, run, runTo } from './support/cli.mjs'

// Differs between processes: other tests run at the same time.
const TOKEN = `a-token-that-nobody-may-see-${process.pid}-`
const CONTENT_TYPE = ['--header', 'Content-Type: application/json']

/** The path of a command, if it is installed. */
function find(name) {
  if (path.isAbsolute(name)) return name
  return (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name)).find((file) => existsSync(file))
}

/** Shells, as the command that makes them read a script. */
const { ZSH_COMMAND = 'zsh', BUSYBOX_COMMAND = 'busybox' } = process.env
const SHELLS = { sh: ['sh'], bash: ['bash'], dash: ['dash'], zsh: [ZSH_COMMAND], busybox: [BUSYBOX_COMMAND, 'sh'], mksh: ['mksh'] }

/** Runs a test in each shell; shells that are not installed are reported as skipped. */
function inEachShell(title, needs, body) {
  for (const [name, shell] of Object.entries(SHELLS)) {
    const missing = [shell[0], ...needs].find((command) => !find(command))
    test(`${name}: ${title}`, { skip: missing && `${missing} is not installed` }, (context) => body(shell, context))
  }
}

/** A curl that records its arguments and input. */
const FAKE_CURL = `#!/bin/sh
printf '%s\\0' "$@" > arguments
cat > body
if [ -e /dev/fd/3 ]; then cat /dev/fd/3 > header; fi
`

async function script(value, args = []) {
  const cwd = folder({ 'a.json': value })
  const { stdout } = await runTo(0, ['build', 'a.json', '--curl', ...args], { cwd })
  put(cwd, 'request.sh', stdout)
  return { cwd, stdout }
}

/** Runs the printed command with that curl. */
async function withFakeCurl([command, ...before], value, { args = [], env = { DATABRAIN_SERVICE_TOKEN: TOKEN } } = {}) {
  const { cwd, stdout } = await script(value, args)
  put(cwd, 'bin/curl', FAKE_CURL)
  chmodSync(path.join(cwd, 'bin/curl'), 0o755)
  const PATH = `${path.join(cwd, 'bin')}${path.delimiter}${process.env.PATH}`
  const shell = await run([...before, 'request.sh'], { cwd, command, env: { ...env, PATH } })
  const read = (name) => readFileSync(path.join(cwd, name), 'utf8')
  return { stdout, shell, given: () => read('arguments').split('\0').slice(0, -1), body: () => read('body'), header: () => read('header') }
}

inEachShell('passes exactly the same bytes', [], async (shell) => {
  const texts = ["it's", '$HOME `id` $(id) ${x} \\ "', "'; touch x; '", '%s %d \\n', '! # & | > <\t~ *', 'ü 数 😀 \u2028', "'".repeat(50), '\n\r\u0000', '\nEND\n']
  for (const token of [TOKEN, `${TOKEN}'"$(id)\`id\`\\n$HOME`]) {
    const value = withColumn({ label: texts.join(' '), description: texts })
    const { given, body, header, shell: ended } = await withFakeCurl(shell, value, { env: { DATABRAIN_SERVICE_TOKEN: token } })
    assert.deepEqual([ended.code, ended.stdout, ended.stderr], [0, '', ''])
    // What a terminal should not receive is written as a JSON escape with the same meaning.
    assert.equal(body(), buildRequest(value).body.replaceAll('\u2028', '\\u2028'))
    assert.equal(header(), `Authorization: Bearer ${token}\n`)
    assert.deepEqual(given(), ['--fail-with-body', '--request', 'POST', buildRequest(value).url, ...CONTENT_TYPE, '--header', '@/dev/fd/3', '--data-binary', '@-'])
  }
})

test('a body longer than the limit of an argument', { skip: process.platform === 'win32' && 'there is no POSIX shell' }, async () => {
  const value = withColumn({ label: 'x'.repeat(300_000) })
  const { body } = await withFakeCurl(SHELLS.sh, value)
  assert.equal(body(), buildRequest(value).body)
})

inEachShell('sends nothing without a token, unless none is needed', [], async (shell) => {
  for (const env of [{}, { DATABRAIN_SERVICE_TOKEN: '' }]) {
    const { stdout, given, shell: ended } = await withFakeCurl(shell, datamart(), { env })
    expectFile('request.sh', stdout)
    assert.throws(given, { code: 'ENOENT' })
    assert.notEqual(ended.code, 0)
    assert.match(ended.stderr, /DATABRAIN_SERVICE_TOKEN: is not set/)
  }
  const args = ['--no-token', '--base-url', "https://example.com/it's"]
  const { given, header } = await withFakeCurl(shell, datamart(), { args, env: {} })
  assert.deepEqual(given(), ['--fail-with-body', '--request', 'POST', buildRequest(datamart(), { baseUrl: "https://example.com/it's" }).url, ...CONTENT_TYPE, '--data-binary', '@-'])
  assert.throws(header, { code: 'ENOENT' })
})

/** What `ps` shows to every user. */
function argumentLists() {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return numbers.flatMap((number) => {
    try {
      return [readFileSync(`/proc/${number}/cmdline`, 'utf8')]
    } catch {
      // It has ended meanwhile.
      return []
    }
  })
}

/**
 * Runs a script with the real curl; the server reads the process list while curl waits for its
 * reply.
 */
async function observed(context, [command, ...before], makeScript) {
  let seen
  const server = createServer(async (request, response) => {
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    seen = { lists: argumentLists(), authorization: request.headers.authorization, body: Buffer.concat(chunks).toString() }
    response.end('done')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  context.after(() => server.close())
  const { cwd } = await makeScript(`http://127.0.0.1:${server.address().port}`)
  const { code, stdout } = await run([...before, 'request.sh'], { cwd, command, env: { DATABRAIN_SERVICE_TOKEN: TOKEN } })
  assert.deepEqual([code, stdout], [0, 'done'])
  const withCurl = seen.lists.filter((list) => list.includes('--data-binary'))
  assert.ok(withCurl.length > 0, 'curl itself was seen')
  return { ...seen, leaks: seen.lists.filter((list) => list.includes(TOKEN)) }
}

const NEEDS = existsSync('/proc/self/cmdline') ? ['curl'] : ['the file system /proc']

inEachShell('the token is in no argument list', NEEDS, async (shell, context) => {
  const { leaks, authorization, body } = await observed(context, shell, (baseUrl) => script(datamart(), ['--base-url', baseUrl]))
  assert.equal(authorization, `Bearer ${TOKEN}`)
  assert.equal(body, buildRequest(datamart()).body)
  assert.deepEqual(leaks, [])
})

inEachShell('a token in an argument list would be detected', NEEDS, async (shell, context) => {
  const { leaks } = await observed(context, shell, (baseUrl) => ({
    cwd: folder({ 'request.sh': `printf x | curl ${baseUrl} --header "Authorization: Bearer $DATABRAIN_SERVICE_TOKEN" --data-binary @-\n` }),
  }))
  assert.equal(leaks.length, 1)
})
