import { readFileSync, writeFileSync } from 'node:fs'
import { minifySync } from '@swc/core'

const { code } = minifySync(readFileSync('bundle.js', 'utf8'), { module: true, compress: true, mangle: true })
writeFileSync('page.js', code)
