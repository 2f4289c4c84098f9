/** The view of the relationships: how tables are joined, what can be joined, and what should be. */
// @ts-check

import { useId, useMemo, useRef, useState } from 'preact/hooks'
import { addRelationships, areJoined, CARDINALITIES, columnsByTable, join, JOINS, relationshipsOf, removeRelationship, setRelationship } from '../../document/relationships.js'
import { textOf } from '../../document/value.js'
import { useProposal } from '../../state/proposals.js'
import styles from '../../styles/diagram.css'
import forms from '../../styles/forms.css'
import fields from '../../styles/fields.css'
import { addStyles } from '../../styles/sheet.js'
import { Choice, Notes, useFields } from '../../ui/choice.jsx'
import { useSession } from '../../ui/context.js'
import { DraftInput } from '../../ui/fields.jsx'
import { lazily } from '../../ui/lazily.jsx'
import { Icon } from '../../ui/icons.jsx'
import { Prose } from '../../ui/prose.jsx'

addStyles(fields, forms, styles)

/** @typedef {import('../../../../index.d.ts').Issue} Issue */
/** @typedef {import('../../document/relationships.js').End} End */
/** @typedef {import('../../document/value.js').Fields} Fields */
/** @typedef {import('../../ui/choice.jsx').Option} Option */
/** @typedef {{ tables: readonly Option[], columns: ReadonlyMap<string, readonly Option[]>, byTable: ReadonlyMap<string, readonly import('../../document/relationships.js').Choice[]>, ends: readonly (Option & End)[] }} Choices */

/** The library that lays it out is needed for nothing else. */
const Diagram = lazily(() => import('./diagram.jsx').then(({ Diagram }) => Diagram))

export function RelationshipsView() {
  const session = useSession()
  const t = session.t.value
  const box = useRef(/** @type {HTMLDivElement | null} */ (null))
  const value = session.value.value
  const catalog = session.catalog.value
  const choices = useMemo(() => choicesOf(value, catalog), [value, catalog])
  const issues = useMemo(() => byIndex(session.sorted.value.others), [session.sorted.value])
  const relationships = relationshipsOf(value)
  const proposals = useProposal('proposeRelationships')
  const isDiagram = session.joinsAs.value === 'diagram'
  // Where nothing is joined, what can be joined comes first, and stays there.
  const [isNew] = useState(relationships.length === 0)
  const isPending = isNew && proposals === undefined && !session.isBroken.value
  const suggestions = <Suggestions key="suggestions" proposals={proposals?.filter(({ relationship }) => isOpen(value, choices, relationship))} />
  return (
    <div class="scroll form-view" {...useFields(box)}>
      <div class="form is-wide">
        {choices.tables.length === 0 && relationships.length === 0 ? (
          <div class="empty-view">
            <h2>{t('grid.none')}</h2>
            <p>{t('relationships.noTables')}</p>
            <button type="button" class="secondary" onClick={() => session.show('tables')}>
              {t('tenancy.tables.show')}
            </button>
          </div>
        ) : (
          <>
            {isNew && suggestions}
            {!isPending && (
              <section key="relationships" class="form-section" aria-label={t('relationships')}>
                <div class="section-head">
                  <h2>{t('relationships')}</h2>
                  <div class="segments" role="group" aria-label={t('relationships.show')}>
                    {/** @type {const} */ (['list', 'diagram']).map((name) => (
                      <button key={name} type="button" aria-pressed={session.joinsAs.value === name} onClick={() => (session.joinsAs.value = name)}>
                        {t(`relationships.show.${name}`)}
                      </button>
                    ))}
                  </div>
                </div>
                {isDiagram ? (
                  <Diagram columns={choices.byTable} issues={issues} proposals={proposals ?? undefined} />
                ) : relationships.length === 0 ? (
                  <p class="soft">{t('relationships.none')}</p>
                ) : (
                  <ul class="joins">
                    {relationships.map((fields, index) => (
                      <Row key={index} index={index} fields={fields} choices={choices} issues={issues.get(index) ?? NO_ISSUES} />
                    ))}
                  </ul>
                )}
                {!isDiagram && <Add choices={choices} />}
              </section>
            )}
            {!isNew && suggestions}
          </>
        )}
      </div>
    </div>
  )
}

/**
 * Whether a proposal still is one: the next ones may not be there yet.
 *
 * @param {unknown} value
 * @param {Choices} choices
 * @param {import('../../../../index.d.ts').Relationship} proposed
 */
function isOpen(value, { columns }, { parentTableName, parentColumnName, childTableName, childColumnName }) {
  const parent = { table: parentTableName, column: parentColumnName }
  const child = { table: childTableName, column: childColumnName }
  return columns.has(parent.table) && columns.has(child.table) && !areJoined(value, parent, child)
}

/** @type {readonly Issue[]} */
const NO_ISSUES = []

/** @param {unknown} value @param {import('../../state/catalog.js').Catalog | undefined} catalog @returns {Choices} */
function choicesOf(value, catalog) {
  const all = columnsByTable(value, catalog)
  const label = (/** @type {string} */ name, /** @type {string} */ type) => (type ? `${name} · ${type}` : name)
  return {
    byTable: all,
    tables: [...all.keys()].map((value) => ({ value })),
    columns: new Map([...all].map(([table, columns]) => [table, columns.map(({ name, type }) => ({ value: name, label: label(name, type) }))])),
    ends: [...all].flatMap(([table, columns]) => columns.map(({ name, type }) => ({ table, column: name, value: `${table}.${name}`, label: type }))),
  }
}

/** @param {readonly Issue[]} issues @returns {Map<number, Issue[]>} */
function byIndex(issues) {
  /** @type {Map<number, Issue[]>} */
  const all = new Map()
  for (const issue of issues) {
    const [list, index] = issue.path
    if (list !== 'relationships' || typeof index !== 'number') continue
    const same = all.get(index)
    if (same) same.push(issue)
    else all.set(index, [issue])
  }
  return all
}

/** @param {{ index: number, fields: Fields, choices: Choices, issues: readonly Issue[] }} props */
function Row({ index, fields, choices, issues }) {
  const session = useSession()
  const t = session.t.value
  const id = useId()
  const name = textOf(fields.relationshipName) || t('relationships.unnamed', { position: index + 1 })
  /** @param {string} field */
  const common = (field) => ({
    label: t('cell', { field: t(`relationships.${field}`), name }),
    value: fields[field],
    path: ['relationships', index, field],
    issues: issues.filter(({ path }) => path[2] === field),
    describedBy: id,
    nothing: t('choose'),
    change: (/** @type {string} */ text) => session.change(setRelationship(session.value.peek(), index, field, text)),
  })
  /** @param {'parent' | 'child'} end */
  const fieldsOf = (end) => (
    <div class={`join-end is-${end}`}>
      <span class="join-label" aria-hidden="true">
        {t(`relationships.${end}`)}
      </span>
      <Choice {...common(`${end}TableName`)} options={choices.tables} mono />
      <Choice {...common(`${end}ColumnName`)} options={choices.columns.get(textOf(fields[`${end}TableName`])) ?? []} mono />
    </div>
  )
  const { value, path, change, label, issues: nameIssues } = common('relationshipName')
  return (
    <li class="join">
      <div class="join-fields" role="group" aria-label={name}>
        <div class="join-head">
          <DraftInput
            label={label}
            value={textOf(value)}
            commit={change}
            attributes={{ class: `input join-name ${nameIssues[0] ? `is-${nameIssues[0].severity}` : ''}`, placeholder: t('relationships.relationshipName'), 'data-path': JSON.stringify(path), 'aria-invalid': nameIssues[0]?.severity === 'error' || undefined, 'aria-describedby': nameIssues[0] ? id : undefined }}
          />
          <div class="join-kind">
            <Choice {...common('cardinality')} nothing={t('relationships.cardinality.none')} canBeNothing options={CARDINALITIES.map((value) => ({ value, label: t(`relationships.${value}`) }))} />
            <Choice {...common('join')} nothing={t('relationships.join.none')} canBeNothing options={JOINS.map((value) => ({ value }))} />
          </div>
          <button type="button" class="icon-button" aria-label={t('relationships.remove', { name })} disabled={!session.canEdit.value} onClick={() => remove(session, index, name)}>
            <Icon name="trash" size={14} />
          </button>
        </div>
        {fieldsOf('parent')}
        {fieldsOf('child')}
      </div>
      <Notes id={id} issues={issues} />
    </li>
  )
}

/** @param {import('../../state/session.js').Session} session @param {number} index @param {string} name */
function remove(session, index, name) {
  session.change(removeRelationship(session.value.peek(), index))
  session.announcement.value = session.t.peek()('grid.removed', { name })
}

/** Two fields that join what is picked in them. @param {{ choices: Choices }} props */
function Add({ choices }) {
  const session = useSession()
  const t = session.t.value
  const id = useId()
  const first = useRef(/** @type {HTMLInputElement | null} */ (null))
  const [isNear, setNear] = useState(false)
  const [texts, setTexts] = useState({ parent: '', child: '' })
  const [problem, setProblem] = useState('')
  /** @param {string} text */
  const endOf = (text) => choices.ends.find(({ value }) => value === text.trim())

  const add = () => {
    const [parent, child] = [endOf(texts.parent), endOf(texts.child)]
    const wrong = !parent ? texts.parent : !child ? texts.child : undefined
    if (!parent || !child) return setProblem(wrong ? t('relationships.noColumn', { name: wrong }) : t('relationships.both'))
    const value = session.value.peek()
    if (areJoined(value, parent, child)) return setProblem(t('relationships.joined'))
    session.change(join(value, parent, child))
    session.announcement.value = t('relationships.added', { count: 1 })
    setProblem('')
    setTexts({ parent: '', child: '' })
    first.current?.focus()
  }
  /** @param {'parent' | 'child'} end */
  const field = (end) => (
    <input
      ref={end === 'parent' ? first : undefined}
      class="input mono"
      aria-label={t(`relationships.add.${end}`)}
      placeholder={t(`relationships.add.${end}`)}
      list={`${id}-columns`}
      autocomplete="off"
      spellcheck={false}
      value={texts[end]}
      aria-describedby={problem ? `${id}-problem` : undefined}
      disabled={!session.canEdit.value}
      onPointerEnter={() => setNear(true)}
      onFocus={() => setNear(true)}
      onInput={({ currentTarget }) => {
        setProblem('')
        setTexts((before) => ({ ...before, [end]: currentTarget.value }))
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.isComposing) return
        event.preventDefault()
        add()
      }}
    />
  )
  return (
    <div class="join-add" role="group" aria-label={t('relationships.add')}>
      {field('parent')}
      {field('child')}
      <button type="button" class="secondary" disabled={!session.canEdit.value} onClick={add}>
        <Icon name="plus" size={14} />
        {t('relationships.add')}
      </button>
      <datalist id={`${id}-columns`}>
        {isNear &&
          choices.ends.map(({ value, label }) => (
            <option key={value} value={value} label={label ? `${value} · ${label}` : undefined} />
          ))}
      </datalist>
      <p class="problem fine" id={`${id}-problem`} role="alert">
        {problem}
      </p>
    </div>
  )
}

/** The joins that names and types suggest. @param {{ proposals: readonly import('../../../../index.d.ts').RelationshipProposal[] | undefined }} props */
function Suggestions({ proposals }) {
  const session = useSession()
  const t = session.t.value
  if (!proposals) return null
  const confident = proposals.filter(({ confidence }) => confidence === 'confident')
  /** @param {typeof proposals} chosen */
  const add = (chosen) => {
    session.change(addRelationships(session.value.peek(), chosen.map(({ relationship }) => relationship)))
    session.announcement.value = t('relationships.added', { count: chosen.length })
  }
  return (
    <section class="form-section" aria-label={t('relationships.suggested')}>
      <div class="section-head">
        <h2>{t('relationships.suggested')}</h2>
        {confident.length > 1 && (
          <button type="button" class="secondary" disabled={!session.canEdit.value} onClick={() => add(confident)}>
            {t('relationships.addConfident', { count: confident.length })}
          </button>
        )}
      </div>
      {proposals.length === 0 ? (
        <p class="soft">{session.catalog.value ? t('relationships.nothing') : t('relationships.nothing.catalog')}</p>
      ) : (
        <ul class="suggestions">
          {proposals.map((proposal) => {
            const { parentTableName, parentColumnName, childTableName, childColumnName, relationshipName } = proposal.relationship
            return (
              <li key={relationshipName} class="suggestion">
                <Icon name="wand" />
                <div>
                  <p class="mono">
                    {childTableName}.{childColumnName} → {parentTableName}.{parentColumnName}
                  </p>
                  <p class="fine">
                    <Prose text={proposal.reason} />
                  </p>
                </div>
                <span class="mark">{t(`confidence.${proposal.confidence}`)}</span>
                <button type="button" class="secondary" aria-label={t('relationships.addOne', { name: relationshipName })} disabled={!session.canEdit.value} onClick={() => add([proposal])}>
                  {t('relationships.addOne.short')}
                </button>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
