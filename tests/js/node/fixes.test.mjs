/**
 * applyFix: the issue disappears, the old datamart is unchanged, untouched parts are shared.
 * describeJoins.
 */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyFix, describeJoins, rules, validateDatamart } from 'datamart-validator'
import { datamart, deepFreeze } from './support/helpers.mjs'

test('a fix removes its issue and does not change the old datamart', () => {
  let fixes = 0
  for (const { code, wrong } of rules()) {
    if (wrong.kind !== 'fields') continue
    const options = wrong.options && JSON.parse(wrong.options)
    const value = deepFreeze(datamart(JSON.parse(wrong.source)))
    for (const { fix, message } of validateDatamart(value, options).issues) {
      if (!fix) continue
      fixes++
      assert.match(fix.title, /^[A-Z].*[^.]$/)
      const fixed = applyFix(value, fix)
      assert.notEqual(fixed, value)
      const { issues } = validateDatamart(fixed, options)
      assert.ok(!issues.some((issue) => issue.message === message), `${code}: ${fix.title}`)
    }
  }
  assert.ok(fixes > 15, `${fixes}`)
})

const value = deepFreeze({ a: { list: [1, { b: 2 }, 3], other: {} }, c: [] })
const fix = (...edits) => ({ title: 'x', certainty: 'probable', edits })

test('sets and removes members and items, one edit after the other', () => {
  assert.deepEqual(applyFix(value, fix({ path: ['a', 'list', 1, 'b'], op: 'set', value: 5 })), { a: { list: [1, { b: 5 }, 3], other: {} }, c: [] })
  assert.deepEqual(applyFix(value, fix({ path: ['a', 'list', 0], op: 'remove' })), { a: { list: [{ b: 2 }, 3], other: {} }, c: [] })
  assert.deepEqual(
    applyFix(value, fix({ path: ['c'], op: 'remove' }, { path: ['d'], op: 'set', value: null }, { path: ['a', 'list', 0], op: 'remove' }, { path: ['a', 'list', 0, 'b'], op: 'remove' })),
    { a: { list: [{}, 3], other: {} }, d: null },
  )
  assert.deepEqual(value, { a: { list: [1, { b: 2 }, 3], other: {} }, c: [] })
})

test('what an edit does not touch is the same object', () => {
  const fixed = applyFix(value, fix({ path: ['a', 'list', 0], op: 'set', value: 7 }))
  assert.equal(fixed.c, value.c)
  assert.equal(fixed.a.other, value.a.other)
  assert.equal(fixed.a.list[1], value.a.list[1])
})

test('ranges of strings refer to the datamart before the fix, whatever their order', () => {
  const before = { list: ['gone', 'a😀“b” c'] }
  const piece = (start, end, text) => ({ path: ['list', 1], range: { start, end }, text })
  const edits = [piece(5, 6, '"'), piece(3, 4, '"'), piece(8, 8, '!'), piece(8, 8, '?'), piece(0, 1, 'xyz')]
  for (const order of [edits, [edits[4], edits[2], edits[3], edits[1], edits[0]]]) {
    assert.deepEqual(applyFix(before, fix(...order)), { list: ['gone', 'xyz😀"b" c!?'] })
    // A removal does not move anything under later edits.
    assert.deepEqual(applyFix(before, fix(...order, { path: ['list', 0], op: 'remove' })), { list: ['xyz😀"b" c!?'] })
    assert.deepEqual(applyFix(before, fix({ path: ['list', 0], op: 'remove' }, ...order)), { list: ['xyz😀"b" c!?'] })
  }
  assert.deepEqual(before, { list: ['gone', 'a😀“b” c'] })
  assert.equal(applyFix({ sql: 'ab' }, fix({ path: ['sql'], range: { start: 0, end: 2 }, text: '' })).sql, '')
})

test('ranges that are outside the string, or overlap, belong to another datamart', () => {
  const piece = (start, end) => ({ path: ['sql'], range: { start, end }, text: 'x' })
  for (const edits of [[piece(0, 4)], [piece(2, 1)], [piece(-1, 1)], [piece(0, 2), piece(1, 3)], [piece(0, 3), piece(1, 1)]]) {
    assert.throws(() => applyFix({ sql: 'abc' }, fix(...edits)), { name: 'TypeError', message: /fix belongs to another datamart: this one has no sql$/ })
  }
  for (const other of [{ sql: 5 }, { sql: null }, { sql: ['abc'] }, {}]) {
    assert.throws(() => applyFix(other, fix(piece(0, 1))), { name: 'TypeError', message: /fix belongs to another datamart/ })
  }
})

test('a fix of JSON text is a TypeError that says what to do', () => {
  const repair = fix({ textRange: { start: 0, end: 1 }, text: '' })
  for (const given of [{ name: 'sales' }, '{ "name": 1,, }', null]) {
    assert.throws(() => applyFix(given, repair), { name: 'TypeError', message: /repairs JSON text; replace the `textRange` of each of its edits/ })
  }
})

test('a fix of SQL contains the replaced part, not the expression', () => {
  const sql = `totl ${'+ 1'.repeat(1000)}`
  const given = datamart({ tableList: [{ name: 'orders', columns: [{ name: 'total' }, { name: 'x', isCustomColumn: true, sql }] }] })
  const [{ fix }] = validateDatamart(given).issues
  assert.deepEqual(fix, {
    title: 'Replace `totl` with `total`',
    certainty: 'probable',
    edits: [{ path: ['tableList', 0, 'columns', 1, 'sql'], range: { start: 0, end: 4 }, text: 'total' }],
  })
  assert.equal(applyFix(given, fix).tableList[0].columns[1].sql, `total${sql.slice(4)}`)
})

test('a fix is applied to what was validated: toJSON, and objects of classes', () => {
  class Model {
    #fields
    constructor(fields) {
      this.#fields = fields
    }
    toJSON() {
      return this.#fields
    }
  }
  const table = new Model({ name: 'orders ', columns: new Model([new Model({ name: 'id' })]) })
  const given = new Model(datamart({ tableList: new Model([table]) }))
  const [{ code, fix }] = validateDatamart(given).issues
  assert.equal(code, 'surrounding-space')
  const fixed = applyFix(given, fix)
  assert.deepEqual(JSON.parse(JSON.stringify(fixed)), datamart({ tableList: [{ name: 'orders', columns: [{ name: 'id' }] }] }))
  assert.equal(JSON.parse(JSON.stringify(given)).tableList[0].name, 'orders ')
  assert.deepEqual(validateDatamart(fixed).issues, [])
  // toJSON receives the key of the value, as in JSON.stringify.
  const keyed = datamart({ tableList: [{ toJSON: (key) => ({ name: `orders${key} `, columns: [{ name: 'id' }] }) }] })
  assert.equal(applyFix(keyed, validateDatamart(keyed).issues[0].fix).tableList[0].name, 'orders0')
})

test('a key with a meaning in JavaScript is a key like any other', () => {
  const fixed = applyFix(JSON.parse('{"__proto__": {"x": 1}}'), fix({ path: ['__proto__', 'x'], op: 'set', value: 2 }))
  assert.equal(JSON.stringify(fixed), '{"__proto__":{"x":2}}')
  assert.equal({}.x, undefined)
  const added = applyFix({}, fix({ path: ['__proto__'], op: 'set', value: { y: 1 } }))
  assert.deepEqual(Object.keys(added), ['__proto__'])
})

test('a fix of another datamart, and JSON text, are a TypeError', () => {
  for (const path of [['b', 'c'], ['a', 'list', 9], ['a', 'list', 'x'], ['c', 0, 'x'], ['a', 'list', 0, 'x']]) {
    assert.throws(() => applyFix(value, fix({ path, op: 'set', value: 1 })), { name: 'TypeError', message: /fix belongs to another datamart/ })
  }
  assert.throws(() => applyFix(value, undefined), { name: 'TypeError', message: /the issue has no `fix`/ })
  for (const text of ['{}', null, undefined, 5]) {
    assert.throws(() => applyFix(text, fix({ path: ['a'], op: 'set', value: 1 })), { name: 'TypeError', message: /parse JSON text first/ })
  }
})

test('describeJoins returns nodes and edges, also for text, and nothing for nonsense', () => {
  const joined = datamart({
    tableList: [{ name: 'orders', schemaName: 'shop', columns: [{ name: 'id' }] }, { name: 'items', isHide: true, columns: [{ name: 'order_id' }] }],
    relationships: [
      { parentTableName: 'orders', parentColumnName: 'id', childTableName: 'items', childColumnName: 'order_id', relationshipName: 'r', cardinality: 'OneToMany', join: null },
      { parentTableName: 'orders', parentColumnName: 'id', childTableName: 'nowhere', childColumnName: 'x', relationshipName: 's' },
    ],
  })
  const expected = {
    nodes: [{ table: 0, name: 'orders', schemaName: 'shop', isHide: false }, { table: 1, name: 'items', isHide: true }],
    edges: [{ relationship: 0, parent: 0, child: 1, parentColumn: 'id', childColumn: 'order_id', name: 'r', cardinality: 'OneToMany', join: null }],
  }
  assert.deepEqual(describeJoins(joined), expected)
  assert.deepEqual(describeJoins(JSON.stringify(joined)), expected)
  for (const nonsense of [undefined, null, 5, '[', [], { tableList: 5 }]) assert.deepEqual(describeJoins(nonsense), { nodes: [], edges: [] })
})
