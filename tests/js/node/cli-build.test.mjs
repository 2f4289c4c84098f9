/** `build`: the request of a file, without the token. */

import assert from 'node:assert/strict'
import { chmodSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { buildRequest } from 'datamart-validator'
import { datamart, withColumn } from './support/helpers.mjs'
import { expectFile, folder, folderWithData, put, run, runTo } from './support/cli.mjs'

const TOKEN = 'a-token-that-nobody-may-see'

test('json: what buildRequest gives, with the name of the variable for the token', async () => {
  const cwd = folder({ 'a.json': datamart() })
  const { stdout, stderr } = await runTo(0, ['build', 'a.json'], { cwd, env: { DATABRAIN_SERVICE_TOKEN: TOKEN } })
  const request = buildRequest(datamart())
  assert.deepEqual(JSON.parse(stdout), { ...request, headers: { ...request.headers, Authorization: 'Bearer $DATABRAIN_SERVICE_TOKEN' } })
  assert.equal(stderr, '')
  const proxied = await runTo(0, ['build', '-', '--base-url', '/api/databrain', '--no-token', '--endpoint', 'legacy'], { input: JSON.stringify(datamart()) })
  assert.deepEqual(JSON.parse(proxied.stdout), buildRequest(datamart(), { baseUrl: '/api/databrain', endpoint: 'legacy' }))
})

test('the token is in no output, whatever happens', async () => {
  const cwd = folder({ 'right.json': datamart(), 'wrong.json': datamart({ tableList: 1 }) })
  for (const [code, args, token = TOKEN] of [
    [0, ['right.json']],
    [0, ['right.json', '--curl', '--token-env', 'OTHER']],
    [0, ['right.json', '--curl'], `${TOKEN}'"$(id)`],
    [1, ['wrong.json']],
    [2, ['right.json'], `${TOKEN}\n${TOKEN}`],
    [2, ['right.json', '--token-env', 'OTHER'], ` ${TOKEN}`],
    [2, ['right.json', '--base-url', 'x']],
    [2, ['right.json', '--token-env', TOKEN]],
  ]) {
    const { stdout, stderr } = await runTo(code, ['build', ...args], { cwd, env: { DATABRAIN_SERVICE_TOKEN: token, OTHER: token } })
    assert.ok(!(stdout + stderr).includes(TOKEN), args.join(' '))
  }
})

test('a token that cannot be right is told by its variable', async () => {
  const cwd = folder({ 'a.json': datamart() })
  const { stderr } = await runTo(2, ['build', 'a.json', '--token-env', 'MY_TOKEN'], { cwd, env: { MY_TOKEN: 'two\nlines' } })
  assert.match(stderr, /^error: the environment variable MY_TOKEN: the token contains whitespace or a control character$/m)
  const unset = await runTo(2, ['build', 'a.json'], { cwd, env: { DATABRAIN_SERVICE_TOKEN: '${SECRET_NAME}' } })
  assert.equal(unset.stderr, 'error: the environment variable DATABRAIN_SERVICE_TOKEN: the token is a placeholder; pass the token that it stands for\n')
  const named = await runTo(2, ['build', 'a.json', '--token-env', 'abc-def'], { cwd })
  assert.equal(named.stderr, 'error: --token-env: expected the name of an environment variable, not the token\n')
})

test('a wrong datamart is refused, with its issues', async () => {
  const cwd = folderWithData()
  const { stdout, stderr } = await runTo(1, ['build', 'mistakes.json', '--datasource-type', 'postgres'], { cwd })
  assert.equal(stdout, '')
  expectFile('mistakes.build.txt', stderr)
  put(cwd, 'warned.json', datamart({ lable: 1 }))
  await runTo(1, ['build', 'warned.json', '--strict'], { cwd })
})

test('warnings are told beside the request', async () => {
  const cwd = folder({ 'a.json': datamart({ lable: 1 }) })
  const { stdout, stderr } = await runTo(0, ['build', 'a.json'], { cwd })
  assert.equal(JSON.parse(stdout).body, buildRequest(datamart({ lable: 1 })).body)
  assert.match(stderr, /^a\.json:\d+:\d+: warning: .*\[unknown-field\]/)
})

test('misuse is told', async () => {
  const cwd = folder({ 'a.json': datamart() })
  for (const [args, expected] of [
    [['a.json', '--base-url', 'example.com'], /^error: --base-url: has to start with `https:\/\/`/],
    [['a.json', '--base-url', 'https://u:p@example.com'], /^error: --base-url: contains a user name or a password; /],
    [['a.json', '--base-url', 'https://databrain.example.com/api/v2/data-app/datamarts?x=1'], /^error: --base-url: contains the path of an API endpoint, which is appended to it; pass `https:\/\/databrain\.example\.com` instead\n$/],
    [['a.json', '--endpoint', 'x'], /^error: --endpoint: unknown endpoint `x`, expected one of current, legacy\n$/],
    [['a.json', '--curl', '--base-url', '/api'], /^error: --curl needs a whole address: --base-url is only a path\n$/],
    [['nowhere.json'], /^error: nowhere\.json: there is no such file\n$/],
    [['a.json', 'a.json'], /too many arguments/],
  ]) {
    assert.match((await runTo(2, ['build', ...args], { cwd })).stderr, expected)
  }
})

/** A curl that writes down what it was given. */
const FAKE_CURL = `#!/bin/sh
printf '%s\\0' "$@" > arguments
cat > body
`

/** Runs the printed command in a POSIX shell with that curl. */
async function throughShell(value, args = [], env = { DATABRAIN_SERVICE_TOKEN: TOKEN }) {
  const cwd = folder({ 'a.json': value, 'bin/curl': FAKE_CURL })
  chmodSync(path.join(cwd, 'bin/curl'), 0o755)
  const { stdout } = await runTo(0, ['build', 'a.json', '--curl', ...args], { cwd })
  put(cwd, 'request.sh', stdout)
  const PATH = `${path.join(cwd, 'bin')}${path.delimiter}${process.env.PATH}`
  const shell = await run(['request.sh'], { cwd, command: 'sh', env: { ...env, PATH } })
  const read = (name) => readFileSync(path.join(cwd, name), 'utf8')
  return { stdout, shell, given: () => read('arguments').split('\0').slice(0, -1), body: () => read('body') }
}

const IN_SHELL = { skip: process.platform === 'win32' && 'there is no POSIX shell' }

test('curl: the shell hands over the very bytes', IN_SHELL, async () => {
  const texts = ["it's", '$HOME `id` $(id) ${x} \\ "', "'; touch x; '", '%s %d \\n', '! # & | > <\t~ *', 'ü 数 😀 \u2028', "'".repeat(50), '\n\r\u0000']
  // The last one is longer than an argument may be.
  for (const value of [withColumn({ label: texts.join(' '), description: texts }), withColumn({ label: 'x'.repeat(300_000) })]) {
    const { given, body, shell } = await throughShell(value)
    assert.deepEqual([shell.code, shell.stderr], [0, ''])
    assert.equal(body(), buildRequest(value).body)
    assert.deepEqual(given(), [
      '--fail-with-body',
      '--request',
      'POST',
      buildRequest(value).url,
      '--header',
      'Content-Type: application/json',
      '--header',
      `Authorization: Bearer ${TOKEN}`,
      '--data-binary',
      '@-',
    ])
  }
})

test('curl: no token, no request; no token wanted, no header', IN_SHELL, async () => {
  const { stdout, body, shell } = await throughShell(datamart(), [], {})
  expectFile('request.sh', stdout)
  assert.throws(body, { code: 'ENOENT' })
  assert.notEqual(shell.code, 0)
  assert.match(shell.stderr, /DATABRAIN_SERVICE_TOKEN: is not set/)
  const { given } = await throughShell(datamart(), ['--no-token', '--base-url', "https://example.com/it's"])
  assert.equal(given()[3], buildRequest(datamart(), { baseUrl: "https://example.com/it's" }).url)
  assert.ok(!given().some((word) => word.startsWith('Authorization')))
})
