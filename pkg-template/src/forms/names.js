/** Names of fields: paths as form libraries write them. */
// @ts-check

/** A quoted key, as `formatPath` writes it, or a plain one. */
const KEY = /\[("(?:[^"\\]|\\.)*")\]|[^.[\]]+/g

/**
 * The keys in a name: `tableList.0.name`, `tableList[0].name`, `tableList[0]["client id"]`.
 *
 * @param {string} name
 * @returns {string[]}
 */
export function keysOf(name) {
  return [...name.matchAll(KEY)].map(([part, quoted]) => (quoted === undefined ? part : unquoted(quoted)))
}

/** @param {string} quoted */
function unquoted(quoted) {
  try {
    return JSON.parse(quoted)
  } catch {
    return quoted
  }
}

/**
 * The name of a field. Keys are not quoted, because form libraries do not quote them either.
 *
 * @param {readonly (string | number)[]} path
 * @param {'dots' | 'brackets'} style
 */
export function nameOf(path, style) {
  if (style === 'dots') return path.join('.')
  return path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('')
}
