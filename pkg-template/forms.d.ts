/**
 * Helpers for forms, for any framework or none: issues by field, the values of an HTML form as a
 * datamart, and a resolver for React Hook Form.
 *
 * The entry contains no validation and no WebAssembly module, and works with `/slim` too.
 */
import type { Datamart, Issue, ValidationResult } from './index.js'

export { groupByField, issuesAt, type FieldStyle } from './index.js'

/**
 * Converts the values of an HTML form to a datamart, for a server that receives a form:
 * `fromFormData(await request.formData())`.
 *
 * The name of a field is its path: `tableList.0.name` or `tableList[0].name`. Items of a list are
 * ordered by their indexes, and gaps are closed. The value `on` of a checkbox becomes `true`. A
 * group in which nothing is filled in, such as `tenancySettings.…`, is dropped. Fields of the form
 * that do not belong to a datamart, such as the name of a button, are ignored.
 *
 * Any names are safe. The result is not validated.
 *
 * @param formData a `FormData`, a `URLSearchParams`, or pairs of names and values.
 */
export declare function fromFormData(formData: Iterable<readonly [string, unknown]>): Partial<Datamart>

/**
 * A resolver for React Hook Form: `useForm({ resolver: datamartResolver(createValidator(options)) })`.
 *
 * An error has the `code` as its `type`, the message, and in `issues` all issues at the field,
 * including warnings, with severities and fixes. Warnings alone are not errors: `onResult` receives
 * every result, for a form that shows them too.
 *
 * @param judge a validator, or a function that returns the result for the values of a form.
 */
export declare function datamartResolver(judge: Judge, config?: ResolverConfig | null): DatamartResolver<Datamart>
/** The same for a form whose values have another type. */
export declare function datamartResolver<Values extends {}>(judge: Judge, config?: ResolverConfig | null): DatamartResolver<Values>

/** Validates the values of a form: a `Validator`, or a function. */
export type Judge = { validate(values: unknown): ValidationResult } | ((values: unknown) => ValidationResult)

/** Options of {@link datamartResolver}. */
export interface ResolverConfig {
  /** Called with each result before the form gets it. */
  readonly onResult?: ((result: ValidationResult) => void) | null | undefined
}

/** The resolver, as React Hook Form calls it. */
export type DatamartResolver<Values> = (
  values: Values,
  context: unknown,
  options: ResolverOptions,
) => { values: Values; errors: Record<string, never> } | { values: Record<string, never>; errors: {} }

/** The options that React Hook Form passes, as far as they are used. */
export interface ResolverOptions {
  readonly names?: readonly string[] | undefined
  readonly fields?: {} | undefined
  readonly criteriaMode?: 'firstError' | 'all' | undefined
}

/** The error at a field, as {@link datamartResolver} returns it. */
export interface DatamartFieldError {
  /** The code of the first error. */
  readonly type: Issue['code']
  /** The message of the first error. */
  readonly message: string
  /** All issues at the field, including warnings. */
  readonly issues: readonly [Issue, ...Issue[]]
}
