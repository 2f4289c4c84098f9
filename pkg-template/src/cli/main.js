#!/usr/bin/env node
/** The file that `datamart-validator` runs, and, in a thread, one of the workers of `check`. */
// @ts-check

import { isMainThread } from 'node:worker_threads'
import { work } from './check/worker.js'
import { run } from './program.js'

if (isMainThread) process.exitCode = await run(process.argv.slice(2))
else work()
