/** The module of the slim entry: whoever uses it brings it. */
// @ts-check

import { VERSION } from '#version'
import { compileNow, explained, requireWebAssembly } from './compile.js'

export { SPARES } from './spares.js'

/** @typedef {import('../../../slim.d.ts').ModuleSource} ModuleSource */

/** @type {WebAssembly.Module | undefined} */
let compiled

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiling

export function compiledModule() {
  if (compiled) return compiled
  throw new Error(
    "datamart-validator/slim has no module yet: call `await init(source)` or `initSync(bytes)` first, with what 'datamart-validator/module.wasm' is",
  )
}

/**
 * The first source is the one that counts; after a failure the next one may be another.
 *
 * @param {ModuleSource | PromiseLike<ModuleSource>} source
 */
export async function prepare(source) {
  if (compiled) return
  compiling ??= compile(source)
  try {
    const module = matching(await compiling)
    compiled ??= module
  } catch (cause) {
    compiling = undefined
    throw cause
  }
}

/** @param {WebAssembly.Module | BufferSource} source */
export function prepareSync(source) {
  if (compiled) return
  if (!isModule(source) && !isBytes(source)) throw wrongSource('initSync', source, 'a WebAssembly.Module or the bytes of one')
  compiled = matching(isModule(source) ? source : compileNow(source))
}

/**
 * Gives the module back if it is that of this very version: a cache may still hold that of an older one.
 *
 * @param {WebAssembly.Module} module
 */
function matching(module) {
  // Written by the package's build.
  const [section] = WebAssembly.Module.customSections(module, 'datamart-validator')
  const version = section && String.fromCharCode(...new Uint8Array(section))
  if (version === VERSION) return module
  const found = version === undefined ? 'is not that of this package' : `is of version ${version}`
  throw new Error(`datamart-validator: the module ${found}, expected the file that 'datamart-validator/module.wasm' names in version ${VERSION}`)
}

/**
 * @param {ModuleSource | PromiseLike<ModuleSource>} given
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(given) {
  /** @type {unknown} */
  const source = await given
  requireWebAssembly()
  try {
    if (typeof source === 'string' || source instanceof URL) return await compileResponse(await load(source))
    if (isResponse(source)) return await compileResponse(source)
    if (isBytes(source)) return await WebAssembly.compile(source)
  } catch (cause) {
    throw explained(cause)
  }
  if (isModule(source)) return source
  throw wrongSource('init', source, 'a WebAssembly.Module, its bytes, a Response or a URL')
}

/** @param {string | URL} url */
async function load(url) {
  try {
    return await fetch(url)
  } catch (cause) {
    const message = `datamart-validator: the module cannot be fetched from ${url}; where fetch does not reach it, give init its bytes`
    throw Object.assign(new Error(message), { cause })
  }
}

/** @param {Response} response */
async function compileResponse(response) {
  if (!response.ok) {
    throw new Error(`datamart-validator: instead of the module, ${response.url || 'the server'} answered ${response.status} ${response.statusText}`.trim())
  }
  // A server that does not know the type is common, and streaming insists on it.
  const isTyped = /^application\/wasm\b/i.test(response.headers.get('content-type') ?? '')
  return isTyped && 'compileStreaming' in WebAssembly ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer())
}

// By what they say they are: they may come from another realm, such as a frame or a test runner's sandbox.

/**
 * @param {unknown} value
 * @returns {value is WebAssembly.Module}
 */
function isModule(value) {
  return tagOf(value) === 'WebAssembly.Module'
}

/**
 * @param {unknown} value
 * @returns {value is BufferSource}
 */
function isBytes(value) {
  return ArrayBuffer.isView(value) || tagOf(value) === 'ArrayBuffer'
}

/**
 * @param {unknown} value
 * @returns {value is Response}
 */
function isResponse(value) {
  return tagOf(value) === 'Response'
}

/** @param {unknown} value */
function tagOf(value) {
  return Object.prototype.toString.call(value).slice(8, -1)
}

/**
 * @param {string} name of the function
 * @param {unknown} found
 * @param {string} expected
 */
function wrongSource(name, found, expected) {
  const kind = found === null ? 'null' : typeof found === 'object' ? `an object of class ${tagOf(found)}` : typeof found
  return new TypeError(`datamart-validator: ${name} was given ${kind}, expected ${expected}`)
}
