/** What the package contains, and what it does not. */

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import vm from 'node:vm'
import binaryen from 'binaryen'
import * as everything from 'datamart-validator'
import { transform } from 'esbuild'
import { moduleBytes, moduleTexts } from '../support/module-bytes.mjs'
import { PACKAGE } from './support/helpers.mjs'

const read = (file) => readFileSync(path.join(PACKAGE, file), 'utf8')
const manifest = JSON.parse(read('package.json'))
const dist = readdirSync(path.join(PACKAGE, 'dist'), { recursive: true }).map(String)
/** The ones that are imported; the documentation of the rules has its own script. */
const scripts = dist.filter((file) => /^[^/\\]+\.[cm]?js$/.test(file))
/** Run as a program, never imported, and only in Node. */
const PROGRAM = 'cli.js'
/** The ones that contain the modules. The others import one or receive it. */
const WITH_MODULES = ['index.cjs', 'index.global.js', 'index.js']

test('the manifest has no dependencies and runs nothing at installation', () => {
  for (const field of ['dependencies', 'optionalDependencies', 'bundledDependencies', 'scripts']) {
    assert.equal(manifest[field], undefined, field)
  }
  assert.deepEqual(manifest.bin, { 'datamart-validator': 'dist/cli.js' })
  // Importing the editor defines its element.
  assert.deepEqual(manifest.sideEffects, ['./dist/editor/index.js'])
  assert.match(manifest.version, /^\d+\.\d+\.\d+/)
})

test('every file in the manifest exists, types first', () => {
  const targets = []
  const walk = (entry) => {
    if (typeof entry === 'string') return void targets.push(entry)
    const conditions = Object.keys(entry)
    if (conditions.includes('types')) assert.equal(conditions[0], 'types')
    if (conditions.includes('default')) assert.equal(conditions.at(-1), 'default')
    Object.values(entry).forEach(walk)
  }
  walk(manifest.exports['.'])
  for (const [name, entry] of Object.entries(manifest.exports)) if (name !== '.') walk(entry)
  for (const target of [...targets, manifest.main, manifest.module, manifest.types, manifest.unpkg, manifest.jsdelivr, ...Object.values(manifest.bin)]) {
    assert.doesNotThrow(() => read(target), target)
  }
})

test('a compiler without support for exports finds the types too', () => {
  const typed = Object.entries(manifest.exports)
    .filter(([name]) => !['.', './package.json', './module.wasm', './core.wasm', './editor-worker.js'].includes(name))
    .map(([name, entry]) => [name.slice('./'.length), [entry.require?.types ?? entry.types ?? entry]])
  assert.ok(typed.length > 0)
  assert.deepEqual(manifest.typesVersions, { '*': Object.fromEntries(typed) })
})

test('a tool without support for exports finds every subpath as a folder', () => {
  const subpaths = Object.entries(manifest.exports).filter(([name]) => !['.', './package.json'].includes(name))
  assert.ok(subpaths.length > 0)
  for (const [name, entry] of subpaths) {
    const { main, module, types } = JSON.parse(read(`${name}/package.json`))
    /** @param {string | undefined} file */
    const target = (file) => file && `./${path.posix.join(name, file)}`
    assert.equal(target(main), entry.require?.default ?? entry.default ?? entry, name)
    assert.equal(target(module), entry.import?.default, name)
    assert.equal(target(types), entry.require?.types ?? entry.types, name)
  }
})

test('the entry for a script tag defines one global, and is what unpkg and jsDelivr serve', () => {
  assert.deepEqual([manifest.unpkg, manifest.jsdelivr], ['./dist/index.global.js', './dist/index.global.js'])
  const context = vm.createContext({})
  vm.runInContext(read('dist/index.global.js'), context)
  assert.deepEqual(Object.keys(context), ['datamartValidator'])
  assert.deepEqual(Object.keys(context.datamartValidator).sort(), Object.keys(everything).sort())
  assert.equal(context.datamartValidator.validateDatamart('{}').valid, false)
})

test('no entry but the program has syntax newer than ES2019', async () => {
  for (const script of scripts.filter((script) => script !== PROGRAM)) {
    const code = read(`dist/${script}`)
    // Lowering such code changes nothing.
    const [as2019, asIs] = await Promise.all(['es2019', 'esnext'].map((target) => transform(code, { target })))
    assert.ok(as2019.code === asIs.code, script)
  }
})

test('the package contains nothing unneeded', () => {
  const files = readdirSync(PACKAGE).sort()
  assert.deepEqual(files, [
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'THIRD-PARTY-LICENSES.txt',
    'client',
    'codemirror',
    'completion',
    'core.wasm',
    'dist',
    'editor',
    'editor-worker.js',
    'forms',
    'gateway',
    'messages.de.json',
    'messages.json',
    'module.wasm',
    'monaco',
    'package.json',
    'react',
    'sbom.cdx.json',
    'schema.json',
    'slim',
  ])
  const named = dist.map((file) => file.replaceAll(path.sep, '/'))
  // The parts that the editor loads on demand are named after their content.
  assert.ok(named.includes('editor/index.js') && named.includes('editor/worker.js'))
  const parts = named.filter((file) => /^editor\/[\w-]+-[A-Z0-9]{8}\.js$/.test(file))
  assert.deepEqual(named.filter((file) => !parts.includes(file)).sort(), [
    'cli.js',
    'client.cjs',
    'client.d.cts',
    'client.d.ts',
    'client.js',
    'codemirror.cjs',
    'codemirror.d.cts',
    'codemirror.d.ts',
    'codemirror.js',
    'completion.cjs',
    'completion.d.cts',
    'completion.d.ts',
    'completion.js',
    'core.wasm',
    'editor',
    'editor-strings.d.ts',
    'editor.d.ts',
    'editor/index.js',
    'editor/worker.js',
    'forms.cjs',
    'forms.d.cts',
    'forms.d.ts',
    'forms.js',
    'gateway.cjs',
    'gateway.d.cts',
    'gateway.d.ts',
    'gateway.js',
    'index.cjs',
    'index.d.cts',
    'index.d.ts',
    'index.edge-light.js',
    'index.global.js',
    'index.js',
    'index.workerd.js',
    'messages.d.cts',
    'messages.d.ts',
    'messages.de.json',
    'messages.json',
    'module.d.ts',
    'module.wasm',
    'monaco.d.ts',
    'monaco.js',
    'react.d.ts',
    'react.js',
    'rules',
    'rules/favicon.svg',
    'rules/index.html',
    'rules/rules.css',
    'rules/rules.js',
    'schema.json',
    'slim-codemirror.cjs',
    'slim-codemirror.d.cts',
    'slim-codemirror.d.ts',
    'slim-codemirror.js',
    'slim-monaco.d.ts',
    'slim-monaco.js',
    'slim.cjs',
    'slim.d.cts',
    'slim.d.ts',
    'slim.js',
  ])
})

test('no file reveals where it was built', () => {
  const folders = [process.env.PACKAGE_DIR, homedir(), tmpdir(), process.env.CARGO_HOME, '.cargo/registry', 'node_modules/.bin'].filter(Boolean)
  for (const entry of readdirSync(PACKAGE, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const bytes = readFileSync(path.join(entry.parentPath, entry.name))
    // A folder such as / or /root may also be an ordinary word.
    for (const folder of folders) if (folder.length > 6) assert.ok(!bytes.includes(folder), `${entry.name} names ${folder}`)
  }
})

test('an entry for import can be required: it awaits nothing', () => {
  const require = createRequire(import.meta.url)
  for (const entry of ['index.js', 'slim.js']) {
    assert.equal(typeof require(path.join(PACKAGE, 'dist', entry)).validateDatamart, 'function', entry)
  }
})

test('files outside the exports cannot be imported', async () => {
  const require = createRequire(import.meta.url)
  for (const inner of ['dist/index.js', 'dist/index.cjs', 'src/boundary/encode.js']) {
    assert.throws(() => require(`datamart-validator/${inner}`), { code: 'ERR_PACKAGE_PATH_NOT_EXPORTED' })
    await assert.rejects(import(`datamart-validator/${inner}`), { code: 'ERR_PACKAGE_PATH_NOT_EXPORTED' })
  }
  assert.ok(require.resolve('datamart-validator/module.wasm').endsWith('.wasm'))
})

test('the main entry contains the bytes of the core and, as sections of a module, those of the parts; CommonJS and the script tag, those of the whole module', () => {
  assert.deepEqual(dist.filter((file) => file.endsWith('.wasm')).sort(), ['core.wasm', 'module.wasm'])
  const [core, whole] = ['core', 'module'].map((name) => readFileSync(path.join(PACKAGE, `dist/${name}.wasm`)))
  const [found, ...parts] = moduleBytes(read('dist/index.js'))
  const request = parts.find((bytes) => bytes.includes('datamart-validator.request'))
  assert.ok(Buffer.concat([found, request]).equals(core))
  for (const script of scripts.filter((script) => script !== 'index.js')) {
    const code = read(`dist/${script}`)
    if (WITH_MODULES.includes(script)) assert.ok(moduleBytes(code).every((bytes) => bytes.equals(whole)) && moduleTexts(code).length === 1, script)
    else assert.deepEqual(moduleTexts(code), [], script)
  }
  const all = new WebAssembly.Module(Buffer.concat([found, ...parts]))
  const names = ['changes', 'proposals', 'reply', 'request']
  assert.equal(parts.length, names.length)
  for (const name of names) {
    const [content] = WebAssembly.Module.customSections(all, `datamart-validator.${name}`)
    assert.ok(WebAssembly.validate(content), name)
  }
  assert.match(read('dist/index.workerd.js'), /import \w+ from"\.\/module\.wasm"/)
  assert.match(read('dist/index.edge-light.js'), /import \w+ from"\.\/module\.wasm\?module"/)
})

test('the modules need no more of WebAssembly than the README says, and have no section for tools', () => {
  const [, ...sections] = moduleBytes(read('dist/index.js'))
  const parts = sections.map((bytes) => bytes.subarray(bytes.indexOf('\0asm')))
  const files = ['module.wasm', 'core.wasm'].map((name) => readFileSync(path.join(PACKAGE, 'dist', name)))
  for (const bytes of [...files, ...parts]) {
    // Mutable globals are older than all the others, in every engine.
    const { MVP, SignExt, BulkMemory, BulkMemoryOpt, Multivalue, MutableGlobals, ReferenceTypes } = binaryen.Features
    const module = binaryen.readBinary(bytes)
    module.setFeatures(MVP | SignExt | BulkMemory | BulkMemoryOpt | Multivalue | MutableGlobals | ReferenceTypes)
    assert.equal(module.validate(), 1)
    module.dispose()
    const compiled = new WebAssembly.Module(bytes)
    for (const section of ['name', 'producers', 'target_features']) assert.equal(WebAssembly.Module.customSections(compiled, section).length, 0, section)
    assert.equal(WebAssembly.Module.customSections(compiled, 'datamart-validator').length, parts.includes(bytes) ? 0 : 1)
  }
})

test('the scripts contain nothing that breaks a bundler, a strict content security policy or a browser', () => {
  const imported = scripts.filter((script) => script !== PROGRAM).sort()
  assert.deepEqual(imported, [
    'client.cjs',
    'client.js',
    'codemirror.cjs',
    'codemirror.js',
    'completion.cjs',
    'completion.js',
    'forms.cjs',
    'forms.js',
    'gateway.cjs',
    'gateway.js',
    'index.cjs',
    'index.edge-light.js',
    'index.global.js',
    'index.js',
    'index.workerd.js',
    'monaco.js',
    'react.js',
    'slim-codemirror.cjs',
    'slim-codemirror.js',
    'slim-monaco.js',
    'slim.cjs',
    'slim.js',
  ])
  for (const script of imported) {
    // What an editor has anyway, and the entry next to it.
    const code = read(`dist/${script}`).replace(/\brequire\("(?:\.\/(?:completion|index|slim)\.cjs|datamart-validator|@codemirror\/[a-z]+)"\)/g, '')
    for (const forbidden of [
      /\beval\s*\(/,
      /\bnew Function\b/,
      // The text "Function(" in wasm-bindgen's messages is not a call.
      /(?<!["'`.\w])Function\s*\(/,
      /\bimport\.meta\b/,
      /["'`]node:/,
      /\bimport\s*\(/,
      /\brequire\s*\(/,
      /\bprocess\./,
      /\bBuffer\./,
      /\b__dirname\b/,
      /\bXMLHttpRequest\b/,
      /sourceMappingURL/,
    ]) {
      assert.equal(code.match(forbidden)?.[0], undefined, `dist/${script}`)
    }
  }
})

test('only the line of the bytes is long: engines print the line of an error', () => {
  for (const script of scripts) {
    const texts = moduleTexts(read(`dist/${script}`))
    for (const line of read(`dist/${script}`).split('\n')) assert.ok(line.length < 1000 || texts.includes(line), `dist/${script}: ${line.slice(0, 200)}`)
  }
})

test('the program is for Node, and imports the package from the file next to it', () => {
  const code = read(`dist/${PROGRAM}`)
  assert.ok(code.startsWith('#!/usr/bin/env node\n'))
  assert.match(code, /from\s*"\.\/index\.js"/)
  assert.doesNotMatch(code, /\beval\s*\(|\bnew Function\b|sourceMappingURL/)
})

test('the entries for editors import the package and, for CodeMirror, the editor, and declare both editors as optional peers', () => {
  const importedBy = (file) => [...new Set([...read(file).matchAll(/\bfrom"([^"]+)"/g)].map(([, name]) => name))].sort()
  const imported = importedBy('dist/codemirror.js')
  assert.deepEqual(imported, ['./completion.js', './index.js', '@codemirror/lint', '@codemirror/state', '@codemirror/view'])
  assert.deepEqual(importedBy('dist/slim-codemirror.js'), ['./completion.js', './slim.js', ...imported.slice(2)])
  assert.deepEqual(importedBy('dist/completion.js'), [])
  // The page passes its own Monaco.
  assert.deepEqual(importedBy('dist/monaco.js'), ['./completion.js', './index.js'])
  assert.deepEqual(importedBy('dist/slim-monaco.js'), ['./completion.js', './slim.js'])
  assert.ok('monaco-editor' in manifest.peerDependencies)
  const { peerDependencies, peerDependenciesMeta } = manifest
  assert.deepEqual(Object.keys(peerDependencies), Object.keys(peerDependenciesMeta))
  assert.ok(Object.values(peerDependenciesMeta).every(({ optional }) => optional === true))
  const ofEditor = dist.filter((file) => /^editor[/\\].*\.js$/.test(file)).flatMap((file) => importedBy(`dist/${file}`))
  for (const name of ofEditor) assert.ok(name.startsWith('./') || name.startsWith('datamart-validator') || name in peerDependencies, name)
  const typed = [...read('dist/codemirror.d.ts').matchAll(/ from '(@[^']+)'/g)].map(([, name]) => name)
  for (const name of [...imported, ...typed].filter((name) => name.startsWith('@'))) assert.ok(name in peerDependencies, name)
})

test('the types for import and for require() are the same', () => {
  for (const entry of ['index', 'slim', 'client', 'gateway', 'forms', 'codemirror', 'slim-codemirror', 'completion']) {
    assert.equal(read(`dist/${entry}.d.cts`).replace(/('\.\/[a-z]+)\.cjs'/g, "$1.js'"), read(`dist/${entry}.d.ts`))
  }
})

for (const file of dist.filter((file) => file.endsWith('.d.ts'))) {
  const types = read(`dist/${file}`)

  test(`${file} has no any and no comment that silences the compiler`, () => {
    // Without comments, and without keys of messages.
    const code = types.replace(/\/\*[^]*?\*\/|\/\/.*|'[\w.-]+':/g, '')
    assert.doesNotMatch(code, /\bany\b|\bFunction\b|\bobject\b/)
    assert.doesNotMatch(types, /@ts-|eslint/)
  })

  test(`everything that ${file} exports is documented`, () => {
    const exported = [...types.matchAll(/^(?:export|declare) (?:declare )?(?:function|class|interface|type|const) (\w+)/gm)]
    assert.ok(exported.length > 0 || /^export \* from/m.test(types))
    for (const { index, 1: name } of exported) assert.match(types.slice(0, index), /\*\/\n$/, name)
  })
}

test('the editor has no code that is refused by a policy, and does nothing where there is no document', async () => {
  for (const file of dist.filter((file) => /^editor[/\\].*\.js$/.test(file))) {
    assert.doesNotMatch(read(`dist/${file}`), /\beval\s*\(|\bnew Function\b|\bimport\.meta\b|["'`]node:|sourceMappingURL/, file)
  }
  const { DatamartEditorElement, STRINGS } = await import('datamart-validator/editor')
  assert.equal(typeof DatamartEditorElement, 'function')
  const declared = [...read('dist/editor-strings.d.ts').matchAll(/^  readonly '([\w.-]+)': string$/gm)].map(([, key]) => key)
  assert.deepEqual(declared, Object.keys(STRINGS))
})
