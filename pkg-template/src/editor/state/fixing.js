/** Applies the fixes of issues. */
// @ts-check

import { isSamePath } from './issues.js'

/** @typedef {import('../../../index.d.ts').Issue} Issue */
/** @typedef {import('./session.js').Session} Session */

/** Applies the fix of an issue, if the present text still has the issue. @param {Session} session @param {Issue} asked */
export async function fix(session, asked) {
  let edits
  let read
  // Once more if the text has changed meanwhile, as by a repair that was asked for before.
  do {
    const verdict = await session.settled()
    if (!verdict) return
    const { text, issues } = verdict
    const issue = issues.find((issue) => issue === asked) ?? issues.find((issue) => issue.code === asked.code && issue.message === asked.message && isSamePath(issue.path, asked.path))
    if (!issue?.fix || session.readOnly.peek()) return
    edits = await session.engine.call('fix', text, issue.fix)
    read = text
  } while (session.text !== read)
  session.document.edit(edits, 'edit.fix')
  session.announcement.value = session.t.peek()('issues.fixed', { count: 1 })
}

/** Applies the fixes of all issues of a code as one step of undo. @param {Session} session @param {string} code */
export async function fixAll(session, code) {
  let found
  let read
  do {
    session.flush()
    if (session.readOnly.peek()) return
    read = session.text
    found = await session.engine.call('fixAll', read, code)
  } while (session.text !== read)
  const { count, edits } = found
  if (count === 0) return
  session.document.edit(edits, 'edit.fix')
  session.announcement.value = session.t.peek()('issues.fixed', { count })
}
