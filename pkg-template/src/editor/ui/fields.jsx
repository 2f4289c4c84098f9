/** Fields that write to the document when they are left, and lose nothing that was typed. */
// @ts-check

import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useSession } from './context.js'

/**
 * The text of a field while it is edited. It is written on Enter, when the field loses the focus,
 * when it disappears, and before anything reads the document.
 *
 * @param {string} value
 * @param {(text: string) => void} commit
 * @param {string} [initial] what has been typed already
 */
function useDraft(value, commit, initial) {
  const session = useSession()
  const [draft, setDraft] = useState(initial)
  const latest = useRef({ draft, value, commit })
  latest.current = { draft: latest.current.draft, value, commit }

  const set = (/** @type {string | undefined} */ text) => {
    latest.current.draft = text
    setDraft(text)
    if (text !== undefined) session.prepare()
  }
  const write = () => {
    const { draft, value, commit } = latest.current
    if (draft === undefined) return
    set(undefined)
    if (draft !== value) commit(draft)
  }
  useLayoutEffect(() => {
    const release = session.onFlush(write)
    return () => {
      release()
      write()
    }
  }, [])
  return { text: draft ?? value, set, write, revert: () => set(undefined) }
}

/**
 * @param {object} props
 * @param {string} props.value
 * @param {(text: string) => void} props.commit
 * @param {string} [props.label] if no label of the page names it
 * @param {boolean} [props.focus] whether it takes the focus at once
 * @param {(event: KeyboardEvent) => void} [props.onKey] called before the field handles a key
 * @param {() => void} [props.onLeave]
 * @param {() => void} [props.onCancel] called for Escape, which takes back what was typed
 * @param {string} [props.initial] replaces the value as if it had been typed
 * @param {Record<string, unknown>} [props.attributes]
 */
export function DraftInput({ value, commit, label, focus, onKey, onLeave, onCancel, initial, attributes = {} }) {
  const session = useSession()
  const input = useRef(/** @type {HTMLInputElement | null} */ (null))
  const { text, set, write, revert } = useDraft(value, commit, initial)
  // Before the next key arrives.
  useLayoutEffect(() => {
    if (!focus) return
    input.current?.focus()
    if (initial === undefined) input.current?.select()
  }, [])
  return (
    <input
      ref={input}
      type="text"
      autocomplete="off"
      spellcheck={false}
      aria-label={label}
      value={text}
      readOnly={!session.canEdit.value}
      onInput={(event) => set(event.currentTarget.value)}
      onBlur={() => {
        write()
        onLeave?.()
      }}
      onKeyDown={(event) => {
        onKey?.(event)
        if (event.defaultPrevented || event.isComposing) return
        if (event.key === 'Enter') write()
        else if (event.key === 'Escape' && (onCancel || text !== value)) {
          revert()
          onCancel?.()
          event.preventDefault()
          event.stopPropagation()
        }
      }}
      {...attributes}
    />
  )
}
