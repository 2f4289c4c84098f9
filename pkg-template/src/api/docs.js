/** Where issues and rules are documented. */
// @ts-check

import { PUBLISHED } from '#version'
import { assertOptions } from '../boundary/options.js'
import { setOwn } from '../boundary/own-member.js'

/** The documentation of the rules in this very version, as it is published with the package. */
export const DOCS_BASE = `${PUBLISHED}rules/index.html`

/**
 * Takes out the one option that is of use on this side. It is read once, as all are, so the module gets a copy with what was read.
 *
 * @param {{ docsBase?: unknown } | null | undefined} options
 * @returns {{ given: object | null | undefined, docsBase: unknown }} what the module gets, which refuses a base that is no text
 */
export function withDocsBase(options) {
  assertOptions(options)
  if (options == null || !Object.hasOwn(options, 'docsBase')) return { given: options, docsBase: DOCS_BASE }
  const { docsBase, ...others } = options
  return { given: { ...others, docsBase }, docsBase: docsBase ?? DOCS_BASE }
}

/**
 * Adds `docsUrl` to issues that have just been made.
 *
 * @param {{ code: string, docsUrl?: string }[]} issues
 * @param {unknown} docsBase
 */
export function addDocsUrls(issues, docsBase) {
  for (const issue of issues) setOwn(issue, 'docsUrl', `${docsBase}#${issue.code}`)
}
