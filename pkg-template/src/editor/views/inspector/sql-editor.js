/** CodeMirror for one expression. */
// @ts-check

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap } from '@codemirror/commands'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap, placeholder, tooltips } from '@codemirror/view'
import { sqlCompletionSource, sqlHover } from 'datamart-validator/codemirror'
import { columnsOf, textOf } from '../../document/value.js'

/** @typedef {import('../../document/value.js').Fields} Fields */
/** @typedef {import('../../state/session.js').Session} Session */

/** What has been typed is written to the document after this pause, in milliseconds. */
const PAUSE = 300

const theme = EditorView.theme({
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--accent)', padding: '6px 0', minHeight: '64px' },
  '.cm-placeholder': { color: 'var(--soft)' },
  '.cm-tooltip': { background: 'var(--raised)', color: 'var(--ink)', border: '1px solid var(--line)', borderRadius: '6px', boxShadow: 'var(--shadow)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--accent)', color: 'var(--on-accent)' },
})

export class SqlEditor {
  #session
  #path
  #view
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #writing
  /** What the document has. */
  #written = ''

  /**
   * @param {object} parts
   * @param {HTMLElement} parts.parent
   * @param {Session} parts.session
   * @param {(string | number)[]} parts.path of the expression
   * @param {string} parts.label
   * @param {() => { parent: Fields, fields: Fields }} parts.latest the table and the column as they are now
   */
  constructor({ parent, session, path, label, latest }) {
    this.#session = session
    this.#path = path
    const context = () => {
      const { parent: table, fields } = latest()
      return { datasourceType: session.options.peek().datasourceType, table: tableOf(session, table), column: textOf(fields.name) }
    }
    const app = /** @type {HTMLElement} */ (parent.closest('.app'))
    this.#view = new EditorView({
      parent,
      root: /** @type {ShadowRoot} */ (parent.getRootNode()),
      extensions: [
        keymap.of([
          { key: 'Mod-z', run: () => this.#step('undo') },
          { key: 'Mod-Shift-z', run: () => this.#step('redo') },
          { key: 'Mod-y', run: () => this.#step('redo') },
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...defaultKeymap,
        ]),
        closeBrackets(),
        autocompletion({ override: [sqlCompletionSource(context)] }),
        sqlHover(context),
        // Wider than the details, which would cut it off, and within the element, which would, too.
        tooltips({
          parent: app,
          tooltipSpace: () => {
            const { left, right, top, bottom } = app.getBoundingClientRect()
            return { left, right, top: Math.max(0, top), bottom: Math.min(innerHeight, bottom) }
          },
        }),
        EditorView.lineWrapping,
        placeholder('total - discount'),
        EditorState.readOnly.of(!session.canEdit.peek()),
        EditorView.contentAttributes.of({ 'aria-label': label, dir: 'ltr', tabindex: '0' }),
        EditorView.updateListener.of(({ docChanged, transactions }) => {
          if (!docChanged || transactions.every((transaction) => transaction.isUserEvent('show'))) return
          clearTimeout(this.#writing)
          this.#writing = setTimeout(() => this.write(), PAUSE)
        }),
        EditorView.domEventHandlers({ blur: () => void this.write() }),
        theme,
      ],
    })
  }

  /** Shows the document's expression, unless it is what was written from here. @param {string} sql */
  show(sql) {
    if (sql === this.#written && this.#writing !== undefined) return
    this.#written = sql
    const { state } = this.#view
    if (state.doc.toString() === sql) return
    this.#view.dispatch({ changes: { from: 0, to: state.doc.length, insert: sql }, userEvent: 'show' })
  }

  /** Writes what has been typed to the document. */
  write() {
    if (this.#writing === undefined) return
    clearTimeout(this.#writing)
    this.#writing = undefined
    const sql = this.#view.state.doc.toString()
    if (sql === this.#written) return
    this.#written = sql
    this.#session.change([{ op: 'set', path: this.#path, value: sql }], 'edit.sql')
  }

  focus() {
    this.#view.focus()
    this.#view.dispatch({ selection: { anchor: this.#view.state.doc.length } })
  }

  dispose() {
    this.write()
    this.#view.destroy()
  }

  /** @param {'undo' | 'redo'} step */
  #step(step) {
    this.#session[step]()
    return true
  }
}

/**
 * The table of an expression: the catalog's columns, which an expression may use whether or not the
 * datamart lists them, and the datamart's custom columns.
 *
 * @param {Session} session
 * @param {Fields} table
 */
function tableOf(session, table) {
  const catalog = session.catalog.peek()
  const known = catalog?.find(textOf(table.schemaName), textOf(table.name))
  const own = columnsOf(table).map((column) => {
    const name = textOf(column.name)
    return /** @type {any} */ ({ ...column, name, dataType: catalog?.column(known, name)?.dataType })
  })
  const listed = new Set(own.map(({ name }) => name))
  return { name: textOf(table.name), columns: [...own, ...(known?.columns.filter(({ name }) => !listed.has(name)) ?? [])] }
}
