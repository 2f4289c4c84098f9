/** The issues: dense rows, filtered and grouped, in sync with the selection. */
// @ts-check

import { useComputed, useSignal } from '@preact/signals'
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks'
import { tablesOf, textOf } from '../document/value.js'
import { fix, fixAll } from '../state/fixing.js'
import { goTo } from '../state/navigation.js'
import { useSession } from '../ui/context.js'
import { Icon, SeverityIcon } from '../ui/icons.jsx'
import { Prose } from '../ui/prose.jsx'
import { useKeptFocus } from '../ui/regions.js'
import { VirtualRows } from '../ui/virtual.jsx'

/** @typedef {import('../../../index.d.ts').Issue} Issue */
/** @typedef {'none' | 'rule' | 'place'} Grouping */
/** @typedef {{ issue: Issue, isTodo: boolean, more?: number } | { group: string, code?: string, count: number, fixable: number }} Row */

export function IssuesPanel() {
  const session = useSession()
  const t = session.t.value
  const isOpen = useSignal(true)
  const filter = useSignal('')
  const grouping = useSignal(/** @type {Grouping} */ ('none'))
  const scroller = useRef(/** @type {import('../ui/virtual.jsx').Scroller | null} */ (null))
  const active = useSignal(0)
  const box = useRef(/** @type {HTMLDivElement | null} */ (null))
  const moving = useRef(false)
  // Moving to where one is draws nothing by itself.
  const [, redraw] = useReducer((/** @type {number} */ count) => count + 1, 0)

  const rows = useComputed(() => rowsOf(session, filter.value, grouping.value))
  const current = session.currentIssue.value

  useLayoutEffect(() => {
    const at = rows.peek().findIndex((row) => 'issue' in row && row.issue === current)
    if (at >= 0) {
      active.value = at
      scroller.current?.reveal(at)
    }
  }, [current])
  useLayoutEffect(() => {
    if (!moving.current) return
    moving.current = false
    /** @type {HTMLElement | null | undefined} */
    const target = box.current?.querySelector(`[data-index="${active.value}"]`)
    target?.focus({ preventScroll: true })
  })

  const section = useRef(/** @type {HTMLElement | null} */ (null))
  useKeptFocus(section)

  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    if (!(event.target instanceof HTMLElement) || !event.target.hasAttribute('data-index')) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    let at = active.peek() + step
    while (rows.value[at] && !('issue' in /** @type {Row} */ (rows.value[at]))) at += step
    const row = rows.value[at]
    if (!row || !('issue' in row)) return
    moving.current = true
    redraw(0)
    active.value = at
    goTo(session, row.issue)
  }

  const { errors, warnings, todo } = session.counts.value
  const total = errors + warnings + todo
  return (
    <section class={`issues ${isOpen.value ? '' : 'is-closed'}`} aria-label={t('issues')} data-pane="issues" tabIndex={-1} ref={section}>
      <div class="issues-head">
        <button type="button" class="twist" aria-label={t('issues.collapse')} aria-expanded={isOpen.value} onClick={() => (isOpen.value = !isOpen.value)}>
          <Icon name="chevron" size={12} />
        </button>
        <h2>{t('issues')}</h2>
        <span class="number">{total}</span>
        <span class="spring" />
        <label class="small-field">
          <span aria-hidden="true">{t('issues.group')}</span>
          <select aria-label={t('issues.group')} value={grouping.value} onChange={({ currentTarget }) => (grouping.value = /** @type {Grouping} */ (currentTarget.value))}>
            {['none', 'rule', 'place'].map((value) => (
              <option key={value} value={value}>
                {t(`issues.group.${value}`)}
              </option>
            ))}
          </select>
        </label>
        <input type="search" class="filter" aria-label={t('issues.filter')} placeholder={t('issues.filter')} value={filter.value} onInput={({ currentTarget }) => (filter.value = currentTarget.value)} />
      </div>
      {isOpen.value && (
        <div class="fill" ref={box} onKeyDown={onKeyDown}>
          {session.failure.value ? (
            <p class="nothing problem" role="alert">
              {t('issues.failed', { reason: session.failure.value })}
            </p>
          ) : rows.value.length === 0 ? (
            <p class="nothing">{session.isBlank.value ? t('issues.none.todo') : session.verdict.value === undefined ? t('count.checking') : total > 0 ? t('issues.noMatch') : t('issues.none')}</p>
          ) : (
            <VirtualRows
              class="issue-rows"
              count={rows.value.length}
              keep={active.value}
              scroller={scroller}
              attributes={{ role: 'list', 'aria-label': t('issues') }}
              row={(index) => {
                const row = /** @type {Row} */ (rows.value[index])
                if (!('issue' in row)) return <GroupRow row={row} />
                return <IssueRow issue={row.issue} isTodo={row.isTodo} more={row.more} index={index} isTabStop={index === active.value || (index === 1 && !('issue' in (rows.value[active.value] ?? {})))} isCurrent={row.issue === current} />
              }}
            />
          )}
        </div>
      )}
    </section>
  )
}

/** @param {{ row: Extract<Row, { group: string }> }} props */
function GroupRow({ row }) {
  const session = useSession()
  const t = session.t.value
  const { code } = row
  return (
    <div class="issue-group" role="listitem">
      <span class="group-name">{row.group}</span>
      <span class="number">{row.count}</span>
      {code !== undefined && row.fixable > 1 && !session.readOnly.value && (
        <button type="button" class="fix" aria-label={`${t('issues.fixAll', { count: row.fixable })}: ${row.group}`} onClick={() => void fixAll(session, code)}>
          {t('issues.fixAll', { count: row.fixable })}
        </button>
      )}
    </div>
  )
}

/** @param {{ issue: Issue, isTodo: boolean, more?: number, index: number, isTabStop: boolean, isCurrent: boolean }} props */
function IssueRow({ issue, isTodo, more, index, isTabStop, isCurrent }) {
  const session = useSession()
  const t = session.t.value
  const severity = isTodo ? 'todo' : issue.severity
  return (
    <div class={`issue ${isCurrent ? 'is-current' : ''}`} role="listitem">
      <button type="button" class="issue-main" data-index={index} tabIndex={isTabStop ? 0 : -1} aria-current={isCurrent || undefined} title={issue.help} onClick={() => goTo(session, issue)}>
        <SeverityIcon severity={severity} />
        <span class="visually-hidden">{t(`issues.${severity}`)}: </span>
        <span class="message">
          <Prose text={issue.message} />
        </span>
        <span class="place mono">{placeName(session, issue)}</span>
      </button>
      {more !== undefined && !session.readOnly.value && (
        <button type="button" class="fix" aria-label={`${t('issues.fixAll', { count: more })}: ${issue.code}`} onClick={() => void fixAll(session, issue.code)}>
          {t('issues.fixAll', { count: more })}
        </button>
      )}
      {issue.fix && !session.readOnly.value && (
        <button type="button" class="fix" aria-label={`${t('issues.fix')}: ${issue.fix.title.replaceAll('`', '')}`} title={issue.fix.title.replaceAll('`', '')} onClick={() => void fix(session, issue)}>
          <span class="long">
            <Prose text={issue.fix.title} />
          </span>
          <span class="short">{t('issues.fix')}</span>
        </button>
      )}
    </div>
  )
}

/** Where an issue is, by names instead of indexes. @param {import('../state/session.js').Session} session @param {Issue} issue */
function placeName(session, { path }) {
  const [list, table, , column] = path
  if (list !== 'tableList' || typeof table !== 'number') return path.filter((step) => typeof step === 'string').join('.')
  const fields = /** @type {any} */ (tablesOf(session.value.value)[table])
  const name = textOf(fields?.name) || `${table}`
  if (typeof column !== 'number') return name
  return `${name}.${textOf(fields?.columns?.[column]?.name) || column}`
}

/** @param {import('../state/session.js').Session} session @param {string} filter @param {Grouping} grouping */
function rowsOf(session, filter, grouping) {
  const { todo, others } = session.sorted.value
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  const todos = new Set(todo)
  const all = [...others, ...todo]
  const issues =
    words.length === 0
      ? all
      : all.filter((issue) => {
          const text = `${issue.message} ${issue.code} ${issue.severity} ${placeName(session, issue)}`.toLowerCase()
          return words.every((word) => text.includes(word))
        })
  if (grouping === 'none') {
    // The first issue of a rule offers to fix all of them.
    const fixable = grouped(
      issues.filter(({ fix }) => fix),
      ({ code }) => code,
    )
    return issues.map((issue) => {
      const same = fixable.get(issue.code)
      return /** @type {Row} */ ({ issue, isTodo: todos.has(issue), ...(same && same.length > 1 && same[0] === issue && { more: same.length }) })
    })
  }
  const groups = grouped(issues, (issue) => (grouping === 'rule' ? issue.code : placeName(session, issue).split('.')[0] || session.t.value('issues.elsewhere')))
  return [...groups].flatMap(([group, items]) => [
    /** @type {Row} */ ({ group, count: items.length, fixable: items.filter(({ fix }) => fix).length, ...(grouping === 'rule' && { code: group }) }),
    ...items.map((issue) => /** @type {Row} */ ({ issue, isTodo: todos.has(issue) })),
  ])
}

/** @param {readonly Issue[]} issues @param {(issue: Issue) => string} keyOf */
function grouped(issues, keyOf) {
  /** @type {Map<string, Issue[]>} */
  const groups = new Map()
  for (const issue of issues) {
    const key = keyOf(issue)
    const same = groups.get(key)
    if (same) same.push(issue)
    else groups.set(key, [issue])
  }
  return groups
}
