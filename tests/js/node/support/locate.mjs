/**
 * Locates the values of a valid JSON text: for each path its value and its key, as
 * `text.slice(start, end)`.
 */

/** @returns {Map<string, { value: Piece, key?: Piece }>} by path, written as JSON; a Piece is `{ start, end }` */
export function locate(text) {
  const places = new Map()
  let position = 0
  const skip = () => {
    while (/\s/.test(text[position] ?? '')) position++
  }
  const string = () => {
    const [literal] = /"(?:[^"\\]|\\.)*"/y.exec(at(text, position))
    const start = position
    position += literal.length
    return { start, end: position }
  }
  const value = (path, key) => {
    skip()
    const start = position
    const place = { value: { start, end: start }, key }
    places.set(JSON.stringify(path), place)
    const open = text[position]
    if (open === '{' || open === '[') {
      position++
      for (let index = 0; ; index++) {
        skip()
        if (text[position] === ',') position++
        skip()
        if (text[position] === '}' || text[position] === ']') break
        if (open === '[') {
          value([...path, index])
          continue
        }
        const key = string()
        skip()
        position++ // the colon
        value([...path, JSON.parse(text.slice(key.start, key.end))], key)
      }
      position++
    } else if (open === '"') {
      string()
    } else {
      position += /[^\s,\]}]+/.exec(text.slice(position))[0].length
    }
    place.value.end = position
  }
  value([])
  return places
}

/**
 * A sticky expression begins at its `lastIndex`, which is 0 for a new one, so the text is cut
 * instead.
 */
function at(text, position) {
  return text.slice(position)
}
