/**
 * Whatever a name, a file, an argument or an option contains, it has no effect on a terminal or on
 * a CI service's log.
 */

import assert from 'node:assert/strict'
import { mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { buildRequest, DatamartInvalidError, validateDatamart } from 'datamart-validator'
import { datamart, withColumn } from './support/helpers.mjs'
import { folder, put, run } from './support/cli.mjs'

/**
 * Escape sequences in 7 and 8 bits, carriage returns, line breaks, right-to-left text, commands of
 * CI services.
 */
const ATTACKS = [
  '\x1b[31mred\x1b[0m',
  '\x1b]8;;https://evil.example\x07link\x1b]8;;\x07',
  '\x9b31mred',
  'over\rwritten\x08',
  'line\n::error::injected',
  'line\r\n  ::set-output name=x::y',
  'line\u2028::error::injected\u0085::error::injected',
  'abc\u202edcba\u2066x\u2069\u061c\u200f\u2060\ufeff',
  '##[error]injected',
  '##vso[task.setvariable variable=x]injected',
  '##teamcity[message]',
]
const ALL = ATTACKS.join(' ')

/** Each one separately would start hundreds of processes. */
const SOME = [ALL, 'line\n::error::injected\x1b[31m']

/** As part of a file name, which has at most 255 bytes. */
const namePart = (text) => Array.from(text.replaceAll('/', '')).slice(0, 60).join('')

const NO_FILE_NAMES = { skip: process.platform === 'win32' && 'file names cannot have these characters' }

function assertHarmless(text, isGithub = false) {
  // Line breaks are our own; the number of lines shows whether all of them are.
  assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/)
  assert.doesNotMatch(text, /##\w*\[/)
  for (const line of text.split('\n')) {
    if (isGithub && /^::(error|warning) [a-zA-Z]+=/.test(line)) continue
    assert.doesNotMatch(line, /^\s*::/)
    assert.doesNotMatch(line, /^\s*(injected|set-output)/)
  }
}

/** Runs it and returns its output. */
async function written(args, options) {
  const { stdout, stderr } = await run(args, options)
  const text = stdout + stderr
  assertHarmless(text, args.includes('github'))
  assert.doesNotMatch(text, /has a bug/)
  return text
}

/** A datamart with every kind of issue, and these names in it. */
function wrong(text) {
  return {
    name: text,
    datasourceName: text,
    [text]: text,
    tableList: [
      { name: text, columns: [{ name: text }, { name: text }, { name: 'c', isCustomColumn: true, sql: `"${text}x" + ${text}` }, { name: 'd', [text]: { [text]: 1 } }] },
      { name: `${text}2`, clientColumn: `${text}y`, columns: [{ name: text, alias: text, isHide: text }] },
    ],
    relationships: [{ parentTableName: `${text}z`, parentColumnName: `${text}z`, childTableName: text, childColumnName: `${text}w`, relationshipName: text, join: text }],
  }
}

/** Options that quote the same names. */
function options(text) {
  return {
    'catalog.json': { tables: [{ name: `${text}v`, columns: [{ name: `${text}v`, dataType: text }] }, { name: text, columns: [{ name: `${text}y1` }] }] },
    'names.json': [`${text}1`, text.toUpperCase()],
  }
}

for (const format of ['pretty', 'json', 'github', 'sarif']) {
  test(`check --format ${format}: contents and names of files`, NO_FILE_NAMES, async () => {
    for (const attack of SOME) {
      const name = namePart(attack)
      const cwd = folder({ ...options(attack), 'a.json': wrong(attack), 'broken.json': `{ ${attack} "a": ${attack}`, [`d/${name}.json`]: wrong(attack) })
      symlinkSync(`gone ${name}`, path.join(cwd, `d/link ${name}.json`))
      const flags = ['--format', format, '--catalog', 'catalog.json', '--existing-datamarts', 'names.json', '--datasources', 'names.json', '-t', 'postgres']
      const text = await written(['check', 'a.json', 'broken.json', 'd', name, `${name}*`, ...flags], { cwd })
      assert.ok(text.length > 1000)
      if (format === 'json' || format === 'sarif') JSON.parse(text)
    }
  })
}

test('a file name at the beginning of a line is not a command', NO_FILE_NAMES, async () => {
  const cwd = folder({ '::error::x.json': {}, '  ::error file=x::y.json': {} })
  const text = await written(['check', '.', './::error::x.json', '::error::gone.json'], { cwd })
  assert.match(text, /^\.\/::error::x\.json:1:1: error: /m)
  assert.match(text, /^\.\/::error::gone\.json: error: no such file/m)
})

test('JSON means the same as without escapes', async () => {
  const cwd = folder({ 'a.json': withColumn({ label: ALL, [ALL]: ALL }) })
  const { stdout } = await run(['check', 'a.json', '--format', 'json'], { cwd })
  assert.deepEqual(JSON.parse(stdout).files[0].issues.map(({ path }) => path.at(-1)), [ALL])
  const request = JSON.parse(await writtenRequest(cwd))
  assert.equal(request.body, buildRequest(withColumn({ label: ALL, [ALL]: ALL })).body)
})

async function writtenRequest(cwd) {
  const { stdout } = await run(['build', 'a.json', '--no-token'], { cwd })
  assertHarmless(stdout)
  return stdout
}

test('build: a request, as JSON and for a shell', async () => {
  for (const attack of SOME) {
    const value = withColumn({ label: attack, [attack]: 1 })
    const cwd = folder({ 'a.json': value, 'wrong.json': wrong(attack) })
    for (const args of [['a.json'], ['a.json', '--curl'], ['wrong.json'], [attack], ['a.json', '--base-url', attack], ['a.json', '--endpoint', attack], ['a.json', '--token-env', attack]]) {
      await written(['build', ...args], { cwd })
    }
    const { stdout } = await run(['build', 'a.json', '--curl', '--no-token'], { cwd })
    const [, body] = /^printf %s '([^\n]*)' \|\n/.exec(stdout)
    assert.deepEqual(JSON.parse(body.replaceAll("'\\''", "'")), JSON.parse(buildRequest(value).body))
  }
})

test('arguments, and contents of configuration files', async () => {
  for (const attack of SOME) {
    const cwd = folder({
      'a.json': datamart({ lable: 1 }),
      'unknown.json': { [attack]: 1 },
      'rules.json': { rules: { [attack]: 'off' } },
      'type.json': { datasourceType: attack },
      'file.json': { catalog: `${attack}.json` },
      'docs.json': { docsBase: attack },
      'messages.json': { messages: { [attack]: attack } },
      'texts.json': { 'unknown-field': attack },
      'broken.json': `{ ${attack}`,
      'twice.json': `{ ${JSON.stringify(attack)}: 1, ${JSON.stringify(attack)}: 2 }`,
      'catalog.json': { tables: [{ name: attack, columns: attack }, { name: 5 }] },
      'names.json': [{ name: attack, isDisabled: attack }],
    })
    for (const name of ['unknown', 'rules', 'type', 'file', 'docs', 'messages', 'broken', 'twice']) await written(['check', 'a.json', '--config', `${name}.json`], { cwd })
    for (const args of [
      [attack],
      ['check', `--${attack}`, 'a.json'],
      ['check', `-${attack}`, 'a.json'],
      ['check', `--${attack}=${attack}`, 'a.json'],
      ['check', 'a.json', '--format', attack],
      ['check', 'a.json', '--max-warnings', attack],
      ['check', 'a.json', '--rule', attack],
      ['check', 'a.json', '--rule', `${attack}=off`],
      ['check', 'a.json', '--rule', `unknown-field=${attack}`],
      ['check', 'a.json', '-t', attack],
      ['check', 'a.json', '--docs-base', attack],
      ['check', 'a.json', '--messages', attack],
      ['check', 'a.json', '--messages', 'texts.json'],
      ['check', 'a.json', '--config', attack],
      ['check', 'a.json', '--catalog', 'catalog.json'],
      ['check', 'a.json', '--datasources', 'names.json'],
      ['check', 'a.json', '--ignore', attack],
      ['explain', attack],
      ['rules', attack],
      [`./${attack}`, attack],
      [`-${attack}.json`],
    ]) {
      await written(args, { cwd })
    }
    const input = JSON.stringify(wrong(attack))
    for (const format of ['pretty', 'json', 'github', 'sarif']) await written(['check', '-', '--stdin-filename', attack, '--format', format], { cwd, input })
  }
})

test('messages of the operating system', NO_FILE_NAMES, async () => {
  const cwd = folder()
  for (const attack of ATTACKS) {
    const name = namePart(attack)
    mkdirSync(path.join(cwd, name))
    put(cwd, `${name}/a.json`, '{}')
    await written(['check', `${name}/a.json/b.json`, `${name}/${'x'.repeat(300)}.json`, '--fix'], { cwd })
    await written(['build', name], { cwd })
  }
})

test('the errors of the package are harmless in a log', () => {
  for (const attack of ATTACKS) {
    for (const options of [{ [attack]: 1 }, { datasourceType: attack }, { rules: { [attack]: 'off' } }, { rules: { 'unknown-field': attack } }]) {
      // CI commands and characters without width are up to the caller: the package does not write
      // logs.
      assert.throws(() => validateDatamart({}, options), ({ message }) => assertHarmless(message.replaceAll(/##\w*\[|[\u200b\u2060\ufeff]/g, '')) ?? true)
    }
    assert.throws(
      () => buildRequest({ ...wrong(attack), tableList: [{ [attack]: [], name: { [attack]: 1 }, columns: 5 }] }),
      (error) => {
        assert.ok(error instanceof DatamartInvalidError)
        assertHarmless(error.message)
        return true
      },
    )
  }
})
