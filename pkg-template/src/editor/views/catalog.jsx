/** The catalog as a tree: a check mark adds a table or a column, and shows what is used. */
// @ts-check

import { useComputed, useSignal } from '@preact/signals'
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks'
import { addColumns, addTable, removeColumns, removeTables } from '../document/actions.js'
import { columnsOf, tablesOf, textOf } from '../document/value.js'
import { checkedState } from '../state/usage.js'
import { useSession } from '../ui/context.js'
import { CATALOG_FILES, FileInput } from '../ui/file-input.jsx'
import { Icon } from '../ui/icons.jsx'
import { VirtualRows } from '../ui/virtual.jsx'

/** @typedef {import('../state/catalog.js').CatalogTable} CatalogTable */
/** @typedef {import('../state/catalog.js').CatalogColumn} CatalogColumn */
/** @typedef {{ table: CatalogTable, column?: CatalogColumn, isOpen: boolean }} Row */
/** @typedef {{ table: CatalogTable, columns?: readonly CatalogColumn[] }} Group a table, with the columns that are shown */

/** @param {{ loadCatalog: (file: File) => void }} props */
export function CatalogPane({ loadCatalog }) {
  const session = useSession()
  const t = session.t.value
  const catalog = session.catalog.value
  return (
    <section class="catalog" aria-label={t('catalog')} data-pane="catalog">
      {catalog ? <CatalogTree /> : <NoCatalog loadCatalog={loadCatalog} />}
    </section>
  )
}

function CatalogTree() {
  const session = useSession()
  const t = session.t.value
  const query = useSignal('')
  const open = useSignal(/** @type {ReadonlySet<CatalogTable>} */ (new Set()))
  const closed = useSignal(/** @type {ReadonlySet<CatalogTable>} */ (new Set()))
  const active = useSignal(0)
  const scroller = useRef(/** @type {import('../ui/virtual.jsx').Scroller | null} */ (null))
  const box = useRef(/** @type {HTMLDivElement | null} */ (null))
  const moving = useRef(false)
  // Moving to where one is draws nothing by itself.
  const [, redraw] = useReducer((/** @type {number} */ count) => count + 1, 0)

  const rows = useComputed(
    () =>
      new Rows(
        (session.catalog.value?.search(query.value) ?? []).map(({ table, columns }) =>
          // Columns that were found are shown without being asked for.
          (columns ? !closed.value.has(table) : open.value.has(table)) ? { table, columns: columns ?? table.columns } : { table },
        ),
      ),
  )

  /** @param {CatalogTable} table @param {boolean} isOpen */
  const toggle = (table, isOpen) => {
    open.value = changed(open.value, table, isOpen)
    closed.value = changed(closed.value, table, !isOpen)
  }

  /** The last row that was checked. */
  const last = useRef(/** @type {Row | undefined} */ (undefined))
  /** @param {Row} row @param {boolean} isRange with Shift */
  const checkRow = (row, isRange) => {
    if (!isRange || !last.current || !checkRange(last.current, row)) check(session, row)
    last.current = row
  }
  /** Gives the columns from one to another of the same table the state of the first. @param {Row} first @param {Row} end */
  const checkRange = (first, end) => {
    const { table, column } = first
    const columns = rows.value.columnsOf(table)
    if (!column || !end.column || end.table !== table || !columns.includes(column)) return false
    const [from, to] = [columns.indexOf(column), columns.indexOf(end.column)]
    setColumns(session, table, columns.slice(Math.min(from, to), Math.max(from, to) + 1), (used) => used?.columns.has(column.name) ?? false)
    return true
  }

  /** @param {number} index */
  const goTo = (index) => {
    const at = Math.max(0, Math.min(rows.value.length - 1, index))
    moving.current = true
    redraw(0)
    active.value = at
    scroller.current?.reveal(at)
  }

  useLayoutEffect(() => {
    if (!moving.current) return
    moving.current = false
    /** @type {HTMLElement | null | undefined} */
    const target = box.current?.querySelector(`[data-index="${active.value}"]`)
    target?.focus({ preventScroll: true })
  })

  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    if (!(event.target instanceof HTMLElement) || event.target.getAttribute('role') !== 'checkbox') return
    const at = active.value
    const row = rows.value.at(at)
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return
    const page = scroller.current?.page() ?? 10
    const steps = /** @type {Record<string, number>} */ ({ ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.value.length - 1, PageDown: at + page, PageUp: at - page })
    if (event.key in steps) {
      goTo(/** @type {number} */ (steps[event.key]))
      const reached = rows.value.at(active.value)
      if (event.shiftKey && reached) checkRange(row, reached)
    } else if (event.key === 'ArrowRight') {
      if (row.column || row.isOpen) goTo(at + 1)
      else toggle(row.table, true)
    } else if (event.key === 'ArrowLeft') {
      if (row.column) goTo(rows.value.indexOf(row.table))
      else toggle(row.table, false)
    } else if (event.key === ' ' || event.key === 'Enter') checkRow(row, event.shiftKey)
    else return
    event.preventDefault()
  }

  const at = Math.min(active.value, rows.value.length - 1)
  const source = session.catalog.value?.datasource
  const own = session.datasourceName.value
  return (
    <>
      {source && own && source !== own && <p class="nothing">{t('catalog.other', { catalog: source, datasource: own })}</p>}
      <div class="search">
        <Icon name="search" size={14} />
        <input
          type="search"
          aria-label={t('catalog.search')}
          placeholder={t('catalog.search')}
          autocomplete="off"
          spellcheck={false}
          value={query.value}
          onFocus={() => void session.catalog.value?.prepare()}
          onInput={({ currentTarget }) => {
            query.value = currentTarget.value
            active.value = 0
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' && rows.value.length > 0) {
              event.preventDefault()
              goTo(0)
            } else if (event.key === 'Escape' && query.value) {
              event.preventDefault()
              query.value = ''
            } else if (event.key === 'Enter' && query.value && rows.value.length > 0) {
              event.preventDefault()
              // The first column that was found, or the first table.
              check(session, /** @type {Row} */ (rows.value.firstFound()))
            }
          }}
        />
      </div>
      {rows.value.length === 0 ? (
        <p class="nothing">{t('catalog.nothing', { query: query.value })}</p>
      ) : (
        <div class="fill" ref={box} onKeyDown={onKeyDown}>
          <VirtualRows
            class="catalog-rows"
            scroller={scroller}
            count={rows.value.length}
            keep={at}
            attributes={{ role: 'group', 'aria-label': t('catalog') }}
            row={(index) => {
              const row = /** @type {Row} */ (rows.value.at(index))
              return <CatalogRow row={row} index={index} isActive={index === at} focus={() => (active.value = index)} toggle={toggle} check={checkRow} />
            }}
          />
        </div>
      )}
    </>
  )
}

/** The rows of the tree, which are made when they are drawn: a search may find very many. */
class Rows {
  #groups
  /** The index of the first row of each group. @type {number[]} */
  #starts = []
  length = 0

  /** @param {readonly Group[]} groups */
  constructor(groups) {
    this.#groups = groups
    for (const { columns } of groups) {
      this.#starts.push(this.length)
      this.length += 1 + (columns?.length ?? 0)
    }
  }

  /** @param {number} index @returns {Row | undefined} */
  at(index) {
    let [first, end] = [0, this.#groups.length]
    while (first + 1 < end) {
      const middle = (first + end) >> 1
      if (/** @type {number} */ (this.#starts[middle]) <= index) first = middle
      else end = middle
    }
    const group = this.#groups[first]
    if (!group || index < 0 || index >= this.length) return undefined
    const { table, columns } = group
    const column = columns?.[index - /** @type {number} */ (this.#starts[first]) - 1]
    return column ? { table, column, isOpen: false } : { table, isOpen: columns !== undefined }
  }

  /** The index of a table. @param {CatalogTable} table */
  indexOf(table) {
    return this.#starts[this.#groups.findIndex((group) => group.table === table)] ?? -1
  }

  /** The columns of a table that have rows. @param {CatalogTable} table */
  columnsOf(table) {
    return this.#groups.find((group) => group.table === table)?.columns ?? []
  }

  /** The first column, or the first table if there are none. */
  firstFound() {
    const at = this.#groups.findIndex(({ columns }) => columns && columns.length > 0)
    return this.at(at < 0 ? 0 : /** @type {number} */ (this.#starts[at]) + 1)
  }
}

/** @param {{ row: Row, index: number, isActive: boolean, focus: () => void, toggle: (table: CatalogTable, isOpen: boolean) => void, check: (row: Row, isRange: boolean) => void }} props */
function CatalogRow({ row, index, isActive, focus, toggle, check }) {
  const session = useSession()
  const t = session.t.value
  const { table, column, isOpen } = row
  const used = session.usage.value.get(table)
  const checked = column ? String(used?.columns.has(column.name) ?? false) : checkedState(table, used)
  const hint = column ? column.dataType : table.schema
  return (
    <div class={`catalog-row ${column ? 'is-column' : 'is-table'} ${used && !column ? 'is-used' : ''}`}>
      {!column && (
        <button type="button" class="twist" tabIndex={-1} aria-label={t('catalog.expand', { name: table.name })} aria-expanded={isOpen} onClick={() => toggle(table, !isOpen)}>
          <Icon name="chevron" size={12} />
        </button>
      )}
      <span
        role="checkbox"
        class="check"
        tabIndex={isActive ? 0 : -1}
        data-index={index}
        aria-checked={/** @type {any} */ (checked)}
        aria-label={column ? column.name : table.name}
        aria-description={hint || undefined}
        aria-disabled={!session.canEdit.value || undefined}
        onFocus={focus}
        onClick={(event) => check(row, event.shiftKey)}
      >
        <span class="box">{checked === 'true' ? <Icon name="check" size={12} /> : checked === 'mixed' ? <Icon name="dash" size={12} /> : null}</span>
        <span class="name mono">{column ? column.name : table.name}</span>
        {hint && <span class="hint">{hint}</span>}
      </span>
    </div>
  )
}

/**
 * Adds what is not there, and removes what is. A table of which some columns are there is completed.
 *
 * @param {import('../state/session.js').Session} session
 * @param {Row} row
 */
function check(session, { table, column }) {
  if (column) setColumns(session, table, [column], (used) => !used?.columns.has(column.name))
  else setColumns(session, table, table.columns, (used) => checkedState(table, used) !== 'true')
}

/**
 * Adds or removes columns, in one step. The last one takes its table with it.
 *
 * @param {import('../state/session.js').Session} session
 * @param {CatalogTable} table
 * @param {readonly CatalogColumn[]} columns all of them for the table itself
 * @param {(used: import('../state/usage.js').UsedTable | undefined) => boolean} decide whether they should be there
 */
function setColumns(session, table, columns, decide) {
  if (!session.canEdit.peek()) return
  session.flush()
  session.read()
  const value = session.value.peek()
  const used = session.usage.value.get(table)
  const isOn = decide(used)
  if (!used) {
    if (!isOn) return
    if (!session.isBlank.peek()) return session.change(addTable(value, table, columns))
    return session.begin({ tableList: /** @type {any} */ (addTable(undefined, table, columns)[0]).value })
  }
  if (isOn) return session.change(addColumns(value, used.index, columns.flatMap(({ name }) => (used.columns.has(name) ? [] : [{ name }]))))
  if (columns === table.columns) return session.change(removeTables(value, [used.index]))
  const removed = columns.flatMap(({ name }) => used.columns.get(name) ?? [])
  if (removed.length > 0) session.change(removeColumns(value, used.index, removed))
}

/** @template Item @param {ReadonlySet<Item>} set @param {Item} item @param {boolean} isIn @returns {ReadonlySet<Item>} */
function changed(set, item, isIn) {
  const next = new Set(set)
  if (isIn) next.add(item)
  else next.delete(item)
  return next
}

/** Without a catalog: the datamart's own tables, and how to get one. @param {{ loadCatalog: (file: File) => void }} props */
function NoCatalog({ loadCatalog }) {
  const session = useSession()
  const t = session.t.value
  const chooser = useRef(/** @type {HTMLInputElement | null} */ (null))
  const tables = tablesOf(session.value.value)
  return (
    <>
      <div class="callout">
        <h2>{t('catalog.none')}</h2>
        <p>{t('catalog.none.help')}</p>
        {session.client.value && (
          <button type="button" class="secondary" onClick={() => (session.choices.value = 'account')}>
            {t('account')}
          </button>
        )}
        <button type="button" class="secondary" onClick={() => chooser.current?.click()}>
          {t('catalog.load')}
        </button>
        <p class="fine">{t('catalog.formats')}</p>
        <p class="problem" role="alert">
          {session.catalogProblem.value}
        </p>
        <FileInput field={chooser} accept={CATALOG_FILES} label={t('catalog.load')} use={loadCatalog} />
      </div>
      {tables.length > 0 && (
        <div class="fill">
          <h2 class="pane-title">{t('catalog.own')}</h2>
          <VirtualRows
            class="catalog-rows"
            count={tables.length}
            row={(index) => (
              <button type="button" class="own-table" aria-current={session.selection.value.table === index || undefined} onClick={() => (session.selection.value = { table: index })}>
                <Icon name="table" size={14} />
                <span class="name mono">{textOf(tables[index]?.name) || t('grid.unnamed')}</span>
                <span class="hint">{columnsOf(tables[index]).length}</span>
              </button>
            )}
          />
        </div>
      )}
    </>
  )
}
