/** For people: each issue with an excerpt of the file. */
// @ts-check

import { formatPath } from '../../text/path.js'
import { draw } from '../shown/excerpt.js'
import { visible } from '../../text/visible.js'
import { count, fileText, placeText } from '../shown/words.js'

/** @typedef {import('../types.d.ts').Format} Format */
/** @typedef {import('../types.d.ts').FormatContext} FormatContext */
/** @typedef {import('../types.d.ts').LocatedIssue} LocatedIssue */
/** @typedef {import('../types.d.ts').LocatedPlace} LocatedPlace */
/** @typedef {import('../types.d.ts').Summary} Summary */

/** @type {Record<import('../types.d.ts').WhyNotFixed, string>} */
const WHY_NOT = {
  probable: 'not applied: it is only probable; --fix=all applies it',
  worse: 'not applied: it would cause new errors',
  'no effect': 'not applied: the issue would stay',
  'not tried': 'not tried: too many fixes before it could not be applied',
}

/** @implements {Format} */
export class Pretty {
  #colors
  #width

  /** @param {FormatContext} context */
  constructor({ colors, width }) {
    this.#colors = colors
    this.#width = width
  }

  /** @type {Format['file']} */
  file(report) {
    const { bold, red } = this.#colors
    const file = fileText(report.file)
    if ('failure' in report) return `${bold(file)}: ${bold(red('error'))}: ${visible(report.failure)}\n\n`
    return report.issues.map((issue) => this.#issue(file, issue)).join('')
  }

  /** @type {Format['end']} */
  end(summary) {
    const { bold, red, yellow, green } = this.#colors
    const { files, errors, warnings, failures, exceeded } = summary
    const lines = []
    const found = [
      ...(errors > 0 ? [red(count(errors, 'error'))] : []),
      ...(warnings > 0 ? [yellow(count(warnings, 'warning'))] : []),
    ].join(' and ')
    if (files > 0) lines.push(`${count(files, 'file')} checked: ${found === '' ? green('no issues') : found}${inFiles(summary)}`)
    if (summary.fixed > 0) lines.push(`${summary.fixed === 1 ? '1 fix' : `${summary.fixed} fixes`} applied`)
    else if (summary.certain > 0) lines.push(`${count(summary.certain, 'issue')} can be fixed with --fix`)
    const probable = summary.fixable - summary.certain
    if (probable > 0) lines.push(`${count(probable, 'issue')} can probably be fixed with --fix=all`)
    if (exceeded !== undefined) lines.push(red(`${count(warnings, 'warning')}; --max-warnings allows ${exceeded}`))
    if (failures > 0) lines.push(red(`${failures} could not be checked`))
    return lines.map((line) => `${bold(line)}\n`).join('')
  }

  /**
   * @param {string} file
   * @param {LocatedIssue} issue
   */
  #issue(file, issue) {
    const { bold, red, yellow, dim, cyan } = this.#colors
    const severity = issue.severity === 'error' ? red('error') : yellow('warning')
    const lines = [
      `${bold(placeText(file, issue.start))}: ${bold(severity)}: ${visible(issue.message)} ${dim(`[${issue.code}]`)}`,
      ...this.#excerpt(issue, issue.severity === 'error' ? red : yellow),
    ]
    /** @param {string} label @param {string} text */
    const note = (label, text) => lines.push(`  ${cyan(label)} ${visible(text)}`)
    if (issue.path.length > 0) note('at', formatPath(issue.path))
    if (issue.help !== undefined) note('help:', issue.help)
    if (issue.fix) note('fix:', issue.notFixed ? `${issue.fix.title} (${WHY_NOT[issue.notFixed]})` : issue.fix.title)
    else if (issue.suggestion !== undefined && !issue.help?.includes(issue.suggestion)) note('help:', `Did you mean \`${issue.suggestion}\`?`)
    for (const place of issue.related ?? []) {
      note('see:', `${placeText(file, place.start)}: ${place.message}`)
      lines.push(...this.#excerpt(place, cyan))
    }
    lines.push(`  ${dim(visible(issue.docsUrl))}`, '')
    return lines.map((line) => `${line}\n`).join('')
  }

  /**
   * @param {LocatedPlace | LocatedIssue} place
   * @param {(text: string) => string} color
   * @returns {string[]}
   */
  #excerpt({ excerpt }, color) {
    if (!excerpt) return []
    const number = String(excerpt.line).padStart(4)
    const { line, carets, indent } = draw(excerpt, this.#width - number.length - ' | '.length)
    const { dim } = this.#colors
    return [`${dim(`${number} |`)} ${line}`.trimEnd(), `${dim(`${' '.repeat(number.length)} |`)} ${indent}${color(carets)}`]
  }
}

/** @param {Summary} summary */
function inFiles({ files, wrong, errors }) {
  return errors > 0 && files > 1 ? `, ${wrong} of ${files} files wrong` : ''
}
