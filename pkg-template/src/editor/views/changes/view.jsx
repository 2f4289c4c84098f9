/** The view of what has changed since the datamart was opened, or from the original of the host. */
// @ts-check

import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { groupChanges, placeOfChange, takeBack } from '../../document/changes.js'
import { parse } from '../../document/value.js'
import { goToPlace } from '../../state/navigation.js'
import styles from '../../styles/changes.css'
import forms from '../../styles/forms.css'
import { addStyles } from '../../styles/sheet.js'
import { useSession } from '../../ui/context.js'
import { Icon, SeverityIcon } from '../../ui/icons.jsx'
import { Prose } from '../../ui/prose.jsx'

addStyles(forms, styles)

/** @typedef {import('../../document/changes.js').Change} Change */
/** @typedef {import('../../document/changes.js').Group} Group */
/** @typedef {import('../../state/comparison.js').Comparison} Comparison */

/** So many changes are drawn; there is no use in reading more. */
const MOST = 500

/** Decoration: the message says it too. */
const SIGNS = { added: '+', removed: '−', changed: '~', moved: '↕' }

export function ChangesView() {
  const session = useSession()
  const t = session.t.value
  const box = useRef(/** @type {HTMLDivElement | null} */ (null))
  const [active, setActive] = useState(0)
  /** Whether the row with the focus has just been taken back. */
  const isTaken = useRef(false)
  const comparison = session.comparison.value
  const changes = comparison?.diff?.changes ?? []
  const stored = session.stored.value
  const isAsOpened = stored ? stored.text === session.document.opened.value : session.givenOriginal.value === undefined
  const last = Math.min(changes.length, MOST) - 1
  const current = Math.min(active, last)

  /** @param {number} index */
  const focus = (index) => /** @type {HTMLElement | null | undefined} */ (box.current?.querySelector(`[data-index="${index}"]`) ?? box.current)?.focus()

  useLayoutEffect(() => {
    if (isTaken.current) focus(current)
    isTaken.current = false
  }, [comparison])

  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    const steps = /** @type {Record<string, number>} */ ({ ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: last })
    const next = steps[event.key]
    if (next === undefined || last < 0 || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    focus(Math.max(0, Math.min(next, last)))
  }

  /** @param {Change} change */
  const revert = (change) => {
    session.flush()
    // A comparison of a text that is no longer there knows no place in the present one.
    if (!comparison || session.text !== comparison.text) return
    isTaken.current = true
    session.change(takeBack(change, parse(comparison.original)?.value, comparison.value))
    session.announcement.value = t('changes.reverted', { message: change.message.replaceAll('`', '') })
  }

  return (
    <div class="scroll form-view changes" ref={box} tabIndex={-1} onKeyDown={onKeyDown}>
      {session.original.value === undefined ? (
        <Nothing title={t('changes.new')} help={t('changes.new.help')} />
      ) : comparison?.failure !== undefined ? (
        <Nothing title={t('changes.failed')} help={comparison.failure} />
      ) : !comparison?.diff ? (
        <p class="empty-view">{t('changes.pending')}</p>
      ) : changes.length === 0 ? (
        <Nothing title={t('changes.none')} help={t(isAsOpened ? 'changes.none.help' : 'changes.none.original')} />
      ) : (
        <List comparison={comparison} diff={comparison.diff} current={current} setActive={setActive} revert={revert} />
      )}
    </div>
  )
}

/** @param {{ title: string, help: string }} props */
function Nothing({ title, help }) {
  return (
    <div class="empty-view">
      <h2>{title}</h2>
      <p>
        <Prose text={help} />
      </p>
    </div>
  )
}

/** @typedef {{ current: number, setActive: (index: number) => void, revert: (change: Change) => void }} Acts */

/** @param {Acts & { comparison: Comparison, diff: import('../../../../index.d.ts').DatamartDiff }} props */
function List({ comparison: { original, value }, diff, ...acts }) {
  const t = useSession().t.value
  const before = useMemo(() => parse(original)?.value, [original])
  const groups = useMemo(() => groupChanges(diff.changes.slice(0, MOST), before, value), [diff, before, value])
  const breaking = diff.changes.filter((change) => change.breaking).length
  const count = diff.changes.length + (diff.omitted ?? 0)
  let next = 0
  return (
    <div class="form">
      <p class="changes-sum">
        <strong>{t('changes.count', { count })}</strong>
        {breaking > 0 && (
          <span class="state">
            <SeverityIcon severity="warning" />
            {t('changes.breaking', { count: breaking })}
          </span>
        )}
      </p>
      {groups.map((group) => {
        const first = next
        next += group.changes.length
        return <Changes key={`${group.subject} ${group.name}`} group={group} first={first} before={before} after={value} {...acts} />
      })}
      {count > next && <p class="soft">{t('changes.more', { count: count - next })}</p>}
    </div>
  )
}

/** @param {Acts & { group: Group, first: number, before: unknown, after: unknown }} props */
function Changes({ group: { subject, name, changes }, first, before, after, current, setActive, revert }) {
  const session = useSession()
  const t = session.t.value
  const id = useId()
  const titles = { relationship: t('relationships'), tenancy: t('view.tenancy'), datamart: t('inspector.datamart'), table: name || t('grid.unnamed') }
  return (
    <section class="form-section" aria-labelledby={id}>
      <h2 id={id} class={subject === 'table' ? 'mono' : ''}>
        {titles[subject]}
      </h2>
      <ul class="suggestions">
        {changes.map((change, at) => {
          const index = first + at
          const tabIndex = index === current ? 0 : -1
          const canRevert = session.canEdit.value && takeBack(change, before, after).length > 0
          return (
            <li key={`${change.kind} ${change.path.join('/')}`} class="change" onFocusIn={() => setActive(index)}>
              <button type="button" class="change-main" data-index={index} tabIndex={tabIndex} onClick={() => goToPlace(session, placeOfChange(change, before, after))}>
                <span class="mono" aria-hidden="true">
                  {SIGNS[change.kind]}
                </span>
                <span class="change-message">
                  <Prose text={change.message} />
                </span>
                {change.breaking && (
                  <span class="state">
                    <SeverityIcon severity="warning" />
                    {t('changes.mark')}
                  </span>
                )}
              </button>
              {canRevert && (
                <button type="button" class="icon-button" tabIndex={tabIndex} aria-label={`${t('changes.revert')}: ${change.message.replaceAll('`', '')}`} title={t('changes.revert')} onClick={() => revert(change)}>
                  <Icon name="undo" size={14} />
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
