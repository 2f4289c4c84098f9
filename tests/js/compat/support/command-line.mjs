/** The command line, however it is started: what it prints, and its exit code. */

import assert from 'node:assert/strict'
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** More files than one thread takes at once (`CHUNK` in `pkg-template/src/cli/check/pool.js`). */
const MANY = 40

/**
 * @param {import('./project.mjs').Project} project
 * @param {readonly string[]} start how the command line is started
 * @param {{ threads?: boolean }} [has] whether it can start threads
 */
export async function commandLineWorks(project, start, { threads = true } = {}) {
  project.use('command-line/right.json', 'command-line/wrong.json')
  /** @param {readonly string[]} words @param {string} [input] */
  const execute = async (words, input) => {
    const { code, stdout, stderr } = await project.execute([...start, ...words], input)
    return { code, stdout: stdout.trimEnd(), stderr: stderr.trimEnd() }
  }

  assert.deepEqual(await execute(['check', 'right.json']), { code: 0, stdout: '1 file checked: no issues', stderr: '' })

  const wrong = await execute(['check', 'wrong.json'])
  assert.equal(wrong.code, 1, wrong.stderr)
  assert.match(wrong.stdout, /^wrong\.json:1:\d+: error: `columns` is empty, expected at least one item \[empty\]$/m)

  const absent = await execute(['check', 'absent.json'])
  assert.equal(absent.code, 2, absent.stderr)
  assert.match(absent.stdout, /^absent\.json: error: no such file$/m)

  const text = readFileSync(path.join(project.folder, 'wrong.json'), 'utf8')
  const read = await execute(['check', '-', '--format', 'json'], text)
  assert.equal(read.code, 1, read.stderr)
  const [{ file, issues }] = JSON.parse(read.stdout).files
  assert.deepEqual([file, issues.map(({ code }) => code)], ['stdin', ['empty']])

  mkdirSync(path.join(project.folder, 'many'))
  for (let i = 0; i < MANY; i++) copyFileSync(path.join(project.folder, 'right.json'), path.join(project.folder, `many/${i}.json`))
  const many = await execute(['check', 'many/*.json', 'wrong.json', ...(threads ? ['--threads', '2'] : [])])
  assert.equal(many.code, 1, many.stderr)
  assert.match(many.stdout, new RegExp(`^${MANY + 1} files checked: 1 error, 1 of ${MANY + 1} files wrong$`, 'm'))

  const built = await execute(['build', 'right.json', '--curl'])
  assert.equal(built.code, 0, built.stderr)
  assert.match(built.stdout, /^curl .*'https:\/\/api\.usedatabrain\.com\/api\/v2\/data-app\/datamarts'/m)
}
