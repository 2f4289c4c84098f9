/** Lints a JSON document with a datamart. */
// @ts-check

import { createValidator, textEdits } from '#package'
import { titleOf } from '../adapters/issue-text.js'
import { fixableIssues, isRepair } from '../text/readable.js'
import { applyEdits, diagnosticOf } from './diagnostics.js'
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
   * @param {Text} judged the document that was validated
   * @param {number} from the current start of its diagnostic
   */
  const fix = (view, asked, judged, from) => {
    const { doc } = view.state
    // The user may type while a tooltip is open.
    const issues = fixableIssues(doc.eq(judged) ? [asked] : issuesOf(doc))
    const same = issues.filter((issue) => isSame(issue, asked))
    const issue = same.find(({ textRange }) => textRange?.start === from) ?? (isRepair(asked.fix) ? undefined : same[0])
    if (issue?.fix) applyEdits(view, textEdits(doc.toString(), issue.fix))
  }

  return ({ state: { doc } }) => {
    const issues = issuesOf(doc)
    const fixable = new Set(fixableIssues(issues))
    return issues.map((issue) =>
      diagnosticOf(
        issue,
        // An issue without a range, such as a text that is too large, is shown at the beginning.
        issue.textRange ?? { start: 0, end: Math.min(1, doc.length) },
        ({ textRange }) => textRange,
        issue.fix && fixable.has(issue) ? [{ name: titleOf(issue.fix), apply: (view, from) => fix(view, issue, doc, from) }] : [],
      ),
    )
  }
}

/** @type {typeof import('../../codemirror.d.ts').datamartLinter} */
export function datamartLinter(given, config) {
  return refreshableLinter(datamartLintSource(given), config)
}

/** @param {Issue} one @param {Issue} other from another validation */
function isSame(one, other) {
  return one === other || (one.code === other.code && JSON.stringify(identity(one)) === JSON.stringify(identity(other)))
}

/**
 * The part of an issue that stays the same while the text around it changes. @param {Issue} issue
 */
function identity({ path, message, fix }) {
  return isRepair(fix) ? [message, fix?.title] : [path, fix]
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
