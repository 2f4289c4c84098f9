#!/usr/bin/env node
/** The file behind the command `datamart-validator`, and, in a thread, a worker of `check`. */
// @ts-check

import { isMainThread } from 'node:worker_threads'
import { work } from './check/worker.js'
import { run } from './program.js'

if (isMainThread) process.exitCode = await run(process.argv.slice(2))
else work()
