/**
 * The module's bytes as printable ASCII: the frequent ones take one character, the others two. Compression sees through that, as it does not
 * see through base64, whose characters straddle bytes: the smallest bundle is 30 KB (brotli) smaller. `xtask/js/printable.mjs` writes it.
 */
// @ts-check

/**
 * The characters, in the order of their codes: all of ASCII that no minifier has to escape in any kind of string, that an editor does not trim
 * from the end of a line, and that ends no script in a page.
 */
export const ALPHABET = '!#%&()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~'

/** So many stand for a byte alone; each of the two that are left begins a pair. */
export const SINGLES = 86

/**
 * @param {string} text lines before and after it do not count
 * @param {string} widths for each byte how many characters it takes
 * @param {number} length how many bytes there are
 */
export function decodePrintable(text, widths, length) {
  // First the bytes of one character, then those of two, in the order of their values.
  const order = [...widths].map((_, byte) => byte).sort((a, b) => Number(widths[a]) - Number(widths[b]) || a - b)
  const values = Uint8Array.from(order)
  const places = new Uint8Array(127)
  for (let i = 0; i < ALPHABET.length; i++) places[ALPHABET.charCodeAt(i)] = i
  const bytes = new Uint8Array(length)
  let at = text.search(/\S/)
  for (let i = 0; i < length; i++) {
    let place = /** @type {number} */ (places[text.charCodeAt(at++)])
    if (place >= SINGLES) {
      place = SINGLES + (place - SINGLES) * ALPHABET.length + /** @type {number} */ (places[text.charCodeAt(at++)])
    }
    bytes[i] = /** @type {number} */ (values[place])
  }
  return bytes
}
