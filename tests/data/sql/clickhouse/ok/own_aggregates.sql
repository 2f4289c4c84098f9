-- ClickHouse 26.9 (chdb)
quantileBFloat16(0.5)(v)

-- ClickHouse 26.9 (chdb)
quantilesDeterministic(0.5)(ms, id)

-- ClickHouse 26.9 (chdb)
exponentialTimeDecayedAvg(60)(v, ts)

-- ClickHouse 26.9 (chdb)
quantileExactInclusive(0.5)(v)

-- ClickHouse 26.9 (chdb)
medianExactLow(v)

-- ClickHouse 26.9 (chdb)
anyRespectNulls(v)
