// The bill of materials, in CycloneDX JSON. It has no timestamp and no random number: the same
// sources produce the same bytes.

import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library'

/** @typedef {{ name: string, version: string, licence: string, purl: string, website?: string, hashes: Record<string, string>, needs: string[] }} Component */

/** @param {Component} component */
function modelled({ name, version, licence, purl, website, hashes }) {
  const known = Object.entries(hashes).filter(([, hash]) => hash)
  const isExpression = /[\s(]/.test(licence)
  return new Models.Component(Enums.ComponentType.Library, name, {
    bomRef: purl,
    purl,
    version,
    licenses: new Models.LicenseRepository([isExpression ? new Models.LicenseExpression(licence) : new Models.SpdxLicense(licence)]),
    hashes: new Models.HashDictionary(known),
    externalReferences: new Models.ExternalReferenceRepository(
      website ? [new Models.ExternalReference(website, Enums.ExternalReferenceType.Website)] : [],
    ),
  })
}

/**
 * @param {Component} own the package itself; its `needs` follow from the others
 * @param {Component[]} components its components
 */
export function billOfMaterials(own, components) {
  const subject = modelled(own)
  const models = new Map(components.map((component) => [component.purl, modelled(component)]))
  const needed = new Set()
  for (const { purl, needs } of components) {
    for (const need of needs) {
      needed.add(need)
      models.get(purl).dependencies.add(models.get(need).bomRef)
    }
  }
  for (const [purl, { bomRef }] of models) if (!needed.has(purl)) subject.dependencies.add(bomRef)

  const lifecycles = new Models.LifecycleRepository([Enums.LifecyclePhase.Build])
  const bom = new Models.Bom({
    metadata: new Models.Metadata({ component: subject, lifecycles }),
    components: new Models.ComponentRepository(models.values()),
  })
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6))
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`
}
