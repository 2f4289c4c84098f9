/**
 * Untrusted text for a terminal or a log: characters that would have an effect or be invisible are
 * shown as escapes.
 */
// @ts-check

/**
 * Control characters, bidirectional controls, line separators, characters without width, halves of
 * surrogate pairs.
 */
const UNSHOWN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu

/**
 * The start of what a log of GitHub Actions, Azure Pipelines or TeamCity takes as a command:
 * `##[error]`, `##vso[…]`.
 */
export const COMMAND = /##(?=\w*\[)/g

/** @param {string} text one line; line breaks are shown as escapes too */
export function visible(text) {
  return text.replace(UNSHOWN, escape).replace(COMMAND, '#\\u0023')
}

/** @param {string} character */
function escape(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
