/** The bar at the top: what is edited, undo, files, the verdict in numbers, the primary action. */
// @ts-check

import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { setField } from '../document/actions.js'
import { isObject, textOf } from '../document/value.js'
import { goTo } from '../state/navigation.js'
import { useSession } from '../ui/context.js'
import { DraftInput } from '../ui/fields.jsx'
import { Icon, SeverityIcon } from '../ui/icons.jsx'
import { written } from '../ui/keys.js'
import { lazily } from '../ui/lazily.jsx'

/** @typedef {{ text: string, request: import('../../../index.d.ts').DatamartRequest }} Submission */

/** @param {{ submit: (submission: Submission) => boolean, choose: () => void, save: () => void }} props */
export function TopBar({ submit, choose, save }) {
  const session = useSession()
  const t = session.t.value
  const { document } = session
  const fields = isObject(session.value.value) ? session.value.value : undefined
  const file = document.file.value
  const canUndo = document.canUndo.value && !session.readOnly.value
  const canRedo = document.canRedo.value && !session.readOnly.value

  /** @param {string} field @param {string} text */
  const write = (field, text) => {
    const now = session.value.peek()
    if (session.isBlank.peek()) session.begin({ [field]: text })
    else session.change(setField([], isObject(now) ? now : undefined, field, text))
    session.visit([field])
  }

  return (
    <div class="top">
      <div class="identity">
        <DraftInput
          label={t('name')}
          value={textOf(fields?.name)}
          commit={(text) => write('name', text)}
          onLeave={() => fields && session.visit(['name'])}
          attributes={{ class: 'quiet title', placeholder: t('name.placeholder'), readOnly: session.readOnly.value || session.isBroken.value }}
        />
        <span class="slash" aria-hidden="true">
          /
        </span>
        <DraftInput
          label={t('datasource')}
          value={textOf(fields?.datasourceName)}
          commit={(text) => write('datasourceName', text)}
          onLeave={() => fields && session.visit(['datasourceName'])}
          attributes={{ class: 'quiet', placeholder: session.catalog.value?.datasource || t('datasource.placeholder'), readOnly: session.readOnly.value || session.isBroken.value }}
        />
        {session.readOnly.value && <span class="chip">{t('readOnly')}</span>}
      </div>
      <div class="tools">
        <button type="button" class="icon-button" aria-label={t('undo')} title={`${t('undo')} (${written('Ctrl+Z')})`} disabled={!canUndo} onClick={() => session.undo()}>
          <Icon name="undo" />
        </button>
        <button type="button" class="icon-button" aria-label={t('redo')} title={`${t('redo')} (${written('Ctrl+Shift+Z')})`} disabled={!canRedo} onClick={() => session.redo()}>
          <Icon name="redo" />
        </button>
        <button type="button" class="icon-button" aria-label={t('open')} title={t('open')} disabled={session.readOnly.value} onClick={() => (session.client.value ? (session.choices.value = 'account') : choose())}>
          <Icon name="open" />
        </button>
        <button type="button" class={`icon-button ${document.isUnsaved.value ? 'is-unsaved' : ''}`} aria-label={t('save')} title={`${file ? `${t('save')}: ${file.handle.name}` : t('save')} (${written('Ctrl+S')})`} disabled={session.isBlank.value} onClick={save}>
          <Icon name="save" />
        </button>
        <button type="button" class="icon-button wide-only" aria-label={t('shortcuts')} title={`${t('shortcuts')} (?)`} onClick={() => (session.showsShortcuts.value = true)}>
          <Icon name="help" />
        </button>
      </div>
      <Counter />
      <PrimaryAction submit={submit} />
    </div>
  )
}

/** The number of issues. Its width does not depend on it, so that nothing moves. */
function Counter() {
  const session = useSession()
  const t = session.t.value
  const { errors, warnings, todo } = session.counts.value
  const isUnknown = session.verdict.value === undefined
  return (
    <button type="button" class="counter" onClick={() => session.show('issues')}>
      {session.isBlank.value ? (
        <span class="soft">{t('count.empty')}</span>
      ) : isUnknown ? (
        <span class="soft">{t('count.checking')}</span>
      ) : (
        <>
          {errors > 0 && (
            <span class="count">
              <SeverityIcon severity="error" />
              {t('count.errors', { count: errors })}
            </span>
          )}
          {warnings > 0 && (
            <span class="count">
              <SeverityIcon severity="warning" />
              {t('count.warnings', { count: warnings })}
            </span>
          )}
          {todo > 0 && (
            <span class="count soft">
              <SeverityIcon severity="todo" />
              {t('count.todo', { count: todo })}
            </span>
          )}
          {errors + warnings + todo === 0 && (
            <span class="count">
              <SeverityIcon severity="valid" />
              {t('count.valid')}
            </span>
          )}
        </>
      )}
    </button>
  )
}

/** @param {{ submit: (submission: Submission) => boolean }} props whether the host leaves it to the editor */
function PrimaryAction({ submit }) {
  const session = useSession()
  const t = session.t.value
  const action = session.operation.value
  // One primary action at a time: the review has its own.
  const isAsked = action === 'update' && session.sending.value?.step === 'review'
  const said = useSignal('')
  const isOpen = useSignal(false)
  const opener = useRef(/** @type {HTMLButtonElement | null} */ (null))

  /** @param {string} text */
  const say = (text) => {
    said.value = text
    session.announcement.value = text
  }
  /** @param {string} text */
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text)
      say(t('copied'))
    } catch {
      say(t('copied.failed'))
    }
  }
  /** Uses the request, or leads to the first error. @param {(submission: Submission) => void} use */
  const withRequest = async (use) => {
    session.isMature.value = true
    const verdict = await session.settled()
    if (!verdict) return say(t('issues.failed', { reason: session.failure.peek() }))
    const { text, valid, issues } = verdict
    if (valid) return use({ text, request: await session.engine.call('buildRequest', text) })
    const errors = issues.filter(({ severity }) => severity === 'error')
    say(t('request.blocked', { count: errors.length }))
    if (errors[0]) goTo(session, errors[0])
  }
  /** @param {Submission} submission */
  const act = (submission) => {
    if (!action) void copy(submission.request.body)
    else if (submit(submission)) session.withAccount((account) => account.submit())
  }
  const close = () => {
    isOpen.value = false
    opener.current?.focus()
  }
  return (
    <span class="primary-place">
      <button type="button" class={isAsked ? 'secondary' : 'primary'} disabled={session.isBlank.value || (session.readOnly.value && action !== undefined)} onClick={() => void withRequest(act)}>
        {t(action ?? 'copy')}
      </button>
      <button type="button" class="icon-button" ref={opener} aria-label={t('export')} title={t('export')} aria-haspopup="menu" aria-expanded={isOpen.value} disabled={session.isBlank.value} onClick={() => (isOpen.value = !isOpen.value)}>
        <Icon name="more" />
      </button>
      {isOpen.value && <ExportMenu withRequest={withRequest} copy={copy} close={close} />}
      {said.value && (
        <span class="toast" key={said.value} onAnimationEnd={() => (said.value = '')}>
          {said.value}
        </span>
      )}
    </span>
  )
}

/** The menu is loaded when it is opened. */
const ExportMenu = lazily(() => import('./export-menu.jsx').then(({ ExportMenu }) => ExportMenu))
