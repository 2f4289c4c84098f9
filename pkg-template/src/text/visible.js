/** Text that somebody else has written, for a terminal or a log: what would act on it, or could not be seen, is shown as an escape. */
// @ts-check

/** Controls, those of bidirectional text, separators of lines, what has no width, halves of surrogate pairs. */
export const UNSHOWN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu

/** Where a log of GitHub Actions, Azure Pipelines or TeamCity takes a part of a line for a command: `##[error]`, `##vso[…]`. */
export const COMMAND = /##(?=\w*\[)/g

/** @param {string} text one line; a line break in it is shown as an escape too */
export function visible(text) {
  return text.replace(UNSHOWN, escape).replace(COMMAND, '#\\u0023')
}

/** @param {string} character */
function escape(character) {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
