/** Which pages may use the gateway. */
// @ts-check

/** @typedef {import('../../gateway.d.ts').WebRequest} WebRequest */

/**
 * A browser states where a request comes from, and pages cannot change that. A request without
 * these headers is not sent by a page, so `authorize` alone decides.
 *
 * @param {WebRequest} request
 * @param {readonly string[]} allowedOrigins
 * @returns {{ isAllowed: boolean, isCors: boolean, headers: Record<string, string> }} the headers
 * are for every reply
 */
export function crossOrigin(request, allowedOrigins) {
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  if (origin !== null && allowedOrigins.includes(origin)) {
    return {
      isAllowed: true,
      isCors: true,
      headers: {
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Allow-Credentials': 'true',
        'Access-Control-Expose-Headers': 'Retry-After',
        Vary: 'Origin',
      },
    }
  }
  const isOwn = site === null ? origin === null || origin === new URL(request.url).origin : site === 'same-origin' || site === 'none'
  /** @type {Record<string, string>} */
  const headers = allowedOrigins.length > 0 ? { Vary: 'Origin' } : {}
  return { isAllowed: isOwn, isCors: false, headers }
}

/**
 * The reply to a browser that asks before it sends a request to another origin.
 *
 * @param {WebRequest} request
 * @param {string} methods
 */
export function preflight(request, methods) {
  const headers = {
    'Access-Control-Allow-Methods': methods,
    // The gateway passes none of them on.
    'Access-Control-Allow-Headers': request.headers.get('access-control-request-headers') ?? 'Content-Type',
    'Access-Control-Max-Age': '600',
    'Cache-Control': 'no-store',
  }
  return new Response(null, { status: 204, headers })
}
