/** SARIF 2.1.0, for code scanning and result viewers. */
// @ts-check

import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { rules } from '#package'
import { VERSION } from '#version'
import { formatPath } from '../../text/path.js'
import { visible } from '../../text/visible.js'
import { jsonText, pathBelow } from '../shown/words.js'

/** @typedef {import('../types.d.ts').Format} Format */
/** @typedef {import('../types.d.ts').Failure} Failure */
/** @typedef {import('../types.d.ts').LocatedIssue} LocatedIssue */
/** @typedef {import('../types.d.ts').LocatedPlace} LocatedPlace */
/** @typedef {import('../../../index.d.ts').Rule} Rule */

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** The base of all file paths, for readers that have the files elsewhere. */
const ROOT = '%SRCROOT%'

/** @implements {Format} */
export class Sarif {
  #rules = rules()
  #indexes = new Map(this.#rules.map(({ code }, index) => [code, index]))
  /** @type {import('sarif').Result[]} */
  #results = []
  /** @type {Failure[]} */
  #failures = []

  /** @type {Format['file']} */
  file(report) {
    if ('failure' in report) this.#failures.push(report)
    else for (const issue of report.issues) this.#results.push(this.#result(report.file, issue))
    return ''
  }

  /** @type {Format['end']} */
  end() {
    /** @type {import('sarif').Log} */
    const log = {
      $schema: SCHEMA,
      version: '2.1.0',
      runs: [
        {
          tool: { driver: driver(this.#rules) },
          columnKind: 'utf16CodeUnits',
          originalUriBaseIds: { [ROOT]: { uri: pathToFileURL(`${process.cwd()}${path.sep}`).href } },
          invocations: [{ executionSuccessful: this.#failures.length === 0, toolExecutionNotifications: this.#failures.map(notification) }],
          results: this.#results,
        },
      ],
    }
    return `${jsonText(log)}\n`
  }

  /**
   * @param {string} file
   * @param {LocatedIssue} issue
   * @returns {import('sarif').Result}
   */
  #result(file, issue) {
    const { code, severity, message, help, fix, related } = issue
    const lines = [message, help, fix && `Fix: ${fix.title}`]
    return {
      ruleId: code,
      ruleIndex: this.#indexes.get(code) ?? -1,
      level: severity,
      message: { text: lines.flatMap((line) => (line === undefined ? [] : visible(line))).join('\n') },
      locations: [location(file, issue)],
      ...(related && { relatedLocations: related.map((place, id) => ({ id, ...location(file, place), message: { text: visible(place.message) } })) }),
    }
  }
}

/**
 * @param {readonly Rule[]} all
 * @returns {import('sarif').ToolComponent}
 */
function driver(all) {
  return {
    name: 'datamart-validator',
    version: VERSION,
    semanticVersion: VERSION,
    informationUri: all[0]?.docsUrl.replace(/#.*/, ''),
    rules: all.map(({ code, subject, severity, what, why, docsUrl }) => ({
      id: code,
      shortDescription: { text: what },
      fullDescription: { text: what },
      help: { text: why, markdown: `${why}\n\n[The rule with examples](${docsUrl})` },
      helpUri: docsUrl,
      defaultConfiguration: severity === 'off' ? { enabled: false } : { level: severity },
      properties: { tags: [subject] },
    })),
  }
}

/**
 * @param {string} file
 * @param {LocatedPlace | LocatedIssue} place
 * @returns {import('sarif').Location}
 */
function location(file, { path, start, end, textRange }) {
  const region = start &&
    end &&
    textRange && {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
      charOffset: textRange.start,
      charLength: textRange.end - textRange.start,
    }
  return {
    physicalLocation: { artifactLocation: artifact(file), ...(region && { region }) },
    ...(path.length > 0 && { logicalLocations: [{ fullyQualifiedName: visible(formatPath(path)) }] }),
  }
}

/**
 * @param {string} file
 * @returns {import('sarif').ArtifactLocation}
 */
function artifact(file) {
  const relative = pathBelow(process.cwd(), file)
  if (relative === undefined) return { uri: pathToFileURL(path.resolve(file)).href }
  return { uri: relative.split(path.sep).map(encodeURIComponent).join('/'), uriBaseId: ROOT }
}

/**
 * @param {Failure} failure
 * @returns {import('sarif').Notification}
 */
function notification({ file, failure }) {
  return { level: 'error', message: { text: visible(`${file}: ${failure}`) } }
}
