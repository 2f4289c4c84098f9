/**
 * `datamart-validator/module.wasm` and `datamart-validator/core.wasm`, for bundlers and runtimes that
 * turn an import of them into a compiled module, as workerd does. Most bundlers have their own way to get their URLs instead, such
 * as `datamart-validator/module.wasm?url` in Vite.
 */
declare const module: typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : {}
export default module
