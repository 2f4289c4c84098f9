/** The issues by what they are about: the datamart itself, each table, tenancy, relationships. */
// @ts-check

import { severityBadges } from './badges.js'
import { h } from './dom.js'

/** @typedef {import('./package.js').Issue} Issue */
/** @typedef {{ key: string, title: string, issues: Issue[] }} Group */

/** The group of a table. @param {number} index */
export function tableGroup(index) {
  return `table-${index}`
}

/**
 * @param {readonly Issue[]} issues in the order of the text
 * @param {readonly { name: string, schema: string }[]} tables
 * @returns {Group[]} those in which there is an issue
 */
export function groupIssues(issues, tables) {
  /** @type {Map<string, Issue[]>} */
  const groups = new Map()
  for (const issue of issues) {
    const key = groupOf(issue)
    const inside = groups.get(key)
    if (inside) inside.push(issue)
    else groups.set(key, [issue])
  }
  const numbers = issues.flatMap(({ path: [field, index] }) => (field === 'tableList' && typeof index === 'number' ? index : []))
  const ordered = [...new Set(numbers)].sort((a, b) => a - b)
  const titles = [
    ['datamart', 'The datamart itself'],
    ...ordered.map((index) => [tableGroup(index), tableTitle(tables[index], index)]),
    ['tenancySettings', 'Tenancy'],
    ['relationships', 'Relationships'],
  ]
  return titles.flatMap(([key = '', title = '']) => {
    const inside = groups.get(key)
    return inside ? { key, title, issues: inside } : []
  })
}

/** @param {Issue} issue */
function groupOf({ path: [field, index] }) {
  if (field === 'tableList' && typeof index === 'number') return tableGroup(index)
  return field === 'tenancySettings' || field === 'relationships' ? field : 'datamart'
}

/** @param {{ name: string, schema: string } | undefined} table @param {number} index */
function tableTitle(table, index) {
  if (!table?.name) return `Table ${index + 1}, unnamed`
  return table.schema ? `${table.schema}.${table.name}` : table.name
}

/**
 * @param {readonly Group[]} groups
 * @param {readonly HTMLElement[]} items the issues that are listed, in the order of the groups
 */
export function drawGroups(groups, items) {
  let at = 0
  return groups.flatMap(({ key, title, issues }) => {
    const inside = items.slice(at, (at += issues.length))
    if (inside.length === 0) return []
    // The numbers are those of the whole group, also while not all of it is listed.
    const head = h('h3', { class: 'group-head', tabindex: -1, 'data-group': key }, h('span', {}, title), severityBadges(issues))
    return h('li', {}, head, h('ol', { class: 'group-issues' }, [...inside]))
  })
}
