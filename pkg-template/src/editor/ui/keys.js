/** Keys as they are written on the user's keyboard. */
// @ts-check

const SIGNS = /** @type {Record<string, string>} */ ({ Ctrl: '⌘', Shift: '⇧', Alt: '⌥' })

/** @param {string} keys as in `Ctrl+Shift+Z` */
export function keyNames(keys) {
  const isApple = /Mac|iP(hone|ad|od)/.test(navigator.platform)
  return keys.split('+').map((key) => (isApple && SIGNS[key]) || key)
}

/** @param {string} keys */
export function written(keys) {
  const names = keyNames(keys)
  return names.join(names[0] === keys.split('+')[0] ? '+' : '')
}

/** Whether a key would be text where the focus is. @param {EventTarget | null} target */
export function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio])'))
}
