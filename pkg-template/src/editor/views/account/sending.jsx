/** What is being sent: what an update changes, before it is sent, and what came of it. */
// @ts-check

import { useLayoutEffect, useRef } from 'preact/hooks'
import styles from '../../styles/account.css'
import { addStyles } from '../../styles/sheet.js'
import { useSession } from '../../ui/context.js'
import { SeverityIcon } from '../../ui/icons.jsx'
import { Prose } from '../../ui/prose.jsx'

addStyles(styles)

/** @typedef {import('../../state/account.js').Sending} Sending */
/** @typedef {import('../../state/account.js').Account} Account */

/** @type {Partial<Record<Sending['step'], Parameters<typeof SeverityIcon>[0]['severity']>>} */
const ICONS = { done: 'valid', 'not-done': 'error', unknown: 'warning' }

/** What is called urgent is read out at once. */
const URGENT = ['not-done', 'unknown']

/** The fields without which these do not occur. @type {Record<string, string>} */
const NEEDS = { isAggregate: 'sql"', primaryDatabase: 'tenancySettings"' }

export function SendingBanner() {
  const session = useSession()
  const t = session.t.value
  const box = useRef(/** @type {HTMLDivElement | null} */ (null))
  const sending = session.sending.value
  const step = sending?.step
  const isBusy = step === 'looking' || step === 'sending'
  // What was asked for is decided on here, unless the reply has led to a field.
  useLayoutEffect(() => {
    if (step === 'review') box.current?.focus()
  }, [step])
  if (!sending) return null
  const icon = ICONS[sending.step]
  /** @param {(account: Account) => unknown} act */
  const by = (act) => () => session.withAccount(act)
  return (
    <div class={`banner account-banner is-${step}`} role={URGENT.includes(sending.step) ? 'alert' : 'group'} aria-label={titleOf(sending, t)} aria-busy={isBusy} tabIndex={-1} ref={box} key={URGENT.includes(sending.step) ? 'urgent' : 'calm'}>
      {icon && <SeverityIcon severity={icon} />}
      <div>
        <strong role={isBusy || step === 'done' ? 'status' : undefined}>{titleOf(sending, t)}</strong>
        <Lines sending={sending} />
      </div>
      <span class="actions">
        {step !== 'sending' && (
          <button type="button" class="secondary" onClick={by((account) => account.dismiss())}>
            {t(step === 'review' || step === 'looking' ? 'cancel' : 'close')}
          </button>
        )}
        {step === 'review' && sending.found !== 'gone' && (
          <button type="button" class="primary" disabled={session.readOnly.value} onClick={by((account) => account.send())}>
            {t('send.confirm')}
          </button>
        )}
        {step === 'not-done' && (sending.failure?.isRetryable || sending.found === 'absent') && (
          <button type="button" class="secondary" onClick={by((account) => account.send())}>
            {t('retry')}
          </button>
        )}
        {step === 'unknown' && session.client.value?.getDatamart && (
          <button type="button" class="secondary" onClick={by((account) => account.lookUp())}>
            {t('send.lookUp')}
          </button>
        )}
      </span>
    </div>
  )
}

/** @param {Sending} sending @param {import('../../strings.js').Translate} t */
function titleOf({ step, operation, name }, t) {
  if (step === 'looking' || step === 'sending') return t(`send.${step}`)
  return t(step === 'review' ? 'send.review' : `send.${operation}.${step === 'not-done' ? 'failed' : step}`, { name: name || '…' })
}

/** What there is to know. @param {{ sending: Sending }} props */
function Lines({ sending: { step, found, failure, unseen = [] } }) {
  const session = useSession()
  const t = session.t.value
  const diff = session.comparison.value?.diff
  const lines = []
  if (step === 'review') {
    const breaking = diff?.changes.filter((change) => change.breaking).length ?? 0
    if (found === 'gone') lines.push(t('send.gone'))
    else if (diff?.changes.length === 0) lines.push(t('send.none'))
    else if (diff) lines.push(`${t('changes.count', { count: diff.changes.length + (diff.omitted ?? 0) })}${breaking > 0 ? `, ${t('changes.breaking', { count: breaking })}` : ''}.`)
    if (found === 'changed') lines.push(t('send.changed'))
    const original = session.original.value ?? ''
    // What the text has is sent, and what a datamart cannot have is not missed.
    const erased = unseen.filter((field) => !session.text.includes(`"${field}"`) && original.includes(`"${NEEDS[field] ?? ''}`))
    if (erased.length > 0) lines.push(t('send.unseen', { fields: erased.join(', ') }))
  }
  if (step === 'not-done' || step === 'unknown') {
    if (failure?.message && found !== 'absent') lines.push(failure.message)
    if (found === 'absent') lines.push(t('send.absent'))
    else if (step === 'unknown') lines.push(t('send.unknown.help'))
    else if (failure?.isRetryable) lines.push(failure.retryAfter ? t('send.wait', { seconds: Math.ceil(failure.retryAfter) }) : t('send.later'))
  }
  return lines.map((line) => (
    <p key={line}>
      <Prose text={line} />
    </p>
  ))
}
