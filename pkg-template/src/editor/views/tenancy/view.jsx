/** The view of the tenants: how they are kept apart, and in which tables. */
// @ts-check

import { useId, useRef } from 'preact/hooks'
import { setField } from '../../document/actions.js'
import { columnsByTable } from '../../document/relationships.js'
import { applyTenancy, fieldsAt, levelOf, LEVELS, setLevel, setSetting, settingsOf, shownFields } from '../../document/tenancy.js'
import { tablesOf, textOf } from '../../document/value.js'
import { useProposal } from '../../state/proposals.js'
import { placeKey } from '../../state/issues.js'
import forms from '../../styles/forms.css'
import { addStyles } from '../../styles/sheet.js'
import { Choice, ChoiceField, Notes, useFields } from '../../ui/choice.jsx'
import { useSession } from '../../ui/context.js'
import { TextField } from '../../ui/labelled.jsx'
import { Icon, SeverityIcon } from '../../ui/icons.jsx'
import { Prose } from '../../ui/prose.jsx'

addStyles(forms)

/** @typedef {import('../../document/value.js').Fields} Fields */
/** @typedef {import('../../document/tenancy.js').Level} Level */

export function TenancyView() {
  const session = useSession()
  const t = session.t.value
  const box = useRef(/** @type {HTMLDivElement | null} */ (null))
  const value = session.value.value
  const level = levelOf(value)
  const issues = session.sorted.value.others.filter(({ path }) => path[0] === 'tenancySettings')
  const shown = shownFields(value)
  return (
    <div class="scroll form-view" {...useFields(box)}>
      <div class="form">
        <Levels level={level} issues={issues.filter(({ path }) => !shown.includes(String(path[1])))} />
        <Suggestion />
        {shown.length > 0 && <Settings fields={shown} level={level} issues={issues} />}
        {level === 'TABLE' && <Tables />}
      </div>
    </div>
  )
}

/** @param {{ level: Level | '' | undefined, issues: readonly import('../../../../index.d.ts').Issue[] }} props */
function Levels({ level, issues }) {
  const session = useSession()
  const t = session.t.value
  const id = useId()
  // Whoever comes back to a level finds what was there.
  const earlier = useRef(/** @type {Fields} */ ({}))
  /** @param {Level | ''} next */
  const choose = (next) => {
    const value = session.value.peek()
    const settings = settingsOf(value)
    earlier.current = { ...earlier.current, ...settings }
    session.change(setLevel(value, next, earlier.current))
  }
  return (
    <fieldset class="levels" aria-describedby={issues.length > 0 ? `${id}-notes` : undefined}>
      <legend>{t('tenancy.level')}</legend>
      <div class="level-cards">
        {/** @type {const} */ (['', ...LEVELS]).map((own) => {
          const key = own || 'NONE'
          return (
            <label key={key} class={`level ${level === own ? 'is-chosen' : ''}`}>
              <input
                type="radio"
                name={id}
                aria-label={t(`tenancy.${key}`)}
                aria-describedby={`${id}-${key}`}
                data-path={level === own ? '["tenancySettings","tenancyLevel"]' : undefined}
                checked={level === own}
                disabled={!session.canEdit.value}
                onChange={() => choose(own)}
              />
              <span class="level-name">
                {t(`tenancy.${key}`)}
                {own && <code>{own}</code>}
              </span>
              <span class="level-help" id={`${id}-${key}`}>
                {t(`tenancy.${key}.help`)}
              </span>
            </label>
          )
        })}
      </div>
      <Notes id={`${id}-notes`} issues={issues} />
    </fieldset>
  )
}

/** What names and types suggest, unless all of it is there. */
function Suggestion() {
  const session = useSession()
  const t = session.t.value
  const proposal = useProposal('proposeTenancy')
  const level = levelOf(session.value.value)
  if (!proposal || (level !== '' && level !== 'TABLE')) return null
  const value = session.value.value
  if (applyTenancy(value, proposal).length === 0) return null
  const left = proposal.leftOut.map(([, table]) => textOf(tablesOf(value)[table]?.name)).filter(Boolean)
  return (
    <section class="suggestion" aria-label={t('suggested')}>
      <Icon name="wand" />
      <div>
        <p>
          <Prose text={proposal.reason} />
        </p>
        {left.length > 0 && <p class="fine">{t('tenancy.leftOut', { count: left.length, names: left.join(', ') })}</p>}
      </div>
      <span class="mark">{t(`confidence.${proposal.confidence}`)}</span>
      <button type="button" class="secondary" disabled={!session.canEdit.value} onClick={() => session.change(applyTenancy(session.value.peek(), proposal))}>
        {t('tenancy.apply')}
      </button>
    </section>
  )
}

/** @param {{ fields: readonly string[], level: Level | '' | undefined, issues: readonly import('../../../../index.d.ts').Issue[] }} props */
function Settings({ fields, level, issues }) {
  const session = useSession()
  const t = session.t.value
  const settings = settingsOf(session.value.value)
  const tables = session.catalog.value?.tables ?? []
  const schema = textOf(settings.schemaName)
  const inSchema = tables.filter((table) => !schema || table.schema === schema)
  const mapping = session.catalog.value?.find(schema, textOf(settings.tableName))
  const columns = (mapping?.columns ?? []).map(({ name, dataType }) => ({ value: name, hint: dataType }))
  /** @type {Record<string, readonly { value: string, hint?: string }[]>} */
  const choices = {
    schemaName: [...new Set(tables.map((table) => table.schema))].filter(Boolean).map((value) => ({ value })),
    tableName: inSchema.map(({ name, schema }) => ({ value: name, hint: schema })),
    tableClientNameColumn: columns,
    tablePrimaryKeyColumn: columns,
  }
  const title = level === 'TABLE' ? 'tenancy.mapping' : 'tenancy.database'
  return (
    <section class="form-section" aria-label={t(title)}>
      <h2>{t(title)}</h2>
      <p class="soft">{t(`${title}.help`)}</p>
      <div class="fields">
        {fields.map((field) => {
          const path = ['tenancySettings', field]
          const own = issues.filter(({ path }) => path[1] === field)
          const change = (/** @type {string} */ text) => session.change(setSetting(session.value.peek(), field, text))
          const help = fieldsAt(level).includes(field) ? t(`tenancy.${field}.help`) : t('tenancy.ignored')
          if (field === 'clientColumnType') {
            return (
              <ChoiceField
                key={field}
                label={t(`tenancy.${field}`)}
                value={settings[field]}
                nothing={t('choose')}
                options={['NUMBER', 'STRING'].map((value) => ({ value, label: t(`tenancy.${value}`) }))}
                change={change}
                path={path}
                issues={own}
                help={help}
              />
            )
          }
          return (
            <TextField
              key={field}
              label={t(`tenancy.${field}`)}
              mono
              value={textOf(settings[field])}
              commit={change}
              help={help}
              issues={own}
              choices={choices[field]?.length ? choices[field] : undefined}
              attributes={{ 'data-path': JSON.stringify(path) }}
            />
          )
        })}
      </div>
    </section>
  )
}

/** The tables, each with the column that tells tenants apart in it. */
function Tables() {
  const session = useSession()
  const t = session.t.value
  const id = useId()
  const value = session.value.value
  const tables = tablesOf(value)
  const catalog = session.catalog.value
  const isolated = tables.filter(({ clientColumn }) => textOf(clientColumn)).length
  return (
    <section class="form-section" aria-labelledby={id}>
      <h2 id={id}>{t('tenancy.tables')}</h2>
      {tables.length === 0 ? (
        <p class="soft">
          {t('grid.none')}.{' '}
          <button type="button" class="link" onClick={() => session.show('tables')}>
            {t('tenancy.tables.show')}
          </button>
        </p>
      ) : (
        <>
          <p class="soft">{t('tenancy.tables.help', { isolated, total: tables.length })}</p>
          <table class="isolation" aria-labelledby={id}>
            <thead>
              <tr>
                <th scope="col">{t('inspector.table')}</th>
                <th scope="col">{t('inspector.clientColumn')}</th>
                <th scope="col">{t('tenancy.state')}</th>
              </tr>
            </thead>
            <tbody>
              {tables.map((table, index) => {
                const path = ['tableList', index, 'clientColumn']
                const name = textOf(table.name) || t('grid.unnamed')
                const issues = (session.issuesByPlace.value.get(placeKey(index)) ?? []).filter(({ path, code }) => path.at(-1) === 'clientColumn' && code !== 'table-not-isolated')
                return (
                  <tr key={index}>
                    <th scope="row">
                      <span class="mono">{name}</span>
                    </th>
                    <td>
                      <Choice
                        label={t('tenancy.clientColumnOf', { name })}
                        value={table.clientColumn}
                        nothing={t('tenancy.noColumn')}
                        canBeNothing
                        mono
                        options={columnChoices(catalog, table)}
                        change={(column) => session.change(setField(['tableList', index], tablesOf(session.value.peek())[index], 'clientColumn', column))}
                        path={path}
                        issues={issues}
                        describedBy={`${id}-${index}`}
                      />
                      <Notes id={`${id}-${index}`} issues={issues} />
                    </td>
                    <td>
                      {textOf(table.clientColumn) ? (
                        <span class="state soft">
                          <Icon name="check" size={14} />
                          {t('tenancy.isolated')}
                        </span>
                      ) : (
                        <span class="state">
                          <SeverityIcon severity="warning" />
                          {t('tenancy.open')}
                        </span>
                      )}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

/** The columns of a table with their types. @param {import('../../state/catalog.js').Catalog | undefined} catalog @param {Fields} table */
function columnChoices(catalog, table) {
  const columns = [...columnsByTable({ tableList: [table] }, catalog).values()][0] ?? []
  return columns.map(({ name, type }) => ({ value: name, label: type ? `${name} · ${type}` : name }))
}
