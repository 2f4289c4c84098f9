/** Fixes with one click: applies the fix of an issue to the text, and reports what was done. */
// @ts-check

import { byId, fill, prose } from './dom.js'

/** @typedef {import('./package.js').Issue} Issue */

export class Fixer {
  #parts
  /** The text after the last fix: only as long as it stands there is something to undo. */
  #mended = ''

  /**
   * @param {object} parts
   * @param {import('./editor.js').Editor} parts.editor
   * @param {import('./issues.js').IssueList} parts.list
   * @param {() => readonly Issue[]} parts.judge judges the text as it is now
   * @param {(issue: Issue) => void} parts.apply does what the fix of an issue says, if it can be done with the text as it is now
   */
  constructor(parts) {
    this.#parts = parts
    byId('undo-fix').addEventListener('click', () => parts.editor.undo())
    byId('issue-list').addEventListener('keydown', (event) => {
      if (event.key.toLowerCase() !== 'z' || event.shiftKey || event.altKey || !(event.ctrlKey || event.metaKey)) return
      // Undo is the text's, and the focus has come here from there.
      event.preventDefault()
      parts.editor.undo()
    })
  }

  /** After every verdict: what was said of the last fix goes with its text. */
  show() {
    if (this.#parts.editor.text !== this.#mended) this.#say()
  }

  /** @param {Issue} issue as it is listed */
  apply(issue) {
    const { editor, list, judge, apply } = this.#parts
    const place = list.placeOf(issue)
    const before = editor.text
    try {
      apply(issue)
    } catch (error) {
      console.error(error)
    }
    if (editor.text === before) return this.#say('This fix cannot be applied to the text as it is now: nothing was done.')
    this.#mended = editor.text
    const rest = judge().length
    byId('undo-fix').hidden = false
    this.#say(`Done: ${issue.fix?.title}. ${rest === 0 ? 'No issues are left.' : ''}`)
    if (!list.focus(place)) editor.focus()
  }

  /** @param {string} [words] nothing to say takes away what was said, and the button with it */
  #say(words = '') {
    byId('fix-done').classList.toggle('shown', words !== '')
    fill(byId('fix-words'), ...prose(words))
    if (!words.startsWith('Done')) byId('undo-fix').hidden = true
  }
}
