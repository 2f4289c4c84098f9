/** Which fixes can be applied to a text. */
// @ts-check

/** @typedef {import('../../index.d.ts').Fix} Fix */

/** Codes of texts that cannot be parsed, so that only repairs of the text can be applied. */
const UNREADABLE = new Set(['syntax', 'too-deep', 'too-large'])

/** Whether a text with these issues can be parsed. @param {readonly { code: string }[]} issues */
export function isReadable(issues) {
  return !issues.some(({ code }) => UNREADABLE.has(code))
}

/** Whether a fix repairs JSON text. @param {Fix | undefined} fix */
export function isRepair(fix) {
  return fix !== undefined && 'textRange' in fix.edits[0]
}

/**
 * The issues whose fixes can be applied to the text that has them. @param {readonly
 * import('../../index.d.ts').Issue[]} issues
 */
export function fixableIssues(issues) {
  const canEdit = isReadable(issues)
  return issues.filter(({ fix }) => fix && (canEdit || isRepair(fix)))
}
