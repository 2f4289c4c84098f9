/**
 * Values that are not JSON, or do not look like it: each causes a clear issue or is read as the
 * object that it is, and the next call works.
 */

import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { runInNewContext } from 'node:vm'
import { buildRequest, validateDatamart } from 'datamart-validator'
import { assertWorks, codes, datamart, deepFreeze, withColumn } from './support/helpers.mjs'

afterEach(assertWorks)

const LABEL = ['tableList', 0, 'label']
const labelled = (label) => datamart({ tableList: [{ name: 'orders', label, columns: [{ name: 'id' }] }] })

const NO_JSON = {
  'a function': () => 1,
  'an async function': async () => 1,
  'a generator function': function* () {},
  'a class': class {},
  'a symbol': Symbol('label'),
  'a BigInt': 1n,
  NaN: NaN,
  Infinity: Infinity,
  '-Infinity': -Infinity,
  'a Date': new Date(0),
  'an invalid Date': new Date(NaN),
  'a Map': new Map([['name', 'x']]),
  'a Set': new Set(['x']),
  'a WeakMap': new WeakMap(),
  'a WeakSet': new WeakSet(),
  'a WeakRef': new WeakRef({}),
  'a RegExp': /x/,
  'a Promise': Promise.resolve('x'),
  'an Error': new Error('x'),
  'a TypeError': new TypeError('x'),
  'a Uint8Array': new Uint8Array(2),
  'a Float64Array': new Float64Array(2),
  'a BigInt64Array': new BigInt64Array(2),
  'a Buffer': Buffer.from('x'),
  'an ArrayBuffer': new ArrayBuffer(2),
  'a SharedArrayBuffer': new SharedArrayBuffer(2),
  'a DataView': new DataView(new ArrayBuffer(2)),
  'a boxed string': Object('x'),
  'a boxed number': Object(1),
  'a boxed boolean': Object(true),
  'a boxed symbol': Object(Symbol('x')),
  'a boxed BigInt': Object(1n),
  'an instance of a class made from Map': new (class Registry extends Map {})(),
  'a Date of another realm': runInNewContext('new Date(0)'),
  'a Map of another realm': runInNewContext('new Map()'),
  'a Uint8Array of another realm': runInNewContext('new Uint8Array(2)'),
  'a function of another realm': runInNewContext('() => 1'),
  'a proxy of a function': new Proxy(() => 1, {}),
  'an object whose toJSON returns a function': { toJSON: () => () => 1 },
  'an object whose toJSON returns a Map': { toJSON: () => new Map() },
  'an object whose toJSON returns a BigInt': { toJSON: () => 1n },
}

for (const [name, value] of Object.entries(NO_JSON)) {
  test(`${name} is not JSON, as a field and as the whole datamart`, () => {
    const { valid, issues } = validateDatamart(labelled(value))
    assert.deepEqual(codes({ issues }), ['not-json'])
    assert.equal(valid, false)
    assert.deepEqual(issues[0].path, LABEL)
    assert.match(issues[0].message, /^found .+, which JSON cannot represent$/)
    assert.deepEqual(codes(validateDatamart(value)), ['not-json'])
    assert.deepEqual(codes(validateDatamart(datamart({ tableList: [...datamart().tableList, value] }))), ['not-json'])
    assert.throws(() => buildRequest(labelled(value)), { name: 'DatamartInvalidError' })
  })
}

class Table {
  constructor(name, columns) {
    this.name = name
    this.columns = columns
  }
  get summary() {
    throw new Error('a getter of the class, which JSON does not read either')
  }
}

class Tagged {
  name = 'orders'
  columns = [{ name: 'id' }]
  get [Symbol.toStringTag]() {
    return 'Tagged'
  }
}

const AS_OBJECTS = {
  'null-prototype objects': () => JSON.parse(JSON.stringify(datamart()), (_, value) =>
    typeof value === 'object' && !Array.isArray(value) ? Object.assign(Object.create(null), value) : value,
  ),
  'objects of another realm': () => runInNewContext(`(${JSON.stringify(datamart())})`),
  'frozen objects': () => deepFreeze(datamart()),
  'sealed objects': () => Object.seal(datamart()),
  'instances of classes with own fields': () => datamart({ tableList: [new Table('orders', [{ name: 'id' }])] }),
  'instances with a tag of their own': () => datamart({ tableList: [new Tagged()] }),
  'instances of a class made from Array': () => datamart({ tableList: new (class List extends Array {})(...datamart().tableList) }),
  'proxies of objects and arrays': () => new Proxy(datamart({ tableList: new Proxy(datamart().tableList, {}) }), {}),
  'objects with toJSON': () => datamart({ tableList: [{ toJSON: () => datamart().tableList[0] }] }),
  'a whole datamart with toJSON': () => ({ toJSON: datamart }),
  'arrays with toJSON': () => datamart({ tableList: Object.assign([1, 2], { toJSON: () => datamart().tableList }) }),
  'arrays with other properties': () => datamart({ tableList: Object.assign(datamart().tableList, { extra: 1n, '-1': 2n }) }),
  'symbols as keys': () => datamart({ [Symbol('x')]: 1n, [Symbol.iterator]: 1n, [Symbol.toPrimitive]: () => 1 }),
  'properties that are not enumerable': () => Object.defineProperty(datamart(), 'secret', { value: 1n }),
  'members that are undefined': () => datamart({ relationships: undefined, tenancySettings: undefined, other: undefined }),
  'a toJSON that returns undefined, which JSON.stringify omits': () => labelled({ toJSON: () => undefined }),
  'arguments objects': () => datamart({ tableList: [Object.assign((function () { return arguments })(), datamart().tableList[0])] }),
  'shared objects': () => {
    const columns = [{ name: 'id' }]
    return datamart({ tableList: [{ name: 'orders', columns }, { name: 'customers', columns }] })
  },
}

for (const [name, make] of Object.entries(AS_OBJECTS)) {
  test(`${name} count as the result of JSON.stringify`, () => {
    const asText = validateDatamart(JSON.stringify(make()))
    assert.deepEqual(validateDatamart(make()), asText)
    assert.deepEqual(asText, { valid: true, issues: [] })
    assert.deepEqual(JSON.parse(buildRequest(make()).body), JSON.parse(JSON.stringify(make())))
  })
}

test('inherited fields are ignored', () => {
  assert.deepEqual(codes(validateDatamart(Object.create(datamart()))), ['required', 'required', 'required'])
})

test('minus zero is zero', () => {
  assert.deepEqual(JSON.parse(buildRequest(datamart({ offset: -0 })).body).offset, 0)
})

test('undefined', () => {
  assert.deepEqual(codes(validateDatamart()), ['type'])
  assert.deepEqual(codes(validateDatamart(undefined)), ['type'])
  const { name, ...nameless } = datamart()
  assert.deepEqual(validateDatamart({ ...nameless, name: undefined }), validateDatamart(nameless))
  const { issues } = validateDatamart(datamart({ tableList: [undefined, ...datamart().tableList, , undefined] }))
  assert.deepEqual(issues.map(({ code, path }) => [code, path]), [
    ['not-json', ['tableList', 0]],
    ['not-json', ['tableList', 2]],
    ['not-json', ['tableList', 3]],
  ])
})

test('holes are items that JSON cannot represent', () => {
  const columns = [{ name: 'a' }, , { name: 'b' }]
  const { issues } = validateDatamart(datamart({ tableList: [{ name: 'orders', columns }] }))
  assert.deepEqual(issues.map(({ code, path }) => [code, path]), [['not-json', ['tableList', 0, 'columns', 1]]])
})

const PRIMITIVES = [null, true, false, 0, 1.5, -1e300]
test('primitives are not a datamart', () => {
  for (const value of PRIMITIVES) assert.deepEqual(codes(validateDatamart(value)), ['type'], String(value))
})

const OBJECT_PROTOTYPE_KEYS = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', '__defineGetter__', 'length', 'then', 'toJSON']

for (const key of OBJECT_PROTOTYPE_KEYS) {
  test(`an own key called ${key} is an unknown field like any other`, () => {
    const places = [(extra) => datamart(extra), (extra) => datamart({ tableList: [{ ...datamart().tableList[0], ...extra }] }), withColumn]
    for (const place of places) {
      // Written as text: in an object literal, __proto__ is not a key.
      const text = JSON.stringify(place({ PLACE: { polluted: true } })).replace('"PLACE"', JSON.stringify(key))
      for (const input of [text, JSON.parse(text)]) {
        const { valid, issues } = validateDatamart(input)
        assert.equal(valid, true)
        assert.deepEqual(issues.map(({ code, path }) => [code, path.at(-1)]), [['unknown-field', key]])
        const { body } = buildRequest(input)
        assert.ok(body.includes(`${JSON.stringify(key)}:{"polluted":true}`), body)
      }
    }
    assert.equal({}.polluted, undefined)
  })
}

test('the keys of objects count, not those of their prototypes: no name is found on Object.prototype', () => {
  const input = JSON.parse('{"__proto__": {"name": "sales", "datasourceName": "warehouse", "tableList": []}}')
  assert.deepEqual(codes(validateDatamart(input)).sort(), ['required', 'required', 'required', 'unknown-field'])
})

const HALVES = { 'a first half': '\ud83d', 'a second half': '\ude00', 'halves in the wrong order': '\ude00\ud83d', 'one among others': 'é😀\ud83dx' }

for (const [name, half] of Object.entries(HALVES)) {
  test(`half of a surrogate pair (${name}) is not JSON, wherever it is`, () => {
    const escaped = JSON.stringify(half)
    assert.match(escaped, /\\ud/, 'JSON.stringify escapes it')
    for (const input of [labelled(half), JSON.stringify(labelled(half)), `{"name":"sales","datasourceName":"warehouse","tableList":[{"name":"orders","label":"${half}","columns":[{"name":"id"}]}]}`]) {
      const { valid, issues } = validateDatamart(input)
      assert.equal(valid, false)
      for (const { code, path } of issues) assert.deepEqual([code, path], ['not-json', LABEL])
      assert.ok(issues.length >= 1)
    }
    const { issues } = validateDatamart(labelled(half))
    for (const { range } of issues) assert.match(half.slice(range.start, range.end), /^[\ud800-\udfff]$/)
    assert.ok(codes(validateDatamart(datamart({ [half]: 1 }))).includes('not-json'), 'as a key')
    assert.ok(codes(validateDatamart(JSON.stringify(datamart({ [half]: 1 })))).includes('not-json'), 'as a key of a text')
    const outside = validateDatamart(`${JSON.stringify(datamart())}${half}`)
    assert.equal(outside.valid, false, 'behind the text')
  })
}

test('two halves in adjacent texts do not become one character', () => {
  const { issues } = validateDatamart(datamart({ tableList: [{ name: 'orders', label: '\ud83d', columns: [{ name: 'id', label: '\ude00' }] }] }))
  assert.deepEqual(issues.map(({ code, path }) => [code, path.at(-1)]), [['not-json', 'label'], ['not-json', 'label']])
})

test('halves meet neither across an empty text nor in a key, and what surrounds them is unchanged', () => {
  const list = (...labels) => datamart({ tableList: [{ name: 'orders', columns: labels.map((label, n) => ({ name: `c${n}`, label })) }] })
  for (const labels of [['a\ud83d', '', '\ude00b'], ['\ud83d', '\ude00\ud83d', '\ude00'], ['é😀\ud83d', '\ude00😀é']]) {
    const { issues } = validateDatamart(list(...labels))
    // One issue for each text.
    const halves = labels.flatMap((label, n) => (label ? [[n, label.search(/\p{Surrogate}/u)]] : []))
    assert.deepEqual(issues.map(({ path, range }) => [path[3], range.start]), halves)
  }
  const { issues } = validateDatamart({ ...datamart(), 'first\ud83d': '\ude00 and more' })
  assert.deepEqual(issues.filter(({ code }) => code === 'not-json').map(({ path, range }) => [path[0], range?.start]), [
    ['first\ufffd', undefined],
    ['first\ufffd', 0],
  ])
})

test('texts of any length arrive unchanged, wherever the encoder divides them', () => {
  // It encodes some 8,000 characters at once.
  const piece = 8192
  const units = ['x', 'ä', '売', '😀']
  for (const unit of units) {
    for (const length of [1, piece - 2, piece - 1, piece, piece + 1, 3 * piece]) {
      const texts = [unit.repeat(length).slice(0, length - (length % unit.length)) || unit, 'é', 'short', unit.repeat(40)]
      const columns = Array.from({ length: 300 }, (_, n) => ({ name: `column_${n}`, label: texts[n % texts.length], isHide: n % 2 === 0 }))
      const input = datamart({ tableList: [{ name: 'orders', columns }] })
      const sent = JSON.parse(buildRequest(input).body)
      assert.deepEqual(sent.tableList[0].columns.map(({ label }) => label), columns.map(({ label }) => label))
    }
  }
})
