/** The changes of a datamart: where each is, and how to take it back. */
// @ts-check

import { removeTables } from './actions.js'
import { removeRelationship } from './relationships.js'
import { isObject, tablesOf, textOf } from './value.js'

/** @typedef {import('../../../index.d.ts').Change} Change between two datamarts */
/** @typedef {import('../../../index.d.ts').TextChange} TextChange */
/** @typedef {Change['path']} Path */
/** @typedef {{ subject: 'table' | 'relationship' | 'tenancy' | 'datamart', name: string, changes: readonly Change[] }} Group */

/** @param {import('./value.js').Fields | undefined} table */
function tableName(table) {
  return [textOf(table?.schemaName), textOf(table?.name)].map((part) => part.trim()).filter(Boolean).join('.')
}

/** The table that a change is in. @param {Change} change @param {unknown} before @param {unknown} after */
function tableOf({ kind, path }, before, after) {
  return path[0] === 'tableList' && typeof path[1] === 'number' ? tablesOf(kind === 'removed' ? before : after)[path[1]] : undefined
}

/** Where a table of the original is now: names may differ in case. @param {unknown} after @param {import('./value.js').Fields | undefined} table */
function placeNow(after, table) {
  const tables = tablesOf(after)
  const name = tableName(table)
  const exact = tables.findIndex((other) => tableName(other) === name)
  return exact >= 0 ? exact : tables.findIndex((other) => tableName(other).toLowerCase() === name.toLowerCase())
}

/**
 * The changes by what they are in, breaking ones first: groups with one, and the changes in a group.
 *
 * @param {readonly Change[]} changes
 * @param {unknown} before
 * @param {unknown} after
 * @returns {Group[]}
 */
export function groupChanges(changes, before, after) {
  /** @type {Map<string, { subject: Group['subject'], name: string, changes: Change[] }>} */
  const groups = new Map()
  for (const change of changes) {
    const table = tableOf(change, before, after)
    const subject = table ? 'table' : change.subject === 'relationship' || change.subject === 'tenancy' ? change.subject : 'datamart'
    const name = tableName(table)
    const key = `${subject} ${name.toLowerCase()}`
    const group = groups.get(key)
    if (!group) groups.set(key, { subject, name, changes: [change] })
    else {
      // Removals come first, with the name that the table had.
      group.name = name
      group.changes.push(change)
    }
  }
  const first = (/** @type {{ changes: readonly Change[] }} */ { changes }) => (changes.some(({ breaking }) => breaking) ? 0 : 1)
  return [...groups.values()]
    .map((group) => ({ ...group, changes: [...group.changes].sort((one, other) => Number(other.breaking ?? false) - Number(one.breaking ?? false)) }))
    .sort((one, other) => first(one) - first(other))
}

/**
 * The path of a change in the present datamart; of what is gone, the path of what it was in.
 *
 * @param {Change} change
 * @param {unknown} before
 * @param {unknown} after
 * @returns {Path}
 */
export function placeOfChange(change, before, after) {
  const { kind, subject, path } = change
  if (kind !== 'removed') return path
  if (subject !== 'column') return path.slice(0, 1)
  const table = placeNow(after, tableOf(change, before, after))
  return table < 0 ? ['tableList'] : ['tableList', table]
}

/**
 * What makes the present datamart as the original was in one respect.
 *
 * @param {Change} change
 * @param {unknown} before
 * @param {unknown} after
 * @returns {TextChange[]} nothing for an item that has moved, which depends on the others
 */
export function takeBack(change, before, after) {
  const { kind, subject, path, from } = change
  if (kind === 'changed') return [from === undefined ? { op: 'remove', path } : { op: 'set', path, value: from }]
  const index = Number(path.at(-1))
  if (kind === 'added') {
    if (subject === 'table') return removeTables(after, [index])
    if (subject === 'relationship') return removeRelationship(after, index)
    return [{ op: 'remove', path }]
  }
  if (kind !== 'removed' || from === undefined) return []
  if (subject === 'tenancy') return [{ op: 'set', path, value: from }]
  if (subject !== 'column') return inserted(isObject(after) ? after[String(path[0])] : undefined, path.slice(0, 1), index, from)
  const table = placeNow(after, tableOf(change, before, after))
  return table < 0 ? [] : inserted(tablesOf(after)[table]?.columns, ['tableList', table, 'columns'], index, from)
}

/** @param {unknown} list @param {Path} path @param {number} index @param {import('../../../index.d.ts').JsonValue} item @returns {TextChange[]} */
function inserted(list, path, index, item) {
  return Array.isArray(list) ? [{ op: 'insert', path: [...path, Math.min(index, list.length)], value: item }] : [{ op: 'set', path, value: [item] }]
}
