// Splits the module: what only some functions need, of its code and of its constants, becomes parts
// that are linked to an instance of the rest, the core, when one of these functions is called.
//
// A part imports the core's memory, table and stack pointer, and the functions that it calls; it puts
// its own functions into the table, where the core calls them. So there is nothing to relocate, and
// nothing exists twice, except for what several parts need and the core does not.

import binaryen from 'binaryen'
import { dataSegmentsOf, withoutCustomSections } from './binary.mjs'
import { referencesOf } from './references.mjs'
import { calledThroughTable, dataString, itemsOf, namesIn } from './text.mjs'

/** The name by which parts import from the core. */
export const CORE = 'core'

/** Shorter gaps between the constants of a part are filled with the bytes there. */
const SHORTEST_GAP = 8

/** @typedef {import('./references.mjs').Thing} Thing */
/** @typedef {import('./text.mjs').Func} Func */

/**
 * @param {Uint8Array} linked the module as it was linked, with relocations
 * @param {Uint8Array} optimized the same after wasm-bindgen and wasm-opt, which move neither constants
 * nor functions in the table
 * @param {Record<string, string[]>} parts the paths of the functions of each part in this crate
 * @returns {Record<string, Buffer>} the core and the parts
 */
export function split(linked, optimized, parts) {
  const before = referencesOf(linked)
  const module = binaryen.readBinary(withoutCustomSections(optimized, 'name'))
  const { functions, others } = itemsOf(module.emitText())
  module.dispose()
  /** @param {string} kind */
  const only = (kind) => others.filter((item) => item.kind === kind)
  const [elements, ...moreElements] = only('elem')
  if (moreElements.length > 0) throw new Error('the table has several lists of elements')
  // After its own name and that of the table. Place 0 is the null pointer.
  const inTable = ['', ...namesIn(elements.text).slice(2)]
  const places = before.functions.flatMap((thing) => thing.places)
  if (Math.max(...places) !== inTable.length - 1) throw new Error('the table has changed since it was linked')

  // The functions of the parts are blocked: the core only calls them through the table.
  const entries = Object.entries(parts).flatMap(([part, paths]) => paths.map((path) => ({ part, ...entryOf(path, before.functions, functions) })))
  const isBlocked = new Set(entries.flatMap(({ thing, name }) => [thing, name]))
  /** @param {Iterable<Thing>} roots */
  const thingsFrom = (roots) => closure(roots, (thing) => thing.uses, isBlocked)
  /** @param {Iterable<string>} roots */
  const functionsFrom = (roots) => closure(roots, (name) => functions.get(name)?.calls ?? [], isBlocked)
  /** @param {Set<Thing>} things */
  const pointedAt = (things) => new Set([...things].flatMap((thing) => [...thing.points].flatMap(({ places }) => places)))

  const coreThings = thingsFrom([...before.exported, ...[...before.constants].filter(({ range }) => !range)])
  const corePlaces = pointedAt(coreThings)
  const exported = only('export').flatMap(({ text }) => (text.includes('(func ') ? namesIn(text) : []))
  const coreFunctions = functionsFrom([...exported, ...[...corePlaces].map((place) => inTable[place])])
  // wasm-opt merges equal functions, so one that the core calls may have the place of another.
  inTable.forEach((name, place) => coreFunctions.has(name) && corePlaces.add(place))
  const inCore = bytesOf(coreThings)
  const movable = bytesOf(before.constants)
  const segments = dataSegmentsOf(optimized)

  /** What each part has besides the core. */
  const contents = Object.keys(parts).map((part) => {
    const own = entries.filter((entry) => entry.part === part)
    const things = thingsFrom(own.flatMap(({ thing }) => [...thing.uses]))
    for (const { thing } of own) things.add(thing)
    const places = [...pointedAt(things)].filter((place) => !corePlaces.has(place))
    const called = [...own.flatMap(({ name }) => [...functions.get(name).calls]), ...places.map((place) => inTable[place])]
    const names = [...functionsFrom(called), ...own.map(({ name }) => name)].filter((name) => !coreFunctions.has(name))
    const bytes = bytesOf(things)
    return { part, own, places, names: new Set(names), constants: (address) => bytes.has(address) && !inCore.has(address) }
  })
  const uncalled = entries.filter(({ name }) => ![...coreFunctions].some((caller) => functions.get(caller)?.calls.has(name)))
  if (uncalled.length > 0) throw new Error(`the core does not call ${uncalled.map(({ name }) => name).join(', ')}`)

  const entryPlace = new Map(entries.map(({ name }, index) => [name, inTable.length + index]))
  const tableSize = inTable.length + entries.length
  const needed = new Set(contents.flatMap(({ names }) => [...names].flatMap((name) => [...functions.get(name).calls])).filter((name) => coreFunctions.has(name)))
  // In the order in which the module has them.
  const shared = new Map(['memory', 'table', 'stack', ...[...functions.keys()].filter((name) => needed.has(name))].map((name, index) => [name, shortName(index)]))
  const stack = '$__stack_pointer'
  /** @param {(name: string) => boolean} isIncluded */
  const bodies = (isIncluded) =>
    [...functions.values()]
      .filter(({ name }) => isIncluded(name))
      .map(({ text, calls }) => entries.filter(({ name }) => calls.has(name)).reduce((text, { name }) => calledThroughTable(text, functions.get(name), entryPlace.get(name)), text))

  const core = encoded([
    ...[...only('type'), ...only('rec'), ...only('import'), ...only('global'), ...only('memory')].map(({ text }) => text),
    ` (table $0 ${tableSize} ${tableSize} funcref)`,
    ...only('table').filter(({ name }) => name !== '$0').map(({ text }) => text),
    ...only('export').map(({ text }) => text),
    ` (export "${shared.get('memory')}" (memory $0))`,
    ` (export "${shared.get('table')}" (table $0))`,
    ` (export "${shared.get('stack')}" (global ${stack}))`,
    ...[...shared].filter(([name]) => needed.has(name)).map(([name, short]) => ` (export "${short}" (func ${name}))`),
    ...dataItems(segments, (address) => inCore.has(address) || !movable.has(address)),
    ...elementItems(new Map([...corePlaces].map((place) => [place, inTable[place]]))),
    ...bodies((name) => coreFunctions.has(name)),
  ])
  return Object.fromEntries([
    [CORE, core],
    ...contents.map(({ part, own, places, names, constants }) => {
      const called = new Set([...names].flatMap((name) => [...functions.get(name).calls]))
      const bytes = encoded([
        ...[...only('type'), ...only('rec')].map(({ text }) => text),
        ` (import "${CORE}" "${shared.get('memory')}" (memory $0 1))`,
        ` (import "${CORE}" "${shared.get('table')}" (table $0 ${tableSize} funcref))`,
        ` (import "${CORE}" "${shared.get('stack')}" (global ${stack} (mut i32)))`,
        ...[...shared].filter(([name]) => called.has(name)).map(([name, short]) => ` (import "${CORE}" "${short}" (func ${name} ${functions.get(name).type}))`),
        ...dataItems(segments, constants),
        ...elementItems(new Map([...places.map((place) => [place, inTable[place]]), ...own.map(({ name }) => [entryPlace.get(name), name])])),
        ...bodies((name) => names.has(name)),
      ])
      return [part, bytes]
    }),
  ])
}

/**
 * The function before and after optimising. Names before are mangled: `4wasm10read_reply` and a hash.
 *
 * @param {string} path
 * @param {Thing[]} things
 * @param {Map<string, Func>} functions
 */
function entryOf(path, things, functions) {
  const names = ['datamart_validator', ...path.split('::')]
  const mangled = `_ZN${names.map((name) => `${name.length}${name}`).join('')}17h`
  const found = things.filter(({ name }) => name.startsWith(mangled))
  const optimized = [...functions.keys()].filter((name) => name.startsWith(`$${names.join('::')}::h`))
  if (found.length !== 1 || optimized.length !== 1) throw new Error(`there are ${found.length} and ${optimized.length} functions ${path}, expected one; is it inlined?`)
  return { thing: found[0], name: optimized[0] }
}

/**
 * Everything that can be reached from the roots.
 *
 * @template Node
 * @param {Iterable<Node>} roots
 * @param {(node: Node) => Iterable<Node>} next
 * @param {Set<unknown>} isBlocked
 */
function closure(roots, next, isBlocked) {
  const reached = new Set()
  for (const open = [...roots]; open.length > 0; ) {
    const node = open.pop()
    if (reached.has(node) || isBlocked.has(node)) continue
    reached.add(node)
    open.push(...next(node))
  }
  return reached
}

/** The addresses of constants. @param {Iterable<Thing>} things */
function bytesOf(things) {
  const addresses = new Set()
  for (const { range } of things) {
    if (!range) continue
    for (let address = range.address; address < range.address + range.size; address++) addresses.add(address)
  }
  return addresses
}

/**
 * Segments with the bytes at some addresses.
 *
 * @param {{ address: number, bytes: Uint8Array }[]} segments
 * @param {(address: number) => boolean} isIncluded
 */
function dataItems(segments, isIncluded) {
  return segments.flatMap(({ address, bytes }) => {
    /** @type {{ begin: number, end: number }[]} */
    const ranges = []
    bytes.forEach((_, at) => {
      if (!isIncluded(address + at)) return
      const last = ranges.at(-1)
      if (last && at - last.end <= SHORTEST_GAP) last.end = at + 1
      else ranges.push({ begin: at, end: at + 1 })
    })
    return ranges.map(({ begin, end }) => ` (data (i32.const ${address + begin}) ${dataString(bytes.subarray(begin, end))})`)
  })
}

/**
 * Lists of the functions at successive places.
 *
 * @param {Map<number, string>} table
 */
function elementItems(table) {
  /** @type {{ place: number, names: string[] }[]} */
  const lists = []
  for (const [place, name] of [...table].sort(([one], [other]) => one - other)) {
    const last = lists.at(-1)
    if (last && last.place + last.names.length === place) last.names.push(name)
    else lists.push({ place, names: [name] })
  }
  return lists.map(({ place, names }) => ` (elem (table $0) (i32.const ${place}) func ${names.join(' ')})`)
}

/** One letter, or two. @param {number} index */
function shortName(index) {
  const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
  const last = LETTERS[index % LETTERS.length]
  return index < LETTERS.length ? last : LETTERS[Math.floor(index / LETTERS.length) - 1] + last
}

/** @param {string[]} items */
function encoded(items) {
  const module = binaryen.parseText(`(module\n${items.join('\n')}\n)`)
  const { MVP, SignExt, BulkMemory, BulkMemoryOpt, Multivalue, MutableGlobals, ReferenceTypes } = binaryen.Features
  module.setFeatures(MVP | SignExt | BulkMemory | BulkMemoryOpt | Multivalue | MutableGlobals | ReferenceTypes)
  if (!module.validate()) throw new Error('the split module is not valid')
  const bytes = Buffer.from(module.emitBinary())
  module.dispose()
  return bytes
}
