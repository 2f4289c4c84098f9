/** `pull`, `diff`, `push` and `catalog` against the stand-in of the API. */

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { folder, put, run, runTo, start } from './support/cli.mjs'
import { readReadme } from '../readme.mjs'
import { standIn, stored, TENANCY } from './support/api.mjs'

const README = readReadme(process.env.PACKAGE_DIR)

/** @param {import('node:test').TestContext} t @param {object} [options] */
async function api(t, options) {
  const api = await standIn(t, options)
  const env = { DATABRAIN_SERVICE_TOKEN: api.token, DATABRAIN_API_URL: api.url }
  return {
    api,
    /** @param {number} code @param {string[]} args @param {object} [more] */
    async cli(code, args, more = {}) {
      const ended = await runTo(code, args, { env, ...more })
      assert.ok(!(ended.stdout + ended.stderr).includes(api.token), 'the token is in no output')
      return ended
    },
    env,
  }
}

const read = (cwd, file) => JSON.parse(readFileSync(path.join(cwd, file), 'utf8'))
const json = ({ stdout }) => JSON.parse(stdout)

test('a datamart is pushed, compared, changed, pushed again and pulled', async (t) => {
  const { api: server, cli } = await api(t)
  const cwd = folder({ 'datamarts/sales.json': stored() })
  assert.match((await cli(1, ['diff', 'datamarts'], { cwd })).stdout, /datamarts\/sales\.json \(sales\): new datamart\n/)
  await cli(0, ['push', 'datamarts', '--yes'], { cwd })
  assert.deepEqual(server.store.datamarts.get('sales'), stored())
  assert.match((await cli(0, ['diff', 'datamarts'], { cwd })).stdout, /no changes\n/)
  await cli(0, ['push', 'datamarts', '--yes'], { cwd })
  assert.equal(server.store.writes.length, 1, 'an unchanged datamart is not sent')

  put(cwd, 'datamarts/sales.json', stored({ datasourceName: undefined }))
  await cli(0, ['diff', 'datamarts'], { cwd })
  const [table, ...others] = stored().tableList
  const changed = stored({ tableList: [{ ...table, columns: table.columns.slice(1) }, ...others] })
  put(cwd, 'datamarts/sales.json', changed)
  const [file] = json(await cli(1, ['diff', 'datamarts', '--format', 'json'], { cwd })).files
  assert.equal(file.action, 'update')
  assert.equal(file.isBreaking, true)
  assert.deepEqual(file.changes.map(({ kind, subject }) => `${kind} ${subject}`), ['removed column'])
  const pushed = json(await cli(0, ['push', 'datamarts', '--yes', '--format', 'json'], { cwd }))
  assert.deepEqual(pushed.files.map(({ name, outcome }) => `${name} ${outcome}`), ['sales updated'])
  assert.deepEqual(server.store.datamarts.get('sales').tableList, changed.tableList)

  await cli(0, ['pull', '--out', 'pulled'], { cwd })
  assert.deepEqual(read(cwd, 'pulled/sales.json'), changed)
})

test('pull is stable, keeps what the API does not show, and keeps the formatting of an unchanged file', async (t) => {
  const { cli } = await api(t)
  const [table, ...others] = stored().tableList
  const full = stored({ tableList: [{ ...table, columns: [...table.columns, { name: 'sum', isCustomColumn: true, sql: 'SUM(total)', isAggregate: true }] }, ...others] })
  const cwd = folder({ 'renamed.json': JSON.stringify(full) })
  await cli(0, ['push', 'renamed.json', '--yes'], { cwd })
  const first = json(await cli(0, ['pull', '--out', '.', '--format', 'json'], { cwd }))
  assert.deepEqual(first.datamarts, [{ name: 'sales', file: 'renamed.json', outcome: 'unchanged' }])
  assert.equal(readFileSync(path.join(cwd, 'renamed.json'), 'utf8'), JSON.stringify(full))

  const { datamarts } = json(await cli(0, ['pull', '--out', 'new', '--format', 'json'], { cwd }))
  assert.equal(datamarts[0].outcome, 'created')
  assert.ok(datamarts[0].unseen.includes('isAggregate'))
  const text = readFileSync(path.join(cwd, 'new/sales.json'), 'utf8')
  await cli(0, ['pull', '--out', 'new'], { cwd })
  assert.equal(readFileSync(path.join(cwd, 'new/sales.json'), 'utf8'), text)
})

test('names are safe file names, and no file is overwritten that is not the datamart', async (t) => {
  const { api: server, cli } = await api(t)
  const names = ['../up', 'a/b', 'CON', '.hidden', 'Sales', 'sales', 'ümläut 1', 'x'.repeat(300), 'end.', '%2F', 'broken']
  for (const name of names) server.store.datamarts.set(name, stored({ name }))
  const cwd = folder({ 'out/broken.json': '{ "name": "broken", ' })
  const { datamarts } = json(await cli(2, ['pull', '--out', 'out', '--format', 'json'], { cwd }))
  assert.deepEqual(datamarts.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name.slice(0, 6)).sort(), ['broken', 'sales', 'xxxxxx'].sort())
  const files = readdirSync(path.join(cwd, 'out')).sort()
  assert.deepEqual(files, ['%252F.json', '%2E.%2Fup.json', '%2Ehidden.json', '%43ON.json', 'Sales.json', 'a%2Fb.json', 'broken.json', 'end%2E.json', 'ümläut 1.json'].sort())
  assert.deepEqual(readdirSync(cwd), ['out'], 'nothing outside the folder')
  assert.equal(readFileSync(path.join(cwd, 'out/broken.json'), 'utf8'), '{ "name": "broken", ')
})

test('pull writes through no link that leaves the folder', { skip: process.platform === 'win32' }, async (t) => {
  const { api: server, cli } = await api(t)
  server.store.datamarts.set('sales', stored())
  const cwd = folder({ 'elsewhere.json': stored({ relationships: [] }), 'out/other.txt': '' })
  symlinkSync('../elsewhere.json', path.join(cwd, 'out/sales.json'))
  put(cwd, 'elsewhere.json', { ...stored(), tableList: [] })
  const before = readFileSync(path.join(cwd, 'elsewhere.json'), 'utf8')
  assert.match((await cli(2, ['pull', '--out', 'out'], { cwd })).stdout, /outside the folder/)
  assert.equal(readFileSync(path.join(cwd, 'elsewhere.json'), 'utf8'), before)
})

test('pull of names, and of a name that does not exist', async (t) => {
  const { api: server, cli } = await api(t)
  for (const name of ['a', 'b']) server.store.datamarts.set(name, stored({ name }))
  const cwd = folder()
  assert.match((await cli(2, ['pull', 'a', 'c', '--out', '.'], { cwd })).stdout, /c: failed: the API has no datamart with this name\n/)
  assert.deepEqual(readdirSync(cwd), ['a.json'])
})

test('push sends nothing if one file cannot be pushed', async (t) => {
  const { api: server, cli } = await api(t)
  server.store.datamarts.set('kept', stored({ name: 'kept', tenancySettings: TENANCY }))
  for (const [code, file, expected] of [
    [1, stored({ name: 'b', tableList: [{ name: 'nowhere', schemaName: 'public', columns: [{ name: 'id' }] }] }), /unknown-table/],
    [1, stored({ name: 'b', datasourceName: 'warehous' }), /unknown-datasource/],
    [2, stored({ name: 'kept', tenancySettings: undefined }), /cannot be pushed: an update cannot remove `tenancySettings`/],
    [2, stored({ name: 'a' }), /contains the same datamart/],
    [1, '{', /syntax/],
    [1, '[]', /invalid/],
  ]) {
    const cwd = folder({ 'a.json': stored({ name: 'a' }), 'b.json': file })
    const { stdout } = await cli(code, ['push', '.', '--yes'], { cwd })
    assert.match(stdout, expected)
    assert.match(stdout, /Nothing was sent\.\n$/)
    await cli(2, ['diff', '.'], { cwd })
  }
  assert.deepEqual(server.store.writes, [])
})

test('push asks for confirmation, which requires a terminal', async (t) => {
  const { api: server, cli } = await api(t)
  const cwd = folder({ 'a.json': stored() })
  assert.match((await cli(2, ['push', 'a.json'], { cwd })).stderr, /add --yes/)
  assert.deepEqual(server.calls, [])
})

test('the outcome of each file is reported, whatever the API does', async (t) => {
  const { api: server, cli } = await api(t)
  const cwd = folder({ 'a.json': stored({ name: 'a' }), 'b.json': stored({ name: 'b' }) })
  const failures = [
    [['drop', { operation: 'create', after: true }], 0, ['created', 'created']],
    [['html', { operation: 'create', after: true }], 0, ['created', 'created']],
    [['no-id', { operation: 'create', after: true }], 0, ['created', 'created']],
    [['rate-limit', { operation: 'create', retryAfter: '0' }], 0, ['created', 'created']],
    [['drop', { operation: 'create' }], 2, ['failed', 'not sent']],
    [['echo', { operation: 'create' }], 2, ['failed', 'created']],
    [['redirect', { operation: 'create' }], 2, ['failed', 'not sent']],
  ]
  for (const [[name, when], code, expected] of failures) {
    server.reset()
    server.fail(name, when)
    const { files } = json(await cli(code, ['push', '.', '--yes', '--format', 'json'], { cwd }))
    assert.deepEqual(files.map(({ outcome }) => outcome), expected, name)
    for (const { name, outcome } of files) assert.equal(server.store.datamarts.has(name), outcome === 'created', name)
    const sent = server.store.writes.map(({ name }) => name)
    assert.equal(new Set(sent).size, sent.length, 'nothing is sent twice')
  }
})

test('reads that fail are an error in one line', async (t) => {
  const { api: server, cli } = await api(t)
  const cwd = folder({ 'a.json': stored() })
  for (const args of [['pull', '--out', 'out'], ['diff', 'a.json'], ['push', 'a.json', '--yes'], ['catalog', 'warehouse']]) {
    server.fail('echo', { times: 1 })
    const { stderr } = await cli(2, args, { cwd })
    assert.match(stderr, /^error: .*\n$/)
  }
  assert.match((await cli(2, ['catalog', 'nowhere'])).stderr, /^error: .*\n$/)
  assert.equal(existsSync(path.join(cwd, 'out')), false)
})

test('interrupted, push finishes the datamart that is being sent, and reports the rest', { skip: process.platform === 'win32' }, async (t) => {
  const { api: server, env } = await api(t)
  const cwd = folder(Object.fromEntries(['a', 'b', 'c'].map((name) => [`${name}.json`, stored({ name })])))
  server.fail('rate-limit', { operation: 'create', retryAfter: '1' })
  const child = start(['push', '.', '--yes', '--format', 'json'], { cwd, env })
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (chunk) => (stdout += chunk))
  const ended = new Promise((resolve) => child.on('close', resolve))
  while (server.count('create') === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  child.kill('SIGINT')
  assert.equal(await ended, 2)
  assert.deepEqual(JSON.parse(stdout).files.map(({ outcome }) => outcome), ['created', 'not sent', 'not sent'])
  assert.deepEqual([...server.store.datamarts.keys()], ['a'])
})

test('the catalog is accepted by --catalog', async (t) => {
  const { cli } = await api(t)
  const cwd = folder({ 'a.json': stored() })
  await cli(0, ['catalog', 'warehouse', '--out', 'catalog.json'], { cwd })
  await cli(0, ['check', 'a.json', '--catalog', 'catalog.json', '-t', 'postgres'], { cwd })
  assert.deepEqual(json(await cli(0, ['catalog', 'warehouse'])), read(cwd, 'catalog.json'))
})

test('credentials come from the environment alone', async () => {
  const cwd = folder({ 'a.json': stored() })
  assert.match((await runTo(2, ['diff', 'a.json'], { cwd })).stderr, /^error: the environment variable DATABRAIN_SERVICE_TOKEN is not set/)
  for (const [env, expected] of [
    [{ DATABRAIN_SERVICE_TOKEN: '$TOKEN' }, /^error: the environment variable DATABRAIN_SERVICE_TOKEN: .*placeholder/],
    [{ DATABRAIN_SERVICE_TOKEN: 'secret-of-mine\n' }, /^error: the environment variable DATABRAIN_SERVICE_TOKEN: /],
    [{ DATABRAIN_SERVICE_TOKEN: 'a', DATABRAIN_API_URL: 'a.com' }, /^error: the environment variable DATABRAIN_API_URL: it has to start with `https:\/\/`\n$/],
    [{ DATABRAIN_SERVICE_TOKEN: 'a', DATABRAIN_API_URL: 'http://a.com' }, /^error: the environment variable DATABRAIN_API_URL: it uses plain http/],
    [{ DATABRAIN_SERVICE_TOKEN: 'a', DATABRAIN_API_URL: 'https://a.com/api/v2' }, /^error: the environment variable DATABRAIN_API_URL: .*`https:\/\/a\.com`/],
  ]) {
    const { stderr } = await runTo(2, ['diff', 'a.json'], { cwd, env })
    assert.match(stderr, expected)
    assert.doesNotMatch(stderr, /secret-of-mine/)
  }
  const { code, stderr } = await run(['push', 'a.json', '--token=secret-of-mine'], { cwd })
  assert.equal(code, 2)
  assert.doesNotMatch(stderr, /secret-of-mine/)
})

test("the README's commands keep a folder and the API in step", async (t) => {
  const { api: server, cli } = await api(t)
  server.store.datamarts.set('sales', stored())
  const cwd = folder()
  const [, ...commands] = README.recipe('Datamarts in a repository', 'sh').trim().split('\n')
  assert.equal(commands.length, 3)
  for (const command of commands) {
    const words = command.replace('npx datamart-validator ', '').split(' ')
    await cli(0, words[0] === 'push' ? [...words, '--yes'] : words, { cwd })
  }
  assert.deepEqual(read(cwd, 'datamarts/sales.json'), stored())
})
