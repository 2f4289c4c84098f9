/** Where the user is: the view, what is selected, and the ways there. */
// @ts-check

import { batch } from '@preact/signals'
import { columnsOf, tablesOf } from '../document/value.js'

/** @typedef {import('../../../index.d.ts').Issue} Issue */
/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('./state.js').Selection} Selection */

/** Selects what an issue is about, and shows it. @param {Session} session @param {Issue} issue */
export function goTo(session, issue) {
  show(session, issue, issue.path, issue.textRange && { range: issue.textRange })
}

/** Selects what is at a path, and shows it. @param {Session} session @param {Issue['path']} path */
export function goToPlace(session, path) {
  show(session, undefined, path, { isPlace: true })
}

/** Goes to the issue after or before the present one. @param {Session} session @param {1 | -1} step */
export function goToNext(session, step) {
  const { others, todo } = session.sorted.peek()
  const all = [...others, ...todo]
  if (all.length === 0) return
  const at = all.indexOf(/** @type {Issue} */ (session.currentIssue.peek()))
  goTo(session, /** @type {Issue} */ (all[at < 0 && step < 0 ? all.length - 1 : (at + step + all.length) % all.length]))
}

/**
 * @param {Session} session
 * @param {Issue | undefined} issue
 * @param {Issue['path']} path
 * @param {{ range?: { start: number, end: number }, isPlace?: boolean }} [how]
 */
function show(session, issue, path, how) {
  batch(() => {
    session.currentIssue.value = issue
    const present = session.view.peek()
    const view = session.isBroken.peek() ? 'json' : viewOf(path)
    const isInTables = view === 'tables'
    const isShown = present === 'json' || (present === 'tenancy' && isInTables && path.at(-1) === 'clientColumn')
    // On a narrow screen the view is hidden behind the issues, even if it is the right one.
    session.show(isShown ? present : view)
    if (view === 'relationships') session.joinsAs.value = 'list'
    if (path[0] === 'tableList' && typeof path[1] === 'number') {
      const [, table, , column, field] = path
      session.selection.value = typeof column === 'number' ? { table, column, to: column, field: String(field ?? 'name') } : { table, field: String(path[2] ?? 'name') }
    } else if (isInTables) session.selection.value = {}
    session.revealed.value = { path, ...how }
  })
}

/** The view that shows what is at a path. @param {Issue['path']} path @returns {import('./state.js').ViewName} */
function viewOf(path) {
  const [list, index] = path
  if (list === 'tenancySettings') return 'tenancy'
  if (list === 'relationships') return typeof index === 'number' ? 'relationships' : 'json'
  return path.length <= 1 || (list === 'tableList' && typeof index === 'number') ? 'tables' : 'json'
}

/** What is left of a selection: tables and columns may be gone. @param {Selection} selection @param {unknown} value @returns {Selection} */
export function clamped(selection, value) {
  const { table, column, to = column, columns = [] } = selection
  if (table === undefined) return selection
  const fields = tablesOf(value)[table]
  if (!fields) return {}
  const last = columnsOf(fields).length - 1
  if (column === undefined || to === undefined || Math.max(column, to, ...columns) <= last) return selection
  return last < 0 ? { table } : { table, column: Math.min(column, last), to: Math.min(to, last) }
}
