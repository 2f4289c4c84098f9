/** The client and the gateway in a CommonJS module. */

import client = require('datamart-validator/client')
import gateway = require('datamart-validator/gateway')

const made: client.Client = client.createClient({ serviceToken: 'x' })
const handler: gateway.Gateway = gateway.createGateway({ serviceToken: 'x', authorize: () => true })
export = [made, handler]
