/** The keyboard shortcuts, in a dialog. */
// @ts-check

import { useLayoutEffect, useRef } from 'preact/hooks'
import styles from '../styles/shortcuts.css'
import { addStyles } from '../styles/sheet.js'
import { useSession } from '../ui/context.js'
import { Icon } from '../ui/icons.jsx'
import { keyNames } from '../ui/keys.js'

addStyles(styles)

/** What keys do, by where they do it: the key of a text, then keys that can be pressed. */
const GROUPS = /** @type {const} */ ([
  [
    'everywhere',
    [
      ['region', 'F6', 'Shift+F6'],
      ['issue', 'F8', 'Shift+F8'],
      ['undo', 'Ctrl+Z'],
      ['redo', 'Ctrl+Shift+Z'],
      ['save', 'Ctrl+S'],
      ['this', '?'],
    ],
  ],
  [
    'catalog',
    [
      ['results', '↓'],
      ['first', 'Enter'],
      ['check', 'Space'],
      ['range', 'Shift+↓', 'Shift+↑'],
      ['open', '→', '←'],
    ],
  ],
  [
    'grid',
    [
      ['edit', 'Enter', 'F2'],
      ['next', 'Tab'],
      ['select', 'Shift+↓', 'Shift+↑'],
      ['toggle', 'Ctrl+↓', 'Space'],
      ['all', 'Ctrl+A'],
      ['move', 'Alt+↑', 'Alt+↓'],
      ['remove', 'Delete'],
      ['cells', 'Ctrl+C', 'Ctrl+V'],
    ],
  ],
  [
    'json',
    [
      ['complete', 'Ctrl+Space'],
      ['find', 'Ctrl+F'],
    ],
  ],
])

export function Shortcuts() {
  const session = useSession()
  const t = session.t.value
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null))
  useLayoutEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      class="shortcuts"
      ref={dialog}
      aria-label={t('shortcuts')}
      onClose={() => (session.showsShortcuts.value = false)}
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
    >
      <div class="shortcuts-head">
        <h2>{t('shortcuts')}</h2>
        <button type="button" class="icon-button" aria-label={t('close')} title={t('close')} onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </button>
      </div>
      <div class="shortcut-groups">
        {GROUPS.map(([group, shortcuts]) => (
          <section key={group}>
            <h3>{t(`shortcuts.${group}`)}</h3>
            <dl>
              {shortcuts.map(([name, ...all]) => (
                <div key={name}>
                  <dt>{t(`shortcuts.${group}.${name}`)}</dt>
                  <dd>
                    {all.map((keys) => (
                      <span key={keys} class="keys">
                        {keyNames(keys).map((key) => (
                          <kbd key={key}>{key}</kbd>
                        ))}
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  )
}
