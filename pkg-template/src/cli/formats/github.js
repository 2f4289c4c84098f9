/** Commands that make GitHub Actions annotate a pull request. */
// @ts-check

import path from 'node:path'
import { formatPath } from '../../text/path.js'
import { visible } from '../../text/visible.js'
import { count, pathBelow } from '../shown/words.js'

/** @typedef {import('../types.d.ts').Format} Format */
/** @typedef {import('../types.d.ts').LocatedIssue} LocatedIssue */

/** @implements {Format} */
export class Github {
  /** @type {Format['file']} */
  file(report) {
    if ('failure' in report) return command('error', { title: 'not checked' }, visible(`${report.file}: ${report.failure}`))
    const file = fromWorkspace(report.file)
    return report.issues.map((issue) => command(issue.severity, { file, ...place(issue), title: issue.code }, textOf(issue))).join('')
  }

  /** @type {Format['end']} */
  end({ files, errors, warnings, failures, exceeded }) {
    const excess = exceeded === undefined ? '' : command('error', {}, `${count(warnings, 'warning')}; --max-warnings allows ${exceeded}`)
    const unchecked = failures > 0 ? `, ${failures} not checked` : ''
    return `${excess}${count(files, 'file')} checked: ${count(errors, 'error')}, ${count(warnings, 'warning')}${unchecked}\n`
  }
}

/** @param {LocatedIssue} issue */
function textOf({ message, path, help, fix, docsUrl }) {
  const lines = [message, `at ${formatPath(path)}`, help, fix && `fix: ${fix.title}`, docsUrl]
  return lines.flatMap((line) => (line === undefined ? [] : visible(line))).join('\n')
}

/**
 * @param {LocatedIssue} issue
 * @returns {Record<string, number>}
 */
function place({ start, end }) {
  if (!start || !end) return {}
  // Columns are refused for a range of several lines.
  if (start.line !== end.line) return { line: start.line, endLine: end.line }
  return { line: start.line, endLine: end.line, col: start.column, endColumn: Math.max(end.column, start.column + 1) }
}

/**
 * Annotations locate files from the root of the checkout, wherever the step runs.
 *
 * @param {string} file
 */
function fromWorkspace(file) {
  const { GITHUB_WORKSPACE } = process.env
  const relative = GITHUB_WORKSPACE ? pathBelow(GITHUB_WORKSPACE, file) : undefined
  return (relative ?? file).replaceAll(path.sep, '/')
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} properties
 * @param {string} text
 */
function command(name, properties, text) {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeData(visible(String(value))).replaceAll(':', '%3A').replaceAll(',', '%2C')}`)
  return `::${name}${written.length > 0 ? ` ${written.join(',')}` : ''}::${escapeData(text)}\n`
}

/** @param {string} text */
function escapeData(text) {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}
