/** Distributes files among threads, and yields the reports in the order of the files. */
// @ts-check

import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** @typedef {import('../types.d.ts').FileReport} FileReport */
/** @typedef {import('../types.d.ts').Judging} Judging */

/**
 * Large enough that messages cost little compared with the work, small enough that the threads
 * finish together.
 */
const CHUNK = 16

/**
 * @param {readonly string[]} files
 * @param {Judging} judging
 * @param {number} threads
 * @returns {AsyncGenerator<FileReport, void, void>}
 */
export async function* judgeInThreads(files, judging, threads) {
  const chunks = Array.from({ length: Math.ceil(files.length / CHUNK) }, (_, index) => files.slice(index * CHUNK, (index + 1) * CHUNK))
  const workers = Array.from({ length: Math.min(threads, chunks.length) }, () => new Worker(new URL(import.meta.url), { workerData: judging }))
  /** @type {Map<number, FileReport[]>} */
  const done = new Map()
  let sent = 0
  /** @param {Worker} worker */
  const feed = (worker) => {
    const files = chunks[sent]
    if (files) worker.postMessage({ index: sent++, files })
  }
  /** @type {unknown} */
  let crash
  const bell = new EventTarget()
  const ring = () => bell.dispatchEvent(new Event('ring'))
  for (const worker of workers) {
    worker.on('message', (/** @type {import('./worker.js').Done} */ { index, reports }) => {
      done.set(index, reports)
      feed(worker)
      ring()
    })
    worker.on('error', (error) => {
      crash = error
      ring()
    })
    feed(worker)
  }
  try {
    for (let next = 0; next < chunks.length; next++) {
      while (!done.has(next)) {
        if (crash !== undefined) throw crash
        await once(bell, 'ring')
      }
      yield* done.get(next) ?? []
      done.delete(next)
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
