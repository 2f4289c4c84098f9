/** What the editor reads from a reply, and how its issues follow their places through edits. */

import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { sources } from './support/cli.mjs'

const editor = (/** @type {string} */ file) => import(pathToFileURL(path.join(sources(), 'pkg-template/src/editor', file)).href)
const { factsOf, stillAt } = await editor('state/replies.js')
const { shared } = await editor('document/value.js')

/** A datamart of tables with these names, each with two columns. @param {...string} names */
const datamart = (...names) => ({ name: 'shop', tableList: names.map((name) => ({ name, columns: [{ name: 'a' }, { name: 'b', label: `B of ${name}` }] })) })

/**
 * Where an issue at `at` is after an edit, as the editor reads the text anew.
 *
 * @param {(string | number)[]} at @param {any} before @param {any} after
 */
const follow = (at, before, after) => stillAt(at, before, shared(before, structuredClone(after)))

const LABEL = ['tableList', 1, 'columns', 1, 'label']

test('an issue follows its place, whatever is added, removed or moved around it', () => {
  const before = datamart('x', 'y')
  const at = (/** @type {number} */ table, column = 1) => ['tableList', table, 'columns', column, 'label']
  assert.deepEqual(follow(LABEL, before, datamart('x', 'y')), at(1))
  assert.deepEqual(follow(LABEL, before, datamart('y')), at(0))
  assert.deepEqual(follow(LABEL, before, datamart('z', 'x', 'y')), at(2))
  assert.deepEqual(follow(LABEL, before, datamart('y', 'x')), at(0))
  const edited = datamart('z', 'x', 'y')
  Object.assign(edited.tableList[2] ?? {}, { label: 'Y' })
  assert.deepEqual(follow(LABEL, before, edited), at(2), 'moved by an insertion, and edited elsewhere')
  const shorter = datamart('x', 'y')
  shorter.tableList[1]?.columns.shift()
  assert.deepEqual(follow(LABEL, before, shorter), at(1, 0))
  const renamed = datamart('x', 'y')
  Object.assign(renamed.tableList[1] ?? {}, { name: 'yy' })
  assert.deepEqual(follow(LABEL, before, renamed), at(1))
})

test('it goes when the value is edited or what has it is removed', () => {
  const before = datamart('x', 'y')
  const edited = datamart('x', 'y')
  Object.assign(edited.tableList[1]?.columns[1] ?? {}, { label: 'other' })
  assert.equal(follow(LABEL, before, edited), undefined)
  assert.equal(follow(LABEL, before, datamart('x')), undefined)
  assert.equal(follow(LABEL, before, { name: 'shop' }), undefined)
  assert.equal(follow(['name'], before, { ...before, name: 'other' }), undefined)
})

test('a missing value is an issue until there is one', () => {
  const sql = ['tableList', 0, 'columns', 0, 'sql']
  const labelled = datamart('x')
  Object.assign(labelled.tableList[0]?.columns[0] ?? {}, { label: 'A' })
  assert.deepEqual(follow(sql, datamart('x'), labelled), sql)
  const filled = datamart('x')
  Object.assign(filled.tableList[0]?.columns[0] ?? {}, { sql: '1' })
  assert.equal(follow(sql, datamart('x'), filled), undefined)
})

test('what is about no place stays', () => {
  assert.deepEqual(follow([], datamart('x'), datamart('y')), [])
})

test('a failure without a word about its outcome has an unknown one, unless the API has refused', () => {
  const issue = { code: 'rejected', severity: 'error', message: 'no', path: ['name'] }
  for (const [reply, outcome] of /** @type {[unknown, string][]} */ ([
    [undefined, 'unknown'],
    ['no reply', 'unknown'],
    [new TypeError('Failed to fetch'), 'unknown'],
    [{ ok: false, error: { status: 500, message: '' }, issues: [issue] }, 'unknown'],
    // The reply of a success, which does not confirm it.
    [{ ok: false, error: { status: 200, message: '' }, issues: [issue] }, 'unknown'],
    [{ ok: false, error: { status: 400, message: '' }, issues: [issue] }, 'not-done'],
    [Object.assign(new Error(), { issues: [issue] }), 'not-done'],
    [{ issues: [issue] }, 'not-done'],
    [Object.assign(new Error(), { outcome: 'unknown', issues: [issue] }), 'unknown'],
    [{ id: 'shop' }, 'done'],
    [{ ok: true, id: 'shop' }, 'done'],
  ])) {
    assert.equal(factsOf(reply).outcome, outcome, JSON.stringify(reply))
  }
})

test('what is no issue is not taken for one', () => {
  assert.deepEqual(factsOf({ issues: [null, 'x', { path: 'name' }, { path: [] }] }).issues, [{ path: [] }])
  assert.deepEqual(factsOf({ issues: 'x' }).issues, [])
})
