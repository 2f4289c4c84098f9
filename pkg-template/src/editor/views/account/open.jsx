/** Opens a datamart: one of the account, or one of several in a file. */
// @ts-check

import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { writtenAnew } from '../../document/places.js'
import { reasonOf } from '../../state/reason.js'
import styles from '../../styles/account.css'
import { addStyles } from '../../styles/sheet.js'
import { useSession } from '../../ui/context.js'
import { Icon } from '../../ui/icons.jsx'

addStyles(styles)

/** @typedef {import('../../state/state.js').ImportedDatamart} ImportedDatamart */
/** @typedef {import('../../../../index.d.ts').DatasourceEntry} DatasourceEntry */
/** More are not read through, and would take long to draw. */
const MOST = 200

/** @typedef {{ datamarts?: readonly ImportedDatamart[], datasources?: readonly DatasourceEntry[], failure?: string }} Listed */
/** @typedef {{ key: string, name: string, hints: readonly string[], act: () => void }} Item */

/** @param {{ choose: () => void }} props `choose` lets the user choose a file */
export function OpenDialog({ choose }) {
  const session = useSession()
  const t = session.t.value
  const id = useId()
  const choices = session.choices.value
  const isAccount = choices === 'account'
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null))
  const [query, setQuery] = useState('')
  const [attempt, setAttempt] = useState(0)
  const [listed, setListed] = useState(/** @type {Listed} */ ({}))

  useLayoutEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector('input')?.focus()
  }, [])
  useEffect(() => {
    const client = session.client.peek()
    if (!isAccount || !client) return
    const controller = new AbortController()
    const { signal } = controller
    setListed({})
    client.listDatamarts({ signal }).then(
      (datamarts) => signal.aborted || setListed((listed) => ({ ...listed, datamarts })),
      (error) => signal.aborted || setListed((listed) => ({ ...listed, failure: reasonOf(error) })),
    )
    // A gateway may not serve them.
    if (client.getSchema) {
      client.listDatasources?.({ signal }).then(
        (datasources) => signal.aborted || setListed((listed) => ({ ...listed, datasources })),
        () => undefined,
      )
    }
    return () => controller.abort()
  }, [isAccount, attempt])

  const close = () => dialog.current?.close()
  /** @param {() => void} act */
  const use = (act) => {
    close()
    act()
  }
  const datamarts = isAccount ? listed.datamarts : choices
  /** @type {readonly Item[]} */
  const items = (datamarts ?? []).map((imported, index) => {
    const { name, datasourceName, tableList } = imported.datamart
    const hints = [datasourceName, t('account.tables', { count: tableList?.length ?? 0 })]
    return { key: `${index} ${name}`, name, hints, act: () => (isAccount ? session.withAccount((account) => account.open(imported)) : session.replaceWith(writtenAnew(imported.datamart))) }
  })
  const usable = (listed.datasources ?? []).filter(({ isDisabled, isAuthenticated }) => !isDisabled && isAuthenticated !== false)
  /** @type {readonly Item[]} */
  const datasources = usable.map(({ name }) => ({ key: name, name, hints: [], act: () => session.withAccount((account) => account.begin(name)) }))
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  /** @param {Item} item */
  const isFound = ({ name, hints }) => words.every((word) => `${name} ${hints[0] ?? ''}`.toLowerCase().includes(word))
  const found = items.filter(isFound)
  const foundDatasources = datasources.filter(isFound)
  const isNothing = items.length + datasources.length > 0 && found.length + foundDatasources.length === 0

  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    const all = /** @type {HTMLElement[]} */ ([...(dialog.current?.querySelectorAll('.account-item') ?? [])])
    const at = all.indexOf(/** @type {HTMLElement} */ (event.target))
    if (event.key === 'ArrowDown') all[Math.min(at + 1, all.length - 1)]?.focus()
    else if (event.key === 'ArrowUp' && at >= 0) (at === 0 ? dialog.current?.querySelector('input') : all[at - 1])?.focus()
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && query && found[0]) use(found[0].act)
    else return
    event.preventDefault()
  }

  return (
    <dialog class="account" ref={dialog} aria-labelledby={id} onKeyDown={onKeyDown} onClose={() => (session.choices.value = undefined)} onClick={(event) => event.target === dialog.current && close()}>
      <div class="account-head">
        <h2 id={id}>{t('file.choose')}</h2>
        <button type="button" class="icon-button" aria-label={t('close')} title={t('close')} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <div class="search">
        <Icon name="search" size={14} />
        <input type="search" aria-label={t('account.search')} placeholder={t('account.search')} autocomplete="off" spellcheck={false} value={query} onInput={({ currentTarget }) => setQuery(currentTarget.value)} />
      </div>
      <div class="account-lists scroll">
        <p class="visually-hidden" role="status">
          {isAccount && !datamarts && !listed.failure ? t('account.loading') : ''}
        </p>
        {listed.failure !== undefined ? (
          <div class="nothing" role="alert">
            <p class="problem">{t('account.failed', { reason: listed.failure })}</p>
            <button type="button" class="secondary" onClick={() => setAttempt(attempt + 1)}>
              {t('retry')}
            </button>
          </div>
        ) : !datamarts ? (
          <p class="nothing" aria-hidden="true">
            {t('account.loading')}
          </p>
        ) : items.length === 0 ? (
          <p class="nothing">{t('account.none')}</p>
        ) : null}
        <Items title={t('account.datamarts')} items={found} use={use} />
        <Items title={t('account.datasources')} items={foundDatasources} use={use} />
        {isNothing && <p class="nothing">{t('catalog.nothing', { query })}</p>}
      </div>
      {isAccount && (
        <div class="account-foot">
          <button type="button" class="secondary" onClick={() => use(choose)}>
            {t('account.file')}
          </button>
        </div>
      )}
    </dialog>
  )
}

/** @param {{ title: string, items: readonly Item[], use: (act: Item['act']) => void }} props */
function Items({ title, items, use }) {
  const t = useSession().t.value
  const id = useId()
  if (items.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ul>
        {items.slice(0, MOST).map(({ key, name, hints, act }) => (
          <li key={key}>
            <button type="button" class="account-item" onClick={() => use(act)}>
              <span class="name mono">{name}</span>
              {hints.map((hint) => (
                <span key={hint} class="hint">
                  {hint}
                </span>
              ))}
            </button>
          </li>
        ))}
      </ul>
      {items.length > MOST && <p class="account-more fine">{t('account.more', { count: items.length - MOST })}</p>}
    </section>
  )
}
