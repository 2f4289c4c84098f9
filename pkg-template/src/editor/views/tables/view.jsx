/** The view of the tables: a grid of all tables and their columns. */
// @ts-check

import { useComputed, useSignal } from '@preact/signals'
import { useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks'
import { textOf } from '../../document/value.js'
import { useSession } from '../../ui/context.js'
import { followPointer } from '../../ui/dragging.js'
import { Icon } from '../../ui/icons.jsx'
import { ROW_HEIGHT, VirtualRows } from '../../ui/virtual.jsx'
import { addCustomColumn, addEmptyTable, copied, moveRow, paste, removeSelected, setFlag, toggle } from './commands.js'
import { GridRow } from './row.jsx'
import { FIELDS, FLAGS, hasField, indexOf, isSelected, LABELS, pathOf, rowsOf, selectedColumns, TEXTS, toggled } from './rows.js'

/** @typedef {import('./rows.js').Row} Row */

export function TablesView() {
  const session = useSession()
  const t = session.t.value
  const collapsed = useSignal(/** @type {ReadonlySet<string>} */ (new Set()))
  /** What is edited: the field of the active row, and what was typed to begin with. */
  const editing = useSignal(/** @type {import('./row.jsx').Editing | undefined} */ (undefined))
  const dragged = useSignal(/** @type {{ row: Row, to: number } | undefined} */ (undefined))
  const scroller = useRef(/** @type {import('../../ui/virtual.jsx').Scroller | null} */ (null))
  const box = useRef(/** @type {HTMLDivElement | null} */ (null))
  /** Whether the focus should follow the selection. */
  const following = useRef(false)
  // Moving to where one is draws nothing by itself.
  const [, redraw] = useReducer((/** @type {number} */ count) => count + 1, 0)

  const former = useRef(/** @type {readonly Row[]} */ ([]))
  const rows = useComputed(() => (former.current = rowsOf(session.value.value, collapsed.value, former.current)))
  const selection = session.selection.value
  const active = Math.max(0, indexOf(rows.value, selection))
  const activeRow = rows.value[active]
  const field = activeRow && hasField(activeRow, selection.field ?? 'name') ? (selection.field ?? 'name') : 'name'

  /** @param {number} index @param {string} [to] the field @param {import('./row.jsx').How} [how] */
  const goTo = (index, to = field, how) => {
    const row = rows.value[Math.max(0, Math.min(rows.value.length - 1, index))]
    if (!row) return
    const { table, column } = row
    const before = session.selection.peek()
    const isBeside = column !== undefined && before.table === table && before.column !== undefined
    // What is selected together belongs to one table.
    if (how === 'keep' && !isBeside) return
    following.current = true
    redraw(0)
    session.selection.value = {
      ...(how === 'toggle' && column !== undefined ? toggled(before, table, column) : { table, column: isBeside && how === 'extend' ? before.column : column, to: column, columns: how === 'keep' ? selectedColumns(before) : undefined }),
      field: to,
    }
    scroller.current?.reveal(rows.value.indexOf(row))
  }

  // An issue was chosen: the focus stays where it is, the row comes into view.
  const seen = useRef(session.revealed.peek())
  const revealed = session.revealed.value
  useLayoutEffect(() => {
    if (revealed && revealed !== seen.current) scroller.current?.reveal(indexOf(rows.peek(), session.selection.peek()))
    seen.current = revealed
  }, [revealed])

  useLayoutEffect(() => {
    if (!following.current || editing.peek()) return
    following.current = false
    /** @type {HTMLElement | null | undefined} */
    const target = box.current?.querySelector('[data-active]')
    target?.focus({ preventScroll: true })
    target?.closest('.cell')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  /** @param {string} field @param {string} [initial] */
  const edit = (field, initial) => {
    if (activeRow && field === 'sql' && hasField(activeRow, field)) return editSql(activeRow)
    if (!activeRow || !session.canEdit.peek() || !TEXTS.has(field)) return
    editing.value = { field, initial }
  }
  const endEdit = (/** @type {number} */ step, /** @type {string} */ to = field) => {
    editing.value = undefined
    if (to === 'sql' && activeRow) editSql(activeRow)
    else goTo(active + step, to)
  }
  /** In the details. @param {Row} row */
  const editSql = (row) => {
    session.show('details')
    session.revealed.value = { path: [...pathOf(row), 'sql'] }
  }

  /** @param {1 | -1} step @param {Row} row */
  const nextField = (step, row) => {
    let at = FIELDS.indexOf(/** @type {any} */ (field))
    do at += step
    while (FIELDS[at] !== undefined && !hasField(row, /** @type {string} */ (FIELDS[at])))
    return FIELDS[at] ?? field
  }

  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    if (editing.peek() || !activeRow || !(event.target instanceof Element) || !event.target.hasAttribute('data-active')) return
    const page = scroller.current?.page() ?? 10
    const isModified = event.ctrlKey || event.metaKey
    const steps = /** @type {Record<string, number>} */ ({ ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + page, PageUp: active - page })
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      following.current = true
      redraw(0)
      const step = event.key === 'ArrowUp' ? -1 : 1
      moveRow(session, activeRow, (activeRow.column ?? activeRow.table) + step)
    } else if (event.key in steps) goTo(/** @type {number} */ (steps[event.key]), field, event.shiftKey ? 'extend' : isModified ? 'keep' : undefined)
    else if (event.key === 'ArrowLeft' && activeRow.column === undefined && field === 'name') fold(activeRow, true)
    else if (event.key === 'ArrowRight' && activeRow.column === undefined && collapsed.peek().has(textOf(activeRow.fields.name))) fold(activeRow, false)
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') goTo(active, nextField(event.key === 'ArrowRight' ? 1 : -1, activeRow))
    else if (event.key === 'Home') goTo(isModified ? 0 : active, 'name')
    else if (event.key === 'End') goTo(isModified ? rows.value.length - 1 : active, isModified ? field : nextOf(activeRow))
    else if (event.key === 'a' && isModified && activeRow.column !== undefined) {
      const last = rows.value.filter(({ table, column }) => table === activeRow.table && column !== undefined).length - 1
      session.selection.value = { table: activeRow.table, column: 0, to: last, field }
    } else if (event.key === 'Enter' || event.key === 'F2') {
      if (FLAGS.has(field)) toggle(session, activeRow, field)
      else edit(field)
    } else if (event.key === ' ') {
      if (FLAGS.has(field) && !isModified) toggle(session, activeRow, field)
      else goTo(active, field, 'toggle')
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      following.current = true
      redraw(0)
      if (field === 'name' || selectedColumns(selection).length > 1) removeSelected(session)
      else if (TEXTS.has(field)) edit(field, '')
    } else if (event.key.length === 1 && !isModified && !event.altKey && TEXTS.has(field)) edit(field, event.key)
    else return
    event.preventDefault()
  }

  /** @param {Row} row */
  const nextOf = (row) => [...FIELDS].reverse().find((field) => hasField(row, field)) ?? 'name'

  /** @param {Row} row @param {boolean} isCollapsed */
  const fold = (row, isCollapsed) => {
    const next = new Set(collapsed.peek())
    if (isCollapsed) next.add(textOf(row.fields.name))
    else next.delete(textOf(row.fields.name))
    collapsed.value = next
    if (isCollapsed) session.selection.value = { table: row.table, field: 'name' }
  }

  /** @param {ClipboardEvent} event */
  const onPaste = (event) => {
    if (editing.peek() || !activeRow || !session.canEdit.peek()) return
    const text = event.clipboardData?.getData('text/plain')
    if (!text) return
    event.preventDefault()
    session.announcement.value = t('grid.pasted', { count: paste(session, activeRow, field, text) })
  }

  /** @param {ClipboardEvent} event */
  const onCopy = (event) => {
    if (editing.peek()) return
    const text = copied(session, activeRow)
    if (text === undefined) return
    event.preventDefault()
    event.clipboardData?.setData('text/plain', text)
  }

  /** Drags a row by its handle. @param {PointerEvent} event @param {Row} row */
  const onDrag = (event, row) => {
    if (event.button !== 0 || !session.canEdit.peek()) return
    const own = row.column ?? row.table
    dragged.value = { row, to: own }
    /** @param {PointerEvent} event */
    const move = ({ clientY }) => {
      const rowsBox = /** @type {HTMLElement} */ (box.current?.querySelector('.rows')).getBoundingClientRect()
      const over = rows.peek()[Math.max(0, Math.min(rows.peek().length - 1, Math.floor((clientY - rowsBox.top) / ROW_HEIGHT)))]
      if (!over) return
      if (row.column === undefined) dragged.value = { row, to: over.table }
      else if (over.table === row.table) dragged.value = { row, to: over.column ?? 0 }
    }
    followPointer(event, move, (isDropped) => {
      const { to } = dragged.peek() ?? { to: own }
      dragged.value = undefined
      if (isDropped && to !== own) moveRow(session, row, to)
    })
  }

  // The same object each time, so that only rows that have changed are drawn again.
  const latest = useRef({ goTo, edit, endEdit, fold, onDrag })
  latest.current = { goTo, edit, endEdit, fold, onDrag }
  const acts = useMemo(
    () =>
      /** @satisfies {import('./row.jsx').Acts} */ ({
        goTo: (index, field, how) => latest.current.goTo(index, field, how),
        edit: (field) => latest.current.edit(field),
        endEdit: (step, field) => latest.current.endEdit(step, field),
        leave: () => void (editing.value = undefined),
        fold: (row, isCollapsed) => latest.current.fold(row, isCollapsed),
        drag: (event, row) => latest.current.onDrag(event, row),
      }),
    [],
  )

  const columns = selectedColumns(selection)
  if (rows.value.length === 0) {
    return (
      <div class="empty-view">
        <h2>{t('grid.none')}</h2>
        <p>{t('grid.none.help')}</p>
        <button type="button" class="secondary" disabled={!session.canEdit.value} onClick={() => addEmptyTable(session)}>
          <Icon name="plus" size={14} />
          {t('grid.addTable')}
        </button>
      </div>
    )
  }
  return (
    <div class="grid-box" ref={box} onKeyDown={onKeyDown} onPaste={onPaste} onCopy={onCopy}>
      <VirtualRows
        class="grid"
        scroller={scroller}
        count={rows.value.length}
        keep={active}
        headHeight={30}
        attributes={{ role: 'treegrid', 'aria-label': t('grid'), 'aria-rowcount': rows.value.length + 1, 'aria-colcount': FIELDS.length, 'aria-multiselectable': true, 'aria-readonly': !session.canEdit.value }}
        head={
          <div role="row" class="grid-head grid-columns" aria-rowindex={1}>
            {FIELDS.map((name) => (
              <span key={name} role="columnheader" class={`cell is-${name}`}>
                {t(LABELS[name])}
              </span>
            ))}
          </div>
        }
        row={(index) => {
          const row = /** @type {Row} */ (rows.value[index])
          const isActive = index === active
          return (
            <GridRow
              row={row}
              index={index}
              isSelected={isSelected(selection, row)}
              activeField={isActive ? field : undefined}
              editing={isActive ? editing.value : undefined}
              isCollapsed={row.column === undefined && collapsed.value.has(textOf(row.fields.name))}
              drop={dropAt(dragged.value, row)}
              acts={acts}
            />
          )
        }}
      />
      {columns.length > 1 && session.canEdit.value && (
        <div class="selection-bar" role="toolbar" aria-label={t('grid.selected', { count: columns.length })}>
          <span>{t('grid.selected', { count: columns.length })}</span>
          <button type="button" onClick={() => setFlag(session, /** @type {number} */ (selection.table), columns, 'isHide', true)}>
            {t('grid.hide')}
          </button>
          <button type="button" onClick={() => setFlag(session, /** @type {number} */ (selection.table), columns, 'isHide', false)}>
            {t('grid.show')}
          </button>
          <button type="button" onClick={() => removeSelected(session)}>
            {t('grid.remove')}
          </button>
        </div>
      )}
      <div class="grid-foot">
        <button
          type="button"
          class="plain"
          disabled={!session.canEdit.value}
          onClick={() => {
            addEmptyTable(session)
            editing.value = { field: 'name' }
          }}
        >
          <Icon name="plus" size={14} />
          {t('grid.addTable')}
        </button>
        {activeRow && (
          <button type="button" class="plain" aria-label={t('grid.add', { name: textOf((activeRow.parent ?? activeRow.fields).name) })} disabled={!session.canEdit.value} onClick={() => {
              addCustomColumn(session, activeRow.table)
              editing.value = { field: 'name', next: 'sql' }
            }}>
            <Icon name="plus" size={14} />
            <span class="long">{t('grid.add', { name: textOf((activeRow.parent ?? activeRow.fields).name) })}</span>
            <span class="short">{t('grid.add.short')}</span>
          </button>
        )}
      </div>
    </div>
  )
}

/** Whether a dragged row would come above or below this one. @param {{ row: Row, to: number } | undefined} dragged @param {Row} row */
function dropAt(dragged, row) {
  if (!dragged) return undefined
  const { row: moving, to } = dragged
  const isTarget = moving.column === undefined ? row.column === undefined && row.table === to : row.table === moving.table && row.column === to
  const own = moving.column ?? moving.table
  return !isTarget || to === own ? undefined : to < own ? 'above' : 'below'
}
