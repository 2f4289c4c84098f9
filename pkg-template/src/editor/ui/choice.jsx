/** Parts of the views that are forms: fields to choose in, issues at their fields, what is proposed. */
// @ts-check

import { useId, useLayoutEffect, useState } from 'preact/hooks'
import { useSession } from './context.js'
import { SeverityIcon } from './icons.jsx'
import { Prose } from './prose.jsx'

/** @typedef {import('../../../index.d.ts').Issue} Issue */
/** @typedef {Issue['path']} Path */
/** @typedef {{ value: string, label?: string }} Option */

/**
 * A list to choose from. A value that is not in it is shown all the same.
 *
 * @param {object} props
 * @param {string} props.label
 * @param {unknown} props.value
 * @param {readonly Option[]} props.options drawn when someone is about to choose: a form has many lists
 * @param {(value: string) => void} props.change
 * @param {Path} props.path of the field
 * @param {string} [props.nothing] the text of the empty choice
 * @param {boolean} [props.canBeNothing] whether the empty choice can be taken
 * @param {readonly Issue[]} [props.issues]
 * @param {string} [props.describedBy]
 * @param {boolean} [props.mono]
 * @param {string} [props.id]
 */
export function Choice({ label, value, options, change, path, nothing = '', canBeNothing = false, issues = [], describedBy, mono, id }) {
  const session = useSession()
  const [isNear, setNear] = useState(false)
  const present = typeof value === 'string' ? value : ''
  const own = present ? (options.find((option) => option.value === present) ?? { value: present }) : undefined
  const shown = isNear ? (own && !options.includes(own) ? [own, ...options] : options) : own ? [own] : []
  const draw = (/** @type {Option} */ { value, label = value }) => (
    <option key={value} value={value}>
      {label}
    </option>
  )
  const near = () => setNear(true)
  return (
    <select
      id={id}
      class={`input choice ${mono ? 'mono' : ''} ${present ? '' : 'is-nothing'} ${issues[0] ? `is-${issues[0].severity}` : ''}`}
      aria-label={id ? undefined : label}
      aria-invalid={issues[0]?.severity === 'error' || undefined}
      aria-describedby={issues[0] ? describedBy : undefined}
      data-path={JSON.stringify(path)}
      disabled={!session.canEdit.value}
      value={present}
      onPointerEnter={near}
      onFocus={near}
      onChange={({ currentTarget }) => {
        const { value } = currentTarget
        // Where an invalid choice changes nothing, the list shows what there is.
        currentTarget.value = present
        session.visit(path)
        change(value)
      }}
    >
      {(canBeNothing || !present) && <option value="">{nothing}</option>}
      {shown.map(draw)}
    </select>
  )
}

/**
 * A labelled list to choose from, with its issues below.
 *
 * @param {Omit<Parameters<typeof Choice>[0], 'describedBy' | 'id'> & { help?: string }} props
 */
export function ChoiceField({ help, ...props }) {
  const id = useId()
  const { issues = [] } = props
  const note = issues[0] ? <Prose text={issues[0].message} /> : help
  return (
    <div class={`field ${issues[0] ? `has-${issues[0].severity}` : ''}`}>
      <label for={id}>{props.label}</label>
      <Choice {...props} id={id} describedBy={`${id}-note`} />
      {note && (
        <p id={`${id}-note`} class="field-note">
          {note}
        </p>
      )}
    </div>
  )
}

/** Issues below what they are about. @param {{ id?: string, issues: readonly Issue[] }} props */
export function Notes({ id, issues }) {
  const session = useSession()
  if (issues.length === 0) return null
  return (
    <ul class="notes" id={id}>
      {issues.map((issue, index) => (
        <li key={index} class="note" title={issue.help}>
          <SeverityIcon severity={issue.severity} />
          <span class="visually-hidden">{session.t.value(`issues.${issue.severity}`)}: </span>
          <span>
            <Prose text={issue.message} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/**
 * What a form does as a whole: a field that was left is visited, and the field of an issue that was
 * chosen comes into view. It takes the focus unless that is in the list of issues.
 *
 * @param {{ current: HTMLDivElement | null }} box
 */
export function useFields(box) {
  const session = useSession()
  const revealed = session.revealed.value
  useLayoutEffect(() => {
    if (!revealed || (!revealed.isPlace && session.currentIssue.peek()?.path !== revealed.path)) return
    const fields = [.../** @type {NodeListOf<HTMLElement>} */ (box.current?.querySelectorAll('[data-path]') ?? [])]
    const path = revealed.path
    for (let length = path.length; length > 0; length--) {
      const key = JSON.stringify(path.slice(0, length))
      const field = fields.find((field) => field.dataset.path === key)
      if (!field) continue
      field.scrollIntoView({ block: 'nearest' })
      const active = /** @type {ShadowRoot} */ (field.getRootNode()).activeElement
      if (!active?.closest('.issues')) field.focus({ preventScroll: true })
      return
    }
  }, [revealed])
  return {
    ref: box,
    onFocusOut: (/** @type {FocusEvent} */ { target }) => {
      const { path } = target instanceof HTMLElement ? target.dataset : {}
      if (path) session.visit(JSON.parse(path))
    },
  }
}
