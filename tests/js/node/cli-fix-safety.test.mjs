/** `check --fix`: whatever happens while a file is being written, the user's text is not lost. */

import assert from 'node:assert/strict'
import { chmodSync, existsSync, linkSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { datamart } from './support/helpers.mjs'
import { COMMAND, folder, put, run, runTo } from './support/cli.mjs'

const text = (name) => JSON.stringify(datamart({ tableList: [{ name, columns: [{ name: 'id' }] }] }))
const BEFORE = text('orders ')
const AFTER = text('orders')

const read = (cwd, name) => readFileSync(path.join(cwd, name), 'utf8')
const readFailure = (stdout) => {
  const [{ file, message }] = JSON.parse(stdout).failures
  return `${file}: ${message}`
}

const onPosix = { skip: process.platform === 'win32' && 'links, modes and limits are those of POSIX' }

test('links, the mode and the file itself are preserved', onPosix, async () => {
  const cwd = folder({ 'd/a.json': BEFORE })
  const file = path.join(cwd, 'd/a.json')
  chmodSync(file, 0o640)
  linkSync(file, path.join(cwd, 'hard.json'))
  symlinkSync('d/a.json', path.join(cwd, 'soft.json'))
  const { ino } = statSync(file)
  const { stdout } = await runTo(0, ['check', 'soft.json', '--fix'], { cwd })
  assert.match(stdout, /1 fix applied/)
  assert.deepEqual([read(cwd, 'd/a.json'), read(cwd, 'hard.json')], [AFTER, AFTER])
  const now = statSync(file)
  assert.deepEqual([now.ino, now.mode & 0o777, now.nlink], [ino, 0o640, 2])
  assert.ok(lstatSync(path.join(cwd, 'soft.json')).isSymbolicLink())
  assert.ok(!existsSync(path.join(cwd, 'd/a.json.before-fix')))
})

test('no link is followed out of the given folder, unless the link itself was given', onPosix, async () => {
  const cwd = folder({ 'away/a.json': BEFORE, 'away/b.json': BEFORE, 'd/x.json': BEFORE })
  symlinkSync('../away/a.json', path.join(cwd, 'd/file.json'))
  symlinkSync('../away', path.join(cwd, 'd/folder'))
  symlinkSync('x.json', path.join(cwd, 'd/inside.json'))
  symlinkSync('d', path.join(cwd, 'link'))
  const away = () => [read(cwd, 'away/a.json'), read(cwd, 'away/b.json')]
  for (const [pattern, threads] of [['d', '1'], ['d/**/*.json', '1'], ['link', '1'], ['link/*.json', '1'], ['d', '2']]) {
    put(cwd, 'd/x.json', BEFORE)
    const { stdout } = await run(['check', pattern, '--fix', '--format', 'json', '--threads', threads], { cwd })
    const { failures } = JSON.parse(stdout)
    assert.ok(failures.length > 0)
    for (const { message } of failures) assert.match(message, /^not fixed: a symbolic link points to .*away.[ab]\.json, outside the folder that was given$/)
    assert.deepEqual(away(), [BEFORE, BEFORE], pattern)
    assert.equal(read(cwd, 'd/x.json'), AFTER)
  }
  await runTo(0, ['check', 'd/file.json', 'd/folder', '--fix'], { cwd })
  assert.deepEqual(away(), [AFTER, AFTER])
})

test('killed while writing: the text is next to the file, and the next run does not overwrite it', async () => {
  const cwd = folder({ 'a.json': BEFORE })
  const kill = "import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'; fs.ftruncateSync = () => process.kill(process.pid, 'SIGKILL'); syncBuiltinESMExports()"
  const killed = await run(['check', 'a.json', '--fix'], { cwd, env: { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(kill)}` } })
  assert.notEqual(killed.code, 0)
  assert.equal(read(cwd, 'a.json.before-fix'), BEFORE)
  put(cwd, 'a.json', text(' orders'))
  const { stdout } = await runTo(2, ['check', 'a.json', '--fix', '--format', 'json'], { cwd })
  assert.match(readFailure(stdout), /^a\.json: not fixed: a\.json\.before-fix next to it/)
  assert.deepEqual([read(cwd, 'a.json'), read(cwd, 'a.json.before-fix')], [text(' orders'), BEFORE])
})

test('an identical copy, left by a run that changed nothing, is no obstacle', async () => {
  const cwd = folder({ 'a.json': BEFORE, 'a.json.before-fix': BEFORE })
  await runTo(0, ['check', 'a.json', '--fix'], { cwd })
  assert.equal(read(cwd, 'a.json'), AFTER)
  assert.ok(!existsSync(path.join(cwd, 'a.json.before-fix')))
})

/** Files are limited to 1024 bytes: as on a full disk, writing fails in the middle. */
const limited = (args, cwd) => run(['-c', 'ulimit -f 2; exec "$@"', 'sh', COMMAND, ...args], { cwd, command: 'sh' })

test('if the disk is full while writing, the file is unchanged', onPosix, async () => {
  // The fix makes it longer by one letter, which is too long.
  const catalog = { tables: [{ name: 'orders', columns: [{ name: 'id' }] }] }
  const short = text('order')
  const before = `${short}${' '.repeat(1024 - short.length)}`
  const cwd = folder({ 'a.json': before, 'schema.json': catalog })
  const { code, stdout } = await limited(['check', 'a.json', '--catalog', 'schema.json', '--fix=all', '--format', 'json'], cwd)
  assert.equal(code, 2)
  assert.match(readFailure(stdout), /^a\.json: the fixes could not be written \(.*\); the file is unchanged$/)
  assert.equal(read(cwd, 'a.json'), before)
  assert.ok(!existsSync(path.join(cwd, 'a.json.before-fix')))
})

test('if there is no room for the copy, nothing is written', onPosix, async () => {
  const before = BEFORE + ' '.repeat(2000)
  const cwd = folder({ 'a.json': before })
  const { code, stdout } = await limited(['check', 'a.json', '--fix', '--format', 'json'], cwd)
  assert.equal(code, 2)
  assert.match(readFailure(stdout), /^a\.json: not fixed: a temporary copy could not be written/)
  assert.equal(read(cwd, 'a.json'), before)
  assert.ok(!existsSync(path.join(cwd, 'a.json.before-fix')))
})
