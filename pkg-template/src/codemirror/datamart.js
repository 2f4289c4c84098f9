/** Lints a JSON document that holds a datamart. */
// @ts-check

import { createValidator } from '#package'
import { isReadable, textEdits } from '../text-edits.js'
import { applyEdits, diagnosticOf, titleOf } from './diagnostics.js'
import { refreshableLinter } from './refresh.js'

/** @typedef {import('@codemirror/state').Text} Text */
/** @typedef {import('@codemirror/view').EditorView} EditorView */
/** @typedef {import('../../index.d.ts').Issue} Issue */
/** @typedef {import('../../codemirror.d.ts').DatamartJudge} DatamartJudge */

/** @type {typeof import('../../codemirror.d.ts').datamartLintSource} */
export function datamartLintSource(given) {
  const judgeOf = judgeReader(given)
  /** @param {Text} doc */
  const issuesOf = (doc) => judgeOf().validate(doc.toString()).issues

  /**
   * @param {EditorView} view
   * @param {Issue} asked
   * @param {Text} judged the document when it was judged
   */
  const fix = (view, asked, judged) => {
    const { doc } = view.state
    // Typing goes on while a tooltip is open.
    const issues = doc.eq(judged) ? [asked] : issuesOf(doc)
    const issue = issues.find((issue) => isSame(issue, asked))
    if (issue?.fix && isReadable(issues)) applyEdits(view, textEdits(doc.toString(), issue.fix))
  }

  return ({ state: { doc } }) => {
    const issues = issuesOf(doc)
    const canFix = isReadable(issues)
    return issues.map((issue) =>
      diagnosticOf(
        issue,
        // What has no place, such as a text that is too large, is said at the beginning.
        issue.textRange ?? { start: 0, end: Math.min(1, doc.length) },
        ({ textRange }) => textRange,
        issue.fix && canFix ? [{ name: titleOf(issue.fix), apply: (view) => fix(view, issue, doc) }] : [],
      ),
    )
  }
}

/** @type {typeof import('../../codemirror.d.ts').datamartLinter} */
export function datamartLinter(given, config) {
  return refreshableLinter(datamartLintSource(given), config)
}

/** @param {Issue} one @param {Issue} other of another verdict */
function isSame(one, other) {
  return one === other || (one.code === other.code && JSON.stringify([one.path, one.fix]) === JSON.stringify([other.path, other.fix]))
}

/**
 * Options are read once as long as they are the same object: a catalog can be large.
 *
 * @param {Parameters<typeof import('../../codemirror.d.ts').datamartLintSource>[0]} given
 * @returns {() => DatamartJudge}
 */
function judgeReader(given) {
  /** @type {unknown} */
  let read
  /** @type {DatamartJudge | undefined} */
  let judge
  return () => {
    const now = typeof given === 'function' ? given() : given
    if (now && 'validate' in now) return now
    if (!judge || read !== now) {
      judge = createValidator(now)
      read = now
    }
    return judge
  }
}
