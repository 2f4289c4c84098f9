// Reads what the build needs of WebAssembly's binary format.

/** Ids of sections. */
export const SECTION = { custom: 0, import: 2, export: 7, element: 9, code: 10, data: 11 }

/** `\0asm` and the version. */
const HEADER = 8

/** Reads bytes one after the other. */
export class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes
    this.at = 0
  }

  get isAtEnd() {
    return this.at >= this.bytes.length
  }

  byte() {
    return this.bytes[this.at++]
  }

  /** A number in groups of seven bits. */
  number() {
    for (let value = 0, factor = 1; ; factor *= 128) {
      const byte = this.byte()
      value += (byte & 127) * factor
      if (byte < 128) return value
    }
  }

  /** A number of 32 bits with a sign, in groups of seven bits. */
  signed() {
    for (let value = 0, shift = 0; ; ) {
      const byte = this.byte()
      value |= (byte & 127) << shift
      shift += 7
      if (byte < 128) return shift < 32 && byte & 64 ? value | (-1 << shift) : value
    }
  }

  take(length = this.number()) {
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }

  text() {
    return new TextDecoder().decode(this.take())
  }

  /** @template Item @param {(index: number) => Item} read @returns {Item[]} */
  list(read) {
    return Array.from({ length: this.number() }, (_, index) => read(index))
  }
}

/**
 * @param {Uint8Array} module
 * @returns the sections; `whole` includes the id and the length, `name` is that of a custom section,
 * `reader` reads what follows it
 */
export function sectionsOf(module) {
  const all = new Reader(module)
  all.at = HEADER
  const sections = []
  while (!all.isAtEnd) {
    const begin = all.at
    const id = all.byte()
    const reader = new Reader(all.take())
    const name = id === SECTION.custom ? reader.text() : ''
    sections.push({ id, name, reader, whole: module.subarray(begin, all.at) })
  }
  return sections
}

/** @param {Uint8Array} module @param {number} id @returns {Reader} */
export function sectionOf(module, id) {
  const found = sectionsOf(module).find((section) => section.id === id)
  if (!found) throw new Error(`the module has no section ${id}`)
  return found.reader
}

/** @param {Uint8Array} module @param {string} name @returns {Reader} */
export function customSectionOf(module, name) {
  const found = sectionsOf(module).find((section) => section.name === name)
  if (!found) throw new Error(`the module has no section \`${name}\``)
  return found.reader
}

/** @param {Uint8Array} module @param {string} [except] the name of one that stays */
export function withoutCustomSections(module, except) {
  const kept = sectionsOf(module).filter(({ id, name }) => id !== SECTION.custom || name === except)
  return Buffer.concat([module.subarray(0, HEADER), ...kept.map(({ whole }) => whole)])
}

/** A custom section. @param {string} name @param {Uint8Array} content */
export function customSection(name, content) {
  const named = Buffer.concat([Buffer.of(name.length), Buffer.from(name), content])
  const length = []
  // In groups of seven bits.
  for (let rest = named.length; length.push(rest > 127 ? (rest & 127) | 128 : rest), rest > 127; rest >>= 7);
  return Buffer.concat([Buffer.of(SECTION.custom, ...length), named])
}

/**
 * The data segments: their addresses, their bytes, and where in the section these begin.
 *
 * @param {Uint8Array} module
 */
export function dataSegmentsOf(module) {
  const reader = sectionOf(module, SECTION.data)
  return reader.list(() => {
    if (reader.number() !== 0) throw new Error('a data segment is not placed in the memory at the start')
    const address = constant(reader)
    const bytes = reader.take()
    return { address, bytes, start: reader.at - bytes.length }
  })
}

/** The functions' indices by their places in the table. @param {Uint8Array} module */
export function tableOf(module) {
  const reader = sectionOf(module, SECTION.element)
  /** @type {Map<number, number>} */
  const table = new Map()
  reader.list(() => {
    if (reader.number() !== 0) throw new Error('the table is not filled at the start')
    const first = constant(reader)
    reader.list((index) => table.set(first + index, reader.number()))
  })
  return table
}

/** `i32.const`, a number and `end`. @param {Reader} reader */
function constant(reader) {
  const before = reader.byte()
  const value = reader.signed()
  if (before !== 0x41 || reader.byte() !== 0x0b) throw new Error('an offset is not a constant')
  return value
}

/** How many functions are imported; their indices come first. @param {Uint8Array} module */
export function importedFunctionsOf(module) {
  const reader = sectionOf(module, SECTION.import)
  const limits = () => (reader.byte() & 1 ? [reader.number(), reader.number()] : [reader.number()])
  const kinds = reader.list(() => {
    reader.text()
    reader.text()
    const kind = reader.byte()
    // A function's type, a table's type before its limits, a memory's limits, a global's two bytes.
    if (kind === 1) reader.byte()
    if (kind === 1 || kind === 2) limits()
    else if (kind === 0) reader.number()
    else reader.take(2)
    return kind
  })
  return kinds.filter((kind) => kind === 0).length
}

/** The indices of the exported functions. @param {Uint8Array} module */
export function exportedFunctionsOf(module) {
  const reader = sectionOf(module, SECTION.export)
  const exports = reader.list(() => {
    reader.text()
    return { kind: reader.byte(), index: reader.number() }
  })
  return exports.filter(({ kind }) => kind === 0).map(({ index }) => index)
}
