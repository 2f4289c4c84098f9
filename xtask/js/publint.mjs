// Runs publint on the tarball. Its own command succeeds even with suggestions; here any message is
// a failure.
//
//   node publint.mjs <tarball>

import { readFile } from 'node:fs/promises'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'

const { buffer, byteOffset, byteLength } = await readFile(process.argv[2])
const { messages, pkg } = await publint({
  strict: true,
  level: 'suggestion',
  pack: { tarball: buffer.slice(byteOffset, byteOffset + byteLength) },
})
for (const message of messages) console.error(`${message.type}: ${formatMessage(message, pkg, { color: false })}`)
console.log(messages.length === 0 ? 'publint: no messages' : `publint: ${messages.length} messages, expected none`)
process.exitCode = messages.length === 0 ? 0 : 1
