// The entry `datamart-validator/editor`, which differs from the others: it loads parts of itself on
// demand, contains style sheets, brings the script of a worker, and needs a browser that has all of
// ES2022 anyway.

import assert from 'node:assert/strict'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { build, transform } from 'esbuild'

/** Of the editor and its component, which cannot be loaded with require(). */
const DECLARATIONS = ['editor', 'editor-strings', 'react']

/** Style sheets are texts, which the editor adopts in its shadow root. */
const styleTexts = {
  name: 'style-texts',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
      const { code } = await transform(await readFile(file, 'utf8'), { loader: 'css', minify: true, target: 'es2022' })
      return { contents: code.trim(), loader: 'text' }
    })
  },
}

/**
 * @param {object} parts
 * @param {string} parts.root
 * @param {string} parts.template the folder with the package's sources
 * @param {string} parts.dist
 * @param {string} parts.name by which the package imports itself
 * @param {import('esbuild').BuildOptions} parts.common options of all entries
 * @param {(entry: object) => import('esbuild').Plugin} parts.namedImports
 * @param {(code: string) => string} parts.withSafeHelpers
 */
export function editorBuild({ root, template, dist, name, common, namedImports, withSafeHelpers }) {
  const outdir = path.join(dist, 'editor')

  /** The worker has no other copy of the package. */
  const ownPackage = {
    name: 'own-package',
    setup({ onResolve }) {
      onResolve({ filter: /^#package$/ }, () => ({ path: path.join(template, 'src/slim.js'), sideEffects: false }))
    },
  }

  /**
   * The script of the worker. It contains the package's functions without the module, which the
   * page sends to it.
   */
  const workerScript = (async () => {
    const { outputFiles } = await build({
      ...common,
      entryPoints: [path.join(template, 'src/editor/worker/main.js')],
      format: 'iife',
      minify: true,
      plugins: [ownPackage, namedImports({ format: 'iife', module: 'given' })],
    })
    return withSafeHelpers(outputFiles[0].text)
  })()

  async function bundleEditor() {
    const { outputFiles, metafile } = await build({
      ...common,
      target: 'es2022',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      splitting: true,
      format: 'esm',
      outdir,
      chunkNames: '[name]-[hash]',
      entryPoints: [path.join(template, 'src/editor/index.js')],
      plugins: [namedImports({ format: 'esm', base: 'itself' }), styleTexts],
      absWorkingDir: root,
      metafile: true,
      external: ['@codemirror/*', '@lezer/*', name, `${name}/*`],
      minify: true,
    })
    await mkdir(outdir, { recursive: true })
    await writeFile(path.join(outdir, 'worker.js'), await workerScript)
    for (const { path: file, text } of outputFiles) {
      const forbidden = text.match(/\bimport\.meta\b|["']node:|\beval\(|new Function\b/)
      if (forbidden) throw new Error(`${path.basename(file)} contains ${forbidden[0]}, which breaks some of its environments`)
      await writeFile(file, text)
    }
    return metafile
  }

  /** The keys of the editor's texts are declared in a file that is written from the texts. */
  async function writeEditorDeclarations() {
    const { STRINGS } = await import(pathToFileURL(path.join(template, 'src/editor/strings.js')).href)
    const keys = Object.entries(STRINGS).map(([key, text]) => `  /** ${text} */\n  readonly '${key}': string`)
    const declared = `/** The texts of the editor by their keys. Written by the build from \`src/editor/strings.js\`. */\nexport interface EditorStrings {\n${keys.join('\n')}\n}\n`
    const file = path.join(template, 'editor-strings.d.ts')
    if (process.env.UPDATE_EXPECT) await writeFile(file, declared)
    else assert.equal(await readFile(file, 'utf8'), declared, 'run the command again with UPDATE_EXPECT=1')
    for (const declaration of DECLARATIONS) await copyFile(path.join(template, `${declaration}.d.ts`), path.join(dist, `${declaration}.d.ts`))
  }

  return { workerScript, bundleEditor, writeEditorDeclarations }
}
