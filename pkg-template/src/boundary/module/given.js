/**
 * The module of the slim entry, provided by the program: `module.wasm` with everything, `core.wasm`,
 * or what `loadModule` returns, which is the core with its parts in sections.
 */
// @ts-check

import { VERSION } from '#version'
import { instancesOf, partOf } from '../instance.js'
import { compileNow, explained, requireWebAssembly } from './compile.js'
import { SPARES } from './spares.js'

/** @typedef {import('../../../slim.d.ts').ModuleSource} ModuleSource */

/** The section with the version, and ` core` if the module contains no more than that. */
const VERSION_SECTION = 'datamart-validator'

/** @type {WebAssembly.Module | undefined} */
let compiled

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiling

/** Whether it has the parts itself. */
let isWhole = false

export const core = /* @__PURE__ */ instancesOf({ compiled: given, prepare }, SPARES)

export const changes = /* @__PURE__ */ partFrom('changes')

export const proposals = /* @__PURE__ */ partFrom('proposals')

export const reply = /* @__PURE__ */ partFrom('reply')

export const request = /* @__PURE__ */ partFrom('request')

/** Either the given module itself has the part, or a section of it. @param {string} part */
function partFrom(part) {
  /** @type {WebAssembly.Module | undefined} */
  let compiledPart
  const content = () => WebAssembly.Module.customSections(given(), `${VERSION_SECTION}.${part}`)[0]
  return partOf(core, {
    compiled() {
      if (isWhole) return
      const bytes = content()
      if (!bytes) {
        throw new Error("datamart-validator/slim was given 'datamart-validator/core.wasm', which does not contain this function: pass 'datamart-validator/module.wasm' to `init` instead")
      }
      return (compiledPart ??= compileNow(bytes, true))
    },
    async prepare(source) {
      await prepare(source)
      const bytes = content()
      if (!bytes) return false
      compiledPart ??= await WebAssembly.compile(bytes)
    },
  })
}

function given() {
  if (compiled) return compiled
  throw new Error(
    "datamart-validator/slim has no module yet: call `await init(source)` or `initSync(bytes)` first, with the file 'datamart-validator/module.wasm'",
  )
}

/** @type {typeof import('../../../index.d.ts').loadModule} */
export const loadModule = async () => given()

/**
 * The first source counts; after a failure, another one may be passed.
 *
 * @param {ModuleSource | PromiseLike<ModuleSource>} source
 */
async function prepare(source) {
  if (compiled) return
  compiling ??= compile(source)
  try {
    const module = await compiling
    if (!compiled) adopt(module)
  } catch (cause) {
    compiling = undefined
    throw cause
  }
}

/** @param {WebAssembly.Module | BufferSource} source */
export function prepareSync(source) {
  if (compiled) return
  if (!isModule(source) && !isBytes(source)) throw wrongSource('initSync', source, 'a WebAssembly.Module or the bytes of one')
  adopt(isModule(source) ? source : compileNow(source))
}

/**
 * Takes the module if it belongs to exactly this version: a cache may still have an older one.
 *
 * @param {WebAssembly.Module} module
 */
function adopt(module) {
  // Written by the package's build.
  const [section] = WebAssembly.Module.customSections(module, VERSION_SECTION)
  const [version, part] = section ? String.fromCharCode(...new Uint8Array(section)).split(' ') : []
  if (version === VERSION) {
    compiled = module
    isWhole = part === undefined
    return
  }
  const found = version === undefined ? 'does not belong to this package' : `is of version ${version}`
  throw new Error(`datamart-validator: the module ${found}, expected 'datamart-validator/module.wasm' of version ${VERSION}`)
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
    const message = `datamart-validator: the module could not be fetched from ${url}; if fetch cannot reach it, pass its bytes to init`
    throw Object.assign(new Error(message), { cause })
  }
}

/** @param {Response} response */
async function compileResponse(response) {
  if (!response.ok) {
    throw new Error(`datamart-validator: instead of the module, ${response.url || 'the server'} returned ${response.status} ${response.statusText}`.trim())
  }
  // Servers often do not know the type, and streaming requires it.
  const isTyped = /^application\/wasm\b/i.test(response.headers.get('content-type') ?? '')
  return isTyped && 'compileStreaming' in WebAssembly ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer())
}

// Recognised by their tags: they may come from another realm, such as a frame or a test runner's
// sandbox.

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
  return new TypeError(`datamart-validator: ${name} received ${kind}, expected ${expected}`)
}
