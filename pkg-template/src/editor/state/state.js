/** The state of one editor: the document, what is known besides it, what was found, and what the user looks at. */
// @ts-check

import { computed, signal } from '@preact/signals'

import { Document } from '../document/document.js'
import { isObject, textOf } from '../document/value.js'
import { translator } from '../strings.js'
import { Catalog } from './catalog.js'
import { countsOf, groupByPlace, sorted } from './issues.js'
import { usedTables } from './usage.js'

/** @typedef {import('../../../index.d.ts').Issue} Issue */
/** @typedef {import('../../../index.d.ts').ValidateOptions} ValidateOptions */
/** @typedef {'tables' | 'relationships' | 'tenancy' | 'json' | 'changes'} ViewName */
/** @typedef {'catalog' | ViewName | 'details' | 'issues'} PaneName what a narrow editor shows */
/**
 * What is selected: a table, or of a table either `columns` or those from `column` to `to`; the
 * datamart itself without a table. `field` of `to` has the focus.
 *
 * @typedef {{ table?: number, column?: number, to?: number, columns?: readonly number[], field?: string }} Selection
 */
/** @typedef {{ text: string, valid: boolean, issues: readonly Issue[] }} Verdict of a text */
/** @typedef {import('../../../index.d.ts').ImportedDatamart} ImportedDatamart */
/** @typedef {import('./account.js').Stored} Stored */

export class State {
  document = new Document((origin, transactions) => this.changed(origin, transactions))

  /**
   * Called after each change of the text.
   *
   * @param {import('../document/document.js').Origin} _origin
   * @param {readonly import('@codemirror/state').Transaction[]} _transactions
   */
  changed(_origin, _transactions) {}

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

  name = computed(() => textIn(this.value.value, 'name'))
  datasourceName = computed(() => textIn(this.value.value, 'datasourceName'))
  /** What the account has of the present document. */
  stored = computed(() => this.accountHas.value.get(this.document.opened.value))
  /** What the primary action does; undefined if it copies. Another name makes another datamart. @type {import('@preact/signals').ReadonlySignal<'create' | 'update' | undefined>} */
  operation = computed(() => this.action.value ?? (this.client.value ? (this.stored.value && this.name.value === this.stored.value.name ? 'update' : 'create') : undefined))
  /** What changes are counted from; nothing for a new datamart. */
  original = computed(() => this.stored.value?.text ?? this.givenOriginal.value ?? (this.document.opened.value.trim() === '' ? undefined : this.document.opened.value))
  /** The catalog as it was given. */
  knownCatalog = computed(() => this.stored.value?.catalog ?? this.catalogSource.value ?? this.options.value.catalog)
  t = computed(() => translator(this.strings.value))
  catalog = computed(() => catalogOf(this.knownCatalog.value))
  catalogProblem = signal('')
  usage = computed(() => (this.catalog.value ? usedTables(this.value.value, this.catalog.value) : new Map()))
  canEdit = computed(() => !this.readOnly.value && !this.isBroken.value)
  issues = computed(() => [...(this.verdict.value?.issues ?? []), ...this.replied.value])
  /** Issues that are merely something to do, and all others. */
  sorted = computed(() => (this.isBlank.value ? { todo: [], others: [] } : sorted(this.issues.value, this.isMature.value ? undefined : this.visited.value)))
  counts = computed(() => countsOf(this.sorted.value))
  /** The issues by the table and column they are about. */
  issuesByPlace = computed(() => groupByPlace(this.sorted.value.others))
}

/** A text of the datamart; empty if it is none. @param {unknown} value @param {string} field */
function textIn(value, field) {
  return isObject(value) ? textOf(value[field]) : ''
}

/** @param {unknown} source */
function catalogOf(source) {
  return isObject(source) ? new Catalog(source) : undefined
}
