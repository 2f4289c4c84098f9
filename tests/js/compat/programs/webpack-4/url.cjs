// As file-loader does: the file beside the script, its name in the place of an import.

module.exports = function url(bytes) {
  this.emitFile('module.wasm', bytes)
  return "export default './dist/module.wasm'"
}
module.exports.raw = true
