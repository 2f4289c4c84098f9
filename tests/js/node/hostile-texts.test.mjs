/**
 * Fixes take work in proportion to the text, however many they are: counted as the steps of the
 * scripts, which are the same on a busy machine.
 */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { stepsOfCommand, stepsOfProgram } from '../../../xtask/bench/hostile/steps.mjs'
import { CONSUMER, datamart, PACKAGE } from './support/helpers.mjs'
import { folder, run } from './support/cli.mjs'

const CLI = path.join(PACKAGE, 'dist/cli.js')

/** For four times the input; a square would be sixteen times as much. */
const MOST_GROWTH = 2.6 ** 2

const list = (length, item) => Array.from({ length }, (_, number) => item(number))
const columns = (columns) => datamart({ tableList: [{ name: 'orders', columns }] })
const custom = (sql) => ({ name: 'x', isCustomColumn: true, sql })

/** Datamarts with so many mistakes that have a fix. */
const MISTAKES = {
  'whitespace around names': (size) => columns(list(size, (n) => ({ name: `c${n} ` }))),
  'equal columns': (size) => columns(list(size, () => ({ name: 'id' }))),
  'flags as texts': (size) => columns(list(size, (n) => ({ name: `c${n}`, isHide: 'true' }))),
  'misspelt keys in many objects': (size) => columns(list(size, (n) => ({ name: `c${n}`, lable: 'x' }))),
  'misspellings of one key in one object': (size) => columns([{ name: 'id', ...Object.fromEntries(list(size, (n) => [`${' '.repeat(1 + (n % 64))}label${' '.repeat(n / 64)}`, 'x'])) }]),
  'slips in one expression': (size) => columns([{ name: 'abcd' }, custom(`${'abce+'.repeat(size)}1`)]),
  'slips in one expression with escapes': (size) => columns([{ name: 'abcd' }, custom(`${'abce\n+'.repeat(size)}1`)]),
  'a table that is renamed in many relationships': (size) => ({
    ...columns([{ name: 'id' }]),
    relationships: list(size, (n) => ({ parentTableName: 'Orders', parentColumnName: 'id', childTableName: 'Orders', childColumnName: `c${n}`, relationshipName: `r${n} ` })),
  }),
}

const LAYOUTS = { 'on one line': JSON.stringify, 'on many lines': (value) => JSON.stringify(value, null, 2) }

function assertGrowth(measure, size) {
  const [quarter, whole] = [size / 4, size].map(measure)
  assert.ok(whole <= MOST_GROWTH * quarter, `${quarter} steps for a quarter, ${whole} for the whole`)
  assert.ok(whole > 1.2 * quarter, `${quarter} steps for a quarter, ${whole} for the whole: is anything done?`)
}

for (const [name, make] of Object.entries(MISTAKES)) {
  for (const [layout, write] of Object.entries(LAYOUTS)) {
    test(`--fix=all: ${name}, ${layout}`, () => {
      assertGrowth((size) => {
        const cwd = folder({ 'a.json': write(make(size)) })
        const { steps, stdout } = stepsOfCommand(CLI, ['check', 'a.json', '--fix=all', '--quiet', '--format', 'json'], cwd)
        assert.ok(JSON.parse(stdout).files[0].fixed > 0)
        assert.doesNotThrow(() => JSON.parse(readFileSync(path.join(cwd, 'a.json'), 'utf8')))
        return steps
      }, 2_000)
    })
  }
}

async function fixAll(files) {
  const cwd = folder(files)
  const { stdout } = await run(['check', 'a.json', '--fix=all', '--format', 'json', ...(files['config.json'] ? ['--config', 'config.json'] : [])], { cwd })
  return { report: JSON.parse(stdout).files[0], text: readFileSync(path.join(cwd, 'a.json'), 'utf8') }
}

test('--fix ends after a thousand rounds, and names what it has not tried', async () => {
  // One issue is listed in each round.
  const names = (text) => JSON.parse(text).tableList[0].columns.map(({ name }) => name)
  const { report, text } = await fixAll({ 'a.json': columns(list(1_010, (n) => ({ name: `c${n} ` }))), 'config.json': { maxIssues: 1 } })
  assert.equal(report.fixed, 1_000)
  assert.deepEqual(names(text), list(1_010, (n) => (n < 1_000 ? `c${n}` : `c${n} `)))
  assert.deepEqual(report.issues.map(({ code, notFixed }) => [code, notFixed]), [['too-many-issues', undefined], ['surrounding-space', 'not tried']])
})

test('--fix ends when it has judged 64 MB of text, and names what it has not tried', async () => {
  // Each fix reveals the next mistake.
  const nested = (space) => `{"name":"sales","datasourceName":"warehouse",\u00a0"tabelList":[{"name":"orders","colums":{"nam":"id"}}]${' '.repeat(space)}}`
  const few = await fixAll({ 'a.json': nested(0) })
  assert.deepEqual([few.report.fixed, few.report.issues], [5, []])
  assert.deepEqual(JSON.parse(few.text), datamart())
  const many = await fixAll({ 'a.json': nested(16 * 1024 * 1024) })
  assert.equal(many.report.fixed, 4)
  assert.deepEqual(JSON.parse(many.text).tableList, [{ name: 'orders', columns: [{ nam: 'id' }] }])
  assert.deepEqual(many.report.issues.map(({ notFixed }) => notFixed), ['not tried'])
})

/**
 * The datamart of the programs below: a table with another name than in the catalog, which each
 * relationship names.
 */
const PROGRAM = `
  import { applyFix, textEdits, validateDatamart } from 'datamart-validator'
  import { datamartLintSource } from 'datamart-validator/codemirror'
  import { EditorState } from '@codemirror/state'
  const list = (length, item) => Array.from({ length }, (_, number) => item(number))
  const renamed = (size) => ({
    name: 'sales', datasourceName: 'warehouse', tableList: [{ name: 'orders', columns: [{ name: 'id' }] }],
    relationships: list(size, (n) => ({ parentTableName: 'orders', parentColumnName: 'id', childTableName: 'orders', childColumnName: 'c' + n, relationshipName: 'r' + n })),
  })
  const catalog = { tables: [{ name: 'order', schema: '', columns: [{ name: 'id', dataType: 'int' }] }] }
  const edits = (size, edit) => ({ title: 'x', certainty: 'probable', edits: list(size, edit) })
  const object = (size) => ({ fields: Object.fromEntries(list(size, (n) => ['k' + n, n])), items: list(size, (n) => n), text: 'a'.repeat(size) })`

const PROGRAMS = {
  'one fix of many edits, in an editor': (size) => `
    const view = {
      state: EditorState.create({ doc: JSON.stringify(renamed(${size}), null, 2) }),
      dispatch(...specs) { this.state = this.state.update(...specs).state },
    }
    const diagnostic = datamartLintSource({ catalog })(view).find(({ source }) => source === 'unknown-table')
    diagnostic.actions[0].apply(view, diagnostic.from, diagnostic.to)
    if (JSON.parse(view.state.doc.toString()).relationships.at(-1).childTableName !== 'order') throw new Error()`,
  'applyFix: one fix of many edits': (size) => `
    const { fix } = validateDatamart(renamed(${size}), { catalog }).issues.find(({ code }) => code === 'unknown-table')
    if (fix.edits.length !== ${2 * size + 1}) throw new Error()
    applyFix(renamed(${size}), fix)`,
  'applyFix: many members removed': (size) => `applyFix(object(${size}), edits(${size}, (n) => ({ path: ['fields', 'k' + n], op: 'remove' })))`,
  'applyFix: many members added': (size) => `applyFix(object(${size}), edits(${size}, (n) => ({ path: ['fields', 'new' + n], op: 'set', value: 1 })))`,
  'applyFix: many items removed': (size) => `applyFix(object(${size}), edits(${size}, () => ({ path: ['items', 0], op: 'remove' })))`,
  'textEdits: many members removed': (size) => `textEdits(JSON.stringify(object(${size})), edits(${size}, (n) => ({ path: ['fields', 'k' + n], op: 'remove' })))`,
  'textEdits: many members added': (size) => `textEdits(JSON.stringify(object(${size})), edits(${size}, (n) => ({ path: ['fields', 'new' + n], op: 'set', value: 1 })))`,
  'textEdits: many items removed': (size) => `textEdits(JSON.stringify(object(${size})), edits(${size}, () => ({ path: ['items', 0], op: 'remove' })))`,
  'textEdits: many items that move and change': (size) => `textEdits(JSON.stringify(list(${size}, (n) => ({ n: [n] }))), list(${size}, (n) => [{ path: [n, 'n', 0], op: 'set', value: 'x' }, { path: [n], op: 'move', to: 0 }]).flat())`,
  'textEdits: many pieces of a string': (size) => `textEdits(JSON.stringify(object(${size})), edits(${size}, (n) => ({ path: ['text'], range: { start: n, end: n + 1 }, text: 'bc' })))`,
  'applyFix: many pieces of a string': (size) => `applyFix(object(${size}), edits(${size}, (n) => ({ path: ['text'], range: { start: n, end: n + 1 }, text: 'bc' })))`,
}

for (const [name, program] of Object.entries(PROGRAMS)) {
  test(name, () => assertGrowth((size) => stepsOfProgram(`${PROGRAM}\n${program(size)}`, CONSUMER), 4_000))
}
