// Encodes bytes for `pkg-template/src/boundary/module/printable.js`.

import { ALPHABET, decodePrintable, SINGLES } from '../../pkg-template/src/boundary/module/printable.js'

/**
 * @param {Uint8Array} bytes
 * @returns the text, and for each byte the number of characters it takes
 */
export function encodePrintable(bytes) {
  const counts = new Array(256).fill(0)
  for (const byte of bytes) counts[byte]++
  const byFrequency = [...counts.keys()].sort((a, b) => counts[b] - counts[a] || a - b)
  // Sorted by value, not by frequency: similar bytes stay similar, which helps brotli.
  const singles = byFrequency.slice(0, SINGLES).sort((a, b) => a - b)
  const pairs = byFrequency.slice(SINGLES).sort((a, b) => a - b)
  const codes = []
  singles.forEach((byte, place) => (codes[byte] = ALPHABET[place]))
  pairs.forEach((byte, place) => {
    codes[byte] = ALPHABET[SINGLES + Math.floor(place / ALPHABET.length)] + ALPHABET[place % ALPHABET.length]
  })
  const text = Array.from(bytes, (byte) => codes[byte]).join('')
  const widths = codes.map(({ length }) => length).join('')
  if (!Buffer.from(decodePrintable(text, widths, bytes.length)).equals(bytes)) throw new Error('decoding does not restore the bytes')
  return { text, widths }
}
