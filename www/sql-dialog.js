/** One expression in an editor of its own, with what is wrong with it and the columns that it can use. */
// @ts-check

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { forEachDiagnostic, setDiagnosticsEffect } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { Decoration, EditorView, keymap } from '@codemirror/view'
import { sqlCompletionSource, sqlHover, sqlLinter } from 'datamart-validator/codemirror'

import { byId, fill, h, icon } from './dom.js'

/** @typedef {import('datamart-validator/codemirror').SqlContext} SqlContext */

/** A mistake is told when typing pauses. */
const PAUSE = 200
/** Names that are offered at once; the arrow keys lead to the others. */
const OFFERED = 10

export class SqlDialog {
  #dialog
  #reader
  #view
  /** The expression when it was opened. */
  #before = ''
  /** @type {SqlContext | undefined} */
  #context
  /** @type {(sql: string) => void} */
  #apply = () => undefined
  /** Whether Cancel or Apply was pressed. */
  #isDecided = false

  /**
   * @param {HTMLElement} dialog
   * @param {import('./sql-reader.js').SqlReader} reader
   */
  constructor(dialog, reader) {
    this.#dialog = /** @type {HTMLDialogElement} */ (dialog)
    this.#reader = reader
    this.#view = new EditorView({ parent: /** @type {Element} */ (dialog.querySelector('.sql-editor')) })
    byId('sql-cancel').addEventListener('click', () => {
      this.#isDecided = true
      this.#dialog.close()
    })
    dialog.addEventListener('cancel', (event) => {
      if (!this.#wouldLose) return
      event.preventDefault()
      byId('sql-unapplied').hidden = false
    })
    dialog.addEventListener('close', () => {
      if (this.#wouldLose) {
        // Escape closes a dialog that has just refused it, and so may a gesture.
        this.#dialog.showModal()
        byId('sql-unapplied').hidden = false
        return this.#view.focus()
      }
      // A verdict may still be under way, and a validator is let go when an option changes.
      this.#context = undefined
    })
    dialog.querySelector('form')?.addEventListener('submit', () => {
      this.#isDecided = true
      const sql = this.#view.state.doc.toString()
      // The dialog gives the focus back when it closes, and the text takes it then.
      this.#dialog.close()
      if (sql !== this.#before) this.#apply(sql)
    })
  }

  /**
   * @param {string} sql
   * @param {SqlContext} context what the expression may refer to
   * @param {(sql: string) => void} apply takes it over
   */
  open(sql, context, apply) {
    this.#before = sql
    this.#context = context
    this.#apply = apply
    this.#isDecided = false
    byId('sql-unapplied').hidden = true
    fill(byId('sql-issues'))
    byId('sql-column').textContent = context.column ?? ''
    this.#view.setState(
      EditorState.create({
        doc: sql,
        selection: { anchor: sql.length },
        extensions: [
          history(),
          EditorView.lineWrapping,
          EditorView.decorations.compute(['doc'], ({ doc }) => this.#coloured(doc.toString())),
          sqlLinter(() => this.#context, { delay: PAUSE }),
          EditorView.updateListener.of(({ transactions }) => {
            if (transactions.some(({ effects }) => effects.some((effect) => effect.is(setDiagnosticsEffect)))) this.#listIssues()
          }),
          closeBrackets(),
          sqlHover(() => this.#context),
          autocompletion({ override: [sqlCompletionSource(() => this.#context)], icons: false, maxRenderedOptions: OFFERED }),
          keymap.of([
            ...completionKeymap,
            ...closeBracketsKeymap,
            { key: 'Mod-Enter', run: () => (this.#dialog.querySelector('form')?.requestSubmit(), true) },
            ...historyKeymap,
            ...defaultKeymap,
          ]),
          EditorView.contentAttributes.of({ dir: 'ltr', tabindex: '0', 'aria-labelledby': 'sql-title', 'aria-describedby': 'sql-hint' }),
        ],
      }),
    )
    this.#dialog.showModal()
    this.#view.focus()
  }

  /** Whether closing would throw away what was typed. */
  get #wouldLose() {
    return !this.#isDecided && this.#view.state.doc.toString() !== this.#before
  }

  /** What the underlines say, for those who do not hover over them. */
  #listIssues() {
    /** @type {HTMLElement[]} */
    const items = []
    const view = this.#view
    forEachDiagnostic(view.state, (diagnostic, from, to) => {
      const { severity, actions = [] } = diagnostic
      items.push(
        h(
          'li',
          {},
          icon(severity === 'error' ? 'error' : 'warning'),
          h(
            'div',
            {},
            diagnostic.renderMessage?.(view),
            actions.map(({ name, apply }) => h('button', { type: 'button', class: 'button issue-fix', click: () => (apply(view, from, to), view.focus()) }, name)),
          ),
        ),
      )
    })
    fill(byId('sql-issues'), items)
  }

  /** @param {string} sql */
  #coloured(sql) {
    const { columns = [], functions = [] } = this.#reader.read(sql) ?? {}
    /** @param {string} name */
    const marks = (name) => (/** @type {{ range: import('./package.js').Range }} */ { range }) =>
      Decoration.mark({ class: name }).range(range.start, range.end)
    return Decoration.set([...columns.map(marks('sql-column')), ...functions.map(marks('sql-function'))], true)
  }
}
