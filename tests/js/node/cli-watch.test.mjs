/** `check --watch`, and other behaviour on a terminal. */

import assert from 'node:assert/strict'
import { once } from 'node:events'
import { renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { spawnSync } from 'node:child_process'
import { datamart } from './support/helpers.mjs'
import { COMMAND, folder, put, run, start } from './support/cli.mjs'

const ROUND = 'Watching for changes; press Ctrl-C to stop.\n'

/** Watches; `until` waits for a round whose output matches. */
async function watching(args, cwd, use) {
  const child = start(['check', '--watch', ...args], { cwd })
  let [printed, stderr] = ['', '']
  const bell = new EventTarget()
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    printed += chunk
    bell.dispatchEvent(new Event('ring'))
  })
  child.stderr.setEncoding('utf8').on('data', (chunk) => (stderr += chunk))
  const closed = once(child, 'close').then((ended) => {
    bell.dispatchEvent(new Event('ring'))
    return ended
  })
  const until = async (expected) => {
    for (;;) {
      for (let end = printed.indexOf(ROUND); end >= 0; end = printed.indexOf(ROUND)) {
        const round = printed.slice(0, end)
        printed = printed.slice(end + ROUND.length)
        if (expected.test(round)) return round
      }
      assert.equal(child.exitCode, null, `it ended: ${printed}${stderr}`)
      await once(bell, 'ring')
    }
  }
  try {
    await use(until, child)
    child.kill('SIGINT')
    assert.deepEqual([...(await closed), stderr], [0, null, ''])
  } finally {
    child.kill('SIGKILL')
  }
}

test('changed, new and removed files, and a catalog', async () => {
  const cwd = folder({ 'd/a.json': datamart(), 'schema.json': { tables: [{ name: 'orders', columns: [{ name: 'id' }] }] } })
  await watching(['d/**/*.json', '--catalog', 'schema.json'], cwd, async (until) => {
    await until(/^1 file checked: no issues\n$/)
    put(cwd, 'd/a.json', datamart({ tableList: [{ name: 'orders', columns: [{ name: 'idd' }] }] }))
    await until(/a\.json:\d+:\d+: error: [^]*\[unknown-column\][^]*1 file checked: 1 error/)
    put(cwd, 'd/sub/b.json', datamart())
    await until(/2 files checked: 1 error/)
    put(cwd, 'schema.json', { tables: [{ name: 'orders', columns: [{ name: 'id' }, { name: 'idd' }] }] })
    await until(/^2 files checked: no issues\n$/)
    put(cwd, 'schema.json', '{ "tables": [')
    await until(/^error: --catalog: schema\.json:1:\d+ is not JSON/)
    put(cwd, 'schema.json', { tables: [{ name: 'orders', columns: [{ name: 'id' }, { name: 'idd' }] }] })
    await until(/^2 files checked: no issues\n$/)
    rmSync(path.join(cwd, 'd/sub/b.json'))
    await until(/^1 file checked: no issues\n$/)
    rmSync(path.join(cwd, 'd/a.json'))
    await until(/no file matches this pattern/)
    put(cwd, 'd/c.json', datamart())
    await until(/^1 file checked: no issues\n$/)
  })
})

test('a configuration, and a catalog that only it names', async () => {
  const schema = (...columns) => ({ tables: [{ name: 'orders', columns: columns.map((name) => ({ name })) }] })
  const cwd = folder({ 'd/a.json': datamart(), 'options/own.json': { catalog: 'schema.json' }, 'options/schema.json': schema('id') })
  await watching(['d', '--config', 'options/own.json'], cwd, async (until) => {
    await until(/^1 file checked: no issues\n$/)
    put(cwd, 'options/schema.json', schema('other'))
    await until(/\[unknown-column\]/)
    // The way editors save: another file takes its name.
    put(cwd, 'options/new.json', schema('id'))
    renameSync(path.join(cwd, 'options/new.json'), path.join(cwd, 'options/schema.json'))
    await until(/^1 file checked: no issues\n$/)
    put(cwd, 'options/own.json', { catalog: 'another.json' })
    await until(/^error: options\/own\.json: catalog: options\/another\.json could not be read/)
    put(cwd, 'options/another.json', schema('other'))
    await until(/\[unknown-column\]/)
    put(cwd, 'options/another.json', schema('id'))
    await until(/^1 file checked: no issues\n$/)
  })
})

test('files saved by renaming, and a folder that disappears and comes back', async () => {
  const cwd = folder({ 'd/a.json': datamart() })
  const save = (content) => {
    put(cwd, 'saved', content)
    renameSync(path.join(cwd, 'saved'), path.join(cwd, 'd/a.json'))
  }
  await watching(['d'], cwd, async (until) => {
    await until(/no issues/)
    save(datamart({ lable: 1 }))
    await until(/1 warning/)
    save(datamart())
    await until(/no issues/)
    renameSync(path.join(cwd, 'd'), path.join(cwd, 'away'))
    await until(/^d: error: no such file/)
    put(cwd, 'd/a.json', datamart({ lable: 1 }))
    await until(/1 file checked: 1 warning/)
    save(datamart())
    await until(/no issues/)
  })
})

test('it stops on request, after many folders have disappeared', async () => {
  const cwd = folder()
  for (let at = 0; at < 240; at++) put(cwd, `d/${at}/a.json`, datamart())
  await watching(['d'], cwd, async (until) => {
    await until(/^240 files checked: no issues\n$/)
    rmSync(path.join(cwd, 'd'), { recursive: true })
    await until(/^d: error: no such file/)
  })
})

test('a single file, with --fix', async () => {
  const cwd = folder({ 'a.json': datamart() })
  await watching(['a.json', '--fix'], cwd, async (until) => {
    await until(/no issues/)
    put(cwd, 'a.json', datamart({ tableList: [{ name: 'orders ', columns: [{ name: 'id' }] }] }))
    await until(/1 fix applied/)
  })
  assert.equal((await run(['check', 'a.json'], { cwd })).stdout, '1 file checked: no issues\n')
})

test('it ends when its reader goes away', async () => {
  const cwd = folder({ 'a.json': datamart() })
  const child = start(['check', '--watch', 'a.json'], { cwd })
  const closed = once(child, 'close')
  await once(child.stdout, 'data')
  child.stdout.destroy()
  // The next line detects that.
  put(cwd, 'a.json', datamart({ lable: 1 }))
  const [code] = await closed
  assert.equal(code, 0)
})

const hasScript = spawnSync('script', ['--version']).status === 0

/** On a terminal made by `script` of util-linux; both streams are combined. */
async function onTerminal(args, cwd, env = {}) {
  const quoted = [COMMAND, ...args].map((word) => `'${word}'`).join(' ')
  return run(['--quiet', '--return', '--command', quoted, '/dev/null'], { cwd, command: 'script', env: { TERM: 'xterm-256color', ...env } })
}

test('on a terminal there are colours, unless they are disabled', { skip: !hasScript && 'there is no `script`' }, async () => {
  const cwd = folder({ 'a.json': datamart({ lable: 1 }) })
  assert.match((await onTerminal(['check', 'a.json'], cwd)).stdout, /\x1b\[33mwarning\x1b\[39m/)
  for (const env of [{ NO_COLOR: '1' }, { TERM: 'dumb' }]) assert.doesNotMatch((await onTerminal(['check', 'a.json'], cwd, env)).stdout, /\x1b/)
})

/** A clock on which a second passes between two readings: to the command every machine is slow. */
const SLOW = { NODE_OPTIONS: '--import "data:text/javascript,let now = Date.now(); Date.now = () => (now += 1000)"' }

test('a progress line is shown only on a terminal, and erased at the end', { skip: !hasScript && 'there is no `script`' }, async () => {
  const cwd = folder()
  for (let at = 0; at < 60; at++) put(cwd, `${at}.json`, datamart())
  const { stdout, code } = await onTerminal(['check', '.', '--no-color'], cwd, SLOW)
  assert.equal(code, 0)
  assert.match(stdout, /\r30 of 60 files checked \(50 %\)\x1b\[K/)
  assert.match(stdout, /\r\x1b\[K60 files checked: no issues\r\n$/)
  const piped = await run(['check', '.'], { cwd, env: SLOW })
  assert.deepEqual([piped.stdout, piped.stderr], ['60 files checked: no issues\n', ''])
})
