// Third-party code in the package: listed for machines, and with its licences for people.

import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { linkedCrates } from './crates.mjs'
import { thirdPartyLicences } from './licences.mjs'
import { bundledPackages } from './npm-packages.mjs'
import { billOfMaterials } from './sbom.mjs'

/**
 * Writes `sbom.cdx.json` and `THIRD-PARTY-LICENSES.txt` next to the manifest.
 *
 * @param {{ root: string, packageFolder: string, metafiles: import('esbuild').Metafile[] }} build
 */
export async function writeOrigin({ root, packageFolder, metafiles }) {
  const components = [...linkedCrates(root), ...bundledPackages(root, metafiles)]
  components.sort((one, other) => (one.purl < other.purl ? -1 : 1))
  const { name, version, license } = JSON.parse(await readFile(path.join(packageFolder, 'package.json'), 'utf8'))
  const own = { name, version, licence: license, purl: `pkg:npm/${name}@${version}`, hashes: {}, needs: [] }
  await Promise.all([
    writeFile(path.join(packageFolder, 'sbom.cdx.json'), billOfMaterials(own, components)),
    writeFile(path.join(packageFolder, 'THIRD-PARTY-LICENSES.txt'), thirdPartyLicences(components)),
  ])
}
