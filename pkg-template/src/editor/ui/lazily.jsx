/** Components that are loaded when they are first shown. */
// @ts-check

import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { messageOf } from '../state/reason.js'
import { useSession } from './context.js'

/**
 * @template Props
 * @param {() => Promise<import('preact').FunctionComponent<Props>>} load
 * @returns {import('preact').FunctionComponent<Props>} nothing is shown until it is loaded
 */
export function lazily(load) {
  /** @type {import('preact').FunctionComponent<any> | undefined} */
  let Loaded
  return function Lazily(props) {
    const [problem, setProblem] = useState('')
    const [, redraw] = useState(false)
    const tryIt = () => {
      setProblem('')
      load().then(
        (component) => {
          Loaded = component
          redraw(true)
        },
        (error) => setProblem(messageOf(error)),
      )
    }
    useEffect(() => {
      if (!Loaded) tryIt()
    }, [])
    if (Loaded) return <Loaded {...props} />
    return problem ? <NotLoaded reason={problem} retry={tryIt} /> : null
  }
}

/**
 * What stands in for something that could not be loaded, and loads it when the connection is back.
 *
 * @param {{ reason: string, retry: () => void }} props
 */
function NotLoaded({ reason, retry }) {
  const t = useSession().t.value
  const isOffline = navigator.onLine === false
  // At once: the connection may be back before the page is painted.
  useLayoutEffect(() => {
    addEventListener('online', retry)
    return () => removeEventListener('online', retry)
  }, [])
  return (
    <div class="empty-view" role="alert">
      <h2>{t(isOffline ? 'offline' : 'notLoaded')}</h2>
      <p>{isOffline ? t('offline.help') : reason}</p>
      <button type="button" class="secondary" onClick={retry}>
        {t('retry')}
      </button>
    </div>
  )
}
