// Like file-loader: the file next to the script, imported as its name.

module.exports = function url(bytes) {
  this.emitFile('module.wasm', bytes)
  return "export default './dist/module.wasm'"
}
module.exports.raw = true
