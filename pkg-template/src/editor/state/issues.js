/** The issues of a document, as views need them. */
// @ts-check

/** @typedef {import('../../../index.d.ts').Issue} Issue */
/** @typedef {{ todo: readonly Issue[], others: readonly Issue[] }} Sorted */

/** Issues that only say that something has not been filled in yet. */
const NOT_YET = new Set(['required', 'empty'])

/**
 * Separates what is merely something to do.
 *
 * @param {readonly Issue[]} issues
 * @param {ReadonlySet<string> | undefined} visited the fields of a new datamart that have been left;
 * without them, nothing is still to be done
 * @returns {Sorted}
 */
export function sorted(issues, visited) {
  if (!visited) return { todo: [], others: issues }
  const todo = new Set(issues.filter(({ code, path }) => NOT_YET.has(code) && !visited.has(JSON.stringify(path))))
  return { todo: [...todo], others: issues.filter((issue) => !todo.has(issue)) }
}

/** @param {Sorted} sorted */
export function countsOf({ todo, others }) {
  const errors = others.filter(({ severity }) => severity === 'error').length
  return { errors, warnings: others.length - errors, todo: todo.length }
}

/** @param {Issue['path']} one @param {Issue['path']} other */
export function isSamePath(one, other) {
  return one.length === other.length && one.every((step, index) => step === other[index])
}

/** The key of a place in `issuesByPlace`. @param {number} table @param {number} [column] */
export function placeKey(table, column) {
  return column === undefined ? `${table}` : `${table}.${column}`
}

/**
 * The issues of tables and columns by what they are about.
 *
 * @param {readonly Issue[]} issues
 * @returns {Map<string, Issue[]>}
 */
export function groupByPlace(issues) {
  /** @type {Map<string, Issue[]>} */
  const places = new Map()
  for (const issue of issues) {
    const [list, table, columns, column] = issue.path
    if (list !== 'tableList' || typeof table !== 'number') continue
    const key = placeKey(table, columns === 'columns' && typeof column === 'number' ? column : undefined)
    const same = places.get(key)
    if (same) same.push(issue)
    else places.set(key, [issue])
  }
  return places
}
