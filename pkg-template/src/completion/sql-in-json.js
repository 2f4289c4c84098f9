/** Completes and describes SQL inside the JSON text of a datamart. */
// @ts-check

import { findColumn } from './catalog.js'
import { decoded } from './scanner.js'
import { completeSql, describeSql } from './sql.js'

/** @typedef {import('./site.js').Site} Site */
/** @typedef {import('../../completion.d.ts').DatamartContext} DatamartContext */

/** @param {Site} site at a string with SQL @param {number} offset @param {DatamartContext} options @returns {ReturnType<typeof completeSql>} */
export function completeSqlIn(site, offset, options) {
  const sql = sqlAround(site, offset)
  const result = sql && completeSql(sql.text, sql.offset, contextIn(site, options))
  if (!result) return undefined
  // The quote of a name may be an escape here, with which no label begins.
  const quote = result.from < sql.offset && /["`[]/.test(sql.text.charAt(result.from)) ? 1 : 0
  return {
    from: sql.place(result.from + quote),
    to: sql.place(result.to),
    options: result.options.map(({ label, insert, caret, ...option }) => ({
      ...option,
      label: label.slice(quote, quote ? -1 : undefined),
      insert: escaped(insert.slice(quote)),
      ...(caret !== undefined && { caret: escaped(insert.slice(0, caret)).length }),
    })),
  }
}

/** @param {Site} site at a string with SQL @param {number} offset @param {DatamartContext} options @returns {ReturnType<typeof describeSql>} */
export function describeSqlIn(site, offset, options) {
  const sql = sqlAround(site, offset)
  const found = sql && describeSql(sql.text, sql.offset, contextIn(site, options))
  return found && { ...found, from: sql.place(found.from), to: sql.place(found.to) }
}

/**
 * The expression of a string, and where its units are in the text.
 *
 * @param {Site} site
 * @param {number} offset
 */
function sqlAround({ text, token }, offset) {
  if (!token || offset <= token.start) return undefined
  const first = token.start + 1
  const end = token.isClosed ? token.end - 1 : Math.max(token.end, offset)
  const sql = decoded(text.slice(first, end))
  const before = decoded(text.slice(first, offset))
  if (sql === undefined || before === undefined) return undefined
  return {
    text: sql,
    offset: before.length,
    place: (/** @type {number} */ unit) => {
      let at = first
      for (; unit > 0; unit--) at += text[at] !== '\\' ? 1 : text[at + 1] === 'u' ? 6 : 2
      return at
    },
  }
}

/** @param {Site} site @param {DatamartContext} options @returns {import('../../completion.d.ts').SqlContext} */
function contextIn(site, { datasourceType }) {
  const { name, known, columns } = site.table()
  return {
    datasourceType,
    column: site.own('name'),
    table: { name, columns: columns.map((column) => ({ ...column, dataType: findColumn(known, column.name)?.type })) },
  }
}

/** @param {string} text */
function escaped(text) {
  return JSON.stringify(text).slice(1, -1)
}
