/**
 * textEdits: a text with the edits says what the value with the changes is, and nothing else of the
 * text changes.
 */

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { applyFix, applyTextEdits, rules, textEdits, validateDatamart } from 'datamart-validator'
import { datamart, runModule } from './support/helpers.mjs'
import { check } from './support/property.mjs'

const set = (path, value) => ({ path, op: 'set', value })
const remove = (path) => ({ path, op: 'remove' })
const insert = (path, value) => ({ path, op: 'insert', value })
const move = (path, to) => ({ path, op: 'move', to })
const edited = (text, changes) => applyTextEdits(text, textEdits(text, changes))

const EXAMPLES = {
  'a value': ['{ "a" : "x",\n\t"n":1.50e1 }', [set(['a'], 'y')], '{ "a" : "y",\n\t"n":1.50e1 }'],
  'a piece of a string with escapes': ['{"s":"\\u0061 😀 totl \\/ \\ud83d\\ude00"}', [set(['s'], 'a 😀 total / 😀')], '{"s":"\\u0061 😀 total \\/ \\ud83d\\ude00"}'],
  'a value that the text has already': ['{"a": 1.0, "b": [{ "c":1 }]}', [set(['a'], 1), set(['b'], [{ c: 1 }])], '{"a": 1.0, "b": [{ "c":1 }]}'],
  'only what differs of an object': ['{"a":{"b":[1,2]}}', [set(['a'], { b: [1, 3, 2], c: { d: 1 } })], '{"a":{"b":[1,3,2],"c":{"d":1}}}'],
  'a list around a value': ['{ "l": {"n" : 12345678901234567890} }', [set(['l'], [{ n: 12345678901234567890 }])], '{ "l": [{"n" : 12345678901234567890}] }'],
  'a new member on its line': ['{\n    "a": 1\n}', [set(['b'], 'x')], '{\n    "a": 1,\n    "b": "x"\n}'],
  'a new member on the same line': ['{ "a": 1 }', [set(['b'], true)], '{ "a": 1, "b": true }'],
  'a new member of nothing': ['{ "o": { } }', [set(['o', 'b'], true)], '{ "o": { "b": true } }'],
  'a new member where others of its kind have it': ['[{"name":1,"alias":2,"label":3},{"name":1,"label":3}]', [set([1, 'alias'], 5)], '[{"name":1,"alias":2,"label":3},{"name":1,"alias":5,"label":3}]'],
  'a new first member': ['[{"name":1,"label":3},{"label":3}]', [set([1, 'name'], 5)], '[{"name":1,"label":3},{"name":5,"label":3}]'],
  'a new member of a sorted text': ['{"a":1,"c":2,"e":3}', [set(['d'], 5)], '{"a":1,"c":2,"d":5,"e":3}'],
  'a key': ['{ "lable" :"x", "z": 1 }', [remove(['lable']), set(['label'], 'x')], '{ "label" :"x", "z": 1 }'],
  'the first member': ['{\n  "a": 1,\n  "b": 2\n}', [remove(['a'])], '{\n  "b": 2\n}'],
  'the last member': ['{\n  "a": 1,\n  "b": 2\n}', [remove(['b'])], '{\n  "a": 1\n}'],
  'the only member': ['{ "o": { "a": 1 } }', [remove(['o', 'a'])], '{ "o": {} }'],
  'a member that is not there': ['{ "a": 1 }', [remove(['b'])], '{ "a": 1 }'],
  'an item': ['[1, {"x":2} , 3]', [remove([1])], '[1, 3]'],
  'a repeated key': ['{"a":1,"a":2,"b":3}', [set(['a'], 9)], '{"a":1,"a":9,"b":3}'],
  'a repeated key that goes': ['{"a":1,"a":2,"b":3}', [remove(['a'])], '{"b":3}'],
  'a new item': ['[\n  {"a":1},\n  {"a":2}\n]', [insert([1], { a: 9 })], '[\n  {"a":1},\n  {"a":9},\n  {"a":2}\n]'],
  'a new last item, tabs, Windows': ['[\r\n\t{ "a": 1 }\r\n]', [insert([1], { a: 9, b: [1, 2] })], '[\r\n\t{ "a": 1 },\r\n\t{\r\n\t\t"a": 9,\r\n\t\t"b": [1, 2]\r\n\t}\r\n]'],
  'a new first item': ['[1,2]', [insert([0], 0)], '[0,1,2]'],
  'everything on its own line': ['{\n  "a": {\n    "b": 1\n  }\n}', [set(['c'], { d: 1, e: [1] })], '{\n  "a": {\n    "b": 1\n  },\n  "c": {\n    "d": 1,\n    "e": [\n      1\n    ]\n  }\n}'],
  'everything on one line': ['{"a": [1, 2], "b": {"c": 1}}', [set(['d'], { e: 1, f: [1, 2] })], '{"a": [1, 2], "b": {"c": 1}, "d": {"e": 1, "f": [1, 2]}}'],
  'an item that moves down': ['[1, 2, 3]', [move([0], 2)], '[2, 3, 1]'],
  'an item that moves up': ['[1, 2, 3]', [move([2], 0)], '[3, 1, 2]'],
  'an item that moves and changes': ['[{"a" : 1},{"a":2}]', [set([0, 'a'], 5), move([0], 1)], '[{"a":2},{"a" : 5}]'],
  'an item that moves with its comments': ['[\n  // one\n  1, // 1\n  2, // 2\n  // three\n  3 // 3\n]', [move([0], 2)], '[\n  2, // 2\n  // three\n  3, // 3\n  // one\n  1 // 1\n]'],
  'a member that goes with its comments': ['{\n  // all\n\n  // of a\n  "a": 1, // too\n  // of b\n  "b": 2\n}', [remove(['a'])], '{\n  // all\n\n  // of b\n  "b": 2\n}'],
  'a comment that must not swallow the bracket': ['[ 1, // one\n 2 ]', [remove([1])], '[ 1 // one\n  ]'],
  'a comment in an empty list': ['[\n  // none yet\n]', [insert([0], 1)], '[\n  // none yet\n  1\n]'],
  'a trailing comma': ['[\n  1,\n  2,\n]', [insert([2], 3), remove([0])], '[\n  2,\n  3,\n]'],
  'one after the other': ['{"l":[1,2],"a":"x"}', [remove(['l', 0]), set(['l', 0], 9), insert(['l', 1], { b: [] }), insert(['l', 1, 'b', 0], 1)], '{"l":[9,{"b":[1]}],"a":"x"}'],
  'pieces of strings first': ['{"a":"abc"}', [set(['b'], 2), { path: ['a'], range: { start: 1, end: 2 }, text: 'X"' }], '{"a":"aX\\"c","b":2}'],
  'a whole datamart from nothing': [
    '{}',
    [set(['name'], 'sales'), set(['tableList'], []), insert(['tableList', 0], { name: 'orders', columns: [] }), insert(['tableList', 0, 'columns', 0], { name: 'id' })],
    '{\n  "name": "sales",\n  "tableList": [\n    {\n      "name": "orders",\n      "columns": [\n        { "name": "id" }\n      ]\n    }\n  ]\n}',
  ],
}

for (const [name, [text, changes, expected]] of Object.entries(EXAMPLES)) {
  test(name, () => {
    assert.equal(edited(text, changes), expected)
    assert.equal(edited(`\ufeff${text}`, changes), `\ufeff${expected}`)
  })
}

const KEYS = ['a', 'b', 'name', 'ü"', '__proto__', '0', 'toString']
const scalar = fc.oneof(fc.constantFrom(1, -0.5, 1e21, true, false, null, '', 'a "q" \\ \n', '😀', '\ud83d'), fc.string({ maxLength: 6 }), fc.integer())
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, scalar, fc.array(tie('value'), { maxLength: 5 }), fc.array(fc.tuple(fc.constantFrom(...KEYS), tie('value')), { maxLength: 5 }).map(fromEntries)),
}))

/** Not by assigning: a member called __proto__ is one like others. */
function fromEntries(entries) {
  return entries.reduce((object, [key, member]) => define(object, key, member), {})
}

function define(object, key, value) {
  return Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
}

/** A value as text, in a style that the numbers decide: whitespace, comments, escapes, repeated keys. */
function written(value, next, { isRepeating, hasComments, hasLastComma, spaces, newline }) {
  let comments = 0
  const space = () => {
    let text = ''
    for (let left = next() % 3; left > 0; left--) text += spaces[next() % spaces.length]
    if (hasComments && next() % 4 === 0) text += next() % 2 === 0 ? `// c${comments++}${newline}` : `/* c${comments++} */`
    return text
  }
  const string = (text) => (/^[a-z]/.test(text) && next() % 4 === 0 ? `"\\u00${text.charCodeAt(0).toString(16)}${JSON.stringify(text).slice(2)}` : JSON.stringify(text))
  const write = (value) => {
    if (typeof value === 'string') return string(value)
    if (typeof value !== 'object' || value === null) return JSON.stringify(value)
    const isList = Array.isArray(value)
    const parts = isList ? value.map(write) : Object.entries(value).map(([key, member]) => `${string(key)}${space()}:${space()}${write(member)}`)
    if (isRepeating && !isList && parts.length > 0) parts.unshift(`${string(Object.keys(value)[0])}:${space()}0`)
    const inner = parts.map((part) => `${space()}${part}${space()}`).join(',') + (hasLastComma && parts.length > 0 ? `,${space()}` : '')
    return `${isList ? '[' : '{'}${inner}${space()}${isList ? ']' : '}'}`
  }
  return space() + write(value) + space()
}

/** Strings, comments, and every other character. */
function tokens(text) {
  return text.match(/"(?:[^"\\]|\\.)*"|\/\/[^\n\r]*|\/\*[^]*?\*\/|[^]/g)
}

/** In alphabetical order. A string may look like one. */
function comments(text) {
  const all = tokens(text).filter((token) => /^\/[/*]/.test(token))
  // Spaces that stood behind what is gone may now end the line of a comment.
  return all.map((comment) => comment.trimEnd()).sort()
}

/** What a text with comments and trailing commas says. */
function parsed(text) {
  const json = tokens(text).filter((token) => !/^\/[/*]/.test(token) && token.trim() !== '')
  return JSON.parse(json.filter((token, at) => token !== ',' || !/^[\]}]/.test(json[at + 1])).join(''))
}

/** All paths of a value with what they lead to. */
function* places(value, path = []) {
  yield { path, value }
  if (typeof value !== 'object' || value === null) return
  for (const [key, member] of Object.entries(value)) yield* places(member, [...path, Array.isArray(value) ? Number(key) : key])
}

/** A change that the numbers decide, done to the value in `root`, by code that has nothing in common with the package's. */
function changed(root, next, value) {
  const all = [...places(root.value)]
  const place = all[next() % all.length]
  const { path } = place
  const owner = path.slice(0, -1).reduce((inside, key) => inside[key], path.length === 0 ? root : root.value)
  const key = path.length === 0 ? 'value' : path.at(-1)
  const kind = next() % 6
  if (Array.isArray(place.value) && kind < 2) {
    const index = next() % (place.value.length + 1)
    place.value.splice(index, 0, structuredClone(value))
    return insert([...path, index], value)
  }
  if (Array.isArray(place.value) && place.value.length > 0 && kind < 4) {
    const [index, to] = [next() % place.value.length, next() % place.value.length]
    place.value.splice(to, 0, ...place.value.splice(index, 1))
    return move([...path, index], to)
  }
  if (typeof place.value === 'object' && place.value !== null && !Array.isArray(place.value) && kind < 2) {
    const name = KEYS[next() % KEYS.length]
    define(place.value, name, structuredClone(value))
    return set([...path, name], value)
  }
  if (path.length > 0 && kind < 5) {
    if (Array.isArray(owner)) owner.splice(key, 1)
    else delete owner[key]
    return remove(path)
  }
  const wrapped = next() % 4 === 0 ? [structuredClone(place.value)] : value
  define(owner, key, structuredClone(wrapped))
  return set(path, wrapped)
}

const numbers = fc.noShrink(fc.infiniteStream(fc.nat()))
const style = fc.record({
  isRepeating: fc.boolean(), hasComments: fc.boolean(), hasLastComma: fc.boolean(),
  spaces: fc.constantFrom([''], [' '], [' ', '\n', '\r\n', '\t'], ['\n  ']), newline: fc.constantFrom('\n', '\r\n'),
})

test('the text with the edits says what the changes make of the value', () => {
  const property = fc.property(value, style, fc.array(value, { minLength: 1, maxLength: 6 }), numbers, (given, style, values, stream) => {
    const next = () => stream.next().value
    const text = written(given, next, style)
    const root = { value: JSON.parse(JSON.stringify(given)) }
    const changes = values.map((value) => changed(root, next, JSON.parse(JSON.stringify(value))))
    const edits = textEdits(text, changes)
    const after = applyTextEdits(text, edits)
    assert.deepEqual(parsed(after), JSON.parse(JSON.stringify(root.value)), `${JSON.stringify(text)} ${JSON.stringify(changes)} ${JSON.stringify(after)}`)
    for (const [at, { start, end, text: inserted }] of edits.entries()) {
      assert.ok(start >= (edits[at - 1]?.end ?? 0) && end >= start && (start < end || inserted !== ''))
      assert.notEqual(text.slice(start, end), inserted)
    }
    if (changes.length > 1) return
    // Nothing that is not asked for comes or goes.
    const [{ op }] = changes
    if (op === 'remove') assert.ok(edits.every(({ text }) => text === ''), after)
    if (op === 'insert') assert.ok(edits.every(({ start, end }) => text.slice(start, end).trim() === ''), after)
    if (op === 'move' || op === 'insert') assert.deepEqual(comments(after), comments(text))
  })
  check(property, 3_000)
})

test('every fix changes the text as it changes the value, and one undo is the old text', () => {
  let count = 0
  for (const { code, wrong } of rules()) {
    if (wrong.kind !== 'fields') continue
    const given = datamart(JSON.parse(wrong.source))
    for (const space of [undefined, 2, '\t']) {
      const text = JSON.stringify(given, null, space)
      for (const { fix } of validateDatamart(text, JSON.parse(wrong.options ?? '{}')).issues) {
        if (!fix) continue
        count++
        assert.deepEqual(JSON.parse(edited(text, fix)), applyFix(JSON.parse(text), fix), code)
      }
    }
  }
  assert.ok(count > 50)
})

test('what is written in one style stays in it', () => {
  const columns = Array.from({ length: 50 }, (_, at) => ({ name: `c${at}`, label: `C ${at}` }))
  const tables = (columns) => datamart({ tableList: [{ name: 'orders', columns: [{ name: 'id', label: 'Id' }, ...columns] }] })
  for (const space of [undefined, 1, 4, '\t']) {
    for (const newline of ['\n', '\r\n']) {
      const text = (columns) => JSON.stringify(tables(columns), null, space).replaceAll('\n', newline)
      const edits = textEdits(text([]), columns.map((column, at) => insert(['tableList', 0, 'columns', at + 1], column)))
      assert.equal(edits.length, 1)
      assert.equal(applyTextEdits(text([]), edits), text(columns))
      assert.equal(edited(text(columns), columns.map(() => remove(['tableList', 0, 'columns', 1]))), text([]))
      assert.equal(edited(text(columns), [move(['tableList', 0, 'columns', 1], 50)]), text([...columns.slice(1), columns[0]]))
    }
  }
})

test('what is nested deeply, and large', () => {
  const deep = `${'['.repeat(50_000)}1${']'.repeat(50_000)}`
  assert.equal(edited(deep, [set(Array.from({ length: 50_000 }, () => 0), 2)]), deep.replace('1', '2'))
  const many = JSON.stringify(Array.from({ length: 100_000 }, (_, at) => at))
  assert.equal(edited(many, [remove([0]), insert([99_999], 'x')]), many.replace('0,', '').replace(/]$/, ',"x"]'))
  const text = `{"a":"${'x'.repeat(1 << 20)}","b":1}`
  assert.deepEqual(textEdits(text, [set(['b'], 2)]), [{ start: text.length - 2, end: text.length - 1, text: '2' }])
})

test('a text that is not JSON is refused with the place, unless the fix repairs it', () => {
  for (const [text, place] of [['', '1, column 1'], ['{\n "a" 1}', '2, column 6'], ['[1,,2]', '1, column 4'], ["{'a': 1}", '1, column 2'], ['[01]', '1, column 2'], ['["\t"]', '1, column 2'], ['[1]]', '1, column 4'], ['[1', '1, column 3'], ['[1 /*', '1, column 4'], ['["\\x"]', '1, column 2']]) {
    assert.throws(() => textEdits(text, [set([], 1)]), { name: 'TypeError', message: `datamart-validator: the text is not JSON (line ${place}), so that only repairs of the text can be applied` })
  }
  const repair = { title: '', certainty: 'certain', edits: [{ textRange: { start: 3, end: 4 }, text: '' }, { textRange: { start: 0, end: 1 }, text: '[' }] }
  assert.deepEqual(textEdits('{1,,2]', repair), [{ start: 0, end: 1, text: '[' }, { start: 3, end: 4, text: '' }])
  assert.equal(edited('{1,,2]', repair), '[1,2]')
})

test('what does not fit the text is refused', () => {
  const text = '{"a":[1,"s"],"o":{}}'
  const unfit = [
    [set(['x', 'y'], 1), 'x.y'], [set(['a', 2], 1), 'a[2]'], [set(['a', 'b'], 1), 'a.b'], [remove(['a', 2]), 'a[2]'], [remove([]), 'datamart'], [insert(['a', 3], 1), 'a[3]'], [insert(['a', -1], 1), 'a[-1]'], [insert(['a', 0.5], 1), 'a[0.5]'],
    [insert(['o', 'x'], 1), 'o.x'], [insert([], 1), 'datamart'], [move(['a', 2], 0), 'a[2]'], [move(['a', 0], 2), 'a[2]'], [move(['o', 'x'], 0), 'o.x'], [{ path: ['a', 0], range: { start: 0, end: 1 }, text: '' }, 'a[0]'], [{ path: ['a', 1], range: { start: 0, end: 2 }, text: '' }, 'a[1]'],
  ]
  for (const [change, place] of unfit) assert.throws(() => textEdits(text, [change]), { name: 'TypeError', message: `datamart-validator: the changes belong to another text: this one has no ${place}` }, place)
  const misuse = [
    [[undefined], /a change is not an object/], [[{ op: 'set' }], /no `path`/], [[{ path: [], op: 'add' }], /none of set, remove, insert, move/], [undefined, /expects a fix or a list of changes/], [[set(['a'], undefined)], /value for a is not JSON/],
    [[set(['a'], 1), { textRange: { start: 0, end: 0 }, text: '' }], /cannot be applied together/], [[{ textRange: { start: 0, end: 2 }, text: '' }, { textRange: { start: 1, end: 2 }, text: '' }], /overlap/],
  ]
  for (const [changes, message] of misuse) assert.throws(() => textEdits(text, changes), { name: 'TypeError', message })
  assert.throws(() => textEdits({}, []), { name: 'TypeError', message: /expects JSON text/ })
  for (const edit of [{ start: 0, end: 30, text: '' }, { start: 2, end: 1, text: '' }, { start: -1, end: 1, text: '' }, { start: NaN, end: 1, text: '' }]) assert.throws(() => applyTextEdits(text, [edit]), { name: 'TypeError', message: /overlap, or belong to another text/ })
  assert.deepEqual(textEdits(text, []), [])
})

test('the module is not loaded, and the slim entry needs none', async () => {
  const program = (entry) => `
    import { applyTextEdits, textEdits } from '${entry}'
    globalThis.WebAssembly = undefined
    console.log(applyTextEdits('[1]', textEdits('[1]', [{ path: [1], op: 'insert', value: 2 }])))`
  for (const entry of ['datamart-validator', 'datamart-validator/slim']) assert.deepEqual(await runModule(program(entry)), [1, 2])
})
