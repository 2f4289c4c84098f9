/** What the parts of the command line hand to each other. */

import type { Issue, Range, RelatedPlace, ValidateOptions } from '../../index.d.ts'

/** A place as editors count: lines and columns from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** The line of a text that a place begins on, or the piece of it that is around the place. */
export interface Excerpt {
  readonly line: number
  readonly text: string
  /** The place, in UTF-16 code units of `text`. */
  readonly range: Range
  /** Whether the line goes on before or behind `text`. */
  readonly isCutBefore: boolean
  readonly isCutBehind: boolean
}

export interface LocatedPlace extends RelatedPlace {
  readonly start?: Position
  readonly end?: Position
  readonly excerpt?: Excerpt
}

/** An issue with its place as editors count; without one where the text was too large to be read. */
export interface LocatedIssue extends Omit<Issue, 'related'> {
  readonly start?: Position
  readonly end?: Position
  readonly excerpt?: Excerpt
  readonly related?: readonly LocatedPlace[]
  /** Why `--fix` has left it, although it has a fix. */
  readonly notFixed?: WhyNotFixed
}

/** Which fixes `--fix` applies. */
export type WhichFixes = 'certain' | 'all'

/**
 * Why a fix is not applied: it is only probable, and certain ones were asked for; the datamart would have had more errors; the issue would
 * have stayed.
 */
export type WhyNotFixed = 'probable' | 'worse' | 'no effect' | 'not tried'

/** What is said of one file. */
export type FileReport = JudgedFile | Failure

export interface JudgedFile {
  readonly file: string
  readonly errors: number
  readonly warnings: number
  /** How many of the issues have a fix that can be applied to the text. */
  readonly fixable: number
  /** How many of those have a fix that is certain. */
  readonly certain: number
  /** How many fixes have been applied. */
  readonly fixed: number
  /** Those that are to be shown, by their place. */
  readonly issues: readonly LocatedIssue[]
}

/** A file that could not be judged, or a pattern that matches none. */
export interface Failure {
  readonly file: string
  readonly failure: string
}

/** What is said at the end. */
export interface Summary {
  /** How many files were judged. */
  files: number
  /** How many of them have an error. */
  wrong: number
  errors: number
  warnings: number
  fixable: number
  certain: number
  fixed: number
  failures: number
  /** The most warnings that are let pass, where there are more. */
  exceeded?: number
}

/** How files are judged. It travels to worker threads. */
export interface Judging {
  readonly options: ValidateOptions
  /** Whether warnings are counted, but not shown. */
  readonly isQuiet: boolean
  /** The fixes that are applied to the files, if any. */
  readonly fixes?: WhichFixes | undefined
  /** Where files may be fixed: the real paths of what was given. */
  readonly roots: readonly string[]
  readonly needsExcerpts: boolean
}

/** What a format makes of the reports; each call gives the text to be written. */
export interface Format {
  file(report: FileReport): string
  end(summary: Summary): string
}

/** What a format has to know. */
export interface FormatContext {
  readonly colors: ReturnType<typeof import('picocolors')['createColors']>
  /** How many columns a line may take. */
  readonly width: number
}
