import { gatewayFor } from './program.mjs'

/** What is kept between requests, such as the names of datasources, is kept here. */
let gateway

export default {
  fetch(request, env, context) {
    gateway ??= gatewayFor(env)
    return gateway(request, env, context)
  },
}
