/**
 * The module's bytes as printable ASCII: frequent bytes take one character, the others two. Unlike
 * base64, whose characters straddle bytes, this stays compressible: the smallest bundle is 30 KB
 * (brotli) smaller. `xtask/js/printable.mjs` encodes it.
 */
// @ts-check

/**
 * The alphabet, in the order of character codes: all of ASCII that no minifier escapes in any kind
 * of string, that editors do not trim from the end of a line, and that cannot end a script in a
 * page.
 */
export const ALPHABET = '!#%&()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~'

/** How many characters represent one byte each; the other two begin pairs. */
export const SINGLES = 86

/**
 * @param {string} text line breaks before and after it are ignored
 * @param {string} widths for each byte, the number of characters it takes
 * @param {number} length the number of bytes
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
