/** Checks all files, in this thread or in several, whichever is faster. */
// @ts-check

import { availableParallelism } from 'node:os'
import { performance } from 'node:perf_hooks'
import { readStandardInput } from '../input/read.js'
import { STANDARD_INPUT } from '../input/find.js'
import { failureOf, Judge } from './judge.js'
import { judgeInThreads } from './pool.js'
import { paysToShare, threadsFor } from './sharing.js'

/** @typedef {import('../types.d.ts').FileReport} FileReport */
/** @typedef {import('../types.d.ts').Judging} Judging */

/**
 * @typedef {object} RunOptions
 * @property {number | undefined} threads the requested number; undefined to choose automatically
 * @property {string} inputName the display name of standard input
 * @property {import('../../../index.d.ts').Validator} validator with the options
 * @property {number} reading the time to read the options, in milliseconds, which each thread
 * spends again
 */

/**
 * @param {readonly string[]} files
 * @param {Judging} judging
 * @param {RunOptions} run
 * @returns {AsyncGenerator<FileReport, void, void>} in the order of the files
 */
export async function* judgeAll(files, judging, { threads, inputName, validator, reading }) {
  const canShare = !files.includes(STANDARD_INPUT)
  if (canShare && threads !== undefined && threads > 1) return yield* judgeInThreads(files, judging, threads)

  const most = threads ?? (mayStartThreads() ? threadsFor(availableParallelism()) : 1)
  const judge = new Judge(judging, validator)
  const begin = performance.now()
  for (const [done, file] of files.entries()) {
    const left = files.length - done
    if (canShare && paysToShare({ done, left, spent: performance.now() - begin, threads: most, reading })) {
      return yield* judgeInThreads(files.slice(done), judging, most)
    }
    yield file === STANDARD_INPUT ? await standardInput(judge, inputName) : judge.file(file)
  }
}

/**
 * With `--permission`, Node.js starts no threads unless allowed to. If threads were requested
 * explicitly, that is reported.
 */
function mayStartThreads() {
  return process.permission?.has('worker') ?? true
}

/**
 * @param {Judge} judge
 * @param {string} name
 */
async function standardInput(judge, name) {
  try {
    const { text } = await readStandardInput()
    return judge.text(name, text)
  } catch (error) {
    return failureOf(name, error)
  }
}
