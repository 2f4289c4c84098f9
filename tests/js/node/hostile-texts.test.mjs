/**
 * Fixes take work in proportion to the text, however many they are: counted as the steps of the
 * scripts, which are the same on a busy machine.
 */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { EditorState } from '@codemirror/state'
import { applyFix, validateDatamart } from 'datamart-validator'
import { datamartLintSource } from 'datamart-validator/codemirror'
import { stepsOf, stepsOfCommand } from '../../../xtask/bench/hostile/steps.mjs'
import { datamart, PACKAGE } from './support/helpers.mjs'
import { folder } from './support/cli.mjs'

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

/** As much of a view as the action of a diagnostic needs. */
function viewOf(doc) {
  return {
    state: EditorState.create({ doc }),
    dispatch(...specs) {
      this.state = this.state.update(...specs).state
    },
  }
}

/** The table has a name of another case in the catalog, and each relationship names it. */
const renamed = (size) => ({
  ...columns([{ name: 'id' }]),
  relationships: list(size, (n) => ({ parentTableName: 'orders', parentColumnName: 'id', childTableName: 'orders', childColumnName: 'id', relationshipName: `r${n}` })),
})
const CATALOG = { tables: [{ name: 'order', schema: '', columns: [{ name: 'id', dataType: 'int' }] }] }

/** A fix with an edit for each relationship. */
function largeFix(input) {
  const { issues } = validateDatamart(input, { catalog: CATALOG })
  const [{ fix }] = issues.filter(({ code }) => code === 'unknown-table')
  return fix
}

test('one fix of many edits, in an editor', () => {
  assertGrowth((size) => {
    const view = viewOf(JSON.stringify(renamed(size), null, 2))
    const diagnostic = datamartLintSource({ catalog: CATALOG })(view).find(({ source }) => source === 'unknown-table')
    const steps = stepsOf(() => diagnostic.actions[0].apply(view, diagnostic.from, diagnostic.to))
    assert.equal(JSON.parse(view.state.doc.toString()).relationships[size - 1].childTableName, 'order')
    return steps
  }, 1_000)
})

const edits = (size, edit) => ({ title: 'x', certainty: 'probable', edits: list(size, edit) })

test('applyFix: many edits of one list, one object, and one string', () => {
  assertGrowth((size) => {
    const value = renamed(size)
    const fix = largeFix(value)
    assert.equal(fix.edits.length, 2 * size + 1)
    return stepsOf(() => applyFix(value, fix))
  }, 2_000)
  const object = (size) => ({ fields: Object.fromEntries(list(size, (n) => [`k${n}`, n])), items: list(size, (n) => n), text: 'a'.repeat(size) })
  for (const edit of [
    (n) => ({ path: ['fields', `k${n}`], op: 'remove' }),
    (n) => ({ path: ['fields', `new${n}`], op: 'set', value: 1 }),
    () => ({ path: ['items', 0], op: 'remove' }),
    (n) => ({ path: ['text'], range: { start: n, end: n + 1 }, text: 'bc' }),
  ]) {
    assertGrowth((size) => stepsOf(() => applyFix(object(size), edits(size, edit))), 4_000)
  }
})
