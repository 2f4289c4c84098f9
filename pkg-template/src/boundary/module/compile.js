/** Compiling and starting the module, and what prevents it, in words that name the next step. */
// @ts-check

/** What the module uses beyond the first WebAssembly; a test holds it to that. */
const NEEDS = 'bulk memory, reference types and sign extension (Chrome 96, Firefox 79, Safari 15 or newer)'

/** Throws unless there is a WebAssembly to compile with. */
export function requireWebAssembly() {
  if (typeof WebAssembly === 'object') return
  throw new Error("datamart-validator: this JavaScript engine has no WebAssembly, which the package needs; React Native's Hermes and browsers in lockdown mode have none")
}

/**
 * @param {BufferSource} bytes
 * @param {boolean} [isOwn] whether they are the package's, and not given
 */
export function compileNow(bytes, isOwn) {
  requireWebAssembly()
  try {
    return new WebAssembly.Module(bytes)
  } catch (cause) {
    throw explained(cause, isOwn)
  }
}

/**
 * @param {unknown} cause what the engine has thrown
 * @param {boolean} [isOwn] whether the module is certainly the package's
 * @returns {unknown} what to throw instead
 */
export function explained(cause, isOwn = false) {
  if (!(cause instanceof Error)) return cause
  const message = reason(cause, isOwn)
  return message === undefined ? cause : Object.assign(new Error(`datamart-validator: ${message}`), { cause })
}

/**
 * @param {Error} error
 * @param {boolean} isOwn
 */
function reason(error, isOwn) {
  // The last one is what Firefox says, by the class of error that it has for broken bytes too.
  if (/Content Security Policy|unsafe-eval|blocked by CSP/i.test(error.message)) {
    return "the browser refuses to run WebAssembly; add 'wasm-unsafe-eval' to script-src of the Content-Security-Policy"
  }
  if (/disallowed by embedder/i.test(error.message)) {
    return "bytes are not compiled here; import 'datamart-validator/module.wasm' as a module, and give it to init of 'datamart-validator/slim'"
  }
  // Chromium before 115; a worker has no such limit.
  if (error instanceof RangeError && /main thread/i.test(error.message)) {
    return 'this browser starts WebAssembly on the main thread only asynchronously, and no started instance is ready; call `await init()` first, and again after creating many validators at once'
  }
  if (error instanceof RangeError && /memory/i.test(error.message)) {
    return 'there is no memory for another instance of the WebAssembly module; call `dispose()` of validators that are no longer used'
  }
  if (error instanceof WebAssembly.CompileError) {
    return isOwn || !hasFeatures()
      ? `this JavaScript engine cannot compile the WebAssembly module, which uses ${NEEDS}`
      : "what was given is no WebAssembly module; it has to be the file that 'datamart-validator/module.wasm' names"
  }
}

/** Whether the engine knows the features that the module uses: it has to accept a function with one instruction of each. */
function hasFeatures() {
  const bytes = [
    [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    // A type () -> (), a function of that type, a memory, and the function's body.
    [1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 5, 3, 1, 0, 1, 10, 18, 1, 16, 0],
    // ref.null extern, drop
    [0xd0, 0x6f, 0x1a],
    // i32.const 0 three times, i32.extend8_s, memory.copy
    [0x41, 0, 0x41, 0, 0x41, 0, 0xc0, 0xfc, 10, 0, 0],
    // end
    [0x0b],
  ]
  return WebAssembly.validate(Uint8Array.from(bytes.flat()))
}
