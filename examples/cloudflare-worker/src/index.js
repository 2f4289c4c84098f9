import { env } from 'cloudflare:workers'
import { createGateway } from 'datamart-validator/gateway'

export default {
  fetch: createGateway({
    baseUrl: env.DATABRAIN_API_URL,
    serviceToken: (env) => env.DATABRAIN_SERVICE_TOKEN,
    authorize: (request, operation, env) => isAdmin(request, env),
    operations: ['create', 'update', 'list'],
  }),
}

/** Replace this with your own check: sessions, roles, an identity provider. */
function isAdmin(request, { APP_PASSWORD }) {
  return Boolean(APP_PASSWORD) && request.headers.get('authorization') === `Bearer ${APP_PASSWORD}`
}
