/** Lints again although the text has not changed, because an option has. */
// @ts-check

import { forceLinting, linter } from '@codemirror/lint'
import { StateEffect } from '@codemirror/state'

import { theme } from './message.js'

/** @typedef {import('@codemirror/lint').LintSource} LintSource */
/** @typedef {import('../../codemirror.d.ts').LintConfig} LintConfig */

/** @type {import('@codemirror/state').StateEffectType<null>} */
const refresh = /* @__PURE__ */ StateEffect.define()

/** @type {typeof import('../../codemirror.d.ts').refreshLint} */
export function refreshLint(view) {
  view.dispatch({ effects: refresh.of(null) })
  forceLinting(view)
}

/**
 * @param {LintSource} source
 * @param {LintConfig} [config]
 */
export function refreshableLinter(source, config = {}) {
  /** @type {NonNullable<LintConfig['needsRefresh']>} */
  const needsRefresh = (update) =>
    update.transactions.some(({ effects }) => effects.some((effect) => effect.is(refresh))) || (config.needsRefresh?.(update) ?? false)
  return [linter(source, { ...config, needsRefresh }), theme]
}
