/** The view of the text itself. The code of the text editor is loaded when it is first shown. */
// @ts-check

import { EditorView } from '@codemirror/view'
import { useEffect, useRef } from 'preact/hooks'
import { useSession } from '../../ui/context.js'

export function JsonView() {
  const session = useSession()
  const place = useRef(/** @type {HTMLDivElement | null} */ (null))

  useEffect(() => {
    const parent = /** @type {HTMLDivElement} */ (place.current)
    /** @type {EditorView | undefined} */
    let view
    let isGone = false
    /** @type {(() => void) | undefined} */
    let stop
    void import('./extensions.js').then(({ connect }) => {
      if (isGone) return
      session.document.extend(connect.extensions(session))
      view = new EditorView({
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
      stop = connect.follow(session, view)
    })
    return () => {
      isGone = true
      stop?.()
      if (view) session.document.attach(undefined)
      view?.destroy()
    }
  }, [session])

  return <div class="json" ref={place} />
}
