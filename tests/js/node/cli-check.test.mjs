/** `check`: which files it finds, how it uses options, its exit codes. */

import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, createReadStream, mkdirSync, openSync, readFileSync, symlinkSync, truncateSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { test } from 'node:test'
import { datamart } from './support/helpers.mjs'
import { folder, put, run, runTo, start } from './support/cli.mjs'

const RIGHT = datamart()
const WARNED = datamart({ lable: 1 })
const WRONG = datamart({ tableList: 5 })

/** The checked files, in order. */
async function checked(args, cwd, code = 0) {
  const { stdout } = await runTo(code, ['check', ...args, '--format', 'json'], { cwd })
  const { files, failures } = JSON.parse(stdout)
  return [...files.map(({ file }) => file), ...failures.map(({ file, message }) => `${file}: ${message}`)]
}

test('files, folders and patterns, in the order given, each once', async () => {
  const cwd = folder({ 'b.json': RIGHT, 'a.json': RIGHT, 'sub/c.json': RIGHT, 'sub/deep/d.json': RIGHT, 'sub/e.txt': '', 'node_modules/x/f.json': WRONG, '[id].json': RIGHT })
  assert.deepEqual(await checked(['b.json', 'a.json', './b.json'], cwd), ['b.json', 'a.json'])
  assert.deepEqual(await checked(['sub'], cwd), ['sub/c.json', 'sub/deep/d.json'].map(path.normalize))
  assert.deepEqual(await checked(['.'], cwd), ['[id].json', 'a.json', 'b.json', 'sub/c.json', 'sub/deep/d.json'].map(path.normalize))
  assert.deepEqual(await checked(['**/*.json', '--ignore', 'sub/**', '--ignore', '[[]*'], cwd), ['a.json', 'b.json'])
  assert.deepEqual(await checked(['sub/**/*.json', '{b,a}.json'], cwd), ['sub/c.json', 'sub/deep/d.json', 'a.json', 'b.json'].map(path.normalize))
  assert.deepEqual(await checked(['[id].json'], cwd), ['[id].json'])
  assert.deepEqual(await checked([path.join(cwd, 'sub')], folder()), [path.join(cwd, 'sub/c.json'), path.join(cwd, 'sub/deep/d.json')])
  assert.deepEqual(await checked(['../*.json', '--ignore', '../[[]*'], path.join(cwd, 'sub')), ['../a.json', '../b.json'].map(path.normalize))
})

test('a file used by an option is not checked as a datamart, unless it is named explicitly', async () => {
  const cwd = folder({ 'a.json': RIGHT, 'schema.json': { tables: [{ name: 'orders', columns: [{ name: 'id' }] }] } })
  assert.deepEqual(await checked(['.', '--catalog', 'schema.json'], cwd), ['a.json'])
  assert.deepEqual(await checked(['schema.json', '--catalog', 'schema.json'], cwd, 1), ['schema.json'])
  assert.deepEqual(await checked(['s*.json', '--catalog', 'schema.json'], cwd, 2), ['s*.json: the only files here are those that options refer to'])
})

test('patterns without a match are reported, and the other files are checked', async () => {
  const cwd = folder({ 'a.json': RIGHT })
  mkdirSync(path.join(cwd, 'empty'))
  assert.deepEqual(await checked(['a.json', 'nowhere.json', 'x/*.json', 'empty', 'a.json/b.json'], cwd, 2), [
    'a.json',
    'nowhere.json: no such file',
    'x/*.json: no file matches this pattern',
    'empty: the folder contains no JSON files',
    'a.json/b.json: no such file',
  ])
})

test('circular links end', async () => {
  const cwd = folder({ 'sub/a.json': RIGHT })
  symlinkSync('..', path.join(cwd, 'sub/up'))
  symlinkSync('loop.json', path.join(cwd, 'loop.json'))
  symlinkSync('gone.json', path.join(cwd, 'link.json'))
  const files = await checked(['sub'], cwd, 2)
  assert.ok(files.includes(path.normalize('sub/a.json')))
  assert.deepEqual(files.filter((file) => file.includes('link')), [
    'sub/up/link.json: it is a symbolic link to gone.json, which does not exist',
    'sub/up/loop.json: it is a symbolic link to itself',
  ])
  assert.deepEqual(await checked(['loop.json'], cwd, 2), ['loop.json: it is a symbolic link to itself'])
  assert.deepEqual(await checked(['link.json', ''], cwd, 2), ['link.json: it is a symbolic link to gone.json, which does not exist', ': the name is empty'])
})

test('a folder: upper-case extensions, dangling links', async () => {
  const cwd = folder({ 'd/A.JSON': RIGHT, 'd/b.Json': RIGHT, 'd/c.json5': '', 'd/deep/e.json': RIGHT })
  symlinkSync('nowhere', path.join(cwd, 'd/deep/gone.json'))
  symlinkSync('nowhere', path.join(cwd, 'd/gone.txt'))
  symlinkSync('nowhere', path.join(cwd, 'd/gone'))
  symlinkSync('b.Json', path.join(cwd, 'd/link.json'))
  const gone = 'd/deep/gone.json: it is a symbolic link to nowhere, which does not exist'
  assert.deepEqual(await checked(['d'], cwd, 2), ['d/A.JSON', 'd/b.Json', 'd/deep/e.json', 'd/link.json', gone])
  assert.deepEqual(await checked(['d/**/*.json'], cwd, 2), ['d/deep/e.json', 'd/link.json', gone])
  assert.deepEqual(await checked(['d', '--ignore', '**/gone.*'], cwd), ['d/A.JSON', 'd/b.Json', 'd/deep/e.json', 'd/link.json'])
})

const ON_LINUX = { skip: process.platform !== 'linux' && 'it takes Linux' }

test('only regular files are opened, wherever a file is named', ON_LINUX, async (context) => {
  const cwd = folder({ 'a.json': RIGHT, 'catalog.json': '{"tables": []}' })
  execFileSync('mkfifo', [path.join(cwd, 'pipe.json')])
  const socket = createServer().listen(path.join(cwd, 'socket.json'))
  await once(socket, 'listening')
  context.after(() => socket.close())
  const reasons = {
    'pipe.json': 'it is a pipe, expected a regular file, or - for standard input',
    'socket.json': 'it is a socket, expected a regular file',
    '/dev/zero': 'it is a device, expected a regular file',
    '/dev/tty': 'it is a device, expected a regular file',
  }
  assert.deepEqual(await checked([...Object.keys(reasons), 'a.json'], cwd, 2), ['a.json', ...Object.entries(reasons).map(([file, reason]) => `${file}: ${reason}`)])
  // Found in a folder too: otherwise nobody would notice that it was skipped.
  symlinkSync('pipe.json', path.join(cwd, 'to-pipe.json'))
  const found = ['a.json', `pipe.json: ${reasons['pipe.json']}`, `socket.json: ${reasons['socket.json']}`, `to-pipe.json: ${reasons['pipe.json']}`]
  assert.deepEqual(await checked(['.', '--ignore', 'catalog.json'], cwd, 2), found)
  assert.deepEqual(await checked(['*.json', '--ignore', 'catalog.json'], cwd, 2), found)
  for (const [file, reason] of Object.entries(reasons)) {
    assert.equal((await runTo(2, ['build', file], { cwd })).stderr, `error: ${file}: ${reason}\n`)
    for (const flag of ['--config', '--catalog', '--datasources', '--existing-datamarts']) {
      assert.equal((await runTo(2, ['check', 'a.json', flag, file], { cwd })).stderr, `error: ${flag}: ${file} could not be read: ${reason}\n`)
    }
    await runTo(2, ['check', file, '--fix'], { cwd })
  }
  assert.equal((await runTo(2, ['build', '.'], { cwd })).stderr, 'error: .: it is a folder, expected a file\n')
})

test('a file without a size is read to its end, but not beyond the limit', ON_LINUX, async () => {
  const cwd = folder()
  assert.deepEqual(await checked(['/proc/self/status'], cwd, 1), ['/proc/self/status'])
  truncateSync(put(cwd, 'sparse.json', ''), 200e9)
  assert.deepEqual(await checked(['sparse.json'], cwd, 2), ['sparse.json: it has at least 200000 MB; the limit is 32 MB of text'])
})

test('standard input is not read beyond the limit', ON_LINUX, async () => {
  const child = start(['check', '-'], { cwd: folder() })
  const zeros = openSync('/dev/zero', 'r')
  createReadStream('', { fd: zeros }).on('error', () => {}).pipe(child.stdin.on('error', () => {}))
  let stdout = ''
  child.stdout.on('data', (chunk) => (stdout += chunk))
  const code = await new Promise((resolve) => child.on('close', resolve))
  assert.equal(code, 2)
  assert.match(stdout, /^stdin: error: it has at least 10\d MB; the limit is 32 MB of text\n/)
})

test('unreadable files are reported with the reason', async () => {
  const cwd = folder({
    'utf16.json': Buffer.from('\ufeff{"name": 1}', 'utf16le'),
    'utf16-without-mark.json': Buffer.from('{"name": 1}', 'utf16le'),
    'latin1.json': Buffer.from('{\n  "\ufffd": "\ufffd caf\u00e9"}', 'latin1'),
    'replaced.json': Buffer.concat([Buffer.from('{\n "\ufffd": "'), Buffer.of(0xe9), Buffer.from('"}')]),
    'binary.json': Buffer.from([...'PK\u0003\u0004'].map((c) => c.charCodeAt(0)).concat(...Array(90).fill([7, 1, 2, 3, 4]), 0, 1, 2)),
  })
  assert.deepEqual(await checked(['utf16.json', 'utf16-without-mark.json', 'replaced.json', 'binary.json'], cwd, 2), [
    'utf16.json: it is encoded in UTF-16; save it as UTF-8',
    'utf16-without-mark.json: it seems to be encoded in UTF-16; save it as UTF-8',
    'replaced.json: it is not encoded in UTF-8: line 2, column 8 has the byte 0xe9; save it as UTF-8',
    'binary.json: it is not text: it contains zero bytes',
  ])
  const { stdout } = await runTo(2, ['check', 'latin1.json'], { cwd })
  assert.match(stdout, /^latin1\.json: error: it is not encoded in UTF-8: line 2, column 4 has the byte 0xfd; save it as UTF-8\n/)
})

test('a file without read permission, unless run by root', { skip: process.getuid?.() === 0 && 'root may read everything' }, async () => {
  const cwd = folder({ 'a.json': RIGHT })
  chmodSync(path.join(cwd, 'a.json'), 0)
  assert.deepEqual(await checked(['a.json'], cwd, 2), ['a.json: no permission to read it'])
})

test('a byte order mark is not a mistake, and does not shift columns', async () => {
  const cwd = folder({ 'a.json': `\ufeff${JSON.stringify(WARNED)}` })
  const { stdout } = await runTo(0, ['check', 'a.json', '--format', 'json'], { cwd })
  const [issue] = JSON.parse(stdout).files[0].issues
  assert.deepEqual([issue.code, issue.start], ['unknown-field', { line: 1, column: JSON.stringify(WARNED).indexOf('"lable"') + 1 }])
})

test('a file with other line endings', async () => {
  const cwd = folder({ 'a.json': JSON.stringify(WARNED, null, 2).replaceAll('\n', '\r\n') })
  const { stdout } = await runTo(0, ['check', 'a.json'], { cwd })
  assert.match(stdout, /^a\.json:14:3: warning: .*\n  14 \|   "lable": 1\n     \|   \^{7}\n/)
})

test('30 MB are read, and a larger file is reported as too large', async () => {
  const column = '{ "name": "column", "label": "x" }'
  const large = `{ "name": "sales", "datasourceName": "warehouse", "tableList": [{ "name": "orders", "columns": [${`${column},\n`.repeat(860_000)}${column}] }] }`
  assert.ok(large.length > 30e6)
  const cwd = folder({ 'large.json': large, 'too-large.json': large + ' '.repeat(4e6) })
  const { stdout } = await runTo(1, ['check', 'large.json', 'too-large.json', '--format', 'json'], { cwd })
  const [first, second] = JSON.parse(stdout).files
  assert.equal(first.errors, 0)
  assert.ok(first.issues.some(({ code }) => code === 'too-many-issues'))
  assert.deepEqual(second.issues.map(({ code, start }) => [code, start]), [['too-large', undefined]])
})

test('standard input, with a name', async () => {
  const { stdout } = await runTo(1, ['check', '-'], { input: JSON.stringify(WRONG) })
  assert.match(stdout, /^stdin:1:\d+: error: /)
  const named = await runTo(1, ['check', '-', '--stdin-filename', 'x/y.json'], { input: JSON.stringify(WRONG) })
  assert.match(named.stdout, /^x\/y\.json:1:\d+: error: /)
  const wrong = await runTo(2, ['check', '-'], { input: Buffer.from([0xff, 0xfe, 0x7b, 0]) })
  assert.match(wrong.stdout, /^stdin: error: it is encoded in UTF-16/)
})

test('exit codes: 0 without errors, 1 with errors, 2 if not checked; --max-warnings and --strict', async () => {
  const cwd = folder({ 'right.json': RIGHT, 'warned.json': WARNED, 'wrong.json': WRONG })
  await runTo(0, ['check', 'right.json'], { cwd })
  await runTo(0, ['check', 'warned.json'], { cwd })
  await runTo(1, ['check', 'wrong.json', 'right.json'], { cwd })
  await runTo(2, ['check', 'wrong.json', 'nowhere.json'], { cwd })
  await runTo(0, ['check', 'warned.json', '--max-warnings', '1'], { cwd })
  const { stdout } = await runTo(1, ['check', 'warned.json', '--max-warnings', '0'], { cwd })
  assert.match(stdout, /1 warning; --max-warnings allows 0\n$/)
  await runTo(1, ['check', 'warned.json', '--max-warnings', '0', '--quiet'], { cwd })
  await runTo(1, ['check', 'warned.json', '--strict'], { cwd })
  await runTo(0, ['check', 'warned.json', '--strict', '--rule', 'unknown-field=off'], { cwd })
})

test('--quiet shows only errors, and counts the rest', async () => {
  const cwd = folder({ 'a.json': datamart({ lable: 1, tableList: 5 }) })
  const { stdout } = await runTo(1, ['check', 'a.json', '--quiet'], { cwd })
  assert.match(stdout, /error/)
  assert.doesNotMatch(stdout, /unknown-field/)
  assert.match(stdout, /1 file checked: 1 error and 1 warning/)
})

test('messages come from a file, by a flag or by the configuration', async () => {
  const texts = { 'unknown-field': 'Feld {field} ist unbekannt', 'suggestion.help': 'Meinten Sie {suggestion}?' }
  const cwd = folder({ 'a.json': datamart({ nmae: 'x', name: 'sales' }), 'texts.json': texts, 'named.json': { messages: 'texts.json' }, 'held.json': { messages: texts }, 'wrong.json': { 'unknown-feld': 'x' } })
  for (const args of [['--messages', 'texts.json'], ['--config', 'named.json'], ['--config', 'held.json']]) {
    const { stdout } = await run(['check', 'a.json', ...args], { cwd })
    assert.match(stdout, /Feld nmae ist unbekannt/, args.join(' '))
  }
  const { stderr, code } = await run(['check', 'a.json', '--messages', 'wrong.json'], { cwd })
  assert.equal(code, 2)
  assert.match(stderr, /--messages: unknown message `unknown-feld`, did you mean `unknown-field`\?/)
})

test('every validation option has its effect', async () => {
  const cwd = folder({
    'a.json': datamart({ name: 'taken', datasourceName: 'elsewhere', tableList: [{ name: 'orders', columns: [{ name: 'idd' }, { name: 'at', isApplyTimezone: true }] }] }),
    'schema.json': { data: { tables: [{ name: 'orders', columns: [{ name: 'id' }, { name: 'at', dataType: 'timestamp' }] }] } },
    'datasources.json': ['warehouse'],
    'existing.json': { data: [{ name: 'taken' }] },
  })
  const codes = async (...args) => {
    const { stdout } = await run(['check', 'a.json', '--format', 'json', ...args], { cwd })
    return JSON.parse(stdout).files[0].issues.map(({ code }) => code)
  }
  assert.deepEqual(await codes(), [])
  assert.deepEqual(await codes('--catalog', 'schema.json'), ['unknown-column'])
  assert.deepEqual(await codes('--datasources', 'datasources.json'), ['unknown-datasource'])
  assert.deepEqual(await codes('--existing-datamarts', 'existing.json'), ['datamart-name-taken'])
  assert.deepEqual(await codes('--datasource-type', 'mssql'), ['schema-required'])
  assert.deepEqual(await codes('--guest-token-timezone'), [])
  assert.deepEqual(await codes('--no-guest-token-timezone'), ['timezone-not-set'])
  assert.deepEqual(await codes('-t', 'mssql', '--rule', 'schema-required=off'), [])
  const { stdout } = await run(['check', 'a.json', '-t', 'mssql', '--docs-base', 'https://example.com/rules'], { cwd })
  assert.match(stdout, /https:\/\/example\.com\/rules#schema-required/)
})

test('options from a file: paths are relative to it, flags override it', async () => {
  const cwd = folder({
    'a.json': datamart({ tableList: [{ name: 'orders', columns: [{ name: 'idd' }] }] }),
    'config/datamarts.json': { $schema: 'x', catalog: 'schema.json', rules: { 'unknown-column': 'off' } },
    'config/type.json': { datasourceType: 'mssql' },
    'config/schema.json': { tables: [{ name: 'orders', columns: [{ name: 'id' }] }] },
    'config/wrong.json': { datasourceTyp: 'mssql' },
    'config/worse.json': { catalog: 'nowhere.json' },
    'config/none.json': [],
  })
  const codes = async (file, ...args) =>
    JSON.parse((await run(['check', 'a.json', '--format', 'json', '--config', file, ...args], { cwd })).stdout).files[0].issues.map(({ code }) => code)
  assert.deepEqual(await codes('config/datamarts.json'), [])
  assert.deepEqual(await codes('config/datamarts.json', '--rule', 'unknown-column=error'), ['unknown-column'])
  assert.deepEqual(await codes('config/type.json'), ['schema-required'])
  assert.deepEqual(await codes('config/type.json', '--datasource-type', 'mysql'), [])
  const told = async (file) => (await runTo(2, ['check', 'a.json', '--config', file], { cwd })).stderr
  assert.match(await told('config/wrong.json'), /^error: config\/wrong\.json: .*datasourceTyp.*\n$/)
  assert.equal(await told('config/worse.json'), `error: config/worse.json: catalog: ${path.normalize('config/nowhere.json')} could not be read: no such file\n`)
  assert.equal(await told('config/none.json'), 'error: --config: config/none.json does not contain an object with options\n')
})

test('a repeated key in an options file is reported with its position, at any depth', async () => {
  const cwd = folder({
    'a.json': RIGHT,
    'strict.json': '{ "strict": true,\n  "strict": false }',
    'rule.json': '{ "rules": { "empty": "off", "empty": "error" } }',
    'schema.json': '{ "data": { "tables": [\n{ "name": "orders", "columns": [{ "name": "id", "name": "total" }] }] } }',
    'names.json': '[{ "name": "a", "name": "b" }]',
    'config.json': '{ "catalog": "schema.json" }',
  })
  for (const [args, expected] of [
    [['--config', 'strict.json'], '--config: strict.json:2:3: the object has the key `strict` twice'],
    [['--config', 'rule.json'], '--config: rule.json:1:30: the object has the key `empty` twice'],
    [['--catalog', 'schema.json'], '--catalog: schema.json:2:49: the object has the key `name` twice'],
    [['--config', 'config.json'], 'config.json: catalog: schema.json:2:49: the object has the key `name` twice'],
    [['--datasources', 'names.json'], '--datasources: names.json:1:17: the object has the key `name` twice'],
    [['--existing-datamarts', 'names.json'], '--existing-datamarts: names.json:1:17: the object has the key `name` twice'],
  ]) {
    const { stderr, stdout } = await runTo(2, ['check', 'a.json', ...args], { cwd })
    assert.equal(stderr, `error: ${expected}\n`)
    assert.equal(stdout, '')
  }
})

test('usage errors come with the next step', async () => {
  const cwd = folder({ 'a.json': RIGHT, 'broken.json': '{\n  "tables": [,]\n}', 'empty.json': ' \n' })
  for (const [args, expected] of [
    [['check', '--formt', 'json', 'a.json'], /unknown option '--formt'\n\(Did you mean --format\?\)/],
    [['check', 'a.json', '--format', 'xml'], /'xml' is invalid. Allowed choices are pretty, json, github, sarif/],
    [['check'], /missing required argument 'patterns'/],
    [['chekc', 'a.json'], /unknown command 'chekc'\n\(Did you mean check\?\)/],
    [['a.json'], /unknown command 'a\.json'\n.*\nTo check files: datamart-validator check a\.json\n$/],
    [['check', '-x.json'], /unknown option '-x\.json'\n.*\nTo check a file whose name begins with -, write \.\/-x\.json\n$/],
    [['check', 'a.json', '--rule', 'foo'], /^error: --rule: expected a rule with a severity, such as unknown-field=off, found `foo`\n$/],
    [['check', 'a.json', '--rule', 'unknwon-field=off'], /^error: --rule: unknown rule `unknwon-field`, did you mean `unknown-field`\?\n$/],
    [['check', 'a.json', '--rule', 'qqqqqqqq=off'], /^error: --rule: unknown rule `qqqqqqqq`\n`datamart-validator rules` lists all rules\.\n$/],
    [['check', 'a.json', '--rule', 'unknown-field=no'], /^error: --rule: the rule `unknown-field` can be `error`, `warning` or `off`\n$/],
    [['check', 'a.json', '-t', 'postgresql'], /^error: --datasource-type: unknown datasource type `postgresql`, did you mean `postgres`\?\n$/],
    [['check', 'a.json', '--catalog', 'a.json'], /^error: --catalog: .*`tables`.*\n$/],
    [['check', 'a.json', '--catalog', 'broken.json'], /^error: --catalog: broken\.json:2:14 is not JSON: .*\n$/],
    [['check', 'a.json', '--catalog', 'empty.json'], /^error: --catalog: empty\.json:\d:\d is not JSON: the file is empty\n$/],
    [['check', 'a.json', '--catalog', '.'], /^error: --catalog: \. could not be read: it is a folder, expected a file\n$/],
    [['check', 'a.json', '--max-warnings', '-1'], /argument '-1' is invalid. expected a whole number/],
    [['check', '-', '--fix'], /^error: --fix changes files, so it cannot be used with standard input\n$/],
    [['check', '-', '--watch'], /^error: --watch watches files, so it cannot be used with standard input\n$/],
    [['check', 'a.json', '--watch', '--format', 'json'], /^error: --watch cannot be used with --format json\n$/],
  ]) {
    const { stdout, stderr } = await runTo(2, args, { cwd })
    assert.match(stderr, expected)
    assert.equal(stdout, '')
  }
})

test('it ends quietly, with the right code, when its reader goes away', async () => {
  const cwd = folder()
  for (let at = 0; at < 60; at++) put(cwd, `${at}.json`, datamart({ tableList: Array(200).fill(1) }))
  const child = start(['check', '.'], { cwd })
  let stderr = ''
  child.stderr.on('data', (chunk) => (stderr += chunk))
  child.stdout.once('data', () => child.stdout.destroy())
  const code = await new Promise((resolve) => child.on('close', resolve))
  assert.deepEqual([code, stderr], [1, ''])
})

test('threads produce the same output, in the same order', async () => {
  const cwd = folder({ 'schema.json': { tables: [{ name: 'orders', columns: [{ name: 'id' }] }] } })
  for (let at = 0; at < 100; at++) put(cwd, `d/${at}.json`, at % 7 === 0 ? WRONG : at % 5 === 0 ? WARNED : at % 31 === 0 ? Buffer.of(0xff) : RIGHT)
  for (const format of ['pretty', 'json', 'github', 'sarif']) {
    const args = ['check', 'd', '--format', format, '--catalog', 'schema.json', '--rule', 'unknown-field=error']
    const [one, several] = await Promise.all([run([...args, '--threads', '0'], { cwd }), run([...args, '--threads', '3'], { cwd })])
    assert.equal(one.code, 2)
    assert.deepEqual(several, one)
  }
  assert.equal(JSON.parse((await run(['check', 'd', '--threads', '3', '--format', 'json'], { cwd })).stdout).files.length, 97)
})

test('a thread writes fixes too', async () => {
  const cwd = folder()
  for (let at = 0; at < 40; at++) put(cwd, `${at}.json`, datamart({ tableList: [{ name: 'orders', columns: [{ name: 'id ' }] }] }))
  await runTo(0, ['check', '.', '--fix', '--threads', '2'], { cwd })
  for (let at = 0; at < 40; at++) assert.deepEqual(JSON.parse(readFileSync(path.join(cwd, `${at}.json`), 'utf8')), datamart())
})
