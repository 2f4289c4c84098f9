/** The editor in a page: what it is given, and what is kept in this browser. */
// @ts-check

import { createClient } from 'datamart-validator/client'
import 'datamart-validator/editor'
import { del, get, set } from 'idb-keyval'

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id))
const [samples, type] = /** @type {HTMLSelectElement[]} */ ([byId('samples'), byId('type')])
const editor = /** @type {import('datamart-validator/editor').DatamartEditorElement} */ (document.querySelector('datamart-editor'))

/** What serves this page: nothing, a sample API in memory, or the API itself. */
const APIS = {
  none: 'No gateway: copy the request',
  sample: 'Sample API, in memory: nothing leaves this computer',
  live: 'Connected to your account',
}

/** A catalog may be larger than `localStorage`. */
const storage = {
  get: (/** @type {string} */ key) => get(`datamart-editor-${key}`),
  set: (/** @type {string} */ key, /** @type {string} */ value) => set(`datamart-editor-${key}`, value),
  remove: (/** @type {string} */ key) => del(`datamart-editor-${key}`),
}

/** @param {string} file */
async function load(file) {
  const response = await fetch(file)
  if (!response.ok) throw new Error(`status ${response.status}`)
  return response.text()
}

/** @param {string | undefined} datasourceType */
function setType(datasourceType) {
  type.value = datasourceType ?? ''
  editor.options = /** @type {any} */ ({ datasourceType: type.value || undefined, docsBase: './rules/' })
  void storage.set('type', type.value)
}

async function openSample() {
  const [option] = samples.selectedOptions
  samples.selectedIndex = 0
  if (!option?.value) return
  const { type } = option.dataset
  try {
    const [text, catalog] = await Promise.all([load(`./samples/${option.value}`), type ? load('./samples/shop-catalog.json') : undefined])
    byId('notice').textContent = ''
    editor.catalog = catalog ? JSON.parse(catalog) : undefined
    void (catalog ? storage.set('catalog', catalog) : storage.remove('catalog'))
    setType(type)
    editor.open(text)
  } catch (error) {
    byId('notice').textContent = `The sample did not load: ${error instanceof Error ? error.message : error}`
  }
}

// This site's policy does not allow workers from `blob:`.
editor.workerUrl = new URL('./datamart-validator/editor/worker.js', location.href)

if (location.hash === '#blank') document.body.className = 'blank'
else {
  type.addEventListener('change', () => setType(type.value))
  samples.addEventListener('change', () => void openSample())
  const [kept, api] = await Promise.all([storage.get('type').catch(() => ''), load('./api.txt').catch(() => 'none')])
  const which = /** @type {keyof typeof APIS} */ (api.trim())
  byId('api').textContent = APIS[which] ?? APIS.none
  if (which === 'sample' || which === 'live') editor.client = createClient({ baseUrl: '/api/databrain' })
  setType(kept)
  editor.storage = storage
}
document.documentElement.dataset.ready = ''
