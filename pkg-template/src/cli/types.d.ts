/** Types shared by the parts of the command line. */

import type { Issue, Range, RelatedPlace, ValidateOptions } from '../../index.d.ts'

/** A position as editors count it: lines and columns from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** The line on which a range begins, or the part of it around the range. */
export interface Excerpt {
  readonly line: number
  readonly text: string
  /** The range, in UTF-16 code units of `text`. */
  readonly range: Range
  /** Whether the line continues before or after `text`. */
  readonly isCutBefore: boolean
  readonly isCutBehind: boolean
}

export interface LocatedPlace extends RelatedPlace {
  readonly start?: Position
  readonly end?: Position
  readonly excerpt?: Excerpt
}

/**
 * An issue with its position as editors count it; without a position if the text was too large to
 * read.
 */
export interface LocatedIssue extends Omit<Issue, 'related'> {
  readonly start?: Position
  readonly end?: Position
  readonly excerpt?: Excerpt
  readonly related?: readonly LocatedPlace[]
  /** Why `--fix` has not fixed it although it has a fix. */
  readonly notFixed?: WhyNotFixed
}

/** Which fixes `--fix` applies. */
export type WhichFixes = 'certain' | 'all'

/**
 * Why a fix was not applied: it is only probable, and only certain ones were requested; the
 * datamart would have had more errors; the issue would have stayed.
 */
export type WhyNotFixed = 'probable' | 'worse' | 'no effect' | 'not tried'

/** The result for one file. */
export type FileReport = JudgedFile | Failure

export interface JudgedFile {
  readonly file: string
  readonly errors: number
  readonly warnings: number
  /** The number of issues with a fix that can be applied to the text. */
  readonly fixable: number
  /** The number of those whose fix is certain. */
  readonly certain: number
  /** The number of fixes applied. */
  readonly fixed: number
  /** The issues to show, by position. */
  readonly issues: readonly LocatedIssue[]
}

/** A file that could not be checked, or a pattern without a match. */
export interface Failure {
  readonly file: string
  readonly failure: string
}

/** The final summary. */
export interface Summary {
  /** The number of files checked. */
  files: number
  /** The number of files with an error. */
  wrong: number
  errors: number
  warnings: number
  fixable: number
  certain: number
  fixed: number
  failures: number
  /** The number of warnings allowed, if there are more. */
  exceeded?: number
}

/** How files are checked. It is sent to worker threads. */
export interface Judging {
  readonly options: ValidateOptions
  /** Whether warnings are counted but not shown. */
  readonly isQuiet: boolean
  /** The fixes to apply, if any. */
  readonly fixes?: WhichFixes | undefined
  /** Where files may be fixed: the real paths of what was given. */
  readonly roots: readonly string[]
  readonly needsExcerpts: boolean
}

/** Formats the reports; each call returns the text to write. */
export interface Format {
  file(report: FileReport): string
  end(summary: Summary): string
}

/** The input of a format. */
export interface FormatContext {
  readonly colors: ReturnType<typeof import('picocolors')['createColors']>
  /** The width of a line in columns. */
  readonly width: number
}
