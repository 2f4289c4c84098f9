/** The characters of the module's text. */
// @ts-check

/**
 * In the order of character codes: all of ASCII that no minifier escapes in any kind of string, that
 * editors do not trim from the end of a line, and that cannot end a script in a page.
 */
export const ALPHABET = '!#%&()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~'

/** How many characters represent one byte each; the other two begin pairs. */
export const SINGLES = 86
