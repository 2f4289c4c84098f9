/** applyFix: the issue goes, the old datamart stays, what is not touched is shared. describeJoins. */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyFix, describeJoins, rules, validateDatamart } from 'datamart-validator'
import { datamart, deepFreeze } from './support/helpers.mjs'

test('a fix takes its issue away and leaves the old datamart alone', () => {
  let fixes = 0
  for (const { code, wrong } of rules()) {
    if (wrong.kind !== 'fields') continue
    const options = wrong.options && JSON.parse(wrong.options)
    const value = deepFreeze(datamart(JSON.parse(wrong.source)))
    for (const { fix, message } of validateDatamart(value, options).issues) {
      if (!fix) continue
      fixes++
      assert.match(fix.title, /^[A-Z].*[^.]$/)
      const mended = applyFix(value, fix)
      assert.notEqual(mended, value)
      const { issues } = validateDatamart(mended, options)
      assert.ok(!issues.some((issue) => issue.message === message), `${code}: ${fix.title}`)
    }
  }
  assert.ok(fixes > 15, `${fixes}`)
})

const value = deepFreeze({ a: { list: [1, { b: 2 }, 3], other: {} }, c: [] })
const fix = (...edits) => ({ title: 'x', edits })

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
  const mended = applyFix(value, fix({ path: ['a', 'list', 0], op: 'set', value: 7 }))
  assert.equal(mended.c, value.c)
  assert.equal(mended.a.other, value.a.other)
  assert.equal(mended.a.list[1], value.a.list[1])
})

test('a key that means something in JavaScript is a key like any other', () => {
  const mended = applyFix(JSON.parse('{"__proto__": {"x": 1}}'), fix({ path: ['__proto__', 'x'], op: 'set', value: 2 }))
  assert.equal(JSON.stringify(mended), '{"__proto__":{"x":2}}')
  assert.equal({}.x, undefined)
  const added = applyFix({}, fix({ path: ['__proto__'], op: 'set', value: { y: 1 } }))
  assert.deepEqual(Object.keys(added), ['__proto__'])
})

test('a fix of another datamart, and JSON text, are a TypeError', () => {
  for (const path of [['b', 'c'], ['a', 'list', 9], ['a', 'list', 'x'], ['c', 0, 'x'], ['a', 'list', 0, 'x']]) {
    assert.throws(() => applyFix(value, fix({ path, op: 'set', value: 1 })), { name: 'TypeError', message: /fix is for another datamart/ })
  }
  assert.throws(() => applyFix(value, undefined), { name: 'TypeError', message: /the issue has no `fix`/ })
  for (const text of ['{}', null, undefined, 5]) {
    assert.throws(() => applyFix(text, fix({ path: ['a'], op: 'set', value: 1 })), { name: 'TypeError', message: /parse JSON text first/ })
  }
})

test('describeJoins gives nodes and edges, of text too, and nothing of nonsense', () => {
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
