// Drafts and proposals, as a program in TypeScript uses them.

import {
  applyFix,
  draftDatamart,
  proposeRelationships,
  proposeTenancy,
  type Confidence,
  type Datamart,
  type DatasourceSchema,
  type DraftOptions,
  type DraftTable,
  type ProposeOptions,
  type RelationshipProposal,
  type TenancyProposal,
} from 'datamart-validator'

declare const catalog: DatasourceSchema

const table: DraftTable = { name: 'orders', schemaName: 'public' }
const options: DraftOptions = { name: 'sales', datasourceType: 'postgres', tables: ['customers', table, ...catalog.tables] }
const datamart: Datamart = draftDatamart(catalog, options)
draftDatamart({ data: catalog }, null)
draftDatamart(catalog, { tables: null, name: undefined })
// @ts-expect-error a catalog is needed
draftDatamart()
// @ts-expect-error
draftDatamart(null)
// @ts-expect-error there is no such option
draftDatamart(catalog, { strict: true })
// @ts-expect-error
draftDatamart(catalog, { tables: [5] })
// @ts-expect-error
draftDatamart(catalog, { datasourceType: 'oracle' })

const asked: ProposeOptions = { catalog, datasourceType: 'mysql', messages: { 'proposal.named': ({ column, table, key }) => `${column} ${table} ${key}` } }
const proposals: RelationshipProposal[] = proposeRelationships(datamart, asked)
for (const { relationship, confidence, reason } of proposals) {
  const known: Confidence = confidence
  if (known === 'confident') (datamart.relationships ??= []).push(relationship)
  reason.toUpperCase()
  // @ts-expect-error
  confidence === 'certain'
}
proposeRelationships('{}')
// @ts-expect-error
proposeRelationships(datamart, { strict: true })

const tenancy: TenancyProposal | undefined = proposeTenancy(datamart, { catalog })
if (tenancy) {
  const applied: Datamart = applyFix(datamart, tenancy)
  applied.tenancySettings = { tenancyLevel: 'TABLE', ...tenancy.tenancySettings }
  for (const [list, index] of tenancy.leftOut) datamart[list][index]?.name
}
