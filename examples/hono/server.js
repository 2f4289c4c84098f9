import { serve } from '@hono/node-server'
import { createGateway } from 'datamart-validator/gateway'
import { Hono } from 'hono'

const gateway = createGateway({
  baseUrl: process.env.DATABRAIN_API_URL,
  serviceToken: process.env.DATABRAIN_SERVICE_TOKEN,
  authorize: isAdmin,
  operations: ['create', 'update', 'list'],
})

const app = new Hono()
app.all('/api/databrain/*', ({ req }) => gateway(req.raw))
app.get('/', ({ text }) => text('The gateway is at /api/databrain.'))

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(process.env.PORT ?? 3000) }, ({ port }) => {
  console.log(`http://127.0.0.1:${port}/`)
})

/** Replace this with your own check: sessions, roles, an identity provider. */
function isAdmin(request) {
  const { APP_PASSWORD } = process.env
  return Boolean(APP_PASSWORD) && request.headers.get('authorization') === `Bearer ${APP_PASSWORD}`
}
