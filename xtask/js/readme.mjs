// The README of the package. Its picture is not part of the package, where it would be as large as a
// tenth of it: the package's page shows the one in the repository.

import assert from 'node:assert/strict'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'

/** In bytes. */
const LARGEST_PICTURE = 120_000

const PICTURE = /<picture>.*?<\/picture>\n\n/s

/**
 * @param {string} file
 * @param {string | undefined} repository the URL, if it is known
 * @returns {Promise<string>}
 */
export async function packagedReadme(file, repository) {
  const text = await readFile(file, 'utf8')
  const [picture] = text.match(PICTURE) ?? []
  assert.ok(picture, `${file} has no picture of the editor`)
  const folder = path.dirname(file)
  for (const [, source] of picture.matchAll(/(?:src|srcset)="([^"]*)"/g)) {
    const hint = 'cargo xtask editor --readme writes it'
    const { size } = await stat(path.join(folder, source)).catch(() => assert.fail(`${source} is missing: ${hint}`))
    assert.ok(size <= LARGEST_PICTURE, `${source} has ${size} bytes, and may have ${LARGEST_PICTURE}: ${hint}`)
  }
  const base = repository?.replace(/(?:\.git)?\/?$/, '/raw/HEAD/')
  return text.replace(PICTURE, base ? picture.replaceAll('="../', `="${base}`) : '')
}
