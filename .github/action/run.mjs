// What action.yml runs: `check`, whose issues become annotations, then `diff`, whose changes become a comment on the pull request.

import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { comment } from './comment.mjs'
import { markdownOf } from './markdown.mjs'

const { FILES = '', OPTIONS = '', DATABRAIN_SERVICE_TOKEN: token, FAIL_ON_BREAKING, COMMENT, GITHUB_EVENT_PATH, GITHUB_STEP_SUMMARY, GITHUB_TOKEN, VERSION } = process.env

const lines = (text) => text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
const files = lines(FILES)
const options = lines(OPTIONS)

/** Runs the project's own version, or the requested one. */
function validator(args, stdout) {
  const own = path.resolve('node_modules/.bin/datamart-validator')
  const [command, first] = existsSync(own) ? [own, []] : ['npx', ['--yes', `datamart-validator@${VERSION || 'latest'}`]]
  // The token of GitHub is of no use there.
  const { GITHUB_TOKEN: _, ...env } = process.env
  const { status, error, stdout: printed } = spawnSync(command, [...first, ...args], { env, stdio: ['ignore', stdout, 'inherit'], encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (error) throw error
  return { status: status ?? 2, printed }
}

const checked = validator(['check', ...files, ...options, '--format', 'github'], 'inherit')
let failed = checked.status !== 0

if (token) {
  const { status, printed } = validator(['diff', ...files, ...options, '--format', 'json'], 'pipe')
  if (status === 2) failed = true
  if (printed.trim() !== '') {
    const diff = JSON.parse(printed)
    if (FAIL_ON_BREAKING === 'true' && diff.files.some(({ isBreaking }) => isBreaking)) failed = true
    const text = markdownOf(diff)
    if (GITHUB_STEP_SUMMARY) appendFileSync(GITHUB_STEP_SUMMARY, `${text}\n`)
    const event = GITHUB_EVENT_PATH ? JSON.parse(readFileSync(GITHUB_EVENT_PATH, 'utf8')) : {}
    if (COMMENT !== 'false' && event.pull_request && GITHUB_TOKEN) await comment(event, text, { ...process.env, GITHUB_TOKEN })
  }
} else {
  console.log('Without a service token, files are checked but not compared with the API.')
}
process.exitCode = failed ? 1 : 0
