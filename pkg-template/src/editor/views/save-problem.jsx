/** What stands in the way of saving. */
// @ts-check

import { canCompare, resolveSave } from '../state/saving.js'
import { useSession } from '../ui/context.js'

export function SaveProblem() {
  const session = useSession()
  const t = session.t.value
  const problem = session.saveProblem.value
  if (!problem) return null
  const { name } = problem
  return (
    <div class="banner" role="alert">
      <div>
        <strong>{t('reason' in problem ? 'save.failed' : 'save.changed', { name })}</strong>
        <p>{'reason' in problem ? problem.reason : t('save.changed.help')}</p>
      </div>
      {'theirs' in problem && (
        <>
          {canCompare(session, problem) && (
            <button type="button" class="secondary" onClick={() => void resolveSave(session, problem, 'both')}>
              {t('save.both')}
            </button>
          )}
          <button type="button" class="secondary" onClick={() => void resolveSave(session, problem, 'other')}>
            {t('save.other')}
          </button>
          <button type="button" class="secondary" onClick={() => void resolveSave(session, problem, 'own')}>
            {t('save.own')}
          </button>
        </>
      )}
      <button type="button" class="secondary" onClick={() => (session.saveProblem.value = undefined)}>
        {t('cancel')}
      </button>
    </div>
  )
}
