/** `check --fix`: changes only what is wrong in the file. */

import assert from 'node:assert/strict'
import { readFileSync, statSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { rules, validateDatamart } from 'datamart-validator'
import { datamart } from './support/helpers.mjs'
import { folder, put, run, runTo } from './support/cli.mjs'

/** The fixed text. */
async function fixed(text, code, ...args) {
  const cwd = folder({ 'a.json': text })
  const { stdout } = await runTo(code, ['check', 'a.json', '--fix', ...args], { cwd })
  return { stdout, text: readFileSync(path.join(cwd, 'a.json'), 'utf8') }
}

const COLUMNS = (columns) => `{ "name" : "sales",
\t"datasourceName":"warehouse", "tableList":[
   {"columns": [ ${columns} ],
      "name":"orders"}]}   \n\n`

test('whitespace, escapes, the order of keys and notations are preserved', async () => {
  const { text, stdout } = await fixed(
    COLUMNS('{ "lable" :"\\u0041", "name": "id " },{"isHide":  "true" ,"name":"n\\u0061me"},\n\t{"name":"x","isCustomColumn":true,"sql":"\\u0028id + totl) \\/ 2"},{"name":"total"}'),
    0,
    '--fix=all',
  )
  assert.equal(
    text,
    COLUMNS('{ "label" :"\\u0041", "name": "id" },{"isHide":  true ,"name":"n\\u0061me"},\n\t{"name":"x","isCustomColumn":true,"sql":"\\u0028id + total) \\/ 2"},{"name":"total"}'),
  )
  assert.equal(stdout, '1 file checked: no issues\n4 fixes applied\n')
})

test('a byte order mark and line endings are preserved', async () => {
  const before = `\ufeff${COLUMNS('{"name":"id "}').replaceAll('\n', '\r\n')}`
  const { text } = await fixed(before, 0)
  assert.equal(text, before.replace('"id "', '"id"'))
})

test('issues without a fix are still reported, with their positions in the new text', async () => {
  const { text, stdout } = await fixed(COLUMNS('{"name":"id                "}, {"name":"a"},{"name":"a","label":"b"}'), 0, '--format', 'json')
  assert.equal(text, COLUMNS('{"name":"id"}, {"name":"a"},{"name":"a","label":"b"}'))
  const [{ fixed: count, issues }] = JSON.parse(stdout).files
  const [issue] = validateDatamart(text).issues
  assert.equal(count, 1)
  assert.deepEqual(issues.map(({ code, textRange }) => [code, textRange]), [['duplicate-column', issue.textRange]])
})

test('certain fixes are applied, probable ones are reported', async () => {
  const before = COLUMNS('{"name":"id "},{"name":"total"},{"name":"x","isCustomColumn":true,"sql":"totl + 1"}')
  const { text, stdout } = await fixed(before, 0)
  assert.equal(text, before.replace('"id "', '"id"'))
  assert.match(stdout, /fix: Replace `totl` with `total` \(not applied: it is only probable; --fix=all applies it\)\n/)
  assert.match(stdout, /1 fix applied\n1 issue can probably be fixed with --fix=all\n$/)
  const json = JSON.parse((await fixed(before, 0, '--format', 'json')).stdout)
  const [{ fixed: count, fixable, certain, issues }] = json.files
  assert.deepEqual([count, fixable, certain, issues.map(({ notFixed }) => notFixed)], [1, 1, 0, ['probable']])
  assert.deepEqual([json.summary.fixed, json.summary.fixable, json.summary.certain], [1, 1, 0])
  assert.equal((await fixed(before, 0, '--fix=all')).text, before.replace('"id "', '"id"').replace('totl', 'total'))
})

test('the word after --fix is a file', async () => {
  const before = COLUMNS('{"name":"id "}')
  const cwd = folder({ 'a.json': before, all: before })
  await runTo(0, ['check', '--fix', 'a.json'], { cwd })
  assert.equal(readFileSync(path.join(cwd, 'a.json'), 'utf8'), COLUMNS('{"name":"id"}'))
  const { stderr } = await runTo(2, ['check', '--fix=some', 'a.json'], { cwd })
  assert.match(stderr, /'some' is invalid. Allowed choices are certain, all/)
})

test('any number of mistakes in one string is fixed', async () => {
  const sql = (name) => Array.from({ length: 40 }, () => `(${name} - 1)`).join(' * ')
  const columns = (name) => COLUMNS(`{"name":"total"},{"name":"x","isCustomColumn":true,"sql":"\\u0028${sql(name)})"}`)
  const { text, stdout } = await fixed(columns('totl'), 0, '--fix=all')
  assert.equal(text, columns('total'))
  assert.match(stdout, /40 fixes applied\n$/)
})

test('a fix that would cause errors is not kept, but others are', async () => {
  // According to the options, a datamart with the trimmed name exists.
  const before = COLUMNS(Array.from({ length: 9 }, (_, at) => `{"name":"c${at} "}`).join(',')).replace('"sales"', '"sales "')
  const cwd = folder({ 'a.json': before, 'names.json': ['sales'] })
  const { stdout } = await run(['check', 'a.json', '--fix', '--existing-datamarts', 'names.json', '--format', 'json'], { cwd })
  const [report] = JSON.parse(stdout).files
  const after = readFileSync(path.join(cwd, 'a.json'), 'utf8')
  const errors = (text) => validateDatamart(text, { existingDatamarts: ['sales'] }).issues.filter(({ severity }) => severity === 'error').length
  assert.ok(errors(after) <= errors(before), after)
  assert.ok(!/"c\d "/.test(after), after)
  assert.ok(report.fixed >= 9)
})

test('JSON text is repaired, and issues revealed by that are fixed too', async () => {
  const before = COLUMNS('\u00a0{"name":"id "}\u200b,\u3000\u2028{"name":"total"}')
  const { text, stdout } = await fixed(`${before}\f`, 0)
  assert.equal(text, `${COLUMNS(' {"name":"id"},  {"name":"total"}')} `)
  assert.match(stdout, /5 fixes applied\n$/)
  // What cannot be repaired stays, and so do the values.
  const broken = COLUMNS('\u00a0{"name":"id "}, total')
  const { text: half } = await fixed(broken, 1)
  assert.equal(half, broken.replace('\u00a0', ' '))
})

test('a broken text and one with repeated keys are not changed', async () => {
  for (const before of [COLUMNS('{"name":"id "}, total'), COLUMNS('{"name":"id ", "name":"id "}')]) {
    const { text, stdout } = await fixed(before, 1)
    assert.equal(text, before)
    assert.doesNotMatch(stdout, /fixes? applied|--fix/)
  }
})

test('a file without anything to fix is not written', async () => {
  const cwd = folder({ 'a.json': COLUMNS('{"name":"a"},{"name":"a","label":"b"}') })
  const file = path.join(cwd, 'a.json')
  utimesSync(file, 1000, 1000)
  await runTo(0, ['check', 'a.json', '--fix'], { cwd })
  assert.equal(statSync(file).mtimeMs, 1000_000)
})

test('without --fix nothing is written', async () => {
  const before = COLUMNS('{"name":"id "}')
  const cwd = folder({ 'a.json': before })
  const { stdout } = await runTo(0, ['check', 'a.json'], { cwd })
  assert.match(stdout, /1 issue can be fixed with --fix\n$/)
  assert.equal(readFileSync(path.join(cwd, 'a.json'), 'utf8'), before)
})

test('thousands of mistakes in one file, and fixes that depend on others', async () => {
  const column = (at) => ({ lable: 'x', isHide: 'true', name: `column_${at} ` })
  const value = datamart({ tabelList: undefined, tableList: [{ name: ' orders', columns: Array.from({ length: 3000 }, (_, at) => column(at)), isHide: 'false' }] })
  const { text } = await fixed(JSON.stringify(value, null, 3), 0, '--fix=all')
  const columns = Array.from({ length: 3000 }, (_, at) => ({ label: 'x', isHide: true, name: `column_${at}` }))
  assert.equal(text, JSON.stringify(datamart({ tableList: [{ name: 'orders', columns, isHide: false }] }), null, 3))
})

test('all misspelt keys of one object are fixed, of several for one field the first', async () => {
  const before = '{"nmae":"x","lable":"y","alais":"z","isHid":true,"labell":"again"}'
  const { text, stdout } = await fixed(COLUMNS(before), 0, '--fix=all')
  assert.equal(text, COLUMNS('{"name":"x","label":"y","alias":"z","isHide":true,"labell":"again"}'))
  assert.match(stdout, /unknown field `labell`[^]*4 fixes applied\n$/)
})

test('more mistakes than a result lists', async () => {
  const columns = (column) => JSON.stringify(datamart({ tableList: [{ name: 'orders', columns: Array.from({ length: 12_000 }, (_, at) => column(at)) }] }))
  const { text, stdout } = await fixed(columns((at) => ({ name: `c${at}`, lable: 'x' })), 0, '--fix=all')
  assert.equal(text, columns((at) => ({ name: `c${at}`, label: 'x' })))
  assert.match(stdout, /12,?000 fixes applied\n$/)
  // Few are listed, and the next one takes the place of each that is removed.
  const cwd = folder({ 'a.json': columns(() => ({ name: 'id' })), 'config.json': { maxIssues: 5_000 } })
  await runTo(0, ['check', 'a.json', '--config', 'config.json', '--fix=all'], { cwd })
  assert.deepEqual(JSON.parse(readFileSync(path.join(cwd, 'a.json'), 'utf8')).tableList[0].columns, [{ name: 'id' }])
})

test('every fix of the wrong examples can be applied to text', async () => {
  const cwd = folder()
  let count = 0
  for (const { code, wrong } of rules()) {
    if (wrong.kind !== 'fields') continue
    const text = JSON.stringify(datamart(JSON.parse(wrong.source)), null, 2)
    const options = JSON.parse(wrong.options ?? '{}')
    if (!validateDatamart(text, options).issues.some(({ fix }) => fix)) continue
    count++
    put(cwd, 'a.json', text)
    put(cwd, 'options.json', options)
    const { stdout } = await run(['check', 'a.json', '--config', 'options.json', '--fix=all', '--format', 'json'], { cwd })
    const [report] = JSON.parse(stdout).files
    assert.ok(report.fixed > 0, code)
    assert.equal(report.fixable, 0, code)
  }
  assert.ok(count > 10)
})
