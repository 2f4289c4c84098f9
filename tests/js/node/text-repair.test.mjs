/** Text that is almost JSON: one fix, and with it the command line and the editor, makes it JSON. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { EditorState } from '@codemirror/state'
import { applyFix, applyTextEdits, textEdits, validateDatamart } from 'datamart-validator'
import { datamartLintSource } from 'datamart-validator/codemirror'
import { folder, runTo } from './support/cli.mjs'

const DATAMART = {
  name: 'sales',
  datasourceName: "the team's warehouse",
  tableList: [{ name: 'orders', isHide: false, columns: [{ name: 'id' }, { name: 'net', isCustomColumn: true, sql: 'COALESCE("total", 0)\n  - 1' }] }],
}

/** What people paste, and the same as JSON. */
const PASTED = {
  'the repr of a dictionary in Python': [
    `{'name': 'sales', 'datasourceName': "the team's warehouse", 'tableList': [{'name': 'orders', 'isHide': False, 'columns': [{'name': 'id'}, {'name': 'net', 'isCustomColumn': True, 'sql': 'COALESCE("total", 0)\\n  - 1'}]}]}`,
    `{"name": "sales", "datasourceName": "the team's warehouse", "tableList": [{"name": "orders", "isHide": false, "columns": [{"name": "id"}, {"name": "net", "isCustomColumn": true, "sql": "COALESCE(\\"total\\", 0)\\n  - 1"}]}]}`,
  ],
  'an object literal of JavaScript': [
    `const sales = {
  name: 'sales', // all shops
  datasourceName: 'the team\\'s warehouse',
  tableList: [
    {
      name: 'orders',
      isHide: false,
      columns: [
        { name: 'id' },
        {
          name: 'net',
          isCustomColumn: true,
          sql: \`COALESCE("total", 0)
  - 1\`,
        },
      ],
    },
  ],
};
`,
    `{
  "name": "sales",
  "datasourceName": "the team's warehouse",
  "tableList": [
    {
      "name": "orders",
      "isHide": false,
      "columns": [
        { "name": "id" },
        {
          "name": "net",
          "isCustomColumn": true,
          "sql": "COALESCE(\\"total\\", 0)\\n  - 1"
        }
      ]
    }
  ]
}
`,
  ],
  'an answer from a chat': [
    '```json\n{\n  “name”: “sales”\n  “datasourceName”: “the team\'s warehouse”,\n  “tableList”: [{ “name”: “orders”, “isHide”: false, “columns”: [{ “name”: “id” }, { “name”: “net”, “isCustomColumn”: true, “sql”: “COALESCE("total", 0)\n  - 1” },] }]\n}\n```\n'.replace('“sales”\n', '“sales”,\n'),
    '{\n  "name": "sales",\n  "datasourceName": "the team\'s warehouse",\n  "tableList": [{ "name": "orders", "isHide": false, "columns": [{ "name": "id" }, { "name": "net", "isCustomColumn": true, "sql": "COALESCE(\\"total\\", 0)\\n  - 1" }] }]\n}\n',
  ],
  'half of a file': [`${JSON.stringify(DATAMART, null, 2).replace(/[\s\]}]*$/, '')},\n`, `${JSON.stringify(DATAMART, null, 2).replace(/[\s\]}]*$/, '')}}]}]}\n`],
}

const repairOf = (text) => validateDatamart(text).issues.find(({ fix }) => fix?.title.startsWith('Repair'))

for (const [name, [text, expected]] of Object.entries(PASTED)) {
  test(name, async () => {
    assert.deepEqual(JSON.parse(expected), DATAMART)
    const issue = repairOf(text)
    assert.deepEqual([issue.code, issue.fix.certainty], ['syntax', 'certain'])
    assert.equal(applyTextEdits(text, textEdits(text, issue.fix)), expected)
    assert.deepEqual(validateDatamart(expected), validateDatamart(JSON.stringify(DATAMART)))
    assert.throws(() => applyFix({}, issue.fix), { name: 'TypeError' })

    const cwd = folder({ 'a.json': text })
    const { stdout } = await runTo(0, ['check', 'a.json', '--fix'], { cwd })
    assert.equal(readFileSync(path.join(cwd, 'a.json'), 'utf8'), expected)
    assert.match(stdout, /1 fix applied\n$/)

    const view = { state: EditorState.create({ doc: text }), dispatch(...specs) { this.state = this.state.update(...specs).state } }
    const actions = datamartLintSource()(view).flatMap(({ actions, from, to }) => actions.map((action) => ({ action, from, to })))
    const [{ action, from, to }] = actions.filter(({ action }) => action.name.startsWith('Repair'))
    action.apply(view, from, to)
    assert.equal(view.state.doc.toString(), expected)
  })
}

test('the other syntax errors stay as they are, and only one has the repair', () => {
  const { issues } = validateDatamart("{'name': 'sales', 'datasourceName': 'x', tableList: [],}")
  const syntax = issues.filter(({ code }) => code === 'syntax')
  assert.ok(syntax.length > 5)
  assert.deepEqual(syntax.map(({ fix }) => fix !== undefined), syntax.map((_, at) => at === 0))
})

test('what cannot be parsed and not be repaired is refused', () => {
  for (const text of ['{"name": }', '{"name": sales}', '{"name": "a"} {}']) {
    assert.equal(repairOf(text), undefined)
    assert.throws(() => textEdits(text, [{ path: ['name'], op: 'set', value: 'b' }]), { name: 'TypeError', message: /the text is not JSON/ })
  }
})
