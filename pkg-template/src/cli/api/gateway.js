/** `gateway`: the gateway between a page and the API, on this machine. */
// @ts-check

import { createServer } from 'node:http'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { Command, InvalidArgumentError } from 'commander'
import { createGateway } from '../../gateway/index.js'
import { write } from '../terminal.js'
import { RIGHT, UsageError } from '../usage-error.js'
import { credentials, ENVIRONMENT, usageErrorOf } from './connection.js'

/** @typedef {import('../../../gateway.d.ts').GatewayOptions} GatewayOptions */
/** @typedef {import('../../../gateway.d.ts').GatewayOperation} GatewayOperation */
/**
 * @typedef {object} Flags
 * @property {number} port
 * @property {string} host
 * @property {string} [authorize]
 * @property {boolean} [insecureAllowEveryone]
 * @property {string[]} [allowOrigin]
 * @property {GatewayOperation[]} operations
 * @property {string} [basePath]
 * @property {boolean} [live]
 */

/** @type {readonly GatewayOperation[]} */
const OPERATIONS = ['create', 'update', 'delete', 'list', 'datasources', 'schema']

const EXAMPLES = `
The default export of the --authorize module is a function (request, operation) that returns true,
or a promise of true, to allow the operation. All other requests are refused.
${ENVIRONMENT}

Examples:
  $ datamart-validator gateway --port 8080 --authorize authorize.js
  $ datamart-validator gateway --port 8080 --authorize authorize.js --operations create update list --allow-origin http://localhost:5173

Exit codes: 0 when it was stopped, 2 when it could not start.`

/** @param {(exitCode: number) => void} end */
export function gatewayCommand(end) {
  const command = new Command('gateway')
    .description('run the gateway between a page and the API on this machine')
    .requiredOption('-p, --port <number>', 'the port to listen on; 0 for any free one', portNumber)
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--authorize <file>', 'a module that decides which requests to allow')
    .option('--insecure-allow-everyone', 'allow every request to the served operations')
    .option('--allow-origin <origin...>', 'other origins whose pages may use it')
    .option('--operations <name...>', `the operations to serve: ${OPERATIONS.join(', ')}`, ['create'])
    .option('--base-path <path>', 'the path of the gateway', '/api/databrain')
    .option('--live', "validate with the API's own schema and lists")
  return command.addHelpText('after', EXAMPLES).action(async (_, { optsWithGlobals }) => {
    end(await serve(optsWithGlobals.call(command)))
  })
}

/** @param {string} given */
function portNumber(given) {
  const port = Number(given)
  if (!/^\d+$/.test(given) || port > 65_535) throw new InvalidArgumentError('expected a number from 0 to 65535')
  return port
}

/**
 * @param {Flags} flags
 * @returns {Promise<number>} the exit code, once it was stopped
 */
async function serve(flags) {
  if ((flags.authorize === undefined) === !flags.insecureAllowEveryone) {
    throw new UsageError('expected either --authorize with a module, or --insecure-allow-everyone')
  }
  const { serviceToken, baseUrl } = credentials()
  const authorize = flags.authorize === undefined ? () => true : await authorizeOf(flags.authorize)
  let gateway
  try {
    gateway = createGateway({
      serviceToken,
      baseUrl,
      authorize,
      operations: flags.operations,
      allowedOrigins: flags.allowOrigin,
      basePath: flags.basePath,
      validate: flags.live ? 'live' : undefined,
    })
  } catch (error) {
    throw usageErrorOf(error)
  }
  const server = createServer(getRequestListener((request) => /** @type {any} */ (gateway)(request)))
  await new Promise((resolve, reject) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => reject(new UsageError(cannotListen(error, flags))))
    server.listen(flags.port, flags.host, () => resolve(undefined))
  })
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address())
  const host = flags.host.includes(':') ? `[${flags.host}]` : flags.host
  if (flags.insecureAllowEveryone) {
    write('warning: everyone who can reach this gateway can use the service token\n', process.stderr)
  }
  write(`Serving ${flags.operations.join(', ')} at http://${host}:${port}${flags.basePath}; Ctrl+C stops it.\n`)
  await new Promise((resolve) => {
    const stop = () => {
      server.close(() => resolve(undefined))
      server.closeIdleConnections()
    }
    process.once('SIGINT', stop).once('SIGTERM', stop)
  })
  return RIGHT
}

/** @param {NodeJS.ErrnoException} error @param {Flags} flags */
function cannotListen({ code, message }, { port, host }) {
  if (code === 'EADDRINUSE') return `--port: ${port} is in use`
  if (code === 'EACCES') return `--port: no permission to listen on ${port}`
  return code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' ? `--host: ${host} is not an address of this machine` : message
}

/**
 * @param {string} file
 * @returns {Promise<GatewayOptions['authorize']>}
 */
async function authorizeOf(file) {
  let loaded
  try {
    loaded = await import(pathToFileURL(path.resolve(file)).href)
  } catch (error) {
    throw new UsageError(`--authorize: ${file} could not be loaded: ${String(Object(error).message ?? error).split('\n')[0]}`)
  }
  // A CommonJS module that was compiled from an ES module has its default export one level deeper.
  const authorize = loaded.default?.default ?? loaded.default
  if (typeof authorize !== 'function') throw new UsageError(`--authorize: ${file} has no function as its default export`)
  return authorize
}
