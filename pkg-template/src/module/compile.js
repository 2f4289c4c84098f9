/** Compiling the module, and what keeps it from being compiled or started, in words that tell the next step. */
// @ts-check

/** Compiles at once. @param {BufferSource} bytes */
export function compileNow(bytes) {
  try {
    return new WebAssembly.Module(bytes)
  } catch (cause) {
    throw explained(cause)
  }
}

/**
 * @param {unknown} cause what the engine has thrown
 * @returns {unknown} what to throw instead
 */
export function explained(cause) {
  if (!(cause instanceof Error)) return cause
  const message = reason(cause)
  return message === undefined ? cause : Object.assign(new Error(`datamart-validator: ${message}`), { cause })
}

/** @param {Error} error */
function reason(error) {
  // The last one is what Firefox says, by the class of error that it has for broken bytes too.
  if (/Content Security Policy|unsafe-eval|blocked by CSP/i.test(error.message)) {
    return "the browser refuses to run WebAssembly; add 'wasm-unsafe-eval' to script-src of the Content-Security-Policy"
  }
  if (/disallowed by embedder/i.test(error.message)) {
    return "bytes are not compiled here; import 'datamart-validator/module.wasm' as a module, and give it to init of 'datamart-validator/slim'"
  }
  if (error instanceof WebAssembly.CompileError) {
    return "what was given is no WebAssembly module; it has to be the file that 'datamart-validator/module.wasm' names"
  }
}
