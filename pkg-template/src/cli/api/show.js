/** Shows a plan: the issues of each file, and what changes. */
// @ts-check

import { formatPath } from '../../text/path.js'
import { visible } from '../../text/visible.js'
import { Pretty } from '../formats/pretty.js'
import { count, fileText } from '../shown/words.js'
import { colorsFor, widthOf } from '../terminal.js'

/** @typedef {import('./plan.js').Step} Step */
/** @typedef {import('../../../index.d.ts').Change} Change */

/** @type {Record<string, string>} */
const SIGNS = { added: '+', removed: '-', changed: '~', moved: '>' }

/** @type {Record<Step['action'], string>} */
const TITLES = {
  create: 'new datamart',
  update: 'changed',
  unchanged: 'no changes',
  invalid: 'invalid',
  refused: 'cannot be pushed',
  failed: 'error',
}

/**
 * @param {readonly Step[]} steps
 * @param {{ color?: boolean }} flags
 */
export function planText(steps, { color }) {
  const colors = colorsFor(process.stdout, color)
  const issues = new Pretty({ colors, width: widthOf(process.stdout) })
  const { bold, red, green, yellow, dim } = colors
  /** @param {Change} change */
  const line = (change) => {
    const paint = { added: green, removed: red, changed: yellow, moved: dim }[change.kind]
    const breaking = change.breaking ? ` ${bold(red('breaking'))}` : ''
    const place = change.path.length === 0 ? '' : dim(` ${visible(formatPath(change.path))}`)
    return `  ${paint(SIGNS[change.kind] ?? '')} ${visible(change.message)}${place}${breaking}\n`
  }
  return steps
    .map(({ file, name, action, changes = [], omitted = 0, message, report }) => {
      const paint = action === 'unchanged' ? dim : action === 'create' ? green : action === 'update' ? yellow : red
      const label = name === undefined ? '' : dim(` (${visible(name)})`)
      const head = `${bold(fileText(file))}${label}: ${paint(TITLES[action])}${message === undefined ? '' : `: ${visible(message)}`}\n`
      return head + changes.map(line).join('') + (omitted > 0 ? `  and ${count(omitted, 'more change')}\n` : '') + (report ? issues.file(report) : '')
    })
    .join('')
}

/** @param {readonly Step[]} steps @returns {string} one sentence without a period */
export function planSummary(steps) {
  const breaking = steps.reduce((sum, { changes = [] }) => sum + changes.filter((change) => change.breaking).length, 0)
  const numbers = [
    [steps.filter(({ action }) => action === 'create').length, 'to create'],
    [steps.filter(({ action }) => action === 'update').length, 'to update'],
    [steps.filter(({ action }) => action === 'unchanged').length, 'unchanged'],
    [steps.filter(({ action }) => action === 'invalid').length, 'invalid'],
    [steps.filter(({ action }) => action === 'refused').length, 'refused'],
    [steps.filter(({ action }) => action === 'failed').length, 'failed'],
  ].filter(([number]) => Number(number) > 0)
  const marked = breaking === 0 ? [] : [count(breaking, 'breaking change')]
  return [...numbers.map((words) => words.join(' ')), ...marked].join(', ')
}

/** For programs. @param {Step} step */
export function stepData({ file, name, action, changes, omitted, isBreaking, message, report }) {
  const issues = report !== undefined && !('failure' in report) ? report.issues.map(({ excerpt, ...issue }) => issue) : []
  return { file, name, action, isBreaking: isBreaking ?? false, changes: changes ?? [], omitted, message, issues }
}
