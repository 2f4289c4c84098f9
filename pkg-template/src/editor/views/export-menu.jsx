/** Everything that can be taken out of the editor. */
// @ts-check

import { useLayoutEffect, useRef } from 'preact/hooks'
import { curl } from '../../text/curl.js'
import { download } from '../state/saving.js'
import styles from '../styles/menu.css'
import { addStyles } from '../styles/sheet.js'
import { useSession } from '../ui/context.js'

addStyles(styles)

/** @typedef {import('./top-bar.jsx').Submission} Submission */
/** @typedef {Submission['request']} Request */

/** The variable with the token, as of the command line. */
const TOKEN = 'DATABRAIN_SERVICE_TOKEN'

/** @type {Record<string, (request: Request) => string>} */
const COPIES = {
  body: ({ body }) => body,
  fetch: fetchSnippet,
  curl: (request) => curl(request, TOKEN),
  package: packageSnippet,
}

/** @param {{ withRequest: (use: (submission: Submission) => void) => Promise<void>, copy: (text: string) => Promise<void>, close: () => void }} props */
export function ExportMenu({ withRequest, copy, close }) {
  const session = useSession()
  const t = session.t.value
  const menu = useRef(/** @type {HTMLDivElement | null} */ (null))
  const items = () => /** @type {HTMLElement[]} */ ([...(menu.current?.querySelectorAll('[role=menuitem]') ?? [])])

  // At once, so that a key that is pressed while the menu appears is not lost.
  useLayoutEffect(() => items()[0]?.focus(), [])

  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    const all = items()
    const at = all.indexOf(/** @type {HTMLElement} */ (event.target))
    const steps = /** @type {Record<string, number>} */ ({ ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 })
    if (event.key in steps) all[(/** @type {number} */ (steps[event.key]) + all.length) % all.length]?.focus()
    else if (event.key === 'Escape' || event.key === 'Tab') close()
    else return
    event.preventDefault()
  }
  /** @param {FocusEvent} event */
  const onFocusOut = ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node) || !menu.current?.parentElement?.contains(relatedTarget)) close()
  }
  /** @param {() => unknown} act */
  const item = (act) => () => {
    close()
    act()
  }
  return (
    <div class="menu" role="menu" aria-label={t('export')} ref={menu} onKeyDown={onKeyDown} onFocusOut={onFocusOut}>
      {Object.entries(COPIES).map(([name, written]) => (
        <button key={name} type="button" role="menuitem" tabIndex={-1} onClick={item(() => withRequest(({ request }) => void copy(written(request))))}>
          {t(`export.${name}`)}
        </button>
      ))}
      <button type="button" role="menuitem" tabIndex={-1} onClick={item(() => download(session))}>
        {t('export.file')}
      </button>
      <hr />
      <button type="button" role="menuitem" tabIndex={-1} onClick={item(() => (session.showsShortcuts.value = true))}>
        {t('shortcuts')}
      </button>
    </div>
  )
}

/** @param {Request} request */
function fetchSnippet({ url, method, headers, body }) {
  return [
    `const response = await fetch(${JSON.stringify(url)}, {`,
    `  method: ${JSON.stringify(method)},`,
    `  headers: { ...${JSON.stringify(headers)}, Authorization: \`Bearer \${process.env.${TOKEN}}\` },`,
    `  body: ${JSON.stringify(body)},`,
    '})',
    '',
  ].join('\n')
}

/** @param {Request} request */
function packageSnippet({ method, body }) {
  const isUpdate = method !== 'POST'
  const call = isUpdate ? 'updateDatamart' : 'createDatamart'
  const datamart = JSON.parse(body)
  const { datamartName, ...others } = datamart
  return [
    "import { createClient } from 'datamart-validator/client'",
    '',
    `const client = createClient({ serviceToken: process.env.${TOKEN} })`,
    `await client.${call}(${JSON.stringify(isUpdate ? { name: datamartName, ...others } : datamart, null, 2)})`,
    '',
  ].join('\n')
}
