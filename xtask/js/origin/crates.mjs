// The Rust crates whose code is in the WebAssembly module, and the standard library.

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { PackageURL } from 'packageurl-js'

const TARGET = 'wasm32-unknown-unknown'
const ROOT_CRATE = 'datamart-validator'

const purl = (type, name, version) => new PackageURL(type, undefined, name, version).toString()

/** @returns {string} */
const run = (root, command, args) =>
  execFileSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] })

/** Macros run in the compiler; their dependencies do not get into the module. */
const isMacro = ({ targets }) => targets.some(({ kind }) => kind.includes('proc-macro'))

/** Cargo.lock has one block per crate; `cargo metadata` omits the checksums. */
function checksums(root) {
  const lock = readFileSync(path.join(root, 'Cargo.lock'), 'utf8').replaceAll('\r\n', '\n')
  const blocks = lock.matchAll(/\[\[package\]\]\nname = "(.+)"\nversion = "(.+)"\n(?:source = ".+"\n)?(?:checksum = "(.+)"\n)?/g)
  return new Map([...blocks].map(([, name, version, checksum]) => [`${name}@${version}`, checksum]))
}

/** Rust's standard library is linked from the toolchain; Cargo does not list it. */
function standardLibrary(root) {
  const [, version] = run(root, 'rustc', ['--version']).split(' ')
  return {
    name: 'rust-std',
    version,
    licence: '(MIT OR Apache-2.0) AND Unicode-3.0',
    purl: purl('generic', 'rust-std', version),
    website: 'https://github.com/rust-lang/rust',
    hashes: {},
    needs: [],
    texts: [{ name: 'MIT and Unicode-3.0', text: readFileSync(new URL('rust-standard-library.txt', import.meta.url), 'utf8') }],
  }
}

/** The crates linked into the module, without the project's own. @param {string} root */
export function linkedCrates(root) {
  const metadata = JSON.parse(run(root, 'cargo', ['metadata', '--format-version', '1', '--locked', '--filter-platform', TARGET]))
  const packages = new Map(metadata.packages.map((crate) => [crate.id, crate]))
  const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]))
  /** A dependency without a kind is a normal one; the others are for tests and build scripts. */
  const needs = (id) =>
    nodes
      .get(id)
      .deps.filter(({ pkg, dep_kinds: kinds }) => kinds.some(({ kind }) => kind === null) && !isMacro(packages.get(pkg)))
      .map(({ pkg }) => pkg)

  const own = metadata.packages.find(({ name }) => name === ROOT_CRATE).id
  const linked = new Set([own])
  // The set grows during the loop.
  for (const id of linked) for (const needed of needs(id)) linked.add(needed)
  linked.delete(own)

  const crateUrl = (id) => purl('cargo', packages.get(id).name, packages.get(id).version)
  const known = checksums(root)
  const crates = [...linked].map((id) => {
    const { name, version, license, repository, manifest_path: manifest } = packages.get(id)
    return {
      name,
      version,
      // "Apache-2.0/MIT" is the notation from before SPDX.
      licence: license?.replaceAll('/', ' OR '),
      purl: crateUrl(id),
      website: repository,
      hashes: { 'SHA-256': known.get(`${name}@${version}`) },
      needs: needs(id).map(crateUrl),
      folder: path.dirname(manifest),
    }
  })
  return [standardLibrary(root), ...crates]
}
