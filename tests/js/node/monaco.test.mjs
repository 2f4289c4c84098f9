/** The Monaco entry without a page: markers, actions, completions, and when it validates. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'

import { createValidator } from 'datamart-validator'
import * as entry from 'datamart-validator/monaco'
import { initSync } from 'datamart-validator/slim'
import * as slim from 'datamart-validator/slim/monaco'
import { standInMonaco, StandInModel } from './support/monaco.mjs'

const { connectDatamart } = entry

const catalog = {
  tables: [
    { name: 'orders', columns: [{ name: 'id' }, { name: 'total' }] },
    { name: 'a_b*[x](y)', columns: [{ name: 'id' }] },
  ],
}

/** @param {object} change */
function datamart(change) {
  return { name: 'shop', datasourceName: 'warehouse', tableList: [{ name: 'orders', columns: [{ name: 'id' }, { name: 'total' }] }], ...change }
}

/** @param {...object} columns */
const withColumns = (...columns) => datamart({ tableList: [{ name: 'orders', columns }] })

/** @param {string} text @param {object} [options] */
function connected(text, options) {
  const model = new StandInModel(text)
  const monaco = standInMonaco(model)
  const connection = connectDatamart(monaco, model, options)
  const codes = () => monaco.markers.get(model).map(({ code }) => code.value)
  return { model, monaco, connection, codes }
}

test('there is one function, which is also for the slim entry', () => {
  assert.deepEqual(Object.keys(entry), ['connectDatamart'])
  assert.deepEqual(Object.keys(slim), ['connectDatamart'])
  const model = new StandInModel('{}')
  const monaco = standInMonaco(model)
  assert.throws(() => slim.connectDatamart(monaco, model), /init/)
  initSync(readFileSync(createRequire(import.meta.url).resolve('datamart-validator/module.wasm')))
  slim.connectDatamart(monaco, model)
  assert.equal(monaco.markers.get(model).length, 3)
})

test('a marker has the text of its issue, at exactly its characters, and leads to the rule', () => {
  // Escapes, characters of two units and lines before the mistake: the ways of counting differ.
  const text = JSON.stringify(withColumns({ name: 'id' }, { name: 'total' }, { name: 'net', isCustomColumn: true, sql: '"id" || \'😀"\\👩\' ||\n\ttotl' }), null, 2)
  const { model, monaco } = connected(text.replace('👩', '\\ud83d\\udc69').replaceAll('\n', '\r\n'))
  const [{ code, ...marker }, ...others] = monaco.markers.get(model)
  assert.equal(others.length, 0)
  assert.equal(model.getValueInRange(marker), 'totl')
  assert.deepEqual([marker.severity, marker.source, code.value], [4, 'datamart', 'sql-unknown-column'])
  assert.equal(marker.message, 'the table lists no column `totl`\nDid you mean `total`?')
  assert.match(code.target.url, /^https:\/\/.*#sql-unknown-column$/)
})

test('related places are in the same model', () => {
  const { model, monaco } = connected(JSON.stringify(withColumns({ name: 'a' }, { name: 'a' })))
  const [{ severity, relatedInformation }] = monaco.markers.get(model)
  assert.equal(severity, 4)
  assert.deepEqual(relatedInformation.map(({ resource, ...place }) => [resource === model.uri, model.getValueInRange(place)]), [[true, '"a"']])
})

test('every marker is inside the text, whatever it contains', () => {
  for (const text of ['', ' ', '{', '"\ud83d', '[]', 'null', '['.repeat(300), '{"a":1}}', 'x'.repeat(17 * 1024 * 1024)]) {
    const { model, monaco } = connected(text)
    assert.notEqual(monaco.markers.get(model).length, 0, text.slice(0, 20))
    for (const range of monaco.markers.get(model)) {
      assert.ok(model.getOffsetAt({ lineNumber: range.endLineNumber, column: range.endColumn }) <= text.length)
      assert.ok(range.startLineNumber > 0 && range.startColumn > 0 && range.endLineNumber >= range.startLineNumber)
    }
  }
})

/** A validator that counts. */
function counting() {
  const validator = createValidator()
  const seen = { calls: 0, validate: (/** @type {string} */ text) => (seen.calls++, validator.validate(text)) }
  return seen
}

test('a text is validated when typing pauses, once, and at once if something is asked about it', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const validator = counting()
  const { model, monaco, codes } = connected('{}', { validator, delay: 50 })
  assert.equal(validator.calls, 1)
  for (let round = 0; round < 10; round++) {
    model.setValue(JSON.stringify(withColumns({ name: 'id', lable: `${round}` })))
    t.mock.timers.tick(49)
  }
  assert.equal(validator.calls, 1)
  t.mock.timers.tick(1)
  assert.deepEqual([validator.calls, codes()], [2, ['unknown-field']])

  model.setValue(JSON.stringify(withColumns({ name: 'id', lable: 'x' }, { name: 'id' })))
  assert.equal(monaco.actions(model, '"lable"')[0].title, 'Rename to label')
  assert.deepEqual([validator.calls, codes()], [3, ['unknown-field', 'duplicate-column']])
  t.mock.timers.tick(1000)
  assert.equal(validator.calls, 3)
})

test('options are read when they are given, and replaced by `update`', () => {
  let reads = 0
  const options = {
    get catalog() {
      reads++
      return { tables: [] }
    },
  }
  const { model, connection, codes } = connected(JSON.stringify(datamart()), options)
  const once = reads
  assert.deepEqual(codes(), ['unknown-table'])
  model.setValue(`${model.getValue()} `)
  assert.equal(reads, once)
  connection.update({ datasourceType: 'postgres' })
  assert.deepEqual(codes(), ['schema-required'])
  connection.update()
  assert.deepEqual(codes(), [])
  // A wrong option changes nothing.
  assert.throws(() => connection.update({ datasourceType: 'postgresql' }), TypeError)
  model.setValue('[]')
  connection.update()
  assert.deepEqual(codes(), ['type'])
  assert.throws(() => connected('{}', { datasourcetype: 'postgres' }), TypeError)
})

test('the path of a documentation is one of the page', (t) => {
  globalThis.document = { baseURI: 'https://example.com/app/' }
  t.after(() => delete globalThis.document)
  const { model, monaco } = connected('[]', { docsBase: '../rules/' })
  assert.deepEqual(monaco.markers.get(model)[0].code.target, { url: 'https://example.com/rules/#type' })
})

test('fixes are offered where their issues are, certain ones first of all', () => {
  const text = JSON.stringify(withColumns({ name: ' id' }, { name: 'total ' }, { name: 'net', isCustomColumn: 'true', sql: 'total' }), null, 2)
  const { model, monaco } = connected(text)
  const shown = (/** @type {string} */ part) => monaco.actions(model, part).map(({ title, kind, isPreferred }) => [title, kind, isPreferred])
  const all = ['Apply all 3 certain fixes', 'source.fixAll', undefined]
  assert.deepEqual(shown('warehouse'), [all])
  assert.deepEqual(shown('"total "'), [
    ['Change to total', 'quickfix', true],
    ['Fix all 2 issues of surrounding-space', 'quickfix', undefined],
    ['Apply all 3 certain fixes', 'quickfix', undefined],
    all,
  ])
  assert.deepEqual(shown('"true"').map(([title]) => title), ['Change to true', 'Apply all 3 certain fixes', 'Apply all 3 certain fixes'])
  const [one, kind, everything] = monaco.actions(model, '"total "')
  assert.equal(monaco.apply(model, one), text.replace('"total "', '"total"'))
  assert.equal(monaco.apply(model, kind), text.replace('"total "', '"total"').replace('" id"', '"id"'))
  assert.equal(monaco.apply(model, everything), text.replace('"total "', '"total"').replace('" id"', '"id"').replace('"true"', 'true'))
  // As many changes as there are mistakes, each as small as possible.
  const { edits } = [...monaco.providers.actions][0].resolveCodeAction(everything).edit
  assert.deepEqual(edits.map(({ textEdit, versionId }) => [model.getValueInRange(textEdit.range), versionId]).sort(), [[' ', 1], [' ', 1], ['"true"', 1]])
})

test('titles can be translated', () => {
  const { model, monaco } = connected(JSON.stringify(withColumns({ name: ' id' }, { name: ' total' })), { fixAllTitle: (count, code) => `${count}× ${code}` })
  assert.deepEqual(monaco.actions(model, '" id"').map(({ title }) => title), ['Change to id', '2× surrounding-space', '2× undefined'])
})

test('an action changes nothing if the text is another one, and all fixes are those of the present text', () => {
  const text = JSON.stringify(withColumns({ name: ' id' }, { name: ' total' }))
  const { model, monaco } = connected(text)
  const [one, all] = monaco.actions(model, '" id"')
  model.setValue(`\n${text}`)
  assert.equal(monaco.apply(model, one), `\n${text}`)
  assert.equal(monaco.apply(model, all), `\n${text.replace('" id"', '"id"').replace('" total"', '"total"')}`)
})

test('fixes that depend on one another are applied together', () => {
  const repeated = connected(JSON.stringify(withColumns({ name: 'id' }, { name: 'id' }, { name: 'id' }, { name: 'total' })))
  const once = repeated.monaco.actions(repeated.model, '"id"},{"name":"id"}').find(({ title }) => title.startsWith('Fix all'))
  assert.deepEqual(JSON.parse(repeated.monaco.apply(repeated.model, once)), withColumns({ name: 'id' }, { name: 'total' }))

  // Keys of one object are renamed one after the other, and the result is still one change.
  const text = JSON.stringify(withColumns({ name: 'id', lable: 'x', isHde: true }, { name: 'total' }))
  const { model, monaco } = connected(text)
  const both = monaco.actions(model, '"lable"').find(({ title }) => title === 'Fix all 2 issues of unknown-field')
  assert.equal([...monaco.providers.actions][0].resolveCodeAction(both).edit.edits.length, 1)
  assert.equal(monaco.apply(model, both), text.replace('lable', 'label').replace('isHde', 'isHide'))
})

test('a text that cannot be parsed offers only repairs', () => {
  const text = JSON.stringify(withColumns({ name: ' id' })).replace('"warehouse",', '"warehouse"')
  const { model, monaco } = connected(text)
  assert.deepEqual(monaco.actions(model, '" id"').filter(({ kind }) => kind === 'quickfix'), [])
  model.setValue(JSON.stringify(datamart()).replaceAll('"', "'"))
  const [repair] = monaco.actions(model, "'name'")
  assert.deepEqual(JSON.parse(monaco.apply(model, repair)), datamart())
})

/** What accepting a completion makes of the text. @param {any} monaco @param {StandInModel} model @param {string} text @param {string} label */
function taken(monaco, model, text, label) {
  const { suggestions, incomplete } = monaco.complete(model, text)
  const { range, insertText, insertTextRules, additionalTextEdits, command } = suggestions.find((item) => item.label === label)
  assert.equal(range.startLineNumber, range.endLineNumber)
  // Monaco would move the rest of the text with what is typed.
  assert.equal(incomplete, additionalTextEdits.some(({ text }) => text === ''))
  const isSnippet = (insertTextRules & 4) !== 0
  assert.equal(command?.id, isSnippet ? 'editor.action.triggerSuggest' : undefined)
  const inserted = isSnippet ? insertText.replace(/\\([\\$}])|\$0/g, (_, escaped) => escaped ?? '¦') : insertText
  return model.edited([...additionalTextEdits, { range, text: inserted }])
}

test('a completion replaces what is typed and belongs to it, adds commas, and leaves the caret where it goes on', () => {
  const { model, monaco } = connected('', { catalog: { tables: [{ name: 'price_$}', columns: [{ name: 'a$b' }] }] }, datasourceType: 'mysql' })
  const take = (/** @type {string} */ text, /** @type {string} */ label) => taken(monaco, model, text, label)
  assert.equal(take('{"na¦"}', 'name'), '{"name": "¦"}')
  assert.equal(take('{"na¦me": 1}', 'tableList'), '{"tableList": 1}')
  assert.equal(take('{"name": "x"\n"ta¦\n}', 'tableList'), '{"name": "x",\n"tableList": [¦]\n}')
  assert.equal(take('{"name": "x"¦}', 'tableList'), '{"name": "x","tableList": [¦]}')
  assert.equal(take('{"tenancySettings":{"tenancyLevel":"T¦A"}}', 'DATABASE'), '{"tenancySettings":{"tenancyLevel":"DATABASE"}}')
  assert.equal(take('{"tableList":[{"isHide": ¦\n  false}]}', 'true'), '{"tableList":[{"isHide": true}]}')
  assert.equal(take('{"tableList":[{"name": "¦"}]}', 'price_$}'), '{"tableList":[{"name": "price_$}"}]}')
  assert.equal(take('{"tableList":[{"name": "price_$}", "columns": [¦]}]}', 'a$b').replace('¦', ''), '{"tableList":[{"name": "price_$}", "columns": [{ "name": "a$b" }]}]}')
})

test('completions open by themselves where nothing else is likely', () => {
  const { model, monaco } = connected('', { catalog })
  const opens = (/** @type {string} */ text) => monaco.complete(model, text, text[text.indexOf('¦') - 1]) !== undefined
  const sql = (/** @type {string} */ expression) => `{"tableList":[{"name":"orders","columns":[{"name":"id"},{"name":"x","isCustomColumn":true,"sql":"${expression}"}]}]}`
  for (const text of ['{"¦"}', '{"¦', '{"tableList":[{"name":"¦"}]}', '{"tableList":[{"isHide":¦}]}', '{"tableList":[{"isHide": ¦}]}', sql('¦'), sql('orders.¦'), sql('\\"¦')]) assert.ok(opens(text), text)
  for (const text of ['{"name": "x"¦}', '{ ¦}', '{"name": "x", ¦}', '{"tableList": [ ¦]}', '{"name"¦}', sql('id ¦'), sql('id + ¦'), sql("'a:¦'"), sql("'a.¦'")]) assert.ok(!opens(text), text)
})

test('wherever the caret is in whatever text, Monaco can apply what is offered', () => {
  const { model, monaco } = connected('', { catalog, datasourceType: 'mysql' })
  const whole = JSON.stringify(withColumns({ name: 'id' }, { name: 'x', isCustomColumn: true, sql: 'coalesce(id, `total`) + "😀"' }), null, 2)
  const texts = [whole, whole.replaceAll('\n', '\r\n'), whole.replaceAll(',', ''), whole.replaceAll(/"(\w+)":/g, '$1:'), whole.replaceAll(': "', ':\n\n"'), whole.slice(0, -60)]
  let count = 0
  for (const text of texts) {
    for (let at = 0; at <= text.length; at++) {
      // No caret can be inside a line break.
      if (text.startsWith('\r\n', at - 1)) continue
      const { suggestions = [] } = monaco.complete(model, `${text.slice(0, at)}¦${text.slice(at)}`) ?? {}
      const caret = model.getPositionAt(at)
      for (const { range, additionalTextEdits, sortText, label, insertText } of suggestions) {
        assert.ok(range.startLineNumber === caret.lineNumber && range.endLineNumber === caret.lineNumber)
        assert.ok(range.startColumn <= caret.column && caret.column <= range.endColumn)
        const [from, to] = [range.startColumn, range.endColumn].map((column) => model.getOffsetAt({ lineNumber: caret.lineNumber, column }))
        for (const { range: other } of additionalTextEdits) {
          const start = model.getOffsetAt({ lineNumber: other.startLineNumber, column: other.startColumn })
          const end = model.getOffsetAt({ lineNumber: other.endLineNumber, column: other.endColumn })
          assert.ok(end <= from || start >= to)
        }
        assert.ok(label !== '' && insertText !== '' && sortText.length === 6)
        count++
      }
      const description = [...monaco.providers.hovers][0].provideHover(model, caret)
      if (description) assert.ok(description.range.startLineNumber === caret.lineNumber && description.range.startColumn <= caret.column && caret.column < description.range.endColumn)
    }
  }
  assert.ok(count > 10_000)
})

test('a list is in the order of what is likely', () => {
  const { model, monaco } = connected('')
  const { suggestions } = monaco.complete(model, '{"tableList":[{¦}]}')
  assert.deepEqual(suggestions.slice(0, 2).map(({ label, kind, sortText }) => [label, kind, sortText]), [['name', 9, '000000'], ['columns', 9, '000001']])
})

test('names are shown as they are, whatever they mean in Markdown', () => {
  const { model, monaco } = connected(JSON.stringify(datamart({ tableList: [{ name: 'a_b*[x](y)', columns: [{ name: 'id' }] }] })), { catalog })
  assert.deepEqual(monaco.hover(model, 'a_b'), ['` a_b*[x](y) ` table\\, 1 column\n\n'])
  model.setValue(JSON.stringify(withColumns({ name: 'c`d', isCustomColumn: true, sql: '`id` * <b>2</b> # _x_' })))
  assert.deepEqual(monaco.hover(model, 'c`d'), ['`` orders.c`d `` custom column\n\n` id ` \\* \\<b\\>2\\<\\/b\\> \\# \\_x\\_'])
  assert.match(monaco.hover(model, 'warehouse')[0], /^` datasourceName ` text\n\nThe /)
  model.setValue('{}')
  assert.equal(monaco.hover(model, '}'), undefined)
})

test('providers are for one model alone, whatever its language', () => {
  const model = new StandInModel('{"":1}', '[shop]/{a}.json')
  const other = new StandInModel('{"":1}', '[shop]/{a}.json')
  const monaco = standInMonaco(model, other)
  connectDatamart(monaco, [model])
  const selectors = Object.values(monaco.providers).flatMap((all) => [...all].map(({ selector }) => selector))
  const selector = { scheme: 'file', pattern: '/[shop]/{a}.json', hasAccessToAllModels: true }
  assert.deepEqual(selectors, [selector, { ...selector, exclusive: true }, selector])
  const [actions] = monaco.providers.actions
  const [completions] = monaco.providers.completions
  const [hovers] = monaco.providers.hovers
  const position = { lineNumber: 1, column: 3 }
  assert.deepEqual([actions.provideCodeActions(other, other.rangeOf('{'), {}), completions.provideCompletionItems(other, position, {}), hovers.provideHover(other, position)], [undefined, undefined, undefined])
})

test('a connection ends with its model or when it is disposed of, and leaves nothing', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const validator = counting()
  const [one, other] = [new StandInModel('[]', 'one'), new StandInModel('[]', 'other')]
  const monaco = standInMonaco(one, other)
  const connection = connectDatamart(monaco, [one, other, one], { validator })
  assert.equal(validator.calls, 2)
  one.setValue('{}')
  one.dispose()
  assert.deepEqual([monaco.markers.get(one), one.listenerCount, monaco.providers.hovers.size], [[], 0, 1])
  other.setValue('{}')
  connection.dispose()
  connection.dispose()
  assert.deepEqual([monaco.markers.get(other), other.listenerCount], [[], 0])
  assert.deepEqual(Object.values(monaco.providers).map(({ size }) => size), [0, 0, 0])
  t.mock.timers.tick(1000)
  assert.equal(validator.calls, 2)
})

test('a function chooses from present and future models, again when a language changes', () => {
  const models = ['json', 'yaml'].map((language) => new StandInModel('[]', `a.${language}`, language))
  const monaco = standInMonaco(...models)
  let chosen = 'json'
  const connection = connectDatamart(monaco, (model) => model.getLanguageId() === chosen)
  const counts = () => models.map((model) => (monaco.markers.get(model) ?? []).length)
  assert.deepEqual(counts(), [1, 0])
  models.push(new StandInModel('[]', 'b.json'))
  monaco.created.fire(models[2])
  assert.deepEqual(counts(), [1, 0, 1])
  chosen = 'yaml'
  for (const model of models.slice(0, 2)) monaco.switched.fire({ model })
  assert.deepEqual(counts(), [0, 1, 1])
  connection.dispose()
  assert.deepEqual(counts(), [0, 0, 0])
  assert.deepEqual([monaco.created.listeners.size, monaco.switched.listeners.size], [0, 0])
})
