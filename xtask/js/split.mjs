// Splits the module and writes its parts next to it.
//
//   node split.mjs <linked module> <folder with glue_bg.wasm>

import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PARTS } from './split/parts.mjs'
import { split } from './split/index.mjs'

const [linked, folder] = process.argv.slice(2)
const modules = split(readFileSync(linked), readFileSync(path.join(folder, 'glue_bg.wasm')), PARTS)
for (const [name, bytes] of Object.entries(modules)) writeFileSync(path.join(folder, `${name}.wasm`), bytes)
