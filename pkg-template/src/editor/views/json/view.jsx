/** The view of the text itself. */
// @ts-check

import { EditorView } from '@codemirror/view'
import { useEffect, useRef } from 'preact/hooks'
import { useSession } from '../../ui/context.js'
import { extensions, follow } from './extensions.js'

export function JsonView() {
  const session = useSession()
  const place = useRef(/** @type {HTMLDivElement | null} */ (null))

  useEffect(() => {
    const parent = /** @type {HTMLDivElement} */ (place.current)
    let isGone = false
    session.document.extend(extensions(session))
    const view = new EditorView({
      parent,
      root: /** @type {ShadowRoot} */ (parent.getRootNode()),
      state: session.document.state.peek(),
      dispatchTransactions(transactions, view) {
        // A part of it that has waited for something dispatches to a view that is gone, whose
        // state is outdated.
        if (isGone) return
        view.update(transactions)
        session.document.follow(transactions)
      },
    })
    session.document.attach(view)
    const stop = follow(session, view)
    return () => {
      isGone = true
      stop()
      session.document.attach(undefined)
      view.destroy()
    }
  }, [session])

  return <div class="json" ref={place} />
}
