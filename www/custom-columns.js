/** The custom columns of a table: their expressions, what is wrong with them, and which columns they use. */
// @ts-check

import { severityBadges } from './badges.js'
import { count, h, icon } from './dom.js'
import { drawMarked } from './highlight.js'

/** @typedef {import('./package.js').Issue} Issue */
/** @typedef {import('./package.js').Range} Range */
/** @typedef {import('./package.js').SqlAnalysis} SqlAnalysis */
/** @typedef {import('./read-summary.js').CustomColumn} CustomColumn */
/** @typedef {import('./read-summary.js').TableSummary} TableSummary */
/** @typedef {import('./sql-reader.js').Use} Use */
/**
 * An issue, and its number in the list of all.
 *
 * @typedef {{ issue: Issue, number: number }} NumberedIssue
 */
/**
 * What is needed to draw the custom columns of one table.
 *
 * @typedef {object} Surroundings
 * @property {TableSummary} table
 * @property {number} index of the table
 * @property {readonly TableSummary[]} tables
 * @property {readonly NumberedIssue[]} issues those of the table
 * @property {import('./sql-reader.js').SqlReader} reader
 * @property {((place: Range) => void) | undefined} goTo undefined when the places are those of an earlier text
 * @property {(column: CustomColumn, table: TableSummary) => void} edit opens the expression of a column
 */

/** More columns than these are counted, not listed. */
const LISTED = 100
/** Longer expressions are cut: this is an overview. */
const SHOWN = 2_000

/**
 * Opens and closes. What is inside is read and drawn only when it is open.
 *
 * @param {Surroundings} surroundings
 * @param {boolean} isOpen
 * @param {(isOpen: boolean) => void} toggled
 */
export function drawCustomColumns(surroundings, isOpen, toggled) {
  const { table, issues } = surroundings
  const places = new Set(table.custom.map(({ index }) => index))
  const inside = issues.filter(({ issue: { path } }) => path[2] === 'columns' && places.has(Number(path[3])))
  const details = h(
    'details',
    { class: 'custom' },
    h(
      'summary',
      // The event `toggle` comes when nobody has chosen anything, too.
      { click: () => toggled(!details.open) },
      h('span', {}, count(table.custom.length, 'custom column')),
      h('span', { class: 'visually-hidden' }, ` of ${table.name}`),
      severityBadges(inside.map(({ issue }) => issue)),
    ),
  )
  const draw = () => {
    if (!details.open || details.children.length > 1) return
    details.append(
      h(
        'ul',
        { class: 'custom-columns' },
        table.custom.slice(0, LISTED).map((column) =>
          drawColumn(
            column,
            inside.filter(({ issue: { path } }) => path[3] === column.index),
            surroundings,
          ),
        ),
        table.custom.length > LISTED && h('li', { class: 'note' }, `and ${count(table.custom.length - LISTED, 'more column')}`),
      ),
    )
  }
  details.open = isOpen
  draw()
  details.addEventListener('toggle', draw)
  return details
}

/**
 * @param {CustomColumn} column
 * @param {readonly NumberedIssue[]} issues
 * @param {Surroundings} surroundings
 */
function drawColumn(column, issues, surroundings) {
  const { table, index, tables, reader, goTo, edit } = surroundings
  const sql = column.sql?.text.trim() ? column.sql : undefined
  const analysis = sql && reader.read(sql.text)
  const ofSql = issues.filter(({ issue: { path } }) => path[4] === 'sql')
  const tags = [analysis?.isAggregate && 'aggregate', analysis?.hasWindow && 'window'].filter((tag) => tag !== false)
  return h(
    'li',
    { class: 'custom-column', 'data-column': `${index}.${column.index}` },
    h(
      'p',
      { class: 'custom-head' },
      h(
        'button',
        { type: 'button', class: 'link custom-name', disabled: !goTo, click: goTo && (() => goTo(column.place)) },
        column.name || `unnamed (${column.index})`,
      ),
      tags.map((tag) => tag !== undefined && h('span', { class: 'tag' }, tag)),
      severityBadges(issues.map(({ issue }) => issue)),
      goTo &&
        h('button', { type: 'button', class: 'link sql-edit', click: () => edit(column, table) }, sql ? 'Edit' : 'Write', h('span', { class: 'visually-hidden' }, ` the SQL of ${column.name}`)),
    ),
    sql
      ? drawSql(column.name, sql, analysis, ofSql, `sql-issues-${index}-${column.index}`, goTo)
      : h('p', { class: 'note' }, 'no SQL'),
    sql && analysis && drawUses(reader.uses(sql.text, table, tables, ofSql.map(({ issue }) => issue)), analysis, goTo),
  )
}

/**
 * @param {string} name of the column
 * @param {{ text: string, place: Range }} sql
 * @param {SqlAnalysis | undefined} analysis
 * @param {readonly NumberedIssue[]} issues
 * @param {string} id for the description
 * @param {((place: Range) => void) | undefined} goTo
 */
function drawSql(name, { text, place }, analysis, issues, id, goTo) {
  const colours = [
    ...(analysis?.columns ?? []).map(({ range }) => ({ ...range, class: 'sql-column' })),
    ...(analysis?.functions ?? []).map(({ range }) => ({ ...range, class: 'sql-function' })),
  ].sort((a, b) => a.start - b.start)
  const marks = issues.flatMap(({ issue: { range, severity }, number }) =>
    range ? [{ ...range, severity, issue: number }] : [],
  )
  /** @param {Event} event */
  const click = (event) => {
    // Whoever marks words to copy them wants to stay here.
    if (!goTo || getSelection()?.type === 'Range') return
    const mark = /** @type {Element} */ (event.target).closest('.mark')
    const meant = issues.find(({ number }) => String(number) === mark?.getAttribute('data-issues')?.split(' ')[0])
    goTo(meant?.issue.textRange ?? { start: place.start + 1, end: Math.max(place.start + 1, place.end - 1) })
  }
  const code = h('span', { class: 'sql-text' })
  const end = cut(text)
  drawMarked(code, text, 0, end, marks.filter(({ start }) => start <= end), colours)
  if (end < text.length) code.append('…')
  return [
    h(
      'button',
      { type: 'button', class: 'sql', disabled: !goTo, 'aria-describedby': issues.length > 0 && id, click },
      h('span', { class: 'visually-hidden' }, `SQL of ${name}: `),
      code,
    ),
    issues.length > 0 && h('span', { id, hidden: true }, issues.map(({ issue: { severity, message } }) => `${severity}: ${message}. `)),
  ]
}

/** Where a long text is cut, never inside a character. @param {string} text */
function cut(text) {
  if (text.length <= SHOWN) return text.length
  return (text.codePointAt(SHOWN - 1) ?? 0) > 0xffff ? SHOWN - 1 : SHOWN
}

/**
 * @param {readonly Use[]} uses
 * @param {SqlAnalysis} analysis
 * @param {((place: Range) => void) | undefined} goTo
 */
function drawUses(uses, analysis, goTo) {
  if (uses.length === 0) {
    // Of a broken expression it is not known, and some datasources have no SQL.
    const isKnown = analysis.valid && analysis.functions.length > 0
    return isKnown && h('p', { class: 'uses note' }, 'uses no columns')
  }
  return h(
    'div',
    { class: 'uses' },
    h('span', { class: 'note', 'aria-hidden': 'true' }, 'uses'),
    h('ul', { 'aria-label': 'uses' }, uses.map((use) => h('li', {}, drawUse(use, goTo)))),
  )
}

const MARKS = {
  known: [],
  unclaimed: [],
  unknown: /** @type {const} */ (['warning', 'not listed in this table']),
  foreign: /** @type {const} */ (['error', 'of another table']),
}

/**
 * @param {Use} use
 * @param {((place: Range) => void) | undefined} goTo
 */
function drawUse({ label, kind, place }, goTo) {
  const [name, words] = MARKS[kind]
  const content = [name && icon(name), h('span', {}, label), words && h('span', { class: 'visually-hidden' }, ` (${words})`)]
  const properties = { class: `chip chip-${kind}`, title: words }
  return place
    ? h('button', { type: 'button', ...properties, disabled: !goTo, click: goTo && (() => goTo(place)) }, ...content)
    : h('span', properties, ...content)
}
