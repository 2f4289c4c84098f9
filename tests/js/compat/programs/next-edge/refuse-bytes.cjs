// Vercel's edge runtime compiles no WebAssembly out of bytes, and `next start` does. Loaded before it, this makes its edge runtime, which is a context of
// node:vm, as strict.

const vm = require('node:vm')

const { createContext } = vm
vm.createContext = (object, options) => createContext(object, { ...options, codeGeneration: { strings: false, wasm: false } })
