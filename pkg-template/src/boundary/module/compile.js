/** Compiles and starts the module, and explains failures with the next step. */
// @ts-check

/** What the module needs beyond the first version of WebAssembly; a test enforces it. */
const NEEDS = 'bulk memory, multiple values, reference types and sign extension (Chrome 96, Firefox 79, Safari 15 or newer)'

/** Throws if WebAssembly is not available. */
export function requireWebAssembly() {
  if (typeof WebAssembly === 'object') return
  throw new Error("datamart-validator: this JavaScript engine has no WebAssembly, which the package needs; React Native's Hermes and browsers in lockdown mode have none")
}

/**
 * @param {BufferSource} bytes
 * @param {boolean} [isOwn] whether the bytes are the package's own
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
 * @param {unknown} cause the engine's exception
 * @param {boolean} [isOwn] whether the module is certainly the package's own
 * @returns {unknown} the exception to throw instead
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
  // The last alternative is Firefox's message; its error class is the same as for broken bytes.
  if (/Content Security Policy|unsafe-eval|blocked by CSP/i.test(error.message)) {
    return "the browser refuses to run WebAssembly; add 'wasm-unsafe-eval' to script-src of the Content-Security-Policy"
  }
  if (/disallowed by embedder/i.test(error.message)) {
    return "bytes are not compiled here; import 'datamart-validator/module.wasm' as a module, and pass it to init of 'datamart-validator/slim'"
  }
  // Chromium before 115; workers have no such limit.
  if (error instanceof RangeError && /main thread/i.test(error.message)) {
    return 'this browser starts WebAssembly on the main thread only asynchronously, and no started instance is ready; call `await init()` first, and again after creating many validators at once'
  }
  if (error instanceof RangeError && /memory/i.test(error.message)) {
    return 'not enough memory for another instance of the WebAssembly module; call `dispose()` on validators that are no longer used'
  }
  if (error instanceof WebAssembly.CompileError) {
    return isOwn || !hasFeatures()
      ? `this JavaScript engine cannot compile the WebAssembly module, which needs ${NEEDS}`
      : "this is not a WebAssembly module; expected the file 'datamart-validator/module.wasm'"
  }
}

/**
 * Whether the engine supports the features that the module uses: it must accept a function with one
 * instruction of each.
 */
function hasFeatures() {
  const bytes = [
    [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    // The types () -> () and () -> (i32, i32), a function of the first, a memory, the function's body.
    [1, 9, 2, 0x60, 0, 0, 0x60, 0, 2, 0x7f, 0x7f, 3, 2, 1, 0, 5, 3, 1, 0, 1, 10, 18, 1, 16, 0],
    // ref.null extern, drop
    [0xd0, 0x6f, 0x1a],
    // i32.const 0 three times, i32.extend8_s, memory.copy
    [0x41, 0, 0x41, 0, 0x41, 0, 0xc0, 0xfc, 10, 0, 0],
    // end
    [0x0b],
  ]
  return WebAssembly.validate(Uint8Array.from(bytes.flat()))
}
