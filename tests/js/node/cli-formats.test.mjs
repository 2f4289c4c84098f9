/** `check` in each of its formats: the exact output. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { validateDatamart, rules } from 'datamart-validator'
import { PACKAGE } from './support/helpers.mjs'
import { expectFile, folder, folderWithData, put, run, runTo } from './support/cli.mjs'

const cwd = folderWithData()
const require = createRequire(import.meta.url)
const OPTIONS = ['--datasource-type', 'postgres']

test('pretty: the position, the excerpt, the next step', async () => {
  const { stdout, stderr } = await runTo(1, ['check', 'mistakes.json', 'right.json', ...OPTIONS], { cwd })
  expectFile('mistakes.pretty.txt', stdout)
  assert.equal(stderr, '')
})

test('pretty: tabs, wide and invisible characters, escapes in the SQL', async () => {
  const { stdout } = await runTo(1, ['check', 'characters.json'], { cwd })
  expectFile('characters.pretty.txt', stdout)
  assert.doesNotMatch(stdout, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202e]/)
})

test('pretty: the part of a long line around the range', async () => {
  const { stdout } = await runTo(1, ['check', 'one-line.json'], { cwd })
  expectFile('one-line.pretty.txt', stdout)
  for (const line of stdout.split('\n')) if (line.includes(' | ')) assert.ok(line.length <= 100, line)
})

test('pretty: a broken file, and no invalid one', async () => {
  const { stdout } = await runTo(1, ['check', 'broken.json'], { cwd })
  expectFile('broken.pretty.txt', stdout)
  const right = await runTo(0, ['check', 'right.json'], { cwd })
  assert.equal(right.stdout, '1 file checked: no issues\n')
})

test('pretty: carets are under the right characters, in every file', async () => {
  for (const name of ['mistakes.json', 'broken.json']) {
    const text = readFileSync(path.join(cwd, name), 'utf8')
    const { issues } = validateDatamart(text, { datasourceType: 'postgres' })
    const { stdout } = await runTo(1, ['check', name, ...OPTIONS], { cwd })
    // The first excerpt of each issue; the others belong to related locations.
    const shown = [...stdout.matchAll(/^\S+:(\d+):(\d+): .*\n *\d+ \| (.*)\n *\| ( *)(\^+)$/gm)]
    assert.equal(shown.length, issues.length)
    for (const [at, [, line, column, source, indent, carets]] of shown.entries()) {
      const { start, end } = issues[at].textRange
      const meant = text.slice(start, end).split('\n')[0]
      assert.equal(source.slice(indent.length, indent.length + carets.length).trimEnd(), meant)
      const before = text.slice(0, start).split('\n')
      assert.deepEqual([Number(line), Number(column)], [before.length, before.at(-1).length + 1])
    }
  }
})

test('the example of the README prints the output below it', async () => {
  const readme = readFileSync(path.join(PACKAGE, 'README.md'), 'utf8')
  const [, command, shown] = /## Command line\n\n```sh\nnpx datamart-validator (.*)\n```\n\n.*\n\n```text\n([^]*?)```/.exec(readme)
  const args = command.split(' ').map((word) => word.replaceAll("'", ''))
  const { stdout } = await runTo(1, args, { cwd: folderWithData('readme') })
  assert.ok(stdout.startsWith(shown), stdout)
})

test('colours only if requested, or on a terminal', async () => {
  const color = /\x1b\[\d+m/
  const args = ['check', 'mistakes.json']
  assert.doesNotMatch((await run(args, { cwd })).stdout, color)
  assert.doesNotMatch((await run(args, { cwd, env: { CI: 'true' } })).stdout, color)
  assert.match((await run(args, { cwd, env: { FORCE_COLOR: '1' } })).stdout, color)
  assert.doesNotMatch((await run(args, { cwd, env: { FORCE_COLOR: '0' } })).stdout, color)
  assert.doesNotMatch((await run(args, { cwd, env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).stdout, color)
  assert.match((await run([...args, '--color'], { cwd, env: { NO_COLOR: '1' } })).stdout, color)
  assert.doesNotMatch((await run([...args, '--no-color'], { cwd, env: { FORCE_COLOR: '1' } })).stdout, color)
  const colored = await run([...args, '--color'], { cwd })
  const plain = await run(args, { cwd })
  assert.equal(colored.stdout.replace(/\x1b\[\d+m/g, ''), plain.stdout)
})

test('json: the issues as the package returns them, with lines and columns', async () => {
  const { stdout } = await runTo(2, ['check', 'mistakes.json', 'right.json', 'nowhere.json', '--format', 'json', ...OPTIONS], { cwd })
  expectFile('mistakes.json', stdout)
  const { version, files, failures, summary } = JSON.parse(stdout)
  assert.equal(version, 1)
  assert.deepEqual(files.map(({ file, valid }) => [file, valid]), [['mistakes.json', false], ['right.json', true]])
  assert.deepEqual(failures, [{ file: 'nowhere.json', message: 'no such file' }])
  const { issues } = validateDatamart(readFileSync(path.join(cwd, 'mistakes.json'), 'utf8'), { datasourceType: 'postgres' })
  const unplaced = ({ start, end, ...rest }) => rest
  assert.deepEqual(files[0].issues.map((issue) => ({ ...unplaced(issue), ...(issue.related && { related: issue.related.map(unplaced) }) })), issues)
  assert.equal(summary.errors + summary.warnings, issues.length)
})

test('github: commands that annotate positions', async () => {
  const { stdout } = await runTo(1, ['check', 'mistakes.json', '--format', 'github', ...OPTIONS], { cwd })
  expectFile('mistakes.github.txt', stdout)
})

test('github: special characters of commands are escaped, and paths start at the checkout', async () => {
  const top = folder({ 'sub/100%,a:b.json': '{\r\n"name": "a%\\n::error::x", "datasourceName": "d",\r\n"tableList": 5}' })
  const { stdout } = await runTo(1, ['check', '.', '--format', 'github'], { cwd: path.join(top, 'sub'), env: { GITHUB_WORKSPACE: top } })
  const commands = stdout.trimEnd().split('\n')
  assert.match(commands.pop(), /^1 file checked: 1 error, \d+ warnings?$/)
  assert.ok(commands.length >= 2)
  for (const command of commands) {
    assert.match(command, /^::(error|warning) file=sub\/100%25%2Ca%3Ab\.json,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=[a-z-]+::[^\r\n]+$/)
  }
})

test('sarif: valid by the standard schema, with regions that match the text', async () => {
  const weird = 'sub folder/ü#%.json'
  put(cwd, weird, readFileSync(path.join(cwd, 'mistakes.json')))
  const { stdout } = await runTo(2, ['check', 'characters.json', 'broken.json', weird, 'nowhere.json', '--format', 'sarif', ...OPTIONS], { cwd })
  const log = JSON.parse(stdout)
  assertSarif(log)
  const [run] = log.runs
  assert.equal(run.columnKind, 'utf16CodeUnits')
  assert.deepEqual(run.tool.driver.rules.map(({ id, helpUri }) => [id, helpUri]), rules().map(({ code, docsUrl }) => [code, docsUrl]))
  assert.deepEqual(run.invocations, [
    { executionSuccessful: false, toolExecutionNotifications: [{ level: 'error', message: { text: 'nowhere.json: no such file' } }] },
  ])
  const expected = ['characters.json', 'broken.json', weird].flatMap((name) => {
    const text = readFileSync(path.join(cwd, name), 'utf8')
    return validateDatamart(text, { datasourceType: 'postgres' }).issues.map(({ code, severity, textRange: { start, end } }) => [name, code, severity, text.slice(start, end)])
  })
  const read = run.results.map(({ ruleId, ruleIndex, level, locations: [{ physicalLocation }] }) => {
    const { artifactLocation, region } = physicalLocation
    assert.equal(run.tool.driver.rules[ruleIndex].id, ruleId)
    assert.equal(artifactLocation.uriBaseId, '%SRCROOT%')
    const file = fileURLToPath(new URL(artifactLocation.uri, run.originalUriBaseIds['%SRCROOT%'].uri))
    return [path.relative(cwd, file), ruleId, level, piece(readFileSync(file, 'utf8'), region)]
  })
  assert.deepEqual(read, expected)
  delete run.tool.driver.rules
  run.results = run.results.filter(({ locations: [{ physicalLocation }] }) => physicalLocation.artifactLocation.uri === 'characters.json')
  expectFile('characters.sarif.json', `${JSON.stringify(log, null, 2).replaceAll(pathToFileURL(cwd).href, 'file:///checkout')}\n`)
})

test('sarif: standard input, nothing found, a file elsewhere', async () => {
  const { stdout } = await runTo(1, ['check', '-', '--format', 'sarif'], { cwd, input: '{}' })
  const [{ results }] = assertSarif(JSON.parse(stdout)).runs
  assert.equal(results[0].locations[0].physicalLocation.artifactLocation.uri, 'stdin')
  const right = await runTo(0, ['check', 'right.json', '--format', 'sarif'], { cwd })
  assert.deepEqual(assertSarif(JSON.parse(right.stdout)).runs[0].results, [])
  const elsewhere = await runTo(1, ['check', path.join(cwd, 'broken.json'), '--format', 'sarif'], { cwd: folder() })
  const { uri, uriBaseId } = assertSarif(JSON.parse(elsewhere.stdout)).runs[0].results[0].locations[0].physicalLocation.artifactLocation
  assert.deepEqual([uri, uriBaseId], [pathToFileURL(path.join(cwd, 'broken.json')).href, undefined])
})

test('sarif and github: a name that begins with dots is not a path out of the folder', async () => {
  const top = folder({ '..a.json': {}, '.../b.json': {}, 'sub/x': '', 'c.json': {} })
  const uris = async (files, cwd) => {
    const { stdout } = await runTo(1, ['check', ...files, '--format', 'sarif'], { cwd })
    const places = assertSarif(JSON.parse(stdout)).runs[0].results.map(({ locations: [{ physicalLocation }] }) => physicalLocation.artifactLocation)
    return [...new Set(places.map(({ uri, uriBaseId }) => `${uriBaseId} ${uri}`))]
  }
  assert.deepEqual(await uris(['..a.json', '.../b.json', '../' + path.basename(top) + '/c.json'], top), ['%SRCROOT% ..a.json', '%SRCROOT% .../b.json', '%SRCROOT% c.json'])
  assert.deepEqual(await uris(['../..a.json'], path.join(top, 'sub')), [`undefined ${pathToFileURL(path.join(top, '..a.json')).href}`])
  for (const [GITHUB_WORKSPACE, cwd, file, expected] of [
    [top, top, '..a.json', '..a.json'],
    [top, path.join(top, 'sub'), '../..a.json', '..a.json'],
    [path.join(top, 'sub'), top, '..a.json', '..a.json'],
    [path.join(top, 'sub'), path.join(top, 'sub'), '../c.json', '../c.json'],
  ]) {
    const { stdout } = await runTo(1, ['check', file, '--format', 'github'], { cwd, env: { GITHUB_WORKSPACE } })
    assert.match(stdout, new RegExp(`^::error file=${expected.replaceAll('.', '\\.')},`))
  }
})

/** The text of a region by lines and columns, which must match its offsets. */
function piece(text, { startLine, startColumn, endLine, endColumn, charOffset, charLength }) {
  const lines = text.split('\n')
  const offset = (line, column) => lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1
  const found = text.slice(offset(startLine, startColumn), offset(endLine, endColumn))
  assert.equal(found, text.slice(charOffset, charOffset + charLength))
  return found
}

let validate
function assertSarif(log) {
  // The schema uses an old draft, which the validator in the same package supports.
  const folder = path.dirname(require.resolve('@microsoft/jest-sarif/package.json'))
  const Ajv = createRequire(path.join(folder, 'package.json'))('ajv')
  const schema = JSON.parse(readFileSync(path.join(folder, 'lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'))
  validate ??= new Ajv({ schemaId: 'id', meta: false, unknownFormats: 'ignore' })
    .addMetaSchema(createRequire(path.join(folder, 'package.json'))('ajv/lib/refs/json-schema-draft-04.json'))
    .compile(schema)
  assert.ok(validate(log), JSON.stringify(validate.errors))
  return log
}
