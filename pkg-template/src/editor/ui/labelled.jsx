/** Fields with a label, help and their issues. */
// @ts-check

import { useId } from 'preact/hooks'
import styles from '../styles/fields.css'
import { addStyles } from '../styles/sheet.js'
import { useSession } from './context.js'
import { DraftInput } from './fields.jsx'
import { Prose } from './prose.jsx'

addStyles(styles)

/**
 * @param {object} props
 * @param {string} props.label
 * @param {string} props.value
 * @param {(text: string) => void} props.commit
 * @param {string} [props.help]
 * @param {boolean} [props.mono]
 * @param {Record<string, unknown>} [props.attributes]
 * @param {readonly import('../../../index.d.ts').Issue[]} [props.issues]
 * @param {readonly { value: string, hint?: string }[]} [props.choices] suggestions
 */
export function TextField({ label, value, commit, help, mono, attributes = {}, issues = [], choices }) {
  const id = useId()
  const note = issues[0] ? <Prose text={issues[0].message} /> : help
  return (
    <div class={`field ${issues[0] ? `has-${issues[0].severity}` : ''}`}>
      <label for={id}>{label}</label>
      <DraftInput
        value={value}
        commit={commit}
        attributes={{ id, class: mono ? 'input mono' : 'input', 'aria-describedby': note ? `${id}-note` : undefined, 'aria-invalid': issues[0]?.severity === 'error' || undefined, list: choices ? `${id}-list` : undefined, ...attributes }}
      />
      {choices && (
        <datalist id={`${id}-list`}>
          {choices.map(({ value, hint }) => (
            <option key={value} value={value} label={hint} />
          ))}
        </datalist>
      )}
      {note && (
        <p id={`${id}-note`} class="field-note">
          {note}
        </p>
      )}
    </div>
  )
}

/**
 * @param {object} props
 * @param {string} props.label
 * @param {boolean} props.checked
 * @param {(checked: boolean) => void} props.change
 * @param {string} [props.help]
 * @param {boolean} [props.disabled]
 */
export function CheckField({ label, checked, change, help, disabled }) {
  const session = useSession()
  const id = useId()
  return (
    <div class="field check-field">
      <input type="checkbox" id={id} checked={checked} disabled={disabled || !session.canEdit.value} aria-describedby={help ? `${id}-note` : undefined} onChange={(event) => change(event.currentTarget.checked)} />
      <label for={id}>{label}</label>
      {help && (
        <p id={`${id}-note`} class="field-note">
          {help}
        </p>
      )}
    </div>
  )
}
