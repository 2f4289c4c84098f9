/**
 * The proxy between a page and DataBrain's API: it adds the service token, which must not reach a
 * browser, validates what the page sends, and serves only the listed operations.
 */
import type { Fetch, ServiceToken } from './client.js'
import type { ValidateOptions } from './index.js'

/**
 * Creates a gateway: a function from a `Request` to a `Response`, for every runtime that has them.
 *
 * Under `basePath` it serves the API's own paths, so in a page `buildRequest(datamart, { baseUrl:
 * '/api/databrain' })` and `createClient({ baseUrl: '/api/databrain' })` work with it.
 *
 * @typeParam Platform what the runtime passes after the request, such as `[Env, ExecutionContext]`
 * on Cloudflare Workers.
 * @throws {TypeError} for a missing, unknown or invalid option. A missing or invalid token results
 * in a reply with status 500 and a line in the log.
 */
export declare function createGateway<Platform extends readonly unknown[] = readonly unknown[]>(options: GatewayOptions<Platform>): Gateway<Platform>

/** Replies to a request. The promise is never rejected. */
export interface Gateway<Platform extends readonly unknown[] = readonly unknown[]> {
  (request: WebRequest, ...platform: Platform): Promise<WebResponse>
  /**
   * The same function for each method, as a route of Next.js exports them: `export const { GET,
   * POST, PUT, DELETE } = gateway.handlers`.
   */
  readonly handlers: { readonly [method in 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS']: (request: WebRequest, ...platform: Platform) => Promise<WebResponse> }
}

/** The operations that a gateway can serve. */
export type GatewayOperation = 'create' | 'update' | 'delete' | 'list' | 'datasources' | 'schema'

/** Who may do what, and how to reach the API. */
export interface GatewayOptions<Platform extends readonly unknown[] = readonly unknown[]> {
  /**
   * The service token, or a function that returns it. A missing token is an error of each request,
   * not of `createGateway`.
   */
  readonly serviceToken: ServiceToken | ((...platform: Platform) => ServiceToken | PromiseLike<ServiceToken>)
  /**
   * Decides whether to serve a request. Only `true`, or a promise of `true`, lets it through: the
   * token has access to the whole organisation. It may read the body of the request, which is a
   * clone, and must decide within `timeout`.
   */
  readonly authorize: (request: WebRequest, operation: GatewayOperation, ...platform: Platform) => boolean | PromiseLike<boolean>
  /** The path of the gateway. Default: `/api/databrain`. */
  readonly basePath?: string | null | undefined
  /** The operations that are served. Default: `['create']`. */
  readonly operations?: readonly GatewayOperation[] | null | undefined
  /**
   * How datamarts are validated: options, a function that returns them, or `live` for the API's own
   * schema and names, which are cached for minutes.
   */
  readonly validate?:
    | 'live'
    | ValidateOptions
    | ((request: WebRequest, ...platform: Platform) => ValidateOptions | null | undefined | PromiseLike<ValidateOptions | null | undefined>)
    | null
    | undefined
  /**
   * Other origins whose pages may use the gateway, such as `https://app.example.com`. They get CORS
   * headers.
   */
  readonly allowedOrigins?: readonly string[] | null | undefined
  /** The URL of the API. Default: the vendor's host. */
  readonly baseUrl?: string | null | undefined
  /** Used instead of the global `fetch`. It must respect `redirect: 'manual'`. */
  readonly fetch?: Fetch | null | undefined
  /**
   * Time limit for each request to the API including the reply's body, and for `authorize`, in
   * milliseconds. Default: 30,000.
   */
  readonly timeout?: number | null | undefined
  /** The maximum size of a request's body, in bytes. Default: 2 MiB. */
  readonly maxBytes?: number | null | undefined
}

/** A `Request`, whichever library declares it. */
export type WebRequest = typeof globalThis extends { Request: { prototype: infer Request } } ? Request : {}

/** A `Response`, whichever library declares it. */
export type WebResponse = typeof globalThis extends { Response: { prototype: infer Response } } ? Response : {}
