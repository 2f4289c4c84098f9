/**
 * The same functions without the module's bytes: for a program that brings the module itself, from a server that caches it, or by its
 * bundler's own means. Everything but `init` and `initSync` throws an `Error` before one of the two has been called.
 */
export * from './index.js'

/** What the module can come from: itself, its bytes, the response that brings them, or where to fetch it. */
export type ModuleSource = WasmModule | ArrayBuffer | ArrayBufferView | ResponseLike | URLLike | string

/** A `WebAssembly.Module`, in programs whose types know it. */
export type WasmModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : {}

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
 * Compiles and starts the module: `await init(new URL('/module.wasm', location.href))`. The file is `datamart-validator/module.wasm`.
 *
 * Once it has succeeded, further calls ignore their source, and of calls at the same time the first one counts. After a failure it can be called
 * again. Some started instances are kept ready for validators and for recovery after a crash.
 *
 * @param source a response may still be on its way: `init(fetch(url))`. A string is a URL.
 * @throws {Error} (the promise is rejected) when the module cannot be fetched, is none, or is of another version, and when a
 *   Content-Security-Policy forbids WebAssembly.
 * @throws {TypeError} (the promise is rejected) for any other source.
 */
export declare function init(source: ModuleSource | PromiseLike<ModuleSource>): Promise<void>

/**
 * The same, synchronously. Chromium before version 115 refuses it on the main thread of a page: use {@link init} there.
 *
 * @throws {Error} when the bytes are no module, or one of another version, and when a Content-Security-Policy forbids WebAssembly.
 * @throws {TypeError} for anything else.
 */
export declare function initSync(source: WasmModule | ArrayBuffer | ArrayBufferView): void
