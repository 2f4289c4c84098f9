// The steps of scripts: how often each of their blocks runs, as V8 counts them. Two runs of the same
// input count the same, on any machine and however busy it is. What the engine's own functions do
// inside, such as copying a list, is not counted.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'

const isOfPackage = ({ url }) => /\/datamart-validator\/dist\//.test(url)

/** @param {{ url: string, functions: { ranges: { count: number }[] }[] }[]} scripts */
function sum(scripts) {
  const ranges = scripts.filter(isOfPackage).flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
  return ranges.reduce((steps, { count }) => steps + count, 0)
}

/**
 * The steps that the package takes in a program of its own: blocks are counted only in functions that were
 * compiled for it, so a process has to count from its start.
 *
 * @param {string} program
 * @param {string} cwd from where the package is found
 */
export function stepsOfProgram(program, cwd) {
  return counted(['--input-type=module', '--eval', program], cwd).steps
}

/**
 * The steps of the command line, and what it prints.
 *
 * @param {string} command the file that is run
 * @param {readonly string[]} args
 * @param {string} cwd
 */
export function stepsOfCommand(command, args, cwd) {
  return counted([command, ...args], cwd)
}

function counted(args, cwd) {
  const folder = mkdtempSync(path.join(tmpdir(), 'steps-'))
  try {
    const env = { ...process.env, NODE_V8_COVERAGE: folder, NO_COLOR: '1' }
    const stdout = run(args, { cwd, env })
    const results = readdirSync(folder).map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')).result)
    return { steps: sum(results.flat()), stdout }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function run(args, options) {
  try {
    return execFileSync(process.execPath, args, { ...options, encoding: 'utf8', maxBuffer: 1 << 28 })
  } catch (error) {
    // It found issues.
    if (error.status === 1) return error.stdout
    throw error
  }
}
