/**
 * Saves to the file that was opened, where the browser has the File System Access API, and downloads
 * otherwise. What another program has written meanwhile is not overwritten before the user says so.
 */
// @ts-check

import { openText } from './files.js'
import { messageOf } from './reason.js'

/** @typedef {import('./session.js').Session} Session */
/**
 * A file that can be written. `text` is what it contained when it was read or written last, and
 * `saved` the document of that time.
 *
 * @typedef {object} OpenedFile
 * @property {FileSystemFileHandle} handle
 * @property {string | undefined} text undefined if it is to be overwritten whatever it has
 * @property {import('@preact/signals').Signal<import('@codemirror/state').Text | undefined>} saved
 */
/** @typedef {{ name: string, reason: string } | { name: string, file: OpenedFile, theirs: string }} SaveProblem */

const TYPES = [{ description: 'JSON', accept: { 'application/json': ['.json'] } }]

/** Has the user choose a file to open. @param {Session} session @param {() => void} otherwise if the page may not show the browser's dialog */
export async function chooseFile(session, otherwise) {
  const [handle] = (await chosen(() => /** @type {any} */ (globalThis).showOpenFilePicker({ types: TYPES }), otherwise)) ?? []
  if (handle) await openHandle(session, handle)
}

/** Opens a file that can be written. @param {Session} session @param {FileSystemFileHandle} handle */
export async function openHandle(session, handle) {
  await openText(session, await (await handle.getFile()).text(), handle)
}

/** Saves the present text. @param {Session} session */
export async function save(session) {
  session.flush()
  session.saveProblem.value = undefined
  const present = session.document.file.peek()
  if (!present && !('showSaveFilePicker' in globalThis)) return download(session)
  const handle = present?.handle ?? (await chosen(() => /** @type {any} */ (globalThis).showSaveFilePicker({ suggestedName: nameOf(session), types: TYPES }), () => download(session)))
  if (!handle) return
  const file = present ?? session.document.bind(handle)
  const { doc } = session.document.state.peek()
  try {
    const theirs = await (await handle.getFile()).text()
    // What is written keeps the file's way to end lines, which the document does not know.
    const text = /\r\n/.test(file.text ?? theirs) ? session.text.replaceAll('\n', '\r\n') : session.text
    if (file.text !== undefined && theirs !== file.text && theirs !== text) {
      session.saveProblem.value = { name: handle.name, file, theirs }
      return
    }
    const stream = await handle.createWritable()
    await stream.write(text)
    await stream.close()
    file.text = text
    file.saved.value = doc
    session.announcement.value = session.t.peek()('saved', { name: handle.name })
  } catch (error) {
    session.saveProblem.value = { name: handle.name, reason: messageOf(error) }
  }
}

/**
 * The user has decided between the text here and what another program has written, or to see what
 * differs (`both`): then the next time, saving overwrites what has not been taken back.
 *
 * @param {Session} session
 * @param {Extract<SaveProblem, { theirs: string }>} problem
 * @param {'own' | 'other' | 'both'} which
 */
export async function resolveSave(session, { file, theirs }, which) {
  session.saveProblem.value = undefined
  file.text = theirs
  if (which === 'own') await save(session)
  else if (which === 'other') await openText(session, theirs, file.handle)
}

/** @param {Session} session */
export function download(session) {
  session.flush()
  const url = URL.createObjectURL(new Blob([session.text], { type: 'application/json' }))
  Object.assign(document.createElement('a'), { href: url, download: nameOf(session) }).click()
  // Browsers say nothing of when they have read it; a slow one may take a while.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** A name for a file. @param {Session} session */
function nameOf(session) {
  return `${session.name.peek().replace(/[^\w.-]+/g, '-') || 'datamart'}.json`
}

/**
 * What the user has chosen; undefined if they have not, or if a frame may not ask.
 *
 * @param {() => Promise<any>} choose
 * @param {() => void} otherwise
 */
async function chosen(choose, otherwise) {
  try {
    return await choose()
  } catch (error) {
    if (error instanceof DOMException && error.name !== 'AbortError') otherwise()
    return undefined
  }
}
