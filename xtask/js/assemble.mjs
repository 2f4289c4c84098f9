// Turns the modules and their glue, and pkg-template/, into the folder that `npm pack` packs.
//
//   node assemble.mjs <folder with the modules> <package folder> <version> [repository URL]
//
// pkg-template's sources import generated modules by these names:
//   #glue         createGlue(): wasm-bindgen's glue, in a fresh closure on each call
//   #wasm-full, #wasm-core, and #wasm-… for each part  TEXT, LENGTH, WIDTHS: a module's bytes as
//                 text; a part as a custom section, in which the module begins at HEADER
//   #decoder      default: the bytes of the module that decodes them
//   #rules        default: the documentation of the rules
//   #version      VERSION of the package, and PUBLISHED: the URL of its dist/, as in the JSON Schema
//                 for editors
//   #standard-schema  JSON_SCHEMA: the contract as JSON Schema, in JSON; UPDATE_DIFFERENCES: how the
//                 schema of an update differs
//   #contract     default: the objects and fields of the contract, with their documentation
// and modules that differ between entries by these:
//   #module       the file in src/boundary/module/ that provides the entry's modules
//   #module.wasm  the module as a file of the package
//   #completion   the entry for completion as a file of the package
//   #package      the main entry or the slim one as a file of the package, for entries that need not
//                 contain it again
// The editor imports what it runs in its worker as text:
//   #worker       default: the script of the worker

import assert from 'node:assert/strict'
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { build, transform } from 'esbuild'
import { editorBuild } from './assemble-editor.mjs'
import { writeOrigin } from './origin/index.mjs'
import { packagedReadme } from './readme.mjs'
import { customSection, withoutCustomSections } from './split/binary.mjs'
import { CORE } from './split/index.mjs'
import { PARTS } from './split/parts.mjs'
import { decoder, encoded } from './streams.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const template = path.join(root, 'pkg-template')
const [wasmFolder, packageFolder] = process.argv.slice(2, 4).map((folder) => path.resolve(folder))
const [version, repository] = process.argv.slice(4)
const dist = path.join(packageFolder, 'dist')

/**
 * Each entry of the package: its source in pkg-template/ and its output in dist/. `module` is the
 * file in src/boundary/module/ that provides the WebAssembly module, `query` the suffix of an
 * import of the module as a file. `base` is the entry that `#package` refers to: a file in dist/,
 * or `itself`, the package by its name, for which the runtime's conditions choose the file.
 * `platform: 'node'` marks entries for Node alone, `format: 'iife'` one for a script tag.
 */
const ENTRIES = [
  { source: 'src/index.js', output: 'index.js', format: 'esm', module: 'inline' },
  { source: 'src/index.js', output: 'index.cjs', format: 'cjs', module: 'whole' },
  { source: 'src/index.js', output: 'index.workerd.js', format: 'esm', module: 'imported' },
  // Next.js accepts a module under no other name, and not all tools for workerd accept it under
  // this one.
  { source: 'src/index.js', output: 'index.edge-light.js', format: 'esm', module: 'imported', query: '?module' },
  { source: 'src/index.js', output: 'index.global.js', format: 'iife', module: 'whole' },
  { source: 'src/slim.js', output: 'slim.js', format: 'esm', module: 'given' },
  { source: 'src/slim.js', output: 'slim.cjs', format: 'cjs', module: 'given' },
  { source: 'src/client/index.js', output: 'client.js', format: 'esm', base: 'itself' },
  { source: 'src/client/index.js', output: 'client.cjs', format: 'cjs', base: 'itself' },
  { source: 'src/gateway/index.js', output: 'gateway.js', format: 'esm', base: 'itself' },
  { source: 'src/gateway/index.js', output: 'gateway.cjs', format: 'cjs', base: 'itself' },
  { source: 'src/forms/index.js', output: 'forms.js', format: 'esm' },
  { source: 'src/forms/index.js', output: 'forms.cjs', format: 'cjs' },
  { source: 'src/cli/main.js', output: 'cli.js', format: 'esm', platform: 'node' },
  { source: 'src/codemirror/index.js', output: 'codemirror.js', format: 'esm' },
  { source: 'src/codemirror/index.js', output: 'codemirror.cjs', format: 'cjs' },
  { source: 'src/codemirror/index.js', output: 'slim-codemirror.js', format: 'esm', base: 'slim' },
  { source: 'src/codemirror/index.js', output: 'slim-codemirror.cjs', format: 'cjs', base: 'slim' },
  { source: 'src/monaco/index.js', output: 'monaco.js', format: 'esm' },
  { source: 'src/monaco/index.js', output: 'slim-monaco.js', format: 'esm', base: 'slim' },
  { source: 'src/react/index.js', output: 'react.js', format: 'esm' },
  { source: 'src/completion/index.js', output: 'completion.js', format: 'esm' },
  { source: 'src/completion/index.js', output: 'completion.cjs', format: 'cjs' },
]

/** The name by which the package can import itself. */
const NAME = 'datamart-validator'

/** Type declarations, each for import and for require(). */
const DECLARATIONS = ['index', 'messages', 'slim', 'client', 'gateway', 'forms', 'codemirror', 'slim-codemirror', 'completion']

/** Copied unchanged: from the folder on the left into the package. */
const COPIES = [
  [template, 'module.d.ts', 'dist/module.d.ts'],
  [template, 'monaco.d.ts', 'dist/monaco.d.ts'],
  [template, 'slim-monaco.d.ts', 'dist/slim-monaco.d.ts'],
  [wasmFolder, 'schema.json', 'dist/schema.json'],
  [wasmFolder, 'messages.json', 'dist/messages.json'],
  [template, 'messages.de.json', 'dist/messages.de.json'],
  [root, 'LICENSE', 'LICENSE'],
  [root, 'CHANGELOG.md', 'CHANGELOG.md'],
]

const WRITTEN = {
  // The newest syntax that webpack 4 can read.
  target: 'es2019',
  charset: 'utf8',
  legalComments: 'none',
  // An engine prints the line of an uncaught error, so lines are kept short.
  lineLimit: 200,
  logLevel: 'warning',
}

const COMMON = { ...WRITTEN, bundle: true, write: false }

/**
 * wasm-bindgen keeps its single instance in variables of its module. Inside a function, each call
 * has its own variables: after a trap the next call of createGlue() starts clean, and importing the
 * package runs nothing. The parameter shadows the global of the same name, for environments that lack
 * it (jsdom). `imports` and `finish` are the code before and after instantiating, which
 * `src/boundary/instance.js` does synchronously or asynchronously.
 */
async function glueFactory() {
  const code = await readFile(path.join(wasmFolder, 'glue.js'), 'utf8')
  const starts = 'export { initSync, __wbg_init as default };'
  if (!code.includes(starts)) throw new Error(`the glue has no \`${starts}\``)
  const { outputFiles } = await build({
    ...COMMON,
    stdin: { contents: code.replace(starts, 'export { __wbg_get_imports as imports, __wbg_finalize_init as finish };'), resolveDir: wasmFolder },
    format: 'iife',
    globalName: 'glue',
  })
  const iife = withSafeHelpers(outputFiles[0].text)
  if (iife.includes('import.meta')) {
    throw new Error('the glue still contains import.meta: omit-default-module-path must be set in Cargo.toml')
  }
  return `export function createGlue(TextDecoder = globalThis.TextDecoder) {
${iife}
return glue
}`
}

/**
 * esbuild's helpers take enumerable members of Object.prototype as exports, and define exports by
 * descriptors that inherit from it: with a `get` or `value` there, the package would not load.
 */
function withSafeHelpers(code) {
  const helpers = code.replace(/\bfor ?\(var name in all\)/g, 'for (var name of Object.keys(all))')
  return helpers.replace(/\b__defProp\d* ?= ?Object\.defineProperty\b/g, (start) =>
    start.replace('Object.defineProperty', '(object, key, descriptor) => Object.defineProperty(object, key, Object.assign(Object.create(null), descriptor))'),
  )
}

/**
 * esbuild removes the annotations of calls that have no effect unless their result is used, by which
 * bundlers omit the parts of the module that a program does not use. Every call of these is one.
 */
function annotated(code) {
  return code.replace(/([=(,:]\s*)(?=(?:instancesOf|partOf|inlined|partFrom|branded)\(|\(asWritten)/g, '$1/* @__PURE__ */')
}

/**
 * The modules, each with its version in a custom section, by which the slim entry recognises it
 * (`src/boundary/module/given.js`). Other custom sections are removed: nothing reads them.
 */
const modules = {
  full: moduleOf('glue_bg.wasm', version),
  core: moduleOf(`${CORE}.wasm`, `${version} core`),
}

/** @param {string} file @param {string} described */
async function moduleOf(file, described) {
  const module = withoutCustomSections(await readFile(path.join(wasmFolder, file)))
  return Buffer.concat([module, customSection('datamart-validator', Buffer.from(described))])
}

/**
 * No code may share a line with the module's bytes: engines print the line of an uncaught error,
 * and test runners print the lines around it. Minifiers turn a plain template literal into a
 * one-line string but leave a tagged one alone. The call makes the literal something that bundlers
 * may omit; engines read a function that is called at once only once, not a second time for its
 * first call.
 */
function inlined(bytes, start = 0) {
  const { text, widths } = encoded(bytes, start)
  const apart = '\n'.repeat(4)
  return `export const LENGTH = ${bytes.length}
export const WIDTHS = '${widths}'
export const HEADER = ${start}
export const TEXT = /* @__PURE__ */ ((asWritten) => asWritten\`${apart}${text}${apart}\`)(([text]) => text)`
}

/** @param {string} part of the module */
async function inlinedPart(part) {
  const { section, start } = await sectionOf(part)
  return inlined(section, start)
}

/** The section of a core with a part, and where the part begins in it. @param {string} part */
async function sectionOf(part) {
  const module = await readFile(path.join(wasmFolder, `${part}.wasm`))
  const section = customSection(`datamart-validator.${part}`, module)
  return { section, start: section.length - module.length }
}

async function rules() {
  return `export default ${await readFile(path.join(wasmFolder, 'rules.json'), 'utf8')}`
}

async function ownVersion() {
  const { $id } = JSON.parse(await readFile(path.join(wasmFolder, 'schema.json'), 'utf8'))
  const published = new URL('.', $id).href
  return `export const VERSION = ${JSON.stringify(version)}\nexport const PUBLISHED = ${JSON.stringify(published)}`
}

async function standardSchema() {
  const [schema, ofUpdate] = await Promise.all(
    ['standard-schema.json', 'standard-schema-update.json'].map(async (file) => JSON.parse(await readFile(path.join(wasmFolder, file), 'utf8'))),
  )
  // An update differs in few fields, all of them the datamart's own.
  const { required } = ofUpdate
  const properties = Object.fromEntries(Object.entries(ofUpdate.properties).filter(([name, property]) => !isDeepStrictEqual(property, schema.properties[name])))
  assert.deepEqual({ ...schema, required, properties: { ...schema.properties, ...properties } }, ofUpdate)
  return `export const JSON_SCHEMA = ${JSON.stringify(JSON.stringify(schema))}
export const UPDATE_DIFFERENCES = ${JSON.stringify(JSON.stringify({ required, properties }))}`
}

/** The contract as completion needs it, out of its JSON Schema. */
async function contract() {
  const kinds = {}
  /** @param {any} schema of an object @returns {string} */
  const read = ({ title, description, properties, required = [], if: condition, then }) => {
    const fields = Object.entries(properties).map(([name, property]) => {
      const schema = property.anyOf?.[0] ?? property
      const type = [schema.type].flat()[0]
      const of = schema.items ?? schema
      const [decisive] = Object.entries(condition?.properties ?? {})
      return [
        name,
        {
          doc: property.description,
          kind: schema.enum ? 'choice' : { string: 'text', boolean: 'flag', object: 'object', array: 'list' }[type],
          choices: schema.enum?.filter((choice) => choice !== null),
          of: of.properties ? read(of) : undefined,
          isRequired: required.includes(name) || undefined,
          requiredIf: then?.required.includes(name) ? [decisive[0], decisive[1].const] : undefined,
        },
      ]
    })
    kinds[title] = { doc: description, fields: Object.fromEntries(fields) }
    return title
  }
  read(JSON.parse(await readFile(path.join(wasmFolder, 'standard-schema.json'), 'utf8')))
  return `export default ${JSON.stringify(kinds)}`
}

const GENERATED = {
  '#contract': contract,
  '#decoder': () => `export default ${JSON.stringify(Array.from(decoder()))}`,
  '#glue': glueFactory,
  '#wasm-full': async () => inlined(await modules.full),
  '#wasm-core': async () => inlined(await modules.core),
  ...Object.fromEntries(Object.keys(PARTS).map((part) => [`#wasm-${part}`, () => inlinedPart(part)])),
  '#rules': rules,
  '#version': ownVersion,
  '#standard-schema': standardSchema,
  '#worker': async () => `export default ${JSON.stringify(await workerScript)}`,
}

const { workerScript, bundleEditor, writeEditorDeclarations } = editorBuild({ root, template, dist, name: NAME, common: COMMON, namedImports, withSafeHelpers })

/** Resolves the imports that differ between entries. */
function elsewhere({ format, module, query = '', base = 'index' }) {
  return {
    '#module': { path: path.join(template, `src/boundary/module/${module}.js`), sideEffects: false },
    '#module.wasm': { path: `./module.wasm${query}`, external: true },
    '#completion': { path: `./completion.${format === 'cjs' ? 'cjs' : 'js'}`, external: true },
    '#package': { path: base === 'itself' ? NAME : `./${base}.${format === 'cjs' ? 'cjs' : 'js'}`, external: true },
  }
}

function namedImports(entry) {
  const named = elsewhere(entry)
  return {
    name: 'named-imports',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^#/ }, ({ path: name }) => {
        if (Object.hasOwn(named, name)) return named[name]
        if (Object.hasOwn(GENERATED, name)) return { path: name, namespace: 'generated', sideEffects: false }
        return { errors: [{ text: `nothing goes by the name ${name}` }] }
      })
      onLoad({ filter: /.*/, namespace: 'generated' }, async ({ path: name }) => ({
        contents: await GENERATED[name](),
        loader: 'js',
        resolveDir: path.join(template, 'src'),
      }))
    },
  }
}

/**
 * For Node: some of the bundled libraries are CommonJS and call require() for Node's own modules.
 */
const NODE = {
  platform: 'node',
  target: 'node20.19',
  banner: { js: "import { createRequire as __createRequire } from 'node:module'\nconst require = __createRequire(import.meta.url)" },
}

async function bundleEntry(entry) {
  const { source, output, format, platform } = entry
  const { outputFiles, metafile } = await build({
    ...COMMON,
    ...(platform === 'node' && NODE),
    globalName: format === 'iife' ? 'datamartValidator' : undefined,
    entryPoints: [path.join(template, source)],
    format,
    plugins: [namedImports(entry)],
    absWorkingDir: root,
    metafile: true,
    // The editor already has these packages.
    external: ['@codemirror/*', 'react', `${NAME}/editor`],
    minifySyntax: true,
    minifyWhitespace: true,
  })
  const safe = annotated(withSafeHelpers(outputFiles[0].text))
  // Nobody else minifies what a script tag loads.
  const compact = format === 'iife' ? (await transform(safe, { ...WRITTEN, minify: true })).code : safe
  // Tools recognize CommonJS by its text, so no line may end inside it.
  const code = compact.replace(/\bmodule\.\s+exports\b/g, '\nmodule.exports')
  const forbidden = code.match(platform === 'node' ? /\beval\(|new Function\b/ : /\bimport\.meta\b|\bnode:|\beval\(|new Function\b/)
  if (forbidden) throw new Error(`dist/${output} contains ${forbidden[0]}, which breaks some of its environments`)
  await writeFile(path.join(dist, output), code)
  return metafile
}

async function writeDeclaration(name) {
  const code = await readFile(path.join(template, `${name}.d.ts`), 'utf8')
  await writeFile(path.join(dist, `${name}.d.ts`), code)
  await writeFile(path.join(dist, `${name}.d.cts`), code.replace(/(from '\.\/[\w-]+)\.js'/g, "$1.cjs'"))
}

/**
 * pkg-template's manifest with the version from Cargo.toml, and with the repository if it is known.
 */
async function writeManifest() {
  const manifest = JSON.parse(await readFile(path.join(template, 'package.json'), 'utf8'))
  manifest.version = version
  if (repository) manifest.repository = { type: 'git', url: `git+${repository.replace(/(?:\.git)?\/?$/, '.git')}` }
  await writeFile(path.join(packageFolder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

/**
 * Tools that do not support `exports` (webpack 4, Parcel, Jest 27) look for
 * `datamart-validator/slim` as a file or a folder. A folder of that name has a manifest that points
 * to the file.
 */
async function writeFolders() {
  const { exports } = JSON.parse(await readFile(path.join(template, 'package.json'), 'utf8'))
  for (const [name, entry] of Object.entries(exports)) {
    if (name === '.' || name === './package.json') continue
    const folder = path.join(packageFolder, name)
    const found = (file) => file && path.posix.relative(name.slice('./'.length), file.slice('./'.length))
    const manifest = {
      main: found(entry.require?.default ?? entry.default ?? entry),
      module: found(entry.import?.default),
      types: found(entry.require?.types ?? entry.types),
    }
    await mkdir(folder, { recursive: true })
    await writeFile(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  }
}

await rm(packageFolder, { recursive: true, force: true })
await mkdir(dist, { recursive: true })
const [metafiles] = await Promise.all([
  Promise.all([...ENTRIES.map(bundleEntry), bundleEditor()]),
  writeManifest(),
  writeFolders(),
  modules.full.then((bytes) => writeFile(path.join(dist, 'module.wasm'), bytes)),
  Promise.all([modules.core, sectionOf('request')]).then(([core, { section }]) => writeFile(path.join(dist, 'core.wasm'), Buffer.concat([core, section]))),
  ...DECLARATIONS.map(writeDeclaration),
  writeEditorDeclarations(),
  ...COPIES.map(([from, name, to]) => copyFile(path.join(from, name), path.join(packageFolder, to))),
  packagedReadme(path.join(template, 'README.md'), repository).then((text) => writeFile(path.join(packageFolder, 'README.md'), text)),
])
await writeOrigin({ root, packageFolder, metafiles })
