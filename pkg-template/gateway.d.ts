/**
 * The proxy between a page and DataBrain's API: it has the service token, which a browser must not have, validates what the page sends, and
 * serves only the operations that it is told to.
 */
import type { Fetch, ServiceToken } from './client.js'
import type { ValidateOptions } from './index.js'

/**
 * Makes a gateway: a function from a request to its response, for every runtime that has `Request` and `Response`.
 *
 * Under `basePath` it serves the API's own paths, so in a page `buildRequest(datamart, { baseUrl: '/api/databrain' })` and
 * `createClient({ baseUrl: '/api/databrain' })` work with it.
 *
 * @typeParam Platform what the runtime passes after the request, such as `[Env, ExecutionContext]` on Cloudflare Workers.
 * @throws {TypeError} for an option that is missing, unknown or wrong. A missing or wrong token is a reply with status 500, and a line in the log.
 */
export declare function createGateway<Platform extends readonly unknown[] = readonly unknown[]>(options: GatewayOptions<Platform>): Gateway<Platform>

/** Replies to a request; it never rejects. */
export interface Gateway<Platform extends readonly unknown[] = readonly unknown[]> {
  (request: WebRequest, ...platform: Platform): Promise<WebResponse>
  /** The same function for each method, as a route of Next.js exports them: `export const { GET, POST, PUT, DELETE } = gateway.handlers`. */
  readonly handlers: { readonly [method in 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS']: (request: WebRequest, ...platform: Platform) => Promise<WebResponse> }
}

/** What a gateway can serve. */
export type GatewayOperation = 'create' | 'update' | 'delete' | 'list' | 'datasources' | 'schema'

/** Who may do what, and how the API is reached. */
export interface GatewayOptions<Platform extends readonly unknown[] = readonly unknown[]> {
  /** The service token, or a function that returns it. A token that is missing is an error of each request, not of `createGateway`. */
  readonly serviceToken: ServiceToken | ((...platform: Platform) => ServiceToken | PromiseLike<ServiceToken>)
  /**
   * Whether this request may have this operation carried out. Only `true`, or a promise of it, lets it through: the token has the power of the whole
   * organisation. It may read the request's body, and has `timeout` milliseconds.
   */
  readonly authorize: (request: WebRequest, operation: GatewayOperation, ...platform: Platform) => boolean | PromiseLike<boolean>
  /** The path under which it is reached; `/api/databrain` by default. */
  readonly basePath?: string | null | undefined
  /** What is served; `['create']` by default. */
  readonly operations?: readonly GatewayOperation[] | null | undefined
  /**
   * How datamarts are validated: options, a function that returns them, or `live`, which asks the API for the schema and the names that
   * exist and keeps them for minutes.
   */
  readonly validate?:
    | 'live'
    | ValidateOptions
    | ((request: WebRequest, ...platform: Platform) => ValidateOptions | null | undefined | PromiseLike<ValidateOptions | null | undefined>)
    | null
    | undefined
  /** Other origins whose pages may use the gateway, such as `https://app.example.com`. They get CORS headers. */
  readonly allowedOrigins?: readonly string[] | null | undefined
  /** Where the API is; the vendor's host by default. */
  readonly baseUrl?: string | null | undefined
  /** Used instead of the global `fetch`. It must not follow redirects when it is told not to. */
  readonly fetch?: Fetch | null | undefined
  /** Milliseconds for each request to the API, body included, and for `authorize`; 30,000 by default. */
  readonly timeout?: number | null | undefined
  /** The largest body that is read, in bytes; 2 MiB by default. */
  readonly maxBytes?: number | null | undefined
}

/** A `Request`, whichever library declares it. */
export type WebRequest = typeof globalThis extends { Request: { prototype: infer Request } } ? Request : {}

/** A `Response`, whichever library declares it. */
export type WebResponse = typeof globalThis extends { Response: { prototype: infer Response } } ? Response : {}
