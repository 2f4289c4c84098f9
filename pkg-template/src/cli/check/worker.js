/** One of the threads that check files if there are thousands of them. */
// @ts-check

import { parentPort, workerData } from 'node:worker_threads'
import { Judge } from './judge.js'

/** @typedef {{ index: number, files: readonly string[] }} Task */
/** @typedef {{ index: number, reports: import('../types.d.ts').FileReport[] }} Done */

/** Replies to each task with the reports on its files, until there are no more tasks. */
export function work() {
  const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort)
  const judge = new Judge(workerData)
  port.on('message', (/** @type {Task} */ { index, files }) => {
    /** @type {Done} */
    const done = { index, reports: files.map((file) => judge.file(file)) }
    port.postMessage(done)
  })
}
