// Bundles CodeMirror and idb-keyval next to the page, from the packages pinned by
// package-lock.json, and inserts the import map into it.
//
//   node vendor.mjs <site folder>
//
// Each package is a module of its own, with chunks for what several of them share, so that the page
// and datamart-validator/codemirror share the same instances. The policy must allow the import map,
// which no browser loads from a file: its hash is written to `.import-map-hash`, which the server
// reads.

import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { licenceTexts } from './origin/licences.mjs'
import { bundledPackages } from './origin/npm-packages.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const [site] = process.argv.slice(2).map((folder) => path.resolve(folder))

const PACKAGES = ['autocomplete', 'commands', 'lang-json', 'language', 'lint', 'search', 'state', 'view'].map((name) => `@codemirror/${name}`)
PACKAGES.push('@lezer/highlight', 'idb-keyval')

/**
 * In a document, style-mod writes a <style> element, which the page's policy refuses; in a shadow
 * root it adopts a style sheet.
 */
const adoptedStyles = {
  name: 'adopted-styles',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]style-mod[\\/].*\.js$/ }, async ({ path: file }) => {
      const code = await readFile(file, 'utf8')
      const condition = '!root.head && root.adoptedStyleSheets'
      if (!code.includes(condition)) throw new Error(`style-mod no longer contains ${condition}`)
      return { contents: code.replace(condition, 'root.adoptedStyleSheets') }
    })
  },
}

const fileOf = (name) => `vendor/${name.replace('@', '').replace('/', '-')}.js`

const { metafile } = await build({
  entryPoints: PACKAGES.map((name) => ({ in: name, out: fileOf(name).replace(/\.js$/, '') })),
  outdir: site,
  chunkNames: 'vendor/chunk-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  metafile: true,
  absWorkingDir: root,
  plugins: [adoptedStyles],
  legalComments: 'none',
  logLevel: 'warning',
})

// The licences must be distributed with the code.
const packages = bundledPackages(root, [metafile]).sort((one, other) => (one.name < other.name ? -1 : 1))
const licences = packages.map((component) => [component.name, ...licenceTexts(component).map(({ text }) => text)].join('\n\n'))
await writeFile(path.join(site, 'vendor/LICENSES.txt'), licences.join('\n\n'))

const imports = {
  'datamart-validator': './datamart-validator/index.js',
  'datamart-validator/client': './datamart-validator/client.js',
  'datamart-validator/codemirror': './datamart-validator/codemirror.js',
  'datamart-validator/editor': './datamart-validator/editor/index.js',
}
for (const name of PACKAGES) imports[name] = `./${fileOf(name)}`
const map = JSON.stringify({ imports })
const place = '<!-- The import map comes here. -->'
const page = path.join(site, 'index.html')
const html = await readFile(page, 'utf8')
if (!html.includes(place)) throw new Error(`index.html has no place for the import map: ${place}`)
await writeFile(page, html.replace(place, () => `<script type="importmap">${map}</script>`))
await writeFile(path.join(site, '.import-map-hash'), `'sha256-${createHash('sha256').update(map).digest('base64')}'`)

const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0)
console.log(`CodeMirror bundle: ${Object.keys(metafile.outputs).length} files, ${Math.round(bytes / 1000)} KB`)
