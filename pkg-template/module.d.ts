/**
 * `datamart-validator/module.wasm`, where a bundler or a runtime makes an import of it a compiled module, as workerd does. Most bundlers
 * have a way of their own to get its URL instead, such as `datamart-validator/module.wasm?url` in Vite.
 */
declare const module: typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } } ? Module : {}
export default module
