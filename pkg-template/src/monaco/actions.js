/** Fixes as code actions. */
// @ts-check

import { textEdits } from '#package'
import { titleOf } from '../adapters/issue-text.js'
import { fixAll } from '../fix/all.js'
import { fixableIssues } from '../text/readable.js'
import { changeOf, markerOf, placeOf } from './marker.js'

/** @typedef {import('monaco-editor').languages.CodeAction} CodeAction */
/** @typedef {import('../../index.d.ts').Fix} Fix */
/** @typedef {import('../../index.d.ts').Issue} Issue */
/** @typedef {import('../../index.d.ts').TextEdit} TextEdit */

const QUICK_FIX = 'quickfix'
const FIX_ALL = 'source.fixAll'

/** The kinds of actions. */
export const KINDS = [QUICK_FIX, FIX_ALL]

/**
 * Monaco asks for the actions whenever the caret moves, so their changes are computed only when one
 * is chosen.
 *
 * @param {import('../../monaco.d.ts').Monaco} monaco
 * @param {import('./connected-model.js').ConnectedModel} connected
 * @returns {import('monaco-editor').languages.CodeActionProvider}
 */
export function actionProvider(monaco, connected) {
  const { model, settings } = connected
  /** @type {WeakMap<CodeAction, () => readonly TextEdit[]>} */
  const changes = new WeakMap()

  /** @param {CodeAction} action @param {() => readonly TextEdit[]} edits */
  const offered = (action, edits) => {
    changes.set(action, edits)
    return action
  }
  /** @param {Issue} issue */
  const fixOne = (issue) => {
    const fix = /** @type {Fix} */ (issue.fix)
    const action = { title: titleOf(fix), kind: QUICK_FIX, diagnostics: [markerOf(monaco, model, issue)], isPreferred: fix.certainty === 'certain' }
    // The text may have changed since.
    return offered(action, () => (connected.issues().includes(issue) ? textEdits(model.getValue(), fix) : []))
  }
  /** @param {string} kind @param {readonly Issue[]} issues @param {Issue['code']} [code] */
  const fixMany = (kind, issues, code) =>
    offered({ title: settings().fixAllTitle(issues.length, code), kind }, () =>
      fixAll(model.getValue(), settings().validator, code === undefined ? isCertain : (issue) => issue.code === code).edits,
    )

  return {
    provideCodeActions(asked, range) {
      if (asked !== model) return undefined
      const from = model.getOffsetAt(range.getStartPosition())
      const to = model.getOffsetAt(range.getEndPosition())
      const fixable = fixableIssues(connected.issues())
      const here = fixable.filter((issue) => {
        const { start, end } = placeOf(model, issue)
        return start <= to && from <= end
      })
      const certain = fixable.filter(isCertain)
      const actions = here.map(fixOne)
      for (const code of new Set(here.map((issue) => issue.code))) {
        const same = fixable.filter((issue) => issue.code === code)
        if (same.length > 1) actions.push(fixMany(QUICK_FIX, same, code))
      }
      if (here.length > 0 && certain.some(({ code }) => code !== certain[0].code)) actions.push(fixMany(QUICK_FIX, certain))
      // Monaco shows these only where it is asked for them.
      if (certain.length > 0) actions.push(fixMany(FIX_ALL, certain))
      return { actions, dispose() {} }
    },
    resolveCodeAction(action) {
      const edits = /** @type {() => readonly TextEdit[]} */ (changes.get(action))()
      const place = { resource: model.uri, versionId: model.getVersionId() }
      return { ...action, edit: { edits: edits.map((edit) => ({ ...place, textEdit: changeOf(model, edit) })) } }
    },
  }
}

/** @param {Issue} issue */
function isCertain({ fix }) {
  return fix !== undefined && fix.certainty === 'certain'
}
