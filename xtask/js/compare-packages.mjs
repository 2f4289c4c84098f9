// Fails if two packages differ, and lists the files that do.
//
//   node compare-packages.mjs <tarball> <its folder> <other tarball> <its folder>

import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

const sha256 = (file) => createHash('sha256').update(readFileSync(file)).digest('hex')

const [tarball, folder, otherTarball, otherFolder] = process.argv.slice(2)
const sums = [tarball, otherTarball].map((file) => {
  const sum = sha256(file)
  console.log(`sha256 ${sum}  ${path.relative(process.cwd(), file)}`)
  return sum
})

/** Each file with its checksum. */
const contents = (root) =>
  new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(root, file), sha256(file)]),
  )

if (sums[0] === sums[1]) {
  console.log('the packages are identical')
} else {
  const [one, other] = [contents(folder), contents(otherFolder)]
  const differing = [...new Set([...one.keys(), ...other.keys()])].sort().filter((file) => one.get(file) !== other.get(file))
  const what = differing.length > 0 ? `these files differ: ${differing.join(', ')}` : 'the files are the same, the archives are not'
  console.error(`${what}\nboth are in ${path.relative(process.cwd(), folder)} and ${path.relative(process.cwd(), otherFolder)}`)
  process.exitCode = 1
}
