/** Judges all files, here or in threads: whatever is quicker. */
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
 * @typedef {object} Way
 * @property {number | undefined} threads as many as asked for, or as many as pay
 * @property {string} inputName what to call standard input
 * @property {import('../../../index.d.ts').Validator} validator with the options
 * @property {number} reading what the options have cost, in milliseconds: each thread pays it again
 */

/**
 * @param {readonly string[]} files
 * @param {Judging} judging
 * @param {Way} way
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

/** Node.js with `--permission` starts none unless it is told to. Whoever asks for threads gets to know that. */
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
