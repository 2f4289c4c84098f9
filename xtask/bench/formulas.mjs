// SQL of custom columns as people write it, in PostgreSQL's dialect (PostgreSQL 15 accepts all of
// it), limited to what the compared parsers can read: they cover less of the language, and one of
// them does not see the columns inside OVER.

const rows = (sql) => ({ sql, isAggregate: false })
const groups = (sql) => ({ sql, isAggregate: true })

/** A word in braces stands for a column of that kind in the table. */
const PLACEHOLDER = /\{(\w+)\}/g

const FORMULAS = [
  rows("'T' || LPAD({tenant_id}::text, 6, '0') || '-' || LPAD({id}::text, 10, '0')"),
  rows("CASE WHEN {parent_id} IS NULL THEN 'root' ELSE 'child of ' || {parent_id}::text END"),
  rows('{amount} * {quantity}'),
  rows('{amount} - COALESCE({discount}, 0)'),
  rows('ROUND(({amount} - COALESCE({discount}, 0)) * {quantity} / NULLIF({score}, 0), 2)'),
  rows("CASE WHEN {status} = 'paid' THEN {amount} WHEN {status} IN ('refunded', 'void') THEN -{amount} ELSE 0 END"),
  rows("CASE WHEN {status} <> 'paid' AND {due_date} < CURRENT_DATE THEN CURRENT_DATE - {due_date} ELSE 0 END"),
  rows("CASE WHEN {amount} >= 10000 THEN 'large' WHEN {amount} >= 1000 THEN 'medium' ELSE 'small' END"),
  rows("CASE WHEN {email} IS NULL THEN 'none' WHEN {email} LIKE '%@example.com' THEN 'internal' ELSE 'external' END"),
  rows("date_trunc('month', {created_at})"),
  rows("CAST(date_trunc('quarter', {created_at} AT TIME ZONE 'Europe/Berlin') AS date)"),
  rows("TO_CHAR({created_at}, 'YYYY-MM') || ' / ' || COALESCE({region}, 'unknown')"),
  rows('ROUND(CAST(EXTRACT(EPOCH FROM {updated_at} - {created_at}) / 3600 AS numeric), 2)'),
  rows("{created_at}::date >= CURRENT_DATE - 30 AND {status} NOT IN ('cancelled', 'void')"),
  rows("TRIM({name}) || ' (' || UPPER({country}) || COALESCE(', ' || {city}, '') || ')'"),
  rows("CONCAT({channel}, ' / ', {category}, ' / ', COALESCE({reference}, '-'))"),
  rows("LOWER(SPLIT_PART(TRIM({email}), '@', 2))"),
  rows("COALESCE(NULLIF(TRIM({comment}), ''), 'no comment')"),
  rows("GREATEST({amount} - COALESCE({discount}, 0), 0)::numeric(12, 2) || ' ' || UPPER({currency})"),
  groups('SUM({amount} - COALESCE({discount}, 0)) / NULLIF(SUM({quantity}), 0)'),
  groups("ROUND(100.0 * SUM(CASE WHEN {status} = 'paid' THEN {amount} ELSE 0 END) / NULLIF(SUM({amount}), 0), 1)"),
  groups('COUNT(DISTINCT LOWER({email}))'),
  groups("COUNT(*) FILTER (WHERE {score} >= 9) - COUNT(*) FILTER (WHERE {score} BETWEEN 0 AND 6)"),
].map((formula) => ({ ...formula, kinds: [...new Set(Array.from(formula.sql.matchAll(PLACEHOLDER), ([, kind]) => kind))] }))

const pick = (list, next) => list[Math.floor(next() * list.length)]

/**
 * One formula that uses listed columns only. The first formula fits every table of the generator.
 *
 * @param listed column names by kind: an `amount` may be `amount` or `billing_amount`
 * @param next returns the next random number
 */
export function formula(listed, next) {
  const fitting = FORMULAS.filter(({ kinds }) => kinds.every((kind) => listed.has(kind)))
  const { sql, isAggregate, kinds } = pick(fitting, next)
  // A kind that occurs twice in a formula is the same column both times.
  const names = new Map(kinds.map((kind) => [kind, pick(listed.get(kind), next)]))
  return { sql: sql.replace(PLACEHOLDER, (_, kind) => names.get(kind)), isAggregate }
}
