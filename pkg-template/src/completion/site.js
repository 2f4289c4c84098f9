/** What a position of a datamart's text is about: the kind of object, its fields, its table. */
// @ts-check

import { catalogOf, findTable } from './catalog.js'
import { fieldOf, kindsOf } from './contract.js'
import { locate, partNamed, partsOf, textOf } from './locate.js'
import { OPEN_ARRAY, OPEN_OBJECT, WORD } from './scanner.js'

/** @typedef {import('./catalog.js').Table} Table */
/** @typedef {import('./contract.js').Field} Field */
/** @typedef {import('./locate.js').Part} Part */
/** @typedef {import('../../completion.d.ts').DatamartContext} DatamartContext */
/**
 * A table of the datamart, as its text has it.
 *
 * @typedef {object} Listed
 * @property {string} name
 * @property {string} schema
 * @property {readonly ListedColumn[]} columns
 * @property {Table | undefined} known the catalog's table
 */
/**
 * @typedef {object} ListedColumn
 * @property {string} name
 * @property {string} label
 * @property {boolean} isCustomColumn
 * @property {boolean} isAggregate
 * @property {string} sql
 */

/** @typedef {ReturnType<typeof siteAt>} Site */

/**
 * @param {string} text
 * @param {number} offset
 * @param {DatamartContext} options
 */
export function siteAt(text, offset, options) {
  const { containers, role, key, token, missingComma } = locate(text, offset)
  const catalog = catalogOf(options.catalog)
  const kinds = kindsOf(containers)
  const depth = containers.length - 1
  const kind = depth < 0 ? 'Datamart' : kinds[depth]
  const inList = depth >= 0 && containers[depth].isList
  const unfinished = token && { start: token.start, end: token.end }

  /** The parts of the innermost container that is such an object, or such a list. @param {string} name @param {boolean} isList */
  const partsIn = (name, isList) => {
    for (let index = depth; index >= 0; index--) {
      if (kinds[index] === name && containers[index].isList === isList) return partsOf(text, containers[index].start, unfinished)
    }
    return []
  }

  return {
    text,
    /** Where what is being written begins. */
    start: token ? token.start : offset,
    containers,
    kind,
    inList,
    role,
    field: fieldOf(kind, key),
    key,
    token,
    missingComma,
    catalog,
    /** The parts of the object or list around the position. */
    parts: () => (depth < 0 ? [] : partsOf(text, containers[depth].start, unfinished)),
    /** A text in the relationship or in the tenancy settings around the position. @param {string} field */
    own: (/** @type {string} */ field) => textOf(text, partsIn(kind || '', false), field),
    /** The table around the position. */
    table: () => readTable(partsIn('Table', false)),
    /** All tables of the datamart. */
    tables: () => {
      const list = partNamed(partsIn('Datamart', false), 'tableList')
      return list?.kind === OPEN_ARRAY ? partsOf(text, list.start, unfinished).map(tableAt) : []
    },
  }

  /** @param {Part} part @returns {Listed} */
  function tableAt(part) {
    return readTable(part.kind === OPEN_OBJECT ? partsOf(text, part.start, unfinished) : [])
  }

  /** @param {readonly Part[]} parts @returns {Listed} */
  function readTable(parts) {
    const name = textOf(text, parts, 'name')
    const schema = textOf(text, parts, 'schemaName')
    /** @type {readonly ListedColumn[] | undefined} */
    let columns
    return {
      name,
      schema,
      // Read when asked for: of most tables only the name matters.
      get columns() {
        return (columns = columns || columnsOf(partNamed(parts, 'columns')))
      },
      known: name === '' ? undefined : findTable(catalog, name, schema),
    }
  }

  /** @param {Part | undefined} list */
  function columnsOf(list) {
    return list?.kind !== OPEN_ARRAY
      ? []
      : partsOf(text, list.start, unfinished).map(({ kind, start }) => {
          const parts = kind === OPEN_OBJECT ? partsOf(text, start, unfinished) : []
          return {
            name: textOf(text, parts, 'name'),
            label: textOf(text, parts, 'label'),
            isCustomColumn: isTrue(partNamed(parts, 'isCustomColumn')),
            isAggregate: isTrue(partNamed(parts, 'isAggregate')),
            sql: textOf(text, parts, 'sql'),
          }
        })
  }

  /** @param {Part | undefined} part */
  function isTrue(part) {
    return part?.kind === WORD && text.slice(part.start, part.end) === 'true'
  }
}
