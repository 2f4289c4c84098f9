/** Issues by the fields of a form. */
// @ts-check

import { setOwn } from '../boundary/own-member.js'
import { keysOf, nameOf } from './names.js'

const STYLES = ['dots', 'brackets']

/** @type {typeof import('../../index.d.ts').issuesAt} */
export function issuesAt(issues, path) {
  const keys = typeof path === 'string' ? keysOf(path) : path.map(String)
  return issues.filter((issue) => issue.path.length === keys.length && keys.every((key, at) => key === String(issue.path[at])))
}

/** @type {typeof import('../../index.d.ts').groupByField} */
export function groupByField(issues, options) {
  const style = options?.style ?? 'dots'
  if (!STYLES.includes(style)) throw new TypeError('datamart-validator: option `style`: expected `dots` or `brackets`')
  /** @type {Map<string, any[]>} */
  const groups = new Map()
  for (const issue of issues) {
    const name = nameOf(issue.path, style)
    const group = groups.get(name)
    if (group) group.push(issue)
    else groups.set(name, [issue])
  }
  // A plain object, because frameworks that pass results to a page accept nothing else.
  const record = {}
  for (const [name, group] of groups) setOwn(record, name, group)
  return record
}
