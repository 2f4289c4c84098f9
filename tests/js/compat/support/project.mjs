/**
 * The project of one environment: an empty folder inside the one that has installed the packed
 * package, like a user's.
 */

import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { transformSync } from 'esbuild'
import { moduleTexts } from '../../support/module-bytes.mjs'
import { browser, isBrowser } from './browser.mjs'
import { execute, run, startServer } from './commands.mjs'
import { serveFiles } from './files.mjs'

const CONSUMER = process.env.PACKAGE_DIR ?? ''
assert.ok(CONSUMER, 'PACKAGE_DIR is not set: run these tests with `cargo xtask compat`')

/** Reports from inside the page what Playwright reports about Chromium. */
const WATCH = 'watch.js'

const PROGRAMS = fileURLToPath(new URL('../programs', import.meta.url))

/** The projects of frameworks, each with what it has installed. */
const FRAMEWORKS = path.join(CONSUMER, '../frameworks')

/** What an installation leaves in a project of `FRAMEWORKS`; everything else is of an earlier run. */
const INSTALLED = ['node_modules', 'package.json', 'package-lock.json']

/** What an earlier attempt has started may be writing there for a moment longer. */
const REMOVED = { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }

/** Warnings that are not about the package's code. */
const NOT_OURS = [
  // Of tools about themselves.
  /^\(node:\d+\)|^\(Use `node/,
  /PLUGIN_TIMINGS|`css\.devSourcemap`/,
  /^\s*▲ Next\.js|No build cache found|your workspace root|To silence this warning/,
  // Vite's about a chunk of more than 500 kB: the module's bytes are inside the script.
  /plugin builtin:vite-reporter|Some chunks are larger than|chunkSizeWarningLimit/,
]

export class Project {
  /** @type {(() => Promise<unknown>)[]} */
  #stops = []

  /** @type {import('./browser.mjs').BrowserName | undefined} */
  #browser

  /** The requests to the static file server. @type {string[]} */
  #requests = []

  /** The folder of the Node.js that runs the tools, unless it is the machine's. @type {string | undefined} */
  #node

  /**
   * @param {string} title
   * @param {object} [environment]
   * @param {import('./browser.mjs').BrowserName} [environment.browser] that opens its pages
   * @param {string} [environment.framework] a folder of `frameworks/`, which the project is a copy of
   * @param {string} [environment.node] the package with the Node.js that runs the tools
   */
  constructor(title, { browser, framework, node } = {}) {
    this.#browser = browser
    this.folder = framework ? path.join(FRAMEWORKS, framework) : path.join(CONSUMER, title.toLowerCase().replace(/[^a-z0-9]+/g, '-'))
    if (framework) this.#createInstalled(framework)
    else this.#createEmpty()
    this.#node = node && path.join(this.executables(node), 'bin')
  }

  #createEmpty() {
    rmSync(this.folder, REMOVED)
    mkdirSync(this.folder)
    // Tools put their caches next to the nearest manifest.
    writeFileSync(path.join(this.folder, 'package.json'), '{ "private": true }\n')
  }

  /** @param {string} framework */
  #createInstalled(framework) {
    const modules = path.join(this.folder, 'node_modules')
    const caches = readdirSync(modules).filter((name) => /^\.(?!bin$|package-lock|installed-lock)/.test(name))
    const left = readdirSync(this.folder).filter((name) => !INSTALLED.includes(name))
    for (const name of [...left, ...caches.map((name) => `node_modules/${name}`)]) rmSync(path.join(this.folder, name), REMOVED)
    const own = path.join(modules, 'datamart-validator')
    rmSync(own, REMOVED)
    cpSync(path.join(CONSUMER, 'node_modules/datamart-validator'), own, { recursive: true })
    cpSync(fileURLToPath(new URL(`../frameworks/${framework}/project`, import.meta.url)), this.folder, { recursive: true })
  }

  /**
   * Copies programs into the project.
   *
   * @param {...string} names files or folders of `programs/`
   */
  use(...names) {
    this.useIn('.', ...names)
  }

  /** The same, in a folder of the project. @param {string} folder @param {...string} names */
  useIn(folder, ...names) {
    for (const name of names) cpSync(path.join(PROGRAMS, name), path.join(this.folder, folder, path.basename(name)), { recursive: true })
  }

  /** Copies modules into the project as CommonJS. @param {...string} names without `.mjs` */
  useAsCommonJs(...names) {
    for (const name of names) {
      const { code } = transformSync(readFileSync(path.join(PROGRAMS, `${name}.mjs`), 'utf8'), { format: 'cjs' })
      writeFileSync(path.join(this.folder, `${name}.cjs`), code)
    }
  }

  /**
   * Copies a module into the project, lowered to ES2019.
   *
   * @param {string} name
   * @param {string} [file] its name there
   */
  useLowered(name, file = path.basename(name)) {
    const { code } = transformSync(readFileSync(path.join(PROGRAMS, name), 'utf8'), { target: 'es2019' })
    writeFileSync(path.join(this.folder, file), code)
  }

  /** Copies the package's files into the project, for loading them without a bundler. */
  usePackageFiles() {
    cpSync(path.join(CONSUMER, 'node_modules/datamart-validator/dist'), path.join(this.folder, 'datamart-validator'), { recursive: true })
  }

  /**
   * Writes a page with one element per result.
   *
   * @param {string} head
   * @param {...string} outputs
   */
  page(head, ...outputs) {
    const elements = outputs.map((id) => `<output id="${id}"></output>`)
    // Without the icon, the browser requests /favicon.ico and reports that it is missing.
    const lines = ['<!doctype html>', '<html lang="en">', '<meta charset="utf-8">', '<link rel="icon" href="data:,">']
    if (this.#browser !== 'Chromium') {
      cpSync(new URL(`browsers/${WATCH}`, import.meta.url), path.join(this.folder, WATCH))
      lines.push(`<script src="./${WATCH}"></script>`)
    }
    lines.push(...elements, head, '</html>')
    writeFileSync(path.join(this.folder, 'index.html'), lines.join('\n'))
  }

  /** @param {string} command @param {...string} args */
  run(command, ...args) {
    return run(command, args, this.folder, this.#node)
  }

  /**
   * The same, and fails if the output has a warning about the package.
   *
   * @param {string} command
   * @param {...string} args
   */
  async runWithoutWarning(command, ...args) {
    const { code, stdout, stderr, failure } = await this.execute([command, ...args])
    if (code !== 0) throw failure(`ended with ${code}`)
    const lines = stripVTControlCharacters(`${stdout}\n${stderr}`).split('\n')
    const warnings = lines.filter((line) => /\bwarn(ing)?s?\b|⚠|▲|\(!\)/i.test(line) && !NOT_OURS.some((pattern) => pattern.test(line)))
    if (warnings.length > 0) throw failure(`warned: ${warnings.join('\n')}`)
  }

  /**
   * The same, whatever its exit code. @param {readonly string[]} words the command with its
   * arguments @param {string} [input]
   */
  execute([command, ...args], input) {
    return execute(command, args, this.folder, { input, node: this.#node })
  }

  /** Starts a server that prints its URL. @param {string} command @param {...string} args */
  async start(command, ...args) {
    const { address, stop } = await startServer(command, args, this.folder, this.#node)
    this.#stops.push(stop)
    return address
  }

  /** Serves the project's files, or those of a folder in it. @param {Record<string, string>} [headers] @param {string} [folder] */
  async serve(headers = {}, folder = '.') {
    const { address, requests, stop } = await serveFiles(path.join(this.folder, folder), headers)
    this.#requests = requests
    this.#stops.push(stop)
    return address
  }

  /**
   * The results of a page, which must load exactly once and without errors or warnings.
   *
   * @param {string} address
   * @param {(page: import('playwright-core').Page) => Promise<unknown>} [act] uses the page, before
   * it has all results; only in Chromium
   */
  async open(address, act) {
    const { results, trouble, loads, requests } = await this.look(address, act)
    assert.deepEqual(trouble, [])
    assert.equal(loads, 1, 'the page was loaded again')
    return { results, requests }
  }

  /**
   * The results of a page, and its errors.
   *
   * @param {string} address
   * @param {(page: import('playwright-core').Page) => Promise<unknown>} [act]
   */
  async look(address, act) {
    assert.ok(this.#browser, 'the environment names no browser')
    const seen = await (await browser(this.#browser)).open(address, act)
    // What the browser does not report comes from the static file server.
    const requests = this.#requests.filter((name) => name !== `/${WATCH}`)
    return { requests, loads: requests.filter((name) => name === '/').length, ...seen }
  }

  async stop() {
    for (const stop of this.#stops) await stop()
  }

  /** @param {string} tool */
  async version(tool) {
    // The machine's own version, so only the part that makes a difference.
    if (tool === 'Node.js') return process.versions.node.replace(/\.\d+$/, '')
    if (isBrowser(tool)) return (await browser(tool)).version
    const folder = tool.startsWith('node-') ? this.executables(tool) : this.installed(tool)
    return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).version
  }

  /** The packed package, for tools that install it themselves. */
  tarball() {
    const { dependencies } = JSON.parse(readFileSync(path.join(CONSUMER, 'package.json'), 'utf8'))
    return path.resolve(CONSUMER, dependencies['datamart-validator'].replace(/^file:/, ''))
  }

  /**
   * Asserts that the output of a tool has the package's module bytes unchanged, on lines of their
   * own.
   *
   * @param {string} output a file, or a folder with scripts
   * @param {object} [options]
   * @param {boolean} [options.isCoreOnly] the program uses no function of a part
   */
  assertBytesApart(output, { isCoreOnly = false } = {}) {
    const place = path.join(this.folder, output)
    const files = statSync(place).isFile() ? [place] : readdirSync(place, { recursive: true }).map((name) => path.join(place, String(name)))
    const found = files.filter((file) => /\.[cm]?js$/.test(file)).flatMap((file) => moduleTexts(readFileSync(file, 'utf8')))
    const given = moduleTexts(readFileSync(path.join(CONSUMER, 'node_modules/datamart-validator/dist/index.js'), 'utf8'))
    assert.ok(found.length > 0, `${output} does not contain the module's bytes`)
    for (const text of found) {
      assert.ok(given.includes(text), `${output} does not contain the module's bytes as the package has them`)
      if (isCoreOnly) assert.ok(text === given[0], `${output} contains a part of the module that the program does not use`)
    }
  }

  /** The path of something that a package has installed. @param {string} name */
  installed(name) {
    for (let at = this.folder; at !== path.dirname(at); at = path.dirname(at)) {
      const place = path.join(at, 'node_modules', name)
      if (existsSync(place)) return place
    }
    throw new Error(`${name} is not installed: run these tests with \`cargo xtask compat\``)
  }

  /** The path of a package for this platform. @param {string} name without the platform */
  executables(name) {
    return this.installed(`${name}-${process.platform}-${process.arch}`)
  }

  /**
   * Bun's executable, which its install script would put where `bun` points. Install scripts do not
   * run here.
   */
  bun() {
    const packages = this.installed('@oven')
    return path.join(packages, readdirSync(packages)[0], 'bin/bun')
  }
}
