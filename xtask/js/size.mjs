// Measures the packed package.
//
//   node size.mjs <project with the package installed> <tarball> [--check]

import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { moduleBytes, moduleTexts } from '../../tests/js/support/module-bytes.mjs'

const [consumer, tarball, check] = process.argv.slice(2)
const packageFolder = path.join(consumer, 'node_modules/datamart-validator')

/** A file of the package. @param {string} file */
const file = (file) => () => readFileSync(path.join(packageFolder, file))

/** A program bundled for a browser. @param {string} program @param {string[]} [external] */
const bundled = (program, external) => async () => {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: consumer },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    legalComments: 'none',
    external,
    write: false,
  })
  return outputFiles[0].contents
}

/** An entry that imports the package, bundled without it. @param {string} entry */
const beside = (entry) => bundled(`export * from './node_modules/datamart-validator/dist/${entry}.js'`, ['datamart-validator'])

/** A part of the module, which is no file of the package. @param {string} name */
const part = (name) => () => {
  const sections = moduleBytes(readFileSync(path.join(packageFolder, 'dist/index.js'), 'utf8'))
  const section = sections.find((bytes) => bytes.includes(`datamart-validator.${name}`))
  return section.subarray(section.indexOf('\0asm'))
}

/** The core as it is written in the script. */
const coreText = () => Buffer.from(moduleTexts(readFileSync(path.join(packageFolder, 'dist/index.js'), 'utf8'))[0])

const EDITOR = path.join(packageFolder, 'dist/editor/index.js')

/**
 * The editor without the package, CodeMirror, and what it loads on demand; or only the latter,
 * without the script of the worker.
 *
 * @param {boolean} isLazy
 */
const editor = (isLazy) => async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [EDITOR],
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    outdir: 'out',
    external: ['@codemirror/*', '@lezer/*', 'datamart-validator', 'datamart-validator/*'],
    metafile: true,
    write: false,
  })
  const outputs = Object.entries(metafile.outputs)
  const eager = new Set()
  /** @param {string} file */
  const add = (file) => {
    if (eager.has(file)) return
    eager.add(file)
    for (const { path, kind } of metafile.outputs[file]?.imports ?? []) if (kind === 'import-statement') add(path)
  }
  add(outputs.find(([, { entryPoint }]) => entryPoint?.endsWith('editor/index.js'))[0])
  const isWorker = (/** @type {string} */ file) => /(^|\/)script-/.test(file)
  const wanted = outputFiles.filter((_, index) => {
    const [file] = outputs[index]
    return isLazy ? !eager.has(file) && !isWorker(file) : eager.has(file)
  })
  // In an order that does not depend on the hashes in their names, which moves brotli by 0.1 KB.
  return Buffer.concat(wanted.map(({ contents }) => contents).sort((one, other) => other.length - one.length))
}

const MINIMAL = `import { validateDatamart } from 'datamart-validator'
console.log(validateDatamart({}).valid)`

const FORM = `import { buildRequest, readReply, validateDatamart } from 'datamart-validator'
console.log(validateDatamart({}).valid, buildRequest({}), readReply({ status: 200, body: '' }))`

const CLIENT = `import { validateDatamart } from 'datamart-validator'
import { createClient } from 'datamart-validator/client'
console.log(validateDatamart({}).valid, createClient)`

const EVERYTHING = `import * as everything from 'datamart-validator'
console.log(everything)`

const SLIM = `import { init, validateDatamart } from 'datamart-validator/slim'
init('/module.wasm').then(() => console.log(validateDatamart({}).valid))`

/**
 * What is measured, and the maximum size in bytes with its reason. A budget is raised only with the
 * reason in the changelog.
 *
 * The tarball contains the core and its parts in the script for import, and all of it as one module in
 * those for require() and for a script tag; the core as a file, and everything as another.
 */
const BUDGETS = [
  // 54 KB for the shape and names, 36 KB for the SQL of custom columns (2 KB of it the names
  // of aggregates), 17 KB for the catalog, the joins and the fixes, 7 KB for repairs of JSON text,
  // wrong documents, trying fixes before offering them, and bounding reports, 3 KB for the repair of a
  // whole text, 1 KB so that the parts can be linked, 1 KB for single mistakes in subqueries, of which
  // a sixth to a tenth as many go unnoticed. As text, with its code taken apart, it is 8 KB smaller
  // than as a file. The target was 121 KB.
  { name: 'core, in a script', bytes: coreText, most: { brotli: 119_000 } },
  { name: 'request', bytes: part('request'), most: { brotli: 7_500 } },
  { name: 'reply', bytes: part('reply'), most: { brotli: 15_000 } },
  { name: 'changes', bytes: part('changes'), most: { brotli: 13_500 } },
  { name: 'proposals', bytes: part('proposals'), most: { brotli: 14_000 } },
  // The core and requests.
  { name: 'core.wasm', bytes: file('dist/core.wasm'), most: { brotli: 134_000 } },
  // All of it.
  { name: 'module.wasm', bytes: file('dist/module.wasm'), most: { brotli: 166_000 } },
  // The core and 6 KB of code. The target was 130 KB (brotli) and 155 KB (gzip).
  { name: 'minimal program', bytes: bundled(MINIMAL), most: { brotli: 126_000, gzip: 141_000 } },
  // A form that sends: the core, requests and replies. The parts cost 1.6 KB.
  { name: 'form program', bytes: bundled(FORM), most: { brotli: 147_000, gzip: 164_500 } },
  // The same through the client: the core, requests, replies and changes.
  { name: 'client program', bytes: bundled(CLIENT), most: { brotli: 162_800, gzip: 183_000 } },
  { name: 'whole package', bytes: bundled(EVERYTHING), most: { brotli: 188_500, gzip: 213_000 } },
  // Everything, as one module.
  { name: 'script tag', bytes: file('dist/index.global.js'), most: { brotli: 179_500 } },
  // The same code without the module, and what links its parts.
  { name: 'slim program', bytes: bundled(SLIM), most: { brotli: 6_400 } },
  // Half of it is bundled libraries; 7 KB of these adapt the gateway to Node's server. 21 KB are the
  // commands that talk to the API, 10 of them the client and the gateway.
  { name: 'command line', bytes: file('dist/cli.js'), most: { brotli: 84_000 } },
  // Our own code only, without the editor's, the package's and that of completion.
  { name: 'CodeMirror', bytes: file('dist/codemirror.js'), most: { brotli: 4_200 } },
  // The same; a third is the application of several fixes at once, which the command line has too.
  { name: 'Monaco', bytes: file('dist/monaco.js'), most: { brotli: 4_200 } },
  // A third are the signatures of 17 dialects' functions, a sixth the contract with its documentation.
  // The CodeMirror entries share it.
  { name: 'completion', bytes: file('dist/completion.js'), most: { brotli: 13_500 } },
  // Preact and signals are 9 KB, `textEdits` 6 KB, the style sheets 5 KB, the texts 3 KB.
  // Columns that are selected one by one, and the zoom's texts, are 0.2 KB, of which 0.1 were not saved.
  { name: 'editor', bytes: editor(false), most: { brotli: 45_100 } },
  // What it loads on demand: dagre, which lays out the diagram, is 15 KB; the views of relationships
  // and tenancy, the text editor's settings, the SQL field, the sample. The view of changes is 2 KB,
  // and the styles of the diagram, which were loaded at once before, are 1 KB. So are the styles of
  // forms, and what runs in the worker, for pages that allow none: 2 KB; and the details: 2 KB. Saving
  // and the list of shortcuts are 2 KB; opening from the account and sending to it are 4.5 KB. Zooming
  // the diagram, which does not fit otherwise, is 0.4 KB.
  { name: 'editor, lazy', bytes: editor(true), most: { brotli: 41_300 } },
  // The package's functions without the module, with fixes and repairs.
  { name: 'editor worker', bytes: file('dist/editor/worker.js'), most: { brotli: 18_500 } },
  // Without the package, which both import. Two thirds of each are requests, retries and look-ups,
  // whose sources they share.
  { name: 'client', bytes: beside('client'), most: { brotli: 5_000 } },
  { name: 'gateway', bytes: beside('gateway'), most: { brotli: 6_000 } },
  // Names of fields, the values of a form, and a resolver; no validation.
  { name: 'forms', bytes: beside('forms'), most: { brotli: 1_500 } },
  // The core and the parts as texts (185 KB), twice everything as one text (2 × 180 KB), the core
  // (150 KB) and everything (195 KB) as files, three times the code around it (8 KB), 90 KB of command line, four
  // scripts for CodeMirror (10 KB) and two for Monaco (9 KB), two for completion (15 KB), four
  // for the client and the gateway (7 and 9 KB), two for forms (3 KB), and the documentation of the
  // rules: a page, and the texts of `rules()` seven times (15 KB), and the messages in two languages
  // (20 KB). The editor is 140 KB, 38 KB of them its worker's script, as a file and as text, 20 KB the
  // diagram, 13 KB opening, sending and saving, what is said offline and on phones, and the list of
  // shortcuts. Completion, proposals, textEdits, forms and the
  // editor's documents add 40 KB of types and texts.
  { name: 'tarball', bytes: () => readFileSync(tarball), most: { raw: 1_600_000 } },
]

/**
 * Neither the documentation of the rules is counted, which is read and not imported, nor the parts
 * of the editor, which it loads itself. 22 scripts, 23 files of types, 2 modules, a schema, 2 lists
 * of messages, 17 manifests (16 of them for tools that do not support `exports`), 5 texts.
 */
const MOST_FILES = 75

const KINDS = {
  raw: (bytes) => bytes.length,
  gzip: (bytes) => gzipSync(bytes, { level: 9 }).length,
  brotli: (bytes) =>
    brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }).length,
}

/** Prints one line per budget. Returns whether it is kept. */
function judge(what, found, most, unit) {
  const fits = found <= most
  console.log(`${what}: ${found} of ${most} ${unit} (${Math.round((100 * found) / most)} %)${fits ? '' : ' OVER BUDGET'}`)
  return fits
}

console.log(`${'bytes'.padEnd(16)}${Object.keys(KINDS).map((kind) => kind.padStart(10)).join('')}`)
const measured = []
for (const { name, bytes, most } of BUDGETS) {
  const content = await bytes()
  // A tarball is already compressed.
  const kinds = name === 'tarball' ? ['raw'] : Object.keys(KINDS)
  const sizes = Object.fromEntries(kinds.map((kind) => [kind, KINDS[kind](content)]))
  console.log(`${name.padEnd(16)}${kinds.map((kind) => String(sizes[kind]).padStart(10)).join('')}`)
  measured.push({ name, sizes, most })
}

const verdicts = measured.flatMap(({ name, sizes, most }) =>
  Object.entries(most).map(([kind, bytes]) => judge(`${name}, ${kind}`, sizes[kind], bytes, 'bytes')),
)
const files = readdirSync(packageFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
const counted = files.filter(({ parentPath }) => !['rules', 'editor'].some((folder) => parentPath.endsWith(path.join('dist', folder))))
verdicts.push(judge('files beside dist/rules and dist/editor', counted.length, MOST_FILES, 'files'))
if (check && verdicts.includes(false)) process.exitCode = 1
