// Takes the text of a module apart, as Binaryen writes it: each item begins on a line of its own.

/** A name in the text format: an identifier or a string. */
const NAME = String.raw`\$(?:"(?:[^"\\]|\\.)*"|[^\s()"]+)`

const CALLS = new RegExp(String.raw`\(call (${NAME})`, 'g')

/** Whatever else refers to a function, a table, or a global other than the stack pointer. */
const OTHER_REFERENCES = /\((?:return_call|ref\.func|table\.|global\.\w+ (?!\$__stack_pointer\b))/

/**
 * @typedef {object} Item
 * @property {string} kind `func`, `import`, `export`, `elem`…
 * @property {string} text
 * @property {string} name
 *
 * @typedef {Item & { type: string, calls: Set<string> }} Func
 */

/**
 * @param {string} text of a module
 * @returns the functions by their names, and the other items
 */
export function itemsOf(text) {
  /** @type {Map<string, Func>} */
  const functions = new Map()
  /** @type {Item[]} */
  const others = []
  for (const item of text.replace(/^\(module.*\n|\n\)\s*$/g, '').split(/\n(?= \()/)) {
    const [, kind, name = ''] = item.match(new RegExp(`^ \\((\\w+)(?: (${NAME}))?`)) ?? []
    if (!kind) throw new Error(`an item of the module's text is unknown: ${item.slice(0, 100)}`)
    if (kind !== 'func') {
      others.push({ kind, name, text: item })
      continue
    }
    if (OTHER_REFERENCES.test(item)) throw new Error(`the function ${name} refers to something in a way that is unknown`)
    if (functions.has(name)) throw new Error(`two functions have the name ${name}`)
    const [signature] = item.split('\n', 1)
    const type = [...signature.matchAll(/\((param|result)(?: \$\S+)?((?: \w+)+)\)/g)].map(([, what, types]) => `(${what}${types})`).join(' ')
    functions.set(name, { kind, name, text: item, type, calls: new Set([...item.matchAll(CALLS)].map(([, called]) => called)) })
  }
  return { functions, others }
}

/** The names in a text. @param {string} text */
export function namesIn(text) {
  return text.match(new RegExp(NAME, 'g')) ?? []
}

/**
 * Replaces the calls of a function by calls through the table.
 *
 * @param {string} text
 * @param {Func} called
 * @param {number} place in the table
 */
export function calledThroughTable(text, called, place) {
  const begin = `(call ${called.name}`
  let changed = text
  for (let at; (at = changed.search(escaped(begin))) !== -1; ) {
    const end = endOf(changed, at)
    const operands = changed.slice(at + begin.length, end)
    changed = `${changed.slice(0, at)}(call_indirect $0 ${called.type}${operands} (i32.const ${place})${changed.slice(end)}`
  }
  return changed
}

/** Where the bracket that opens at a position is closed. @param {string} text @param {number} begin */
function endOf(text, begin) {
  let depth = 0
  const tokens = /"(?:[^"\\]|\\.)*"|[()]/g
  tokens.lastIndex = begin
  for (let token; (token = tokens.exec(text)); ) {
    if (token[0] === '(') depth++
    if (token[0] === ')' && --depth === 0) return token.index
  }
  throw new Error('a bracket is not closed')
}

/** Matches the text, not followed by more of a name. @param {string} text */
function escaped(text) {
  return new RegExp(`${text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?=[\\s)])`)
}

/** Bytes as a string of the text format. @param {Iterable<number>} bytes */
export function dataString(bytes) {
  return `"${Array.from(bytes, (byte) => `\\${byte.toString(16).padStart(2, '0')}`).join('')}"`
}
