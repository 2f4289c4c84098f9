/**
 * The same functions without the module's bytes: for a program that provides the module itself,
 * from a server that caches it, or through its bundler. Everything except `init` and `initSync`
 * throws an `Error` until one of the two has been called.
 */
import type { WasmModule } from './index.js'

export * from './index.js'

/**
 * A source of the module: itself, its bytes, the response that delivers them, or the URL to fetch.
 */
export type ModuleSource = WasmModule | ArrayBuffer | ArrayBufferView | ResponseLike | URLLike | string

/** A `Response`, whichever library declares it. */
export interface ResponseLike {
  readonly ok: boolean
  readonly status: number
  arrayBuffer(): Promise<ArrayBuffer>
}

/** A `URL`, whichever library declares it. */
export interface URLLike {
  readonly href: string
  readonly searchParams: { toString(): string }
}

/**
 * Compiles and starts the module: `await init(new URL('/module.wasm', location.href))`. The file is
 * `datamart-validator/module.wasm`; or, for a program that only validates, builds requests and
 * analyses SQL, the smaller `datamart-validator/core.wasm`, with which other functions throw.
 *
 * Once it has succeeded, further calls ignore their source; of concurrent calls, the first one
 * counts. After a failure it can be called again. Some started instances are kept ready for
 * validators and for recovery after a crash.
 *
 * @param source a response may be a promise: `init(fetch(url))`. A string is a URL.
 * @throws {Error} (the promise is rejected) if the module cannot be fetched, is not a module, or
 * belongs to another version, and if a Content-Security-Policy forbids WebAssembly.
 * @throws {TypeError} (the promise is rejected) for any other source.
 */
export declare function init(source: ModuleSource | PromiseLike<ModuleSource>): Promise<void>

/**
 * The same, synchronously. Chromium before version 115 refuses it on the main thread of a page: use
 * {@link init} there.
 *
 * @throws {Error} if the bytes are not a module, or belong to another version, and if a
 * Content-Security-Policy forbids WebAssembly.
 * @throws {TypeError} for anything else.
 */
export declare function initSync(source: WasmModule | ArrayBuffer | ArrayBufferView): void
