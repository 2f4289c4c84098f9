/** What the datamart holds: its tables, how they are joined, how tenants are kept apart. Each leads to its place. */
// @ts-check

import { count, fill, h, icon } from './dom.js'
import { nodeAt, readString, readTree } from './json-text.js'

/** @typedef {import('./json-text.js').JsonNode} JsonNode */
/** @typedef {import('./package.js').Issue} Issue */
/** @typedef {import('./package.js').Range} Range */
/** @typedef {(string | number)[]} Path */

/** Reading longer texts for display would be felt at every pause of typing. */
const READ = 8 * 1024 * 1024
/** More than these are counted, not listed. */
const LISTED = 300

/**
 * @typedef {object} TableSummary
 * @property {string} name
 * @property {string} schema
 * @property {string} clientColumn
 * @property {boolean} isHidden
 * @property {number} columns
 * @property {number} custom
 * @property {number} hidden
 * @property {Range} place
 */
/** @typedef {{ text: string, detail: string, name: string, place: Range }} RelationshipSummary */
/**
 * @typedef {object} DatamartSummary
 * @property {string} name
 * @property {string} datasource
 * @property {TableSummary[]} tables
 * @property {RelationshipSummary[]} relationships
 * @property {{ level: string, text: string, place: Range } | undefined} tenancy
 */

/**
 * @param {string} text
 * @returns {DatamartSummary | undefined}
 */
export function readSummary(text) {
  const root = text.length <= READ ? readTree(text) : undefined
  if (!root?.members) return undefined

  /** @param {JsonNode} node @param {Path} path */
  const string = (node, ...path) => {
    const found = nodeAt(node, path)
    return found?.kind === 'string' ? readString(text, found).trim() : ''
  }
  /** @param {JsonNode} node @param {string} key */
  const flag = (node, key) => {
    const found = nodeAt(node, [key])
    return found?.kind === 'word' && text.slice(found.start, found.end) === 'true'
  }

  const tables = (nodeAt(root, ['tableList'])?.items ?? []).map((table) => {
    const columns = nodeAt(table, ['columns'])?.items ?? []
    return {
      name: string(table, 'name'),
      schema: string(table, 'schemaName'),
      clientColumn: string(table, 'clientColumn'),
      isHidden: flag(table, 'isHide'),
      columns: columns.length,
      custom: columns.filter((column) => flag(column, 'isCustomColumn')).length,
      hidden: columns.filter((column) => flag(column, 'isHide')).length,
      place: nameOf(table),
    }
  })

  const relationships = (nodeAt(root, ['relationships'])?.items ?? []).map((relationship) => {
    /** @param {'parent' | 'child'} side */
    const end = (side) =>
      `${string(relationship, `${side}TableName`) || '?'}.${string(relationship, `${side}ColumnName`) || '?'}`
    return {
      text: `${end('parent')} → ${end('child')}`,
      detail: [string(relationship, 'cardinality'), string(relationship, 'join')].filter(Boolean).join(', '),
      name: string(relationship, 'relationshipName'),
      place: { start: relationship.start, end: relationship.start + 1 },
    }
  })

  const settings = nodeAt(root, ['tenancySettings'])
  const tenancy = settings?.members && {
    level: string(settings, 'tenancyLevel') || 'no level',
    text: describeTenancy((key) => string(settings, key)),
    place: { start: settings.start, end: settings.start + 1 },
  }

  return { name: string(root, 'name'), datasource: string(root, 'datasourceName'), tables, relationships, tenancy }

  /** Where a table is shown: its name, or where it begins. @param {JsonNode} table */
  function nameOf(table) {
    const name = nodeAt(table, ['name'])
    return name ? { start: name.start, end: name.end } : { start: table.start, end: Math.min(table.end, table.start + 1) }
  }
}

/** @param {(key: string) => string} setting */
function describeTenancy(setting) {
  const level = setting('tenancyLevel')
  if (level === 'TABLE') {
    const table = [setting('schemaName'), setting('tableName')].filter(Boolean).join('.')
    const kind = setting('clientColumnType').toLowerCase()
    return `a client column in each table${kind && ` (${kind})`}${table && `, clients listed in ${table}`}`
  }
  const database = setting('primaryDatabase')
  const primary = database ? `, primary database ${database}` : ''
  if (level === 'DATABASE') return `a database for each tenant${primary}`
  if (level === 'MULTI_DATABASE') return `tenants over several databases${primary}`
  return ''
}

export class SummaryView {
  #root
  #goTo
  /** @type {DatamartSummary | undefined} */
  #lastGood

  /**
   * @param {HTMLElement} root
   * @param {(range: Range) => void} goTo
   */
  constructor(root, goTo) {
    this.#root = root
    this.#goTo = goTo
  }

  /** Forgets the last readable text, which was another datamart. */
  forget() {
    this.#lastGood = undefined
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
    /** @param {Range} place */
    const go = (place) => (isStale ? undefined : () => this.#goTo(place))
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
          const inside = issues.filter(({ path }) => path[0] === 'tableList' && path[1] === index)
          return drawTable(table, index, inside, tenancy?.level === 'TABLE', go(table.place))
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
    ]
  }
}

/**
 * @param {TableSummary} table
 * @param {number} index
 * @param {readonly Issue[]} issues
 * @param {boolean} needsClient
 * @param {(() => void) | undefined} go
 */
function drawTable(table, index, issues, needsClient, go) {
  const { name, schema, clientColumn, isHidden, columns, custom, hidden } = table
  const facts = [
    count(columns, 'column'),
    custom > 0 && `${custom} custom`,
    hidden > 0 && `${hidden} hidden`,
    isHidden && 'the table is hidden',
  ].filter(Boolean)
  return h(
    'li',
    {},
    h(
      'button',
      { type: 'button', class: 'table', disabled: !go, click: go },
      h(
        'span',
        { class: 'table-head' },
        h(
          'span',
          { class: 'table-name' },
          schema && h('span', { class: 'schema' }, `${schema}.`),
          name || `unnamed (${index})`,
        ),
        severityBadges(issues),
      ),
      h(
        'span',
        { class: 'table-facts' },
        facts.join(' · '),
        clientColumn
          ? h('span', { class: 'client' }, icon('key'), h('span', { class: 'visually-hidden' }, 'client column '), clientColumn)
          : needsClient && h('span', { class: 'client client-missing' }, 'no client column'),
      ),
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

/** @param {readonly Issue[]} issues */
function severityBadges(issues) {
  const errors = issues.filter(({ severity }) => severity === 'error').length
  const warnings = issues.length - errors
  return h(
    'span',
    { class: 'badges' },
    errors > 0 && badge('error', errors),
    warnings > 0 && badge('warning', warnings),
  )
}

/**
 * @param {'error' | 'warning'} severity
 * @param {number} number
 */
function badge(severity, number) {
  return h(
    'span',
    { class: `badge badge-${severity}` },
    icon(severity),
    h('span', { 'aria-hidden': 'true' }, number),
    h('span', { class: 'visually-hidden' }, ` ${count(number, severity)}`),
  )
}

/**
 * @param {(() => void) | undefined} go
 * @param {...import('./dom.js').Child} content
 */
function placeButton(go, ...content) {
  return h('button', { type: 'button', class: 'link', disabled: !go, click: go }, ...content)
}
