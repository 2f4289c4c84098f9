/** The GitHub Action, without GitHub: its script against a stand-in of the API and one of GitHub's. */

import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { test } from 'node:test'
import { standIn, stored } from './support/api.mjs'
import { parse } from 'yaml'
import { readReadme } from '../readme.mjs'
import { COMMAND, folder, put, sources } from './support/cli.mjs'

const README = readReadme(process.env.PACKAGE_DIR)
const ACTION = path.join(sources(), 'action.yml')
const SCRIPT = path.join(sources(), '.github/action/run.mjs')

/** The part of GitHub's API that is used. */
async function gitHub(t, { status = 200, others = 0 } = {}) {
  const comments = Array.from({ length: others }, (_, id) => ({ id: 1000 + id, body: 'another comment' }))
  const methods = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const url = new URL(request.url, 'http://localhost')
    methods.push(request.method)
    assert.equal(request.headers.authorization, 'Bearer github-secret')
    const reply = (value) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    if (request.method === 'GET') {
      const page = Number(url.searchParams.get('page'))
      return reply(comments.slice((page - 1) * 100, page * 100))
    }
    const { body } = JSON.parse(text)
    if (request.method === 'PATCH') comments.find(({ id }) => url.pathname === `/repos/a/b/issues/comments/${id}`).body = body
    else if (status === 200 && url.pathname === '/repos/a/b/issues/7/comments') comments.push({ id: comments.length, body })
    reply({})
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.after(() => server.close())
  return { url: `http://127.0.0.1:${server.address().port}`, comments, methods, own: () => comments.filter(({ body }) => body !== 'another comment') }
}

async function act(cwd, env) {
  if (!existsSync(path.join(cwd, 'node_modules'))) {
    mkdirSync(path.join(cwd, 'node_modules/.bin'), { recursive: true })
    symlinkSync(COMMAND, path.join(cwd, 'node_modules/.bin/datamart-validator'))
  }
  const event = put(cwd, '.event', { pull_request: { number: 7 }, repository: { full_name: 'a/b' } })
  const child = spawn(process.execPath, [SCRIPT], {
    cwd,
    env: { PATH: process.env.PATH, FILES: 'datamarts', GITHUB_TOKEN: 'github-secret', GITHUB_EVENT_PATH: event, ...env },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (printed += chunk))
  const code = await new Promise((resolve) => child.on('close', resolve))
  return { code, printed }
}

test('one comment lists what would change, and is updated', { skip: process.platform === 'win32' }, async (t) => {
  const [api, hub] = [await standIn(t), await gitHub(t, { others: 130 })]
  const cwd = folder({ 'datamarts/sales.json': stored() })
  const env = { DATABRAIN_SERVICE_TOKEN: api.token, DATABRAIN_API_URL: api.url, GITHUB_API_URL: hub.url, GITHUB_STEP_SUMMARY: path.join(cwd, '.summary') }
  assert.equal((await act(cwd, env)).code, 0)
  assert.match(hub.own()[0].body, /1 of 1 files would change[^]*new datamart/)

  api.store.datamarts.set('sales', stored())
  put(cwd, 'datamarts/sales.json', stored({ tableList: [{ ...stored().tableList[0], columns: [{ name: 'id' }] }] }))
  const { code, printed } = await act(cwd, env)
  assert.equal(code, 0)
  assert.equal(hub.own().length, 1)
  assert.match(hub.own()[0].body, /\*\*breaking\*\*/)
  assert.match(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8'), /new datamart[^]*breaking/)
  assert.equal((await act(cwd, { ...env, FAIL_ON_BREAKING: 'true' })).code, 1)
  for (const text of [printed, hub.own()[0].body]) assert.ok(!text.includes(api.token) && !text.includes('github-secret'))
})

test('an invalid file fails the job, and without a token files are only checked', { skip: process.platform === 'win32' }, async (t) => {
  const [api, hub] = [await standIn(t), await gitHub(t)]
  const cwd = folder({ 'datamarts/sales.json': stored({ tableList: [] }) })
  const without = await act(cwd, { GITHUB_API_URL: hub.url })
  assert.equal(without.code, 1)
  assert.match(without.printed, /^::error file=datamarts\/sales\.json/m)
  assert.deepEqual(hub.methods, [])
  const { code } = await act(cwd, { DATABRAIN_SERVICE_TOKEN: api.token, DATABRAIN_API_URL: api.url, GITHUB_API_URL: hub.url })
  assert.equal(code, 1)
  assert.match(hub.own()[0].body, /invalid/)
  put(cwd, 'datamarts/sales.json', stored())
  assert.equal((await act(cwd, {})).code, 0)
})

test('a comment without permission is a warning, and other events have no comment', { skip: process.platform === 'win32' }, async (t) => {
  const [api, hub] = [await standIn(t), await gitHub(t, { status: 403 })]
  const cwd = folder({ 'datamarts/sales.json': stored() })
  const env = { DATABRAIN_SERVICE_TOKEN: api.token, DATABRAIN_API_URL: api.url, GITHUB_API_URL: hub.url }
  const { code, printed } = await act(cwd, env)
  assert.equal(code, 0)
  assert.match(printed, /^::warning::The comment could not be written: GET answered with status 403$/m)
  hub.methods.length = 0
  assert.equal((await act(cwd, { ...env, GITHUB_EVENT_PATH: put(cwd, '.push', {}) })).code, 0)
  assert.equal((await act(cwd, { ...env, COMMENT: 'false' })).code, 0)
  assert.deepEqual(hub.methods, [])
})

test('names are only text in the comment', async () => {
  const { markdownOf } = await import(path.join(sources(), '.github/action/markdown.mjs'))
  const hostile = '![x](https://evil.example) @everyone <img src=x> **bold** `code`\n# title'
  const change = { kind: 'added', subject: 'table', path: [], message: `the table \`${hostile}\` is new` }
  const text = markdownOf({ files: [{ file: hostile, name: hostile, action: 'update', changes: [change], message: hostile, issues: [], isBreaking: false }] })
  assert.doesNotMatch(text, /!\[|\]\(|@everyone|<img|https:\/\/|\*\*bold|^# /m)
  const many = markdownOf({ files: Array.from({ length: 5000 }, (_, at) => ({ file: `${at}.json`, action: 'create', changes: [], issues: [] })) })
  assert.ok(many.length < 65_536)
})

test('action.yml passes each input to the script, and the README names inputs that it has', () => {
  const { inputs, runs } = parse(readFileSync(ACTION, 'utf8'))
  const [{ env }] = runs.steps
  assert.deepEqual(Object.values(env).sort(), Object.keys(inputs).map((name) => `\${{ inputs.${name} }}`).sort())
  const scripts = ['run.mjs', 'comment.mjs'].map((name) => readFileSync(path.join(path.dirname(SCRIPT), name), 'utf8')).join('')
  // The address is read by the command line.
  for (const name of Object.keys(env)) if (name !== 'DATABRAIN_API_URL') assert.ok(scripts.includes(name), name)
  const { steps, permissions } = parse(README.recipe('Datamarts in a repository', 'yaml'))
  assert.equal(permissions['pull-requests'], 'write')
  for (const name of Object.keys(steps[1].with)) assert.ok(name in inputs, name)
})
