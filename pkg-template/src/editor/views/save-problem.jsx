/** What stands in the way of saving or keeping the text: above all, what someone else has written meanwhile. */
// @ts-check

import { isObject, parse } from '../document/value.js'
import { resolveSave } from '../state/saving.js'
import { useSession } from '../ui/context.js'

export function SaveProblem() {
  const session = useSession()
  const t = session.t.value
  const keeper = session.keeper.value
  const other = keeper?.other.value
  const problem = session.saveProblem.value
  const cancel = (
    <button type="button" class="secondary" onClick={() => (session.saveProblem.value = undefined)}>
      {t('cancel')}
    </button>
  )
  if (keeper && other) return <Conflict words="elsewhere" title={t('elsewhere')} help={t('elsewhere.help')} theirs={other.text} resolve={(which) => keeper.resolve(which)} />
  if (!problem) return null
  if ('theirs' in problem) {
    return (
      <Conflict words="save" title={t('save.changed', { name: problem.name })} help={t('save.changed.help')} theirs={problem.theirs} resolve={(which) => void resolveSave(session, problem, which)}>
        {cancel}
      </Conflict>
    )
  }
  return (
    <div class="banner" role="alert">
      <div>
        <strong>{t('save.failed', { name: problem.name })}</strong>
        <p>{problem.reason}</p>
      </div>
      {cancel}
    </div>
  )
}

/**
 * The user decides between the text here and what someone else has written, or sees what differs:
 * then the text here stays, and what it changes can be taken back.
 *
 * @param {object} props
 * @param {'save' | 'elsewhere'} props.words what the keys of the buttons' texts begin with
 * @param {string} props.title
 * @param {string} props.help
 * @param {string} props.theirs
 * @param {(which: 'own' | 'other' | 'both') => void} props.resolve
 * @param {import('preact').ComponentChildren} [props.children] more buttons
 */
function Conflict({ words, title, help, theirs, resolve, children }) {
  const session = useSession()
  const t = session.t.value
  // With an account or an original of the host, changes are counted from that.
  const canCompare = !session.stored.value && session.givenOriginal.value === undefined && isObject(parse(theirs)?.value)
  const compare = () => {
    session.document.rebase(theirs)
    resolve('both')
    session.show('changes')
  }
  return (
    <div class="banner" role="alert">
      <div>
        <strong>{title}</strong>
        <p>{help}</p>
      </div>
      <span class="actions">
        {canCompare && (
          <button type="button" class="secondary" onClick={compare}>
            {t('save.both')}
          </button>
        )}
        {/** @type {const} */ (['other', 'own']).map((which) => (
          <button type="button" key={which} class="secondary" onClick={() => resolve(which)}>
            {t(`${words}.${which}`)}
          </button>
        ))}
        {children}
      </span>
    </div>
  )
}
