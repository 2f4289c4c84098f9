/** Applies the fix of an issue. */
// @ts-check

/** @typedef {import('../index.d.ts').Edit} Edit */

/** @type {typeof import('../index.d.ts').applyFix} */
export function applyFix(datamart, fix) {
  if (typeof datamart !== 'object' || datamart === null) {
    throw new TypeError('datamart-validator: a fix is applied to a datamart as an object; parse JSON text first')
  }
  if (!fix) throw new TypeError('datamart-validator: the issue has no `fix`; those that have one can be applied')
  /** @type {unknown} */
  let mended = datamart
  for (const edit of fix.edits) mended = edited(mended, edit, 0)
  return /** @type {typeof datamart} */ (mended)
}

/**
 * A copy of `value` with the edit done; what does not lie on its path is shared.
 *
 * @param {unknown} value
 * @param {Edit} edit
 * @param {number} depth how many steps of the path lead to `value`
 * @returns {unknown}
 */
function edited(value, edit, depth) {
  if (depth === edit.path.length) return edit.value
  const key = /** @type {string | number} */ (edit.path[depth])
  const isLast = depth + 1 === edit.path.length
  if (Array.isArray(value) ? typeof key !== 'number' || key >= value.length : !isObject(value)) throw unfit(edit)
  const removes = isLast && edit.op === 'remove'
  if (Array.isArray(value)) {
    const index = /** @type {number} */ (key)
    return removes ? [...value.slice(0, index), ...value.slice(index + 1)] : value.map((item, at) => (at === index ? edited(item, edit, depth + 1) : item))
  }
  const object = /** @type {Record<string, unknown>} */ (value)
  if (removes) {
    const { [key]: _, ...rest } = object
    return rest
  }
  if (!isLast && !Object.hasOwn(object, key)) throw unfit(edit)
  // Not a spread with a computed key alone: a member called __proto__ has to stay a member.
  const copy = { ...object }
  Object.defineProperty(copy, key, {
    value: edited(object[key], edit, depth + 1),
    enumerable: true,
    writable: true,
    configurable: true,
  })
  return copy
}

/** @param {unknown} value */
function isObject(value) {
  return typeof value === 'object' && value !== null
}

/** @param {Edit} edit */
function unfit(edit) {
  return new TypeError(`datamart-validator: the fix is for another datamart: there is no ${edit.path.join('.')}`)
}
