/** What the datamart holds: its tables, how they are joined, how tenants are kept apart. Each leads to its place. */
// @ts-check

import { severityBadges } from './badges.js'
import { drawCustomColumns } from './custom-columns.js'
import { count, fill, h, icon } from './dom.js'
import { drawJoins } from './joins.js'
import { readSummary } from './read-summary.js'

/** @typedef {import('./package.js').Issue} Issue */
/** @typedef {import('./package.js').Range} Range */
/** @typedef {import('./read-summary.js').DatamartSummary} DatamartSummary */
/** @typedef {import('./read-summary.js').TableSummary} TableSummary */
/** @typedef {import('./custom-columns.js').NumberedIssue} NumberedIssue */
/** @typedef {import('./sql-reader.js').SqlReader} SqlReader */

/** More than these are counted, not listed. */
const LISTED = 300
/** Custom columns are open from the start when the datamart has no more than these. */
const OPEN = 12
/** Once they are open, they stay so up to here: one more column must not close them all. */
const STAY_OPEN = 40

export class SummaryView {
  #root
  #goTo
  #goToIssues
  #reader
  #describeJoins
  #edit
  /** What is on the screen. @type {DatamartSummary | undefined} */
  #shown
  /** @type {readonly Issue[]} */
  #issues = []
  /** @type {DatamartSummary | undefined} */
  #lastGood
  /** Whether the custom columns of a table are open, where somebody has chosen. @type {Map<number, boolean>} */
  #chosen = new Map()
  #isOpen = false

  /**
   * @param {HTMLElement} root
   * @param {(range: Range) => void} goTo
   * @param {(table: number) => void} goToIssues of a table
   * @param {SqlReader} reader
   * @param {import('./package.js').Package['describeJoins']} describeJoins
   * @param {import('./custom-columns.js').Surroundings['edit']} edit
   */
  constructor(root, goTo, goToIssues, reader, describeJoins, edit) {
    this.#root = root
    this.#goTo = goTo
    this.#goToIssues = goToIssues
    this.#reader = reader
    this.#describeJoins = describeJoins
    this.#edit = edit
  }

  get tables() {
    return this.#shown?.tables ?? []
  }

  get datasource() {
    return this.#shown?.datasource ?? ''
  }

  /** Forgets the last readable text, which was another datamart. */
  forget() {
    this.#lastGood = undefined
    this.#chosen.clear()
    this.#isOpen = false
  }

  /**
   * Marks the custom column in whose expression the caret stands.
   *
   * @param {string} text in which the caret stands
   * @param {number} offset
   * @returns {Range[]} the columns that the expression uses, where the table lists them
   */
  showExpressionAt(text, offset) {
    for (const item of this.#root.querySelectorAll('.custom-current')) item.classList.remove('custom-current')
    const { tables = [], text: read } = this.#shown ?? {}
    if (read !== text) return []
    for (const [index, table] of tables.entries()) {
      for (const { sql, index: column } of table.custom) {
        if (!sql || offset <= sql.place.start || offset >= sql.place.end) continue
        this.#root.querySelector(`[data-column="${index}.${column}"]`)?.classList.add('custom-current')
        const issues = this.#issues.filter(({ path }) => path[1] === index && path[3] === column && path[4] === 'sql')
        const uses = this.#reader.uses(sql.text, table, tables, issues)
        return uses.flatMap(({ kind, place }) => (place && kind !== 'unknown' ? place : []))
      }
    }
    return []
  }

  /**
   * @param {string} text
   * @param {readonly Issue[]} issues
   */
  show(text, issues) {
    const isBroken = issues.some(({ code }) => code === 'syntax')
    const read = readSummary(text)
    const isStale = isBroken && !read?.tables.length && this.#lastGood !== undefined
    const summary = isStale ? this.#lastGood : read
    if (!isBroken) this.#lastGood = read
    this.#shown = summary
    this.#issues = issues
    this.#root.classList.toggle('stale', isStale)
    fill(this.#root, this.#note(isBroken, isStale, summary), summary ? this.#draw(summary, isStale ? [] : issues, isStale) : [])
  }

  /**
   * @param {boolean} isBroken
   * @param {boolean} isStale
   * @param {DatamartSummary | undefined} summary
   */
  #note(isBroken, isStale, summary) {
    const words = isStale
      ? 'No tables can be read at present: this is the last text that could be.'
      : !summary
        ? 'Nothing can be read yet.'
        : isBroken
          ? 'The text is not JSON yet: this is what can be read of it.'
          : ''
    return words && h('p', { class: 'note' }, words)
  }

  /**
   * @param {DatamartSummary} summary
   * @param {readonly Issue[]} issues
   * @param {boolean} isStale
   */
  #draw(summary, issues, isStale) {
    const { name, datasource, tables, relationships, tenancy } = summary
    const goTo = isStale ? undefined : this.#goTo
    const go = (/** @type {Range} */ place) => goTo && (() => goTo(place))
    const issuesOf = byTable(issues)
    const custom = tables.reduce((sum, { custom }) => sum + custom.length, 0)
    this.#isOpen = custom <= (this.#isOpen ? STAY_OPEN : OPEN)
    return [
      h(
        'p',
        { class: 'datamart-line' },
        h('strong', {}, name || 'Unnamed datamart'),
        datasource && h('span', {}, ' on ', h('code', {}, datasource)),
      ),
      h(
        'ul',
        { class: 'tables', 'aria-label': 'Tables' },
        tables.slice(0, LISTED).map((table, index) => {
          const inside = issuesOf.get(index) ?? []
          const surroundings = { table, index, tables, issues: inside, reader: this.#reader, goTo, edit: this.#edit }
          return h(
            'li',
            {},
            h(
              'div',
              { class: 'table-row' },
              drawTable(table, index, tenancy?.level === 'TABLE', go(table.place)),
              inside.length > 0 && this.#drawIssuesLink(table, index, inside),
            ),
            table.custom.length > 0 &&
              drawCustomColumns(surroundings, this.#chosen.get(index) ?? this.#isOpen, (isOpen) => {
                this.#chosen.set(index, isOpen)
              }),
          )
        }),
      ),
      tables.length > LISTED && h('p', { class: 'note' }, `and ${count(tables.length - LISTED, 'more table')}`),
      tables.length === 0 && h('p', { class: 'note' }, 'No tables.'),
      h(
        'dl',
        { class: 'facts' },
        h('dt', {}, 'Tenancy', badges(issues, 'tenancySettings')),
        h(
          'dd',
          {},
          tenancy
            ? placeButton(go(tenancy.place), h('span', { class: 'mono' }, tenancy.level), tenancy.text && `: ${tenancy.text}`)
            : 'no settings: tenants are kept apart elsewhere',
        ),
        h('dt', {}, 'Relationships', badges(issues, 'relationships')),
        relationships.length === 0 && h('dd', {}, 'none'),
        relationships
          .slice(0, LISTED)
          .map(({ text, detail, name, place }) =>
            h(
              'dd',
              { title: name || null },
              placeButton(go(place), h('span', { class: 'mono' }, text)),
              detail && h('span', { class: 'detail' }, ` ${detail}`),
            ),
          ),
        relationships.length > LISTED && h('dd', {}, `and ${(relationships.length - LISTED).toLocaleString('en')} more`),
      ),
      relationships.length > 0 && this.#drawJoins(summary.text),
    ]
  }

  /** @param {string} text */
  #drawJoins(text) {
    try {
      return drawJoins(this.#describeJoins(text), this.#root.clientWidth)
    } catch (error) {
      // The package has crashed on it: the rest of the summary needs no picture.
      console.error(error)
      return undefined
    }
  }

  /**
   * @param {TableSummary} table
   * @param {number} index
   * @param {readonly NumberedIssue[]} issues
   */
  #drawIssuesLink({ name }, index, issues) {
    const words = `${count(issues.length, 'issue')} of ${name || `table ${index + 1}`}`
    return h(
      'button',
      { type: 'button', class: 'table-issues', title: `Go to the ${words}`, click: () => this.#goToIssues(index) },
      severityBadges(issues.map(({ issue }) => issue)),
      h('span', { class: 'visually-hidden' }, ` of ${name || `table ${index + 1}`}: go to the issues`),
    )
  }
}

/**
 * The issues of each table.
 *
 * @param {readonly Issue[]} issues
 * @returns {Map<number, NumberedIssue[]>}
 */
function byTable(issues) {
  const tables = new Map()
  for (const [number, issue] of issues.entries()) {
    const [field, table] = issue.path
    if (field !== 'tableList') continue
    const inside = tables.get(table)
    if (inside) inside.push({ issue, number })
    else tables.set(table, [{ issue, number }])
  }
  return tables
}

/**
 * @param {TableSummary} table
 * @param {number} index
 * @param {boolean} needsClient
 * @param {(() => void) | undefined} go
 */
function drawTable(table, index, needsClient, go) {
  const { name, schema, clientColumn, isHidden, columns, hidden } = table
  const facts = [
    count(columns, 'column'),
    hidden > 0 && `${hidden} hidden`,
    isHidden && 'the table is hidden',
  ].filter(Boolean)
  return h(
    'button',
    { type: 'button', class: 'table', disabled: !go, click: go },
    h(
      'span',
      { class: 'table-head' },
      h('span', { class: 'table-name' }, schema && h('span', { class: 'schema' }, `${schema}.`), name || `unnamed (${index})`),
    ),
    h(
      'span',
      { class: 'table-facts' },
      facts.join(' · '),
      clientColumn
        ? h('span', { class: 'client' }, icon('key'), h('span', { class: 'visually-hidden' }, 'client column '), clientColumn)
        : needsClient && h('span', { class: 'client client-missing' }, 'no client column'),
    ),
  )
}

/**
 * @param {readonly Issue[]} issues
 * @param {string} field
 */
function badges(issues, field) {
  return severityBadges(issues.filter(({ path }) => path[0] === field))
}

/**
 * @param {(() => void) | undefined} go
 * @param {...import('./dom.js').Child} content
 */
function placeButton(go, ...content) {
  return h('button', { type: 'button', class: 'link', disabled: !go, click: go }, ...content)
}
