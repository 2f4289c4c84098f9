/** The issue that the user has gone to, where the list of issues is not in view. */
// @ts-check

import { fix } from '../state/fixing.js'
import styles from '../styles/current-issue.css'
import { addStyles } from '../styles/sheet.js'
import { useSession } from '../ui/context.js'
import { Icon, SeverityIcon } from '../ui/icons.jsx'
import { Prose } from '../ui/prose.jsx'

addStyles(styles)

/** @param {{ issue: import('../../../index.d.ts').Issue }} props */
export function CurrentIssue({ issue }) {
  const session = useSession()
  const t = session.t.value
  return (
    <div class="current-issue" role="group" aria-label={t(`issues.${issue.severity}`)}>
      <SeverityIcon severity={issue.severity} />
      <p>
        <Prose text={issue.message} />
      </p>
      {issue.fix && !session.readOnly.value && (
        <button type="button" class="secondary" aria-label={`${t('issues.fix')}: ${issue.fix.title.replaceAll('`', '')}`} onClick={() => void fix(session, issue)}>
          {t('issues.fix')}
        </button>
      )}
      <button type="button" class="icon-button" aria-label={t('close')} onClick={() => (session.currentIssue.value = undefined)}>
        <Icon name="close" />
      </button>
    </div>
  )
}
