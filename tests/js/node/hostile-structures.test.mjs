/**
 * Objects that misbehave while being read: cycles, depth, getters and proxies. The next call works
 * each time.
 */

import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { DatamartInvalidError, WasmTrapError, buildRequest, validateDatamart } from 'datamart-validator'
import { assertWorks, codes, datamart, deepFreeze } from './support/helpers.mjs'

afterEach(assertWorks)

const CYCLES = {
  'an object in itself': () => {
    const it = datamart()
    return [Object.assign(it, { relationships: it }), ['relationships']]
  },
  'an array in itself': () => {
    const it = datamart()
    it.tableList.push(it.tableList)
    return [it, ['tableList', 1]]
  },
  'through several levels': () => {
    const it = datamart()
    it.tableList[0].columns[0].label = it.tableList
    return [it, ['tableList', 0, 'columns', 0, 'label']]
  },
  'by toJSON': () => {
    const it = datamart()
    it.tableList[0].label = { toJSON: () => it.tableList[0] }
    return [it, ['tableList', 0, 'label']]
  },
  'by a proxy': () => {
    const it = datamart()
    const proxy = new Proxy(it, {})
    it.tenancySettings = proxy
    return [proxy, ['tenancySettings']]
  },
}

for (const [name, make] of Object.entries(CYCLES)) {
  test(`a cycle: ${name}`, () => {
    const [input, path] = make()
    const { valid, issues } = validateDatamart(input)
    assert.equal(valid, false)
    assert.deepEqual(issues.map(({ code, path }) => [code, path]), [['not-json', path]])
    assert.match(issues[0].message, /contains itself/)
  })
}

test('an array that is its own only content is one issue', () => {
  const it = []
  it.push(it)
  assert.ok(codes(validateDatamart(it)).includes('not-json'))
})

test('a toJSON that returns the object itself is not a cycle', () => {
  const it = datamart()
  Object.defineProperty(it, 'toJSON', { value: () => it })
  assert.deepEqual(validateDatamart(it), { valid: true, issues: [] })
})

test('shared objects that unfold to 2^40 values are too large', () => {
  let bomb = ['x']
  for (let level = 0; level < 40; level++) bomb = [bomb, bomb]
  assert.deepEqual(codes(validateDatamart(datamart({ bomb }))), ['too-large'])
  let object = { name: 'x' }
  for (let level = 0; level < 40; level++) object = { a: object, b: object }
  assert.deepEqual(codes(validateDatamart(object)), ['too-large'])
})

const nestedArrays = (depth) => {
  let it = 'deep'
  for (let level = 0; level < depth; level++) it = [it]
  return it
}
const nestedObjects = (depth) => {
  let it = 'deep'
  for (let level = 0; level < depth; level++) it = { a: it }
  return it
}
/** JSON.stringify is recursive and has its own limit. */
const nestedText = (open, close, depth) =>
  JSON.stringify(datamart({ deep: 'HERE' })).replace('"HERE"', open.repeat(depth) + '1' + close.repeat(depth))

for (const depth of [10_000, 1_000_000]) {
  const inputs = {
    arrays: () => datamart({ deep: nestedArrays(depth) }),
    objects: () => datamart({ deep: nestedObjects(depth) }),
    'arrays in text': () => nestedText('[', ']', depth),
    'objects in text': () => nestedText('{"a":', '}', depth),
    'toJSON in toJSON': () => {
      let left = depth
      const next = () => ({ toJSON: () => ({ next: left-- > 0 ? next() : 'end' }) })
      return datamart({ deep: next() })
    },
  }
  for (const [name, make] of Object.entries(inputs)) {
    test(`${depth} levels: ${name}`, () => {
      const { valid, issues } = validateDatamart(make())
      assert.equal(valid, false)
      assert.deepEqual(codes({ issues }), ['unknown-field', 'too-deep'])
      assert.equal(issues[1].path.length, 128)
    })
  }
}

test('text with brackets that are never closed', () => {
  for (const piece of ['[', '{', '{"a":', '[{"a":[', '[[],', '{"a":{},"b":']) {
    const { valid, issues } = validateDatamart(piece.repeat(100_000))
    assert.equal(valid, false)
    assert.ok(issues.length < 10, `${issues.length} issues for one mistake`)
  }
})

test('the depth limit is the same for objects and text', () => {
  for (let depth = 120; depth < 135; depth++) {
    const object = datamart({ deep: nestedArrays(depth) })
    const expected = depth > 127 ? ['unknown-field', 'too-deep'] : ['unknown-field']
    assert.deepEqual(codes(validateDatamart(object)), expected, `object, ${depth}`)
    assert.deepEqual(codes(validateDatamart(JSON.stringify(object))), expected, `text, ${depth}`)
  }
})

test('a call deep in the stack works or throws a RangeError, and the next one works', () => {
  const outcomes = new Set()
  const dive = () => {
    try {
      dive()
    } catch {
      // Close to the stack limit.
    }
    try {
      outcomes.add(validateDatamart(datamart()).valid)
    } catch (error) {
      outcomes.add(error.constructor)
    }
  }
  dive()
  outcomes.delete(true)
  outcomes.delete(RangeError)
  assert.deepEqual([...outcomes], [])
})

const BOOM = new Error('boom')
const fail = () => {
  throw BOOM
}
const throwing = (target, key) => Object.defineProperty(target, key, { enumerable: true, get: fail })

const THROWERS = {
  'a getter of the datamart': () => throwing(datamart(), 'relationships'),
  'a getter of a column': () => datamart({ tableList: [{ name: 'orders', columns: [throwing({}, 'name')] }] }),
  'a getter of an array item': () => datamart({ tableList: throwing([], 0) }),
  'a getter called toJSON': () => throwing(datamart(), 'toJSON'),
  'a toJSON': () => datamart({ tenancySettings: { toJSON: fail } }),
  'a toJSON of a class': () => datamart({ tenancySettings: new (class { toJSON() { fail() } })() }),
  'a getter of Symbol.toStringTag': () => datamart({ x: new (class { get [Symbol.toStringTag]() { return fail() } })() }),
  'the trap get': () => new Proxy(datamart(), { get: fail }),
  'the trap get of an array': () => datamart({ tableList: new Proxy([{}], { get: fail }) }),
  'the trap ownKeys': () => new Proxy(datamart(), { ownKeys: fail }),
  'the trap getOwnPropertyDescriptor': () => new Proxy(datamart(), { getOwnPropertyDescriptor: fail }),
  'the trap getPrototypeOf': () => new Proxy(datamart(), { getPrototypeOf: fail }),
}

for (const [name, make] of Object.entries(THROWERS)) {
  test(`exceptions of ${name} are passed on unchanged`, () => {
    for (const call of [validateDatamart, buildRequest]) {
      assert.throws(() => call(make()), (error) => error === BOOM)
      assert.throws(() => call(datamart(), make()), (error) => error === BOOM || error instanceof TypeError)
    }
  })
}

test('every exception is passed on, even one that looks like an error of the package', () => {
  const thrown = [undefined, null, 'text', 42, Symbol('x'), new WebAssembly.RuntimeError('mine'), new RangeError('mine'), new WasmTrapError('mine'), new DatamartInvalidError([])]
  for (const value of thrown) {
    let caught = 'nothing'
    try {
      validateDatamart({ get name() { throw value } })
    } catch (error) {
      caught = error
    }
    assert.equal(caught, value)
  }
})

test('a revoked proxy is an issue or a TypeError', () => {
  for (const target of [{}, []]) {
    for (const place of [(it) => it, (it) => datamart({ tableList: it }), (it) => datamart({ tableList: [it] })]) {
      const { proxy, revoke } = Proxy.revocable(target, {})
      revoke()
      try {
        assert.equal(validateDatamart(place(proxy)).valid, false)
      } catch (error) {
        assert.ok(error instanceof TypeError)
      }
      assertWorks()
    }
  }
})

/** Wraps every object in a proxy that counts how often each property is read. */
function counting(value, counts, path = '') {
  if (typeof value !== 'object' || value === null) return value
  return new Proxy(value, {
    get(target, key, receiver) {
      const name = `${path}.${String(key)}`
      counts.set(name, (counts.get(name) ?? 0) + 1)
      return counting(Reflect.get(target, key, receiver), counts, name)
    },
  })
}

test('each property is read once', () => {
  const counts = new Map()
  const input = datamart({
    relationships: [{ parentTableName: 'orders', parentColumnName: 'id', childTableName: 'x', childColumnName: 'y', relationshipName: 'z' }],
    tenancySettings: { tenancyLevel: 'DATABASE' },
    unknown: { deep: [1, { x: null }] },
  })
  validateDatamart(counting(input, counts))
  assert.ok(counts.size > 20)
  assert.deepEqual([...counts].filter(([, count]) => count > 1), [])
  const again = new Map()
  buildRequest(counting(datamart(), again))
  assert.deepEqual([...again].filter(([, count]) => count > 1), [])
})

const withGetter = (key, get) => Object.defineProperty(datamart(), key, { enumerable: true, get })

test('a getter with changing results is called once', () => {
  let reads = 0
  const input = withGetter('name', () => (reads++ === 0 ? 'sales' : 42))
  assert.equal(JSON.parse(buildRequest(input).body).name, 'sales')
  assert.equal(reads, 1)
})

test('a getter may call the validator itself', () => {
  const inner = []
  const nest = (level) =>
    withGetter('tableList', () => {
      if (level > 0) inner.push(validateDatamart(nest(level - 1)))
      assert.equal(validateDatamart({}).issues.length, 3)
      assert.equal(buildRequest(datamart()).method, 'POST')
      return [{ name: `orders${level}`, columns: [{ name: 'é😀' }] }]
    })
  assert.deepEqual(validateDatamart(nest(5)), { valid: true, issues: [] })
  assert.deepEqual(inner, Array(5).fill({ valid: true, issues: [] }))
})

test('a getter may even crash the module underneath', () => {
  const crash = { [Symbol.for('datamart-validator.crash')]: true }
  const input = withGetter('relationships', () => {
    assert.throws(() => validateDatamart({}, crash), WasmTrapError)
    return [{}]
  })
  assert.equal(validateDatamart(input).issues.length, 5)
  assert.equal(validateDatamart(datamart(), { get strict() { return validateDatamart(input).valid } }).valid, true)
})

test('a getter may change the object that is being read', () => {
  const input = withGetter('name', () => {
    delete input.datasourceName
    return 'sales'
  })
  assert.ok(codes(validateDatamart(input)).includes('required'))
  const list = [{}, {}, {}]
  Object.defineProperty(list[0], 'name', { enumerable: true, get: () => ((list.length = 0), 'orders') })
  assert.equal(validateDatamart(datamart({ tableList: list })).valid, false)
})

test('an array whose length lies is bounded', () => {
  const lying = (length) => new Proxy([], { get: (target, key) => (key === 'length' ? length : Reflect.get(target, key)) })
  for (const length of [2 ** 53 - 1, Infinity]) {
    assert.deepEqual(codes(validateDatamart(datamart({ tableList: lying(length) }))), ['too-large'], String(length))
  }
  for (const length of [-1, NaN, 'x', null, 1.5, {}]) {
    assert.doesNotThrow(() => validateDatamart(datamart({ tableList: lying(length) })), String(length))
    assertWorks()
  }
})

test('a proxy with endlessly many levels is too deep', () => {
  const endless = () => new Proxy({ next: 1 }, { get: (_, key) => (key === 'next' ? endless() : undefined) })
  assert.ok(codes(validateDatamart(endless())).includes('too-deep'))
})

test('the input is never changed', () => {
  const inputs = [
    datamart(),
    datamart({ name: ' sales ', tenancySettings: null, relationships: '', extra: { a: [1, undefined, () => 1] } }),
    { tableList: [{ columns: [{ isCustomColumn: true, alias: 'é' }] }], nme: 'x' },
  ]
  const options = { strict: true, rules: { empty: 'off' }, existingDatamarts: { data: [{ name: 'x' }] }, datasources: ['warehouse'] }
  for (const input of inputs) {
    const snapshot = structuredCloneOf(input)
    deepFreeze(input)
    deepFreeze(options)
    validateDatamart(input, options)
    try {
      buildRequest(input, options)
    } catch (error) {
      assert.ok(error instanceof DatamartInvalidError)
    }
    assert.deepEqual(input, snapshot)
  }
})

/** A structuredClone that does not refuse functions. */
function structuredCloneOf(value) {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(structuredCloneOf)
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, structuredCloneOf(member)]))
}
