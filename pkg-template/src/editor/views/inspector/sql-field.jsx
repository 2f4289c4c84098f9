/** The expression of a custom column: edited in place, and never lost. */
// @ts-check

import { useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useId, useRef } from 'preact/hooks'
import { textOf } from '../../document/value.js'
import { useSession } from '../../ui/context.js'
import { Prose } from '../../ui/prose.jsx'
import { pathOf } from '../tables/rows.js'
import { SqlEditor } from './sql-editor.js'

/** @typedef {import('../../document/value.js').Fields} Fields */

/**
 * @param {object} props
 * @param {number} props.table
 * @param {number} props.column
 * @param {Fields} props.parent
 * @param {Fields} props.fields
 * @param {readonly import('../../../../index.d.ts').Issue[]} props.issues
 */
export function SqlField({ table, column, parent, fields, issues }) {
  const session = useSession()
  const t = session.t.value
  const id = useId()
  const place = useRef(/** @type {HTMLDivElement | null} */ (null))
  const editor = useRef(/** @type {import('./sql-editor.js').SqlEditor | undefined} */ (undefined))
  const uses = useSignal(/** @type {readonly string[]} */ ([]))
  const sql = textOf(fields.sql)
  const latest = useRef({ parent, fields })
  latest.current = { parent, fields }

  useLayoutEffect(() => {
    const parent = /** @type {HTMLDivElement} */ (place.current)
    const made = new SqlEditor({
      parent,
      session,
      path: [...pathOf({ table, column }), 'sql'],
      label: t('inspector.sql'),
      latest: () => latest.current,
    })
    editor.current = made
    const release = session.onFlush(() => made.write())
    made.show(textOf(latest.current.fields.sql))
    focusIfAsked()
    return () => {
      release()
      made.dispose()
      editor.current = undefined
    }
  }, [table, column])

  useLayoutEffect(() => editor.current?.show(sql), [sql])

  /** Enter in the grid, or an issue, leads here. */
  const answered = useRef(/** @type {unknown} */ (undefined))
  const focusIfAsked = () => {
    const revealed = session.revealed.peek()
    if (!revealed || revealed === answered.current || revealed.path.at(-1) !== 'sql' || revealed.path[1] !== table || revealed.path[3] !== column || session.view.peek() === 'json' || !editor.current) return
    answered.current = revealed
    editor.current.focus()
  }
  const revealed = session.revealed.value
  useLayoutEffect(focusIfAsked, [revealed])

  useEffect(() => {
    let isStale = false
    session.engine.call('analyzeSql', sql).then(
      ({ columns }) => {
        if (!isStale) uses.value = [...new Set(columns.map(({ name }) => name))]
      },
      () => undefined,
    )
    return () => {
      isStale = true
    }
  }, [sql])

  return (
    <div class={`field ${issues[0] ? `has-${issues[0].severity}` : ''}`}>
      <span class="label" id={id}>
        {t('inspector.sql')}
      </span>
      <div class="input sql" ref={place} />
      {issues[0] && (
        <p class="field-note">
          <Prose text={issues[0].message} />
        </p>
      )}
      {uses.value.length > 0 && (
        <p class="field-note">
          {t('inspector.uses')}{' '}
          {uses.value.map((name, index) => (
            <span key={name}>
              {index > 0 && ', '}
              <code>{name}</code>
            </span>
          ))}
        </p>
      )}
    </div>
  )
}
