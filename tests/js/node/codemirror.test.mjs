/**
 * The CodeMirror entry, with editor states and without a page: underlines, actions, completions.
 */

import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { test } from 'node:test'

import { CompletionContext } from '@codemirror/autocomplete'
import { history, undo } from '@codemirror/commands'
import { EditorState } from '@codemirror/state'
import { createValidator, validateDatamart } from 'datamart-validator'
import * as entry from 'datamart-validator/codemirror'

const { datamartLintSource, sqlCompletionSource, sqlLintSource } = entry

/** As much of a view as a lint source and its actions need. */
function viewOf(doc) {
  const view = {
    state: EditorState.create({ doc, extensions: [history()] }),
    dispatches: 0,
    dispatch(...specs) {
      view.dispatches++
      view.state = view.state.update(...specs).state
    },
    get text() {
      return view.state.doc.toString()
    },
  }
  return view
}

/** @param {object} change */
function datamart(change) {
  return { name: 'shop', datasourceName: 'warehouse', tableList: [{ name: 'orders', columns: [{ name: 'id' }, { name: 'total' }] }], ...change }
}

/** @param {string} sql */
function withSql(sql) {
  return datamart({ tableList: [{ name: 'orders', columns: [{ name: 'id' }, { name: 'total' }, { name: 'net', isCustomColumn: true, sql }] }] })
}

test('both kinds of module have the same exports, and a bundle contains the module only once', () => {
  const required = createRequire(import.meta.url)('datamart-validator/codemirror')
  assert.deepEqual(Object.keys(required).sort(), Object.keys(entry).sort())
  assert.deepEqual(Object.keys(entry).sort(), [
    'datamartCompletionSource',
    'datamartHover',
    'datamartLintSource',
    'datamartLinter',
    'refreshLint',
    'sqlCompletionSource',
    'sqlHover',
    'sqlLintSource',
    'sqlLinter',
  ])
  assert.equal(required.datamartLintSource({})(viewOf('{}')).length, 3)
})

test('a diagnostic has the text of its issue, at exactly its characters', () => {
  // Escapes and characters of two units before the mistake: the three ways of counting differ.
  const text = JSON.stringify(withSql('"id" || \'😀"\\👩\' ||\n\ttotl'), null, 2).replace('👩', '\\ud83d\\udc69')
  const view = viewOf(text)
  const [diagnostic, ...others] = datamartLintSource()(view)
  const [issue] = validateDatamart(text).issues
  assert.equal(others.length, 0)
  assert.equal(view.state.sliceDoc(diagnostic.from, diagnostic.to), 'totl')
  assert.deepEqual(
    { ...diagnostic, actions: diagnostic.actions.map(({ name }) => name), renderMessage: undefined },
    {
      from: issue.textRange.start,
      to: issue.textRange.end,
      severity: 'warning',
      source: 'sql-unknown-column',
      markClass: 'cm-issue cm-issue-sql-unknown-column',
      message: 'the table lists no column `totl`\nDid you mean `total`?',
      renderMessage: undefined,
      actions: ['Replace totl with total'],
    },
  )
})

test('lines may end as on Windows', () => {
  const text = JSON.stringify(datamart({ lable: 1, isHide: 2 }), null, 2).replaceAll('\n', '\r\n')
  const view = viewOf(text)
  assert.deepEqual(
    datamartLintSource()(view).map(({ from, to }) => view.state.sliceDoc(from, to)),
    ['"lable"', '"isHide"'],
  )
})

test('every diagnostic is inside the document, whatever it contains', () => {
  for (const doc of ['', ' ', '{', '"\ud83d', '[]', 'null', `${'['.repeat(300)}`, '{"a":1}}', 'x'.repeat(17 * 1024 * 1024)]) {
    const view = viewOf(doc)
    const diagnostics = datamartLintSource()(view)
    assert.notEqual(diagnostics.length, 0, doc.slice(0, 20))
    for (const { from, to, severity } of diagnostics) {
      assert.ok(from >= 0 && from <= to && to <= view.state.doc.length, doc.slice(0, 20))
      assert.ok(['error', 'warning'].includes(severity))
    }
  }
})

test('options, a validator, and functions that return them validate', () => {
  const view = viewOf(JSON.stringify(datamart({ name: 'Shop' })))
  const codes = (given) => datamartLintSource(given)(view).map(({ source }) => source)
  assert.deepEqual(codes(undefined), [])
  assert.deepEqual(codes({ datasourceType: 'postgres' }), ['schema-required'])
  assert.deepEqual(codes(() => ({ datasourceType: 'postgres' })), ['schema-required'])
  assert.deepEqual(codes(createValidator({ datasourceType: 'postgres' })), ['schema-required'])
  assert.deepEqual(codes(() => createValidator({ datasourceType: 'postgres' })), ['schema-required'])
  assert.deepEqual(codes(() => null), [])
  assert.throws(() => codes({ datasourceType: 'postgresql' }), TypeError)
})

test('options are read once as long as they are the same object', () => {
  let reads = 0
  const options = {
    get catalog() {
      reads++
      return { tables: [] }
    },
  }
  let given = options
  const source = datamartLintSource(() => given)
  const view = viewOf(JSON.stringify(datamart()))
  for (let round = 0; round < 3; round++) assert.deepEqual(source(view).map(({ source }) => source), ['unknown-table'])
  const once = reads
  source(view)
  assert.equal(reads, once)
  given = {}
  assert.deepEqual(source(view), [])
})

test('an action is one change, and one undo takes it back', () => {
  const relationships = [
    { parentTableName: 'orders', childTableName: 'custmers', parentColumnName: 'id', childColumnName: 'id', relationshipName: 'r', cardinality: null, join: null },
  ]
  const tableList = [...datamart().tableList, { name: 'custmers', columns: [{ name: 'id' }] }]
  const text = JSON.stringify(datamart({ tableList, relationships }), null, 2)
  const catalog = { tables: [{ name: 'orders', columns: [{ name: 'id' }, { name: 'total' }] }, { name: 'customers', columns: [{ name: 'id' }] }] }
  const view = viewOf(text)
  const source = datamartLintSource(createValidator({ catalog }))
  const [diagnostic] = source(view)
  assert.equal(diagnostic.source, 'unknown-table')
  diagnostic.actions[0].apply(view, diagnostic.from, diagnostic.to)
  assert.equal(view.text, text.replaceAll('custmers', 'customers'))
  assert.equal(view.dispatches, 1)
  assert.deepEqual(source(view), [])
  undo(view)
  assert.equal(view.text, text)
})

test('an action fixes the current text, or does not change it', () => {
  const text = JSON.stringify(withSql('totl'))
  const typed = viewOf(text)
  const [diagnostic] = datamartLintSource()(typed)
  typed.dispatch({ changes: { from: 1, insert: '\n\n' } })
  diagnostic.actions[0].apply(typed, 0, 0)
  assert.equal(typed.text, `{\n\n${text.slice(1)}`.replace('totl', 'total'))

  for (const change of [{ from: 0, to: 1 }, { from: 0, insert: ' {' }, { from: text.indexOf('totl'), to: text.indexOf('totl') + 4, insert: 'id' }]) {
    const broken = viewOf(text)
    const [diagnostic] = datamartLintSource()(broken)
    broken.dispatch({ changes: change })
    const before = broken.text
    diagnostic.actions[0].apply(broken, 0, 0)
    assert.equal(broken.text, before)
  }
})

test('a text that cannot be parsed offers no actions', () => {
  const text = JSON.stringify(withSql('totl')).replace('"warehouse",', '"warehouse"')
  const diagnostics = datamartLintSource()(viewOf(text))
  assert.ok(diagnostics.some(({ source }) => source === 'sql-unknown-column'))
  assert.deepEqual(diagnostics.flatMap(({ actions }) => actions), [])
})

test('what a fix does not change keeps its notation', () => {
  const set = (path, value) => ({ path, op: 'set', value })
  const remove = (path) => ({ path, op: 'remove' })
  const cases = [
    ['a value', '{ "a" : "x",\n\t"n":1.50e1 }', [set(['a'], 'y')], '{ "a" : "y",\n\t"n":1.50e1 }'],
    ['a piece of a string with escapes', '{"s":"\\u0061 😀 totl \\/ \\ud83d\\ude00"}', [set(['s'], 'a 😀 total / 😀')], '{"s":"\\u0061 😀 total \\/ \\ud83d\\ude00"}'],
    ['half of a character', '{"s":"😀"}', [set(['s'], '😁')], '{"s":"😁"}'],
    ['the other half', '{"s":"𐀀😀"}', [set(['s'], '𐀀🨀')], '{"s":"𐀀🨀"}'],
    ['quotes in a string', '{"s":"a"}', [set(['s'], 'a"\n')], '{"s":"a\\"\\n"}'],
    ['another kind', '{"a":  "true"  }', [set(['a'], true)], '{"a":  true  }'],
    ['a new member on its line', '{\n    "a": 1\n}', [set(['b'], 'x')], '{\n    "a": 1,\n    "b": "x"\n}'],
    ['a new member on the same line', '{ "a": 1 }', [set(['b'], true)], '{ "a": 1, "b": true }'],
    ['a member of nothing', '{ "o": { } }', [set(['o', 'b'], true)], '{ "o": { "b": true } }'],
    ['into a list', '{ "l": {"n" : 12345678901234567890} }', [set(['l'], [{ n: 12345678901234567890 }])], '{ "l": [{"n" : 12345678901234567890}] }'],
    ['a key', '{ "lable" :"x", "z": 1 }', [remove(['lable']), set(['label'], 'x')], '{ "label" :"x", "z": 1 }'],
    ['the first member', '{\n  "a": 1,\n  "b": 2\n}', [remove(['a'])], '{\n  "b": 2\n}'],
    ['the last member', '{\n  "a": 1,\n  "b": 2\n}', [remove(['b'])], '{\n  "a": 1\n}'],
    ['the only member', '{ "o": { "a": 1 } }', [remove(['o', 'a'])], '{ "o": {} }'],
    ['an item', '[1, {"x":2} , 3]', [remove([1])], '[1, 3]'],
    ['two edits', '{"l":[1,2],"a":"x"}', [remove(['l', 0]), set(['l', 0], 9)], '{"l":[9],"a":"x"}'],
    ['a repeated key', '{"a":1,"a":2,"b":3}', [remove(['a'])], '{"b":3}'],
    ['a key that exists already', '{"a":1,"b":2}', [remove(['a']), set(['b'], 1)], '{"b":1}'],
  ]
  for (const [name, text, edits, expected] of cases) {
    const issue = { code: 'required', severity: 'error', message: '', path: [], docsUrl: '', fix: { title: '', edits } }
    const view = viewOf(text)
    datamartLintSource({ validate: () => ({ valid: false, issues: [issue] }) })(view)[0].actions[0].apply(view, 0, 0)
    assert.equal(view.text, expected, name)
  }
})

test('an expression is linted on its own and as a column of its table', () => {
  const found = (sql, given) => {
    const view = viewOf(sql)
    return sqlLintSource(given)(view).map(({ from, to, source, message }) => [source, view.state.sliceDoc(from, to), message.split('\n')[0]])
  }
  assert.deepEqual(found('COALESCE(total, 0'), [['sql-syntax', '(', '`(` is never closed']])
  assert.deepEqual(found('totl + 1'), [])
  const table = { name: 'orders', columns: ['id', { name: 'total', dataType: 'numeric', label: null }, { name: 'net', isCustomColumn: true, sql: 'gross - 1' }] }
  assert.deepEqual(found('totl + 1', { table }), [['sql-unknown-column', 'totl', 'the table lists no column `totl`']])
  assert.deepEqual(found('total + id', () => ({ table, datasourceType: 'postgres' })), [])
  assert.deepEqual(found('SUM(total)', { table }), [])
  assert.equal(found('SUM(total)', { table, column: 'sum' })[0][0], 'sql-aggregate-not-marked')
  assert.equal(found('net * 2', { table, column: 'gross' })[0][0], 'sql-cycle')
  assert.deepEqual(found('`total`', { table, datasourceType: 'mysql' }), [])
  assert.equal(found('`total`', { table, datasourceType: 'postgres' })[0][0], 'sql-suspicious')
})

test('a validator with a catalog validates an expression too', () => {
  const catalog = { tables: [{ name: 'orders', schema: 'public', columns: [{ name: 'total', dataType: 'numeric' }] }] }
  const validator = createValidator({ datasourceType: 'postgres', catalog })
  const view = viewOf('totl + 1')
  const source = sqlLintSource({ validator, table: catalog.tables[0] })
  const [diagnostic] = source(view)
  // Certain because of the catalog, so an error.
  assert.deepEqual([diagnostic.source, diagnostic.severity], ['sql-unknown-column', 'error'])
  view.dispatch({ changes: { from: 8, insert: ' - 1' } })
  diagnostic.actions[0].apply(view, 0, 4)
  assert.equal(view.text, 'total + 1 - 1')
  assert.deepEqual(source(view), [])
})

/** The completions of columns at the bar. */
function completed(text, given, explicit = false) {
  const pos = text.indexOf('¦')
  const state = EditorState.create({ doc: text.replace('¦', '') })
  const result = sqlCompletionSource(given)(new CompletionContext(state, pos, explicit))
  const options = result?.options.filter(({ type }) => type === 'property' || type === 'variable')
  return result && { ...result, options, replaced: state.sliceDoc(result.from, result.to), labels: options.map(({ label }) => label) }
}

const TABLE = { name: 'sales.orders', columns: ['total', 'Total', 'order', { name: 'a "b"', label: 'A and B', dataType: 'text' }, { name: 'net', isCustomColumn: true }] }

test('names are completed as the dialect requires', () => {
  const labels = (datasourceType) => completed('t¦', { table: TABLE, datasourceType }).labels
  assert.deepEqual(labels(undefined), ['total', 'Total', '"order"', '"a ""b"""', 'net'])
  assert.deepEqual(labels('postgres'), ['total', '"Total"', '"order"', '"a ""b"""', 'net'])
  assert.deepEqual(labels('snowflake'), ['"total"', '"Total"', '"order"', '"a ""b"""', '"net"'])
  assert.deepEqual(labels('mysql'), ['total', 'Total', '`order`', '`a "b"`', 'net'])
  assert.deepEqual(labels('bigquery'), ['total', 'Total', '`order`', '`a "b"`', 'net'])
  assert.deepEqual(labels('mssql').slice(2, 4), ['"order"', '"a ""b"""'])
  assert.equal(completed('t¦', { table: TABLE, datasourceType: 'mongodb' }), null)
  const { options } = completed('t¦', { table: TABLE })
  assert.deepEqual(options.at(-2), { label: '"a ""b"""', type: 'property', detail: 'text', info: 'A and B' })
  assert.deepEqual(options.at(-1), { label: 'net', type: 'variable', detail: 'custom column' })
})

test('every completed name is read back as the column', () => {
  const names = ['total', 'Total', 'select', 'a b', '1st', 'ä', 'x"y', 'a.b']
  for (const datasourceType of ['postgres', 'snowflake', 'mysql', 'mssql', 'bigquery', 'clickhouse', 'databricks', 'trino', 'redshift', undefined]) {
    const validator = createValidator({ datasourceType })
    for (const name of names) {
      const { labels } = completed('t¦', { table: { columns: [name] }, validator, datasourceType })
      const { valid, columns } = validator.analyzeSql(labels[0])
      assert.deepEqual([valid, columns.map((column) => column.name)], [true, [name]], `${datasourceType}: ${labels[0]}`)
    }
  }
})

test('names are completed where a name is allowed', () => {
  const given = { table: TABLE, datasourceType: 'postgres', column: 'net' }
  const replaced = (text, explicit) => completed(text, given, explicit)?.replaced
  assert.equal(replaced('1 + to¦'), 'to')
  assert.equal(replaced('1 + ¦'), undefined)
  assert.equal(replaced('1 + ¦', true), '')
  assert.equal(replaced('orders.¦'), '')
  assert.equal(replaced('"orders" . to¦'), 'to')
  assert.equal(replaced('ORDERS.to¦'), 'to')
  assert.equal(replaced('customers.to¦'), undefined)
  assert.equal(replaced('customers . to¦'), undefined)
  assert.equal(replaced("'x' ¦", true), '')
  assert.equal(replaced('f(x).to¦'), undefined)
  assert.equal(replaced('"to¦'), '"to')
  assert.equal(replaced('"to¦"'), '"to"')
  assert.equal(replaced('orders."¦"'), '""')
  assert.equal(replaced('"a""¦'), '"a""')
  for (const nowhere of ["'to¦", "'it''s to¦", '-- to¦', '1 -- to¦\n', '/* to¦', '/* to */¦', '"total"¦', "'x'¦", '12¦', '1.5¦']) {
    assert.equal(replaced(nowhere), undefined, nowhere)
  }
  for (const somewhere of ["'it''s' || to¦", '-- x\nto¦', '/**/ to¦', '(to¦)']) assert.equal(replaced(somewhere), 'to', somewhere)
  assert.equal(completed('"to¦', { table: TABLE, datasourceType: 'mysql' }), null)
  assert.equal(completed("'it\\'s to¦", { table: TABLE, datasourceType: 'mysql' }), null)
  assert.equal(completed("'it\\'s' + to¦", { table: TABLE, datasourceType: 'mysql' }).replaced, 'to')
  // After an open quote, every name is quoted.
  assert.deepEqual(completed('"to¦', given).labels, ['"total"', '"Total"', '"order"', '"a ""b"""'])
  assert.deepEqual(completed('to¦', { table: { columns: ['', 'total'] } }).labels, ['total'])
  assert.equal(completed('to¦', {}), null)
})

test('what is written out is not offered unless asked for, so that Enter is a new line', () => {
  const labels = (source, text, explicit) => {
    const state = EditorState.create({ doc: text.replace('¦', '') })
    return (source(new CompletionContext(state, text.indexOf('¦'), explicit))?.options ?? []).map(({ label }) => label)
  }
  const json = entry.datamartCompletionSource()
  assert.deepEqual(labels(json, '{"tableList":[{"isHide": tru¦}]}', false), ['true', 'false'])
  assert.deepEqual(labels(json, '{"tableList":[{"isHide": true¦}]}', false), ['false'])
  assert.deepEqual(labels(json, '{"tableList":[{"isHide": true¦}]}', true), ['true', 'false'])
  assert.deepEqual(labels(json, '{"tenancySettings":{"tenancyLevel":"TABLE¦"}}', false), ['DATABASE', 'MULTI_DATABASE'])
  const sql = sqlCompletionSource({ table: TABLE, datasourceType: 'postgres' })
  assert.ok(labels(sql, 'tota¦', false).includes('total'))
  assert.ok(!labels(sql, 'total¦', false).includes('total'))
  assert.ok(!labels(sql, 'total and¦', false).includes('and'))
  // The same completions fit while a word is typed, until it is one of them.
  const state = EditorState.create({ doc: 't' })
  const { validFor } = sql(new CompletionContext(state, 1, false))
  assert.deepEqual(['t', 'tot', 'total', 'totals', 't + '].map((text) => validFor(text)), [true, true, false, true, false])
})

test('a completion replaces what is typed, with what it leaves after the caret, and adds commas', () => {
  const taken = (text, label) => {
    const pos = text.indexOf('¦')
    const view = viewOf(text.replace('¦', ''))
    const { from, to, options } = entry.datamartCompletionSource()(new CompletionContext(view.state, pos, true))
    // CodeMirror compares a label with the text between these.
    assert.ok(from <= pos && to === pos)
    const { apply } = options.find((option) => option.label === label)
    if (typeof apply === 'string') view.dispatch({ changes: { from, to, insert: apply } })
    else apply(view, undefined, from, to)
    const { head } = view.state.selection.main
    return `${view.text.slice(0, head)}¦${view.text.slice(head)}`
  }
  assert.equal(taken('{"na¦"}', 'name'), '{"name": "¦"}')
  assert.equal(taken('{"na¦me": 1}', 'tableList'), '{"tableList"¦: 1}')
  assert.equal(taken('{"name": "x"\n"ta¦\n}', 'tableList'), '{"name": "x",\n"tableList": [¦]\n}')
  assert.equal(taken('{"name": "x"¦}', 'tableList'), '{"name": "x","tableList": [¦]}')
  assert.equal(taken('{"tenancySettings":{"tenancyLevel":"T¦A"}}', 'DATABASE'), '{"tenancySettings":{"tenancyLevel":"DATABASE"¦}}')
})

test('repairs of the text are actions although it cannot be parsed, each at its own position', () => {
  const text = JSON.stringify(datamart({ tableList: [{ name: 'orders', lable: 'x', columns: [{ name: 'id' }] }] })).replace('"name"', '\u00a0"name"').replace('"tableList":', '"tableList":\u00a0')
  const view = viewOf(text)
  const actions = datamartLintSource()(view).map(({ source, from, actions }) => ({ source, from, action: actions[0] }))
  assert.deepEqual(actions.map(({ source, action }) => [source, action?.name]), [
    ['syntax', 'Replace it with a plain space'],
    ['syntax', 'Replace it with a plain space'],
    ['unknown-field', undefined],
  ])
  // Since then the text before the second one has changed, which its diagnostic has followed.
  view.dispatch({ changes: { from: 0, insert: '\n' } })
  actions[1].action.apply(view, actions[1].from + 1, actions[1].from + 2)
  assert.equal(view.text, `\n${text.slice(0, actions[1].from)} ${text.slice(actions[1].from + 1)}`)
  actions[0].action.apply(view, actions[0].from + 1, actions[0].from + 2)
  assert.equal(view.text, `\n${text.replaceAll('\u00a0', ' ')}`)
  assert.deepEqual(datamartLintSource()(view).map(({ source, actions }) => [source, actions.length]), [['unknown-field', 1]])
})
