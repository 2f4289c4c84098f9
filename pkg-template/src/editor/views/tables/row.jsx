/** One row of the grid: a table or a column. */
// @ts-check

import { useRef } from 'preact/hooks'
import { columnsOf, textOf } from '../../document/value.js'
import { placeKey } from '../../state/issues.js'
import { useSession } from '../../ui/context.js'
import { DraftInput } from '../../ui/fields.jsx'
import { Icon, SeverityIcon } from '../../ui/icons.jsx'
import { toggle, writeText } from './commands.js'
import { FIELDS, FLAGS, hasField, LABELS, TEXTS } from './rows.js'

/** @typedef {import('./rows.js').Row} Row */

/** @typedef {'extend' | 'toggle' | 'keep'} How what becomes of the selection, unless it begins anew */

/**
 * What a row can have done with it.
 *
 * @typedef {object} Acts
 * @property {(index: number, field: string, how?: How) => void} goTo
 * @property {(field: string) => void} edit
 * @property {(step: number, field?: string) => void} endEdit
 * @property {() => void} leave the focus has left the field that is edited
 * @property {(row: Row, isCollapsed: boolean) => void} fold
 * @property {(event: PointerEvent, row: Row) => void} drag
 */

/** @typedef {{ field: string, initial?: string, next?: string }} Editing the field, what was typed to begin with, and the field that Enter leads to */

/**
 * @param {object} props
 * @param {Row} props.row
 * @param {number} props.index
 * @param {boolean} props.isSelected
 * @param {string | undefined} props.activeField the field with the focus, in the active row
 * @param {Editing | undefined} props.editing
 * @param {boolean} props.isCollapsed
 * @param {'above' | 'below' | undefined} props.drop
 * @param {Acts} props.acts
 */
export function GridRow({ row, index, isSelected, activeField, editing, isCollapsed, drop, acts }) {
  const session = useSession()
  const t = session.t.value
  const isTable = row.column === undefined
  const name = textOf(row.fields.name)
  const shownName = name || t('grid.unnamed')
  // A finger has no keyboard before a field has the focus: it edits what it touches again.
  const isTouched = useRef(false)
  const issues = session.issuesByPlace.value.get(placeKey(row.table, row.column)) ?? []
  const severity = issues.some(({ severity }) => severity === 'error') ? 'error' : issues.length > 0 ? 'warning' : undefined

  /** @param {string} field */
  const content = (field) => {
    if (editing?.field === field) {
      return (
        <DraftInput
          focus
          initial={editing.initial}
          value={textOf(row.fields[field])}
          label={t('cell', { field: t(LABELS[/** @type {keyof typeof LABELS} */ (field)]), name: shownName })}
          commit={(text) => writeText(session, row, field, text)}
          attributes={{ class: field === 'name' || field === 'alias' ? 'cell-input mono' : 'cell-input' }}
          onLeave={acts.leave}
          onCancel={() => acts.endEdit(0)}
          onKey={(event) => {
            if (event.isComposing) return
            if (event.key === 'Enter' || event.key === 'Tab') {
              event.preventDefault()
              const at = FIELDS.indexOf(/** @type {any} */ (field))
              const rest = event.shiftKey ? FIELDS.slice(0, at).reverse() : FIELDS.slice(at + 1)
              const next = event.key === 'Tab' ? rest.find((other) => TEXTS.has(other) && hasField(row, other)) : undefined
              acts.endEdit(event.key === 'Enter' ? 1 : 0, (event.shiftKey ? undefined : editing.next) ?? next ?? field)
            }
          }}
        />
      )
    }
    if (field === 'type') return isTable ? <span class="soft">{t('grid.columns', { count: columnsOf(row.fields).length })}</span> : <TypeOf row={row} />
    if (!hasField(row, field)) return null
    if (FLAGS.has(field)) {
      return (
        <input
          type="checkbox"
          tabIndex={field === activeField ? 0 : -1}
          data-active={field === activeField ? '' : undefined}
          checked={row.fields[field] === true}
          disabled={!session.canEdit.value}
          aria-label={t('cell', { field: t(LABELS[/** @type {keyof typeof LABELS} */ (field)]), name: shownName })}
          onChange={(event) => {
            // Drawn again from the document.
            event.currentTarget.checked = row.fields[field] === true
            toggle(session, row, field)
          }}
        />
      )
    }
    if (field === 'sql') return <span class="mono expression">{textOf(row.fields.sql) || '…'}</span>
    const text = textOf(row.fields[field])
    return <span class={field === 'name' || field === 'alias' ? 'mono text' : 'text'}>{field === 'name' ? shownName : text}</span>
  }

  return (
    <div
      role="row"
      class={`grid-row grid-columns ${isTable ? 'is-table' : 'is-column'} ${row.fields.isHide === true ? 'is-hidden' : ''} ${drop ? `drop-${drop}` : ''}`}
      aria-label={isTable ? shownName : `${textOf(row.parent?.name)}.${shownName}`}
      aria-level={isTable ? 1 : 2}
      aria-expanded={isTable ? !isCollapsed : undefined}
      aria-selected={isSelected}
      aria-rowindex={index + 2}
    >
      {FIELDS.map((field, at) => {
        const isFlag = FLAGS.has(field) && hasField(row, field)
        const isFocus = field === activeField && !isFlag && editing?.field !== field
        return (
          <span
            key={field}
            role="gridcell"
            class={`cell is-${field} ${field === activeField ? 'is-active' : ''}`}
            aria-colindex={at + 1}
            tabIndex={isFlag || editing?.field === field ? undefined : isFocus ? 0 : -1}
            data-active={isFocus ? '' : undefined}
            onPointerDown={({ pointerType }) => (isTouched.current = pointerType === 'touch')}
            onMouseDown={(event) => {
              if (editing?.field === field || event.button !== 0) return
              if (event.target instanceof HTMLElement && event.target.closest('button')) return
              if (isFlag && event.target instanceof HTMLInputElement) return
              event.preventDefault()
              if (isTouched.current && isFocus) return acts.edit(field)
              acts.goTo(index, hasField(row, field) ? field : 'name', event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : undefined)
            }}
            onDblClick={() => acts.edit(field)}
          >
            {field === 'name' && (
              <>
                <span class="grip" aria-hidden="true" title={t('grid.moveHandle', { name: shownName })} onPointerDown={(event) => acts.drag(event, row)}>
                  <Icon name="grip" size={14} />
                </span>
                {isTable && (
                  <button type="button" class="twist" tabIndex={-1} aria-label={t('grid.collapse', { name: shownName })} aria-expanded={!isCollapsed} onClick={() => acts.fold(row, !isCollapsed)}>
                    <Icon name="chevron" size={12} />
                  </button>
                )}
              </>
            )}
            {content(field)}
            {field === 'name' && isTable && textOf(row.fields.schemaName) && editing?.field !== 'name' && <span class="hint">{textOf(row.fields.schemaName)}</span>}
            {field === 'name' && severity && <SeverityIcon severity={severity} />}
          </span>
        )
      })}
    </div>
  )
}

/** The type of a column, which only the catalog knows. @param {{ row: Row }} props */
function TypeOf({ row }) {
  const session = useSession()
  const catalog = session.catalog.value
  if (row.fields.isCustomColumn === true) return <span class="badge">{'ƒ'}</span>
  const table = catalog?.find(textOf(row.parent?.schemaName), textOf(row.parent?.name))
  return <span class="soft">{catalog?.column(table, textOf(row.fields.name))?.dataType}</span>
}
