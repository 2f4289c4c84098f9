/** `init`: a new datamart from a catalog. */

import assert from 'node:assert/strict'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { draftDatamart } from 'datamart-validator'
import { COMMAND, folder, put, run, runTo, start } from './support/cli.mjs'

const column = (name, dataType = 'integer') => ({ name, dataType })
const CATALOG = {
  datasourceName: 'warehouse',
  tables: [
    { name: 'orders', schema: 'app', columns: [column('id'), column('tenant_id'), column('customer_id'), column('coupon_id')] },
    { name: 'customers', schema: 'app', columns: [column('id'), column('tenant_id')] },
    { name: 'coupons', schema: 'app', columns: [column('id', '')] },
    { name: 'tenants', schema: 'app', columns: [column('id'), column('name', 'text')] },
  ],
}
const readIn = (cwd, file) => JSON.parse(readFileSync(path.join(cwd, file), 'utf8'))

test('the datamart is written to a new file, which check accepts', async () => {
  const cwd = folder({ 'schema.json': CATALOG })
  const { stdout, stderr } = await runTo(0, ['init', '--catalog', 'schema.json'], { cwd })
  assert.equal(
    stdout,
    'warehouse.json: 4 tables and 3 relationships, tenants by `tenant_id`\n' +
      'warning: the table `coupons` has no `clientColumn`, so the datamart does not restrict its rows to the tenant\n' +
      'Not added, because less certain: 1 relationship\n' +
      '  `coupon_id` is named after the table `coupons` and its key `id`\n',
  )
  assert.equal(stderr, '')
  assert.deepEqual(readIn(cwd, 'warehouse.json'), draftDatamart(CATALOG))
  await runTo(0, ['check', 'warehouse.json', '--catalog', 'schema.json'], { cwd })
  const again = await runTo(2, ['init', '--catalog', 'schema.json'], { cwd })
  assert.equal(again.stderr, 'error: warehouse.json: not written: the file exists\nChoose another file with --out.\n')
})

test('every choice is a flag', async () => {
  const cwd = folder({ 'schema.json': { data: CATALOG } })
  const flags = ['--name', 'sales', '--datasource-name', 'lake', '--datasource-type', 'postgres', '--table', 'app.customers', '--table', 'orders', '--out', 'new.json']
  const { stdout } = await runTo(0, ['init', '-c', 'schema.json', ...flags, '--format', 'json'], { cwd })
  const { file, tables, relationships, possible } = JSON.parse(stdout)
  assert.deepEqual({ file, tables, relationships, possible }, { file: 'new.json', tables: 2, relationships: 1, possible: [] })
  const { name, datasourceName, tableList } = readIn(cwd, 'new.json')
  assert.deepEqual([name, datasourceName, tableList.map((table) => table.name)], ['sales', 'lake', ['customers', 'orders']])
})

test('what is wrong is told in terms of the command line, and nothing is written', async () => {
  const { datasourceName, ...unnamed } = CATALOG
  const cwd = folder({ 'schema.json': CATALOG, 'unnamed.json': unnamed, 'broken.json': '{', 'list.json': [], 'taken.json': '{}' })
  symlinkSync('nowhere.json', path.join(cwd, 'link.json'))
  for (const [flags, message] of [
    [[], /^error: --catalog is missing: .*\nTo write it: datamart-validator catalog <datasource> --out schema.json\n$/],
    [['--catalog', 'missing.json'], /^error: --catalog: missing.json could not be read/],
    [['--catalog', 'broken.json'], /^error: --catalog: broken.json:1:\d is not JSON/],
    [['--catalog', 'list.json', '--datasource-name', 'x'], /^error: --catalog: expected an object with a list `tables`/],
    [['--catalog', 'unnamed.json'], /^error: --datasource-name is missing: the catalog does not contain it\n$/],
    [['--catalog', 'schema.json', '--table', 'ordrs'], /^error: --table: .*`ordrs`.*`orders`/],
    [['--catalog', 'schema.json', '--datasource-type', 'postgress'], /^error: --datasource-type: .*did you mean `postgres`/],
    [['--catalog', 'schema.json', '--out', 'taken.json'], /^error: taken.json: not written: the file exists/],
    [['--catalog', 'schema.json', '--out', 'link.json'], /^error: link.json: not written: the file exists/],
    [['--catalog', 'schema.json', '--out', 'no/such/folder.json'], /^error: no\/such\/folder.json: not written: /],
    [['--catalogue', 'schema.json'], /unknown option '--catalogue'/],
  ]) {
    const { code, stdout, stderr } = await run(['init', ...flags], { cwd })
    assert.deepEqual([code, stdout], [2, ''], flags.join(' '))
    assert.match(stderr, message)
  }
  assert.ok(!existsSync(path.join(cwd, 'warehouse.json')) && !existsSync(path.join(cwd, 'nowhere.json')))
})

/** Runs the command in a pseudo-terminal, and answers each question once it is asked. */
async function talk(answers, { cwd }) {
  const child = start(['-qec', `'${COMMAND}' init`, '/dev/null'], { cwd, command: 'script', env: { SHELL: '/bin/sh', NO_COLOR: '1' } })
  let shown = ''
  const left = [...answers]
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    shown += chunk
    while (left.length > 0 && shown.includes(left[0][0])) {
      const [question, answer] = left.shift()
      shown = shown.slice(shown.indexOf(question) + question.length)
      child.stdin.write(answer)
    }
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  assert.deepEqual(left, [], shown)
  return { code, shown }
}

const CAN_TALK = process.platform === 'linux' && existsSync('/usr/bin/script')

test('in a terminal, it asks for what is missing, until the answers are right', { skip: !CAN_TALK }, async () => {
  const cwd = folder({ 'schema.json': CATALOG })
  const { code, shown } = await talk(
    [
      ['File with the tables of the datasource: ', 'other.json\n'],
      ['other.json could not be read', ''],
      ['File with the tables of the datasource: ', 'schema.json\n'],
      ['Type of the datasource [unknown]: ', 'postgress\n'],
      ['did you mean `postgres`', ''],
      ['Type of the datasource [unknown]: ', 'postgres\n'],
      ['Tables, separated by commas (orders, customers, coupons, tenants) [all]: ', 'orders, customers\n'],
      ['Name of the datamart [warehouse]: ', 'sales\n'],
      ['sales.json: 2 tables and 1 relationship', ''],
    ],
    { cwd },
  )
  assert.equal(code, 0, shown)
  assert.deepEqual(readIn(cwd, 'sales.json').tableList.map(({ name }) => name), ['orders', 'customers'])
  // Ctrl-D.
  const ended = await talk([['File with the tables of the datasource: ', '\u0004']], { cwd })
  assert.equal(ended.code, 2)
  assert.match(ended.shown, /error: nothing was written/)
})

test('a file of a name is not outside of the folder', async () => {
  const cwd = folder()
  put(cwd, 'schema.json', CATALOG)
  const { stdout } = await runTo(0, ['init', '--catalog', 'schema.json', '--name', '../x'], { cwd })
  assert.match(stdout, /^%2E.%2Fx\.json: /)
})
