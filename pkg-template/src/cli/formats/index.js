/** The output formats by name. */
// @ts-check

import { Github } from './github.js'
import { Json } from './json.js'
import { Pretty } from './pretty.js'
import { Sarif } from './sarif.js'

/** @type {Record<string, new (context: import('../types.d.ts').FormatContext) => import('../types.d.ts').Format>} */
export const FORMATS = { pretty: Pretty, json: Json, github: Github, sarif: Sarif }
