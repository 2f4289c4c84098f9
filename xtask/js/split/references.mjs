// What the functions and constants of a linked module refer to, read from its relocations, which
// wasm-ld keeps with `--emit-relocs`.
//
// The format: https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md

import { customSectionOf, dataSegmentsOf, exportedFunctionsOf, importedFunctionsOf, Reader, SECTION, sectionOf, tableOf } from './binary.mjs'

/** Kinds of symbols. */
const FUNCTION = 0
const DATA = 1
const SECTION_SYMBOL = 3

/** Flags of symbols. */
const UNDEFINED = 0x10
const EXPLICIT_NAME = 0x40

/** The part of the section `linking` with the symbols, and that of `name` with the segments. */
const SYMBOL_TABLE = 8
const SEGMENT_NAMES = 9

/** Types of relocations, and whether one has an addend. Others do not occur. */
const RELOCATIONS = new Map([
  [0, { isCall: true }],
  [1, { isPlace: true }],
  [2, { isPlace: true }],
  [3, { isAddress: true, hasAddend: true }],
  [4, { isAddress: true, hasAddend: true }],
  [5, { isAddress: true, hasAddend: true }],
  // Types of functions, globals, and tables: these are in every part.
  [6, {}],
  [7, {}],
  [20, {}],
])

/**
 * @typedef {object} Thing a function or a constant
 * @property {string} name
 * @property {number[]} places of a function in the table
 * @property {{ address: number, size: number } | undefined} range of a constant in the memory
 * @property {Set<Thing>} uses
 * @property {Set<Thing>} points the functions whose place in the table it uses
 */

/**
 * @param {Uint8Array} module linked with `--emit-relocs`
 * @returns the functions, those that are exported, and what is in the memory at the start
 */
export function referencesOf(module) {
  const segments = dataSegmentsOf(module)
  const segmentNames = namesOf(module, SEGMENT_NAMES)
  /** @type {Map<number, Thing>} */
  const functions = new Map()
  /** The constants at each byte of the data section. @type {Thing[][]} */
  const constantsAt = []
  const symbols = symbolsOf(module)
  const things = symbols.map(({ kind, name, index, segment, offset, size }) => {
    if (kind === FUNCTION) {
      const known = functions.get(index)
      const thing = known ?? { name, places: [], range: undefined, uses: new Set(), points: new Set() }
      functions.set(index, thing)
      return thing
    }
    if (kind !== DATA || segment === undefined) return undefined
    const { address, start } = segments[segment]
    // What can change stays in the core: another part may not overwrite it.
    const isConstant = segmentNames.get(segment) === '.rodata'
    const thing = { name, places: [], range: isConstant ? { address: address + offset, size } : undefined, uses: new Set(), points: new Set() }
    for (let at = start + offset; at < start + offset + size; at++) (constantsAt[at] ??= []).push(thing)
    return thing
  })
  for (const [place, index] of tableOf(module)) functions.get(index)?.places.push(place)

  const bodies = bodiesOf(module)
  const owners = {
    'reloc.CODE': (/** @type {number} */ at) => [functions.get(bodies.findLast(({ start }) => start <= at)?.index ?? -1)],
    'reloc.DATA': (/** @type {number} */ at) => constantsAt[at] ?? [],
  }
  for (const [section, ownersOf] of Object.entries(owners)) {
    for (const { offset, symbol, isCall, isPlace, isAddress } of relocationsOf(module, section)) {
      if (!isCall && !isPlace && !isAddress) continue
      const used = things[symbol]
      const users = ownersOf(offset)
      if (!used || users.length === 0) throw new Error(`a relocation in ${section} at ${offset} belongs to nothing, or refers to nothing`)
      for (const user of users) {
        if (!user) throw new Error(`a relocation in ${section} at ${offset} is outside of functions`)
        user.uses.add(used)
        if (isPlace) user.points.add(used)
      }
    }
  }
  const exported = exportedFunctionsOf(module).map((index) => functions.get(index))
  return { functions: [...functions.values()], exported, constants: new Set(constantsAt.flat()) }
}

/** @param {Uint8Array} module */
function symbolsOf(module) {
  const linking = customSectionOf(module, 'linking')
  linking.number()
  return partOf(linking, SYMBOL_TABLE, (reader) =>
    reader.list(() => {
      const kind = reader.byte()
      const flags = reader.number()
      const isDefined = (flags & UNDEFINED) === 0
      if (kind === SECTION_SYMBOL) return { kind, index: reader.number(), name: '' }
      if (kind === DATA) {
        const name = reader.text()
        return isDefined ? { kind, name, segment: reader.number(), offset: reader.number(), size: reader.number() } : { kind, name }
      }
      const index = reader.number()
      return { kind, index, name: isDefined || flags & EXPLICIT_NAME ? reader.text() : '' }
    }),
  )
}

/** @param {Uint8Array} module @param {number} part of the section `name` */
function namesOf(module, part) {
  return new Map(partOf(customSectionOf(module, 'name'), part, (reader) => reader.list(() => [reader.number(), reader.text()])))
}

/**
 * @template Content
 * @param {Reader} section made of parts, each with a number and a length
 * @param {number} wanted
 * @param {(reader: Reader) => Content} read
 */
function partOf(section, wanted, read) {
  while (!section.isAtEnd) {
    const number = section.byte()
    const part = new Reader(section.take())
    if (number === wanted) return read(part)
  }
  throw new Error(`a section has no part ${wanted}`)
}

/** Where the functions' bodies begin within their section. @param {Uint8Array} module */
function bodiesOf(module) {
  const first = importedFunctionsOf(module)
  const code = sectionOf(module, SECTION.code)
  return code.list((index) => {
    const body = code.take()
    return { start: code.at - body.length, index: first + index }
  })
}

/** @param {Uint8Array} module @param {string} section */
function relocationsOf(module, section) {
  const reader = customSectionOf(module, section)
  reader.number()
  return reader.list(() => {
    const type = reader.byte()
    const known = RELOCATIONS.get(type)
    if (!known) throw new Error(`${section} has a relocation of type ${type}`)
    const offset = reader.number()
    const symbol = reader.number()
    if (known.hasAddend) reader.signed()
    return { offset, symbol, ...known }
  })
}
