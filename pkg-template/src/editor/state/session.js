/**
 * The state of one editor: the document, what is known besides it, what was found, and what is
 * selected. Views read its signals and change the document by `change`.
 */
// @ts-check

import { batch, computed, signal } from '@preact/signals'

import { newDatamart } from '../document/actions.js'
import { Document } from '../document/document.js'
import { writtenAnew } from '../document/places.js'
import { isObject, parse, shared, textOf } from '../document/value.js'
import { replacement } from '../../text/difference.js'
import { textEdits } from '../../text/edits.js'
import { translator } from '../strings.js'
import { Engine, latestWins } from '../worker/engine.js'
import { Catalog } from './catalog.js'
import { countsOf, groupByPlace, isSamePath, sorted } from './issues.js'
import { clamped } from './navigation.js'
import { usedTables } from './usage.js'

/** @typedef {import('../../../index.d.ts').Issue} Issue */
/** @typedef {import('../../../index.d.ts').ValidateOptions} ValidateOptions */
/** @typedef {import('../../../index.d.ts').TextChange} Change */
/** @typedef {import('../document/document.js').Origin} Origin */
/** @typedef {'tables' | 'relationships' | 'tenancy' | 'json' | 'changes'} ViewName */
/** @typedef {'catalog' | ViewName | 'details' | 'issues'} PaneName what a narrow editor shows */
/**
 * What is selected: a table, or the columns of a table from `column` to `to`; the datamart itself
 * without a table. `field` is the field that has the focus.
 *
 * @typedef {{ table?: number, column?: number, to?: number, field?: string }} Selection
 */
/** @typedef {{ text: string, valid: boolean, issues: readonly Issue[] }} Verdict of a text */
/** @typedef {import('../../../index.d.ts').ImportedDatamart} ImportedDatamart */
/** @typedef {import('./account.js').Stored} Stored */

/** A text up to this length is read again after each key, a longer one when the typing pauses. */
const READ_AT_ONCE = 30_000
const PAUSE = 150

export class Session {
  // What the host provides.
  /** @type {import('@preact/signals').Signal<Partial<Record<string, string>> | null | undefined>} */
  strings = signal(undefined)
  /** @type {import('@preact/signals').Signal<unknown>} */
  catalogSource = signal(undefined)
  /** @type {import('@preact/signals').Signal<ValidateOptions>} */
  options = signal({})
  readOnly = signal(false)
  /** @type {import('@preact/signals').Signal<'create' | 'update' | undefined>} */
  action = signal(undefined)
  /** The text that changes are counted from, unless that is the text that was opened. @type {import('@preact/signals').Signal<string | undefined>} */
  givenOriginal = signal(undefined)
  /** What calls the API. @type {import('@preact/signals').Signal<import('../../../editor.d.ts').EditorClient | null | undefined>} */
  client = signal(undefined)

  // What is known of the document.
  /** The datamart as of the last text that could be read. @type {import('@preact/signals').Signal<unknown>} */
  value = signal(undefined)
  /** Whether the present text cannot be read. */
  isBroken = signal(false)
  isBlank = signal(true)
  /** @type {import('@preact/signals').Signal<Verdict | undefined>} */
  verdict = signal(undefined)
  isChecking = signal(false)
  /** Why the check could not run. */
  failure = signal('')

  /** What differs from the original. @type {import('@preact/signals').Signal<import('./comparison.js').Comparison | undefined>} */
  comparison = signal(undefined)
  /** What the user opens one of: the datamarts of a reply, or those of the account. @type {import('@preact/signals').Signal<readonly ImportedDatamart[] | 'account' | undefined>} */
  choices = signal(undefined)
  /** What the account has of a document, by the text that was opened: opening can be undone. @type {import('@preact/signals').Signal<ReadonlyMap<string, Stored>>} */
  accountHas = signal(new Map())
  /** The issues of the last reply whose places have not been edited since. @type {import('@preact/signals').Signal<readonly Issue[]>} */
  replied = signal([])
  /** What is being sent, or what came of it. @type {import('@preact/signals').Signal<import('./account.js').Sending | undefined>} */
  sending = signal(undefined)

  /** Why a part of the editor that is needed is not there. */
  notLoaded = signal('')
  /** Why the text was not saved. @type {import('@preact/signals').Signal<import('./saving.js').SaveProblem | undefined>} */
  saveProblem = signal(undefined)

  // What the user looks at.
  /** @type {import('@preact/signals').Signal<Selection>} */
  selection = signal({})
  /** @type {import('@preact/signals').Signal<ViewName>} */
  view = signal('tables')
  /** @type {import('@preact/signals').Signal<PaneName>} */
  pane = signal('tables')
  /** How the relationships are shown. @type {import('@preact/signals').Signal<'list' | 'diagram'>} */
  joinsAs = signal('list')
  /** The paths that the user has visited: until then a missing value is something to do. @type {import('@preact/signals').Signal<ReadonlySet<string>>} */
  visited = signal(new Set())
  /** Whether the document was there before, so that nothing in it is still to be done. */
  isMature = signal(false)
  /** Whether the keyboard shortcuts are listed. */
  showsShortcuts = signal(false)
  /** What was done last, for people who cannot see it. */
  announcement = signal('')
  /** The issue that F8 or a click has led to. @type {import('@preact/signals').Signal<Issue | undefined>} */
  currentIssue = signal(undefined)
  /** Asks the view that shows a path to move the focus there. @type {import('@preact/signals').Signal<{ path: Issue['path'], range?: { start: number, end: number }, isPlace?: boolean } | undefined>} */
  revealed = signal(undefined)

  /** What the account has of the present document. */
  stored = computed(() => this.accountHas.value.get(this.document.opened.value))
  /** What the primary action does; undefined if it copies. Another name makes another datamart. @type {import('@preact/signals').ReadonlySignal<'create' | 'update' | undefined>} */
  operation = computed(() => this.action.value ?? (this.client.value ? (this.stored.value && textOf(/** @type {any} */ (this.value.value)?.name) === this.stored.value.name ? 'update' : 'create') : undefined))
  /** What changes are counted from; nothing for a new datamart. */
  original = computed(() => this.stored.value?.text ?? this.givenOriginal.value ?? (this.document.opened.value.trim() === '' ? undefined : this.document.opened.value))
  /** The catalog as it was given. */
  knownCatalog = computed(() => this.stored.value?.catalog ?? this.catalogSource.value ?? this.options.value.catalog)
  t = computed(() => translator(this.strings.value))
  catalog = computed(() => this.#readCatalog())
  catalogProblem = signal('')
  usage = computed(() => (this.catalog.value ? usedTables(this.value.value, this.catalog.value) : new Map()))
  canEdit = computed(() => !this.readOnly.value && !this.isBroken.value)
  issues = computed(() => [...(this.verdict.value?.issues ?? []), ...this.replied.value])
  /** Issues that are merely something to do, and all others. */
  sorted = computed(() => (this.isBlank.value ? { todo: [], others: [] } : sorted(this.issues.value, this.isMature.value ? undefined : this.visited.value)))
  counts = computed(() => countsOf(this.sorted.value))
  /** The issues by the table and column they are about. */
  issuesByPlace = computed(() => groupByPlace(this.sorted.value.others))

  document
  engine
  /** What keeps the text between visits, if the host has a storage. @type {import('@preact/signals').Signal<import('./keeping.js').Keeper | undefined>} */
  keeper = signal(undefined)
  #hooks
  #validate
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #reading
  #isDisposed = false
  #stopFollowing = () => {}
  #isFlushing = false
  /** @type {import('./keeping.js').EditorStorage | null | undefined} */
  #storage
  /** What typing somewhere has not written to the document yet. @type {Set<() => void>} */
  #pending = new Set()
  /** @type {Promise<import('./account.js').Account> | undefined} */
  #account

  /**
   * @param {object} hooks
   * @param {() => string | URL | undefined} hooks.workerUrl
   * @param {() => void} hooks.changed the user has changed the text
   * @param {() => void} hooks.edited the text has changed, whoever did it
   * @param {() => void} hooks.read the text has been read, which may be put off while someone types
   * @param {(verdict: Verdict) => void} hooks.judged
   * @param {(sent: import('../../../editor.d.ts').DatamartEditorEvents['sent']['detail']) => void} hooks.sent the outcome is known, or known to be unknown
   */
  constructor(hooks) {
    this.#hooks = hooks
    this.engine = new Engine(hooks.workerUrl)
    this.document = new Document((origin, transactions) => this.#changed(origin, transactions))
    this.#validate = latestWins(
      (/** @type {string} */ text) => this.engine.call('validate', text),
      (result, text) => this.#judge({ text, valid: result.valid, issues: result.issues }),
      (error) => this.#fail(error),
    )
    this.load(import('./following.js'), ({ follow }) => {
      if (!this.#isDisposed) this.#stopFollowing = follow(this)
    })
  }

  get text() {
    return this.document.text
  }

  /**
   * Another document takes the place of the present one.
   *
   * @param {string} text
   * @param {string} [opened] the text that it was when it was opened, if it has changed since
   */
  open(text, opened) {
    batch(() => {
      this.selection.value = {}
      this.visited.value = new Set()
      this.isMature.value = text.trim() !== ''
      this.verdict.value = undefined
      this.currentIssue.value = undefined
      this.revealed.value = undefined
      this.comparison.value = undefined
      this.accountHas.value = new Map()
      this.forgetReply()
      this.document.open(text, opened)
    })
  }

  /**
   * Changes the datamart as one step of undo.
   *
   * @param {readonly Change[]} changes
   * @param {string} [userEvent]
   */
  change(changes, userEvent) {
    if (changes.length === 0 || !this.canEdit.peek()) return
    this.flush()
    this.read()
    if (this.isBroken.peek()) return
    const { text } = this
    if (text.trim() === '') return
    this.document.edit(textEdits(text, changes), userEvent)
  }

  /** A new datamart in place of a blank text; nothing if there is one. @param {object} [fields] */
  begin(fields) {
    if (this.text.trim() !== '' || this.readOnly.peek()) return
    const datasourceName = this.catalog.peek()?.datasource ?? ''
    const text = writtenAnew(newDatamart({ datasourceName, ...fields }))
    this.document.edit([{ start: 0, end: this.text.length, text }])
  }

  /**
   * Replaces the whole text by another document, as one step of undo.
   *
   * @param {string} text
   * @param {FileSystemFileHandle} [handle] the file that it can be saved to
   */
  replaceWith(text, handle) {
    this.flush()
    this.choices.value = undefined
    this.pane.value = this.view.peek()
    this.selection.value = {}
    this.revealed.value = undefined
    this.isMature.value = true
    const file = handle && { handle, text, saved: signal(/** @type {import('@codemirror/state').Text | undefined} */ (undefined)) }
    this.document.edit([replacement(this.text, text)], undefined, { text, file })
    if (file) file.saved.value = this.document.state.peek().doc
  }

  undo() {
    this.flush()
    if (!this.readOnly.peek()) this.document.undo()
  }

  redo() {
    this.flush()
    if (!this.readOnly.peek()) this.document.redo()
  }

  /**
   * Has a view's own text written to the document before anything else happens with it.
   *
   * @param {() => void} write
   * @returns {() => void} takes it back
   */
  onFlush(write) {
    this.#pending.add(write)
    return () => void this.#pending.delete(write)
  }

  flush() {
    if (this.#isFlushing) return
    this.#isFlushing = true
    try {
      for (const write of [...this.#pending]) write()
    } finally {
      this.#isFlushing = false
    }
  }

  /** Marks a field as visited: from now on a missing value is an issue. @param {Issue['path']} path */
  visit(path) {
    const key = JSON.stringify(path)
    if (!this.visited.peek().has(key)) this.visited.value = new Set(this.visited.peek()).add(key)
  }

  /** Reads the text now, if that has been put off. */
  read() {
    if (this.#reading === undefined) return
    clearTimeout(this.#reading)
    this.#reading = undefined
    this.#read()
  }

  /** The verdict on the present text, once there is one. @returns {Promise<Verdict>} */
  async settled() {
    this.flush()
    const { text } = this
    const verdict = this.verdict.peek()
    if (verdict?.text === text) return verdict
    const { valid, issues } = await this.engine.call('validate', text)
    return { text, valid, issues }
  }

  /** @param {PaneName} pane */
  show(pane) {
    batch(() => {
      this.pane.value = pane
      if (pane !== 'catalog' && pane !== 'details' && pane !== 'issues') {
        this.flush()
        this.read()
        this.view.value = pane
      }
    })
  }

  /** What is known in addition to the datamart: the options, with the catalog and the operation. @returns {ValidateOptions} */
  context() {
    const options = this.options.peek()
    const catalog = /** @type {ValidateOptions['catalog']} */ (this.knownCatalog.peek())
    const operation = options.operation ?? (this.operation.peek() === 'update' ? 'update' : undefined)
    return { ...options, ...(catalog && { catalog }), ...(operation && { operation }) }
  }

  /** Uses other options for validation. */
  applyOptions() {
    this.engine.call('setOptions', this.context()).then(
      () => this.check(),
      (error) => this.#fail(error),
    )
  }

  /**
   * Uses a part of the editor when it is loaded.
   *
   * @template Part
   * @param {Promise<Part>} part
   * @param {(part: Part) => unknown} use
   */
  load(part, use) {
    void part.then(use, (error) => (this.notLoaded.value = String(error?.message ?? error)))
  }

  /** Validates the present text. */
  check() {
    if (this.#isDisposed) return
    this.isChecking.value = true
    this.#validate(this.text)
  }

  /** @param {import('./keeping.js').EditorStorage | null | undefined} storage */
  keepIn(storage) {
    this.keeper.peek()?.stop()
    this.keeper.value = undefined
    this.#storage = storage
    if (!storage) return
    this.load(import('./keeping.js'), ({ Keeper }) => {
      if (this.#storage === storage && !this.#isDisposed) this.keeper.value = new Keeper(this, storage)
    })
  }

  /** Uses what opens and sends datamarts. @param {(account: import('./account.js').Account) => unknown} use */
  withAccount(use) {
    this.#account ??= import('./account.js').then(({ Account }) => new Account(this, this.#hooks.sent))
    this.load(this.#account, use)
    // The next attempt may load it.
    this.#account.catch(() => (this.#account = undefined))
  }

  forgetReply() {
    batch(() => {
      this.replied.value = []
      this.sending.value = undefined
    })
  }

  dispose() {
    this.keeper.peek()?.stop()
    this.#account?.then((account) => account.stop(), () => undefined)
    this.#isDisposed = true
    this.#stopFollowing()
    clearTimeout(this.#reading)
    this.#reading = undefined
    this.engine.dispose()
  }

  /** @param {Origin} origin @param {readonly import('@codemirror/state').Transaction[]} transactions */
  #changed(origin, transactions) {
    // In the view of the text; other views do not type into the document.
    const isTyped = transactions.some((transaction) => transaction.isUserEvent('input') || transaction.isUserEvent('delete'))
    if (isTyped) this.isMature.value = true
    if (isTyped && this.document.state.peek().doc.length > READ_AT_ONCE) {
      clearTimeout(this.#reading)
      this.#reading = setTimeout(() => this.read(), PAUSE)
    } else {
      clearTimeout(this.#reading)
      this.#reading = undefined
      this.#read()
    }
    this.#hooks.edited()
    if (origin === 'user') this.#hooks.changed()
  }

  #read() {
    const { text } = this
    const isBlank = text.trim() === ''
    const parsed = isBlank ? { value: undefined } : parse(text)
    batch(() => {
      this.isBlank.value = isBlank
      this.isBroken.value = !parsed
      if (!parsed) return
      this.value.value = shared(this.value.peek(), parsed.value)
      this.selection.value = clamped(this.selection.peek(), this.value.peek())
    })
    this.#hooks.read()
    this.check()
  }

  /** @param {Verdict} verdict */
  #judge(verdict) {
    if (this.#isDisposed) return
    batch(() => {
      const before = this.currentIssue.peek()
      this.verdict.value = { ...verdict, issues: shared(this.verdict.peek()?.issues, verdict.issues) }
      this.isChecking.value = verdict.text !== this.text
      this.failure.value = ''
      const issues = this.issues.peek()
      if (before && !issues.includes(before)) {
        this.currentIssue.value = issues.find(({ code, path }) => code === before.code && isSamePath(path, before.path))
      }
    })
    this.#hooks.judged(verdict)
  }

  /** @param {unknown} error */
  #fail(error) {
    if (this.#isDisposed) return
    this.isChecking.value = false
    this.failure.value = error instanceof Error ? error.message : String(error)
  }

  #readCatalog() {
    const source = this.knownCatalog.value
    if (!isObject(source)) return undefined
    return new Catalog(source)
  }
}
