import { createGateway } from 'datamart-validator/gateway'
import { isAdmin } from '../../../../lib/session.js'

export const { GET, POST, PUT, DELETE } = createGateway({
  baseUrl: process.env.DATABRAIN_API_URL,
  serviceToken: () => process.env.DATABRAIN_SERVICE_TOKEN,
  authorize: isAdmin,
  operations: ['create', 'update', 'list'],
}).handlers
