/**
 * The operations of DataBrain's API on datamarts, for Node.js, Workers and any other server. In a page it talks to a gateway
 * (`datamart-validator/gateway`), because the service token must not reach a browser.
 *
 * What is sent is validated first, what is safe is tried again, and of what was sent the caller learns what has become of it.
 */
import type { DatasourceEntry, DatasourceSchema, ImportedDatamart, Issue, ValidateOptions } from './index.js'

/**
 * Makes a client. Nothing is sent, and the token is not looked at before it is needed.
 *
 * @throws {TypeError} for an option that is unknown or wrong. A missing or wrong token is a `TypeError` of the first call.
 */
export declare function createClient(options?: ClientOptions | null): Client

/** How to reach the API, and how to validate: options of {@link ValidateOptions} but for `operation`, which the method decides. */
export interface ClientOptions extends Omit<ValidateOptions, 'operation'> {
  /**
   * The service token, or a function that returns it, which is called for each operation. It can be left out where `baseUrl` names
   * a gateway.
   */
  readonly serviceToken?: ServiceToken | (() => ServiceToken | PromiseLike<ServiceToken>) | null | undefined
  /** Where the API or the gateway is, as in `buildRequest`: `https://…`, or in a page a path such as `/api/databrain`. The vendor's host by default. */
  readonly baseUrl?: string | null | undefined
  /** Used instead of the global `fetch`. It must not follow redirects when it is told not to. */
  readonly fetch?: Fetch | null | undefined
  /** Milliseconds for each attempt, from the request to the end of the reply's body; 30,000 by default. */
  readonly timeout?: number | null | undefined
  /**
   * How often something is tried again that is safe to try again; 3 by default. Reads are, after 429, 5xx, network errors and timeouts;
   * writes are after 429 alone. The pauses are those of `Retry-After`, or 1, 2, 4 … seconds and a little more.
   */
  readonly retries?: number | null | undefined
  /**
   * `live` validates with what the API itself knows: the datasource's schema and the names of datasources and datamarts, kept for
   * minutes. Options that are given go before it.
   */
  readonly validate?: 'live' | null | undefined
}

/** `fetch`, whichever library declares it. */
export type Fetch = typeof globalThis extends { fetch: infer Global } ? Global : (url: string, init: unknown) => Promise<unknown>

/** An `AbortSignal`, whichever library declares it. */
export type AbortSignalLike = typeof globalThis extends { AbortSignal: { prototype: infer Signal } } ? Signal : {}

/** A token that may be missing until it is needed, such as a variable of the environment. */
export type ServiceToken = string | null | undefined

/** Options of a single call. */
export interface CallOptions {
  /** Ends the call, which then rejects with the signal's `reason`. What was sent already may have been carried out. */
  readonly signal?: AbortSignalLike | null | undefined
}

/** Options of an update. */
export interface UpdateOptions extends CallOptions {
  /** Updates although the datamart was imported and lacks fields that the API does not show. */
  readonly ignoreUnseen?: boolean | null | undefined
}

/** What became of a write. */
export interface WriteResult {
  /** The datamart's name. */
  readonly id: string
}

/**
 * The operations. All of them reject with a {@link DatamartApiError} when the API does not do what it is asked for, with the `reason` of their
 * signal when they are aborted, and with a `TypeError` when the token is missing or cannot be right.
 */
export interface Client {
  /** Every datamart, from all pages of the list. */
  listDatamarts(options?: CallOptions | null): Promise<ImportedDatamart[]>
  /** One datamart; undefined if there is none with this name. */
  getDatamart(name: string, options?: CallOptions | null): Promise<ImportedDatamart | undefined>
  /**
   * Validates and creates a datamart, given as a value or as JSON text.
   *
   * Where nobody knows what became of it (a server error, a timeout, a dropped connection) the client looks it up: it resolves if the datamart
   * is there.
   *
   * @throws {DatamartInvalidError} (the promise is rejected) when it has errors; nothing was sent.
   */
  createDatamart(datamart: unknown, options?: CallOptions | null): Promise<WriteResult>
  /**
   * Validates a datamart and puts it in the place of the one with its name. A datamart is taken for the full truth: what it leaves out is
   * removed, fields included that the list does not show.
   *
   * @param datamart the datamart, as a value or as JSON text, or an imported one to which `mergeUnseen` has been applied.
   * @throws {DatamartInvalidError} (the promise is rejected) when it has errors, or differs from what exists in a way that the API cannot change:
   *   another `datasourceName`, tenancy settings that are gone. Nothing was sent.
   * @throws {DatamartUnseenError} (the promise is rejected) for an imported datamart that lacks fields which the API does not show.
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
 * Whether the operation was carried out. `unknown` is what is left where the API could not be asked either, or where its list does not tell.
 * A read is always `not-done`.
 */
export type Outcome = 'done' | 'not-done' | 'unknown'

/** What a {@link DatamartApiError} is made of. */
export interface ApiFailure {
  /** The status of the reply; absent where there was none. */
  readonly status?: number | undefined
  /**
   * The API's own code, such as `INVALID_REQUEST_BODY`, or one of `readReply`. Without a proper reply `TIMEOUT`, `NETWORK_ERROR`,
   * `REDIRECT` or `UNREADABLE_REPLY`.
   */
  readonly code: string
  /** What the reply says of the datamart, located in it: see `readReply`. */
  readonly issues: readonly Issue[]
  /** Whether it may work at another time. A write whose outcome is `unknown` may have worked already. */
  readonly isRetryable: boolean
  /** How many seconds to wait before that, where the reply told. */
  readonly retryAfter?: number | undefined
  readonly outcome: Outcome
}

/**
 * The API did not do what it was asked for, or could not be asked.
 *
 * `instanceof` also knows errors of another copy of the package. Neither the error nor anything in it has the token.
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

/** An imported datamart lacks fields that the API does not show, and that an update would erase. */
export declare class DatamartUnseenError extends Error {
  constructor(unseen: readonly string[])
  readonly name: 'DatamartUnseenError'
  /** Stable. */
  readonly code: 'DATAMART_UNSEEN'
  /** The names of the fields. */
  readonly unseen: readonly string[]
}
