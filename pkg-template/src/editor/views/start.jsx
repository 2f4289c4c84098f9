/** An empty editor: three ways in. Nothing is wrong before the user has done anything. */
// @ts-check

import { useRef } from 'preact/hooks'
import { useSession } from '../ui/context.js'
import { CATALOG_FILES, FileInput } from '../ui/file-input.jsx'
import { Icon } from '../ui/icons.jsx'

/** @param {{ choose: () => void, loadCatalog: (file: File) => void, focusCatalog: () => void }} props */
export function Start({ choose, loadCatalog, focusCatalog }) {
  const session = useSession()
  const t = session.t.value
  const catalog = useRef(/** @type {HTMLInputElement | null} */ (null))
  const hasCatalog = session.catalog.value !== undefined
  const sample = () => session.load(import('./sample.js'), ({ SAMPLE }) => session.replaceWith(SAMPLE))
  return (
    <div class="start">
      <div class="start-body">
        <h2>{t('start')}</h2>
        <p class="lead">{t('start.help')}</p>
        <div class="ways">
          {session.client.value && <Way icon="open" title={t('account')} help={t('account.help')} disabled={session.readOnly.value} act={() => (session.choices.value = 'account')} />}
          <Way icon="table" title={t('start.catalog')} help={hasCatalog ? t('start.catalog.help') : t('start.catalog.missing.help')} disabled={session.readOnly.value} act={() => (hasCatalog ? focusCatalog() : catalog.current?.click())} />
          <Way icon="open" title={t('start.file')} help={t('start.file.help')} disabled={session.readOnly.value} act={choose} />
          <Way icon="sample" title={t('start.sample')} help={t('start.sample.help')} disabled={session.readOnly.value} act={sample} />
        </div>
        <p class="fine">{t('start.drop')}</p>
      </div>
      <FileInput field={catalog} accept={CATALOG_FILES} use={loadCatalog} />
    </div>
  )
}

/** @param {{ icon: Parameters<typeof Icon>[0]['name'], title: string, help: string, disabled: boolean, act: () => void }} props */
function Way({ icon, title, help, disabled, act }) {
  return (
    <button type="button" class="way" disabled={disabled} onClick={act}>
      <span class="way-icon">
        <Icon name={icon} size={18} />
      </span>
      <span class="way-title">{title}</span>
      <span class="way-help">{help}</span>
    </button>
  )
}
