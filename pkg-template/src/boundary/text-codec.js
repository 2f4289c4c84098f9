/**
 * UTF-8 for environments without TextEncoder and TextDecoder, such as jsdom, where many forms are
 * tested.
 */
// @ts-check

/** The global class, if there is one. */
export function encoderClass() {
  return globalThis.TextEncoder ?? /** @type {typeof TextEncoder} */ (/** @type {unknown} */ (Utf8Encoder))
}

/** The global class, if there is one. */
export function decoderClass() {
  return globalThis.TextDecoder ?? /** @type {typeof TextDecoder} */ (/** @type {unknown} */ (Utf8Decoder))
}

class Utf8Encoder {
  /** @param {string} [text] */
  encode(text = '') {
    /** @type {number[]} */
    const bytes = []
    for (const character of text) {
      const code = /** @type {number} */ (character.codePointAt(0))
      // Like TextEncoder: half of a surrogate pair becomes U+FFFD.
      pushUtf8(bytes, code >= 0xd800 && code <= 0xdfff ? 0xfffd : code)
    }
    return Uint8Array.from(bytes)
  }

  /**
   * @param {string} text
   * @param {Uint8Array} target must have room for all of it
   */
  encodeInto(text, target) {
    const bytes = this.encode(text)
    target.set(bytes)
    return { read: text.length, written: bytes.length }
  }
}

class Utf8Decoder {
  /** @param {Uint8Array} [bytes] from Rust, so they are well-formed */
  decode(bytes = new Uint8Array(0)) {
    let text = ''
    for (let i = 0; i < bytes.length; ) {
      const first = /** @type {number} */ (bytes[i++])
      const more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3
      let code = more === 0 ? first : first & (0x3f >> more)
      for (const end = i + more; i < end; i++) code = (code << 6) | (/** @type {number} */ (bytes[i]) & 0x3f)
      text += String.fromCodePoint(code)
    }
    return text
  }
}

/**
 * @param {number[]} bytes
 * @param {number} code
 */
function pushUtf8(bytes, code) {
  if (code < 0x80) bytes.push(code)
  else if (code < 0x800) bytes.push(0xc0 | (code >> 6), continuation(code))
  else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), continuation(code >> 6), continuation(code))
  else bytes.push(0xf0 | (code >> 18), continuation(code >> 12), continuation(code >> 6), continuation(code))
}

/** @param {number} code */
function continuation(code) {
  return 0x80 | (code & 0x3f)
}
