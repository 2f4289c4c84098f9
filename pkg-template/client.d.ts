/**
 * The operations of DataBrain's API on datamarts, for Node.js, Workers and any other server. In a
 * page it talks to a gateway (`datamart-validator/gateway`), because the service token must not
 * reach a browser.
 *
 * Datamarts are validated before they are sent, safe requests are retried, and the caller learns
 * the outcome of every write.
 */
import type { DatasourceEntry, DatasourceSchema, ImportedDatamart, Issue, ValidateOptions } from './index.js'

/**
 * Creates a client. It sends nothing, and does not read the token before it is needed.
 *
 * @throws {TypeError} for an unknown or invalid option. A missing or invalid token is a `TypeError`
 * of the first call.
 */
export declare function createClient(options?: ClientOptions | null): Client

/**
 * How to reach the API, and how to validate: the options of {@link ValidateOptions} except
 * `operation`, which each method sets.
 */
export interface ClientOptions extends Omit<ValidateOptions, 'operation'> {
  /**
   * The service token, or a function that returns it, which is called for each operation. Optional
   * if `baseUrl` is a gateway.
   */
  readonly serviceToken?: ServiceToken | (() => ServiceToken | PromiseLike<ServiceToken>) | null | undefined
  /**
   * The URL of the API or of a gateway, as for `buildRequest`: `https://…`, or in a page a path
   * such as `/api/databrain`. Default: the vendor's host.
   */
  readonly baseUrl?: string | null | undefined
  /** Used instead of the global `fetch`. It must respect `redirect: 'manual'`. */
  readonly fetch?: Fetch | null | undefined
  /**
   * Time limit for each attempt including the reply's body, in milliseconds. Default: 30,000.
   */
  readonly timeout?: number | null | undefined
  /**
   * Maximum number of retries. Default: 3. Reads are retried after 429, 5xx, network errors and
   * timeouts, writes only after 429. The pauses are those of `Retry-After`, otherwise 1, 2, 4 …
   * seconds plus jitter.
   */
  readonly retries?: number | null | undefined
  /**
   * `live` validates with the API's own data: the datasource's schema and the names of datasources
   * and datamarts, cached for minutes. Given options take precedence.
   */
  readonly validate?: 'live' | null | undefined
}

/** `fetch`, whichever library declares it. */
export type Fetch = typeof globalThis extends { fetch: infer Global } ? Global : (url: string, init: unknown) => Promise<unknown>

/** An `AbortSignal`, whichever library declares it. */
export type AbortSignalLike = typeof globalThis extends { AbortSignal: { prototype: infer Signal } } ? Signal : {}

/** A token that may be missing until it is needed, such as an environment variable. */
export type ServiceToken = string | null | undefined

/** Options of a single call. */
export interface CallOptions {
  /**
   * Aborts the call, which then rejects with the signal's `reason`. A write that was already sent
   * may still be carried out.
   */
  readonly signal?: AbortSignalLike | null | undefined
}

/** Options of an update. */
export interface UpdateOptions extends CallOptions {
  /** Updates even if the datamart was imported and lacks fields that the list does not show. */
  readonly ignoreUnseen?: boolean | null | undefined
}

/** The result of a write. */
export interface WriteResult {
  /** The datamart's name. */
  readonly id: string
}

/**
 * The operations. All of them reject with a {@link DatamartApiError} if the API fails or refuses,
 * with the signal's `reason` if they are aborted, and with a `TypeError` if the token is missing or
 * malformed.
 */
export interface Client {
  /** Every datamart, from all pages of the list. */
  listDatamarts(options?: CallOptions | null): Promise<ImportedDatamart[]>
  /** One datamart; undefined if there is none with this name. */
  getDatamart(name: string, options?: CallOptions | null): Promise<ImportedDatamart | undefined>
  /**
   * Validates and creates a datamart, given as a value or as JSON text.
   *
   * If the outcome is not clear (a server error, a timeout, a dropped connection), the client looks
   * it up, and resolves if the datamart was created.
   *
   * @throws {DatamartInvalidError} (the promise is rejected) when it has errors; nothing was sent.
   */
  createDatamart(datamart: unknown, options?: CallOptions | null): Promise<WriteResult>
  /**
   * Validates a datamart and replaces the existing one with the same name. Everything that it omits
   * is removed, including fields that the list does not show.
   *
   * @param datamart the datamart, as a value or as JSON text, or an imported one to which
   * `mergeUnseen` has been applied.
   * @throws {DatamartInvalidError} (the promise is rejected) if it has errors, or changes what an
   * update cannot change: `datasourceName`, or the removal of `tenancySettings`. Nothing was sent.
   * @throws {DatamartUnseenError} (the promise is rejected) for an imported datamart that lacks
   * fields that the list does not show.
   */
  updateDatamart(datamart: unknown, options?: UpdateOptions | null): Promise<WriteResult>
  /** Deletes a datamart, and with it the embed configurations that use it. */
  deleteDatamart(name: string, options?: CallOptions | null): Promise<void>
  /** The datasources of the organisation, for the option `datasources`. */
  listDatasources(options?: CallOptions | null): Promise<DatasourceEntry[]>
  /** The tables of a datasource, for the option `catalog`. */
  getSchema(datasourceName: string, options?: CallOptions | null): Promise<DatasourceSchema>
}

/**
 * Whether the operation was carried out. `unknown` if the look-up failed as well, or if the list
 * does not show enough. Always `not-done` for reads.
 */
export type Outcome = 'done' | 'not-done' | 'unknown'

/** The facts in a {@link DatamartApiError}. */
export interface ApiFailure {
  /** The status of the reply; absent if there was none. */
  readonly status?: number | undefined
  /**
   * The API's own code, such as `INVALID_REQUEST_BODY`, or one of `readReply`. Without a proper
   * reply `TIMEOUT`, `NETWORK_ERROR`, `REDIRECT` or `UNREADABLE_REPLY`.
   */
  readonly code: string
  /** The errors in the reply, at the fields they are about: see `readReply`. */
  readonly issues: readonly Issue[]
  /**
   * Whether another attempt may succeed. A write whose outcome is `unknown` may have succeeded
   * already.
   */
  readonly isRetryable: boolean
  /** Seconds to wait before another attempt, if the reply says so. */
  readonly retryAfter?: number | undefined
  readonly outcome: Outcome
}

/**
 * The API refused, failed, or could not be reached.
 *
 * `instanceof` also recognises errors of another copy of the package. The error never contains the
 * token.
 */
export declare class DatamartApiError extends Error implements ApiFailure {
  constructor(message: string, failure: ApiFailure)
  readonly name: 'DatamartApiError'
  readonly status?: number
  readonly code: string
  readonly issues: readonly Issue[]
  readonly isRetryable: boolean
  readonly retryAfter?: number
  readonly outcome: Outcome
  /** What `JSON.stringify` writes. */
  toJSON(): ApiFailure & { readonly name: 'DatamartApiError'; readonly message: string }
}

/**
 * An imported datamart lacks fields that the list does not show, and that an update would erase.
 */
export declare class DatamartUnseenError extends Error {
  constructor(unseen: readonly string[])
  readonly name: 'DatamartUnseenError'
  /** Stable. */
  readonly code: 'DATAMART_UNSEEN'
  /** The names of the fields. */
  readonly unseen: readonly string[]
}
