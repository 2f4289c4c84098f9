/** The whole editor inside its shadow root. */
// @ts-check

import { render } from 'preact'
import { useRef } from 'preact/hooks'
import { SessionProvider, useSession } from '../ui/context.js'
import { FileInput, JSON_FILES } from '../ui/file-input.jsx'
import { lazily } from '../ui/lazily.jsx'
import { isTyping } from '../ui/keys.js'
import { Prose } from '../ui/prose.jsx'
import { goToRegion, useKeptFocus } from '../ui/regions.js'
import { isObject } from '../document/value.js'
import { fixAll } from '../state/fixing.js'
import { goToNext } from '../state/navigation.js'
import { CatalogPane } from './catalog.jsx'
import { IssuesPanel } from './issues.jsx'
import { Start } from './start.jsx'
import { TablesView } from './tables/view.jsx'
import { TopBar } from './top-bar.jsx'

/** @typedef {import('../state/session.js').Session} Session */
/** @typedef {import('./top-bar.jsx').Submission} Submission */

/** The views of the document, in the order of their tabs. The last one has a number, which moves no other. */
const VIEWS = /** @type {const} */ (['tables', 'relationships', 'tenancy', 'json', 'changes'])

/** What a narrow editor shows one at a time. */
const PANES = /** @type {const} */ (['catalog', ...VIEWS, 'details', 'issues'])

const JsonView = lazily(() => import('./json/view.jsx').then(({ JsonView }) => JsonView))

/** The views of the datamart; the JSON view shows the text. */
const STRUCTURED = {
  tables: TablesView,
  relationships: lazily(() => import('./relationships/view.jsx').then(({ RelationshipsView }) => RelationshipsView)),
  tenancy: lazily(() => import('./tenancy/view.jsx').then(({ TenancyView }) => TenancyView)),
  changes: lazily(() => import('./changes/view.jsx').then(({ ChangesView }) => ChangesView)),
}

const Details = lazily(() => import('./inspector/view.jsx').then(({ Details }) => Details))
const CurrentIssue = lazily(() => import('./current-issue.jsx').then(({ CurrentIssue }) => CurrentIssue))
const Shortcuts = lazily(() => import('./shortcuts.jsx').then(({ Shortcuts }) => Shortcuts))
const SaveProblem = lazily(() => import('./save-problem.jsx').then(({ SaveProblem }) => SaveProblem))
const OpenDialog = lazily(() => import('./account/open.jsx').then(({ OpenDialog }) => OpenDialog))
const SendingBanner = lazily(() => import('./account/sending.jsx').then(({ SendingBanner }) => SendingBanner))

const NOTHING_DROPPED = /** @type {Pick<DataTransfer, 'items' | 'files'>} */ (/** @type {unknown} */ ({ items: [], files: [] }))

/**
 * @param {Session} session
 * @param {ShadowRoot} root
 * @param {(submission: Submission) => boolean} submit whether the host leaves it to the editor
 * @returns {() => void} takes it away
 */
export function mount(session, root, submit) {
  render(
    <SessionProvider value={session}>
      <App submit={submit} />
    </SessionProvider>,
    root,
  )
  return () => render(null, root)
}

/** @param {{ submit: (submission: Submission) => boolean }} props */
function App({ submit }) {
  const session = useSession()
  const t = session.t.value
  const app = useRef(/** @type {HTMLDivElement | null} */ (null))
  // A narrow editor shows one pane at a time (`narrow.css`), and its rows of issues are short.
  const issue = (app.current?.clientWidth ?? 680) < 680 ? session.currentIssue.value : undefined
  const notices = useRef(/** @type {HTMLDivElement | null} */ (null))
  useKeptFocus(notices)
  const chooser = useRef(/** @type {HTMLInputElement | null} */ (null))
  const open = (/** @type {File} */ file) => session.load(import('../state/files.js'), ({ openFile }) => openFile(session, file))
  const choose = () => {
    const otherwise = () => chooser.current?.click()
    if ('showOpenFilePicker' in globalThis) session.load(import('../state/saving.js'), ({ chooseFile }) => chooseFile(session, otherwise))
    else otherwise()
  }
  const save = () => session.load(import('../state/saving.js'), ({ save }) => save(session))
  const load = (/** @type {File} */ file) => session.load(import('../state/files.js'), ({ loadCatalog }) => loadCatalog(session, file))

  const focusCatalog = () => {
    session.show('catalog')
    // When it has been drawn, but before the next key.
    queueMicrotask(() => /** @type {HTMLElement | null | undefined} */ (app.current?.querySelector('.catalog input[type=search]'))?.focus())
  }

  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    if (event.defaultPrevented || (event.target instanceof Element && event.target.closest('dialog'))) return
    if (event.key === 'F8') {
      event.preventDefault()
      goToNext(session, event.shiftKey ? -1 : 1)
      return
    }
    if (event.key === 'F6' && app.current && goToRegion(app.current, event.shiftKey ? -1 : 1)) {
      event.preventDefault()
      return
    }
    if (event.key === '?' && !isTyping(event.target)) {
      event.preventDefault()
      session.showsShortcuts.value = true
      return
    }
    if (event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault()
      if (!session.isBlank.peek()) save()
      return
    }
    const isUndo = (event.ctrlKey || event.metaKey) && !event.altKey && /^[zy]$/i.test(event.key)
    if (!isUndo) return
    // A text field undoes its own typing, as long as it has any.
    if (event.target instanceof HTMLInputElement && event.target.type === 'search' && event.target.value) return
    event.preventDefault()
    if (event.shiftKey || event.key.toLowerCase() === 'y') session.redo()
    else session.undo()
  }

  /** @param {DragEvent} event */
  const onDrop = (event) => {
    const { items: [item], files: [file] } = event.dataTransfer ?? NOTHING_DROPPED
    if (!file || session.readOnly.peek()) return
    event.preventDefault()
    if (event.target instanceof Element && event.target.closest('.catalog')) load(file)
    else {
      // Asked for at once: the event knows it no longer afterwards.
      const handle = /** @type {any} */ (item)?.getAsFileSystemHandle?.()
      void Promise.resolve(handle).then(
        (handle) => (handle?.kind === 'file' ? session.load(import('../state/saving.js'), ({ openHandle }) => openHandle(session, handle)) : open(file)),
        () => open(file),
      )
    }
  }

  return (
    <div
      class={`app pane-${session.pane.value}`}
      part="editor"
      ref={app}
      onKeyDown={onKeyDown}
      onDragOver={(event) => event.dataTransfer?.types.includes('Files') && event.preventDefault()}
      onDrop={onDrop}
    >
      <TopBar submit={submit} choose={choose} save={save} />
      <FileInput field={chooser} accept={JSON_FILES} use={open} />
      <div ref={notices} tabIndex={-1}>
        <Notices />
      </div>
      <nav class="pane-tabs" aria-label={t('views')}>
        {PANES.map((pane) => (
          <button type="button" key={pane} aria-current={session.pane.value === pane ? 'true' : undefined} onClick={() => session.show(pane)}>
            {t(`view.${pane}`)}
            {pane === 'changes' && <ChangeCount />}
          </button>
        ))}
      </nav>
      {issue && session.pane.value !== 'issues' && <CurrentIssue issue={issue} />}
      <div class="body">
        <CatalogPane loadCatalog={load} />
        <Centre choose={choose} loadCatalog={load} focusCatalog={focusCatalog} />
        <section class="inspector" aria-label={t('inspector')} data-pane="details">
          <Details />
        </section>
        <IssuesPanel />
      </div>
      {session.showsShortcuts.value && <Shortcuts />}
      {session.choices.value && <OpenDialog choose={choose} />}
      <p class="visually-hidden" role="status">
        {session.announcement.value}
      </p>
    </div>
  )
}

/** How many changes there are, if any. */
function ChangeCount() {
  const diff = useSession().comparison.value?.diff
  const count = diff ? diff.changes.length + (diff.omitted ?? 0) : 0
  if (count === 0) return null
  return (
    <>
      {' '}
      <span class="number">{count}</span>
    </>
  )
}

/** What the user has to decide or should know: about other tabs, a file, the storage. */
function Notices() {
  const session = useSession()
  const t = session.t.value
  const keeper = session.keeper.value
  if (keeper?.other.value || session.saveProblem.value) return <SaveProblem />
  if (session.notLoaded.value) {
    return (
      <div class="banner" role="alert">
        <div>
          <strong>{t(navigator.onLine ? 'notLoaded' : 'offline')}</strong>
          <p>{navigator.onLine ? session.notLoaded.value : t('offline.later')}</p>
        </div>
        <button type="button" class="secondary" onClick={() => (session.notLoaded.value = '')}>
          {t('close')}
        </button>
      </div>
    )
  }
  if (session.sending.value) return <SendingBanner />
  if (!keeper?.problem.value) return null
  return (
    <p class="banner fine" role="alert">
      {t('keeping.failed', { reason: keeper.problem.value })}
    </p>
  )
}

/** @param {{ choose: () => void, loadCatalog: (file: File) => void, focusCatalog: () => void }} props */
function Centre({ choose, loadCatalog, focusCatalog }) {
  const session = useSession()
  const t = session.t.value
  const view = session.view.value
  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const next = VIEWS[(VIEWS.indexOf(view) + step + VIEWS.length) % VIEWS.length] ?? 'tables'
    session.show(next)
    const tab = /** @type {HTMLElement} */ (event.currentTarget).querySelector(`[data-view="${next}"]`)
    if (tab instanceof HTMLElement) tab.focus()
  }
  const panel = useRef(/** @type {HTMLDivElement | null} */ (null))
  useKeptFocus(panel)
  return (
    <div class="centre" data-pane="centre">
      <div class="view-tabs" role="tablist" aria-label={t('views')} onKeyDown={onKeyDown}>
        {VIEWS.map((name) => (
          <button key={name} type="button" role="tab" id={`tab-${name}`} data-view={name} aria-selected={view === name} aria-controls="view" tabIndex={view === name ? 0 : -1} onClick={() => session.show(name)}>
            {t(`view.${name}`)}
            {name === 'changes' && <ChangeCount />}
          </button>
        ))}
      </div>
      <div class="view" role="tabpanel" id="view" aria-labelledby={`tab-${view}`} tabIndex={-1} ref={panel}>
        {view === 'json' ? <JsonView /> : session.isBlank.value ? <Start choose={choose} loadCatalog={loadCatalog} focusCatalog={focusCatalog} /> : <Structured view={view} />}
      </div>
    </div>
  )
}

/** A view of the datamart; above it what is wrong if the text cannot be shown in it. @param {{ view: keyof typeof STRUCTURED }} props */
function Structured({ view }) {
  const session = useSession()
  const t = session.t.value
  const isBroken = session.isBroken.value
  const value = session.value.value
  const hasTables = isObject(value)
  const View = STRUCTURED[view]
  const repairable = session.issues.value.find(({ code, fix }) => code === 'syntax' && fix)
  return (
    <>
      {isBroken && (
        <div class="banner" role="alert">
          <div>
            <strong>{t('broken')}</strong>
            <p>{hasTables ? t('broken.help') : t('broken.help.none')}</p>
          </div>
          {repairable && !session.readOnly.value && (
            <button type="button" class="primary" onClick={() => void fixAll(session, 'syntax')}>
              {t('broken.repair')}
            </button>
          )}
          <button type="button" class="secondary" onClick={() => session.show('json')}>
            {t('broken.json')}
          </button>
        </div>
      )}
      {hasTables ? (
        <View key={view} />
      ) : isBroken ? null : (
        <div class="empty-view">
          <h2>{t('notDatamart')}</h2>
          <p>
            <Prose text={t('notDatamart.help')} />
          </p>
          <button type="button" class="secondary" onClick={() => session.show('json')}>
            {t('broken.json')}
          </button>
        </div>
      )}
    </>
  )
}
