/** What the package declares about third-party code in it. */

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { PACKAGE } from './support/helpers.mjs'

const read = (file) => readFileSync(path.join(PACKAGE, file), 'utf8')
const manifest = JSON.parse(read('package.json'))
const json = read('sbom.cdx.json')
const bom = JSON.parse(json)

test('the bill of materials follows the schema of CycloneDX 1.6', async () => {
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6)
  assert.equal(await validator.validate(json), null)
  assert.notEqual(await validator.validate(JSON.stringify({ ...bom, components: [{ type: 'library' }] })), null)
})

test('it describes this package, and contains nothing that differs between two builds', () => {
  const { name, version, purl } = bom.metadata.component
  assert.deepEqual([name, version, purl], [manifest.name, manifest.version, `pkg:npm/${manifest.name}@${manifest.version}`])
  assert.equal(bom.serialNumber, undefined)
  assert.equal(bom.metadata.timestamp, undefined)
})

test('it lists what is linked into the module, and nothing that only builds or tests it', () => {
  const names = bom.components.map(({ name }) => name)
  for (const linked of ['wasm-bindgen', 'talc', 'serde', 'rust-std']) assert.ok(names.includes(linked), linked)
  for (const tool of ['syn', 'serde_derive', 'proptest', 'sqlparser', 'clap', 'esbuild', 'typescript']) assert.ok(!names.includes(tool), tool)
})

test('each component has a version, a licence and, where a registry has it, the hash of the registry', () => {
  for (const { name, version, licenses, hashes, purl } of bom.components) {
    assert.match(version, /^\d+\.\d+/, name)
    assert.equal(licenses.length, 1, name)
    if (/^pkg:(?:cargo|npm)/.test(purl)) assert.match(hashes?.[0].content ?? '', /^(?:[0-9a-f]{64}|[0-9a-f]{128})$/, name)
  }
})

test('the package depends on every component, directly or not', () => {
  const needs = new Map(bom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn ?? []]))
  const reached = new Set([bom.metadata.component['bom-ref']])
  for (const ref of reached) for (const needed of needs.get(ref)) reached.add(needed)
  assert.deepEqual([...reached].sort(), [...needs.keys()].sort())
  assert.equal(reached.size, bom.components.length + 1)
})

test('the package contains the licence text of each component', () => {
  const parts = read('THIRD-PARTY-LICENSES.txt').split(/^-{80}\n/m).slice(1)
  const texts = new Map()
  for (let at = 0; at < parts.length; at += 2) texts.set(parts[at].split('\n')[0], parts[at + 1])
  assert.deepEqual([...texts.keys()].sort(), bom.components.map(({ name, version }) => `${name} ${version}`).sort())
  for (const [name, text] of texts) assert.match(text, /Permission|Redistribution and use|TERMS AND CONDITIONS/, name)
})
