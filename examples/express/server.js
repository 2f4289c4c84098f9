import { getRequestListener } from '@hono/node-server'
import { createGateway } from 'datamart-validator/gateway'
import express from 'express'

const gateway = createGateway({
  baseUrl: process.env.DATABRAIN_API_URL,
  serviceToken: process.env.DATABRAIN_SERVICE_TOKEN,
  authorize: isAdmin,
  operations: ['create', 'update', 'list'],
})

const app = express()
// Before `express.json()` and other middleware that reads bodies.
app.all('/api/databrain/*path', getRequestListener(gateway))
app.get('/', (request, response) => response.send('The gateway is at /api/databrain.'))

const server = app.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/`)
})

/** Replace this with your own check: sessions, roles, an identity provider. */
function isAdmin(request) {
  const { APP_PASSWORD } = process.env
  return Boolean(APP_PASSWORD) && request.headers.get('authorization') === `Bearer ${APP_PASSWORD}`
}
