// Vercel's edge runtime does not compile WebAssembly from bytes, but `next start` does. Loaded
// before it, this makes its edge runtime, a context of node:vm, equally strict.

const vm = require('node:vm')

const { createContext } = vm
vm.createContext = (object, options) => createContext(object, { ...options, codeGeneration: { strings: false, wasm: false } })
