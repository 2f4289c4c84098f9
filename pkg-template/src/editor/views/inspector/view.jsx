/** The details of what is selected: the datamart, a table or a column. */
// @ts-check

import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { setCustom, setField, rename } from '../../document/actions.js'
import { columnsOf, isObject, tablesOf, textOf } from '../../document/value.js'
import { placeKey } from '../../state/issues.js'
import { useSession } from '../../ui/context.js'
import { lazily } from '../../ui/lazily.jsx'
import { CheckField, TextField } from '../../ui/labelled.jsx'
import { Icon } from '../../ui/icons.jsx'
import { removeSelected } from '../tables/commands.js'
import { pathOf, selectedColumns } from '../tables/rows.js'

/** @typedef {import('../../document/value.js').Fields} Fields */

/** Its completion is needed for nothing else. */
const SqlField = lazily(() => import('./sql-field.jsx').then(({ SqlField }) => SqlField))

export function Details() {
  const session = useSession()
  const t = session.t.value
  const { table, column, to } = session.selection.value
  const fields = table === undefined ? undefined : tablesOf(session.value.value)[table]
  const own = to ?? column
  const columnFields = fields && own !== undefined ? columnsOf(fields)[own] : undefined
  const many = selectedColumns(session.selection.value).length
  const box = useRef(/** @type {HTMLDivElement | null} */ (null))
  const [isLong, setLong] = useState(false)
  useLayoutEffect(() => {
    const body = /** @type {HTMLDivElement} */ (box.current)
    const observer = new ResizeObserver(() => setLong(body.scrollHeight > body.clientHeight))
    observer.observe(body)
    return () => observer.disconnect()
  }, [])
  return (
    // What is only read is scrolled by keys, too.
    <div class="scroll inspector-body" ref={box} tabIndex={isLong && !fields ? 0 : undefined}>
      {fields && columnFields ? (
        <ColumnDetails key={`${table}.${own}`} table={/** @type {number} */ (table)} column={/** @type {number} */ (own)} parent={fields} fields={columnFields} many={many} />
      ) : fields ? (
        <TableDetails key={table} table={/** @type {number} */ (table)} fields={fields} />
      ) : (
        <DatamartDetails />
      )}
    </div>
  )
}

function DatamartDetails() {
  const session = useSession()
  const t = session.t.value
  const value = session.value.value
  const tables = tablesOf(value)
  const columns = tables.reduce((sum, table) => sum + columnsOf(table).length, 0)
  const fields = isObject(value) ? value : {}
  const relationships = Array.isArray(fields.relationships) ? fields.relationships.length : 0
  const tenancy = isObject(fields.tenancySettings) ? textOf(fields.tenancySettings.tenancyLevel) : ''
  return (
    <>
      <h2 class="kind">{t('inspector.datamart')}</h2>
      <dl class="facts">
        <dt>{t('inspector.tables')}</dt>
        <dd>{tables.length}</dd>
        <dt>{t('inspector.columns')}</dt>
        <dd>{columns}</dd>
        <dt>{t('inspector.relationships')}</dt>
        <dd>{relationships}</dd>
        <dt>{t('inspector.tenancy')}</dt>
        <dd>{tenancy || t('inspector.tenancy.none')}</dd>
      </dl>
      <p class="fine">{t('inspector.nothing')}</p>
    </>
  )
}

/** @param {{ table: number, fields: Fields }} props */
function TableDetails({ table, fields }) {
  const session = useSession()
  const t = session.t.value
  const path = pathOf({ table })
  const issues = issuesOf(session, placeKey(table))
  const known = session.catalog.value?.find(textOf(fields.schemaName), textOf(fields.name))
  const choices = (known?.columns ?? columnsOf(fields).map(({ name }) => ({ name: textOf(name), dataType: '' }))).map(({ name, dataType }) => ({ value: name, hint: dataType }))
  /** @param {string} field */
  const text = (field) => ({
    value: textOf(fields[field]),
    commit: (/** @type {string} */ value) => session.change(setField(path, fields, field, value)),
    issues: issues(field),
  })
  return (
    <>
      <h2 class="kind">{t('inspector.table')}</h2>
      <TextField label={t('inspector.name')} mono value={textOf(fields.name)} commit={(name) => session.change(rename(session.value.peek(), table, undefined, name))} issues={issues('name')} />
      <TextField label={t('inspector.schema')} mono {...text('schemaName')} />
      <TextField label={t('inspector.label')} help={t('inspector.label.help')} {...text('label')} />
      <TextField label={t('inspector.clientColumn')} mono help={t('inspector.clientColumn.help')} choices={choices} {...text('clientColumn')} />
      <CheckField label={t('inspector.hidden')} help={t('inspector.hidden.help')} checked={fields.isHide === true} change={(isOn) => session.change(setField(path, fields, 'isHide', isOn))} />
      <Remove label={t('inspector.remove.table')} />
    </>
  )
}

/** @param {{ table: number, column: number, parent: Fields, fields: Fields, many: number }} props */
function ColumnDetails({ table, column, parent, fields, many }) {
  const session = useSession()
  const t = session.t.value
  const path = pathOf({ table, column })
  const issues = issuesOf(session, placeKey(table, column))
  const isCustom = fields.isCustomColumn === true
  const catalog = session.catalog.value
  const known = catalog?.find(textOf(parent.schemaName), textOf(parent.name))
  const type = catalog && (catalog.column(known, textOf(fields.name))?.dataType ?? t('inspector.type.missing'))
  /** @param {string} field */
  const text = (field) => ({
    value: textOf(fields[field]),
    commit: (/** @type {string} */ value) => session.change(setField(path, fields, field, value)),
    issues: issues(field),
  })
  /** @param {string} field */
  const flag = (field) => ({ checked: fields[field] === true, change: (/** @type {boolean} */ isOn) => session.change(setField(path, fields, field, isOn)) })
  return (
    <>
      <h2 class="kind">{isCustom ? t('inspector.customColumn') : t('inspector.column')}</h2>
      <TextField label={t('inspector.name')} mono value={textOf(fields.name)} commit={(name) => session.change(rename(session.value.peek(), table, column, name))} issues={issues('name')} />
      {!isCustom && (
        <p class="fact">
          <span>{t('inspector.type')}</span>
          <span class="mono">{type ?? t('inspector.type.unknown')}</span>
        </p>
      )}
      {isCustom && <SqlField table={table} column={column} parent={parent} fields={fields} issues={issues('sql')} />}
      <TextField label={t('inspector.label')} help={t('inspector.label.help')} {...text('label')} />
      <TextField label={t('inspector.alias')} mono {...text('alias')} />
      <CheckField label={t('inspector.hidden')} help={t('inspector.hidden.help')} {...flag('isHide')} />
      <CheckField label={t('inspector.timezone')} help={t('inspector.timezone.help')} {...flag('isApplyTimezone')} />
      <CheckField label={t('inspector.custom')} checked={isCustom} change={(isOn) => session.change(setCustom(path, fields, isOn))} />
      {isCustom && <CheckField label={t('inspector.aggregate')} help={t('inspector.aggregate.help')} {...flag('isAggregate')} />}
      <Remove label={many > 1 ? `${t('grid.remove')} (${many})` : t('inspector.remove.column')} />
    </>
  )
}

/** @param {{ label: string }} props */
function Remove({ label }) {
  const session = useSession()
  return (
    <button type="button" class="plain danger" disabled={!session.canEdit.value} onClick={() => removeSelected(session)}>
      <Icon name="trash" size={14} />
      {label}
    </button>
  )
}

/** The issues of one field of a place. @param {import('../../state/session.js').Session} session @param {string} key */
function issuesOf(session, key) {
  const all = session.issuesByPlace.value.get(key) ?? []
  return (/** @type {string} */ field) => all.filter(({ path }) => path.at(-1) === field)
}
