/** `build`: the request for a file, without the token. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { buildRequest } from 'datamart-validator'
import { datamart } from './support/helpers.mjs'
import { expectFile, folder, folderWithData, put, runTo } from './support/cli.mjs'

const TOKEN = 'a-token-that-nobody-may-see'

test('json: the result of buildRequest, with the name of the variable for the token', async () => {
  const cwd = folder({ 'a.json': datamart() })
  const { stdout, stderr } = await runTo(0, ['build', 'a.json'], { cwd, env: { DATABRAIN_SERVICE_TOKEN: TOKEN } })
  const request = buildRequest(datamart())
  assert.deepEqual(JSON.parse(stdout), { ...request, headers: { ...request.headers, Authorization: 'Bearer $DATABRAIN_SERVICE_TOKEN' } })
  assert.equal(stderr, '')
  const proxied = await runTo(0, ['build', '-', '--base-url', '/api/databrain', '--no-token', '--endpoint', 'legacy'], { input: JSON.stringify(datamart()) })
  assert.deepEqual(JSON.parse(proxied.stdout), buildRequest(datamart(), { baseUrl: '/api/databrain', endpoint: 'legacy' }))
})

test('an update', async () => {
  const cwd = folder({ 'a.json': datamart(), 'names.json': '["sales"]', 'config.json': '{ "operation": "update" }' })
  const request = buildRequest(datamart(), { operation: 'update' })
  for (const flags of [['--operation', 'update'], ['--config', 'config.json'], ['--operation', 'update', '--existing-datamarts', 'names.json']]) {
    const { stdout } = await runTo(0, ['build', 'a.json', '--no-token', ...flags], { cwd })
    assert.deepEqual(JSON.parse(stdout), request)
  }
  await runTo(1, ['check', 'a.json', '--existing-datamarts', 'names.json'], { cwd })
  await runTo(0, ['check', 'a.json', '--existing-datamarts', 'names.json', '--operation', 'update'], { cwd })
  const { stderr } = await runTo(2, ['build', 'a.json', '--operation', 'updat'], { cwd })
  assert.match(stderr, /--operation: unknown operation `updat`, did you mean `update`\?/)
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

test('an impossible token is reported by its variable', async () => {
  const cwd = folder({ 'a.json': datamart() })
  const { stderr } = await runTo(2, ['build', 'a.json', '--token-env', 'MY_TOKEN'], { cwd, env: { MY_TOKEN: 'two\nlines' } })
  assert.match(stderr, /^error: the environment variable MY_TOKEN: the token contains whitespace or a control character$/m)
  const unset = await runTo(2, ['build', 'a.json'], { cwd, env: { DATABRAIN_SERVICE_TOKEN: '${SECRET_NAME}' } })
  assert.equal(unset.stderr, 'error: the environment variable DATABRAIN_SERVICE_TOKEN: the token is a placeholder; pass the token that it stands for\n')
  const named = await runTo(2, ['build', 'a.json', '--token-env', 'abc-def'], { cwd })
  assert.equal(named.stderr, 'error: --token-env: expected the name of an environment variable, not the token\n')
})

test('an invalid datamart is refused, with its issues', async () => {
  const cwd = folderWithData()
  const { stdout, stderr } = await runTo(1, ['build', 'mistakes.json', '--datasource-type', 'postgres'], { cwd })
  assert.equal(stdout, '')
  expectFile('mistakes.build.txt', stderr)
  put(cwd, 'warned.json', datamart({ lable: 1 }))
  await runTo(1, ['build', 'warned.json', '--strict'], { cwd })
})

test('warnings are reported in addition to the request', async () => {
  const cwd = folder({ 'a.json': datamart({ lable: 1 }) })
  const { stdout, stderr } = await runTo(0, ['build', 'a.json'], { cwd })
  assert.equal(JSON.parse(stdout).body, buildRequest(datamart({ lable: 1 })).body)
  assert.match(stderr, /^a\.json:\d+:\d+: warning: .*\[unknown-field\]/)
})

test('usage errors are reported', async () => {
  const cwd = folder({ 'a.json': datamart() })
  for (const [args, expected] of [
    [['a.json', '--base-url', 'example.com'], /^error: --base-url: has to start with `https:\/\/`/],
    [['a.json', '--base-url', 'https://u:p@example.com'], /^error: --base-url: contains a user name or a password; /],
    [['a.json', '--base-url', 'https://databrain.example.com/api/v2/data-app/datamarts?x=1'], /^error: --base-url: contains the path of an API endpoint, which is appended to it; pass `https:\/\/databrain\.example\.com` instead\n$/],
    [['a.json', '--endpoint', 'x'], /^error: --endpoint: unknown endpoint `x`, expected one of current, legacy\n$/],
    [['a.json', '--curl', '--base-url', '/api'], /^error: --curl needs a complete URL, but --base-url is only a path\n$/],
    [['nowhere.json'], /^error: nowhere\.json: no such file\n$/],
    [['a.json', 'a.json'], /too many arguments/],
  ]) {
    assert.match((await runTo(2, ['build', ...args], { cwd })).stderr, expected)
  }
})

test('a word that is neither an option nor a file is quoted without its value', async () => {
  const cwd = folder({ 'a.json': datamart() })
  const secret = 'hunter2'
  for (const [args, expected] of [
    [['build', 'a.json', `--token=${secret}`], /^error: unknown option '--token'\n/],
    [['build', 'a.json', `--no-token=${secret}`], /^error: unknown option '--no-token'\n/],
    [['build', 'a.json', `--token=--${secret}='${secret}'\n(Did you mean ${secret}?)`], /^error: unknown option '--token'\n/],
    [['build', 'a.json', `--curl=${secret}`], /^error: unknown option '--curl'\n/],
    [['build', 'a.json', '--token', secret], /^error: unknown option '--token'\n/],
    [['build', 'a.json', `-token=${secret}`], /^error: `-token` is not an option: long names start with two dashes\n$/],
    [['build', 'a.json', `-p${secret}`], /^error: unknown option '-p'\n/],
    [['build', 'a.json', `-p=${secret}`], /^error: unknown option '-p'\n/],
    [['build', `token=${secret}`], /^error: token=…: no such file\n$/],
    [['build', `–token=${secret}`], /^error: –token=…: no such file\n$/],
    [['build', 'a.json', secret], /^error: too many arguments/],
    [['check', `--fomat=${secret}`, 'a.json'], /^error: unknown option '--fomat'\n\(Did you mean --format\?\)\n/],
    [['check', 'a.json', `token=${secret}`], /^$/],
    [['check', 'a.json', `token=${secret}*`], /^$/],
    [['rules', `--token=${secret}`], /^error: unknown option '--token'\n/],
    [['explain', `--token=${secret}`], /^error: unknown option '--token'\n/],
    [[`--token=${secret}`, 'check', 'a.json'], /^error: unknown option '--token'\n/],
    [[`-Token=${secret}`, 'check', 'a.json'], /^error: `-Token` is not an option/],
    [['biuld', 'a.json', `--token=${secret}`], /^error: unknown command 'biuld'\n\(Did you mean build\?\)\n/],
    [['a.json', `--token=${secret}`], /^error: unknown command 'a\.json'\n.*\nTo check files: datamart-validator check a\.json\n$/],
    [[`token=${secret}`], /^error: unknown command 'token=…'\n/],
  ]) {
    const { stdout, stderr } = await runTo(2, args, { cwd })
    assert.match(stderr, expected)
    assert.ok(!(stdout + stderr).includes(secret), args.join(' '))
  }
  // Files whose names look like assignments are still files.
  const named = folder({ 'dt=2024.json': datamart(), 'p/dt=1/x.json': datamart() })
  await runTo(0, ['check', 'dt=2024.json', 'p/dt=1/*.json'], { cwd: named })
  await runTo(0, ['build', 'dt=2024.json'], { cwd: named })
  await runTo(0, ['check', 'dt=2024.json', '-runknown-field=off'], { cwd: named })
})
