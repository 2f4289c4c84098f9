/** URLs of the documentation of issues and rules. */
// @ts-check

import { PUBLISHED } from '#version'
import { assertOptions } from '../boundary/options.js'
import { setOwn } from '../boundary/own-member.js'

/** The documentation of the rules in exactly this version, as published with the package. */
export const DOCS_BASE = `${PUBLISHED}rules/index.html`

/**
 * Extracts the only option that is used in JavaScript. Like all options it is read once, so the
 * module receives a copy with the value that was read.
 *
 * @param {{ docsBase?: unknown } | null | undefined} options
 * @returns {{ given: object | null | undefined, docsBase: unknown }} `given` is passed to the
 * module, which refuses a base that is not a string
 */
export function withDocsBase(options) {
  assertOptions(options)
  if (options == null || !Object.hasOwn(options, 'docsBase')) return { given: options, docsBase: DOCS_BASE }
  const { docsBase, ...others } = options
  return { given: { ...others, docsBase }, docsBase: docsBase ?? DOCS_BASE }
}

/**
 * Adds `docsUrl` to newly created issues.
 *
 * @param {{ code: string, docsUrl?: string }[]} issues
 * @param {unknown} docsBase
 */
export function addDocsUrls(issues, docsBase) {
  for (const issue of issues) setOwn(issue, 'docsUrl', `${docsBase}#${issue.code}`)
}
