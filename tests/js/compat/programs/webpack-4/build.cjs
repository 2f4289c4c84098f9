const webpack = require('webpack-4')

const [entry] = process.argv.slice(2)
const rules = [{ test: /\.wasm$/, type: 'javascript/auto', use: require.resolve('./url.cjs') }]
webpack({ mode: 'production', entry, module: { rules }, performance: { hints: false } }, (error, stats) => {
  const { errors, warnings } = stats?.toJson() ?? { errors: [String(error)], warnings: [] }
  console.log([...errors, ...warnings].join('\n'))
  process.exitCode = errors.length + warnings.length > 0 ? 1 : 0
})
