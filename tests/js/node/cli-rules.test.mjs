/** `rules`, `explain`, `--version` and `--help`. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rules } from 'datamart-validator'
import { expectFile, run, runTo, VERSION } from './support/cli.mjs'

test('rules: one line per rule, or JSON', async () => {
  const { stdout } = await runTo(0, ['rules'])
  for (const { code, severity, subject } of rules()) {
    assert.match(stdout, new RegExp(`^  ${code} +${severity} `, 'm'))
    assert.ok(stdout.includes(`${subject}\n`))
  }
  for (const line of stdout.split('\n')) assert.ok(line.length <= 100, line)
  const json = await runTo(0, ['rules', '--format', 'json'])
  assert.deepEqual(JSON.parse(json.stdout), rules())
})

test('explain: every rule, with prose within 80 columns', async () => {
  const all = rules()
  const { stdout } = await runTo(0, ['explain', ...all.map(({ code }) => code)])
  const flat = (text) => text.replace(/\s+/g, '')
  let rest = stdout
  for (const { code, severity, what, why, wrong, right, docsUrl } of all) {
    const end = rest.indexOf(docsUrl) + docsUrl.length
    const explained = rest.slice(0, end).trimStart()
    rest = rest.slice(end)
    assert.ok(explained.startsWith(`${code}  ${severity}  `), code)
    for (const said of [what, why, wrong.source, right.source]) assert.ok(flat(explained).includes(flat(said)), said)
    // What is not JSON stays as it is written; a link cannot be wrapped.
    const bounded = wrong.kind === 'fields' ? explained : explained.split('\nWrong\n')[0]
    for (const line of bounded.split('\n')) assert.ok(line.length <= 80 || line === docsUrl, line)
  }
  assert.equal(rest, '\n')
  expectFile('explain.txt', (await run(['explain', 'unknown-column'])).stdout)
})

test('explain: a misspelled code, and an unknown one', async () => {
  assert.match((await runTo(2, ['explain', 'unknown-colum'])).stderr, /^error: there is no rule `unknown-colum`; did you mean `unknown-column`\?\n/)
  assert.match((await runTo(2, ['explain', 'schema'])).stderr, /^error: there is no rule `schema`; did you mean `repeated-schema`, `schema-required`, `schema-recommended`, `schema-unsupported`\?\n/)
  assert.match((await runTo(2, ['explain', 'zzz'])).stderr, /^error: there is no rule `zzz`\n`datamart-validator rules` lists all rules\.\n$/)
  assert.match((await runTo(2, ['explain'])).stderr, /missing required argument 'codes'/)
})

test('--version and --help', async () => {
  assert.equal((await runTo(0, ['--version'])).stdout, `${VERSION}\n`)
  for (const command of [[], ['check'], ['build'], ['rules'], ['explain'], ['pull'], ['diff'], ['push'], ['catalog'], ['init'], ['gateway']]) {
    const { stdout } = await runTo(0, [...command, '--help'])
    expectFile(`help${command.map((name) => `-${name}`).join('')}.txt`, stdout)
    if (command.length > 0) assert.match(stdout, /\nExamples?:\n/)
  }
  const { stderr } = await runTo(2, [])
  assert.match(stderr, /^Usage: /)
})
