-- ZetaSQL
`sum`(cost)

-- ZetaSQL
KLL_QUANTILES.INIT_INT64(qty)

-- ZetaSQL
HLL_COUNT.MERGE(sketch)

-- ZetaSQL
HLL_COUNT.MERGE_PARTIAL(sketch)
