// The npm packages that esbuild has bundled into an entry.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { PackageURL } from 'packageurl-js'

/** `node_modules/@scope/name/lib/x.js` is a file of `@scope/name`; the innermost folder counts. */
const PACKAGE_FOLDER = /^(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//

/** `@scope/name` is a namespace and a name. */
function purl(name, version) {
  const [plain, scope] = name.split('/').reverse()
  return new PackageURL('npm', scope, plain, version).toString()
}

/**
 * @param {string} root where package-lock.json is
 * @param {import('esbuild').Metafile[]} metafiles with paths relative to `root`
 */
export function bundledPackages(root, metafiles) {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages
  const folders = new Set()
  for (const { outputs } of metafiles) {
    for (const { inputs } of Object.values(outputs)) {
      for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = PACKAGE_FOLDER.exec(file)?.[1]
        if (folder && bytesInOutput > 0) folders.add(folder)
      }
    }
  }
  const all = [...folders].map((folder) => {
    const manifest = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'))
    return { folder, manifest }
  })
  const purls = new Map(all.map(({ manifest: { name, version } }) => [name, purl(name, version)]))
  return all.map(({ folder, manifest: { name, version, license, homepage, dependencies } }) => {
    const [algorithm, digest] = (lock[folder]?.integrity ?? '').split('-')
    return {
      name,
      version,
      licence: license,
      purl: purl(name, version),
      website: homepage,
      hashes: algorithm === 'sha512' ? { 'SHA-512': Buffer.from(digest, 'base64').toString('hex') } : {},
      needs: Object.keys(dependencies ?? {}).flatMap((needed) => purls.get(needed) ?? []),
      folder: path.join(root, folder),
    }
  })
}
